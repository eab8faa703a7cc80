package workflow

import (
	"slices"
	"strings"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// cityReasons is why the city must agree (domain 3.5.3): a project's total changed by the pack's part of it or more, another village, a project
// added or taken out. All of it is measured against the last version the city or the province approved, so that small changes add up.
func (f changeFacts) cityReasons(doc *proposal.Proposal) []CityReason {
	reasons := []CityReason{}
	since := "(第 " + number(int64(f.CityNo)) + " 版)"
	was := projectsByID(f.City)
	for i := range doc.Projects {
		is := &doc.Projects[i]
		before, known := was[is.ID]
		delete(was, is.ID)
		say := func(kind PlanChangeKind, text string) {
			reasons = append(reasons, CityReason{is.ID, kind, projectLabel(is) + text})
		}
		if !known {
			say(AddsProject, "为新增项目,总投资 "+totalOf(is).String()+" 万元")
			continue
		}
		if text, much := f.amountReached(totalOf(before), totalOf(is), since); much {
			say(ChangesAmount, text)
		}
		if !sameSet(before.VillageCodes, is.VillageCodes) || !sameSet(before.TownCodes, is.TownCodes) {
			say(ChangesPlace, "的实施地点由"+placesOf(before, f.City)+since+"改为"+placesOf(is, doc))
		}
	}
	for i := range f.City.Projects { // in their order
		if p := &f.City.Projects[i]; was[p.ID] != nil {
			reasons = append(reasons, CityReason{p.ID, RemovesProject, projectLabel(p) + "取消,原总投资 " + totalOf(p).String() + " 万元" + since})
		}
	}
	return reasons
}

// amountReached compares by cross-multiplication: exactly the pack's part is enough.
func (f changeFacts) amountReached(was, is money.Fen, since string) (string, bool) {
	by := max(was-is, is-was)
	if by == 0 || !f.Pack.ChangeCity().Reached(by, was) {
		return "", false
	}
	rate := funds.Rate(by, was)
	if rate != "" {
		rate = "," + by.String() + " ÷ " + was.String() + " = " + rate
	}
	return "总投资 " + was.String() + " 万元" + since + " → " + is.String() + " 万元,变更 " + by.String() + " 万元" + rate + ",达到 " +
		f.Pack.ChangeCity().Percent(), true
}

func projectsByID(doc *proposal.Proposal) map[string]*proposal.Project {
	out := make(map[string]*proposal.Project, len(doc.Projects))
	for i := range doc.Projects {
		out[doc.Projects[i].ID] = &doc.Projects[i]
	}
	return out
}

func projectLabel(p *proposal.Project) string { return "项目 " + p.ID + "“" + p.Name + "”" }

// totalOf is what a project's sources come to.
func totalOf(p *proposal.Project) (sum money.Fen) {
	for _, f := range p.Funds {
		sum += f.Amount
	}
	return sum
}

func sameSet(a, b []string) bool {
	set := func(list []string) []string { return slices.Compact(slices.Sorted(slices.Values(list))) }
	return slices.Equal(set(a), set(b))
}

// placesOf names a project's villages, or its towns where it serves a whole town.
func placesOf(p *proposal.Project, doc *proposal.Proposal) string {
	names := map[string]string{}
	for _, v := range doc.Zone.Villages {
		names[v.Code], names[v.TownCode] = v.Name, v.TownName
	}
	codes := p.VillageCodes
	if len(codes) == 0 {
		codes = p.TownCodes
	}
	said := make([]string, len(codes))
	for i, code := range codes {
		if said[i] = code; names[code] != "" {
			said[i] = names[code] + "(" + code + ")"
		}
	}
	if len(said) == 0 {
		return "(空)"
	}
	return strings.Join(said, "、")
}
