package review

import (
	"bytes"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/fault"
	"xianjie/internal/strictjson"
)

// ReadFile reads the recomputation file strictly: unknown, repeated and missing keys, nulls, inexact numbers and values that no
// review can have are refused with their place. fault.Malformed means that the text is not JSON, fault.Invalid that its content is
// wrong.
func ReadFile(data []byte) (File, error) {
	f := File{Cases: []FileCase{}, TieBreak: []FileTie{}}
	if err := strictjson.Read("评分文件", data, &f); err != nil {
		return File{}, err
	}
	c := &placing{}
	c.present(data)
	if len(c.places) == 0 {
		c.file(f)
	}
	message := "评分文件有 " + strconv.Itoa(len(c.places)) + " 处需要改正"
	if err := fault.At(message, c.places); err != nil {
		return File{}, err
	}
	return f, nil
}

// mustHave are the keys an object may not lack, by its pointer with * for every index.
var mustHave = map[string][]string{
	"":                          {"cases"},
	"/params":                   {"minExperts", "trimFrom", "writtenWeight", "defenceWeight", "tieBreak"},
	"/cases/*":                  {"id", "written"},
	"/cases/*/written/*":        {"expert", "total"},
	"/cases/*/defence/*":        {"expert", "total"},
	"/cases/*/site":             {"result", "deduction"},
	"/cases/*/expected":         {"written", "composite", "status"},
	"/cases/*/expected/written": {"effective", "dropped", "mean"},
	"/cases/*/expected/defence": {"effective", "dropped", "mean"},
	"/tieBreak/*":               {"id", "rows"},
	"/tieBreak/*/rows/*":        {"app", "composite", "written"},
}

// mayBeNull are the places where nothing is an answer.
var mayBeNull = map[string]bool{
	"/cases/*/expected/composite": true, "/cases/*/expected/written/mean": true, "/cases/*/expected/defence/mean": true,
}

// present walks the text, which is known to be readable, for missing keys and nulls.
func (c *placing) present(data []byte) {
	c.value(jsontext.NewDecoder(bytes.NewReader(data)), "", "")
}

// value walks one value; pattern is its pointer with * for every index.
func (c *placing) value(dec *jsontext.Decoder, place, pattern string) {
	token, err := dec.ReadToken()
	if err != nil {
		return
	}
	switch token.Kind() {
	case 'n':
		if !mayBeNull[pattern] {
			c.wrong(place, "此处不能为空(null),没有内容的请删去该字段")
		}
	case '[':
		for i := 0; dec.PeekKind() != ']' && dec.PeekKind() != 0; i++ {
			c.value(dec, at(place+"/", i, ""), pattern+"/*")
		}
		_, _ = dec.ReadToken()
	case '{':
		seen := map[string]bool{}
		for dec.PeekKind() != '}' && dec.PeekKind() != 0 {
			name, err := dec.ReadToken()
			if err != nil {
				return
			}
			key := name.String()
			seen[key] = true
			c.value(dec, pointer(place+"/", key), pattern+"/"+key)
		}
		_, _ = dec.ReadToken()
		for _, key := range mustHave[pattern] {
			if !seen[key] {
				c.wrong(place+"/"+key, "缺少 %s", key)
			}
		}
	}
}
