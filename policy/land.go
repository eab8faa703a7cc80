package policy

// landGuaranteed is D08 (三.4): the county promises the land quota first.
func landGuaranteed(f *facts) outcome {
	land := f.doc.LandGuarantee
	if !land.Committed {
		return failed(text("未承诺优先保障土地指标"), "请县级作出项目用地指标优先保障的承诺,并附土地保障承诺书", "/landGuarantee/committed")
	}
	return passed(text(land.QuotaMu.String()+"亩"), "/landGuarantee")
}
