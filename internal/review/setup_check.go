package review

import (
	"slices"

	"xianjie/internal/fault"
)

const (
	mostCount    = 10_000 // a sanity bound: it catches slips of the keyboard and decides nothing
	fewestToTrim = 3      // two are dropped and one must be left
)

// Validate lists every wrong spot of a setup, located relative to it ("/rubrics/0/dimensions/2/weight"); none when it may be used.
func (s Setup) Validate() []fault.Place {
	c := &placing{}
	c.rubrics(s)
	codes := map[string]bool{}
	if len(s.SiteItems) == 0 {
		c.wrong("/siteItems", "请至少列出一个现场核查项")
	}
	for i, item := range s.SiteItems {
		c.code(at("/siteItems/", i, "/code"), "核查项代码", item.Code, codes)
		c.named(at("/siteItems/", i, "/name"), item.Name)
	}
	c.within("/minExperts", s.MinExperts, 1)
	c.within("/trimFrom", s.TrimFrom, max(fewestToTrim, s.MinExperts))
	for _, w := range []struct {
		at     string
		weight Points
	}{{"/writtenWeight", s.WrittenWeight}, {"/defenceWeight", s.DefenceWeight}} {
		if w.weight < 0 || w.weight > onePoint {
			c.wrong(w.at, "权重应在 0 到 1 之间,现为 %s", w.weight)
		}
	}
	if sum := s.WrittenWeight + s.DefenceWeight; sum != onePoint {
		c.wrong("/writtenWeight", "书面权重与答辩权重之和应为 1,现为 %s", sum)
	}
	if s.PassLine < 0 || s.PassLine > Full {
		c.wrong("/passLine", "合格线应在 0 到 100 之间,现为 %s", s.PassLine)
	}
	c.within("/maxAwards", s.MaxAwards, 0)
	if s.OutlierAbove <= 0 || s.OutlierAbove > Full {
		c.wrong("/outlierAbove", "异常分差应大于 0、不超过 100,现为 %s", s.OutlierAbove)
	}
	c.within("/vetoQuorum", s.VetoQuorum, 1)
	c.deductions(s)
	c.tieBreak(s)
	c.within("/perApplication", s.PerApplication, max(s.MinExperts, 1))
	c.within("/loadCap", s.LoadCap, 1)
	return c.places
}

func (c *placing) rubrics(s Setup) {
	seen := map[Stage]bool{}
	for i, r := range s.Rubrics {
		place := at("/rubrics/", i, "")
		switch {
		case r.Stage != Written && r.Stage != Defence:
			c.wrong(place+"/stage", "评分表只用于 WRITTEN(书面)或 DEFENCE(答辩),现为“%s”", clip(string(r.Stage)))
		case seen[r.Stage]:
			c.wrong(place+"/stage", "同一环节有两张评分表,请只保留一张")
		}
		seen[r.Stage] = true
		c.rubric(place, r)
	}
	if !seen[Written] {
		c.wrong("/rubrics", "缺少书面评审(WRITTEN)的评分表")
	}
}

func (c *placing) rubric(place string, r Rubric) {
	if r.Step <= 0 || r.Step > Full {
		c.wrong(place+"/step", "打分步长应大于 0,现为 %s", r.Step)
	}
	if len(r.Dimensions) == 0 {
		c.wrong(place+"/dimensions", "请至少列出一个评分维度")
	}
	var sum Points
	dimensions, items, vetoes := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i, d := range r.Dimensions {
		here := at(place+"/dimensions/", i, "")
		c.code(here+"/code", "维度代码", d.Code, dimensions)
		if slices.Contains([]TieKey{ByWritten, ByIntegration, ByLot}, TieKey(d.Code)) {
			c.wrong(here+"/code", "维度代码不能用并列规则的名称 %s", d.Code)
		}
		c.named(here+"/name", d.Name)
		sum += d.Weight
		c.items(here, r.Step, d, items)
	}
	if len(r.Dimensions) > 0 && sum != Full {
		c.wrong(place+"/dimensions", "各维度权重之和应为 100,现为 %s", sum)
	}
	for i, v := range r.Vetoes {
		c.code(at(place+"/vetoes/", i, "/code"), "一票否决项代码", v.Code, vetoes)
		c.named(at(place+"/vetoes/", i, "/name"), v.Name)
	}
}

