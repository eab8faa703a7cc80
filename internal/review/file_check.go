package review

import (
	"maps"
	"slices"
)

// file checks what the types alone do not hold.
func (c *placing) file(f File) {
	setup := f.Setup()
	if f.Params != nil {
		c.params(*f.Params)
	}
	seen := map[string]bool{}
	dims := map[string]bool{}
	for _, key := range setup.TieBreak {
		if key != ByWritten && key != ByIntegration && key != ByLot {
			dims[string(key)] = true
		}
	}
	for i, fc := range f.Cases {
		place := at("/cases/", i, "")
		c.unique(place+"/id", "编号", fc.ID, seen)
		c.marks(place+"/written", fc.Written, dims)
		c.marks(place+"/defence", fc.Defence, nil)
		if (fc.Defence == nil) != (f.Cases[0].Defence == nil) {
			c.wrong(place+"/defence", "同一批次的申报应当都有或都没有答辩,没有打分的请写 []")
		}
		c.site(place+"/site", fc.Site, f.Cases[0].Site)
	}
	seen = map[string]bool{}
	for i, tie := range f.TieBreak {
		c.unique(at("/tieBreak/", i, "/id"), "编号", tie.ID, seen)
		c.rows(at("/tieBreak/", i, ""), tie, dims)
	}
}

func (c *placing) params(p FileParams) {
	s := Setup{TieBreak: p.TieBreak}
	c.within("/params/minExperts", p.MinExperts, 1)
	c.within("/params/trimFrom", p.TrimFrom, max(fewestToTrim, p.MinExperts))
	if p.WrittenWeight+p.DefenceWeight != onePoint || p.WrittenWeight < 0 || p.DefenceWeight < 0 {
		c.wrong("/params/writtenWeight", "书面权重与答辩权重之和应为 1,现为 %s", p.WrittenWeight+p.DefenceWeight)
	}
	c.chain("/params/tieBreak", s.TieBreak, func(key TieKey) bool { return codePattern.MatchString(string(key)) })
}

// marks checks the marks of one stage; dims, unless nil, learns the dimensions that occur.
func (c *placing) marks(place string, marks []FileMark, dims map[string]bool) {
	seen := map[string]bool{}
	for i, m := range marks {
		here := at(place+"/", i, "")
		c.unique(here+"/expert", "专家代号", m.Expert, seen)
		if m.Total > Full {
			c.wrong(here+"/total", "总分不能超过 100,现为 %s", m.Total)
		}
		if len(m.Dims) == 0 {
			continue
		}
		var sum Points
		for _, code := range slices.Sorted(maps.Keys(m.Dims)) {
			if !codePattern.MatchString(code) {
				c.wrong(pointer(here+"/dims/", code), "维度代码“%s”写法不对", clip(code))
			}
			sum += min(m.Dims[code], Full)
			if dims != nil {
				dims[code] = true
			}
		}
		if sum != m.Total {
			c.wrong(here+"/total", "各维度分之和 %s 与总分 %s 不等", sum, m.Total)
		}
	}
}

func (c *placing) site(place string, site, first FileSite) {
	switch {
	case (site == FileSite{}) != (first == FileSite{}):
		c.wrong(place, "同一批次的申报应当都有或都没有现场核查")
	case site == FileSite{}:
	case site.Result != SitePass && site.Result != SiteIssues && site.Result != SiteFail:
		c.wrong(place+"/result", "核查结论只能是 PASS(通过)、ISSUES(有问题)、FAIL(不通过)")
	case site.Result != SiteIssues && site.Deduction != 0:
		c.wrong(place+"/deduction", "结论为 %s 时不扣分", site.Result)
	case site.Deduction > Full:
		c.wrong(place+"/deduction", "扣分不能超过 100,现为 %s", site.Deduction)
	}
}

func (c *placing) rows(place string, tie FileTie, dims map[string]bool) {
	seen, used := map[string]bool{}, map[string]int{}
	for i, row := range tie.Rows {
		here := at(place+"/rows/", i, "")
		c.unique(here+"/app", "申报", row.App, seen)
		if Points(row.Composite) > Full || Points(row.Written) > Full {
			c.wrong(here, "分数不能超过 100")
		}
		if row.Integrated < 0 || row.Linkage < 0 {
			c.wrong(here, "资金不能小于 0")
		}
		if row.Lot < 0 {
			c.wrong(here+"/lot", "签号应为正整数,没有抽签的请删去")
		}
		for _, code := range slices.Sorted(maps.Keys(row.Dims)) {
			used[code]++
			if !dims[code] {
				c.wrong(pointer(here+"/", code), "没有这个字段,也没有这个评分维度,请核对名称(区分大小写)或删去")
			}
		}
	}
	for _, code := range slices.Sorted(maps.Keys(used)) {
		if dims[code] && used[code] < len(tie.Rows) {
			c.wrong(place+"/rows", "只有部分申报写了 %s 均分,无法比较,请补全", code)
		}
	}
	named := map[string]bool{}
	for i, tier := range tie.Tiers() {
		here := at(place+"/expectedOrder/", i, "")
		if len(tier) == 0 {
			c.wrong(here, "此处应为申报名称,或并列申报名称的列表")
		}
		for _, app := range tier {
			if !seen[app] {
				c.wrong(here, "“%s”不在参加排名的申报里", clip(app))
			}
			c.unique(here, "申报", app, named)
		}
	}
}
