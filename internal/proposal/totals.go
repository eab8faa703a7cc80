package proposal

import "xianjie/internal/money"

// Sources is one amount per source of money.
type Sources struct {
	ProvUp, City, County, Integrated, Cooperation, Social, SelfRaised, Other money.Fen
}

// Linkage is 衔接资金 of all levels.
func (s *Sources) Linkage() money.Fen { return s.ProvUp + s.City + s.County }

// Of is the amount of one source; 0 for an unknown one.
func (s *Sources) Of(source FundSource) money.Fen {
	if at := s.at(source); at != nil {
		return *at
	}
	return 0
}

func (s *Sources) at(source FundSource) *money.Fen {
	switch source {
	case SourceLinkageProvUp:
		return &s.ProvUp
	case SourceLinkageCity:
		return &s.City
	case SourceLinkageCounty:
		return &s.County
	case SourceIntegrated:
		return &s.Integrated
	case SourceCooperation:
		return &s.Cooperation
	case SourceSocial:
		return &s.Social
	case SourceSelfRaised:
		return &s.SelfRaised
	case SourceOther:
		return &s.Other
	}
	return nil
}

// FundSources are the sources in the order of the fund plan.
func FundSources() []FundSource {
	return []FundSource{SourceLinkageProvUp, SourceLinkageCity, SourceLinkageCounty, SourceIntegrated, SourceCooperation,
		SourceSocial, SourceSelfRaised, SourceOther}
}

// Sums are the totals of domain 3.7, in 分.
type Sums struct {
	Planned         Sources   // the fund plan, per source
	Placed          Sources   // Σ over the projects, per source
	Linkage         money.Fen // L: 衔接合计
	Integrated      money.Fen // I: 整合合计
	Investment      money.Fen // 总投资 = L + I + 协作 + 社会 + 自筹 + 其他
	IndustryLinkage money.Fen // 衔接资金 of 产业发展 projects

	PlacedItems    []money.Fen // Σ over the projects per fundPlan.integrated item, by index
	ProjectFunds   []money.Fen // Σ of a project's funds, by index
	ProjectLinkage []money.Fen // 衔接资金 of a project, by index
}

// Totals adds up a document in one pass. Amounts within money.Max of a document the codec accepts cannot overflow. A project's
// INTEGRATED money that points at no item counts in Placed and ProjectFunds only.
func Totals(p *Proposal) Sums {
	s := Sums{Planned: Sources{
		ProvUp: p.FundPlan.Linkage.ProvUp, City: p.FundPlan.Linkage.City, County: p.FundPlan.Linkage.County,
		Cooperation: p.FundPlan.Cooperation, Social: p.FundPlan.Social, SelfRaised: p.FundPlan.SelfRaised, Other: p.FundPlan.Other,
	}}
	for i := range p.FundPlan.Integrated {
		s.Planned.Integrated += p.FundPlan.Integrated[i].Amount
	}
	s.Linkage, s.Integrated = s.Planned.Linkage(), s.Planned.Integrated
	s.Investment = s.Linkage + s.Integrated + s.Planned.Cooperation + s.Planned.Social + s.Planned.SelfRaised + s.Planned.Other

	items, projects := len(p.FundPlan.Integrated), len(p.Projects)
	all := make([]money.Fen, items+2*projects) // one allocation for the three lists
	s.PlacedItems, s.ProjectFunds, s.ProjectLinkage = all[:items:items], all[items:items+projects:items+projects], all[items+projects:]
	index := make(map[string]int, items) // integrated item by id
	for i := range p.FundPlan.Integrated {
		index[p.FundPlan.Integrated[i].ID] = i
	}
	delete(index, "") // money that names no item belongs to none, also while an item has no number yet
	for i := range p.Projects {
		s.addProject(i, &p.Projects[i], index)
	}
	return s
}

func (s *Sums) addProject(i int, p *Project, index map[string]int) {
	for j := range p.Funds {
		f := &p.Funds[j]
		s.ProjectFunds[i] += f.Amount
		if at := s.Placed.at(f.Source); at != nil {
			*at += f.Amount
		}
		switch f.Source {
		case SourceLinkageProvUp, SourceLinkageCity, SourceLinkageCounty:
			s.ProjectLinkage[i] += f.Amount
		case SourceIntegrated:
			if item, known := index[f.IntegratedItemID]; known {
				s.PlacedItems[item] += f.Amount
			}
		}
	}
	if p.ContentCategory == ContentIndustry {
		s.IndustryLinkage += s.ProjectLinkage[i]
	}
}
