package review

import "xianjie/internal/fault"

// CheckSite says what is wrong with the conclusion of a site check: PASS and FAIL deduct nothing, ISSUES within the bounds.
func (s Setup) CheckSite(r SiteResult) []fault.Place {
	c := &placing{}
	const place = "/deduction"
	switch {
	case r.Verdict != SitePass && r.Verdict != SiteIssues && r.Verdict != SiteFail:
		c.wrong("/result", "核查结论只能是 PASS(通过)、ISSUES(有问题)、FAIL(不通过)")
	case r.Verdict != SiteIssues && r.Deduction != 0:
		c.wrong(place, "结论为 %s 时不扣分", r.Verdict)
	case r.Verdict != SiteIssues:
	case r.Deduction < s.MinDeduction || r.Deduction > s.MaxDeduction:
		c.wrong(place, "扣分应在 %s 到 %s 之间,现为 %s", s.MinDeduction, s.MaxDeduction, r.Deduction)
	case !r.Deduction.multiple(s.DeductionStep):
		c.wrong(place, "%s 不是 %s 的整数倍", r.Deduction, s.DeductionStep)
	}
	return c.places
}
