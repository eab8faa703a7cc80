package policy

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// sixtyProjects is A03 with projects split in two until there are sixty: every source still adds up, every rule passes.
func sixtyProjects(t testing.TB) *proposal.Proposal {
	doc := load(t, "A03")
	for i := 0; len(doc.Projects) < 60; i++ {
		first := &doc.Projects[i]
		second := *first
		second.ID = fmt.Sprintf("S%02d", i)
		second.Funds = slices.Clone(first.Funds)
		second.TotalInvestment = 0
		first.TotalInvestment = 0
		for j := range first.Funds {
			half := first.Funds[j].Amount / 2 / money.Yuan * money.Yuan
			first.Funds[j].Amount -= half
			second.Funds[j].Amount = half
			first.TotalInvestment += first.Funds[j].Amount
			second.TotalInvestment += half
		}
		doc.Projects = append(doc.Projects, second)
	}
	return doc
}

func TestTheBenchmarkDocumentPassesBothWays(t *testing.T) {
	doc, pack := sixtyProjects(t), reference(t)
	findings := Evaluate(Input{Doc: doc, Pack: pack})
	if Overall(findings) != "PASS" || len(doc.Projects) != 60 {
		t.Errorf("%v %v of %d projects", With(findings, Fail), With(findings, Warn), len(doc.Projects))
	}
	if n := byHand(doc, pack); n != 0 {
		t.Errorf("by hand %d troubles", n)
	}
	doc.FundPlan.Integrated[0].Amount--
	if n := byHand(doc, pack); n == 0 {
		t.Error("by hand sees nothing")
	}
}

func BenchmarkEvaluate(b *testing.B) {
	in := Input{Doc: sixtyProjects(b), Pack: reference(b)}
	b.ReportAllocs()
	for b.Loop() {
		Evaluate(in)
	}
}

func BenchmarkByHand(b *testing.B) {
	doc, pack := sixtyProjects(b), reference(b)
	b.ReportAllocs()
	for b.Loop() {
		byHand(doc, pack)
	}
}

