package api

import (
	"bytes"
	"encoding/json"
	"testing"

	jsonpatch "github.com/evanphx/json-patch/v5"
	"github.com/google/go-cmp/cmp"
)

func TestMergeFollowsRFC7386(t *testing.T) {
	tests := []struct{ name, target, patch, want string }{
		{"a member is replaced in its place", `{"a":"b","c":1}`, `{"a":"c"}`, `{"a":"c","c":1}`},
		{"a member is added at the end", `{"a":"b"}`, `{"b":"c"}`, `{"a":"b","b":"c"}`},
		{"null takes a member out", `{"a":"b"}`, `{"a":null}`, `{}`},
		{"null for what is not there changes nothing", `{"a":"b"}`, `{"x":null}`, `{"a":"b"}`},
		{"the other members stay", `{"a":"b","b":"c"}`, `{"a":null}`, `{"b":"c"}`},
		{"a list is replaced whole", `{"a":["b"]}`, `{"a":["c","d"]}`, `{"a":["c","d"]}`},
		{"a list gives way to a text", `{"a":["b"]}`, `{"a":"c"}`, `{"a":"c"}`},
		{"objects are merged deep down", `{"a":{"b":"c"}}`, `{"a":{"b":"d","c":null}}`, `{"a":{"b":"d"}}`},
		{"nulls inside a list stay", `{"a":[{"b":"c"}]}`, `{"a":[1,null]}`, `{"a":[1,null]}`},
		{"a list becomes what the patch is", `["a","b"]`, `["c","d"]`, `["c","d"]`},
		{"an object becomes a text", `{"a":"b"}`, `"c"`, `"c"`},
		{"an object becomes null", `{"a":"foo"}`, `null`, `null`},
		{"null members of the target stay", `{"e":null}`, `{"a":1}`, `{"e":null,"a":1}`},
		{"a list becomes an object", `[1,2]`, `{"a":"b","c":null}`, `{"a":"b"}`},
		{"nulls of a new object are dropped", `{}`, `{"a":{"bb":{"ccc":null}}}`, `{"a":{"bb":{}}}`},
		{"numbers keep their spelling", `{"a":1.10,"b":0.0001}`, `{"b":12345678901234567890.123456}`, `{"a":1.10,"b":12345678901234567890.123456}`},
		{"a name may be written with escapes", `{"a":1}`, `{"\u0061":2}`, `{"a":2}`},
		{"what was taken out may be set again", `{"a":1,"b":2}`, `{"a":null,"c":3}`, `{"b":2,"c":3}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := merge([]byte(tt.target), []byte(tt.patch))
			if err != nil || string(got) != tt.want {
				t.Errorf("got %s, %v", got, err)
			}
		})
	}
	for _, wrong := range []string{``, `{`, `{"a":1,"a":2}`, `{"a":1} x`, `{"a":"\u0000"}`, "\xff", string(bytes.Repeat([]byte(`{"a":`), 100))} {
		if _, err := merge([]byte(`{}`), []byte(wrong)); err == nil {
			t.Errorf("%.20q is taken for a patch", wrong)
		}
	}
}

// FuzzMerge compares with a library's merge on whatever both take.
func FuzzMerge(f *testing.F) {
	f.Add([]byte(`{"a":{"b":[1,null],"c":null}}`), []byte(`{"a":{"c":{"d":null,"e":1.50}}}`))
	f.Add([]byte(`[]`), []byte(`{"a":null}`))
	f.Add([]byte(`{"a":1}`), []byte(`null`))
	f.Fuzz(func(t *testing.T, target, patch []byte) {
		if wellFormed(target) != nil || wellFormed(patch) != nil || bytes.TrimSpace(patch)[0] != '{' || bytes.TrimSpace(target)[0] != '{' {
			return
		}
		got, err := merge(target, patch)
		if err != nil {
			t.Fatalf("%s with %s: %v", target, patch, err)
		}
		if err := wellFormed(got); err != nil {
			t.Fatalf("%s with %s makes %s: %v", target, patch, got, err)
		}
		want, err := jsonpatch.MergePatch(target, patch)
		if err != nil {
			return
		}
		var a, b any
		if json.Unmarshal(got, &a) != nil || json.Unmarshal(want, &b) != nil {
			return
		}
		if diff := cmp.Diff(b, a); diff != "" {
			t.Errorf("%s with %s:\n%s", target, patch, diff)
		}
	})
}
