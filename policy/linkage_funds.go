package policy

import (
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// The cells of the 衔接资金.
const (
	linkageCells = "/fundPlan/linkage"
	provUpCell   = "/fundPlan/linkage/LINKAGE_PROV_UP"
	cityCell     = "/fundPlan/linkage/LINKAGE_CITY"
	countyCell   = "/fundPlan/linkage/LINKAGE_COUNTY"
)

// otherChannel says NA when the document goes another way; an unset channel is C01's matter.
func (f *facts) otherChannel(mine proposal.Channel) (outcome, bool) {
	switch f.doc.Channel {
	case mine:
		return outcome{}, false
	case proposal.KeyCounty, proposal.CitySelected:
		return notApplicable(f.doc.Channel.Label() + "通道不适用"), true
	}
	return notApplicable("申报通道未定,见 C01"), true
}

// keyCountyScale is F01 (一.3, A4): a key county's 衔接资金 reaches the set amount.
func keyCountyScale(f *facts) outcome {
	if o, other := f.otherChannel(proposal.KeyCounty); other {
		return o
	}
	floor := f.pack.Params.KeyCountyLinkage
	figure := atLeast(f.linkage, floor, "衔接资金合计"+f.linkage.String()+" / "+floor.String())
	if f.linkage < floor {
		return failed(figure, "衔接资金合计还差 "+wan(floor-f.linkage)+":重点县应由省级以上衔接资金安排 "+wan(floor), linkageCells)
	}
	return passed(figure, linkageCells)
}

// keyCountySource is F02 (一.3, A4): that amount comes from 省级以上 alone; 市县 may add of their own will.
func keyCountySource(f *facts) outcome {
	if o, other := f.otherChannel(proposal.KeyCounty); other {
		return o
	}
	plan, want := f.doc.FundPlan.Linkage, f.pack.Params.KeyCountyLinkage
	rest := want.String() + "(市" + plan.City.String() + " 县" + plan.County.String() + ")"
	if !f.pack.Params.KeyCountyExact {
		figure := atLeast(plan.ProvUp, want, "省级以上"+plan.ProvUp.String()+" / 须≥"+rest)
		if plan.ProvUp < want {
			return failed(figure, "省级以上衔接资金还差 "+wan(want-plan.ProvUp)+",请改为不少于 "+wan(want), provUpCell)
		}
		return passed(figure, provUpCell)
	}
	figure := exactly(plan.ProvUp, want, "省级以上"+plan.ProvUp.String()+" / 须等于"+rest)
	if plan.ProvUp != want {
		return failed(figure, "请将省级以上衔接资金改为 "+wan(want)+moreOrLess(plan.ProvUp, want)+",市县自愿追加的填在市级、县级栏", provUpCell)
	}
	return passed(figure, provUpCell)
}

// cityChannelFloor is F03 (一.3, A3): all levels together reach the floor, 省级以上 included.
func cityChannelFloor(f *facts) outcome {
	if o, other := f.otherChannel(proposal.CitySelected); other {
		return o
	}
	floor := f.pack.Params.CityChannelMinLinkage
	figure := atLeast(f.linkage, floor, "衔接资金合计"+f.linkage.String()+" / 下限"+floor.String())
	if f.linkage < floor {
		return failed(figure, "衔接资金合计还差 "+wan(floor-f.linkage)+":请由市、县两级衔接资金补足", cityCell, countyCell)
	}
	return passed(figure, linkageCells)
}

// tierMatches is F04 (一.3, A1, A2): 省级以上 equals the fixed amount of the county's class.
func tierMatches(f *facts) outcome {
	if o, other := f.otherChannel(proposal.CitySelected); other {
		return o
	}
	class := f.pack.RegionClass(f.countyCode, f.cityCode)
	tier, ok := f.pack.Tier(class)
	provUp := f.doc.FundPlan.Linkage.ProvUp
	if !ok {
		return failed(text("省级以上"+provUp.String()+" / "+f.countyName+"没有归类"), f.noClassAdvice(), provUpCell)
	}
	figure := exactly(provUp, tier, "省级以上"+provUp.String()+" / "+class.Label()+"档"+tier.String())
	if provUp != tier {
		return failed(figure, "请将省级以上衔接资金改为"+class.Label()+"档定额 "+wan(tier)+moreOrLess(provUp, tier), provUpCell)
	}
	return passed(figure, provUpCell)
}

// localShare is F05 (一.3): 市 + 县 make up the floor less the tier of the county's class, whatever 省级以上 was filled in.
func localShare(f *facts) outcome {
	if o, other := f.otherChannel(proposal.CitySelected); other {
		return o
	}
	tier, ok := f.pack.Tier(f.pack.RegionClass(f.countyCode, f.cityCode))
	plan := f.doc.FundPlan.Linkage
	local := plan.City + plan.County
	if !ok {
		return failed(text("市县合计"+local.String()+" / "+f.countyName+"没有归类"), f.noClassAdvice(), cityCell, countyCell)
	}
	floor := max(0, f.pack.Params.CityChannelMinLinkage-tier)
	figure := atLeast(local, floor, "市县合计"+local.String()+" / 下限"+floor.String())
	if local < floor {
		return failed(figure, "市、县两级衔接资金还差 "+wan(floor-local)+":请增加市级或县级安排并附财政承诺", cityCell, countyCell)
	}
	return passed(figure, cityCell, countyCell)
}

func (f *facts) noClassAdvice() string {
	return "本批次没有给出" + f.countyName + "的东、中、西部归类,无法核定补助档:请省级在政策包中补上归类后再检查"
}

// moreOrLess says how far an amount is off: ",现多 500 万元".
func moreOrLess(amount, want money.Fen) string {
	if amount > want {
		return ",现多 " + wan(amount-want)
	}
	return ",现少 " + wan(want-amount)
}
