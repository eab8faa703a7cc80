package api

import (
	"errors"
	"strings"
	"testing"

	"xianjie/internal/fault"
)

func TestABodyIsReadStrictly(t *testing.T) {
	type inner struct {
		C int `json:"c"`
	}
	type body struct {
		A string  `json:"a"`
		B []inner `json:"b"`
	}
	tests := []struct {
		name, text string
		code       fault.Code
		place      string
	}{
		{"what is expected", `{"a":"x","b":[{"c":1}]}`, "", ""},
		{"an unknown member", `{"x":1}`, fault.Invalid, "/x"},
		{"an unknown member deep down", `{"b":[{},{"d":1}]}`, fault.Invalid, "/b/1/d"},
		{"a member in other letters", `{"A":"x"}`, fault.Invalid, "/A"},
		{"a member twice", `{"a":"x","a":"y"}`, fault.Invalid, "/a"},
		{"a member twice, once with escapes", `{"a":"x","\u0061":"y"}`, fault.Invalid, "/a"},
		{"another type", `{"a":1}`, fault.Invalid, "/a"},
		{"a number too large", `{"b":[{"c":99999999999999999999}]}`, fault.Invalid, "/b/0/c"},
		{"a fraction where none belongs", `{"b":[{"c":1.5}]}`, fault.Invalid, "/b/0/c"},
		{"broken text", "{\n\"a\":}", fault.Malformed, ""},
		{"a trailing comma", `{"a":"x",}`, fault.Malformed, ""},
		{"half a character", "{\"a\":\"\xe8\xa1\"}", fault.Malformed, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := unmarshal([]byte(tt.text), new(body))
			if fault.CodeOf(err) != tt.code {
				t.Fatalf("got %v", err)
			}
			var f *fault.Error
			if tt.place != "" && (!errors.As(err, &f) || f.Places[0].Location != tt.place) {
				t.Errorf("place: %+v", err)
			}
		})
	}
}

func TestPositionsAreCountedFromOne(t *testing.T) {
	for text, want := range map[string][2]int{"": {1, 1}, "ab": {1, 3}, "a\n": {2, 1}, "a\nbc": {2, 3}} {
		if line, column := position([]byte(text), int64(len(text))); line != want[0] || column != want[1] {
			t.Errorf("%q: %d:%d", text, line, column)
		}
	}
	if line, _ := position([]byte("ab"), 99); line != 1 {
		t.Error("an offset beyond the end")
	}
}

func FuzzWellFormed(f *testing.F) {
	for _, text := range []string{`{"a":[1,"x",null,true]}`, `{"a":1,"a":2}`, "{\"a\":\"\\u0000\"}", strings.Repeat("[", 50), `"x" y`, "\xff", ``} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var v any
		if err := wellFormed(text); err == nil && unmarshal(text, &v) != nil {
			t.Errorf("%q passes and cannot be read: %v", text, unmarshal(text, &v))
		}
	})
}
