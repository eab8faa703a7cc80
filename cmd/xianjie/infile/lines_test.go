package infile

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLocateFindsTheLineOfAPointer(t *testing.T) {
	text := []byte("{\n \"a\": {\"b\":\n  1},\n \"list\": [\n  {\"x\": 1},\n  {\"x\": 2}\n ]\n}")
	want := map[string]int{
		"": 1, "/a": 2, "/a/b": 2, "/list/1": 6, "/list/1/x": 6,
		"/list/1/missing":  6, // the nearest value around
		"/absent/entirely": 1,
	}
	var pointers []string
	for p := range want {
		pointers = append(pointers, p)
	}
	if diff := cmp.Diff(want, Locate(text, pointers)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzLocate(f *testing.F) {
	f.Add([]byte(`{"a":[1,{"b":2}]}`), "/a/1/b")
	f.Add([]byte(`{"a":`), "/a/~0/x")
	f.Add([]byte(``), "no slash")
	f.Add([]byte("[\n\n1,"), "/0")
	f.Fuzz(func(t *testing.T, text []byte, pointer string) {
		line := Locate(text, []string{pointer})[pointer]
		if line < 1 || line > lineAt(text, int64(len(text))) {
			t.Errorf("line %d", line)
		}
	})
}
