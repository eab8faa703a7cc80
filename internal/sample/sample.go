// Package sample embeds the six real-shaped applications of the 2022 batch, its policy pack and the expected verdicts, so that
// the binary alone can show everything and every test reads the same input. County names are real; towns, villages, amounts,
// document numbers and the lists are fictitious.
package sample

import "embed"

// FS holds A01.json … A06.json, batch-reference.json, expected.json and scoring.json.
//
//go:embed *.json
var FS embed.FS

// IDs are the sample applications in order.
func IDs() []string { return []string{"A01", "A02", "A03", "A04", "A05", "A06"} }

// Application is the document of one sample, by id ("A01").
func Application(id string) []byte { return must(id + ".json") }

// Pack is the policy pack of the 2022 batch.
func Pack() []byte { return must("batch-reference.json") }

// Scoring is the recomputation file: marks of five applications and a ranking with ties, each with its expected result.
func Scoring() []byte { return must("scoring.json") }

// Expected is the expected verdict of every rule for every sample.
func Expected() []byte { return must("expected.json") }

// must reads an embedded file; a missing one is a programming error found by the first test.
func must(name string) []byte {
	body, err := FS.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return body
}
