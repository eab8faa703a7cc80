package paper

import (
	"strings"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// funds is 六、投资估算与资金筹措: sources against totals, projects against sources, and the integrated items.
func (c *chapters) funds() {
	c.open("投资估算与资金筹措")
	s := c.sums
	c.say("推进区计划总投资%s。其中：省级以上衔接资金%s，市级衔接资金%s，县级衔接资金%s，衔接资金合计%s；整合行业资金%s；协作帮扶资金%s，社会资本%s，自筹%s，其他%s。",
		wan(s.Investment), wan(s.Planned.ProvUp), wan(s.Planned.City), wan(s.Planned.County), wan(s.Linkage), wan(s.Integrated), wan(s.Planned.Cooperation),
		wan(s.Planned.Social), wan(s.Planned.SelfRaised), wan(s.Planned.Other))
	c.say("市县两级承诺安排衔接资金%s，行业部门承诺整合资金%s，承诺文件见附件。", wan(s.Planned.City+s.Planned.County), wan(s.Integrated))
	c.sources()
	c.integrated()
	c.matrix()
}

func (c *chapters) sources() {
	var rows [][]string
	var planned, placed money.Fen
	for _, source := range proposal.FundSources() {
		p, q := c.sums.Planned.Of(source), c.sums.Placed.Of(source)
		rows = append(rows, []string{source.Label(), p.String(), q.String(), (p - q).String()})
		planned, placed = planned+p, placed+q
	}
	rows = append(rows, []string{"合计", planned.String(), placed.String(), (planned - placed).String()})
	c.show(Table{Caption: "资金来源", Unit: "单位：万元", Total: true, Rows: rows, Columns: []Column{{"来源", 24, Left}, {"计划筹措", 16, Right}, {"落实到项目", 16, Right}, {"差额", 16, Right}}})
}

func (c *chapters) integrated() {
	var rows [][]string
	var amount, placed money.Fen
	for i, item := range c.doc.FundPlan.Integrated {
		rows = append(rows, []string{numbered(i), item.Department, item.Programme, item.Level.Label(), item.Status.Label(), item.Amount.String(), c.sums.PlacedItems[i].String()})
		amount, placed = amount+item.Amount, placed+c.sums.PlacedItems[i]
	}
	if len(rows) > 0 {
		rows = append(rows, []string{"", "合计", "", "", "", amount.String(), placed.String()})
	}
	c.show(Table{Caption: "整合行业资金明细", Unit: "单位：万元", Total: len(rows) > 0, Rows: rows, Columns: []Column{{"序号", 6, Centre}, {"部门", 18, Left}, {"资金名称", 22, Left},
		{"级次", 8, Centre}, {"状态", 9, Centre}, {"金额", 13, Right}, {"落实到\n项目", 12, Right}}})
}

// matrix is projects against sources.
func (c *chapters) matrix() {
	sources := proposal.FundSources()
	columns := []Column{{"序号", 6, Centre}, {"项目名称", 24, Left}}
	for _, source := range sources {
		columns = append(columns, Column{strings.Replace(source.Label(), "资金", "\n资金", 1), 10.5, Right})
	}
	columns = append(columns, Column{"合计", 10, Right})
	var rows [][]string
	for i, p := range c.doc.Projects {
		row := []string{numbered(i), p.Name}
		for _, source := range sources {
			var amount money.Fen
			for _, f := range p.Funds {
				if f.Source == source {
					amount += f.Amount
				}
			}
			row = append(row, amount.String())
		}
		rows = append(rows, append(row, c.sums.ProjectFunds[i].String()))
	}
	if len(rows) > 0 {
		row := []string{"", "合计"}
		var all money.Fen
		for _, source := range sources {
			row = append(row, c.sums.Placed.Of(source).String())
			all += c.sums.Placed.Of(source)
		}
		rows = append(rows, append(row, all.String()))
	}
	c.show(Table{Caption: "项目资金来源", Unit: "单位：万元", Wide: true, Total: len(rows) > 0, Rows: rows, Columns: columns})
}
