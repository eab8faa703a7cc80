package policy

import (
	"strconv"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// matrix is the projects' money added up the way the fund plan is written.
type matrix struct {
	bySource [len(planLines)]money.Fen
	byItem   []money.Fen    // as fundPlan.integrated
	itemRow  map[string]int // first row of each integrated id
	bad      offenders
}

// planLine is one amount of the fund plan that projects must add up to.
type planLine struct {
	source proposal.FundSource
	cell   string
	amount func(*proposal.FundPlan) money.Fen
}

// planLines are the sources with one amount each; 整合行业资金 is compared line by line instead.
var planLines = [...]planLine{
	{proposal.SourceLinkageProvUp, provUpCell, func(p *proposal.FundPlan) money.Fen { return p.Linkage.ProvUp }},
	{proposal.SourceLinkageCity, cityCell, func(p *proposal.FundPlan) money.Fen { return p.Linkage.City }},
	{proposal.SourceLinkageCounty, countyCell, func(p *proposal.FundPlan) money.Fen { return p.Linkage.County }},
	{proposal.SourceCooperation, "/fundPlan/cooperation", func(p *proposal.FundPlan) money.Fen { return p.Cooperation }},
	{proposal.SourceSocial, "/fundPlan/social", func(p *proposal.FundPlan) money.Fen { return p.Social }},
	{proposal.SourceSelfRaised, "/fundPlan/selfRaised", func(p *proposal.FundPlan) money.Fen { return p.SelfRaised }},
	{proposal.SourceOther, "/fundPlan/other", func(p *proposal.FundPlan) money.Fen { return p.Other }},
}

// fundMatrix is F07 (四.3, A28): source by source and integrated line by line the projects add up to the plan, and each
// project's total is the sum of its sources; no tolerance. Totals alone do not do: two sources must not make up for each other.
func fundMatrix(f *facts) outcome {
	if o, none := f.noProjects(failed); none {
		return o
	}
	plan := &f.doc.FundPlan
	m := &matrix{byItem: make([]money.Fen, len(plan.Integrated)), itemRow: make(map[string]int, len(plan.Integrated))}
	m.items(plan)
	for i := range f.doc.Projects {
		m.project(&f.doc.Projects[i], i)
	}
	for i, line := range planLines {
		m.compare(line.source.Label(), m.bySource[i], line.amount(plan), line.cell)
	}
	for i := range plan.Integrated {
		item := &plan.Integrated[i]
		if m.byItem[i] != item.Amount {
			m.compare("整合资金"+called(item.ID, item.Programme, i), m.byItem[i], item.Amount, at("/fundPlan/integrated/", i, "/amount"))
		}
	}
	if m.bad.count == 0 {
		return passed(exactly(f.total, f.total, "总投资"+f.total.String()+",逐来源一致"), "/fundPlan", "/projects")
	}
	figure := noneOf(m.bad.count, "总投资"+f.total.String()+",不一致"+strconv.Itoa(m.bad.count)+"处"+m.bad.suffix())
	figure.Unit = "处"
	return failed(figure, "请逐处调整资金规划或项目资金,使每个来源的项目合计与规划完全相等:"+m.bad.list(), m.bad.places...)
}

func (m *matrix) items(plan *proposal.FundPlan) {
	for i := range plan.Integrated {
		id := plan.Integrated[i].ID
		cell := at("/fundPlan/integrated/", i, "/id")
		if id == "" {
			m.bad.add("整合资金第"+strconv.Itoa(i+1)+"条没有编号", cell)
			continue
		}
		if _, taken := m.itemRow[id]; taken {
			m.bad.add("整合资金编号"+id+"重复", cell)
			continue
		}
		m.itemRow[id] = i
	}
}

func (m *matrix) project(p *proposal.Project, i int) {
	var sum money.Fen
	for j := range p.Funds {
		fund := &p.Funds[j]
		sum += fund.Amount
		if fund.Source == proposal.SourceIntegrated {
			if row, ok := m.itemRow[fund.IntegratedItemID]; ok {
				m.byItem[row] += fund.Amount
			} else {
				m.bad.add(projectName(p, i)+"的整合资金没有对应的规划条目", fundCell(i, j, "/integratedItemId"))
			}
			continue
		}
		line := lineOf(fund.Source)
		switch {
		case line < 0:
			m.bad.add(projectName(p, i)+"有一笔资金来源未填或不存在", fundCell(i, j, "/source"))
		case fund.IntegratedItemID != "":
			m.bad.add(projectName(p, i)+"的"+fund.Source.Label()+"又指向整合条目,同一笔钱不能计两次", fundCell(i, j, "/integratedItemId"))
		default:
			m.bySource[line] += fund.Amount
		}
	}
	if sum != p.TotalInvestment {
		m.compare(projectName(p, i)+"总投资", sum, p.TotalInvestment, at("/projects/", i, "/totalInvestment"))
	}
}

// compare notes a difference between what projects add up to and what is written.
func (m *matrix) compare(what string, sum, written money.Fen, cell string) {
	switch {
	case sum > written:
		m.bad.add(what+"项目合计"+sum.String()+"≠"+written.String()+"(多"+(sum-written).String()+"万元)", cell)
	case sum < written:
		m.bad.add(what+"项目合计"+sum.String()+"≠"+written.String()+"(少"+(written-sum).String()+"万元)", cell)
	}
}

func lineOf(source proposal.FundSource) int {
	for i := range planLines {
		if planLines[i].source == source {
			return i
		}
	}
	return -1
}

func fundCell(project, fund int, cell string) string {
	return at(at("/projects/", project, "/funds/"), fund, cell)
}
