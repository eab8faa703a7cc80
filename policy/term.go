package policy

import "strconv"

// planTerm is D01 (四.3, “原则上”, A21): the plan ends at most the set months after it began, both days included.
func planTerm(f *facts) outcome {
	plan := f.doc.Plan
	cells := []string{"/plan/startDate", "/plan/endDate"}
	if plan.StartDate.IsZero() || plan.EndDate.IsZero() {
		return failed(text("规划起止日期未填齐"), "请填写实施规划的起始日期和截止日期", cells...)
	}
	months := f.pack.Params.MaxPlanMonths
	latest := plan.StartDate.AddMonths(months).AddDays(-1)
	figure := Figure{
		Text: plan.StartDate.String() + "—" + plan.EndDate.String() + ",最晚" + latest.String(),
		Left: plan.EndDate.String(), Operator: "≤", Right: latest.String(), Unit: "日期",
	}
	switch {
	case plan.EndDate.Before(plan.StartDate):
		return failed(figure, "规划截止日期早于起始日期,请改正", cells...)
	case plan.EndDate.After(latest):
		return failed(figure, "规划期限超过 "+strconv.Itoa(months)+" 个月:截止日期请改为不晚于 "+latest.String()+",确有特殊情况的向省级申请豁免", cells...)
	}
	return passed(figure, cells...)
}

// insideTerm is P05 (四.3): plan start ≤ project start ≤ project end ≤ plan end.
func insideTerm(f *facts) outcome {
	if o, none := f.noProjects(failed); none {
		return o
	}
	plan := f.doc.Plan
	if plan.StartDate.IsZero() || plan.EndDate.IsZero() {
		return failed(text("规划起止日期未填齐,无法核对项目期限"), "请先填写实施规划的起止日期", "/plan/startDate", "/plan/endDate")
	}
	var bad offenders
	for i := range f.doc.Projects {
		p := &f.doc.Projects[i]
		if p.StartDate.IsZero() || p.EndDate.IsZero() || p.StartDate.Before(plan.StartDate) ||
			p.EndDate.Before(p.StartDate) || p.EndDate.After(plan.EndDate) {
			bad.add(projectName(p, i), at("/projects/", i, "/startDate"), at("/projects/", i, "/endDate"))
		}
	}
	figure := noneOf(bad.count, "期外项目"+strconv.Itoa(bad.count)+"个"+bad.suffix())
	if bad.count == 0 {
		return passed(figure, "/projects", "/plan")
	}
	return failed(figure, "请把开工、完工日期调整到 "+plan.StartDate.String()+" 至 "+plan.EndDate.String()+" 之内:"+bad.list(), bad.places...)
}
