package workflow_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/proposal"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// awardedNow inserts an application awarded by the database's own clock, its account open on the plan of sample A01.
func (l live) awardedNow() string {
	l.t.Helper()
	id := l.proposed(1)[0]
	n := openedNotice(l.t, l, 300*time.Millisecond)
	waitUntil(l.t, l.store.(*store.Store), *n.ClosesAt)
	l.must("prov_admin@370000", id, workflow.Award, workflow.Input{AwardDocNo: "鲁乡振发〔2023〕5号"})
	l.must("prov_finance@370000", id, workflow.Award, workflow.Input{})
	return id
}

// asked is a change of the plan in force that moves money as shift says.
func (l live) asked(id, shift string) workflow.ProposeChange {
	l.t.Helper()
	ctx := context.Background()
	a, err := l.store.ReadFundAccount(ctx, id)
	must(l.t, err)
	plan, err := l.store.ReadFundPlan(ctx, id, a.PlanVersion)
	must(l.t, err)
	doc, _, err := proposal.Decode(plan.Body)
	must(l.t, err)
	return workflow.ProposeChange{Application: id, Base: a.PlanVersion, Reason: "调整", Edits: shifted(doc, shift)}
}

// allocation is 下达 of the city's money to P18, its paper uploaded already.
func (l live) allocation(id, key, amount string) func() error {
	l.t.Helper()
	ctx, finance := context.Background(), actor("city_finance@370600")
	nothing := func() error { return nil }
	v, err := l.service.KeepVoucher(ctx, finance, workflow.KeepVoucher{Application: id, FileName: "文.pdf", Size: 9, MediaType: "application/pdf",
		SHA256: proposal.Digest([]byte(key)), Place: nothing, Remove: nothing})
	must(l.t, err)
	now, err := l.store.Clock(ctx)
	must(l.t, err)
	in := workflow.EnterFund{Application: id, Key: key, Kind: funds.Allocate, Line: "LINKAGE_CITY", Level: funds.City,
		Dated: proposal.DateIn(now, time.FixedZone("CST", 8*3600)), DocNo: key, Parts: []funds.Part{{Project: "P18", Amount: fen(amount)}}, Vouchers: []string{v.ID}}
	return func() error {
		_, err := l.service.Enter(ctx, finance, in)
		return err
	}
}

// The plan of P18 (32.5 万元 of the city's money) is cut to the 30 it has while 2.5 more are allocated to it. Whichever comes first, the other sees it:
// never is more allocated than planned, and what was refused was refused for that.
func TestMoneyIsNotAllocatedPastAChangeNorAChangeApprovedBelowTheMoney(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		ctx := context.Background()
		id := l.awardedNow()
		must(t, l.allocation(id, "before", "30")())
		cut, kept := 0, 0
		for round := range 6 {
			view, err := l.service.ProposeChange(ctx, actor("county_filer@370686"), l.asked(id, "P18 LINKAGE_CITY -2.5,P16 LINKAGE_CITY 2.5"))
			must(t, err)
			var signErr, allocErr [3]error
			var allocate [3]func() error
			for i := range allocate {
				allocate[i] = l.allocation(id, fmt.Sprintf("r%d-%d", round, i), "2.5")
			}
			atOnce(6, func(i int) error {
				if i%2 == 0 {
					_, signErr[i/2] = l.service.ActOnChange(ctx, actor("county_signer@370686"), workflow.ActOnChange{Change: view.ID, Version: view.Version, Action: workflow.SignChangeAction})
					return nil
				}
				if round%2 == 0 { // every other round the signature has a start
					time.Sleep(8 * time.Millisecond)
				}
				allocErr[i/2] = allocate[i/2]()
				return nil
			})
			signed, allocated := 0, 0
			for i := range 3 {
				for _, err := range []error{signErr[i], allocErr[i]} {
					if code := fault.CodeOf(err); err != nil && code != fault.Refused && code != fault.Stale {
						t.Errorf("round %d: %v", round, err)
					}
				}
				if signErr[i] == nil {
					signed++
				}
				if allocErr[i] == nil {
					allocated++
				}
			}
			books, err := s.ReadFundBooks(ctx, id)
			must(t, err)
			for _, share := range books.Shares {
				if share.Allocated > share.Planned {
					t.Errorf("round %d: %s of %s, %s allocated over %s planned", round, share.Line, share.Project, share.Allocated, share.Planned)
				}
			}
			after, err := s.ReadFundAccount(ctx, id)
			must(t, err)
			change, err := s.ReadPlanChange(ctx, view.ID)
			must(t, err)
			switch {
			case signed > 1, (change.State == workflow.ChangeApproved) != (signed == 1), (after.PlanVersion == view.Base+1) != (signed == 1):
				t.Errorf("round %d: signed %d times, %s, plan %d", round, signed, change.State, after.PlanVersion)
			case signed == 1:
				cut++
				must(t, l.restore(id, allocated))
			default:
				kept++
				_, err := l.service.ActOnChange(ctx, actor("county_filer@370686"), workflow.ActOnChange{Change: view.ID, Version: change.Version, Action: workflow.WithdrawChangeAction, Reason: "款已下达"})
				must(t, err)
				must(t, l.recall(id, fmt.Sprintf("back%d", round), allocated))
			}
		}
		t.Logf("cut %d times, kept %d times", cut, kept)
		found, err := s.Doctor(ctx)
		must(t, err)
		for _, c := range found {
			if strings.Contains(c.Invariant, "规划") || strings.Contains(c.Invariant, "变更") || strings.Contains(c.Invariant, "占用") || strings.Contains(c.Invariant, "资金账") {
				t.Error(c)
			}
		}
	})
}

