package workflow_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"xianjie/bench/ledger"
	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

const cityLine = "LINKAGE_CITY"

// entry is one of the city's money for P01, entered today.
func entry(b *ledger.Bank, key string, kind funds.Kind, amount money.Fen) workflow.EnterFund {
	return workflow.EnterFund{Application: b.Applications[0], Key: key, Kind: kind, Line: cityLine, Level: funds.City, Dated: b.Today, DocNo: "文" + key, Payee: "项目单位",
		Parts: []funds.Part{{Project: "P01", Amount: amount}}, Vouchers: []string{b.Vouchers[b.Applications[0]]}}
}

// make enters as the office whose business it is.
func enters(b *ledger.Bank, in workflow.EnterFund, which string) (workflow.FundEntry, error) {
	layer, _, _ := in.Kind.Effect()
	return b.Service.Enter(context.Background(), b.Office(layer, funds.Line{Source: in.Line}, which), in)
}

func entered(t *testing.T, b *ledger.Bank, in workflow.EnterFund) workflow.FundEntry {
	t.Helper()
	e, err := enters(b, in, "")
	must(t, err)
	return e
}

func reversing(b *ledger.Bank, key string, e workflow.FundEntry) workflow.EnterFund {
	return workflow.EnterFund{Application: e.ApplicationID, Key: key, Kind: funds.Reverse, Dated: b.Today, DocNo: "更正" + key, Reason: "登记有误", Reverses: e.ID}
}

// cellOf is what came of P01's money of the city.
func cellOf(t *testing.T, b *ledger.Bank) funds.Cell {
	t.Helper()
	books, err := b.Store.ReadFundBooks(context.Background(), b.Applications[0])
	must(t, err)
	for _, c := range books.Cells {
		if c.Key == (funds.Key{Line: cityLine, Level: funds.City, Project: "P01"}) {
			return c
		}
	}
	return funds.Cell{}
}

// only says that some went through and the rest were refused.
func only(t *testing.T, what string, errs []error, n int) {
	t.Helper()
	if got := succeeded(errs); got != n {
		t.Errorf("%s: %d went through, want %d: %v", what, got, n, errs)
	}
	for _, err := range errs {
		if err != nil && fault.CodeOf(err) != fault.Refused {
			t.Errorf("%s: a loser got %v", what, err)
		}
	}
}

func TestTwentyWorkersSpendingTheLastTenthSpendExactlyWhatThereIs(t *testing.T) {
	const rounds, workers = 100, 20
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := openBank(t, s, 1)
		had := 90 * money.Wan
		entered(t, b, entry(b, "a", funds.Allocate, had))
		entered(t, b, entry(b, "d", funds.Disburse, had))
		spent := had * 9 / 10
		entered(t, b, entry(b, "s", funds.Spend, spent))
		for round := range rounds {
			each := (had - spent) / 7 // seven fit, and a rest too small for an eighth
			errs := atOnce(workers, func(i int) error {
				_, err := enters(b, entry(b, fmt.Sprintf("s-%d-%d", round, i), funds.Spend, each), "")
				return err
			})
			only(t, "spending", errs, 7)
			cell := cellOf(t, b)
			if cell.Spent != spent+7*each || cell.Spent > had {
				t.Fatalf("round %d: spent %s of %s", round, cell.Spent, had)
			}
			entered(t, b, entry(b, fmt.Sprintf("r-%d", round), funds.Refund, 7*each)) // and again
		}
		only(t, "exactly the rest", atOnce(workers, func(i int) error {
			_, err := enters(b, entry(b, fmt.Sprintf("last-%d", i), funds.Spend, had-spent), "")
			return err
		}), 1)
		if cell := cellOf(t, b); cell.Spent != had {
			t.Errorf("spent %s of %s", cell.Spent, had)
		}
		healthyMoney(t, b)
	})
}

