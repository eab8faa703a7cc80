package policy

import (
	"strconv"

	"xianjie/internal/money"
)

// planUnit is the smallest amount a plan may write: 元, four decimals of 万元.
const planUnit = money.Yuan

// amountsLegal is F08 (data): every amount is at least 0, exact to 元 and within what can be kept.
func amountsLegal(f *facts) outcome {
	var bad offenders
	plan := &f.doc.FundPlan
	for i := range planLines {
		if amount := f.sums.Planned.Of(planLines[i].source); illegal(amount) {
			bad.add(amount.String(), planLines[i].cell)
		}
	}
	for i := range plan.Integrated {
		if illegal(plan.Integrated[i].Amount) {
			bad.add(plan.Integrated[i].Amount.String(), at("/fundPlan/integrated/", i, "/amount"))
		}
	}
	for i := range f.doc.Projects {
		p := &f.doc.Projects[i]
		for j := range p.Funds {
			if illegal(p.Funds[j].Amount) {
				bad.add(p.Funds[j].Amount.String(), fundCell(i, j, "/amount"))
			}
		}
		if illegal(p.TotalInvestment) {
			bad.add(p.TotalInvestment.String(), at("/projects/", i, "/totalInvestment"))
		}
	}
	for i := range f.doc.Zone.Villages {
		if v := &f.doc.Zone.Villages[i]; illegal(v.CollectiveIncome) {
			bad.add(v.CollectiveIncome.String(), at("/zone/villages/", i, "/collectiveIncomeWan"))
		}
	}
	for i := range f.doc.Zone.Industries {
		if n := &f.doc.Zone.Industries[i]; illegal(n.AnnualOutput) {
			bad.add(n.AnnualOutput.String(), at("/zone/industries/", i, "/annualOutputWan"))
		}
	}
	if bad.count == 0 {
		return passed(noneOf(0, "金额非负且不超过"+strconv.Itoa(money.PlanPlaces)+"位小数"), "/fundPlan", "/projects")
	}
	return failed(noneOf(bad.count, "不合法金额"+strconv.Itoa(bad.count)+"个"+bad.suffix()),
		"金额以万元为单位,应不小于 0、精确到元(最多 "+strconv.Itoa(money.PlanPlaces)+" 位小数),请改正:"+bad.list(), bad.places...)
}

func illegal(amount money.Fen) bool { return amount < 0 || amount > money.Max || amount%planUnit != 0 }
