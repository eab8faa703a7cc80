package workflow_test

import (
	"context"
	"testing"

	"xianjie/bench/ledger"
	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// reportNow is a whole report of the present month of a bank's first award.
func reportNow(t *testing.T, b *ledger.Bank, percent int) workflow.SaveMonthly {
	t.Helper()
	month := workflow.MonthOf(b.Today)
	v, err := b.Service.MonthlyReport(context.Background(), ledger.Person("county_filer", "370686", ""), b.Applications[0], month)
	must(t, err)
	items := v.Report.Items
	for i := range items {
		items[i].Percent, items[i].Progress = &percent, "正在施工"
	}
	return workflow.SaveMonthly{Application: b.Applications[0], Month: month, Version: v.Report.Version, Items: items}
}

// Six save the same version at once: one is kept whole, the others are told; then six hand it in: one does.
func TestAMonthWrittenByManyAtOnceIsOneOfTheirs(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b, ctx := openBank(t, s, 1), context.Background()
		filer := ledger.Person("county_filer", "370686", "")
		for version := range int64(2) { // the first makes the report, the second changes it
			saves := make([]workflow.SaveMonthly, 6)
			for i := range saves {
				saves[i] = reportNow(t, b, 10*int(version)+i)
			}
			errs := make([]error, len(saves))
			atOnce(len(saves), func(i int) error { _, errs[i] = b.Service.SaveMonthly(ctx, filer, saves[i]); return nil })
			winner := -1
			for i, err := range errs {
				switch {
				case err == nil && winner < 0:
					winner = i
				case err == nil, fault.CodeOf(err) != fault.Stale:
					t.Errorf("save %d: %v", i, err)
				}
			}
			if winner < 0 {
				t.Fatal("nobody saved")
			}
			reports, err := s.ReadMonthlyReports(ctx, b.Applications[0])
			must(t, err)
			if len(reports) != 1 || reports[0].Version != version+1 {
				t.Fatalf("%d reports, version %d", len(reports), reports[0].Version)
			}
			for _, item := range reports[0].Items {
				if *item.Percent != 10*int(version)+winner {
					t.Errorf("%s is at %d, the winner said %d", item.Project, *item.Percent, 10*int(version)+winner)
				}
			}
		}
		handed := make([]error, 6)
		atOnce(len(handed), func(i int) error {
			_, handed[i] = b.Service.ActOnMonthly(ctx, filer, workflow.ActOnMonthly{Application: b.Applications[0], Month: workflow.MonthOf(b.Today), Version: 2})
			return nil
		})
		done := 0
		for _, err := range handed {
			if err == nil {
				done++
			} else if fault.CodeOf(err) != fault.Stale {
				t.Error(err)
			}
		}
		if done != 1 {
			t.Errorf("handed in %d times", done)
		}
	})
}

// The database holds it where the centre does not: one report of a month, percentages from 0 to 100.
func TestTheKeysOfAMonthHoldBehindTheCentre(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b, ctx := openBank(t, s, 1), context.Background()
		put := func(version int64, percent int) error {
			return s.InTx(ctx, func(tx workflow.Tx) error {
				now, err := tx.Now()
				if err != nil {
					return err
				}
				return tx.SaveMonthlyReport(&workflow.MonthlyReport{ApplicationID: b.Applications[0], BatchID: b.Batch, Month: "2023-01", Version: version, UpdatedAt: now,
					Items: []workflow.MonthlyItem{{Project: "P01", Name: "一", Percent: &percent}}})
			})
		}
		for _, percent := range []int{-1, 101} {
			if put(0, percent) == nil {
				t.Errorf("%d%% was kept", percent)
			}
		}
		must(t, put(0, 100))
		if err := put(0, 1); fault.CodeOf(err) != fault.Stale {
			t.Errorf("a second report of the month: %v", err)
		}
		if err := put(7, 1); fault.CodeOf(err) != fault.Stale {
			t.Errorf("over a version nobody has: %v", err)
		}
		must(t, put(1, 0))
	})
}

// Whatever was spent, given back, reversed, or still waits: a month's spending adds up to what the matrix holds.
func TestAMonthsSpendingAgreesWithTheMatrix(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		b, ctx := openBank(t, s, 1), context.Background()
		_, err := b.Play(ctx, 1, 2000, 7)
		must(t, err)
		id := b.Applications[0]
		books, err := s.ReadFundBooks(ctx, id)
		must(t, err)
		want, all := map[string]money.Fen{}, money.Fen(0)
		for _, c := range books.Cells {
			want[c.Project] += c.Spent
			all += c.Spent
		}
		if all == 0 {
			t.Fatal("nothing was spent")
		}
		spent, err := s.ReadSpentByProject(ctx, id, proposal.Date{}, b.Today.AddMonths(12))
		must(t, err)
		for project, sum := range want {
			if spent[project].Total != sum || spent[project].Month != sum {
				t.Errorf("%s: %v, the matrix says %s", project, spent[project], sum)
			}
		}
	})
}