func TestTheSameKeyFromManyAtOnceIsOneEntry(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := openBank(t, s, 1)
		ids := make([]string, 16)
		errs := atOnce(16, func(i int) error {
			e, err := enters(b, entry(b, "same", funds.Allocate, money.Wan), "")
			ids[i] = e.ID
			return err
		})
		if succeeded(errs) != 16 {
			t.Fatalf("%v", errs)
		}
		for _, id := range ids {
			if id != ids[0] || id == "" {
				t.Errorf("several entries: %v", ids)
			}
		}
		for name, change := range map[string]func(in *workflow.EnterFund){
			"amount": func(in *workflow.EnterFund) { in.Parts = []funds.Part{{Project: "P01", Amount: money.Wan + 1}} }, "total": func(in *workflow.EnterFund) { in.Amount = money.Wan },
			"project": func(in *workflow.EnterFund) { in.Parts = []funds.Part{{Project: "P03", Amount: money.Wan}} }, "date": func(in *workflow.EnterFund) { in.Dated = in.Dated.AddDays(-1) },
			"document": func(in *workflow.EnterFund) { in.DocNo = "另一个文号" }, "payee": func(in *workflow.EnterFund) { in.Payee = "另一个单位" },
			"reason": func(in *workflow.EnterFund) { in.Reason = "另一个事由" }, "vouchers": func(in *workflow.EnterFund) { in.Vouchers = nil },
			"level": func(in *workflow.EnterFund) { in.Level = funds.Central }, "line": func(in *workflow.EnterFund) { in.Line = "LINKAGE_COUNTY" },
			"kind": func(in *workflow.EnterFund) { in.Kind = funds.Recall }, "reversed": func(in *workflow.EnterFund) { in.Reverses = ids[0] }} {
			other := entry(b, "same", funds.Allocate, money.Wan)
			change(&other)
			if _, err := b.Service.Enter(context.Background(), ledger.Person("city_finance", "370600", ""), other); fault.CodeOf(err) != fault.Invalid || !names(err, "/key") {
				t.Errorf("the same key with another %s: %v", name, err)
			}
		}
		if all, err := b.Entries(context.Background(), b.Applications[0]); err != nil || len(all) != 1 || all[0].Amount != money.Wan {
			t.Errorf("%d entries, %v", len(all), err)
		}
		healthyMoney(t, b)
	})
}

func TestOneEntryIsReversedOnceHoweverManyTry(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := openBank(t, s, 1)
		small := entered(t, b, entry(b, "small", funds.Allocate, money.Wan))
		only(t, "reversals", atOnce(8, func(i int) error {
			_, err := enters(b, reversing(b, fmt.Sprint("r", i), small), "")
			if err != nil {
				_, err = b.Service.Enter(context.Background(), ledger.Person("city_finance", "370600", ""), reversing(b, fmt.Sprint("r", i), small))
			}
			return err
		}), 1)
		big := entered(t, b, entry(b, "big", funds.Allocate, 150*money.Wan))
		if _, err := b.Service.Decide(context.Background(), ledger.Person("city_finance", "370600", "-2"), workflow.DecideFund{Entry: big.ID, Confirm: true}); err != nil {
			t.Fatal(err)
		}
		city := ledger.Person("city_finance", "370600", "")
		var waiting workflow.FundEntry
		errs := atOnce(4, func(i int) error { // a reversal of so much waits, and while it waits there is no other
			e, err := b.Service.Enter(context.Background(), city, reversing(b, fmt.Sprint("big", i), big))
			if err == nil {
				waiting = e
			}
			return err
		})
		only(t, "waiting reversals", errs, 1)
		if waiting.State != funds.Pending || waiting.Attempt != 0 {
			t.Errorf("%+v", waiting)
		}
		if _, err := b.Service.Enter(context.Background(), city, reversing(b, "more", big)); fault.CodeOf(err) != fault.Refused {
			t.Errorf("a second while the first waits: %v", err)
		}
		if _, err := b.Service.Enter(context.Background(), city, reversing(b, "of the waiting", waiting)); fault.CodeOf(err) != fault.Refused {
			t.Errorf("a reversal of one that waits: %v", err)
		}
		_, err := b.Service.Decide(context.Background(), city, workflow.DecideFund{Entry: waiting.ID, Reason: "撤回"})
		must(t, err)
		again, err := b.Service.Enter(context.Background(), city, reversing(b, "again", big)) // what was rejected may be tried again
		must(t, err)
		if again.Attempt != 1 {
			t.Errorf("attempt %d", again.Attempt)
		}
		_, err = b.Service.Decide(context.Background(), ledger.Person("city_finance", "370600", "-2"), workflow.DecideFund{Entry: again.ID, Confirm: true})
		must(t, err)
		if _, err := b.Service.Enter(context.Background(), city, reversing(b, "of a reversal", again)); fault.CodeOf(err) != fault.Refused {
			t.Errorf("a reversal of a reversal: %v", err)
		}
		if cell := cellOf(t, b); cell.Allocated != 0 || cell.AllocatedOut != 0 {
			t.Errorf("%+v", cell)
		}
		healthyMoney(t, b)
	})
}

