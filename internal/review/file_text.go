package review

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Fixed are points that JSON carries as a text with both places: "85.00".
type Fixed Points

// String is the text with both places.
func (p Fixed) String() string { return Points(p).Fixed() }

// MarshalJSON writes the text.
func (p Fixed) MarshalJSON() ([]byte, error) { return []byte(strconv.Quote(p.String())), nil }

// UnmarshalJSON reads a text or a number, exactly.
func (p *Fixed) UnmarshalJSON(b []byte) error { return readText((*Points)(p), b) }

// Short are points that JSON carries as the shortest text: "78.5".
type Short Points

// String is the shortest text.
func (p Short) String() string { return Points(p).String() }

// MarshalJSON writes the text.
func (p Short) MarshalJSON() ([]byte, error) { return []byte(strconv.Quote(p.String())), nil }

// UnmarshalJSON reads a text or a number, exactly.
func (p *Short) UnmarshalJSON(b []byte) error { return readText((*Points)(p), b) }

func readText(p *Points, b []byte) error {
	text := b
	if len(b) > 1 && b[0] == '"' {
		text = bytes.TrimSuffix(b[1:], []byte{'"'}) // an escaped digit is no plain decimal and refused as such
	}
	return p.UnmarshalJSON(text)
}

// String names the tier: "甲" or "甲、乙(并列)".
func (t Tier) String() string {
	if len(t) == 1 {
		return t[0]
	}
	return strings.Join(t, "、") + "(并列)"
}

// MarshalJSON writes a single application as a text, equal ones as a list.
func (t Tier) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// UnmarshalJSONFrom reads the row; members that are no other's are dimensions, which ReadFile holds against those it knows.
func (r *FileTieRow) UnmarshalJSONFrom(dec *jsontext.Decoder) error {
	type plain FileTieRow
	return json.UnmarshalDecode(dec, (*plain)(r), json.RejectUnknownMembers(false))
}

// MarshalJSON writes the row with its dimension means beside the other members, whichever encoder asks.
func (r FileTieRow) MarshalJSON() ([]byte, error) {
	type plain FileTieRow
	return json.Marshal(plain(r), json.Deterministic(true))
}
