package storetest

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"xianjie/internal/store"
	"xianjie/policy"
	"xianjie/workflow"
)

// roundsVariable names how many rounds the quota race runs; the release figure is 100.
const roundsVariable = "XIANJIE_TEST_ROUNDS"

func rounds() int {
	if n, err := strconv.Atoi(os.Getenv(roundsVariable)); err == nil && n > 0 {
		return n
	}
	return 20
}

// claim takes a slot of Q02 in its own transaction.
func claim(s *store.Store, a workflow.Application, rule policy.RuleID, scope string, quota int) (taken bool, holders []workflow.Claim, err error) {
	err = s.InTx(context.Background(), func(tx workflow.Tx) error {
		taken, holders, err = tx.Claim(workflow.Claim{BatchID: a.BatchID, Rule: rule, Scope: scope, ApplicationID: a.ID, ClaimedAt: day(2)}, quota)
		return err
	})
	return taken, holders, err
}

func quotaScenarios() []scenario {
	return []scenario{
		{"slots are taken once, kept by their holder, and named to the one who comes too late", func(t *testing.T, w *world) {
			b := w.batch(t)
			first, second, third := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市"), w.draft(t, b, "370602", "芝罘区")
			for _, a := range []workflow.Application{first, second, first} {
				if taken, _, err := claim(w.Store, a, "Q02", "370600", 2); !taken || err != nil {
					t.Fatalf("%s: %v %v", a.No, taken, err)
				}
			}
			taken, holders, err := claim(w.Store, third, "Q02", "370600", 2)
			if taken || err != nil || len(holders) != 2 || holders[0].ApplicationID != first.ID || holders[1].Slot != 2 {
				t.Fatalf("%v %+v %v", taken, holders, err)
			}
			if taken, _, err := claim(w.Store, third, "Q02", "370700", 1); !taken || err != nil {
				t.Errorf("another city's slot: %v %v", taken, err)
			}
		}},
		{"a released slot is free again and the released claim is kept", func(t *testing.T, w *world) {
			b := w.batch(t)
			first, second := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市")
			for _, rule := range []policy.RuleID{"Q01", "Q02"} {
				if taken, _, err := claim(w.Store, first, rule, "370600", 1); !taken || err != nil {
					t.Fatal(taken, err)
				}
			}
			w.in(t, func(tx workflow.Tx) error { return tx.ReleaseClaims(first.ID, "Q02", day(3)) })
			if taken, _, _ := claim(w.Store, second, "Q01", "370600", 1); taken {
				t.Error("releasing Q02 released Q01 too")
			}
			if taken, _, err := claim(w.Store, second, "Q02", "370600", 1); !taken || err != nil {
				t.Error(taken, err)
			}
			w.in(t, func(tx workflow.Tx) error { return tx.ReleaseClaims(first.ID, "", day(4)) })
			if taken, _, err := claim(w.Store, second, "Q01", "370600", 1); !taken || err != nil {
				t.Error(taken, err)
			}
			if n := w.count(t, "SELECT count(*) FROM claims"); n != 4 {
				t.Errorf("%d rows of history, want 4", n)
			}
		}},
		{"a refused claim leaves the transaction usable", func(t *testing.T, w *world) {
			b := w.batch(t)
			first, second := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市")
			if taken, _, err := claim(w.Store, first, "Q02", "370600", 1); !taken || err != nil {
				t.Fatal(taken, err)
			}
			w.in(t, func(tx workflow.Tx) error {
				taken, _, err := tx.Claim(workflow.Claim{BatchID: b.ID, Rule: "Q02", Scope: "370600", ApplicationID: second.ID, ClaimedAt: day(2)}, 1)
				if taken || err != nil {
					t.Errorf("%v %v", taken, err)
				}
				second.Title = "仍可保存"
				return tx.SaveApplication(&second)
			})
		}},
		{"twenty workers for one slot: never two, never none", func(t *testing.T, w *world) { race(t, w, 1) }},
		{"twenty workers for three slots: never four, never two", func(t *testing.T, w *world) { race(t, w, 3) }},
		{"a claim that was rolled back leaves its slot to the one who waited", func(t *testing.T, w *world) {
			b := w.batch(t)
			first, second := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市")
			held, undo := make(chan struct{}), make(chan struct{})
			var holder sync.WaitGroup
			holder.Go(func() {
				_ = w.InTx(context.Background(), func(tx workflow.Tx) error {
					_, _, err := tx.Claim(workflow.Claim{BatchID: b.ID, Rule: "Q02", Scope: "370600", ApplicationID: first.ID, ClaimedAt: day(2)}, 1)
					close(held)
					<-undo
					if err != nil {
						return err
					}
					return errUndo
				})
			})
			<-held
			got := make(chan bool)
			go func() {
				taken, _, err := claim(w.Store, second, "Q02", "370600", 1)
				got <- taken && err == nil
			}()
			close(undo)
			if !<-got {
				t.Error("the slot was lost")
			}
			holder.Wait()
		}},
	}
}

// race lets twenty applications of one city claim at once, over two replicas; each round in its own batch.
func race(t *testing.T, w *world, quota int) {
	const workers = 20
	stores := []*store.Store{w.Store, Open(t, w.dsn, store.Options{})}
	for round := range rounds() {
		b := w.batch(t)
		applications := make([]workflow.Application, workers)
		w.in(t, func(tx workflow.Tx) error {
			for i := range applications {
				applications[i] = newDraft(b, fmt.Sprintf("3706%02d", i+10), "某县")
				if err := tx.InsertApplication(&applications[i]); err != nil {
					return err
				}
			}
			return nil
		})
		var won atomic.Int32
		var all sync.WaitGroup
		start := make(chan struct{})
		for i, a := range applications {
			all.Go(func() {
				<-start
				taken, _, err := claim(stores[i%2], a, "Q02", "370600", quota)
				if err != nil {
					t.Error(err)
				}
				if taken {
					won.Add(1)
				}
			})
		}
		close(start)
		all.Wait()
		live, err := w.ReadClaims(context.Background(), b.ID, "Q02", "370600")
		if err != nil || int(won.Load()) != quota || len(live) != quota {
			t.Fatalf("round %d: %d won, %d live, %v; want %d", round, won.Load(), len(live), err, quota)
		}
	}
}
