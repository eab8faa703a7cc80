package policy

import (
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// facts is what several rules need, worked out in one pass over the document.
type facts struct {
	doc  *proposal.Proposal
	pack *Pack

	countyCode, cityCode string // the city is the one the county's code lies in
	countyName, cityName string // as in the division table, else as filled in
	known                bool   // the county exists
	isKey                bool

	villageRow map[string]int // first row of each village code
	towns      []string       // distinct, in order of appearance

	sums       proposal.Sums
	linkage    money.Fen // 衔接合计
	integrated money.Fen // what counts as 整合 under the pack

	submittedAt, reportedAt *time.Time
}

func gather(in Input) facts {
	doc := in.Doc
	f := facts{doc: doc, pack: in.Pack, submittedAt: in.SubmittedAt, reportedAt: in.ReportedAt}
	if !in.DossierOnly {
		if f.submittedAt == nil {
			f.submittedAt = doc.Submission.CountySubmittedAt
		}
		if f.reportedAt == nil {
			f.reportedAt = doc.Submission.CityReportedAt
		}
	}
	f.place()
	f.villages()
	f.money()
	return f
}

// place settles which county and city the document speaks for. The division table's names win over those filled in.
func (f *facts) place() {
	f.countyCode, f.countyName, f.cityName = f.doc.County.Code, f.doc.County.Name, f.doc.City.Name
	f.cityCode = f.doc.City.Code
	county, ok := RegionByCode(f.countyCode)
	if !ok || county.Level != LevelCounty {
		return
	}
	f.known, f.countyName, f.cityCode = true, county.Name, county.Parent
	f.isKey = f.pack.IsKeyCounty(f.countyCode)
	if city, ok := RegionByCode(county.Parent); ok {
		f.cityName = city.Name
	}
}

func (f *facts) villages() {
	f.villageRow = make(map[string]int, len(f.doc.Zone.Villages))
	for i := range f.doc.Zone.Villages {
		v := &f.doc.Zone.Villages[i]
		if v.Code != "" {
			if _, seen := f.villageRow[v.Code]; !seen {
				f.villageRow[v.Code] = i
			}
		}
		if v.TownCode != "" && !f.hasTown(v.TownCode) {
			f.towns = append(f.towns, v.TownCode)
		}
	}
}

// hasTown reports whether a town has a village in the zone. A zone has a handful of towns, so a walk is the fastest way.
func (f *facts) hasTown(code string) bool {
	for _, t := range f.towns {
		if t == code {
			return true
		}
	}
	return false
}

func (f *facts) money() {
	f.sums = proposal.Totals(f.doc)
	f.linkage = f.sums.Linkage
	for i := range f.doc.FundPlan.Integrated {
		if item := &f.doc.FundPlan.Integrated[i]; f.counts(item.Status) {
			f.integrated += item.Amount
		}
	}
	if f.pack.Params.IntegratedCountsCooperation {
		f.integrated += f.sums.Planned.Cooperation
	}
}

// counts reports whether an integrated line of this status counts under the batch's basis (A7).
func (f *facts) counts(status proposal.FundStatus) bool {
	return status == proposal.FundInPlace || (status == proposal.FundCommitted && f.pack.Params.IntegratedBasis == proposal.FundCommitted)
}

// usesLinkage reports whether a project names 衔接资金 with any amount, so that a negative line cannot hide a positive one.
func usesLinkage(p *proposal.Project) bool {
	for i := range p.Funds {
		if p.Funds[i].Amount != 0 && isLinkage(p.Funds[i].Source) {
			return true
		}
	}
	return false
}

func isLinkage(s proposal.FundSource) bool {
	return s == proposal.SourceLinkageProvUp || s == proposal.SourceLinkageCity || s == proposal.SourceLinkageCounty
}

// noProjects is the verdict of a project rule on a document without projects: nothing was shown, so nothing passes.
func (f *facts) noProjects(verdict func(Figure, string, ...string) outcome) (outcome, bool) {
	if len(f.doc.Projects) > 0 {
		return outcome{}, false
	}
	return verdict(text("尚未填报实施项目"), "请先在项目表中填报实施项目,再作检查", "/projects"), true
}

// noVillages is likewise for a document without villages.
func (f *facts) noVillages() (outcome, bool) {
	if len(f.doc.Zone.Villages) > 0 {
		return outcome{}, false
	}
	return failed(text("尚未填报行政村"), "请先在推进区中填报行政村,再作检查", "/zone/villages"), true
}

// projectName is how people call a project: its id and name.
func projectName(p *proposal.Project, i int) string {
	if blank(p.ID) {
		return called(p.Name, "", i)
	}
	return p.ID + p.Name
}
