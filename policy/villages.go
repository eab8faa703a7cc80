package policy

import (
	"slices"
	"strconv"

	"xianjie/internal/proposal"
)

// enoughVillages is V01 (三, “原则上”): the number of different villages. The batch says whether only those of an allowed
// type count (A10).
func enoughVillages(f *facts) outcome {
	n, floor := len(f.villageRow), f.pack.Params.MinVillages
	if f.pack.Params.VillageCountEligibleOnly {
		n = 0
		for _, row := range f.villageRow {
			if f.typeAllowed(f.doc.Zone.Villages[row].Type) {
				n++
			}
		}
	}
	figure := countOf(n, "≥", floor, "个", strconv.Itoa(n)+" / 下限"+strconv.Itoa(floor))
	if n < floor {
		return failed(figure, "行政村还差 "+figure.Gap+" 个:请补充相邻且类型合格的村,确有特殊情况的向省级申请豁免", "/zone/villages")
	}
	return passed(figure, "/zone/villages")
}

func (f *facts) typeAllowed(t proposal.VillageType) bool {
	return slices.Contains(f.pack.Params.AllowedVillageTypes, t)
}

// villageTypesAllowed is V02 (三.2): every village is of a type the batch allows.
func villageTypesAllowed(f *facts) outcome {
	if o, none := f.noVillages(); none {
		return o
	}
	var bad offenders
	for i := range f.doc.Zone.Villages {
		v := &f.doc.Zone.Villages[i]
		if f.typeAllowed(v.Type) {
			continue
		}
		kind := v.Type.Label()
		if kind == "" {
			kind = "类型未填"
		}
		bad.add(called(v.Name, v.Code, i)+"("+kind+")", at("/zone/villages/", i, "/type"))
	}
	if bad.count == 0 {
		return passed(noneOf(0, "不符类型村0个"), "/zone/villages")
	}
	return failed(noneOf(bad.count, "不符类型村"+strconv.Itoa(bad.count)+"个"+bad.suffix()),
		"请将类型不符的村移出推进区,或更正村庄类型并附依据:"+bad.list(), bad.places...)
}

// villagesPlanned is V03 (三.2, A12): a village without a 村庄规划 fails, one whose plan is being drawn up warns.
func villagesPlanned(f *facts) outcome {
	if o, none := f.noVillages(); none {
		return o
	}
	var missing, underway offenders
	for i := range f.doc.Zone.Villages {
		v := &f.doc.Zone.Villages[i]
		switch v.PlanStatus {
		case proposal.PlanApproved, proposal.PlanCompiled:
		case proposal.PlanInProgress:
			underway.add(called(v.Name, v.Code, i), at("/zone/villages/", i, "/planStatus"))
		default:
			missing.add(called(v.Name, v.Code, i), at("/zone/villages/", i, "/planStatus"))
		}
	}
	figure := noneOf(missing.count+underway.count, "未编"+strconv.Itoa(missing.count)+missing.suffix()+
		",编制中"+strconv.Itoa(underway.count)+underway.suffix())
	switch {
	case missing.count > 0:
		return failed(figure, "请先组织编制多规合一的村庄规划,或移出未编的村:"+missing.list(), append(missing.places, underway.places...)...)
	case underway.count > 0:
		return warned(figure, "请在上报前完成村庄规划,并附批复或编制成果:"+underway.list(), underway.places...)
	}
	return passed(figure, "/zone/villages")
}

// contiguous is V04 (一.2②): declared contiguous and spread over few towns.
func contiguous(f *facts) outcome {
	n, most := len(f.towns), f.pack.Params.MaxTownsForContiguity
	figure := countOf(n, "≤", most, "个", "声明连片="+yesNo(f.doc.Zone.Contiguous)+",涉及"+strconv.Itoa(n)+"个乡镇")
	switch {
	case n == 0:
		return warned(figure, "请填报各村所在乡镇,以便判断是否集中连片", "/zone/villages")
	case !f.doc.Zone.Contiguous:
		return warned(figure, "未声明集中连片:请核实推进区范围,连片的如实勾选并附区位图", "/zone/contiguous")
	case n > most:
		return warned(figure, "涉及乡镇超过 "+strconv.Itoa(most)+" 个:请收拢范围,或在区位图中说明如何连片", "/zone/villages")
	}
	return passed(figure, "/zone/contiguous", "/zone/villages")
}

// villagesDistinct is V05 (data): each village once, each with its code.
func villagesDistinct(f *facts) outcome {
	if o, none := f.noVillages(); none {
		return o
	}
	rows := len(f.doc.Zone.Villages)
	figure := Figure{
		Text: strconv.Itoa(rows) + "行," + strconv.Itoa(len(f.villageRow)) + "个不同编码",
		Left: strconv.Itoa(len(f.villageRow)), Operator: "=", Right: strconv.Itoa(rows), Unit: "个",
	}
	if len(f.villageRow) == rows {
		return passed(figure, "/zone/villages")
	}
	var bad offenders
	for i := range f.doc.Zone.Villages {
		v := &f.doc.Zone.Villages[i]
		if first, ok := f.villageRow[v.Code]; !ok || first != i {
			bad.add(called(v.Name, v.Code, i)+"(第"+strconv.Itoa(i+1)+"行)", at("/zone/villages/", i, "/code"))
		}
	}
	figure.Gap = strconv.Itoa(bad.count)
	return failed(figure, "请删去重复的村或补正编码:"+bad.list(), bad.places...)
}
