package proposal_test

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// readable holds what every reader promises: no panic, and a fault that says where and what.
func readable(t *testing.T, err error) {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != fault.Malformed && f.Code != fault.Invalid || f.Message == "" || len(f.Places) == 0 {
		t.Fatalf("not a fault a person can use: %#v", err)
	}
	for _, place := range f.Places {
		if place.Message == "" {
			t.Fatalf("a place without a word: %v", f.Places)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(edited(f, `"CITY_SELECTED"`, `"X"`, `46.5`, `-1e9`)))
	for _, text := range []string{``, `{}`, `[]`, `null`, `{"a":{}}`, "\xef\xbb\xbf{}", `{"channel":"\ud800"}`, `{"projects":[{},{"id":"a"},{"id":"a"}]}`, `{"zone":{"villages":[[[[`} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, _, err := proposal.Decode(data); err != nil {
			readable(t, err)
		}
		p, _, err := proposal.DecodeDraft(data)
		if err != nil {
			readable(t, err)
			return
		}
		body := proposal.Canonical(p)
		again, gaps, err := proposal.Decode(body)
		if err != nil || gaps != nil {
			t.Fatalf("the canonical form is refused: %v %v %v\n%s", err, placesOf(err), gaps, body)
		}
		if !bytes.Equal(proposal.Canonical(again), body) {
			t.Fatalf("the canonical form is not stable:\n%s", body)
		}
		if changes := proposal.Diff(p, again); changes != nil {
			t.Fatalf("a document differs from itself:\n%s", lines(changes))
		}
	})
}

func FuzzDecodeSection(f *testing.F) {
	sections, projects := proposal.Split(decoded(f))
	for i, name := range proposal.Sections() {
		f.Add(i, sections[name])
		f.Add(i, []byte(`{}`))
	}
	f.Add(len(sections), projects[0].Body)
	f.Add(1, []byte(`[{"code":"370686901201"},{"code":"370686901201"}]`))
	f.Fuzz(func(t *testing.T, which int, data []byte) {
		names := proposal.Sections()
		if which < 0 || which >= len(names) {
			if _, body, err := proposal.DecodeProject(data); err != nil {
				readable(t, err)
			} else if _, again, err := proposal.DecodeProject(body); err != nil || !bytes.Equal(again, body) {
				t.Fatalf("%s is not stable: %s %v", body, again, err)
			}
			return
		}
		body, err := proposal.DecodeSection(names[which], data)
		if err != nil {
			readable(t, err)
			return
		}
		if again, err := proposal.DecodeSection(names[which], body); err != nil || !bytes.Equal(again, body) {
			t.Fatalf("%s: %s is not stable: %s %v", names[which], body, again, err)
		}
		spliced := proposal.AssembleJSON(proposal.Head{}, map[proposal.SectionName][]byte{names[which]: body}, nil, nil, proposal.Submission{})
		if p, _, err := proposal.Decode(spliced); err != nil || !bytes.Equal(proposal.Canonical(p), spliced) {
			t.Fatalf("%s cannot be put into a document: %v\n%s", names[which], err, spliced)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, text := range []string{"", "2023-02-28", "2023-02-30", "2024-02-29", "0000-01-01", "9999-12-31", "2023-1-1", "2023-00-10", "2023-13-01", "２０２３-01-01", "2023-03-01T", "-001-01-01"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := proposal.ParseDate(text)
		std, stdErr := time.Parse(time.DateOnly, text)
		real := text == "" || stdErr == nil && std.Year() >= 1
		if (err == nil) != real || err == nil && d.String() != text {
			t.Fatalf("%q is read as %s, %v; the standard library says %v", text, d, err, stdErr)
		}
	})
}

func FuzzHundredths(f *testing.F) {
	for _, text := range []string{"0", "37.9", "37.90", "0.005", "-1", "1e5", "", ".", "1.", ".5", "+1", "100000000", "100000000.01", "00", "null", `"1"`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var h proposal.Hundredths
		err := h.UnmarshalJSON([]byte(text))
		if err != nil {
			if h != 0 {
				t.Fatalf("%q is refused and yet gives %s", text, h)
			}
			return
		}
		if again, err := proposal.ParseHundredths(h.String()); err != nil || again != h || h < 0 || h > 10_000_000_000 {
			t.Fatalf("%q is %s, which is read as %s, %v", text, h, again, err)
		}
	})
}
