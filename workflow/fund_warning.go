package workflow

import (
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// LagCode is the code of the warning about 序时进度; the pack names the others.
const LagCode = "PROGRESS"

// FundWarning is one thing that falls behind, with its figures.
type FundWarning struct {
	Code    string
	Name    string
	Text    string        // the figures in one sentence
	Due     proposal.Date // from when on it holds; zero for 序时进度
	Source  string        // whose money; "" for all of it
	Should  string        // 应达 as a percentage
	Is      string        // 实际 as a percentage; "" where there is nothing to reckon from
	Want    money.Fen     // 应达
	Have    money.Fen     // 实际
	Lacking money.Fen     // 差额, rounded up; 0 where nothing stands to be a share of
}

// warnings are the 序时进度 that lags and the milestones that are due and not reached.
func warnings(pack *policy.Pack, v FundView, awarded proposal.Date) []FundWarning {
	out := []FundWarning{}
	p, lag := v.Progress, pack.ProgressLag()
	if behind := p.Lag(); behind*lag.Den > lag.Num*10_000 {
		w := FundWarning{Code: LagCode, Name: "支出滞后于序时进度", Should: p.Due(), Is: funds.Rate(p.Spent, p.Allocated), Want: p.Want(), Have: p.Spent}
		w.Lacking = w.Want - w.Have
		w.Text = "支出 " + p.Spent.String() + " ÷ 下达 " + p.Allocated.String() + " = " + w.Is + ",序时 " + number(int64(p.Months)) + "/" + number(int64(p.Of)) +
			",滞后 " + funds.Percent(behind) + "(百分点)"
		out = append(out, w)
	}
	for i, m := range pack.Params.Funds.Milestones {
		due, share := awarded.AddMonths(m.Months), pack.MilestoneShare(i)
		amounts := v.Matrix.Total
		if m.Source != "" {
			amounts = v.Matrix.Sum(m.Source)
		}
		have, whole := amounts.Of(funds.Layer(m.Layer)), amounts.Of(funds.Layer(m.Of))
		if v.AsOf.Before(due) || share.Reached(have, whole) && (whole > 0 || funds.Layer(m.Of) == funds.Planned) {
			continue // nothing planned of this source: nothing to reach
		}
		w := FundWarning{Code: m.Code, Name: m.Name, Due: due, Source: m.Source, Should: share.Percent(), Is: funds.Rate(have, whole), Want: share.Of(whole), Have: have}
		w.Lacking = max(w.Want-have, 0)
		w.Text = reached(m, have, whole) + ",应达到 " + w.Should + lacking(w.Lacking)
		out = append(out, w)
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
