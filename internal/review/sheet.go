package review

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
)

// Sheet is one expert's word on one application in one stage. A draft may have gaps; Check says what is missing before it can be handed in.
type Sheet struct {
	Scores  map[string]Points `json:"scores"`            // item code → points
	Reasons map[string]string `json:"reasons,omitempty"` // item code → why the score is under the anchor
	Vetoes  map[string]string `json:"vetoes,omitempty"`  // veto code → why it is ticked
	Comment string            `json:"comment,omitzero"`  // 总体意见
}

// mostRunes bounds each text of a sheet.
const mostRunes = 2000

// Check says what must be mended before a sheet may be handed in: every item scored, within 0 and its maximum, in whole steps;
// a reason for every score under the anchor and for every ticked veto; nothing the rubric does not know. None when all is well.
func (r Rubric) Check(sheet Sheet) []fault.Place { return r.check(sheet, true) }

// CheckDraft is Check for a sheet still being filled in: gaps and missing reasons are no fault, wrong values are.
func (r Rubric) CheckDraft(sheet Sheet) []fault.Place { return r.check(sheet, false) }

func (r Rubric) check(sheet Sheet, final bool) []fault.Place {
	c := &placing{}
	items, vetoes := map[string]bool{}, map[string]bool{}
	for _, d := range r.Dimensions {
		for _, item := range d.Items {
			items[item.Code] = true
			c.score(r, item, sheet, final)
		}
	}
	for _, v := range r.Vetoes {
		vetoes[v.Code] = true
		if reason, ticked := sheet.Vetoes[v.Code]; ticked && final && blank(reason) {
			c.wrong(pointer("/vetoes/", v.Code), "勾选了一票否决项“%s”,请写明理由", v.Name)
		}
	}
	known(c, "/scores/", "子项", sheet.Scores, items)
	known(c, "/reasons/", "子项", sheet.Reasons, items)
	known(c, "/vetoes/", "一票否决项", sheet.Vetoes, vetoes)
	c.lengths("/reasons/", sheet.Reasons)
	c.lengths("/vetoes/", sheet.Vetoes)
	c.length("/comment", sheet.Comment)
	return c.places
}

func (c *placing) score(r Rubric, item Item, sheet Sheet, final bool) {
	at := pointer("/scores/", item.Code)
	p, scored := sheet.Scores[item.Code]
	switch {
	case !scored && final:
		c.wrong(at, "“%s”还没有打分", item.Name)
	case !scored:
	case p < 0 || p > item.Max:
		c.wrong(at, "“%s”应在 0 到 %s 分之间,现为 %s", item.Name, item.Max, p)
	case !p.multiple(r.Step):
		c.wrong(at, "“%s”:%s 不是 %s 的整数倍", item.Name, p, r.Step)
	case final && p < item.Anchor && blank(sheet.Reasons[item.Code]):
		c.wrong(pointer("/reasons/", item.Code), "“%s”%s 分低于 %s 分,请写明理由", item.Name, p, item.Anchor)
	}
}

// known refuses keys that the rubric does not have.
func known[V any](c *placing, under, what string, have map[string]V, all map[string]bool) {
	for _, code := range slices.Sorted(maps.Keys(have)) {
		if !all[code] {
			c.wrong(pointer(under, code), "评分表没有%s“%s”", what, clip(code))
		}
	}
}

func (c *placing) lengths(under string, texts map[string]string) {
	for _, code := range slices.Sorted(maps.Keys(texts)) {
		c.length(pointer(under, code), texts[code])
	}
}

func (c *placing) length(at, text string) {
	if n := utf8.RuneCountInString(text); n > mostRunes {
		c.wrong(at, "文字共 %d 字,最多 %d 字,请精简", n, mostRunes)
	}
}

// multiple reports whether p is a whole number of steps.
func (p Points) multiple(step Points) bool { return step > 0 && p%step == 0 }

func blank(text string) bool { return strings.TrimSpace(text) == "" }
