// Package scoresheet is the offline `score` command: it reads scoring files (the shape of applications/scoring.json, which the
// system also serves), works every mean, composite and ranking out afresh and prints either a page a person can follow with a
// pocket calculator or JSON. Where a file states results of its own, it says which of them differ. No database, no network.
//
//	job.go    one run: every file, then the exit code
//	json.go   the JSON form
//	page.go   the printed page
package scoresheet
