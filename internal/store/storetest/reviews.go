package storetest

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/internal/review"
	"xianjie/workflow"
)

// panel is a batch with an application under written review and one expert assigned to it.
func (w *world) panel(t testing.TB) (workflow.Batch, workflow.Application, workflow.Review) {
	t.Helper()
	b := w.batch(t)
	a := w.moved(t, w.draft(t, b, "370686", "栖霞市"), workflow.ExpertReview)
	w.expert(t, "x1")
	d := workflow.Draw{ID: "d1", BatchID: b.ID, Stage: review.Written, State: workflow.DrawPublished, Reason: "首次抽取", CreatedBy: "sec", CreatedAt: day(3)}
	r := workflow.Review{ID: "r1", BatchID: b.ID, ApplicationID: a.ID, Stage: review.Written, ExpertID: "id-x1", ExpertCode: "E01", DrawID: "d1", SnapshotNo: 1,
		State: workflow.ReviewAssigned, CreatedAt: day(3), UpdatedAt: day(3), Version: 1}
	w.in(t, func(tx workflow.Tx) error {
		if err := tx.InsertDraw(&d); err != nil {
			return err
		}
		return tx.InsertReview(r)
	})
	return b, a, r
}

// expert opens an account with the expert's role and enters it in the pool.
func (w *world) expert(t testing.TB, login string) workflow.PoolExpert {
	t.Helper()
	w.account(t, login)
	w.who(t, func(tx identity.Tx) error {
		return tx.AddGrant("id-"+login, identity.Grant{ID: "g-" + login, Role: "expert", Region: "370000", GrantedBy: identity.Console, GrantedAt: day(1)})
	})
	e := workflow.PoolExpert{AccountID: "id-" + login, Unit: "省农科院", WorkCity: "370100", Served: []string{"370686"}, Active: true, UpdatedAt: day(2)}
	w.in(t, func(tx workflow.Tx) error { return tx.SaveExpert(&e) })
	return e
}

