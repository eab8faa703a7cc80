package workflow

import (
	"bytes"
	"encoding/json"
	"strconv"
	"strings"

	"xianjie/internal/proposal"
)

// mostClaimed is how many characters of a claimed text a finding repeats.
const mostClaimed = 300

// claims reads what a frozen document claims at a place.
type claims struct {
	body []byte
	doc  *proposal.Proposal
}

func newClaims(body []byte) (claims, error) {
	doc, _, err := proposal.DecodeDraft(body)
	return claims{body, doc}, err
}

// at is what the document says at a JSON pointer, in words: 下袁楼村的户数:456 户. It is "" when there is no single filled-in value:
// nothing is there, or a whole object or list.
func (c claims) at(pointer string) string {
	value, ok := c.value(pointer)
	if !ok {
		return ""
	}
	text := proposal.PlaceLabel(pointer, c.doc) + ":" + c.worded(pointer, value)
	if letters := []rune(text); len(letters) > mostClaimed {
		return string(letters[:mostClaimed-1]) + "…"
	}
	return text
}

// value is the single value at a pointer, as plain text.
func (c claims) value(pointer string) (string, bool) {
	root, err := c.tree()
	if err != nil {
		return "", false
	}
	v, ok := descend(root, tokens(pointer))
	if !ok {
		return "", false
	}
	switch v := v.(type) {
	case string:
		return v, strings.TrimSpace(v) != ""
	case json.Number:
		return v.String(), true
	case bool:
		return map[bool]string{true: "是", false: "否"}[v], true
	default:
		return "", false
	}
}

// worded is the value as the document's own differences word it, with unit and Chinese names of codes: the difference between the
// document without the value and the document with it. Where that says nothing, the plain value.
func (c claims) worded(pointer, plain string) string {
	root, err := c.tree()
	if err != nil {
		return plain
	}
	path := tokens(pointer)
	parent, _ := descend(root, path[:len(path)-1])
	members, ok := parent.(map[string]any)
	if !ok {
		return plain
	}
	delete(members, path[len(path)-1])
	without, err := json.Marshal(root)
	if err != nil {
		return plain
	}
	before, _, err := proposal.DecodeDraft(without)
	if err != nil {
		return plain
	}
	changes := proposal.Diff(before, c.doc)
	if len(changes) != 1 || changes[0].Pointer != pointer || changes[0].Kind != proposal.Changed {
		return plain
	}
	return changes[0].To
}

// tree is the document as plain JSON, its numbers as they are written.
func (c claims) tree() (any, error) {
	d := json.NewDecoder(bytes.NewReader(c.body))
	d.UseNumber()
	var root any
	err := d.Decode(&root)
	return root, err
}

// tokens are a JSON pointer's steps; none for what is not one.
func tokens(pointer string) []string {
	rest, ok := strings.CutPrefix(pointer, "/")
	if !ok {
		return nil
	}
	path := strings.Split(rest, "/")
	for i := range path {
		path[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(path[i])
	}
	return path
}

func descend(v any, path []string) (any, bool) {
	if path == nil {
		return nil, false
	}
	for _, key := range path {
		switch in := v.(type) {
		case map[string]any:
			next, ok := in[key]
			if !ok {
				return nil, false
			}
			v = next
		case []any:
			i, err := strconv.Atoi(key)
			if err != nil || i < 0 || i >= len(in) || key != strconv.Itoa(i) {
				return nil, false
			}
			v = in[i]
		default:
			return nil, false
		}
	}
	return v, true
}
