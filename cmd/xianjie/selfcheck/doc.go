// Package selfcheck is the offline `check` command: it reads a policy pack and application files, judges every rule and prints
// either a page that a county clerk can act on or the JSON of applications/expected.json. It needs no database and no network.
//
//	job.go       one run: every file, then the exit code
//	json.go      the JSON form
//	page*.go     the printed page, from its head to the table of all rules
//	summary.go   the table after several files
//	ink.go       colour
package selfcheck
