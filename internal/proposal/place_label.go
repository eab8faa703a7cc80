package proposal

import (
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// PlaceLabel turns a JSON pointer into a document into words: "/projects/3/startDate" is 项目 P04“道路硬化”的开工日期. It
// goes as deep as the pointer makes sense; the whole document is 申报书.
func PlaceLabel(pointer string, p *Proposal) string {
	label, _ := proposalShape.place(p, "", slices.Collect(jsontext.Pointer(pointer).Tokens()))
	return or(label, "申报书")
}