// restore gives P18 its money in the plan back, the city agreeing where it must, and takes back what was allocated in the round.
func (l live) restore(id string, allocated int) error {
	ctx := context.Background()
	view, err := l.service.ProposeChange(ctx, actor("county_filer@370686"), l.asked(id, "P18 LINKAGE_CITY 2.5,P16 LINKAGE_CITY -2.5"))
	if err != nil {
		return err
	}
	if view, err = l.service.ActOnChange(ctx, actor("county_signer@370686"), workflow.ActOnChange{Change: view.ID, Version: view.Version, Action: workflow.SignChangeAction}); err != nil {
		return err
	}
	if view.State != workflow.ChangeApproved {
		return fmt.Errorf("restored as %s", view.State)
	}
	return l.recall(id, "restore"+view.ID, allocated)
}

// recall takes back so many parts of 2.5.
func (l live) recall(id, key string, parts int) error {
	if parts == 0 {
		return nil
	}
	ctx := context.Background()
	now, err := l.store.Clock(ctx)
	if err != nil {
		return err
	}
	_, err = l.service.Enter(ctx, actor("city_finance@370600"), workflow.EnterFund{Application: id, Key: key[:min(len(key), 60)], Kind: funds.Recall, Line: "LINKAGE_CITY", Level: funds.City,
		Dated: proposal.DateIn(now, time.FixedZone("CST", 8*3600)), DocNo: "收回", Reason: "调整", Parts: []funds.Part{{Project: "P18", Amount: fen("2.5")}}})
	if err == nil && parts > 1 {
		return l.recall(id, key+"x", parts-1)
	}
	return err
}

func TestTwoChangesProposedAtOnceAreOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		id := l.awardedNow()
		in := l.asked(id, "P18 LINKAGE_CITY -1,P16 LINKAGE_CITY 1")
		long := in
		long.Reason = strings.Repeat("长", 2001)
		if _, err := l.service.ProposeChange(context.Background(), actor("county_filer@370686"), long); err == nil || !strings.Contains(err.Error(), "理由过长") {
			t.Errorf("a reason without end: %v", err)
		}
		made := 0
		for _, err := range atOnce(6, func(int) error {
			_, err := l.service.ProposeChange(context.Background(), actor("county_filer@370686"), in)
			return err
		}) {
			if err == nil {
				made++
			} else if fault.CodeOf(err) != fault.Refused {
				t.Error(err)
			}
		}
		if made != 1 {
			t.Errorf("%d changes were made", made)
		}
	})
}

func (c *cutTx) InsertPlanChange(change *workflow.PlanChange) error {
	return joined(c.cut(), func() error { return c.Tx.InsertPlanChange(change) })
}

func (c *cutTx) SavePlanChange(change *workflow.PlanChange) error {
	return joined(c.cut(), func() error { return c.Tx.SavePlanChange(change) })
}

func (c *cutTx) InsertChangeStep(id string, no int, step workflow.ChangeStep) error {
	return joined(c.cut(), func() error { return c.Tx.InsertChangeStep(id, no, step) })
}

func (c *cutTx) LayFundPlan(plan workflow.FundPlan, lines []funds.Line, shares []funds.Share, committed map[string]bool) error {
	return joined(c.cut(), func() error { return c.Tx.LayFundPlan(plan, lines, shares, committed) })
}

func (c *cutTx) SaveFundAccount(a *workflow.FundAccount) error {
	return joined(c.cut(), func() error { return c.Tx.SaveFundAccount(a) })
}

// joined does not do what was cut.
func joined(cut error, do func() error) error {
	if cut != nil {
		return cut
	}
	return do()
}

func TestAChangeCutBeforeAnyOfItsWritesLeavesNothing(t *testing.T) {
	ctx := context.Background()
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		id := l.awardedNow()
		in := l.asked(id, "P18 LINKAGE_CITY -10,P16 LINKAGE_CITY 10")
		left := func() []any {
			account, err := s.ReadFundAccount(ctx, id)
			must(t, err)
			books, err := s.ReadFundBooks(ctx, id)
			must(t, err)
			plans, err := s.FundPlans(ctx, id)
			must(t, err)
			changes, err := s.PlanChanges(ctx, workflow.FundQuery{Sight: workflow.SightOf(actor("auditor@370000"))})
			must(t, err)
			entries, err := s.Audit(ctx, workflow.FundStream(id), 0, 1000)
			must(t, err)
			text, err := json.Marshal([]any{account, books, plans, changes})
			must(t, err)
			return []any{string(text), entries}
		}
		act := func(who string, action workflow.ChangeAction) func(*workflow.Service) error {
			return func(service *workflow.Service) error {
				changes, err := s.PlanChanges(ctx, workflow.FundQuery{Sight: workflow.SightOf(actor("auditor@370000"))})
				must(t, err)
				_, err = service.ActOnChange(ctx, actor(who), workflow.ActOnChange{Change: changes[0].ID, Version: changes[0].Version, Action: action, Reason: "意见"})
				return err
			}
		}
		cutEverywhere(t, s, "propose", left, func(service *workflow.Service) error {
			_, err := service.ProposeChange(ctx, actor("county_filer@370686"), in)
			return err
		})
		cutEverywhere(t, s, "sign", left, act("county_signer@370686", workflow.SignChangeAction))
		cutEverywhere(t, s, "approve", left, act("city_reviewer@370600", workflow.ApproveChangeAction))
		if account, err := s.ReadFundAccount(ctx, id); err != nil || account.PlanVersion != 2 {
			t.Errorf("ended with plan %d, %v", account.PlanVersion, err)
		}
	})
}
