package policy

import (
	"strconv"
	"strings"

	"xianjie/internal/proposal"
)

// fourElements is P03 (四.3): each project has its name, responsible department, sources of money and term.
func fourElements(f *facts) outcome {
	if o, none := f.noProjects(failed); none {
		return o
	}
	var bad offenders
	for i := range f.doc.Projects {
		p := &f.doc.Projects[i]
		if !blank(p.Name) && !blank(p.ResponsibleDept) && funded(p) && !p.StartDate.IsZero() && !p.EndDate.IsZero() {
			continue
		}
		what, cells := missingElements(p, i)
		bad.add(projectName(p, i)+"缺"+strings.Join(what, "、"), cells...)
	}
	figure := noneOf(bad.count, strconv.Itoa(len(f.doc.Projects))+"个项目,要素缺失"+strconv.Itoa(bad.count)+bad.suffix())
	if bad.count == 0 {
		return passed(figure, "/projects")
	}
	return failed(figure, "请补填项目要素:"+bad.list(), bad.places...)
}

func missingElements(p *proposal.Project, i int) (what, cells []string) {
	miss := func(is bool, name, cell string) {
		if is {
			what, cells = append(what, name), append(cells, at("/projects/", i, cell))
		}
	}
	miss(blank(p.Name), "项目名称", "/name")
	miss(blank(p.ResponsibleDept), "责任部门", "/responsibleDept")
	miss(!funded(p), "资金来源", "/funds")
	miss(p.StartDate.IsZero(), "开工日期", "/startDate")
	miss(p.EndDate.IsZero(), "完工日期", "/endDate")
	return what, cells
}

// funded reports whether any source brings money.
func funded(p *proposal.Project) bool {
	for i := range p.Funds {
		if p.Funds[i].Source != "" && p.Funds[i].Amount > 0 {
			return true
		}
	}
	return false
}

// insideZone is P04 (二.2, A24): projects lie in the zone's villages; one without villages serves a town of the zone.
func insideZone(f *facts) outcome {
	if o, none := f.noProjects(failed); none {
		return o
	}
	var bad offenders
	for i := range f.doc.Projects {
		p := &f.doc.Projects[i]
		var cells []string
		for j, code := range p.VillageCodes {
			if _, ok := f.villageRow[code]; !ok {
				cells = append(cells, at(at("/projects/", i, "/villageCodes/"), j, ""))
			}
		}
		for j, code := range p.TownCodes {
			if !f.hasTown(code) {
				cells = append(cells, at(at("/projects/", i, "/townCodes/"), j, ""))
			}
		}
		if len(p.VillageCodes) == 0 && len(p.TownCodes) == 0 {
			cells = append(cells, at("/projects/", i, "/townCodes"))
		}
		if len(cells) > 0 {
			bad.add(projectName(p, i), cells...)
		}
	}
	figure := noneOf(bad.count, "区外项目"+strconv.Itoa(bad.count)+"个"+bad.suffix())
	if bad.count == 0 {
		return passed(figure, "/projects", "/zone/villages")
	}
	return failed(figure, "请把实施地点改为推进区内的村或乡镇,或取消区外项目:"+bad.list(), bad.places...)
}

// categoriesCovered is P06 (二): each content the notice lists has a project.
func categoriesCovered(f *facts) outcome {
	if o, none := f.noProjects(warned); none {
		return o
	}
	var missing offenders
	all := f.pack.Params.ContentCategories
	for _, category := range all {
		if !f.hasCategory(category) {
			missing.add(category.Label())
		}
	}
	n := len(all) - missing.count
	figure := countOf(n, "≥", len(all), "类", "覆盖"+strconv.Itoa(n)+"/"+strconv.Itoa(len(all))+"类内容")
	if missing.count == 0 {
		return passed(figure, "/projects")
	}
	return warned(figure, "建议补充以下内容的项目:"+missing.list(), "/projects")
}

func (f *facts) hasCategory(category proposal.ContentCategory) bool {
	for i := range f.doc.Projects {
		if f.doc.Projects[i].ContentCategory == category {
			return true
		}
	}
	return false
}

// targetsSet is P07 (performance rules): a project that uses 衔接资金 has a 绩效目标.
func targetsSet(f *facts) outcome {
	if o, none := f.noProjects(warned); none {
		return o
	}
	var bad offenders
	for i := range f.doc.Projects {
		p := &f.doc.Projects[i]
		if len(p.PerformanceTargets) == 0 && usesLinkage(p) {
			bad.add(projectName(p, i), at("/projects/", i, "/performanceTargets"))
		}
	}
	figure := noneOf(bad.count, "无绩效目标"+strconv.Itoa(bad.count)+"个"+bad.suffix())
	if bad.count == 0 {
		return passed(figure, "/projects")
	}
	return warned(figure, "请为使用衔接资金的项目填写绩效目标:"+bad.list(), bad.places...)
}
