package policy

import (
	"slices"
	"strconv"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// planLine is one amount of the fund plan that projects must add up to.
type planLine struct {
	source proposal.FundSource
	cell   string
}

// planLines are the sources with one amount each; 整合行业资金 is compared line by line instead.
var planLines = [...]planLine{
	{proposal.SourceLinkageProvUp, provUpCell},
	{proposal.SourceLinkageCity, cityCell},
	{proposal.SourceLinkageCounty, countyCell},
	{proposal.SourceCooperation, "/fundPlan/cooperation"},
	{proposal.SourceSocial, "/fundPlan/social"},
	{proposal.SourceSelfRaised, "/fundPlan/selfRaised"},
	{proposal.SourceOther, "/fundPlan/other"},
}

// fundMatrix is F07 (四.3, A28): source by source and integrated line by line the projects add up to the plan, and each
// project's total is the sum of its sources; no tolerance. Totals alone do not do: two sources must not make up for each other.
func fundMatrix(f *facts) outcome {
	if o, none := f.noProjects(failed); none {
		return o
	}
	m := &matrix{ids: make([]string, 0, len(f.doc.FundPlan.Integrated))}
	m.items(f)
	for i := range f.doc.Projects {
		m.project(&f.doc.Projects[i], i, f.sums.ProjectFunds[i])
	}
	for _, line := range planLines {
		m.compare(line.source.Label(), f.sums.Placed.Of(line.source), f.sums.Planned.Of(line.source), line.cell)
	}
	total := f.sums.Investment
	if m.bad.count == 0 {
		return passed(exactly(total, total, "总投资"+total.String()+",逐来源一致"), "/fundPlan", "/projects")
	}
	figure := noneOf(m.bad.count, "总投资"+total.String()+",不一致"+strconv.Itoa(m.bad.count)+"处"+m.bad.suffix())
	figure.Unit = "处"
	return failed(figure, "请逐处调整资金规划或项目资金,使每个来源的项目合计与规划完全相等:"+m.bad.list(), m.bad.places...)
}

// matrix gathers what does not add up.
type matrix struct {
	ids []string // integrated ids so far; a plan has a handful, so a walk is the fastest way
	bad offenders
}

func (m *matrix) items(f *facts) {
	for i := range f.doc.FundPlan.Integrated {
		item := &f.doc.FundPlan.Integrated[i]
		switch {
		case item.ID == "":
			m.bad.add("整合资金第"+strconv.Itoa(i+1)+"条没有编号", at("/fundPlan/integrated/", i, "/id"))
		case slices.Contains(m.ids, item.ID):
			m.bad.add("整合资金编号"+item.ID+"重复", at("/fundPlan/integrated/", i, "/id"))
		default:
			m.ids = append(m.ids, item.ID)
		}
		if sum := f.sums.PlacedItems[i]; sum != item.Amount {
			m.compare("整合资金"+called(item.ID, item.Programme, i), sum, item.Amount, at("/fundPlan/integrated/", i, "/amount"))
		}
	}
}

func (m *matrix) project(p *proposal.Project, i int, sum money.Fen) {
	for j := range p.Funds {
		fund := &p.Funds[j]
		switch {
		case fund.Source == proposal.SourceIntegrated:
			if !slices.Contains(m.ids, fund.IntegratedItemID) {
				m.bad.add(projectName(p, i)+"的整合资金没有对应的规划条目", fundCell(i, j, "/integratedItemId"))
			}
		case !isPlanned(fund.Source):
			m.bad.add(projectName(p, i)+"有一笔资金来源未填或不存在", fundCell(i, j, "/source"))
		case fund.IntegratedItemID != "":
			m.bad.add(projectName(p, i)+"的"+fund.Source.Label()+"又指向整合条目,同一笔钱不能计两次", fundCell(i, j, "/integratedItemId"))
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

func isPlanned(source proposal.FundSource) bool {
	for i := range planLines {
		if planLines[i].source == source {
			return true
		}
	}
	return false
}

func fundCell(project, fund int, cell string) string {
	return at(at("/projects/", project, "/funds/"), fund, cell)
}