func (c *placing) items(place string, step Points, d Dimension, seen map[string]bool) {
	if len(d.Items) == 0 {
		c.wrong(place+"/items", "请至少列出一个子项")
		return
	}
	var sum Points
	for i, item := range d.Items {
		here := at(place+"/items/", i, "")
		c.code(here+"/code", "子项代码", item.Code, seen)
		c.named(here+"/name", item.Name)
		sum += item.Max
		switch {
		case item.Max <= 0 || item.Max > Full:
			c.wrong(here+"/max", "子项满分应大于 0、不超过 100,现为 %s", item.Max)
		case step > 0 && !item.Max.multiple(step):
			c.wrong(here+"/max", "%s 不是 %s 的整数倍", item.Max, step)
		}
		switch {
		case item.Anchor < 0 || item.Anchor > item.Max:
			c.wrong(here+"/anchor", "说明线应在 0 到满分 %s 之间,现为 %s", item.Max, item.Anchor)
		case step > 0 && !item.Anchor.multiple(step):
			c.wrong(here+"/anchor", "%s 不是 %s 的整数倍", item.Anchor, step)
		}
	}
	if sum != d.Weight {
		c.wrong(place+"/weight", "子项满分之和 %s 与维度权重 %s 不等", sum, d.Weight)
	}
}

func (c *placing) deductions(s Setup) {
	if s.DeductionStep <= 0 || s.DeductionStep > Full {
		c.wrong("/deductionStep", "核查扣分的步长应大于 0,现为 %s", s.DeductionStep)
		return
	}
	for _, d := range []struct {
		at     string
		points Points
	}{{"/minDeduction", s.MinDeduction}, {"/maxDeduction", s.MaxDeduction}} {
		switch {
		case d.points <= 0 || d.points > Full:
			c.wrong(d.at, "核查扣分应大于 0、不超过 100,现为 %s", d.points)
		case !d.points.multiple(s.DeductionStep):
			c.wrong(d.at, "%s 不是 %s 的整数倍", d.points, s.DeductionStep)
		}
	}
	if s.MinDeduction > s.MaxDeduction {
		c.wrong("/minDeduction", "最少扣分 %s 不能多于最多扣分 %s", s.MinDeduction, s.MaxDeduction)
	}
}

func (c *placing) tieBreak(s Setup) {
	known := []TieKey{ByWritten, ByIntegration, ByLot}
	if r, ok := s.Rubric(Written); ok {
		for _, d := range r.Dimensions {
			known = append(known, TieKey(d.Code))
		}
	}
	c.chain("/tieBreak", s.TieBreak, func(key TieKey) bool { return slices.Contains(known, key) })
}

// chain checks the keys that decide between equal composites.
func (c *placing) chain(place string, keys []TieKey, known func(TieKey) bool) {
	seen := map[TieKey]bool{}
	for i, key := range keys {
		here := at(place+"/", i, "")
		switch {
		case !known(key):
			c.wrong(here, "“%s”不能用来区分并列,只能是 WRITTEN、INTEGRATION、LOT 或书面评分表的维度代码", clip(string(key)))
		case seen[key]:
			c.wrong(here, "“%s”重复,请只保留一处", key)
		case key == ByLot && i < len(keys)-1:
			c.wrong(here, "抽签(LOT)应放在最后")
		}
		seen[key] = true
	}
	if !seen[ByLot] {
		c.wrong(place, "请列出并列时依次比较的项目,最后一项为 LOT(抽签),否则完全并列时无法定序")
	}
}
