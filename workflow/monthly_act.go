package workflow

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// SaveMonthly asks to keep a month's report as far as it is filled in.
type SaveMonthly struct {
	Application string
	Month       Month
	Version     int64         // 0 while there is none
	Items       []MonthlyItem // names are the plan's and ignored
}

// ActOnMonthly asks to hand a report in, or to give it back.
type ActOnMonthly struct {
	Application string
	Month       Month
	Version     int64
	Return      bool
	Reason      string // of returning
	Receipt     *Receipt
}

// SaveMonthly keeps a report with its gaps. Errors: NotFound (month), Forbidden, Stale, Invalid, Refused (handed in).
func (s *Service) SaveMonthly(ctx context.Context, actor Actor, in SaveMonthly) (MonthlyView, error) {
	return s.onMonthly(ctx, actor, in.Application, in.Month, in.Version, saveMonthly, "", nil, func(f monthlyFacts, _ *fundCase, r *MonthlyReport) error {
		if err := fault.At("月报填写有误", f.wrong(in.Items)); err != nil {
			return err
		}
		items := slices.Clone(in.Items)
		for i := range items {
			items[i].Progress, items[i].Problem = strings.TrimSpace(items[i].Progress), strings.TrimSpace(items[i].Problem)
		}
		r.Items = f.laid(items)
		return nil
	})
}

// wrong is what may not stand even in a draft.
func (f monthlyFacts) wrong(items []MonthlyItem) []fault.Place {
	var places []fault.Place
	known := map[string]bool{}
	for _, p := range f.projects {
		known[p.ID] = true
	}
	for i, item := range items {
		at := fmt.Sprintf("/lines/%d", i)
		if !known[item.Project] {
			places = append(places, fault.Place{Location: at + "/project", Message: "现行的批准规划没有这个项目,或写了两遍"})
		}
		known[item.Project] = false
		places = append(places, item.wrong(at)...)
	}
	return places
}

// ActOnMonthly hands in a report that lacks nothing and locks it, or gives one back to its county with the reason. Errors: NotFound (month),
// Forbidden, Stale, Invalid (every gap; no reason), Refused (handed in already; not handed in).
func (s *Service) ActOnMonthly(ctx context.Context, actor Actor, in ActOnMonthly) (MonthlyView, error) {
	act := map[bool]string{false: submitMonthly, true: returnMonthly}[in.Return]
	return s.onMonthly(ctx, actor, in.Application, in.Month, in.Version, act, strings.TrimSpace(in.Reason), in.Receipt, func(_ monthlyFacts, c *fundCase, r *MonthlyReport) error {
		if in.Return {
			if err := reasonGiven(in.Reason, true); err != nil {
				return err
			}
			r.SubmittedAt, r.SubmittedBy, r.SubmittedName, r.ReturnReason = nil, "", "", strings.TrimSpace(in.Reason)
			return nil
		}
		var gaps []fault.Place
		for i, item := range r.Items {
			gaps = append(gaps, item.gaps(fmt.Sprintf("/lines/%d", i))...)
		}
		if err := fault.At("月报还不能提交", gaps); err != nil {
			return err
		}
		r.SubmittedAt, r.SubmittedBy, r.SubmittedName, r.ReturnReason = instant(c.Now), actor.AccountID, actor.Name, ""
		return nil
	})
}

// onMonthly runs one act on a month's report under the account's lock and shows what it left.
func (s *Service) onMonthly(ctx context.Context, actor Actor, id string, m Month, version int64, act, reason string, receipt *Receipt,
	do func(f monthlyFacts, c *fundCase, r *MonthlyReport) error) (MonthlyView, error) {
	var out MonthlyView
	err := s.onAccount(ctx, actor, id, func(tx Tx, c *fundCase) error {
		f, err := c.monthlyFacts(tx)
		if err != nil {
			return err
		}
		if c.As = s.roleFor(actor, c.App.CountyCode, monthlyObject, act); c.As == "" {
			return fault.New(fault.Forbidden, "月报由县级填报员填报、提交,由市乡村振兴局退回,您的岗位不能办理")
		}
		if err := f.holds(m); err != nil {
			return err
		}
		r := f.of(m)
		switch handed := r.SubmittedAt != nil; {
		case r.Version != version:
			return Changed(r.Version, version)
		case handed && act != returnMonthly:
			return fault.New(fault.Refused, "%s 的月报已提交锁定;确需更正的,请市乡村振兴局退回", m)
		case !handed && act == returnMonthly:
			return fault.New(fault.Refused, "%s 的月报还没有提交,无须退回", m)
		}
		if err := do(f, c, &r); err != nil {
			return err
		}
		r.UpdatedAt = c.Now
		if err := tx.SaveMonthlyReport(&r); err != nil {
			return err
		}
		if err := c.note(tx, "monthly_"+act, string(m)+" 月报", reason, r.digest()); err != nil {
			return err
		}
		spent, err := tx.SpentByProject(id, m.First(), m.Last())
		if err != nil {
			return err
		}
		out = s.monthlyView(actor, f, r, spent)
		return receipt.keep(tx, out)
	})
	return out, err
}

// monthlyFacts loads, under the account's lock, what a month is written on.
func (c *fundCase) monthlyFacts(tx Tx) (monthlyFacts, error) {
	f := monthlyFacts{app: c.App, first: MonthOf(proposal.DateIn(c.Account.OpenedAt, c.Pack.Zone())), now: MonthOf(c.Today)}
	plan, err := tx.FundPlanBody(c.App.ID, c.Account.PlanVersion)
	if err != nil {
		return f, err
	}
	doc, _, err := proposal.Decode(plan.Body)
	if err != nil {
		return f, err
	}
	f.projects = doc.Projects
	f.reports, err = tx.MonthlyReportsOf(c.App.ID)
	return f, err
}
