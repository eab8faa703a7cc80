package workflow_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"xianjie/bench/ledger"
	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy"
	"xianjie/workflow"
)

// ordersOf are the 督办单 of a bank's first award as the province sees them.
func ordersOf(t *testing.T, b *ledger.Bank) []workflow.SupervisionOrder {
	t.Helper()
	all, err := b.Service.Orders(context.Background(), ledger.Person("prov_finance", "370000", ""), workflow.FundQuery{ApplicationID: b.Applications[0]})
	must(t, err)
	return all
}

// orderOf is the newest order of a rule.
func orderOf(t *testing.T, b *ledger.Bank, rule policy.RuleID) workflow.SupervisionOrder {
	t.Helper()
	var found workflow.SupervisionOrder
	for _, o := range ordersOf(t, b) {
		if o.Rule == rule && o.No > found.No {
			found = o
		}
	}
	return found
}

// arrives lets all that is planned of a line arrive, confirmed.
func arrives(t *testing.T, b *ledger.Bank, line string, level funds.Level, amount money.Fen) {
	t.Helper()
	ctx := context.Background()
	source, _, _ := strings.Cut(line, "/")
	who := b.Office(funds.Allocated, funds.Line{Source: source, Department: departmentOf[line]}, "")
	e, err := b.Service.Enter(ctx, who, workflow.EnterFund{Application: b.Applications[0], Key: "all " + line + string(level), Kind: funds.Allocate, Line: line, Level: level,
		Dated: b.Today, DocNo: "文号", Amount: amount, Vouchers: []string{b.Vouchers[b.Applications[0]]}})
	must(t, err)
	if e.State != funds.Pending {
		t.Fatalf("%s is %s", line, e.State)
	}
	second := map[string]workflow.Actor{"LINKAGE_PROV_UP": ledger.Person("prov_finance", "370000", "-2"), "LINKAGE_CITY": ledger.Person("city_finance", "370600", "-2")}[source]
	if second.AccountID == "" {
		second = ledger.Person("county_finance", "370686", "-2")
	}
	_, err = b.Service.Decide(ctx, second, workflow.DecideFund{Entry: e.ID, Confirm: true})
	must(t, err)
}

// departmentOf are the departments of A01's integrated items.
var departmentOf = map[string]string{"INTEGRATED/INT01": "市交通运输局", "INTEGRATED/INT02": "市水利局", "INTEGRATED/INT03": "市住房城乡建设局", "INTEGRATED/INT04": "市农业农村局"}

func TestAPromiseThatDoesNotArriveTurnsTheZoneAmberUntilItDoes(t *testing.T) {
	ctx := context.Background()
	county, city, province := ledger.Person("county_finance", "370686", ""), ledger.Person("city_finance", "370600", ""), ledger.Person("prov_finance", "370000", "")
	clock := newClock()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock.reset()
		s := storetest.Open(t, dsn, store.Options{Clock: clock.now})
		b := openBank(t, s, 1)
		account, err := s.ReadFundAccount(ctx, b.Applications[0])
		must(t, err)
		amber := func() *time.Time {
			v, err := b.Service.Funds(ctx, province, b.Applications[0])
			must(t, err)
			return v.Amber
		}
		sweep := func() error {
			_, err := b.Service.Sweep(ctx)
			return err
		}
		clock.set(clock.now().Add(account.ArrivalDue.Sub(clock.now()) - time.Microsecond))
		must(t, sweep())
		if n := len(ordersOf(t, b)); n != 0 || amber() != nil {
			t.Fatalf("%d orders a moment before the money is due", n)
		}
		clock.set(clock.now().Add(time.Microsecond))
		for _, err := range atOnce(4, func(int) error { return sweep() }) {
			must(t, err)
		}
		if all := ordersOf(t, b); len(all) != 3 || amber() == nil || !amber().Equal(account.ArrivalDue) {
			t.Fatalf("%d orders, amber %v, due %v", len(all), amber(), account.ArrivalDue)
		}
		if o := orderOf(t, b, "F03"); o.State != workflow.OrderOpen || !o.OpenedAt.Equal(account.ArrivalDue) || !strings.Contains(o.Cause, "衔接资金合计0 / 下限4000") || !strings.Contains(o.Cause, "还差 4000 万元") {
			t.Errorf("%+v", o)
		}
		act := func(who workflow.Actor, rule policy.RuleID, shut bool, text string) error {
			o := orderOf(t, b, rule)
			_, err := b.Service.ActOnOrder(ctx, who, workflow.ActOnOrder{Order: o.ID, Version: o.Version, Close: shut, Text: text})
			return err
		}
		for _, tt := range []struct {
			name string
			err  error
			want fault.Code
		}{
			{"another county knows of none", act(ledger.Person("county_finance", "370683", ""), "F03", false, "x"), fault.NotFound},
			{"the city does not answer", act(city, "F03", false, "x"), fault.Forbidden},
			{"an answer says something", act(county, "F03", false, " "), fault.Invalid},
			{"an answer is not endless", act(county, "F03", false, strings.Repeat("长", 2001)), fault.Invalid},
			{"nobody closes what was not answered", act(province, "F03", true, "核实"), fault.Refused},
			{"the county answers", act(county, "F03", false, "三月底到位"), ""},
			{"the county does not close", act(county, "F03", true, "到位"), fault.Forbidden},
			{"nobody closes what has not arrived", act(province, "F03", true, "核实"), fault.Refused},
		} {
			if got := fault.CodeOf(tt.err); got != tt.want {
				t.Errorf("%s: %v", tt.name, tt.err)
			}
		}
		if _, err := b.Service.ActOnOrder(ctx, county, workflow.ActOnOrder{Order: orderOf(t, b, "F05").ID, Version: 9, Text: "x"}); fault.CodeOf(err) != fault.Stale {
			t.Errorf("a stale version: %v", err)
		}
		arrives(t, b, "LINKAGE_PROV_UP", funds.Central, 1200*money.Wan)
		arrives(t, b, "LINKAGE_PROV_UP", funds.Province, 800*money.Wan)
		arrives(t, b, "LINKAGE_CITY", funds.City, 1200*money.Wan)
		arrives(t, b, "LINKAGE_COUNTY", funds.County, 800*money.Wan)
		if orderOf(t, b, "F03").Amber() || orderOf(t, b, "F05").Amber() || !orderOf(t, b, "F06").Amber() || amber() == nil {
			t.Error("with the linkage funds there, only F06 should be amber")
		}
		for line, amount := range map[string]money.Fen{"INTEGRATED/INT01": 520, "INTEGRATED/INT02": 460, "INTEGRATED/INT03": 380, "INTEGRATED/INT04": 640} {
			level := map[string]funds.Level{"INTEGRATED/INT01": funds.City, "INTEGRATED/INT02": funds.Province, "INTEGRATED/INT03": funds.County, "INTEGRATED/INT04": funds.Central}[line]
			arrives(t, b, line, level, amount*money.Wan)
		}
		if amber() != nil {
			t.Error("amber with everything there")
		}
		must(t, act(province, "F03", true, "已到位"))
		if err := act(province, "F03", true, "再销"); fault.CodeOf(err) != fault.Refused {
			t.Errorf("closed twice: %v", err)
		}
		clock.set(clock.now().Add(24 * time.Hour))
		recall := entry(b, "recall", funds.Recall, money.Wan)
		recall.Dated = b.Today
		_, err = b.Service.Enter(ctx, city, recall)
		must(t, err)
		if o := orderOf(t, b, "F03"); o.No != 4 || !o.Amber() || !o.OpenedAt.Equal(clock.now()) { // the first was closed, so another opens
			t.Errorf("F03 after the recall: %+v", o)
		}
		if o := orderOf(t, b, "F05"); o.No > 3 || !o.Amber() { // the same order as before
			t.Errorf("F05 after the recall: %+v", o)
		}
		if n := len(ordersOf(t, b)); n != 4 || amber() == nil {
			t.Errorf("%d orders, amber %v", n, amber())
		}
		healthyMoney(t, b)
	})
}

