package proposal

import "strings"

// ChangeKind says what happened to a place.
type ChangeKind string

// The kinds of change. A row or a whole object is added or removed; a field is changed.
const (
	Added   ChangeKind = "ADDED"
	Removed ChangeKind = "REMOVED"
	Changed ChangeKind = "CHANGED"
)

// nothing stands where a value is not filled in.
const nothing = "(空)"

// Change is one difference between two versions of a document, readable by a person.
type Change struct {
	Section    string // a SectionName: "villages", "projects", "attachments" …
	Row        string // village code, project id, integrated item id, industry name or attachment kind; "" outside rows
	RowLabel   string // the row for a person: 项目 P03“道路硬化”
	Field      string // keys below the row or section, joined by dots: "startDate", "benefitLinkage.modes"; "" is the whole row
	FieldLabel string // the same in Chinese: 利益联结的联结方式
	Pointer    string // JSON pointer into the new document; into the old one for what was removed
	Kind       ChangeKind
	From, To   string // as a person reads them: 120 万元, 是, 已批复; “(空)” where nothing was filled in
}

// String is one line: 项目 P03“道路硬化”:开工日期 2023-03-01 → 2023-04-01.
func (c Change) String() string {
	subject := c.RowLabel
	if subject == "" {
		subject = SectionName(c.Section).Label()
	}
	var said []string
	if c.FieldLabel != "" && c.FieldLabel != subject {
		said = append(said, c.FieldLabel)
	}
	switch from, to := clip(c.From, 60), clip(c.To, 60); {
	case c.Kind == Changed:
		said = append(said, from+" → "+to)
	case c.Kind == Added:
		said = append(said, "新增"+c.detail(to))
	default:
		said = append(said, "删除"+c.detail(from))
	}
	return subject + ":" + strings.Join(said, " ")
}

func (c Change) detail(value string) string {
	if value == "" || value == nothing || value == c.RowLabel {
		return ""
	}
	return "(" + value + ")"
}

// Touches reports whether the change lies in the given field of its row or section, the field itself or below it; the empty
// field is the whole row.
func (c Change) Touches(field string) bool {
	return field == "" || c.Field == field || strings.HasPrefix(c.Field, field+".")
}
