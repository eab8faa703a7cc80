package workflow

import (
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// unnamed lists what a return names that the document does not have: such a slip would open nothing.
func unnamed(items []ReturnItem) []fault.Place {
	var places []fault.Place
	for i, item := range items {
		location := fmt.Sprintf("/items/%d", i)
		if !slices.Contains(returnable(), proposal.SectionName(item.Section)) {
			places = append(places, fault.Place{Location: location + "/section", Message: "没有“" + item.Section + "”这个栏目,可用:" + returnableText()})
			continue
		}
		for _, field := range item.Fields {
			if _, known := proposal.FieldLabel(proposal.SectionName(item.Section), field); !known {
				places = append(places, fault.Place{Location: location + "/fields",
					Message: "栏目“" + proposal.SectionName(item.Section).Label() + "”没有“" + field + "”这一项;不填 fields 即开放整栏"})
			}
		}
	}
	return places
}

func returnable() []proposal.SectionName {
	return append(proposal.Sections(), proposal.SectionProjects, proposal.SectionAttachments)
}

func returnableText() string {
	names := []string{}
	for _, name := range returnable() {
		names = append(names, string(name)+"("+name.Label()+")")
	}
	return strings.Join(names, "、")
}

// onlyPapers: the province may return missing material and slips of the pen only, never money or scope (domain 3.5.2).
func onlyPapers(c *Case) []Block {
	for _, item := range c.Input.Items {
		switch section := proposal.SectionName(item.Section); section {
		case proposal.SectionProjects, proposal.SectionFundPlan, proposal.SectionVillages:
			return block("", "省级退回只限补材料、改笔误,不能退回“"+section.Label()+"”;金额、范围、项目有误的请按不通过处理")
		}
	}
	return nil
}

// provinceReturnsLeft: at most as many returns as the pack says.
func provinceReturnsLeft(c *Case) []Block {
	if c.App.Returns < c.Pack.Params.ProvinceReturnMax {
		return nil
	}
	return block("", fmt.Sprintf("省级退回补正已用 %d 次,本批最多 %d 次", c.App.Returns, c.Pack.Params.ProvinceReturnMax))
}

// withinReturnWindow: 补正窗口, half-open.
func withinReturnWindow(c *Case) []Block {
	if c.Around.Return == nil || c.Now.Before(c.Around.Return.DueAt) {
		return nil
	}
	return block("", "补正窗口已于 "+shown(c.Around.Return.DueAt, c.Pack.Zone())+" 关闭")
}

// afterReturnWindow: only then does the province go on with what it has.
func afterReturnWindow(c *Case) []Block {
	if withinReturnWindow(c) != nil {
		return nil
	}
	return block("", "补正窗口未到期")
}

// coreUnchanged: a resupply to the province may change no amount, village or project (domain 3.5.2).
func coreUnchanged(c *Case) []Block {
	if c.Doc == nil || c.Frozen == nil || proposal.CoreDigest(c.Doc) == c.Frozen.CoreDigest {
		return nil
	}
	return block("", "补报只能补材料,"+c.coreChange()+"与报省时不一致,请恢复后再报")
}

// newResolution: when money, scope or projects changed since the last snapshot, the 常务会议 must have met again after the return.
func newResolution(c *Case) []Block {
	if c.Doc == nil || c.Frozen == nil || c.Around.Return == nil || proposal.CoreDigest(c.Doc) == c.Frozen.CoreDigest {
		return nil
	}
	returned := proposal.DateIn(c.Around.Return.ReturnedAt, c.Pack.Zone())
	if c.Doc.Resolution != nil && c.Doc.Resolution.Date.After(returned) {
		return nil
	}
	return block("D02", fmt.Sprintf("%s有变动,须附退回日(%s)之后的县政府常务会议新决议", c.coreChange(), returned))
}

// coreChange names which of 资金, 范围, 项目 changed since the last snapshot.
func (c *Case) coreChange() string {
	old, _, err := proposal.Decode(c.Frozen.Body)
	if err != nil {
		return "资金、范围或项目"
	}
	return strings.Join(proposal.CoreChange(old, c.Doc), "、")
}

// hearingOver: the county must have had its 申辩期 since the leading bureau proposed the disqualification (domain 3.5.2).
func hearingOver(c *Case) []Block {
	for _, g := range c.Around.Signatures {
		if g.Action != Disqualify || g.Round != c.App.Round {
			continue
		}
		end := hearingEnd(c.Pack, g)
		if c.Now.Before(end) {
			return block("", fmt.Sprintf("申辩期 %d 个工作日,至 %s 届满后方可会签决定", c.Pack.Params.HearingWorkdays, shown(end, c.Pack.Zone())))
		}
	}
	return nil
}
