package workflow

import (
	"context"
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// monthlyObject is what the policy is asked about.
const monthlyObject = "monthly"

// The acts on a monthly report, as pages offer them.
const (
	saveMonthly   = "save"
	submitMonthly = "submit"
	returnMonthly = "return"
)

// MonthlyActLabel is the Chinese name of an act on a monthly report.
func MonthlyActLabel(act string) string {
	return map[string]string{saveMonthly: "填报", submitMonthly: "提交", returnMonthly: "退回"}[act]
}

// MonthlyView is one month of an award as one person sees it.
type MonthlyView struct {
	Application Application
	Report      MonthlyReport // Items in the order of Rows
	Rows        []MonthlyRow
	Sum         Spending
	Acts        []string // never nil
}

// MonthlyRow is one project of a month.
type MonthlyRow struct {
	MonthlyItem
	Before *MonthlyBefore // what was last handed in of it; nil when nothing was
	Spent  Spending
}

// MonthlyBefore is a project's progress in the last report handed in before.
type MonthlyBefore struct {
	Month    Month
	Percent  int
	Progress string
}

// MonthlyReports are the months of an award from that of the award to the present one, the newest first. Errors: NotFound.
func (s *Service) MonthlyReports(ctx context.Context, actor Actor, id string) ([]MonthlyReport, error) {
	f, err := s.readMonthly(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	out := []MonthlyReport{}
	for m := f.first; m <= f.now; m = m.next() {
		out = append(out, f.of(m))
	}
	slices.Reverse(out)
	return out, nil
}

// MonthlyReport is one month of an award. Errors: NotFound.
func (s *Service) MonthlyReport(ctx context.Context, actor Actor, id string, m Month) (MonthlyView, error) {
	f, err := s.readMonthly(ctx, actor, id)
	if err != nil {
		return MonthlyView{}, err
	}
	if err := f.holds(m); err != nil {
		return MonthlyView{}, err
	}
	spent, err := s.store.ReadSpentByProject(ctx, id, m.First(), m.Last())
	if err != nil {
		return MonthlyView{}, err
	}
	return s.monthlyView(actor, f, f.of(m), spent), nil
}

// monthlyFacts is what every month of an award is shown and written on.
type monthlyFacts struct {
	app        Application
	projects   []proposal.Project // of the plan in force
	reports    []MonthlyReport    // newest first
	first, now Month              // of the award, and the present one, where the batch is
}

// readMonthly loads them for those who may see the money and the reports.
func (s *Service) readMonthly(ctx context.Context, actor Actor, id string) (f monthlyFacts, err error) {
	seen, err := s.seenFunds(ctx, actor, id)
	if err == nil && s.roleFor(actor, seen.Application.CountyCode, monthlyObject, "read") == "" {
		err = fault.New(fault.NotFound, "没有这件立项的月报,或您无权查看")
	}
	if err != nil {
		return f, err
	}
	account, err := s.store.ReadFundAccount(ctx, id)
	if err != nil {
		return f, err
	}
	c, err := s.showing(ctx, actor, seen.Application)
	if err != nil {
		return f, err
	}
	doc, err := s.approvedPlan(ctx, account)
	if err != nil {
		return f, err
	}
	f = monthlyFacts{app: seen.Application, projects: doc.Projects, first: MonthOf(proposal.DateIn(account.OpenedAt, c.Pack.Zone())),
		now: MonthOf(proposal.DateIn(c.Now, c.Pack.Zone()))}
	f.reports, err = s.store.ReadMonthlyReports(ctx, id)
	return f, err
}

// holds: a month is reported from that of the award on, and not before it has begun.
func (f monthlyFacts) holds(m Month) error {
	if m < f.first || m > f.now {
		return fault.New(fault.NotFound, "月报从立项当月(%s)报到本月(%s),没有 %s 的月报", f.first, f.now, m)
	}
	return nil
}

// of is a month's report with a line for every project: of one that was handed in those it was handed in with, else those of the plan in force.
func (f monthlyFacts) of(m Month) MonthlyReport {
	r := MonthlyReport{ApplicationID: f.app.ID, BatchID: f.app.BatchID, Month: m, Items: []MonthlyItem{}}
	if i := slices.IndexFunc(f.reports, func(r MonthlyReport) bool { return r.Month == m }); i >= 0 {
		r = f.reports[i]
	}
	if r.SubmittedAt == nil {
		r.Items = f.laid(r.Items)
	}
	return r
}

// laid are the lines of the plan's projects, filled with what was written of each.
func (f monthlyFacts) laid(written []MonthlyItem) []MonthlyItem {
	out := make([]MonthlyItem, len(f.projects))
	for i, p := range f.projects {
		if at := slices.IndexFunc(written, func(w MonthlyItem) bool { return w.Project == p.ID }); at >= 0 {
			out[i] = written[at]
		}
		out[i].Project, out[i].Name = p.ID, p.Name
	}
	return out
}

// before is what was last handed in of a project before a month.
func (f monthlyFacts) before(m Month, project string) *MonthlyBefore {
	for _, r := range f.reports {
		if r.Month >= m || r.SubmittedAt == nil {
			continue
		}
		if i := slices.IndexFunc(r.Items, func(w MonthlyItem) bool { return w.Project == project }); i >= 0 && r.Items[i].Percent != nil {
			return &MonthlyBefore{r.Month, *r.Items[i].Percent, r.Items[i].Progress}
		}
	}
	return nil
}

func (s *Service) monthlyView(actor Actor, f monthlyFacts, r MonthlyReport, spent map[string]Spending) MonthlyView {
	v := MonthlyView{Application: f.app, Report: r, Rows: make([]MonthlyRow, len(r.Items)), Acts: []string{}}
	for i, item := range r.Items {
		v.Rows[i] = MonthlyRow{MonthlyItem: item, Before: f.before(r.Month, item.Project), Spent: spent[item.Project]}
	}
	for _, one := range spent { // of projects the plan no longer has, too: the sum is the ledger's
		v.Sum.Month, v.Sum.Total = v.Sum.Month+one.Month, v.Sum.Total+one.Total
	}
	acts := []string{saveMonthly, submitMonthly}
	if r.SubmittedAt != nil {
		acts = []string{returnMonthly}
	}
	for _, act := range acts {
		if s.roleFor(actor, f.app.CountyCode, monthlyObject, act) != "" {
			v.Acts = append(v.Acts, act)
		}
	}
	return v
}
