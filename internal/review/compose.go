package review

import "xianjie/internal/money"

// SiteVerdict is the conclusion of a site check.
type SiteVerdict string

// The conclusions (domain 4.3).
const (
	SitePass   SiteVerdict = "PASS"
	SiteIssues SiteVerdict = "ISSUES"
	SiteFail   SiteVerdict = "FAIL" // goes to the disqualification procedure
)

// SiteResult is a site check as the composite sees it.
type SiteResult struct {
	Verdict   SiteVerdict
	Deduction Points
}

// Status is what became of an application's scoring.
type Status string

// The statuses.
const (
	Scored              Status = "SCORED"
	InsufficientExperts Status = "INSUFFICIENT_EXPERTS"
	Disqualified        Status = "DISQUALIFIED"
)

// Composite is 书面×权重 + 答辩×权重 − 核查扣分, half-up to two places, not below 0.
type Composite struct {
	Points  *Points // nil unless SCORED
	Status  Status
	Working string
}

// Compose joins the stages of one application (4.4.2). A nil defence or site is a stage the batch does not use: without a defence
// the written mean counts fully, without a site check nothing is deducted. A failed site check outweighs missing experts.
func (s Setup) Compose(written StageResult, defence *StageResult, site *SiteResult) Composite {
	switch {
	case site != nil && site.Verdict == SiteFail:
		return Composite{Status: Disqualified, Working: "现场核查不通过,转取消资格程序,不计综合分"}
	case written.Mean == nil:
		return Composite{Status: InsufficientExperts, Working: "书面评审有效专家不足,无法合成"}
	case defence != nil && defence.Mean == nil:
		return Composite{Status: InsufficientExperts, Working: "视频答辩有效专家不足,无法合成"}
	}
	const whole = int64(onePoint) // weights are hundredths: products are ten-thousandths of a point
	var room [64]byte
	b := written.Mean.appendFixed(room[:0])
	sum := int64(*written.Mean) * whole
	if defence != nil {
		sum = int64(*written.Mean)*int64(s.WrittenWeight) + int64(*defence.Mean)*int64(s.DefenceWeight)
		b = append(b, "×"...)
		b = s.WrittenWeight.appendFixed(b)
		b = append(b, '+')
		b = defence.Mean.appendFixed(b)
		b = append(b, "×"...)
		b = s.DefenceWeight.appendFixed(b)
	}
	if site != nil && site.Verdict == SiteIssues {
		sum -= int64(site.Deduction) * whole
		b = append(b, "−"...)
		b = site.Deduction.append(b)
	}
	b = append(b, '=')
	b = money.AppendDecimal(b, sum, 2*pointPlaces)
	points := Points(quotient(sum, whole))
	b = append(b, "→"...)
	if points < 0 {
		points = 0
		b = append(b, "低于 0 的按 0 计→"...)
	}
	return Composite{Points: &points, Status: Scored, Working: string(points.appendFixed(b))}
}

// Passes reports whether a composite reaches the 合格线.
func (s Setup) Passes(c Composite) bool { return c.Points != nil && *c.Points >= s.PassLine }
