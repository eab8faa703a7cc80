package workflow

import (
	"xianjie/internal/funds"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// FundWarning is one thing that falls behind, with its figures.
type FundWarning struct {
	Code string
	Name string
	Text string        // the figures in one sentence
	Due  proposal.Date // from when on it holds; zero for 序时进度
}

// warnings are the 序时进度 that lags and the milestones that are due and not reached.
func warnings(pack *policy.Pack, v FundView, awarded proposal.Date) []FundWarning {
	out := []FundWarning{}
	p, lag := v.Progress, pack.ProgressLag()
	if behind := p.Lag(); behind*lag.Den > lag.Num*10_000 {
		out = append(out, FundWarning{Code: "PROGRESS", Name: "支出滞后于序时进度", Text: "支出 " + p.Spent.String() + " ÷ 下达 " + p.Allocated.String() + " = " +
			funds.Rate(p.Spent, p.Allocated) + ",序时 " + number(int64(p.Months)) + "/" + number(int64(p.Of)) + ",滞后 " + funds.Percent(behind) + "(百分点)"})
	}
	for i, m := range pack.Params.Funds.Milestones {
		due := awarded.AddMonths(m.Months)
		amounts := v.Matrix.Total
		if m.Source != "" {
			amounts = v.Matrix.Sum(m.Source)
		}
		have, whole := amounts.Of(funds.Layer(m.Layer)), amounts.Of(funds.Layer(m.Of))
		if v.AsOf.Before(due) || pack.MilestoneShare(i).Reached(have, whole) && whole > 0 {
			continue
		}
		out = append(out, FundWarning{Code: m.Code, Name: m.Name, Due: due, Text: funds.Layer(m.Layer).Label() + " " + have.String() + " ÷ " + funds.Layer(m.Of).Label() +
			" " + whole.String() + equals(funds.Rate(have, whole)) + ",应达到 " + pack.MilestoneShare(i).Percent() + ",还差 " +
			max(pack.MilestoneShare(i).Of(whole)-have, 0).String() + " 万元"})
	}
	return out
}

func equals(rate string) string {
	if rate == "" {
		return ""
	}
	return " = " + rate
}
