package storetest

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/policy"
	"xianjie/workflow"
)

// awardedOn opens the account of an award on the plan of sample A01.
func (w *world) awardedOn(t *testing.T) (workflow.Application, *proposal.Proposal) {
	t.Helper()
	doc, _, err := proposal.Decode(sample.Application("A01"))
	if err != nil {
		t.Fatal(err)
	}
	b := w.batch(t)
	a := w.moved(t, w.draft(t, b, "370686", "栖霞市"), workflow.Awarded)
	n := noticeOf(b, "n1", a)
	award := awardOf(a, n)
	account := workflow.FundAccount{ApplicationID: a.ID, BatchID: a.BatchID, Version: 1, Award: award.Amount, PlanVersion: 1, ArrivalDue: day(20), OpenedAt: day(12)}
	plan := planOf(a, 1, doc, "")
	lines, shares := workflow.FundLines(doc, award.Amount)
	w.in(t, func(tx workflow.Tx) error {
		if err := tx.InsertNotice(&n); err != nil {
			return err
		}
		if err := tx.InsertAward(award); err != nil {
			return err
		}
		_, err := tx.OpenFundAccount(&account, plan, lines, shares, map[string]bool{})
		return err
	})
	return a, doc
}

func planOf(a workflow.Application, version int, doc *proposal.Proposal, change string) workflow.FundPlan {
	body := proposal.Canonical(doc)
	return workflow.FundPlan{ApplicationID: a.ID, Version: version, BatchID: a.BatchID, Body: body, Digest: proposal.Digest(body), PackVersion: 1,
		Findings: []policy.Finding{}, ChangeID: change, City: change == "", ApprovedBy: "acc-1", ApprovedAt: day(12)}
}

func changeOf(a workflow.Application, id string, doc *proposal.Proposal) workflow.PlanChange {
	body := proposal.Canonical(doc)
	return workflow.PlanChange{ID: id, ApplicationID: a.ID, BatchID: a.BatchID, State: workflow.ChangeProposed, Base: 1, Reason: "涨价", Kinds: []workflow.PlanChangeKind{workflow.ChangesAmount},
		Body: body, Digest: proposal.Digest(body), Differences: []proposal.Change{{Section: "fundPlan", Field: "social", Kind: proposal.Changed, From: "1 万元", To: "2 万元"}},
		Steps: []workflow.ChangeStep{}, ChangeVerdict: workflow.ChangeVerdict{CityReasons: []workflow.CityReason{}, Findings: []policy.Finding{}, PackVersion: 1}}
}

func changeStep(action workflow.ChangeAction, from, to workflow.ChangeState, account string) workflow.ChangeStep {
	return workflow.ChangeStep{Action: action, From: from, To: to, Role: workflow.CountyFiler, AccountID: account, Name: "岗位", Opinion: "意见", At: day(13)}
}

// proposed keeps one change with its first step.
func (w *world) proposed(t *testing.T, a workflow.Application, id string, doc *proposal.Proposal) workflow.PlanChange {
	t.Helper()
	c := changeOf(a, id, doc)
	step := changeStep(workflow.ProposeChangeAction, "", workflow.ChangeProposed, "acc-1")
	w.in(t, func(tx workflow.Tx) error {
		if err := tx.InsertPlanChange(&c); err != nil {
			return err
		}
		return tx.InsertChangeStep(id, 1, step)
	})
	c.Steps = append(c.Steps, step)
	return c
}

