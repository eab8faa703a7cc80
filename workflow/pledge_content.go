package workflow

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// Content is exactly what a confirmation is given for. Of a line it is the amount and whose money it is; of a project its money by
// source, who answers for it, where it is built and when. What is not in here may change without a new confirmation.
type Content struct {
	Amount     money.Fen // of the line; of a project the sum of its money
	Department string
	Programme  string
	Level      proposal.Level
	Funds      []proposal.ProjectFund // of a project, by source and item, equal ones added up
	Towns      []string
	Villages   []string
	Period     string
}

// lineContent is an integrated item's content; a linkage line has only its amount.
func lineContent(item proposal.IntegratedItem) Content {
	return Content{Amount: item.Amount, Department: strings.TrimSpace(item.Department), Programme: item.Programme, Level: item.Level}
}

func projectContent(p *proposal.Project) Content {
	c := Content{Department: strings.TrimSpace(p.ResponsibleDept), Towns: ordered(p.TownCodes), Villages: ordered(p.VillageCodes),
		Period: p.StartDate.String() + "至" + p.EndDate.String()}
	for _, f := range p.Funds {
		c.Amount += f.Amount
		i := slices.IndexFunc(c.Funds, func(g proposal.ProjectFund) bool {
			return g.Source == f.Source && g.IntegratedItemID == f.IntegratedItemID
		})
		if i < 0 {
			c.Funds = append(c.Funds, f)
			continue
		}
		c.Funds[i].Amount += f.Amount
	}
	slices.SortFunc(c.Funds, func(a, b proposal.ProjectFund) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.IntegratedItemID, b.IntegratedItemID))
	})
	return c
}

// ordered is a sorted copy without repetitions, nil when empty.
func ordered(codes []string) []string {
	out := append([]string(nil), codes...)
	slices.Sort(out)
	return slices.Compact(out)
}

// Digest names the content, so that whoever confirms can say which content he saw.
func (c Content) Digest() string {
	text, err := json.Marshal(c)
	if err != nil {
		panic(err) // a struct of texts and integers always has a JSON form
	}
	return proposal.Digest(text)
}

// changes are the differences from an earlier content in words; none when it is the same.
func (c Content) changes(now Content) []string {
	var out []string
	differ := func(what, from, to, unit string) {
		if from != to {
			out = append(out, fmt.Sprintf("%s由%s改为%s%s", what, cmp.Or(from, "空"), cmp.Or(to, "空"), unit))
		}
	}
	differ("金额", c.Amount.String(), now.Amount.String(), "万元")
	differ("责任部门", c.Department, now.Department, "")
	differ("专项", c.Programme, now.Programme, "")
	differ("级次", c.Level.Label(), now.Level.Label(), "")
	for _, f := range sourcesOf(c.Funds, now.Funds) {
		what := f.Source.Label()
		if f.IntegratedItemID != "" {
			what += "(" + f.IntegratedItemID + ")"
		}
		differ(what, fundOf(c.Funds, f).String(), fundOf(now.Funds, f).String(), "万元")
	}
	if !slices.Equal(c.Towns, now.Towns) || !slices.Equal(c.Villages, now.Villages) {
		out = append(out, "实施地点有改动")
	}
	differ("期限", c.Period, now.Period, "")
	return out
}

// sourcesOf are the sources of either, each once, in the order of the fund plan.
func sourcesOf(old, now []proposal.ProjectFund) []proposal.ProjectFund {
	all := slices.Concat(old, now)
	for i := range all {
		all[i].Amount = 0
	}
	order := proposal.FundSources()
	slices.SortFunc(all, func(a, b proposal.ProjectFund) int {
		return cmp.Or(slices.Index(order, a.Source)-slices.Index(order, b.Source), cmp.Compare(a.IntegratedItemID, b.IntegratedItemID))
	})
	return slices.Compact(all)
}

func fundOf(funds []proposal.ProjectFund, like proposal.ProjectFund) money.Fen {
	for _, f := range funds {
		if f.Source == like.Source && f.IntegratedItemID == like.IntegratedItemID {
			return f.Amount
		}
	}
	return 0
}
