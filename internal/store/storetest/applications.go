package storetest

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/policy"
	"xianjie/workflow"
)

// deleted deletes a draft and forgets which files it named.
func deleted(tx workflow.Tx, a workflow.Application) error {
	_, err := tx.DeleteApplication(a)
	return err
}

func applicationScenarios() []scenario {
	return []scenario{
		{"every field comes back as it was saved", func(t *testing.T, w *world) {
			b := w.batch(t)
			a := w.draft(t, b, "370686", "栖霞市")
			submitted, reported := day(5), day(6)
			a.Channel, a.Title, a.State, a.StateSince, a.Round, a.SnapshotNo, a.PackVersion = "KEY_COUNTY", "𠮷祥 'x\" 推进区", workflow.Reported, day(7), 3, 2, 4
			a.SubmittedAt, a.ReportedAt, a.Overdue, a.CityDocNo, a.Rank, a.RiverReason, a.Returns, a.UpdatedAt = &submitted, &reported, true, "烟振〔2022〕1号", 2, "沿黄县未达标", 1, day(8)
			a.Summary = workflow.Summary{Villages: 9, Projects: 60, Linkage: money.Max, ProvUp: -1, Integrated: 64 * 10_000 * money.Max, Total: -money.Max,
				Failed: []policy.RuleID{"F06", "V01"}, Warned: []policy.RuleID{"F09"}, Waived: []policy.RuleID{"V01"}}
			a.Sealed = workflow.Face{Title: "封存的名称", Summary: workflow.Summary{Villages: 8, Projects: 7, Linkage: 6, ProvUp: 5, Integrated: 4, Total: 3,
				Failed: []policy.RuleID{"V02"}, Warned: []policy.RuleID{"F10"}, Waived: []policy.RuleID{"V02", "P02"}}}
			w.in(t, func(tx workflow.Tx) error { return tx.SaveApplication(&a) })
			got, err := w.Application(context.Background(), a.ID)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(a, got); diff != "" {
				t.Error(diff)
			}
			if a.No != "370686-01" || a.Version != 2 {
				t.Errorf("number %s, version %d", a.No, a.Version)
			}
		}},
		{"numbers run within a county and batch and are never given twice", func(t *testing.T, w *world) {
			b := w.batch(t)
			first := w.draft(t, b, "370686", "栖霞市")
			w.in(t, func(tx workflow.Tx) error { return deleted(tx, first) })
			second, other := w.draft(t, b, "370686", "栖霞市"), w.draft(t, w.batch(t), "370686", "栖霞市")
			if second.No != "370686-02" || other.No != "370686-01" {
				t.Errorf("got %s and %s", second.No, other.No)
			}
		}},
		{"an id that exists is refused and the transaction stays usable", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.in(t, func(tx workflow.Tx) error {
				again := a
				if err := tx.InsertApplication(&again); fault.CodeOf(err) != fault.Refused {
					t.Errorf("got %v, want refused", err)
				}
				_, err := tx.LockApplication(a.ID)
				return err
			})
		}},
		{"of two who saw one version the second is stale", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			second := a
			w.in(t, func(tx workflow.Tx) error { a.Title = "甲"; return tx.SaveApplication(&a) })
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { second.Title = "乙"; return tx.SaveApplication(&second) })
			got, _ := w.Application(context.Background(), a.ID)
			if got.Title != "甲" || second.Version != 1 {
				t.Errorf("title %q, the loser's version became %d", got.Title, second.Version)
			}
		}},
		{"of twenty who save one version at once exactly one wins", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			var won, stale atomic.Int32
			var all sync.WaitGroup
			for range 20 {
				all.Go(func() {
					mine := a
					err := w.InTx(context.Background(), func(tx workflow.Tx) error { return tx.SaveApplication(&mine) })
					switch fault.CodeOf(err) {
					case "":
						won.Add(1)
					case fault.Stale:
						stale.Add(1)
					default:
						t.Error(err)
					}
				})
			}
			all.Wait()
			if won.Load() != 1 || stale.Load() != 19 {
				t.Errorf("%d won, %d stale", won.Load(), stale.Load())
			}
		}},
		{"a missing application is not found", func(t *testing.T, w *world) {
			if _, err := w.Application(context.Background(), "none"); fault.CodeOf(err) != fault.NotFound {
				t.Errorf("read: %v", err)
			}
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { _, err := tx.LockApplication("none"); return err })
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error {
				return tx.SaveApplication(&workflow.Application{ID: "none", Version: 1})
			})
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error {
				_, err := tx.SaveSection("none", workflow.Section{Name: "zone", Body: []byte("{}")})
				return err
			})
		}},
		{"deleting a draft takes everything under it and a stale or submitted one is refused", func(t *testing.T, w *world) {
			b := w.batch(t)
			a := w.draft(t, b, "370686", "栖霞市")
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.PutDocument(a.ID, map[proposal.SectionName][]byte{"zone": []byte("{}")}, []proposal.ProjectRow{{ID: "P01", Body: []byte("{}")}}); err != nil {
					return err
				}
				if err := tx.InsertAttachment(attachment(a, "f1", "ATT01")); err != nil {
					return err
				}
				return tx.InsertConfirmation(confirmation(a, "c", "f1"))
			})
			stale := a
			stale.Version = 9
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return deleted(tx, stale) })
			w.in(t, func(tx workflow.Tx) error {
				files, err := tx.DeleteApplication(a)
				if diff := cmp.Diff([]string{attachment(a, "f1", "ATT01").SHA256}, files); diff != "" {
					t.Errorf("files told: %s", diff)
				}
				return err
			})
			for _, table := range []string{"applications", "sections", "projects", "attachments", "confirmations"} {
				if n := w.count(t, "SELECT count(*) FROM "+table); n != 0 {
					t.Errorf("%s still has %d rows", table, n)
				}
			}
			sent := w.moved(t, w.draft(t, b, "370686", "栖霞市"), workflow.Submitted)
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return deleted(tx, sent) })
		}},
		{"text beyond the bounds is refused as invalid, not as a failure of the system", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			a.Rank = -1
			w.refused(t, fault.Invalid, func(tx workflow.Tx) error { return tx.SaveApplication(&a) })
		}},
		{"the year's lock is kept once", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			for _, clause := range []string{"四.3", "另一条"} {
				w.in(t, func(tx workflow.Tx) error {
					return tx.InsertYearLock(workflow.YearLock{Year: 2022, CountyCode: a.CountyCode, ApplicationID: a.ID, Clause: clause, LockedAt: day(3)})
				})
			}
			around, err := w.ReadSurroundings(context.Background(), a, workflow.WantLock)
			want := &workflow.YearLock{Year: 2022, CountyCode: a.CountyCode, ApplicationID: a.ID, Clause: "四.3", LockedAt: day(3)}
			if diff := cmp.Diff(want, around.Lock); err != nil || diff != "" {
				t.Error(err, diff)
			}
		}},
		{"applications past a deadline are due, those before it are not", dueScenario},
	}
}

