package policy

// industrySharePlaces are the decimals of the percentage shown (domain 3.3).
const industrySharePlaces = 4

// industryShare is F09 (other provinces' practice): 衔接资金 spent on 产业发展 over all 衔接资金; below the line it warns.
func industryShare(f *facts) outcome {
	industry := f.sums.IndustryLinkage
	line := "产业用衔接资金" + industry.String() + " / 合计" + f.linkage.String()
	if f.linkage <= 0 {
		return warned(text(line), "请先填报各级衔接资金,再核对产业占比", linkageCells)
	}
	want := f.pack.MinIndustryShare()
	share := percent(industry, f.linkage, industrySharePlaces)
	need := want.Of(f.linkage)
	figure := atLeast(industry, need, line+" = "+share)
	figure.Ratio = share
	if want.Reached(industry, f.linkage) {
		return passed(figure, "/projects", linkageCells)
	}
	gap := upToYuan(need) - industry
	figure.Gap = gap.String()
	return warned(figure, "产业占比低于 "+want.Percent()+",还差 "+wan(gap)+":建议调增产业项目的衔接资金,确有理由的在实施规划中说明", "/projects", linkageCells)
}
