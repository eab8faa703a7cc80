package storetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/internal/store"
	"xianjie/workflow"
)

func slot(a workflow.Application, place int) workflow.DefenceSlot {
	return workflow.DefenceSlot{ApplicationID: a.ID, BatchID: a.BatchID, Order: place, Seed: "88-17-03", Attendance: []workflow.Attendant{}, Version: 1, UpdatedAt: day(3)}
}

func (w *world) draw(t testing.TB, slots ...workflow.DefenceSlot) {
	t.Helper()
	w.in(t, func(tx workflow.Tx) error {
		for _, d := range slots {
			if err := tx.InsertDefence(d); err != nil {
				return err
			}
		}
		return nil
	})
}

func defenceScenarios() []scenario {
	return []scenario{
		{"a place comes back as it was drawn, in order, and what is recorded of it too", func(t *testing.T, w *world) {
			b := w.batch(t)
			first, second := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市")
			w.draw(t, slot(first, 2), slot(second, 1))
			meeting, held := day(8), day(9)
			d := slot(first, 2)
			d.MeetingAt, d.HeldAt, d.Minutes, d.UpdatedAt = &meeting, &held, "汇报八分钟", day(9)
			d.Attendance = []workflow.Attendant{{Unit: "栖霞市政府", Post: "市长", Present: true}, {Unit: "栖霞市财政局", Post: "局长"}}
			changed := d
			changed.Order, changed.Seed, changed.BatchID = 7, "another", "elsewhere" // never written
			w.in(t, func(tx workflow.Tx) error { return tx.SaveDefence(&changed) })
			d.Version = 2
			got, err := w.ReadDefences(context.Background(), b.ID)
			if diff := cmp.Diff([]workflow.DefenceSlot{slot(second, 1), d}, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
			around, err := w.ReadSurroundings(context.Background(), first, workflow.WantDefence)
			if diff := cmp.Diff(&d, around.Defence); err != nil || diff != "" {
				t.Error(err, diff)
			}
			w.in(t, func(tx workflow.Tx) error {
				inside, err := tx.Defences(b.ID)
				if len(inside) != 2 {
					t.Errorf("%+v", inside)
				}
				return err
			})
			if other, err := w.ReadDefences(context.Background(), "elsewhere"); err != nil || other == nil || len(other) != 0 {
				t.Errorf("%v %v", other, err)
			}
		}},
		{"an application has one place and a place one application, in its batch", func(t *testing.T, w *world) {
			b := w.batch(t)
			first, second := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市")
			elsewhere := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.draw(t, slot(first, 1), slot(elsewhere, 1))
			for name, d := range map[string]workflow.DefenceSlot{"the place is taken": slot(second, 1), "the application has a place": slot(first, 2)} {
				if err := w.InTx(context.Background(), func(tx workflow.Tx) error { return tx.InsertDefence(d) }); fault.CodeOf(err) != fault.Refused {
					t.Errorf("%s: %v", name, err)
				}
			}
			w.draw(t, slot(second, 2))
		}},
		{"what is recorded over an older version is stale", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			w.draw(t, slot(a, 1))
			mine, theirs := slot(a, 1), slot(a, 1)
			w.in(t, func(tx workflow.Tx) error { return tx.SaveDefence(&mine) })
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SaveDefence(&theirs) })
		}},
	}
}

// stageDoctors are the doctor's sentences about stages that plain statements cannot break.
func stageDoctors() []scenario {
	return []scenario{
		{"it is silent on drawn places and a sheet that was handed in", func(t *testing.T, w *world) {
			east := w.account(t, "east", "site_inspector")
			a := w.healthy(t)
			w.drawn(t, a, false)
			c := handedIn(w.sheet(t, a, east.ID), east.ID)
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertSitePhoto(sitePhoto(a, "p1", "photo")); err != nil {
					return err
				}
				return tx.SaveSiteCheck(&c)
			})
			w.sound(t)
		}},
		{"答辩次序由所留种子重放得出: another order", func(t *testing.T, w *world) {
			w.drawn(t, w.healthy(t), true)
			w.complains(t, "答辩次序由所留种子重放得出", "88-17-03")
		}},
		{"提交的核查单填写完整: no photo of what is false", func(t *testing.T, w *world) {
			east := w.account(t, "east", "site_inspector")
			a := w.healthy(t)
			c := handedIn(w.sheet(t, a, east.ID), east.ID)
			w.in(t, func(tx workflow.Tx) error { return tx.SaveSiteCheck(&c) })
			w.complains(t, "提交的核查单填写完整", a.ID)
		}},
	}
}

// drawn gives an application and a draft of its batch the places their seed gives, or the other way round.
func (w *world) drawn(t testing.TB, a workflow.Application, reversed bool) {
	t.Helper()
	peer := newDraft(workflow.Batch{ID: a.BatchID, Code: a.BatchCode, Year: a.Year}, "370687", "海阳市")
	w.in(t, func(tx workflow.Tx) error { return tx.InsertApplication(&peer) })
	order := review.Order("88-17-03", []string{a.ID, peer.ID})
	if reversed {
		slices.Reverse(order)
	}
	for i, id := range order {
		w.draw(t, slot(workflow.Application{ID: id, BatchID: a.BatchID}, i+1))
	}
}

// complains looks for a complaint that names a row.
func (w *world) complains(t testing.TB, sentence, row string) {
	t.Helper()
	found, err := w.Doctor(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(found, func(c store.Complaint) bool {
		return strings.HasPrefix(c.Invariant, sentence) && strings.Contains(c.String(), row)
	}) {
		t.Errorf("no “%s…” naming %s, but %v", sentence, row, found)
	}
}
