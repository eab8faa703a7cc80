package strictjson

import (
	"errors"
	"strings"
	"testing"

	"xianjie/internal/fault"
)

// grade refuses what is no grade in its own words.
type grade string

func (g *grade) UnmarshalJSON(text []byte) error {
	if string(text) != `"甲"` {
		return errors.New("等次只能是甲")
	}
	*g = "甲"
	return nil
}

func TestWhatIsWrongIsSaidWithItsPlace(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		code       fault.Code
		place      string
		says       string
	}{
		{"nothing is wrong", `{"name":"x","size":3,"grade":"甲"}`, "", "", ""},
		{"an unknown key", `{"name":"x","title":"y"}`, fault.Invalid, "/title", "没有这个字段"},
		{"a key in other letters", `{"Name":"x"}`, fault.Invalid, "/Name", "没有这个字段"},
		{"a key twice", `{"name":"x","name":"y"}`, fault.Invalid, "/name", "重复"},
		{"a text for a number", `{"size":"3"}`, fault.Invalid, "/size", "文字"},
		{"a list for a text", `{"name":[]}`, fault.Invalid, "/name", "括号结构"},
		{"a value with its own reason", `{"grade":"乙"}`, fault.Invalid, "/grade", "等次只能是甲"},
		{"a broken text", "{\n\"name\": \"x\",\n\"size\": 3", fault.Malformed, "", "第 3 行"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var into struct {
				Name  string `json:"name"`
				Size  int    `json:"size"`
				Grade grade  `json:"grade"`
			}
			err := Read("样例", []byte(tt.text), &into)
			if fault.CodeOf(err) != tt.code {
				t.Fatalf("got %v, want %s", err, tt.code)
			}
			var f *fault.Error
			if errors.As(err, &f) && (!strings.Contains(f.Message, tt.says) || !strings.Contains(f.Message, "样例") ||
				tt.place != "" && (len(f.Places) != 1 || f.Places[0].Location != tt.place)) {
				t.Errorf("%+v", f)
			}
		})
	}
}