// dueScenario stands at one instant: the batch's deadline, and the end of one return's window.
func dueScenario(t *testing.T, w *world) {
	deadline := time.Date(2022, 12, 10, 16, 0, 0, 0, time.UTC)
	b := w.batch(t)
	w.in(t, func(tx workflow.Tx) error {
		published := day(1)
		return tx.InsertPack(workflow.PackVersion{BatchID: b.ID, Version: 1, Digest: digest("p"), EffectiveAt: day(1), PublishedAt: &published, CreatedAt: day(1),
			Body: []byte(`{"params":{"provinceDeadline":"2022-12-11T00:00:00+08:00"}}`)})
	})
	listed := w.moved(t, w.draft(t, b, "370686", "栖霞市"), workflow.Shortlisted)
	returned := w.moved(t, w.draft(t, b, "370687", "海阳市"), workflow.ReturnedByProvince)
	w.in(t, func(tx workflow.Tx) error {
		return tx.InsertReturn(workflow.ReturnSlip{ID: "r", ApplicationID: returned.ID, By: workflow.ProvAdmin, DueAt: deadline, ReturnedAt: day(3)})
	})
	for _, tt := range []struct {
		name            string
		now             time.Time
		listed, awaited []string
	}{
		{"one microsecond before", deadline.Add(-time.Microsecond), []string{}, []string{}},
		{"at the instant", deadline, []string{listed.ID}, []string{returned.ID}},
	} {
		s := Open(t, w.dsn, storeAt(tt.now))
		for state, want := range map[workflow.State][]string{workflow.Shortlisted: tt.listed, workflow.ReturnedByProvince: tt.awaited, workflow.Draft: {}} {
			got, err := s.Due(context.Background(), state)
			if diff := cmp.Diff(want, got); err != nil || diff != "" {
				t.Errorf("%s, %s: %v %s", tt.name, state, err, diff)
			}
		}
	}
	w.in(t, func(tx workflow.Tx) error { return tx.AnswerReturn("r", day(4)) })
	if got, err := Open(t, w.dsn, storeAt(deadline)).Due(context.Background(), workflow.ReturnedByProvince); err != nil || len(got) != 0 {
		t.Errorf("an answered return is still due: %v %v", got, err)
	}
}
