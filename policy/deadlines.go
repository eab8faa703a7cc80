package policy

import (
	"strconv"
	"time"
)

// reportedInTime is D04 (四.3, A15): the city reports before the deadline, which is itself too late. Not yet reported is NA:
// in the live process the report step is stopped by the clock instead.
func reportedInTime(f *facts) outcome {
	if f.reportedAt == nil {
		return notApplicable("尚未报省")
	}
	return f.before(*f.reportedAt, f.pack.Params.ProvinceDeadline, "报省", "/submission/cityReportedAt")
}

// submittedInTime is D05 (batch, A16): likewise for the county, when the batch sets a deadline.
func submittedInTime(f *facts) outcome {
	if f.pack.Params.CountyDeadline == nil {
		return notApplicable("未设县报市期限")
	}
	if f.submittedAt == nil {
		return notApplicable("尚未报市")
	}
	return f.before(*f.submittedAt, *f.pack.Params.CountyDeadline, "报市", "/submission/countySubmittedAt")
}

func (f *facts) before(instant, deadline time.Time, step, cell string) outcome {
	figure := Figure{
		Text: f.pack.ZoneLabel() + " " + f.local(instant), Left: f.local(instant), Operator: "<", Right: f.local(deadline), Unit: "时刻",
	}
	if instant.Before(deadline) {
		return passed(figure, cell)
	}
	figure.Gap = lateness(instant.Sub(deadline))
	return failed(figure, step+"已过截止时刻("+f.pack.ZoneLabel()+" "+f.local(deadline)+"),本批次不再受理;确系登记有误的,请凭收文记录更正", cell)
}

func (f *facts) local(t time.Time) string { return ShowInstant(t, f.pack.Zone()) }

// lateness says how long after a deadline, in the two largest units that matter: "3天2小时", "9小时12分", "0秒".
func lateness(d time.Duration) string {
	const day = 24 * time.Hour
	in := func(n time.Duration, unit string) string { return strconv.FormatInt(int64(n), 10) + unit }
	switch {
	case d >= day:
		return in(d/day, "天") + in(d%day/time.Hour, "小时")
	case d >= time.Hour:
		return in(d/time.Hour, "小时") + in(d%time.Hour/time.Minute, "分")
	case d >= time.Minute:
		return in(d/time.Minute, "分") + in(d%time.Minute/time.Second, "秒")
	}
	return in(d/time.Second, "秒")
}
