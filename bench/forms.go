package main

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/policy"
	"xianjie/workflow"
)

// projectsEach is how many projects each application has.
const projectsEach = 60

// form is one county's document, as a draft keeps it and as lists sum it up.
type form struct {
	county, city policy.Region
	doc          *proposal.Proposal
	sections     map[proposal.SectionName][]byte
	projects     []proposal.ProjectRow
	summary      workflow.Summary
}

// forms makes a document of sixty projects for every county of the province, all rules passing under the pack: the sample of a key
// county, its projects halved until there are sixty, its codes and names changed to each county's.
func forms(now time.Time) ([]form, error) {
	model, _, err := proposal.Decode(sample.Application("A03"))
	if err != nil {
		return nil, err
	}
	multiply(model)
	model.Submission = proposal.Submission{}
	own, err := benchPack(model.BatchCode, now)
	if err != nil {
		return nil, err
	}
	pack, err := policy.ParsePack(own)
	if err != nil {
		return nil, err
	}
	text := proposal.Canonical(model)
	var all []form
	for _, county := range policy.Regions() {
		if county.Level != policy.LevelCounty {
			continue
		}
		f, err := formOf(model, text, county, pack, now)
		if err != nil {
			return nil, fmt.Errorf("%s的申报书:%w", county.Name, err)
		}
		all = append(all, f)
	}
	return all, nil
}

// multiply splits projects in two until there are enough; every source still adds up.
func multiply(doc *proposal.Proposal) {
	for i := 0; len(doc.Projects) < projectsEach; i++ {
		first := &doc.Projects[i]
		second := *first
		second.ID, second.Funds = fmt.Sprintf("S%02d", i), slices.Clone(first.Funds)
		first.TotalInvestment, second.TotalInvestment = 0, 0
		for j := range first.Funds {
			half := first.Funds[j].Amount / 2 / money.Yuan * money.Yuan
			first.Funds[j].Amount -= half
			second.Funds[j].Amount = half
			first.TotalInvestment += first.Funds[j].Amount
			second.TotalInvestment += half
		}
		doc.Projects = append(doc.Projects, second)
	}
}

func formOf(model *proposal.Proposal, text []byte, county policy.Region, pack *policy.Pack, now time.Time) (form, error) {
	f := form{county: county}
	f.city, _ = policy.RegionByCode(county.Parent)
	for _, change := range [][2]string{
		{model.County.Code, county.Code}, {model.County.Name, county.Name}, {model.City.Code, f.city.Code}, {model.City.Name, f.city.Name},
	} {
		text = bytes.ReplaceAll(text, []byte(change[0]), []byte(change[1]))
	}
	var err error
	if f.doc, _, err = proposal.Decode(text); err != nil {
		return form{}, err
	}
	findings := policy.Evaluate(policy.Input{Doc: f.doc, Pack: pack, SubmittedAt: &now, DossierOnly: true})
	if stopping := policy.Blockers(findings, nil); len(stopping) > 0 {
		return form{}, fmt.Errorf("%s 未通过:%s", stopping[0].Rule, stopping[0].Advice)
	}
	f.sections, f.projects = proposal.Split(f.doc)
	sums := proposal.Totals(f.doc)
	f.summary = workflow.Summary{Villages: len(f.doc.Zone.Villages), Projects: len(f.doc.Projects), Linkage: sums.Linkage,
		ProvUp: f.doc.FundPlan.Linkage.ProvUp, Integrated: sums.Integrated, Total: sums.Investment}
	return f, nil
}

// benchPack is the reference pack under another code, open for a month, every county a key county: so each may hold one slot in each
// batch, as the quota says, and no submit waits for another's. The made-up exclusion areas are left out, because the documents of
// all counties have the same towns; looking a village up costs the same in a short list and a long one.
func benchPack(code string, now time.Time) ([]byte, error) {
	pack, err := policy.ParsePack(sample.Pack())
	if err != nil {
		return nil, err
	}
	pack.BatchCode, pack.Title = code, "性能测试批次 "+code
	pack.Params.ProvinceDeadline = now.AddDate(0, 1, 0).UTC().Truncate(time.Hour)
	pack.KeyCounties, pack.ExclusionAreas = nil, nil
	for _, region := range policy.Regions() {
		if region.Level == policy.LevelCounty {
			pack.KeyCounties = append(pack.KeyCounties, policy.NamedRegion{Code: region.Code, Name: region.Name})
		}
	}
	for i := range pack.Cities {
		pack.Cities[i].HasKeyCounty = true
	}
	return pack.Canonical(), nil
}