func reviewScenarios() []scenario {
	return []scenario{
		{"expert codes run on and are never given twice, whoever enters at once", func(t *testing.T, w *world) {
			for i := range 8 {
				w.account(t, fmt.Sprintf("p%d", i))
			}
			var codes sync.Map
			var wg sync.WaitGroup
			for i := range 8 {
				wg.Add(1)
				go func() {
					defer wg.Done()
					e := workflow.PoolExpert{AccountID: fmt.Sprintf("id-p%d", i), Unit: "高校", Served: []string{}, Active: true, UpdatedAt: day(2)}
					if err := w.InTx(context.Background(), func(tx workflow.Tx) error { return tx.SaveExpert(&e) }); err != nil {
						t.Error(err)
						return
					}
					if _, twice := codes.LoadOrStore(e.Code, true); twice {
						t.Errorf("%s given twice", e.Code)
					}
				}()
			}
			wg.Wait()
			if _, ok := codes.Load("E08"); !ok {
				t.Error("the eighth is not E08")
			}
		}},
		{"an expert's entry needs an account, is stale when seen late, and leaves the draw with its role or when put aside", func(t *testing.T, w *world) {
			nobody := workflow.PoolExpert{AccountID: "nobody", Unit: "高校", Served: []string{}, UpdatedAt: day(2)}
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { return tx.SaveExpert(&nobody) })
			e := w.expert(t, "x1")
			late := e
			e.Field = "财政"
			w.in(t, func(tx workflow.Tx) error { return tx.SaveExpert(&e) })
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SaveExpert(&late) })
			late.Version = 0
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SaveExpert(&late) })
			active := func() int {
				var n int
				w.in(t, func(tx workflow.Tx) error {
					pool, err := tx.Experts()
					n = len(pool)
					return err
				})
				return n
			}
			if active() != 1 {
				t.Error("an active expert is not in the draw")
			}
			w.who(t, func(tx identity.Tx) error { return tx.RemoveGrant("id-x1", "g-x1") })
			if active() != 0 {
				t.Error("who lost the role is still in the draw")
			}
		}},
		{"one expert is given an application once in a stage, and a sheet seen late is stale", func(t *testing.T, w *world) {
			_, _, r := w.panel(t)
			again := r
			again.ID = "r2"
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.InsertReview(again) })
			at := day(4)
			r.State, r.DeclaredAt = workflow.ReviewOpen, &at
			r.Sheet = review.Sheet{Scores: map[string]review.Points{"S1.1": 750}, Reasons: map[string]string{"S1.1": "短板未写明"}}
			r.Total = 750
			late := r
			w.in(t, func(tx workflow.Tx) error { return tx.SaveReview(&r) })
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SaveReview(&late) })
			kept, err := w.ReadReview(context.Background(), "r1")
			if err != nil || kept.Total != 750 || kept.Sheet.Scores["S1.1"] != 750 || kept.Sheet.Reasons["S1.1"] == "" || kept.Version != 2 {
				t.Errorf("kept %+v, %v", kept, err)
			}
		}},
		{"of two draws published on one base the second is refused, past every lock", func(t *testing.T, w *world) {
			b := w.batch(t)
			draws := []workflow.Draw{}
			for i := range 2 {
				d := workflow.Draw{ID: fmt.Sprintf("d%d", i), BatchID: b.ID, Stage: review.Written, State: workflow.DrawProposed, Reason: "抽", CreatedBy: "sec", CreatedAt: day(3)}
				w.in(t, func(tx workflow.Tx) error { return tx.InsertDraw(&d) })
				draws = append(draws, d)
			}
			at := day(4)
			for i, want := range []fault.Code{"", fault.Refused} {
				d := draws[i]
				d.State, d.DecidedBy, d.DecidedAt = workflow.DrawPublished, "sec", &at
				err := w.InTx(context.Background(), func(tx workflow.Tx) error { return tx.SaveDraw(&d) })
				if fault.CodeOf(err) != want {
					t.Errorf("draw %d: got %v, want %q", i+1, err, want)
				}
			}
		}},
		{"a file is opened by a declared task, and shut by a recusal in any stage", func(t *testing.T, w *world) {
			_, a, r := w.panel(t)
			opened := func() bool {
				ids, err := w.Assigned(context.Background(), "id-x1")
				if err != nil {
					t.Fatal(err)
				}
				return slices.Contains(ids, a.ID)
			}
			if opened() {
				t.Error("open before the declaration")
			}
			at := day(4)
			r.State, r.DeclaredAt = workflow.ReviewOpen, &at
			w.in(t, func(tx workflow.Tx) error { return tx.SaveReview(&r) })
			if !opened() {
				t.Error("shut after the declaration")
			}
			second := workflow.Review{ID: "r9", BatchID: r.BatchID, ApplicationID: a.ID, Stage: review.Defence, ExpertID: "id-x1", ExpertCode: "E01", DrawID: "d1",
				SnapshotNo: 1, State: workflow.ReviewRecused, RecusedAt: &at, RecuseReason: "亲属", CreatedAt: day(4), UpdatedAt: day(4)}
			w.in(t, func(tx workflow.Tx) error { return tx.InsertReview(second) })
			if opened() {
				t.Error("open although recused in the defence")
			}
		}},
		{"a stage's result is locked once", func(t *testing.T, w *world) {
			b, a, _ := w.panel(t)
			mean := review.Points(8583)
			kept := workflow.Result{ApplicationID: a.ID, BatchID: b.ID, Kind: workflow.ResultWritten, Marks: []review.Mark{{Expert: "E01", Total: 8583}},
				Stage: &review.StageResult{Effective: 1, Mean: &mean}, PackVersion: 1, At: day(5), By: "sec"}
			w.in(t, func(tx workflow.Tx) error { return tx.InsertResult(kept) })
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.InsertResult(kept) })
			found, err := w.ReadResults(context.Background(), b.ID)
			if err != nil || len(found) != 1 || *found[0].Stage.Mean != mean || found[0].Marks[0].Total != 8583 {
				t.Errorf("kept %+v, %v", found, err)
			}
		}},
		{"the newest ranking counts and the older stay", func(t *testing.T, w *world) {
			b := w.batch(t)
			for i := range 2 {
				k := workflow.Ranking{BatchID: b.ID, Places: []review.Place{{Application: fmt.Sprint(i), Rank: 1}}, Digest: digest(fmt.Sprint(i)), LockedBy: "sec", LockedAt: day(5 + i)}
				w.in(t, func(tx workflow.Tx) error { return tx.InsertRanking(&k) })
				if k.No != i+1 {
					t.Errorf("number %d", k.No)
				}
			}
			k, err := w.ReadRanking(context.Background(), b.ID)
			if err != nil || k.No != 2 || k.Places[0].Application != "1" {
				t.Errorf("in force %+v, %v", k, err)
			}
			if n := w.count(t, "SELECT count(*) FROM rankings"); n != 2 {
				t.Errorf("%d rankings kept", n)
			}
		}},
	}
}
