package policy

import (
	"strconv"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// integratedPlaces are the decimals of the percentage shown: enough that a shortfall of one 元 stays visible.
const integratedPlaces = 6

// integratedRatio is F06 (三.4, A5–A7): 整合行业资金 reach the set fraction of all 衔接资金 of every level, compared by
// cross-multiplication. The gap is rounded up to whole 元, against the applicant (domain 3.7).
func integratedRatio(f *facts) outcome {
	const cells = "/fundPlan/integrated"
	if f.linkage <= 0 {
		return failed(text("整合行业资金"+f.integrated.String()+" / 衔接资金合计未填"), "请先填报各级衔接资金,再核对整合比例", linkageCells)
	}
	ratio := f.pack.MinIntegrated()
	need := ratio.Of(f.linkage)
	share := percent(f.integrated, f.linkage, integratedPlaces)
	figure := atLeast(f.integrated, need, f.integratedName()+f.integrated.String()+" / 需≥"+need.String()+" (="+share+")")
	figure.Ratio = share
	if ratio.Reached(f.integrated, f.linkage) {
		return passed(figure, cells, linkageCells)
	}
	gap := upToYuan(need) - f.integrated
	figure.Gap = gap.String()
	return failed(figure, "整合行业资金还差 "+wan(gap)+":请补充行业部门资金并附承诺,或核减衔接资金后重新测算"+f.uncounted(), cells)
}

func (f *facts) integratedName() string {
	if f.pack.Params.IntegratedCountsCooperation {
		return "整合行业资金(含协作资金)"
	}
	return "整合行业资金"
}

// uncounted names the lines left out because their status does not count under the batch's basis.
func (f *facts) uncounted() string {
	n, sum := 0, money.Fen(0)
	for _, item := range f.doc.FundPlan.Integrated {
		if !f.counts(item.Status) {
			n, sum = n+1, sum+item.Amount
		}
	}
	if n == 0 {
		return ""
	}
	want := "已承诺或已到位"
	if f.pack.Params.IntegratedBasis == proposal.FundInPlace {
		want = "已到位"
	}
	return ";另有 " + strconv.Itoa(n) + " 条共 " + wan(sum) + " 的状态不是" + want + ",没有计入"
}

func upToYuan(amount money.Fen) money.Fen { return (amount + money.Yuan - 1) / money.Yuan * money.Yuan }
