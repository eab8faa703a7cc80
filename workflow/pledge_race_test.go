package workflow_test

import (
	"context"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// county finds the county's line in the view of its filer.
func (l live) county(id string) workflow.Pledge {
	l.t.Helper()
	view, err := l.service.Pledges(context.Background(), actor("county_filer@370686"), id)
	must(l.t, err)
	for _, p := range view.Pledges {
		if p.Line == string(proposal.SourceLinkageCounty) {
			return p
		}
	}
	l.t.Fatal("the county's line is not listed")
	return workflow.Pledge{}
}

func (l live) confirmCounty(who, id, digest string) error {
	_, err := l.service.Confirm(context.Background(), actor(who), workflow.Confirm{Application: id,
		Items: []workflow.Confirmed{{Kind: workflow.PledgeLine, Line: string(proposal.SourceLinkageCounty), Digest: digest}}})
	return err
}

func TestTwoAccountsConfirmingOneLineAtOnceBothGiveTheirWordAndItCountsOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		app := l.ready("370686", "栖霞市")
		before := l.see(app.ID).Summary.Unconfirmed
		errs := atOnce(6, func(i int) error {
			return l.confirmCounty([]string{"one=county_finance@370686/栖霞市财政局", "two=county_finance@370686/栖霞市财政局"}[i%2], app.ID, "")
		})
		if n := succeeded(errs); n != len(errs) {
			t.Errorf("%d confirmed: %v", n, errs)
		}
		if after := l.see(app.ID).Summary.Unconfirmed; after != before-1 {
			t.Errorf("%d were left, now %d", before, after)
		}
		if p := l.county(app.ID); p.State != workflow.PledgeHeld {
			t.Errorf("the line is %s", p.Label())
		}
	})
}

// The filer changes the amount while the finance bureau confirms what it sees: the word is given for the one or the other, and
// whatever is shown as valid was given for exactly the amount that stands.
func TestAnAmountChangedWhileItIsConfirmedIsNeverConfirmedAtTheOldOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		app := l.ready("370686", "栖霞市")
		filer := actor("county_filer@370686")
		for round := range 6 {
			seen := l.county(app.ID)
			blind := round%2 == 1 // confirms whatever there is
			digest := seen.Content.Digest()
			if blind {
				digest = ""
			}
			amount := seen.Content.Amount + money.Wan
			errs := atOnce(2, func(i int) error {
				if i == 0 {
					return l.confirmCounty("county_finance@370686/栖霞市财政局", app.ID, digest)
				}
				_, err := l.patch(context.Background(), filer, app, "fundPlan", map[string]string{"json": "{'linkage':{'LINKAGE_COUNTY':" + amount.String() + "}}"})
				return err
			})
			must(t, errs[1])
			if errs[0] != nil && (blind || fault.CodeOf(errs[0]) != fault.Stale) {
				t.Fatalf("round %d: the confirmation was answered %v", round, errs[0])
			}
			now := l.county(app.ID)
			if now.Content.Amount != amount {
				t.Fatalf("the amount is %s, want %s", now.Content.Amount, amount)
			}
			if now.State == workflow.PledgeHeld && (!blind || now.Given.Content.Amount != amount) {
				t.Errorf("round %d: shown as confirmed though given for %s, and %s stands", round, now.Given.Content.Amount, amount)
			}
			if errs[0] == nil && now.State != workflow.PledgeHeld && now.State != workflow.PledgeLapsed {
				t.Errorf("round %d: confirmed and yet %s", round, now.Label())
			}
			if held := now.State == workflow.PledgeHeld; held != (now.Committed == amount) {
				t.Errorf("round %d: %s, committed %s", round, now.Label(), now.Committed)
			}
		}
	})
}