// byHand makes the same comparisons as the 35 rules and only counts what is wrong: no figure, no sentence, no place. It is
// the other side of figure S6.
func byHand(d *proposal.Proposal, p *Pack) int {
	wrong := 0
	not := func(ok bool) {
		if !ok {
			wrong++
		}
	}
	county, known := RegionByCode(d.County.Code)
	isKey := p.IsKeyCounty(d.County.Code)
	not(known && d.City.Code == county.Parent && isKey == (d.Channel == proposal.KeyCounty))
	villages := make(map[string]bool, len(d.Zone.Villages))
	var towns []string
	for i := range d.Zone.Villages {
		v := &d.Zone.Villages[i]
		_, inVillages := p.Excluded(v.Code)
		_, inTowns := p.Excluded(v.TownCode)
		_, inCounties := p.Excluded(v.Code[:6])
		not(!inVillages && !inTowns && !inCounties)
		not(slices.Contains(p.Params.AllowedVillageTypes, v.Type))
		not(v.PlanStatus == proposal.PlanApproved || v.PlanStatus == proposal.PlanCompiled)
		not(v.CollectiveIncome >= 0 && v.CollectiveIncome%money.Yuan == 0)
		not(!villages[v.Code])
		villages[v.Code] = true
		if !slices.Contains(towns, v.TownCode) {
			towns = append(towns, v.TownCode)
		}
	}
	not(len(villages) >= p.Params.MinVillages)
	not(d.Zone.Contiguous && len(towns) <= p.Params.MaxTownsForContiguity)
	not(len(d.Zone.Industries) >= p.Params.IndustryCount.Min && len(d.Zone.Industries) <= p.Params.IndustryCount.Max)
	for _, n := range d.Zone.Industries {
		not(n.InCountyIndustryPlan && strings.TrimSpace(n.PlanReference) != "" && n.AnnualOutput >= 0)
	}
	plan := &d.FundPlan
	linkage := plan.Linkage.ProvUp + plan.Linkage.City + plan.Linkage.County
	if d.Channel == proposal.KeyCounty {
		not(linkage >= p.Params.KeyCountyLinkage && plan.Linkage.ProvUp == p.Params.KeyCountyLinkage)
	} else {
		tier := p.Params.Tiers[p.RegionClass(d.County.Code, county.Parent)]
		not(linkage >= p.Params.CityChannelMinLinkage && plan.Linkage.ProvUp == tier)
		not(plan.Linkage.City+plan.Linkage.County >= p.Params.CityChannelMinLinkage-tier)
	}
	items := make(map[string]money.Fen, len(plan.Integrated))
	var integrated money.Fen
	for _, item := range plan.Integrated {
		integrated += item.Amount
		items[item.ID] = item.Amount
	}
	not(p.MinIntegrated().Reached(integrated, linkage))
	var sums [7]money.Fen
	var industry money.Fen
	categories := make(map[proposal.ContentCategory]bool, 6)
	for i := range d.Projects {
		q := &d.Projects[i]
		var sum, fromLinkage money.Fen
		for j := range q.Funds {
			fund := &q.Funds[j]
			not(fund.Amount >= 0 && fund.Amount%money.Yuan == 0)
			sum += fund.Amount
			switch fund.Source {
			case proposal.SourceLinkageProvUp:
				sums[0] += fund.Amount
				fromLinkage += fund.Amount
			case proposal.SourceLinkageCity:
				sums[1] += fund.Amount
				fromLinkage += fund.Amount
			case proposal.SourceLinkageCounty:
				sums[2] += fund.Amount
				fromLinkage += fund.Amount
			case proposal.SourceIntegrated:
				items[fund.IntegratedItemID] -= fund.Amount
			case proposal.SourceCooperation:
				sums[3] += fund.Amount
			case proposal.SourceSocial:
				sums[4] += fund.Amount
			case proposal.SourceSelfRaised:
				sums[5] += fund.Amount
			default:
				sums[6] += fund.Amount
			}
		}
		not(sum == q.TotalInvestment && sum > 0)
		not(fromLinkage == 0 || (len(q.NegativeListTags) == 0 && len(q.PerformanceTargets) > 0))
		categories[q.ContentCategory] = true
		if q.ContentCategory == proposal.ContentIndustry {
			industry += fromLinkage
			link := &q.BenefitLinkage
			not(len(link.Modes) > 0 && link.DirectHouseholds > 0 && link.PovertyOrMonitoredHouseholds > 0)
			not(!onlyDividend(link.Modes))
		}
		if q.FundUse == proposal.UseAssetPurchase || q.FundUse == proposal.UseEquityPurchase {
			not(!onlyDividend(q.BenefitLinkage.Modes))
		}
		not(strings.TrimSpace(q.Name) != "" && strings.TrimSpace(q.ResponsibleDept) != "")
		for _, code := range q.VillageCodes {
			not(villages[code])
		}
		for _, code := range q.TownCodes {
			not(slices.Contains(towns, code))
		}
		not(!q.StartDate.Before(d.Plan.StartDate) && !q.EndDate.Before(q.StartDate) && !q.EndDate.After(d.Plan.EndDate))
	}
	not(p.MinIndustryShare().Reached(industry, linkage))
	not(len(categories) == 6)
	planned := [7]money.Fen{plan.Linkage.ProvUp, plan.Linkage.City, plan.Linkage.County, plan.Cooperation, plan.Social, plan.SelfRaised, plan.Other}
	not(sums == planned)
	for _, rest := range items {
		not(rest == 0)
	}
	not(!d.Plan.EndDate.After(d.Plan.StartDate.AddMonths(p.Params.MaxPlanMonths).AddDays(-1)))
	not(d.Resolution != nil && d.Resolution.Decision == proposal.DecisionApproved)
	not(strings.HasSuffix(d.OfficialLetter.Issuer, "人民政府") && len(d.OfficialLetter.Addressees) >= 2)
	not(d.Submission.CityReportedAt == nil || d.Submission.CityReportedAt.Before(p.Params.ProvinceDeadline))
	for _, kind := range p.Params.RequiredAttachments {
		not(slices.ContainsFunc(d.Attachments, func(a proposal.Attachment) bool { return a.Kind == kind }))
	}
	m := &d.Mechanism
	not(m.PrincipalLeadersStudied && m.LeadLeaderPost != "" && m.CoordinationMechanism && m.WorkTeam && len(m.LeadDepartments) >= 2)
	not(d.LandGuarantee.Committed)
	not(!d.Resolution.Date.Before(m.StudyDate) && !d.OfficialLetter.Date.Before(d.Resolution.Date))
	return wrong
}
