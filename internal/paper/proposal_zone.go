package paper

import (
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// basics is 一、基本情况.
func (c *chapters) basics() {
	c.open("基本情况")
	doc, z := c.doc, c.doc.Zone
	var households, people, relieved, monitored int64
	var income money.Fen
	secretaries := 0
	rows := [][]string{}
	for i, v := range z.Villages {
		households += v.Households
		people += v.Population
		relieved += v.PovertyRelievedPersons
		monitored += v.MonitoredPersons
		income += v.CollectiveIncome
		if v.FirstSecretary {
			secretaries++
		}
		rows = append(rows, []string{numbered(i), v.TownName, v.Name, v.Type.Label(), v.PlanStatus.Label(), figure(v.Households), figure(v.Population),
			figure(v.PovertyRelievedPersons), figure(v.MonitoredPersons), v.CollectiveIncome.String()})
	}
	if len(rows) > 0 {
		rows = append(rows, []string{"", "合计", fmt.Sprintf("%d个村", len(z.Villages)), "", "", figure(households), figure(people), figure(relieved), figure(monitored), income.String()})
	}
	c.say("%s位于%s%s，涉及%d个乡镇（街道）、%d个行政村，区域面积%s平方公里，各村%s。区内共有农户%d户、%d人，其中脱贫享受政策人口%d人、监测帮扶对象%d人，%d个村派驻第一书记，村集体年收入合计%s。本件按%s通道申报。",
		words(z.Name), doc.City.Name, doc.County.Name, len(c.towns), len(z.Villages), z.AreaKm2, either(z.Contiguous, "集中连片", "尚未连片"), households, people, relieved,
		monitored, secretaries, wan(income), either(doc.Channel != "", doc.Channel.Label(), unfilled))
	c.show(Table{Caption: "行政村情况", Unit: "单位：户、人、万元", Total: len(rows) > 0, Rows: rows, Columns: []Column{{"序号", 6, Centre}, {"乡镇", 12, Left}, {"行政村", 16, Left},
		{"村庄类型", 13.5, Left}, {"村庄\n规划", 8.5, Centre}, {"户数", 7.5, Right}, {"人口", 8, Right}, {"脱贫\n人口", 7.5, Right}, {"监测\n对象", 7, Right}, {"村集体\n收入", 10, Right}}})
	rows = nil
	for i, n := range z.Industries {
		rows = append(rows, []string{numbered(i), n.Name, n.Chain, either(n.InCountyIndustryPlan, "是", "否"), n.PlanReference, n.AnnualOutput.String()})
	}
	c.show(Table{Caption: "主导产业", Unit: "单位：万元", Rows: rows, Columns: []Column{{"序号", 6, Centre}, {"产业", 12, Left}, {"产业链条", 26, Left}, {"列入县级\n产业规划", 11, Centre},
		{"规划依据", 26, Left}, {"年产值", 12, Right}}})
}

// conditions is 二、实施基础与条件: the four conditions one by one.
func (c *chapters) conditions() {
	c.open("实施基础与条件")
	doc, z := c.doc, c.doc.Zone
	c.part(0, "产业基础")
	var names []string
	planned := 0
	var output money.Fen
	for _, n := range z.Industries {
		names = append(names, n.Name)
		output += n.AnnualOutput
		if n.InCountyIndustryPlan {
			planned++
		}
	}
	c.say("推进区主导产业%d个：%s，年产值合计%s，其中列入县级产业发展规划的%d个。", len(names), series(names), wan(output), planned)
	c.part(1, "规划布局")
	c.say("按村庄类型分，%s；按村庄规划编制情况分，%s。", tally(z.Villages, func(v proposal.Village) string { return v.Type.Label() }),
		tally(z.Villages, func(v proposal.Village) string { return v.PlanStatus.Label() }))
	c.part(2, "实施意愿")
	m := doc.Mechanism
	c.say("%s主要负责同志%s，明确由%s牵头负责。在%d个村召开会议%d次征求群众意见，情况为：%s。", doc.County.Name,
		either(m.PrincipalLeadersStudied, "已于"+day(m.StudyDate)+"专题研究", "尚未专题研究"), words(m.LeadLeaderPost), doc.PublicConsultation.VillagesConsulted,
		doc.PublicConsultation.Meetings, words(doc.PublicConsultation.Summary))
	if r := doc.Resolution; r != nil {
		c.say("%s%s于%s审议本申报事项，结论为“%s”。", words(r.Body), oneLine(r.MeetingNo), day(r.Date), either(r.Decision != "", r.Decision.Label(), unfilled))
	} else {
		c.say("县政府常务会议尚未审议本申报事项。")
	}
	c.part(3, "保障措施")
	c.say("各级衔接资金合计%s，整合行业资金%s，带动社会资本%s。%s。", wan(c.sums.Linkage), wan(c.sums.Integrated), wan(c.sums.Planned.Social), c.land())
}

// land is what the county promises of land.
func (c *chapters) land() string {
	if !c.doc.LandGuarantee.Committed {
		return "尚未作出土地指标保障承诺"
	}
	return fmt.Sprintf("项目用地优先保障，承诺安排用地指标%s亩", c.doc.LandGuarantee.QuotaMu)
}

// tally counts by a word, in the order the words first come.
func tally[T any](all []T, word func(T) string) string {
	counts, order := map[string]int{}, []string{}
	for _, one := range all {
		w := word(one)
		if w == "" {
			w = unfilled
		}
		if counts[w] == 0 {
			order = append(order, w)
		}
		counts[w]++
	}
	parts := make([]string, len(order))
	for i, w := range order {
		parts[i] = fmt.Sprintf("%s%d个", w, counts[w])
	}
	return series(parts)
}

// figure is a whole number in a table.
func figure(n int64) string { return fmt.Sprint(n) }

// manyVillages is from how many on villages are counted, where they are all there are.
const manyVillages = 3

// placed are the names of a project's villages, or of its towns where it belongs to none.
func (c *chapters) placed(p proposal.Project) string {
	codes, names := p.VillageCodes, c.villages
	if len(codes) == len(c.villages) && len(codes) > manyVillages {
		return fmt.Sprintf("全部%d个村", len(codes))
	}
	if len(codes) == 0 {
		codes, names = p.TownCodes, c.towns
	}
	var out []string
	for _, code := range codes {
		name := names[code]
		if name == "" {
			name = code
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, "、")
}
