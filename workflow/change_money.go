package workflow

import (
	"slices"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// shortfalls is where a changed plan gives less than was taken already, reserved included, and what is to be done about it. The CHECKs of
// lines and shares hold the same behind it.
func (f changeFacts) shortfalls(doc *proposal.Proposal) []ChangeBlock {
	lines, shares := FundLines(doc, f.Account.Award)
	planned := map[[2]string]money.Fen{}
	for _, s := range shares {
		planned[[2]string{s.Line, s.Project}] = s.Planned
	}
	stays := projectsByID(doc)
	blocks := []ChangeBlock{}
	say := func(location, message string) {
		blocks = append(blocks, ChangeBlock{location, Block{Message: message}})
	}
	names := map[string]string{}
	for _, l := range f.Books.Lines {
		names[l.Key] = LineLabel(l)
	}
	for _, s := range f.Books.Shares {
		have := planned[[2]string{s.Line, s.Project}]
		if stays[s.Project] == nil || s.Allocated <= have {
			continue
		}
		say("/projects/"+s.Project+"/funds", projectLabel(stays[s.Project])+"的"+names[s.Line]+"变更后规划 "+have.String()+" 万元,已下达(含待复核)"+
			s.Allocated.String()+" 万元,差 "+(s.Allocated-have).String()+" 万元;请先收回相应指标,或不少于已下达数")
	}
	for i := range f.Base.Projects {
		if p := &f.Base.Projects[i]; stays[p.ID] == nil {
			if text := f.heldBy(p.ID); text != "" {
				say("/removed/"+p.ID, projectLabel(p)+text+",不能取消;请先退回支出和拨付、收回指标,再取消")
			}
		}
	}
	for _, was := range f.Books.Lines {
		i := slices.IndexFunc(lines, func(l funds.Line) bool { return l.Key == was.Key })
		switch {
		case was.Allocated == 0:
		case i < 0 || lines[i].Ceiling < was.Allocated:
			ceiling := money.Fen(0)
			if i >= 0 {
				ceiling = lines[i].Ceiling
			}
			say("/fundPlan", names[was.Key]+"变更后规划 "+ceiling.String()+" 万元,已下达(含待复核)"+was.Allocated.String()+" 万元,差 "+
				(was.Allocated-ceiling).String()+" 万元;请先收回相应指标")
		case !slices.Equal(lines[i].Levels, was.Levels) || lines[i].Department != was.Department:
			say("/fundPlan/integrated", names[was.Key]+"已下达(含待复核)"+was.Allocated.String()+" 万元,不能改主管部门和级次;请先收回指标,或另列一项")
		}
	}
	return blocks
}

// heldBy is what a project has of money, "" when none.
func (f changeFacts) heldBy(project string) string {
	var allocated, disbursed, spent money.Fen
	for _, s := range f.Books.Shares {
		if s.Project == project {
			allocated += s.Allocated
		}
	}
	for _, c := range f.Books.Cells {
		if c.Project == project {
			disbursed, spent = disbursed+c.Disbursed+c.DisbursedIn, spent+c.Spent+c.SpentIn
		}
	}
	if allocated == 0 {
		return "" // nothing can be paid out or spent that was not allocated
	}
	return "已下达 " + allocated.String() + " 万元、拨付 " + disbursed.String() + " 万元、支出 " + spent.String() + " 万元(均含待复核)"
}
