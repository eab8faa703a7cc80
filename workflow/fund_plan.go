package workflow

import (
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// integratedKey begins the key of an integrated item's line.
const integratedKey = "INTEGRATED/"

// FundLines are the lines of a plan with money in them, and what each gives its projects. 省级以上 may be allocated up to the award, every
// other line up to what is planned.
func FundLines(doc *proposal.Proposal, award money.Fen) ([]funds.Line, []funds.Share) {
	var lines []funds.Line
	add := func(key, source string, planned, ceiling money.Fen, department, programme string, levels ...funds.Level) {
		if planned > 0 {
			lines = append(lines, funds.Line{Key: key, Source: source, Levels: levels, Department: department, Programme: programme,
				Order: len(lines) + 1, Ceiling: ceiling})
		}
	}
	plan := doc.FundPlan
	add(string(proposal.SourceLinkageProvUp), string(proposal.SourceLinkageProvUp), plan.Linkage.ProvUp, award, "", "", funds.Central, funds.Province)
	plain := func(source proposal.FundSource, planned money.Fen, level funds.Level) {
		add(string(source), string(source), planned, planned, "", "", level)
	}
	plain(proposal.SourceLinkageCity, plan.Linkage.City, funds.City)
	plain(proposal.SourceLinkageCounty, plan.Linkage.County, funds.County)
	for _, item := range plan.Integrated {
		add(integratedKey+item.ID, string(proposal.SourceIntegrated), item.Amount, item.Amount, item.Department, item.Programme, funds.Level(item.Level))
	}
	plain(proposal.SourceCooperation, plan.Cooperation, funds.NoLevel)
	plain(proposal.SourceSocial, plan.Social, funds.NoLevel)
	plain(proposal.SourceSelfRaised, plan.SelfRaised, funds.NoLevel)
	plain(proposal.SourceOther, plan.Other, funds.NoLevel)
	return lines, fundShares(doc)
}

// fundShares are what each project gets of each line; several amounts of one line in one project are one share.
func fundShares(doc *proposal.Proposal) []funds.Share {
	var shares []funds.Share
	at := map[[2]string]int{}
	for _, p := range doc.Projects {
		for _, f := range p.Funds {
			line := string(f.Source)
			if f.Source == proposal.SourceIntegrated {
				line = integratedKey + f.IntegratedItemID
			}
			if f.Amount <= 0 {
				continue
			}
			key := [2]string{line, p.ID}
			i, known := at[key]
			if !known {
				i = len(shares)
				at[key] = i
				shares = append(shares, funds.Share{Line: line, Project: p.ID})
			}
			shares[i].Planned += f.Amount
		}
	}
	return shares
}

// withFunds is the document with the money of one layer in place of what was planned: what F03, F05 and F06 are judged on again.
func withFunds(doc *proposal.Proposal, m funds.Matrix, layer funds.Layer) *proposal.Proposal {
	came := *doc
	of := func(source proposal.FundSource) money.Fen { return m.Sum(string(source)).Of(layer) }
	came.FundPlan = proposal.FundPlan{Linkage: proposal.Linkage{ProvUp: of(proposal.SourceLinkageProvUp), City: of(proposal.SourceLinkageCity),
		County: of(proposal.SourceLinkageCounty)}, Cooperation: of(proposal.SourceCooperation), Social: of(proposal.SourceSocial),
		SelfRaised: of(proposal.SourceSelfRaised), Other: of(proposal.SourceOther), Integrated: []proposal.IntegratedItem{}}
	for _, line := range m.Lines {
		if line.Source == string(proposal.SourceIntegrated) {
			came.FundPlan.Integrated = append(came.FundPlan.Integrated, proposal.IntegratedItem{ID: line.Key[len(integratedKey):], Department: line.Department,
				Programme: line.Programme, Level: proposal.Level(line.Line.Levels[0]), Amount: line.Of(layer), Status: proposal.FundInPlace})
		}
	}
	return &came
}
