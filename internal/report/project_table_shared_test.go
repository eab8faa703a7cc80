package report

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"xianjie/internal/proposal"
)

// sharedCase is one text of frontend/fixtures/paste.json and what must be made of it.
type sharedCase struct {
	Name, Text, Value, First, Last string
	Values                         []string
	Refused, PasteOnly, Number     bool
}

// TestTheWebCleansTheSameWay: frontend/src/lib/clean reads the same file, so what may be pasted may be imported.
func TestTheWebCleansTheSameWay(t *testing.T) {
	body, err := os.ReadFile("../../frontend/fixtures/paste.json")
	if err != nil {
		t.Fatal(err)
	}
	var shared struct {
		Villages                                             []struct{ Code, Name, TownName string }
		Money, Count, Day, Nature, Modes, Places, Text, Line []sharedCase
	}
	if err := json.Unmarshal(body, &shared); err != nil {
		t.Fatal(err)
	}
	villages := newPlaces(12, "村")
	for _, v := range shared.Villages {
		villages.add(v.Code, v.Name, v.TownName)
	}
	kinds := []struct {
		name  string
		cases []sharedCase
		read  func(c foreignCell) ([]string, bool)
		want  func(c sharedCase) []string
	}{
		{"an amount", shared.Money, func(c foreignCell) ([]string, bool) {
			amount, _, err := wanOf(c)
			return []string{orNothing(amount.String())}, err == nil
		}, func(c sharedCase) []string { return []string{orNothing(c.Value)} }},
		{"a count", shared.Count, func(c foreignCell) ([]string, bool) {
			count, _, err := countIn(c)
			text, _ := json.Marshal(count)
			return []string{orNothing(string(text))}, err == nil
		}, func(c sharedCase) []string { return []string{orNothing(c.Value)} }},
		{"a day", shared.Day, func(c foreignCell) ([]string, bool) {
			first, _, err := dayOf(c, false, false)
			last, _, _ := dayOf(c, true, false)
			return []string{first.String(), last.String()}, err == nil
		}, func(c sharedCase) []string { return []string{c.First, c.Last} }},
		{"a word", shared.Nature, func(c foreignCell) ([]string, bool) {
			return wordsIn(proposal.Natures(), c.text, func(text string) []string { return []string{text} })
		}, func(c sharedCase) []string {
			return slices.DeleteFunc([]string{c.Value}, func(s string) bool { return s == "" })
		}},
		{"words", shared.Modes, func(c foreignCell) ([]string, bool) {
			return wordsIn(proposal.LinkageModes(), c.text, split)
		}, func(c sharedCase) []string { return c.Values }},
		{"villages", shared.Places, func(c foreignCell) ([]string, bool) {
			var codes []string
			for _, each := range split(c.text) {
				found, _ := villages.find(tidy(each))
				if len(found) != 1 {
					return nil, false
				}
				codes = append(codes, found[0])
			}
			return codes, true
		}, func(c sharedCase) []string { return c.Values }},
		{"a text", shared.Text, func(c foreignCell) ([]string, bool) {
			return []string{new(rowReading).text(c)}, true
		}, func(c sharedCase) []string { return []string{c.Value} }},
		{"a line", shared.Line, func(c foreignCell) ([]string, bool) {
			r := &rowReading{tableReading: &tableReading{}, column: &projectTable[2], at: 1}
			return []string{r.line(c)}, true
		}, func(c sharedCase) []string { return []string{c.Value} }},
	}
	for _, kind := range kinds {
		if len(kind.cases) == 0 {
			t.Errorf("%s: no cases", kind.name)
		}
		for _, c := range kind.cases {
			cell := foreignCell{text: c.Text}
			if c.Number {
				cell.kind = numberCell
			}
			got, ok := kind.read(cell)
			switch {
			case c.Refused || c.PasteOnly:
				if ok {
					t.Errorf("%s, %s: %q is read as %q", kind.name, c.Name, c.Text, got)
				}
			case !ok || !slices.Equal(got, kind.want(c)):
				t.Errorf("%s, %s: %q is read as %q (%t), want %q", kind.name, c.Name, c.Text, got, ok, kind.want(c))
			}
		}
	}
}

// orNothing takes no amount for an empty cell: a document keeps both alike.
func orNothing(text string) string {
	if text == "0" {
		return ""
	}
	return text
}

// wordsIn are the codes of the words in a cell.
func wordsIn[K labelled](list []K, text string, parts func(string) []string) ([]string, bool) {
	codes := []string{}
	if vacant(text) {
		return codes, true
	}
	for _, each := range parts(text) {
		word, known := wordOf(list, each)
		if !known {
			return nil, false
		}
		codes = append(codes, string(word))
	}
	return codes, true
}

// TestTheWebShowsTheSameColumns: frontend/src/features/application reads the same file, so the grid and the Excel table look alike.
func TestTheWebShowsTheSameColumns(t *testing.T) {
	body, err := os.ReadFile("../../frontend/fixtures/project-table.json")
	if err != nil {
		t.Fatal(err)
	}
	type heading struct {
		Group, Head string
		Choices     []string
		Sum, Breaks bool
	}
	var shared, own []heading
	if err := json.Unmarshal(body, &shared); err != nil {
		t.Fatal(err)
	}
	for _, c := range projectTable {
		if c.field != "" {
			own = append(own, heading{c.group, c.head, c.choices, c.sum, c.breaks})
		}
	}
	equal := func(a, b heading) bool {
		return a.Group == b.Group && a.Head == b.Head && slices.Equal(a.Choices, b.Choices) && a.Sum == b.Sum && a.Breaks == b.Breaks
	}
	if !slices.EqualFunc(shared, own, equal) {
		t.Errorf("the file has\n%v\nand the table\n%v", shared, own)
	}
}
