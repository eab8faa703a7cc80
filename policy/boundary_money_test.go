package policy

import (
	"math"
	"testing"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

func moneyBoundaries() []boundary {
	const oneFen = money.Fen(1)
	plan := func(edit func(p *proposal.FundPlan)) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) { edit(&d.FundPlan) })
	}
	first := func(edit func(p *proposal.Project)) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) { edit(&d.Projects[0]) })
	}
	return []boundary{
		{"F01", "exactly the set amount passes", "A03", untouched, Pass, ""},
		{"F01", "one 分 short fails", "A03", plan(func(p *proposal.FundPlan) { p.Linkage.ProvUp -= oneFen }), Fail, "/fundPlan/linkage"},
		{"F01", "does not apply to the city channel", "A01", untouched, NA, ""},
		{"F01", "does not apply without a channel", "A03", change(func(d *proposal.Proposal) { d.Channel = "" }), NA, ""},
		{"F02", "exactly the set amount passes", "A03", untouched, Pass, ""},
		{"F02", "one 分 more fails", "A03", plan(func(p *proposal.FundPlan) { p.Linkage.ProvUp += oneFen }), Fail, "/fundPlan/linkage/LINKAGE_PROV_UP"},
		{"F02", "one 分 less fails", "A03", plan(func(p *proposal.FundPlan) { p.Linkage.ProvUp -= oneFen }), Fail, ""},
		{"F03", "exactly the floor passes", "A01", untouched, Pass, ""},
		{"F03", "one 分 short fails", "A01", plan(func(p *proposal.FundPlan) { p.Linkage.City -= oneFen }), Fail, "/fundPlan/linkage/LINKAGE_CITY"},
		{"F03", "nothing filled in fails", "A01", plan(func(p *proposal.FundPlan) { p.Linkage = proposal.Linkage{} }), Fail, ""},
		{"F03", "does not apply to a key county", "A03", untouched, NA, ""},
		{"F04", "the tier passes", "A01", untouched, Pass, ""},
		{"F04", "another class's tier fails", "A01", plan(func(p *proposal.FundPlan) { p.Linkage.ProvUp = 2500 * money.Wan }), Fail, "/fundPlan/linkage/LINKAGE_PROV_UP"},
		{"F04", "one 分 more than the tier fails", "A01", plan(func(p *proposal.FundPlan) { p.Linkage.ProvUp += oneFen }), Fail, ""},
		{"F04", "a county without a class fails", "A03", change(func(d *proposal.Proposal) { d.Channel = proposal.CitySelected }), Fail, ""},
		{"F04", "an unknown county fails", "A01", change(func(d *proposal.Proposal) { d.County.Code, d.City.Code = "999999", "" }), Fail, ""},
		{"F05", "exactly the rest passes", "A01", untouched, Pass, ""},
		{"F05", "one 分 short fails", "A01", plan(func(p *proposal.FundPlan) { p.Linkage.County -= oneFen }), Fail, "/fundPlan/linkage/LINKAGE_COUNTY"},
		{"F05", "a county without a class fails", "A03", change(func(d *proposal.Proposal) { d.Channel = proposal.CitySelected }), Fail, ""},
		{"F06", "exactly half passes", "A01", untouched, Pass, ""},
		{"F06", "one 分 short fails", "A01", plan(func(p *proposal.FundPlan) { p.Integrated[0].Amount -= oneFen }), Fail, "/fundPlan/integrated"},
		{"F06", "协作 and 社会资本 do not count (A6)", "A04", plan(func(p *proposal.FundPlan) { p.Cooperation, p.Social = 9000*money.Wan, 9000*money.Wan }), Fail, ""},
		{"F06", "a line without a status does not count", "A01", plan(func(p *proposal.FundPlan) { p.Integrated[0].Status = "" }), Fail, ""},
		{"F06", "no 衔接资金 fails", "A01", plan(func(p *proposal.FundPlan) { p.Linkage = proposal.Linkage{} }), Fail, "/fundPlan/linkage"},
		{"F06", "negative 衔接资金 fail", "A01", plan(func(p *proposal.FundPlan) { p.Linkage.ProvUp = -9000 * money.Wan }), Fail, ""},
		{"F06", "no integrated line fails", "A01", plan(func(p *proposal.FundPlan) { p.Integrated = nil }), Fail, ""},

		{"F07", "every source adds up", "A02", untouched, Pass, ""},
		{"F07", "one 分 in a source fails", "A02", plan(func(p *proposal.FundPlan) { p.Social += oneFen }), Fail, "/fundPlan/social"},
		{"F07", "one 分 in 协作 fails", "A01", plan(func(p *proposal.FundPlan) { p.Cooperation -= oneFen }), Fail, "/fundPlan/cooperation"},
		{"F07", "one 分 in 自筹 fails", "A01", plan(func(p *proposal.FundPlan) { p.SelfRaised -= oneFen }), Fail, "/fundPlan/selfRaised"},
		{"F07", "one 分 in 其他 fails", "A01", plan(func(p *proposal.FundPlan) { p.Other += oneFen }), Fail, "/fundPlan/other"},
		{"F07", "one 分 in 省级以上 fails", "A01", plan(func(p *proposal.FundPlan) { p.Linkage.ProvUp += oneFen }), Fail, provUpCell},
		{"F07", "two integrated lines that make up for each other fail", "A01", plan(func(p *proposal.FundPlan) {
			p.Integrated[0].Amount += oneFen
			p.Integrated[1].Amount -= oneFen
		}), Fail, "/fundPlan/integrated/1/amount"},
		{"F07", "an integrated line no project uses fails", "A01", plan(func(p *proposal.FundPlan) {
			p.Integrated = append(p.Integrated, proposal.IntegratedItem{ID: "INT99", Amount: oneFen})
		}), Fail, "/fundPlan/integrated/4/amount"},
		{"F07", "two integrated lines of one id fail", "A01", plan(func(p *proposal.FundPlan) {
			p.Integrated = append(p.Integrated, proposal.IntegratedItem{ID: p.Integrated[0].ID})
		}), Fail, "/fundPlan/integrated/4/id"},
		{"F07", "an integrated line without id fails", "A01", plan(func(p *proposal.FundPlan) {
			p.Integrated = append(p.Integrated, proposal.IntegratedItem{})
		}), Fail, "/fundPlan/integrated/4/id"},
		{"F07", "a project's total off by one 分 fails", "A01", first(func(p *proposal.Project) { p.TotalInvestment += oneFen }), Fail, "/projects/0/totalInvestment"},
		{"F07", "integrated money that points nowhere fails", "A01", change(func(d *proposal.Proposal) {
			d.Projects[0].Funds = append(d.Projects[0].Funds, proposal.ProjectFund{Source: proposal.SourceIntegrated, IntegratedItemID: "INT77"})
		}), Fail, ""},
		{"F07", "money of no source fails", "A01", change(func(d *proposal.Proposal) {
			d.Projects[0].Funds = append(d.Projects[0].Funds, proposal.ProjectFund{})
		}), Fail, ""},
		{"F07", "衔接资金 that also point at an integrated line fail (A28)", "A01", first(func(p *proposal.Project) { p.Funds[0].IntegratedItemID = "INT01" }), Fail, "/projects/0/funds/0/integratedItemId"},
		{"F07", "no projects fail", "A01", change(func(d *proposal.Proposal) { d.Projects = nil }), Fail, "/projects"},

		{"F08", "four decimals pass", "A01", plan(func(p *proposal.FundPlan) { p.Other = money.Yuan }), Pass, ""},
		{"F08", "five decimals fail", "A01", plan(func(p *proposal.FundPlan) { p.Other = money.Yuan / 10 }), Fail, "/fundPlan/other"},
		{"F08", "zero passes", "A01", plan(func(p *proposal.FundPlan) { p.Other = 0 }), Pass, ""},
		{"F08", "a negative amount fails", "A01", plan(func(p *proposal.FundPlan) { p.Social = -money.Yuan }), Fail, "/fundPlan/social"},
		{"F08", "a negative integrated line fails", "A01", plan(func(p *proposal.FundPlan) { p.Integrated[2].Amount = -money.Yuan }), Fail, "/fundPlan/integrated/2/amount"},
		{"F08", "a negative project fund fails", "A01", first(func(p *proposal.Project) { p.Funds[1].Amount = -money.Yuan }), Fail, "/projects/0/funds/1/amount"},
		{"F08", "a fraction of one 元 in a project's total fails", "A01", first(func(p *proposal.Project) { p.TotalInvestment++ }), Fail, "/projects/0/totalInvestment"},
		{"F08", "an amount beyond what can be kept fails", "A01", plan(func(p *proposal.FundPlan) { p.Other = money.Max/money.Yuan*money.Yuan + money.Yuan }), Fail, ""},
		{"F08", "the largest integer fails and breaks nothing", "A01", first(func(p *proposal.Project) { p.TotalInvestment = math.MaxInt64 }), Fail, ""},
		{"F08", "a village's negative income fails", "A01", change(func(d *proposal.Proposal) { d.Zone.Villages[4].CollectiveIncome = -money.Wan }), Fail, "/zone/villages/4/collectiveIncomeWan"},
		{"F08", "an industry's negative output fails", "A01", change(func(d *proposal.Proposal) { d.Zone.Industries[0].AnnualOutput = -money.Wan }), Fail, "/zone/industries/0/annualOutputWan"},

		{"F09", "exactly 60 % passes", "A01", func(t *testing.T, d *proposal.Proposal) { industryOnly(t, d, "2400") }, Pass, ""},
		{"F09", "one yuan below 60 % warns", "A01", func(t *testing.T, d *proposal.Proposal) { industryOnly(t, d, "2399.9999") }, Warn, "/projects"},
		{"F09", "no 衔接资金 warns", "A01", plan(func(p *proposal.FundPlan) { p.Linkage = proposal.Linkage{} }), Warn, "/fundPlan/linkage"},
		{"F10", "a marked project without 衔接资金 passes", "A01", first(func(p *proposal.Project) {
			p.NegativeListTags = []string{"OFFICE_BUILDING"}
			p.Funds = []proposal.ProjectFund{{Source: proposal.SourceSocial, Amount: money.Wan}}
		}), Pass, ""},
		{"F10", "a marked project with one 分 of 衔接资金 fails", "A01", first(func(p *proposal.Project) {
			p.NegativeListTags = []string{"OFFICE_BUILDING"}
			p.Funds = []proposal.ProjectFund{{Source: proposal.SourceLinkageCounty, Amount: 1}}
		}), Fail, "/projects/0/negativeListTags"},
		{"F10", "an unknown mark counts too", "A01", first(func(p *proposal.Project) { p.NegativeListTags = []string{"SOMETHING"} }), Fail, ""},
		{"F10", "a negative line cannot cancel the 衔接资金", "A01", first(func(p *proposal.Project) {
			p.NegativeListTags = []string{"DEBT_ADVANCE"}
			p.Funds = []proposal.ProjectFund{{Source: proposal.SourceLinkageCity, Amount: money.Wan}, {Source: proposal.SourceLinkageCounty, Amount: -money.Wan}}
		}), Fail, ""},
	}
}
