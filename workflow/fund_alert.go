package workflow

import (
	"slices"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// FundAlert is one line of 预警清单: promised money that has not arrived (黄灯), or what falls behind.
type FundAlert struct {
	FundWarning
	Since proposal.Date // from when on it stands
	Cause string
	Order *SupervisionOrder // the 督办单 that keeps the zone amber; nil for what only warns
}

// Alerts are all that stand against an award, the amber ones first.
func (v FundView) Alerts() []FundAlert {
	out := []FundAlert{}
	for i := range v.Orders {
		if o := &v.Orders[i].SupervisionOrder; o.Amber() {
			out = append(out, v.unarrived(o))
		}
	}
	for _, w := range v.Warnings {
		a := FundAlert{FundWarning: w, Since: w.Due, Cause: "进度滞后"}
		if a.Since.IsZero() {
			a.Since = v.AsOf
		}
		out = append(out, a)
	}
	return out
}

// unarrived is an amber order with the figures its rule has today on what arrived.
func (v FundView) unarrived(o *SupervisionOrder) FundAlert {
	a := FundAlert{Since: proposal.DateIn(o.OpenedAt, v.Zone), Cause: "承诺的资金没有全部到位", Order: o,
		FundWarning: FundWarning{Code: string(o.Rule), Name: string(o.Rule) + " " + policy.RuleName(o.Rule), Text: o.Cause}}
	i := slices.IndexFunc(v.Promises, func(p Promise) bool { return p.Layer == funds.Allocated })
	if i < 0 {
		return a
	}
	for _, f := range v.Promises[i].Findings {
		if f.Rule != o.Rule || f.Figure.Unit != "万元" {
			continue
		}
		a.Have, a.Want, a.Lacking = wanOf(f.Figure.Left), wanOf(f.Figure.Right), wanOf(f.Figure.Gap)
		a.Is = f.Figure.Ratio
	}
	return a
}

// wanOf reads an amount of a finding; 0 where it has none.
func wanOf(text string) money.Fen {
	amount, err := money.ParseWan(text)
	if err != nil {
		return 0
	}
	return amount
}
