package workflow

import (
	"xianjie/internal/funds"
	"xianjie/internal/money"
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
		if v.AsOf.Before(due) || pack.MilestoneShare(i).Reached(have, whole) && (whole > 0 || funds.Layer(m.Of) == funds.Planned) {
			continue // nothing planned of this source: nothing to reach
		}
		out = append(out, FundWarning{Code: m.Code, Name: m.Name, Due: due, Text: reached(m, have, whole) + ",应达到 " + pack.MilestoneShare(i).Percent() +
			lacking(pack.MilestoneShare(i).Of(whole)-have)})
	}
	return out
}

// reached is how far a milestone has come.
func reached(m policy.Milestone, have, whole money.Fen) string {
	layer, of := funds.Layer(m.Layer), funds.Layer(m.Of)
	if whole <= 0 {
		return "还没有" + of.Label()
	}
	return layer.Label() + " " + have.String() + " ÷ " + of.Label() + " " + whole.String() + " = " + funds.Rate(have, whole)
}

func lacking(rest money.Fen) string {
	if rest <= 0 {
		return ""
	}
	return ",还差 " + rest.String() + " 万元"
}
