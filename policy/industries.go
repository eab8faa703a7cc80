package policy

import "strconv"

// industryCount is I01 (三.1): how many 特色优势产业 the zone leads with; auxiliary ones are not listed here (A9).
func industryCount(f *facts) outcome {
	n, r := len(f.doc.Zone.Industries), f.pack.Params.IndustryCount
	bounds := strconv.Itoa(r.Min) + "—" + strconv.Itoa(r.Max)
	figure := Figure{Text: strconv.Itoa(n) + "个", Left: strconv.Itoa(n), Operator: "∈", Right: bounds, Unit: "个"}
	switch {
	case n < r.Min:
		figure.Gap = strconv.Itoa(r.Min - n)
		return failed(figure, "主导产业应为 "+bounds+" 个,还差 "+figure.Gap+" 个:请补填主导产业及规划依据", "/zone/industries")
	case n > r.Max:
		figure.Gap = strconv.Itoa(n - r.Max)
		return failed(figure, "主导产业应为 "+bounds+" 个,多出 "+figure.Gap+" 个:请只保留主导产业,辅助产业写入建设内容", "/zone/industries")
	}
	return passed(figure, "/zone/industries")
}

// industriesPlanned is I02 (三.1): each one is in the county's 产业振兴规划 and says where.
func industriesPlanned(f *facts) outcome {
	if len(f.doc.Zone.Industries) == 0 {
		return failed(text("尚未填报主导产业"), "请填报主导产业及其在县级产业振兴规划中的依据", "/zone/industries")
	}
	var bad offenders
	for i, industry := range f.doc.Zone.Industries {
		if !industry.InCountyIndustryPlan {
			bad.add(called(industry.Name, "", i), at("/zone/industries/", i, "/inCountyIndustryPlan"))
		} else if blank(industry.PlanReference) {
			bad.add(called(industry.Name, "", i), at("/zone/industries/", i, "/planReference"))
		}
	}
	if bad.count == 0 {
		return passed(noneOf(0, "均列明县级产业振兴规划依据"), "/zone/industries")
	}
	return failed(noneOf(bad.count, "无规划依据的产业"+strconv.Itoa(bad.count)+"个"+bad.suffix()),
		"请写明县级产业振兴规划的名称和章节,未列入规划的产业不能作主导产业:"+bad.list(), bad.places...)
}
