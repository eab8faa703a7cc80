package policy

import (
	"testing"

	"xianjie/internal/proposal"
)

func projectBoundaries() []boundary {
	first := func(edit func(p *proposal.Project)) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) { edit(&d.Projects[0]) })
	}
	link := func(direct, poor int64, modes ...proposal.LinkageMode) func(*testing.T, *proposal.Proposal) {
		return first(func(p *proposal.Project) {
			p.ContentCategory = proposal.ContentIndustry
			p.BenefitLinkage = proposal.BenefitLinkage{Modes: modes, DirectHouseholds: direct, PovertyOrMonitoredHouseholds: poor}
		})
	}
	buys := func(use proposal.FundUse, modes ...proposal.LinkageMode) func(*testing.T, *proposal.Proposal) {
		return first(func(p *proposal.Project) { p.FundUse, p.BenefitLinkage.Modes = use, modes })
	}
	dates := func(from, to string) func(*testing.T, *proposal.Proposal) {
		return func(t *testing.T, d *proposal.Proposal) {
			d.Projects[0].StartDate, d.Projects[0].EndDate = date(t, from), date(t, to)
		}
	}
	where := func(towns, villages []string) func(*testing.T, *proposal.Proposal) {
		return first(func(p *proposal.Project) { p.TownCodes, p.VillageCodes = towns, villages })
	}
	without := func(category proposal.ContentCategory) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) {
			for i := range d.Projects {
				if d.Projects[i].ContentCategory == category {
					d.Projects[i].ContentCategory = proposal.ContentConstruction
				}
			}
		})
	}
	noProjects := change(func(d *proposal.Proposal) { d.Projects = []proposal.Project{} })
	return []boundary{
		{"P01", "one household of each kind passes", "A01", link(1, 1, proposal.LinkOrder), Pass, ""},
		{"P01", "no mode fails", "A01", link(9, 9), Fail, "/projects/0/benefitLinkage/modes"},
		{"P01", "no direct household fails", "A01", link(0, 0, proposal.LinkOrder), Fail, "/projects/0/benefitLinkage/directHouseholds"},
		{"P01", "a negative count fails", "A01", link(-1, 1, proposal.LinkOrder), Fail, ""},
		{"P01", "only a dividend warns", "A01", link(9, 9, proposal.LinkDividend), Warn, "/projects/0/benefitLinkage/modes"},
		{"P01", "no 脱贫户 or 监测户 warns", "A01", link(9, 0, proposal.LinkOrder), Warn, "/projects/0/benefitLinkage/povertyOrMonitoredHouseholds"},
		{"P01", "a dividend beside work passes", "A01", link(9, 9, proposal.LinkDividend, proposal.LinkEmployment), Pass, ""},
		{"P01", "no projects fail", "A01", noProjects, Fail, "/projects"},
		{"P02", "building with only a dividend passes", "A01", buys(proposal.UseConstruction, proposal.LinkDividend), Pass, ""},
		{"P02", "buying assets with only a dividend fails", "A01", buys(proposal.UseAssetPurchase, proposal.LinkDividend), Fail, "/projects/0/fundUse"},
		{"P02", "buying shares with only a dividend fails", "A01", buys(proposal.UseEquityPurchase, proposal.LinkDividend), Fail, ""},
		{"P02", "buying with no mode at all fails", "A01", buys(proposal.UseAssetPurchase), Fail, ""},
		{"P02", "buying with work beside the dividend passes (A23)", "A01", buys(proposal.UseEquityPurchase, proposal.LinkDividend, proposal.LinkEmployment), Pass, ""},
		{"P02", "no projects fail", "A01", noProjects, Fail, "/projects"},
		{"P03", "all elements pass", "A01", untouched, Pass, ""},
		{"P03", "a blank name fails", "A01", first(func(p *proposal.Project) { p.Name = " " }), Fail, "/projects/0/name"},
		{"P03", "no department fails", "A01", first(func(p *proposal.Project) { p.ResponsibleDept = "" }), Fail, "/projects/0/responsibleDept"},
		{"P03", "no money fails", "A01", first(func(p *proposal.Project) { p.Funds = nil }), Fail, "/projects/0/funds"},
		{"P03", "money of 0 fails", "A01", first(func(p *proposal.Project) { p.Funds = []proposal.ProjectFund{{Source: proposal.SourceSocial}} }), Fail, "/projects/0/funds"},
		{"P03", "no start fails", "A01", first(func(p *proposal.Project) { p.StartDate = proposal.Date{} }), Fail, "/projects/0/startDate"},
		{"P03", "no end fails", "A01", first(func(p *proposal.Project) { p.EndDate = proposal.Date{} }), Fail, "/projects/0/endDate"},
		{"P03", "no projects fail", "A01", noProjects, Fail, "/projects"},
		{"P04", "a village of the zone passes", "A01", where([]string{"370686901"}, []string{"370686901201"}), Pass, ""},
		{"P04", "a town of the zone without villages passes (A24)", "A01", where([]string{"370686902"}, nil), Pass, ""},
		{"P04", "a village outside fails", "A01", where(nil, []string{"370686901201", "370686901999"}), Fail, "/projects/0/villageCodes/1"},
		{"P04", "a town outside fails", "A01", where([]string{"370686909"}, nil), Fail, "/projects/0/townCodes/0"},
		{"P04", "a village inside with a town outside fails", "A01", where([]string{"370686901", "370686909"}, []string{"370686901201"}), Fail, "/projects/0/townCodes/1"},
		{"P04", "no place at all fails", "A01", where(nil, nil), Fail, "/projects/0/townCodes"},
		{"P04", "no projects fail", "A01", noProjects, Fail, "/projects"},
		{"P05", "the whole term passes", "A01", dates("2023-01-01", "2024-12-31"), Pass, ""},
		{"P05", "a single day passes", "A01", dates("2023-06-01", "2023-06-01"), Pass, ""},
		{"P05", "the day before the term fails", "A01", dates("2022-12-31", "2023-06-01"), Fail, "/projects/0/startDate"},
		{"P05", "the day after the term fails", "A01", dates("2023-06-01", "2025-01-01"), Fail, "/projects/0/endDate"},
		{"P05", "ending before it starts fails", "A01", dates("2023-06-02", "2023-06-01"), Fail, ""},
		{"P05", "no start fails", "A01", dates("", "2023-06-01"), Fail, ""},
		{"P05", "no end fails", "A01", dates("2023-06-01", ""), Fail, ""},
		{"P05", "a plan without dates fails", "A01", term("", ""), Fail, "/plan/startDate"},
		{"P05", "no projects fail", "A01", noProjects, Fail, "/projects"},
		{"P06", "all six pass", "A01", untouched, Pass, ""},
		{"P06", "five warn", "A01", without(proposal.ContentGovernance), Warn, "/projects"},
		{"P06", "no projects warn", "A01", noProjects, Warn, "/projects"},
		{"P07", "each with a target passes", "A01", untouched, Pass, ""},
		{"P07", "衔接资金 without a target warn", "A01", first(func(p *proposal.Project) { p.PerformanceTargets = nil }), Warn, "/projects/0/performanceTargets"},
		{"P07", "other money without a target passes", "A01", first(func(p *proposal.Project) {
			p.PerformanceTargets = nil
			p.Funds = []proposal.ProjectFund{{Source: proposal.SourceSocial, Amount: 1}}
		}), Pass, ""},
		{"P07", "no projects warn", "A01", noProjects, Warn, "/projects"},
	}
}