func planChangeScenarios() []scenario {
	ctx := context.Background()
	all := workflow.Sight{Windows: []workflow.Window{{Region: "370000"}}}
	return []scenario{
		{"a change is kept whole, numbered, and saved over its version only", func(t *testing.T, w *world) {
			a, doc := w.awardedOn(t)
			c := w.proposed(t, a, "c1", doc)
			got, err := w.ReadPlanChange(ctx, "c1")
			if diff := cmp.Diff(c, got); err != nil || diff != "" || c.No != 1 || c.Version != 1 {
				t.Error(err, diff)
			}
			stale := c
			c.State, c.CityReasons = workflow.ChangeSigned, []workflow.CityReason{{Project: "P01", Kind: workflow.ChangesAmount, Text: "达到"}}
			w.in(t, func(tx workflow.Tx) error { return tx.SavePlanChange(&c) })
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SavePlanChange(&stale) })
			w.in(t, func(tx workflow.Tx) error {
				locked, err := tx.LockPlanChange("c1")
				if diff := cmp.Diff(c, locked); diff != "" {
					t.Error(diff)
				}
				return err
			})
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { _, err := tx.LockPlanChange("none"); return err })
			list, err := w.PlanChanges(ctx, workflow.FundQuery{Sight: all, Live: true})
			if err != nil || len(list) != 1 || len(list[0].Body) != 0 || len(list[0].Steps) != 1 || !list[0].NeedsCity() {
				t.Errorf("%v %+v", err, list)
			}
			if list, err := w.PlanChanges(ctx, workflow.FundQuery{Sight: workflow.Sight{Windows: []workflow.Window{{Region: "370683"}}}}); err != nil || len(list) != 0 {
				t.Errorf("another county sees %v %v", list, err)
			}
		}},
		{"an application has one open change, and another once it is closed", func(t *testing.T, w *world) {
			a, doc := w.awardedOn(t)
			c := w.proposed(t, a, "c1", doc)
			second := changeOf(a, "c2", doc)
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.InsertPlanChange(&second) })
			c.State = workflow.ChangeWithdrawn
			w.in(t, func(tx workflow.Tx) error { return tx.SavePlanChange(&c) })
			if c2 := w.proposed(t, a, "c2", doc); c2.No != 2 {
				t.Errorf("number %d", c2.No)
			}
			if list, err := w.PlanChanges(ctx, workflow.FundQuery{Sight: all, Live: true}); err != nil || len(list) != 1 || list[0].ID != "c2" {
				t.Errorf("open: %v %v", list, err)
			}
		}},
		{"whoever proposed a change may take it back and nothing else", func(t *testing.T, w *world) {
			a, doc := w.awardedOn(t)
			w.proposed(t, a, "c1", doc)
			for _, action := range []workflow.ChangeAction{workflow.SignChangeAction, workflow.ApproveChangeAction, workflow.RejectChangeAction} {
				w.refused(t, fault.Refused, func(tx workflow.Tx) error {
					return tx.InsertChangeStep("c1", 2, changeStep(action, workflow.ChangeProposed, workflow.ChangeSigned, "acc-1"))
				})
			}
			w.in(t, func(tx workflow.Tx) error {
				return tx.InsertChangeStep("c1", 2, changeStep(workflow.WithdrawChangeAction, workflow.ChangeProposed, workflow.ChangeWithdrawn, "acc-1"))
			})
		}},
		{"a new plan lies over the account, the old version stays, and no version is written twice", func(t *testing.T, w *world) {
			a, doc := w.awardedOn(t)
			w.proposed(t, a, "c1", doc)
			next := *doc
			next.FundPlan.Social = 0
			next.Projects = slices.Clone(doc.Projects)[:2]
			for i := range next.Projects {
				next.Projects[i].Funds = slices.DeleteFunc(slices.Clone(next.Projects[i].Funds), func(f proposal.ProjectFund) bool { return f.Source == proposal.SourceSocial })
			}
			lines, shares := workflow.FundLines(&next, 200000000)
			lay := func(tx workflow.Tx) error {
				return tx.LayFundPlan(planOf(a, 2, &next, "c1"), lines, shares, map[string]bool{"LINKAGE_CITY": true})
			}
			w.in(t, lay)
			w.refused(t, fault.Refused, lay)
			w.refused(t, fault.Refused, func(tx workflow.Tx) error {
				return tx.LayFundPlan(planOf(a, 3, &next, "c1"), lines, shares, map[string]bool{})
			})
			books, err := w.ReadFundBooks(ctx, a.ID)
			if err != nil || !books.Committed["LINKAGE_CITY"] || books.Committed["LINKAGE_COUNTY"] {
				t.Errorf("%v %v", err, books.Committed)
			}
			for _, l := range books.Lines {
				if (l.Ceiling == 0) != (l.Key == "SOCIAL") {
					t.Errorf("%s may give %s", l.Key, l.Ceiling)
				}
			}
			for _, s := range books.Shares {
				if (s.Planned == 0) != (s.Line == "SOCIAL" || s.Project > "P02") {
					t.Errorf("%s of %s is planned %s", s.Line, s.Project, s.Planned)
				}
			}
			city, err := w.ReadCityFundPlan(ctx, a.ID)
			first, firstErr := w.ReadFundPlan(ctx, a.ID, 1)
			if err != nil || firstErr != nil || city.Version != 1 || !bytes.Equal(first.Body, proposal.Canonical(doc)) {
				t.Errorf("%v %v %d", err, firstErr, city.Version)
			}
		}},
		{"a plan below what was allocated does not go in", func(t *testing.T, w *world) {
			a, doc := w.awardedOn(t)
			w.proposed(t, a, "c1", doc)
			move := funds.Move{Line: "LINKAGE_CITY", Level: funds.City, Layer: funds.Allocated, Adds: true, Parts: []funds.Part{{Project: "P18", Amount: 3000000}}}
			w.in(t, func(tx workflow.Tx) error {
				book, err := tx.FundBook(a.ID, "LINKAGE_CITY")
				if err != nil {
					return err
				}
				book.Apply(move, funds.Reserve)
				return tx.KeepFundBook(a.ID, book, move)
			})
			lines, shares := workflow.FundLines(doc, 200000000)
			for i := range shares {
				if shares[i].Project == "P18" && shares[i].Line == "LINKAGE_CITY" {
					shares[i].Planned = 2999999
				}
			}
			err := w.InTx(ctx, func(tx workflow.Tx) error {
				return tx.LayFundPlan(planOf(a, 2, doc, "c1"), lines, shares, map[string]bool{})
			})
			if err == nil {
				t.Error("the share fell below what waits in it")
			}
			if _, err := w.ReadFundPlan(ctx, a.ID, 2); fault.CodeOf(err) != fault.NotFound {
				t.Errorf("the version stayed: %v", err)
			}
		}},
		{"what a change asks for, its history and the plan's versions do not change", func(t *testing.T, w *world) {
			a, doc := w.awardedOn(t)
			w.proposed(t, a, "c1", doc)
			attempts := []string{"UPDATE plan_changes SET body = '{}'", "UPDATE plan_changes SET reason = 'x', state = 'SIGNED'", "UPDATE plan_changes SET base = 2",
				"UPDATE plan_change_steps SET opinion = 'x'", "DELETE FROM plan_change_steps", "DELETE FROM plan_changes", "UPDATE fund_plans SET body = '{}'", "DELETE FROM fund_plans"}
			if w.postgres() {
				attempts = append(attempts, "TRUNCATE plan_changes CASCADE", "TRUNCATE plan_change_steps", "TRUNCATE fund_plans CASCADE")
			} else {
				attempts = append(attempts, "REPLACE INTO plan_change_steps SELECT * FROM plan_change_steps", "REPLACE INTO plan_changes SELECT * FROM plan_changes",
					"REPLACE INTO fund_plans SELECT * FROM fund_plans")
			}
			for _, attempt := range attempts {
				if _, err := w.raw.Exec(attempt); err == nil || strings.Contains(err.Error(), "syntax") {
					t.Errorf("%s: %v", attempt, err)
				}
			}
		}},
	}
}
