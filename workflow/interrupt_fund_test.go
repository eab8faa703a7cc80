package workflow_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"xianjie/bench/ledger"
	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy/access"
	"xianjie/workflow"
)

func (c *cutTx) OpenFundAccount(a *workflow.FundAccount, plan workflow.FundPlan, lines []funds.Line, shares []funds.Share, committed map[string]bool) (bool, error) {
	if err := c.cut(); err != nil {
		return false, err
	}
	return c.Tx.OpenFundAccount(a, plan, lines, shares, committed)
}

func (c *cutTx) InsertFundEntry(e *workflow.FundEntry) error {
	return joined(c.cut(), func() error { return c.Tx.InsertFundEntry(e) })
}

func (c *cutTx) KeepFundBook(id string, b funds.Book, m funds.Move) error {
	return joined(c.cut(), func() error { return c.Tx.KeepFundBook(id, b, m) })
}

func (c *cutTx) InsertFundDecision(id string, d workflow.FundDecision) error {
	return joined(c.cut(), func() error { return c.Tx.InsertFundDecision(id, d) })
}

func (c *cutTx) InsertVoucher(v workflow.Voucher) error {
	return joined(c.cut(), func() error { return c.Tx.InsertVoucher(v) })
}

func (c *cutTx) InsertFundPeriod(p workflow.FundPeriod) error {
	return joined(c.cut(), func() error { return c.Tx.InsertFundPeriod(p) })
}

func (c *cutTx) InsertOrder(o *workflow.SupervisionOrder) error {
	return joined(c.cut(), func() error { return c.Tx.InsertOrder(o) })
}

func (c *cutTx) SaveOrder(o *workflow.SupervisionOrder) error {
	return joined(c.cut(), func() error { return c.Tx.SaveOrder(o) })
}

// moneyTraces is everything that is kept about one award's money.
func moneyTraces(t *testing.T, b *ledger.Bank) []any {
	t.Helper()
	ctx, id := context.Background(), b.Applications[0]
	account, err := b.Store.ReadFundAccount(ctx, id)
	must(t, err)
	books, err := b.Store.ReadFundBooks(ctx, id)
	must(t, err)
	entries, err := b.Entries(ctx, id)
	must(t, err)
	vouchers, err := b.Store.ReadVouchers(ctx, id)
	must(t, err)
	periods, err := b.Store.FundPeriods(ctx, b.Batch)
	must(t, err)
	orders, err := b.Store.Orders(ctx, workflow.FundQuery{ApplicationID: id, Sight: workflow.Sight{Windows: []workflow.Window{{Region: "370000"}}}})
	must(t, err)
	audit, err := b.Store.Audit(ctx, workflow.FundStream(id), 0, 1000)
	must(t, err)
	text, err := json.Marshal([]any{account, books, entries, vouchers, periods, orders})
	must(t, err)
	return []any{string(text), audit}
}

func TestAnActOnMoneyCutBeforeAnyOfItsWritesLeavesNothing(t *testing.T) {
	ctx := context.Background()
	city, second, county, province := ledger.Person("city_finance", "370600", ""), ledger.Person("city_finance", "370600", "-2"),
		ledger.Person("county_finance", "370686", ""), ledger.Person("prov_finance", "370000", "")
	clock := newClock()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock.reset()
		b := openBank(t, storetest.Open(t, dsn, store.Options{Clock: clock.now}), 1)
		cut := func(name string, act func(*workflow.Service) error) {
			t.Helper()
			cutEverywhere(t, b.Store, name, func() []any { return moneyTraces(t, b) }, act)
		}
		enter := func(who workflow.Actor, in workflow.EnterFund) func(*workflow.Service) error {
			return func(s *workflow.Service) error {
				_, err := s.Enter(ctx, who, in)
				return err
			}
		}
		newest := func() workflow.FundEntry {
			all, err := b.Entries(ctx, b.Applications[0])
			must(t, err)
			return all[len(all)-1]
		}
		decide := func(confirm bool) func(*workflow.Service) error {
			return func(s *workflow.Service) error {
				_, err := s.Decide(ctx, second, workflow.DecideFund{Entry: newest().ID, Confirm: confirm, Reason: "核对"})
				return err
			}
		}
		cut("an allocation", enter(city, entry(b, "a", funds.Allocate, 50*money.Wan)))
		cut("a reversal", func(s *workflow.Service) error {
			_, err := s.Enter(ctx, city, reversing(b, "r", newest()))
			return err
		})
		cut("a waiting allocation", enter(city, entry(b, "w", funds.Allocate, 110*money.Wan)))
		waiting := newest()
		door, err := access.New()
		must(t, err)
		other := workflow.New(storetest.Open(t, dsn, store.Options{Clock: clock.now}), door, func() string { return "another" }) // a process begun after the first was killed
		if _, err := other.Decide(ctx, city, workflow.DecideFund{Entry: waiting.ID, Confirm: true}); fault.CodeOf(err) != fault.Refused {
			t.Errorf("whoever entered it confirmed it: %v", err)
		}
		undo := func(what string) {
			if _, err := other.Enter(ctx, city, reversing(b, what, waiting)); fault.CodeOf(err) != fault.Refused {
				t.Errorf("%s was reversed: %v", what, err)
			}
		}
		undo("an entry that waits")
		cut("a rejection", decide(false))
		undo("an entry that was rejected")
		cut("another waiting one", enter(city, entry(b, "w2", funds.Allocate, 110*money.Wan)))
		cut("a confirmation", decide(true))
		if _, err := other.Decide(ctx, second, workflow.DecideFund{Entry: newest().ID, Confirm: true}); fault.CodeOf(err) != fault.Refused {
			t.Errorf("decided twice: %v", err)
		}
		cut("a disbursement", enter(county, entry(b, "d", funds.Disburse, 20*money.Wan)))
		cut("a voucher", func(s *workflow.Service) error {
			_, err := s.KeepVoucher(ctx, county, workflow.KeepVoucher{Application: b.Applications[0], FileName: "凭证.pdf", Size: 5, MediaType: "application/pdf",
				SHA256: strings.Repeat("ab", 32), Place: func() error { return nil }, Remove: func() error { return nil }})
			return err
		})
		cut("a month that closes", func(s *workflow.Service) error {
			_, err := s.ClosePeriod(ctx, province, workflow.ClosePeriod{Batch: b.Batch, Through: monthsEnd(monthsEnd(b.Today))})
			return err
		})
		account, err := b.Store.ReadFundAccount(ctx, b.Applications[0])
		must(t, err)
		clock.set(clock.now().Add(account.ArrivalDue.Sub(clock.now())))
		cut("arrival judged", func(s *workflow.Service) error {
			_, err := s.Sweep(ctx)
			return err
		})
		cut("an answer", func(s *workflow.Service) error {
			_, err := s.ActOnOrder(ctx, county, workflow.ActOnOrder{Order: orderOf(t, b, "F03").ID, Version: 1, Text: "月底到位"})
			return err
		})
		healthyMoney(t, b)
	})
}
