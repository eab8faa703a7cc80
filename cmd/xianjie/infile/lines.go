package infile

import (
	"bytes"
	"strings"

	"github.com/go-json-experiment/json/jsontext"
)

// lineAt is the number, from 1, of the line that holds the byte at offset.
func lineAt(text []byte, offset int64) int {
	return 1 + bytes.Count(text[:min(max(offset, 0), int64(len(text)))], []byte("\n"))
}

// Locate gives the line of each JSON pointer. One that is not in the text (a missing key) gets the line of the nearest value
// around it; a text that breaks off answers for what stands before the break.
func Locate(text []byte, pointers []string) map[string]int {
	around := map[string]bool{"": true}
	for _, p := range pointers {
		for ; p != "" && !around[p]; p = parent(p) {
			around[p] = true
		}
	}
	seen := map[string]int{"": 1}
	dec := jsontext.NewDecoder(bytes.NewReader(text), jsontext.AllowDuplicateNames(true))
	for len(seen) < len(around) {
		if _, err := dec.ReadToken(); err != nil {
			break
		}
		at := string(dec.StackPointer())
		if _, known := seen[at]; !known && around[at] {
			seen[at] = lineAt(text, dec.InputOffset())
		}
	}
	lines := make(map[string]int, len(pointers))
	for _, p := range pointers {
		near := p
		for seen[near] == 0 {
			near = parent(near)
		}
		lines[p] = seen[near]
	}
	return lines
}

// parent is the pointer of the value around; "" for the whole text.
func parent(pointer string) string {
	return pointer[:max(strings.LastIndexByte(pointer, '/'), 0)]
}
