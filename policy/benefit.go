package policy

import (
	"strconv"

	"xianjie/internal/proposal"
)

// benefitLinked is P01 (二.1): an industry project ties in farm households directly; one that only pays dividends, or reaches
// no 脱贫户 or 监测户, warns.
func benefitLinked(f *facts) outcome {
	if o, none := f.noProjects(failed); none {
		return o
	}
	var none, weak offenders
	industry := 0
	for i := range f.doc.Projects {
		p := &f.doc.Projects[i]
		if p.ContentCategory != proposal.ContentIndustry {
			continue
		}
		industry++
		link := &p.BenefitLinkage
		switch {
		case len(link.Modes) == 0:
			none.add(called(p.ID, p.Name, i), at("/projects/", i, "/benefitLinkage/modes"))
		case link.DirectHouseholds <= 0:
			none.add(called(p.ID, p.Name, i), at("/projects/", i, "/benefitLinkage/directHouseholds"))
		case onlyDividend(link.Modes):
			weak.add(called(p.ID, p.Name, i), at("/projects/", i, "/benefitLinkage/modes"))
		case link.PovertyOrMonitoredHouseholds <= 0:
			weak.add(called(p.ID, p.Name, i), at("/projects/", i, "/benefitLinkage/povertyOrMonitoredHouseholds"))
		}
	}
	figure := noneOf(none.count+weak.count, "产业项目"+strconv.Itoa(industry)+"个,无联结"+strconv.Itoa(none.count)+none.suffix()+
		",仅分红或未带脱贫户"+strconv.Itoa(weak.count)+weak.suffix())
	switch {
	case none.count > 0:
		return failed(figure, "请为产业项目补填利益联结方式和直接带动户数:"+none.list(), append(none.places, weak.places...)...)
	case weak.count > 0:
		return warned(figure, "建议增加务工、订单等联结方式,并带动脱贫户或监测户:"+weak.list(), weak.places...)
	}
	return passed(figure, "/projects")
}

// noDividendPurchase is P02 (二.1, “原则上”, A23): money that buys assets or shares must tie people in by more than a dividend.
func noDividendPurchase(f *facts) outcome {
	if o, none := f.noProjects(failed); none {
		return o
	}
	var bad offenders
	for i := range f.doc.Projects {
		p := &f.doc.Projects[i]
		buys := p.FundUse == proposal.UseAssetPurchase || p.FundUse == proposal.UseEquityPurchase
		if buys && onlyDividend(p.BenefitLinkage.Modes) {
			bad.add(projectName(p, i), at("/projects/", i, "/fundUse"), at("/projects/", i, "/benefitLinkage/modes"))
		}
	}
	figure := noneOf(bad.count, "购买类分红项目"+strconv.Itoa(bad.count)+"个"+bad.suffix())
	if bad.count == 0 {
		return passed(figure, "/projects")
	}
	return failed(figure, "请取消该项目,或改为有务工、订单等实质联结的项目;确有特殊情况的向省级申请豁免:"+bad.list(), bad.places...)
}

// onlyDividend reports whether nothing but 收益分红 remains among the modes, the empty list included.
func onlyDividend(modes []proposal.LinkageMode) bool {
	for _, m := range modes {
		if m != proposal.LinkDividend && m != "" {
			return false
		}
	}
	return true
}
