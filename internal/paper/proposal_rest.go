package paper

import (
	"fmt"
	"strings"

	"xianjie/internal/proposal"
)

// linkage is 七、联农带农机制.
func (c *chapters) linkage() {
	c.open("联农带农机制")
	var rows [][]string
	for i, p := range c.doc.Projects {
		var modes []string
		for _, m := range p.BenefitLinkage.Modes {
			modes = append(modes, m.Label())
		}
		rows = append(rows, []string{numbered(i), p.Name, strings.Join(modes, "、"), figure(p.BenefitLinkage.DirectHouseholds), figure(p.BenefitLinkage.PovertyOrMonitoredHouseholds),
			p.BenefitLinkage.Description})
	}
	c.say("各项目的利益联结方式和带动户数见表%d。", c.tables+1)
	c.show(Table{Caption: "联农带农", Unit: "单位：户", Rows: rows, Columns: []Column{{"序号", 6, Centre}, {"项目名称", 24, Left}, {"联结方式", 16, Left}, {"直接\n带动", 8, Right},
		{"脱贫\n监测户", 9, Right}, {"做法", 26, Left}}})
}

// schedule is 八、进度安排.
func (c *chapters) schedule() {
	c.open("进度安排")
	c.say("实施期自%s至%s。各项目起止时间见表%d。", day(c.doc.Plan.StartDate), day(c.doc.Plan.EndDate), c.tables+1)
	var rows [][]string
	for i, p := range c.doc.Projects {
		rows = append(rows, []string{numbered(i), p.Name, either(p.StartDate.IsZero(), unfilled, day(p.StartDate)), either(p.EndDate.IsZero(), unfilled, day(p.EndDate)), p.Implementer})
	}
	c.show(Table{Caption: "项目进度", Rows: rows, Columns: []Column{{"序号", 6, Centre}, {"项目名称", 32, Left}, {"开工", 18, Centre}, {"完工", 18, Centre}, {"实施单位", 22, Left}}})
}

// targets is 九、绩效目标.
func (c *chapters) targets() {
	c.open("绩效目标")
	var rows [][]string
	for _, p := range c.doc.Projects {
		for j, t := range p.PerformanceTargets {
			rows = append(rows, []string{either(j == 0, p.Name, ""), t.Kind.Label(), t.Name, t.Value})
		}
	}
	c.say("共设绩效指标%d项，见表%d。", len(rows), c.tables+1)
	c.show(Table{Caption: "绩效目标", Rows: rows, Columns: []Column{{"项目名称", 32, Left}, {"类别", 14, Left}, {"指标", 24, Left}, {"目标值", 14, Left}}})
}

// guarantees is 十、组织保障与土地保障.
func (c *chapters) guarantees() {
	c.open("组织保障与土地保障")
	m := c.doc.Mechanism
	c.part(0, "组织保障")
	c.say("由%s牵头负责，%s为牵头部门，%s；%s。", words(m.LeadLeaderPost), series(m.LeadDepartments), either(m.CoordinationMechanism, "已建立协调机制", "尚未建立协调机制"),
		either(m.WorkTeam, "已成立工作专班（"+words(m.WorkTeamDocNo)+"）", "尚未成立工作专班"))
	c.part(1, "土地保障")
	c.say("%s。", c.land())
}

// assets is 十一、资产管理与后续管护.
func (c *chapters) assets() {
	c.open("资产管理与后续管护")
	c.say("按预计形成的资产分，%s。项目建成后按资产类别登记确权，由下表所列单位负责移交和管护。", tally(c.doc.Projects, func(p proposal.Project) string { return p.AssetType.Label() }))
	var rows [][]string
	for i, p := range c.doc.Projects {
		rows = append(rows, []string{numbered(i), p.Name, p.AssetType.Label(), p.FundUse.Label(), p.ResponsibleDept, p.Implementer})
	}
	c.show(Table{Caption: "资产与管护", Rows: rows, Columns: []Column{{"序号", 6, Centre}, {"项目名称", 30, Left}, {"资产类别", 13, Left}, {"资金使用方式", 14, Left}, {"责任单位", 18, Left},
		{"实施单位", 18, Left}}})
}

// overlap is 十二、不重复支持说明.
func (c *chapters) overlap() {
	c.open("不重复支持说明")
	statement := "尚未附具不重复支持说明"
	for i, a := range c.doc.Attachments {
		if a.Kind == proposal.AttachNonOverlapStatement {
			statement = fmt.Sprintf("不重复支持说明见附件%d", i+1)
			break
		}
	}
	c.say("%s；%s。", either(len(c.doc.Zone.CombinedWith) > 0, "推进区与下列已有支持统筹衔接："+series(c.doc.Zone.CombinedWith), "推进区未与其他已有支持的区域结合申报"), statement)
	var tagged []string
	for _, p := range c.doc.Projects {
		if len(p.NegativeListTags) > 0 {
			tagged = append(tagged, p.Name)
		}
	}
	c.say("%s。", either(len(tagged) > 0, fmt.Sprintf("有%d个项目标注了负面清单事项：%s", len(tagged), series(tagged)), "各项目均未标注负面清单事项"))
}
