package review

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"xianjie/internal/fault"
)

// Recomputed is a file worked out afresh from its marks, and where that differs from what the file states.
type Recomputed struct {
	Cases       []CaseResult
	TieBreak    []TieResult
	Differences []fault.Place // by location in the file; nil when all agrees
}

// CaseResult is one case worked out.
type CaseResult struct {
	ID        string
	Written   StageResult
	Defence   *StageResult // nil when the batch has no defence
	Site      *SiteResult  // nil when the batch has no site check
	Composite Composite
}

// TieResult is one ranking worked out.
type TieResult struct {
	ID     string
	Places []Place
	Order  []Tier
}

// Figures is a result as the file would state it.
func (c CaseResult) Figures() FileExpected {
	e := FileExpected{Written: c.Written.figures(), Composite: (*Fixed)(c.Composite.Points), Status: c.Composite.Status}
	if c.Defence != nil {
		defence := c.Defence.figures()
		e.Defence = &defence
	}
	return e
}

func (r StageResult) figures() FileStage {
	dropped := make([]Short, len(r.Dropped))
	for i, p := range r.Dropped {
		dropped[i] = Short(p)
	}
	return FileStage{r.Effective, dropped, (*Fixed)(r.Mean)}
}

// Recompute works out every case and ranking of a file and compares: with the expected values it states, and the rows of a
// ranking with the case of the same name.
func (f File) Recompute() Recomputed {
	setup := f.Setup()
	var out Recomputed
	c := &placing{}
	cases := make(map[string]CaseResult, len(f.Cases))
	for i, fc := range f.Cases {
		r := setup.recompute(fc)
		out.Cases = append(out.Cases, r)
		cases[fc.ID] = r
		if fc.Expected != nil {
			c.compareCase(at("/cases/", i, "/expected"), *fc.Expected, r)
		}
	}
	for i, tie := range f.TieBreak {
		rows := make([]Row, len(tie.Rows))
		for j, row := range tie.Rows {
			rows[j] = row.Row()
			if r, ok := cases[row.App]; ok {
				c.compareRow(at(at("/tieBreak/", i, "/rows/"), j, ""), rows[j], r)
			}
		}
		places := setup.Rank(rows)
		t := TieResult{ID: tie.ID, Places: places, Order: tiersOf(places)}
		out.TieBreak = append(out.TieBreak, t)
		if want := tie.Tiers(); want != nil && !slices.EqualFunc(want, t.Order, Tier.equal) {
			c.wrong(at("/tieBreak/", i, "/expectedOrder"), "%s 的名次:文件写 %s,算得 %s", tie.ID, line(want), line(t.Order))
		}
	}
	out.Differences = c.places
	return out
}

func (s Setup) recompute(fc FileCase) CaseResult {
	r := CaseResult{ID: fc.ID, Written: s.Aggregate(Marks(fc.Written))}
	if fc.Defence != nil {
		defence := s.Aggregate(Marks(fc.Defence))
		r.Defence = &defence
	}
	if fc.Site != (FileSite{}) {
		r.Site = &SiteResult{fc.Site.Result, fc.Site.Deduction}
	}
	r.Composite = s.Compose(r.Written, r.Defence, r.Site)
	return r
}

func (c *placing) compareCase(place string, want FileExpected, r CaseResult) {
	have := r.Figures()
	c.compareStage(place+"/written", r.ID+" 书面", want.Written, have.Written)
	switch {
	case want.Defence != nil && have.Defence != nil:
		c.compareStage(place+"/defence", r.ID+" 答辩", *want.Defence, *have.Defence)
	case want.Defence != nil || have.Defence != nil:
		c.wrong(place+"/defence", "%s 的答辩:结果和打分只写了一处", r.ID)
	}
	c.differ(place+"/composite", r.ID+" 综合分", shown(want.Composite), shown(have.Composite))
	c.differ(place+"/status", r.ID+" 状态", string(want.Status), string(have.Status))
}

func (c *placing) compareStage(place, what string, want, have FileStage) {
	if want.Effective != have.Effective {
		c.wrong(place+"/effective", "%s有效专家:文件写 %d 人,算得 %d 人", what, want.Effective, have.Effective)
	}
	c.differ(place+"/dropped", what+"去掉的分", list(want.Dropped), list(have.Dropped))
	c.differ(place+"/mean", what+"均分", shown(want.Mean), shown(have.Mean))
}

// compareRow holds a row of a ranking against its case.
func (c *placing) compareRow(place string, row Row, r CaseResult) {
	if r.Composite.Points == nil {
		c.wrong(place, "%s 没有综合分(%s),不应参加排名", r.ID, r.Composite.Status)
		return
	}
	c.differ(place+"/composite", r.ID+" 综合分", row.Composite.Fixed(), r.Composite.Points.Fixed())
	c.differ(place+"/written", r.ID+" 书面均分", row.Written.Fixed(), r.Written.Mean.Fixed())
	for _, code := range slices.Sorted(maps.Keys(row.Dims)) {
		if mean, known := r.Written.Dims[code]; known {
			c.differ(pointer(place+"/", code), r.ID+" "+code+" 均分", row.Dims[code].Fixed(), mean.Fixed())
		}
	}
}

func (c *placing) differ(place, what, stated, computed string) {
	if stated != computed {
		c.wrong(place, "%s:文件写 %s,算得 %s", what, stated, computed)
	}
}

func shown(p *Fixed) string {
	if p == nil {
		return "无"
	}
	return p.String()
}

func list[T fmt.Stringer](values []T) string {
	if len(values) == 0 {
		return "无"
	}
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = v.String()
	}
	return strings.Join(texts, "、")
}

// line is an order as a sentence.
func line(order []Tier) string {
	texts := make([]string, len(order))
	for i, t := range order {
		texts[i] = t.String()
	}
	return strings.Join(texts, " > ")
}
