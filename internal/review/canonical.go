package review

import "github.com/go-json-experiment/json"

// Canonical is the file as JSON: same content, same bytes.
func (f File) Canonical() []byte {
	text, err := json.Marshal(f, json.Deterministic(true))
	if err != nil {
		panic(err) // only plain values: texts, numbers, lists and maps of them
	}
	return text
}