func TestAWaitingEntryIsDecidedOnceHoweverManyPress(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := openBank(t, s, 1)
		for round := range 6 {
			e := entered(t, b, entry(b, fmt.Sprint("w", round), funds.Allocate, 100*money.Wan))
			errs := atOnce(6, func(i int) error {
				_, err := b.Service.Decide(context.Background(), ledger.Person("city_finance", "370600", fmt.Sprint("-", i)),
					workflow.DecideFund{Entry: e.ID, Confirm: i%2 == round%2 || round < 2, Reason: "已核对"})
				return err
			})
			only(t, "decisions", errs, 1)
			after, err := s.ReadFundEntry(context.Background(), e.ID)
			must(t, err)
			cell := cellOf(t, b)
			if posted := after.State == funds.Posted; cell.AllocatedIn != 0 || posted != (cell.Allocated == 100*money.Wan) {
				t.Errorf("%s, %+v", after.State, cell)
			}
			if after.State == funds.Posted {
				undo, err := b.Service.Enter(context.Background(), ledger.Person("city_finance", "370600", ""), reversing(b, fmt.Sprint("u", round), e))
				must(t, err)
				_, err = b.Service.Decide(context.Background(), ledger.Person("city_finance", "370600", "-2"), workflow.DecideFund{Entry: undo.ID, Confirm: true})
				must(t, err)
			}
		}
		healthyMoney(t, b)
	})
}

// Entries dated in the last month arrive while it is closed: whatever got in was entered before, and what waits keeps it open.
func TestNoEntrySlipsIntoAPeriodWhileItCloses(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := openBank(t, s, 2)
		last := monthsEnd(b.Today)
		closing := func() error {
			_, err := b.Service.ClosePeriod(context.Background(), ledger.Person("prov_finance", "370000", ""), workflow.ClosePeriod{Batch: b.Batch, Through: last})
			return err
		}
		errs := atOnce(17, func(i int) error {
			if i == 8 {
				return closing()
			}
			in := entry(b, fmt.Sprint("k", i), funds.Allocate, money.Fen(i+1))
			in.Application, in.Dated, in.Vouchers = b.Applications[i%2], last, []string{b.Vouchers[b.Applications[i%2]]}
			_, err := enters(b, in, "")
			return err
		})
		for i, err := range errs {
			if err != nil && (i == 8 || fault.CodeOf(err) != fault.Refused) {
				t.Errorf("%d: %v", i, err)
			}
		}
		late := entry(b, "late", funds.Allocate, 1)
		late.Dated = last
		if _, err := enters(b, late, ""); fault.CodeOf(err) != fault.Refused {
			t.Errorf("on the last closed day: %v", err)
		}
		if err := closing(); fault.CodeOf(err) != fault.Refused {
			t.Errorf("closed twice: %v", err)
		}
		late.Dated = last.AddDays(1)
		entered(t, b, late)
		healthyMoney(t, b)
	})
}

// monthsEnd is the last day of the month before.
func monthsEnd(d proposal.Date) proposal.Date {
	d = d.AddDays(-1)
	for !d.EndsMonth() {
		d = d.AddDays(-1)
	}
	return d
}

func TestAMonthWithSomethingWaitingInItDoesNotClose(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := openBank(t, s, 1)
		in := entry(b, "w", funds.Allocate, 100*money.Wan)
		in.Dated = monthsEnd(b.Today)
		waiting := entered(t, b, in)
		closing := workflow.ClosePeriod{Batch: b.Batch, Through: in.Dated}
		province := ledger.Person("prov_finance", "370000", "")
		if _, err := b.Service.ClosePeriod(context.Background(), province, closing); fault.CodeOf(err) != fault.Refused {
			t.Errorf("closed over a waiting entry: %v", err)
		}
		_, err := b.Service.Decide(context.Background(), ledger.Person("city_finance", "370600", "-2"), workflow.DecideFund{Entry: waiting.ID, Confirm: true})
		must(t, err)
		_, err = b.Service.ClosePeriod(context.Background(), province, closing)
		must(t, err)
		if again := entered(t, b, in); again.ID != waiting.ID { // sent again it is still the same entry
			t.Error("another entry")
		}
		healthyMoney(t, b)
	})
}

// names reports whether a refusal names a place.
func names(err error, location string) bool {
	var f *fault.Error
	return errors.As(err, &f) && slices.ContainsFunc(f.Places, func(p fault.Place) bool { return p.Location == location })
}