func TestTheDatabaseItselfHoldsTheLimits(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b := openBank(t, s, 1)
		entered(t, b, entry(b, "a", funds.Allocate, 50*money.Wan))
		entered(t, b, entry(b, "d", funds.Disburse, 30*money.Wan))
		entered(t, b, entry(b, "s", funds.Spend, 20*money.Wan))
		id, key := b.Applications[0], funds.Key{Line: cityLine, Level: funds.City, Project: "P01"}
		before := cellOf(t, b)
		for name, breaks := range map[string]func(book *funds.Book, cell *funds.Cell) funds.Layer{
			"spent beyond disbursed":            func(_ *funds.Book, c *funds.Cell) funds.Layer { c.Spent = c.Disbursed + 1; return funds.Spent },
			"disbursed beyond allocated":        func(_ *funds.Book, c *funds.Cell) funds.Layer { c.Disbursed = c.Allocated + 1; return funds.Disbursed },
			"less than nothing":                 func(_ *funds.Book, c *funds.Cell) funds.Layer { c.Spent = -1; return funds.Spent },
			"a reservation beyond what is left": func(_ *funds.Book, c *funds.Cell) funds.Layer { c.SpentIn = c.Disbursed; return funds.Spent },
			"taking back what was paid out":     func(_ *funds.Book, c *funds.Cell) funds.Layer { c.AllocatedOut = c.Allocated; return funds.Disbursed },
			"a share beyond its plan": func(book *funds.Book, _ *funds.Cell) funds.Layer {
				share := book.Shares["P01"]
				share.Allocated = share.Planned + 1
				book.Shares["P01"] = share
				return funds.Allocated
			},
			"a line beyond its ceiling": func(book *funds.Book, _ *funds.Cell) funds.Layer {
				book.Line.Allocated = book.Line.Ceiling + 1
				return funds.Allocated
			},
		} {
			err := s.InTx(context.Background(), func(tx workflow.Tx) error {
				book, err := tx.FundBook(id, cityLine)
				if err != nil {
					return err
				}
				cell := book.Cells[key]
				layer := breaks(&book, &cell)
				book.Cells[key] = cell
				return tx.KeepFundBook(id, book, funds.Move{Line: cityLine, Level: funds.City, Layer: layer, Parts: []funds.Part{{Project: "P01", Amount: 1}}})
			})
			if fault.CodeOf(err) != fault.Invalid {
				t.Errorf("%s: %v", name, err)
			}
			if after := cellOf(t, b); after != before {
				t.Errorf("%s left %+v", name, after)
			}
		}
		healthyMoney(t, b)
	})
}
