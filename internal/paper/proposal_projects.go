package paper

import (
	"fmt"
	"strings"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// categories are the six kinds of content, in the order of the programme.
func categories() []proposal.ContentCategory {
	return []proposal.ContentCategory{proposal.ContentIndustry, proposal.ContentConstruction, proposal.ContentGovernance, proposal.ContentTalent,
		proposal.ContentEmployment, proposal.ContentConsolidation}
}

// aims is 三、总体思路与目标.
func (c *chapters) aims() {
	c.open("总体思路与目标")
	doc := c.doc
	var b proposal.Beneficiaries
	var direct, poor int64
	for _, p := range doc.Projects {
		b.Households += p.Beneficiaries.Households
		b.Persons += p.Beneficiaries.Persons
		b.PovertyRelievedPersons += p.Beneficiaries.PovertyRelievedPersons
		b.MonitoredPersons += p.Beneficiaries.MonitoredPersons
		direct += p.BenefitLinkage.DirectHouseholds
		poor += p.BenefitLinkage.PovertyOrMonitoredHouseholds
	}
	c.say("依据《%s》，推进区自%s至%s实施，围绕产业发展、乡村建设、乡村治理、人才培养、就业带动和巩固拓展脱贫攻坚成果统筹安排项目，促进农户就近就业、稳定增收。",
		words(doc.Plan.Title), day(doc.Plan.StartDate), day(doc.Plan.EndDate))
	c.say("计划安排项目%d个，总投资%s。各项目受益农户合计%d户次、%d人次，其中脱贫享受政策人口%d人次、监测帮扶对象%d人次；通过利益联结直接带动农户%d户次，其中脱贫户和监测户%d户次。",
		len(doc.Projects), wan(c.sums.Investment), b.Households, b.Persons, b.PovertyRelievedPersons, b.MonitoredPersons, direct, poor)
}

// content is 四、建设内容, kind by kind.
func (c *chapters) content() {
	c.open("建设内容")
	var rows [][]string
	var linkage, total money.Fen
	for i, kind := range categories() {
		var names []string
		var own, all money.Fen
		for j, p := range c.doc.Projects {
			if p.ContentCategory == kind {
				names = append(names, p.Name)
				own += c.sums.ProjectLinkage[j]
				all += p.TotalInvestment
			}
		}
		linkage, total = linkage+own, total+all
		c.part(i, kind.Label())
		if len(names) == 0 {
			c.say("本类未安排项目。")
		} else {
			c.say("安排项目%d个，总投资%s，其中衔接资金%s：%s。", len(names), wan(all), wan(own), strings.Join(names, "、"))
		}
		rows = append(rows, []string{kind.Label(), fmt.Sprint(len(names)), own.String(), all.String()})
	}
	if loose := len(c.doc.Projects) - placedIn(c.doc.Projects); loose > 0 {
		c.say("另有%d个项目尚未填写所属内容。", loose)
	}
	rows = append(rows, []string{"合计", fmt.Sprint(placedIn(c.doc.Projects)), linkage.String(), total.String()})
	c.show(Table{Caption: "建设内容汇总", Unit: "单位：个、万元", Total: true, Rows: rows, Columns: []Column{{"内容", 20, Left}, {"项目数", 12, Right}, {"衔接资金", 18, Right}, {"总投资", 18, Right}}})
}

// placedIn counts the projects that belong to one of the six kinds.
func placedIn(all []proposal.Project) (n int) {
	for _, p := range all {
		if p.ContentCategory != "" {
			n++
		}
	}
	return n
}

// projects is 五、项目表.
func (c *chapters) projects() {
	c.open("项目表")
	c.say("各项目的名称、内容、地点、资金、时限和责任单位见表%d。", c.tables+1)
	rows := make([][]string, 0, len(c.doc.Projects)+1)
	var total, linkage money.Fen
	for i, p := range c.doc.Projects {
		rows = append(rows, []string{numbered(i), p.Name, joined("\n", p.ContentCategory.Label(), p.LibrarySubType), joined("\n", string(p.Nature), p.ImplementationMode.Label()),
			c.placed(p), p.ContentAndScale, month(p.StartDate) + "至\n" + month(p.EndDate), joined("\n", p.ResponsibleDept, p.Implementer), p.TotalInvestment.String(),
			c.sums.ProjectLinkage[i].String(), fmt.Sprintf("%d户\n%d人", p.Beneficiaries.Households, p.Beneficiaries.Persons)})
		total, linkage = total+p.TotalInvestment, linkage+c.sums.ProjectLinkage[i]
	}
	if len(rows) > 0 {
		rows = append(rows, []string{"", "合计", "", "", "", "", "", "", total.String(), linkage.String(), ""})
	}
	c.show(Table{Caption: "实施项目", Unit: "单位：万元", Wide: true, Total: len(rows) > 0, Rows: rows, Columns: []Column{{"序号", 6, Centre}, {"项目名称", 17, Left}, {"类别", 11, Left},
		{"性质与\n方式", 10, Left}, {"地点", 12, Left}, {"内容与规模", 23, Left}, {"起止年月", 10.5, Centre}, {"责任单位与\n实施单位", 16, Left}, {"总投资", 9.5, Right}, {"衔接资金", 10, Right},
		{"受益", 9, Right}}})
}

// joined joins what is there.
func joined(with string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, with)
}
