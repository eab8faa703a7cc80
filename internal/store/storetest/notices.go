package storetest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// noticeOf is an open notice naming applications, from day 2 to the end of day 11.
func noticeOf(b workflow.Batch, id string, apps ...workflow.Application) workflow.Notice {
	opens, closes := day(2), day(12)
	n := workflow.Notice{ID: id, BatchID: b.ID, State: workflow.NoticeOpen, Title: "公示", Body: "名单如下", Channel: "门户网站", Phone: "12317",
		Entries: []workflow.NoticeEntry{}, OpensAt: &opens, ClosesAt: &closes, CreatedBy: "acc-1", CreatedAt: day(1), UpdatedAt: day(2)}
	for i, a := range apps {
		n.Entries = append(n.Entries, workflow.NoticeEntry{ApplicationID: a.ID, No: a.No, City: a.CityName, County: a.CountyName, Title: a.Title,
			Villages: 10, Rank: i + 1, Amount: 200000000})
	}
	return n
}

func objectionOf(n workflow.Notice, id, receipt, application string) workflow.Objection {
	return workflow.Objection{ID: id, ReceiptNo: receipt, NoticeID: n.ID, BatchID: n.BatchID, ApplicationID: application, Text: "事实和理由", Contact: "0535", FiledAt: day(3)}
}

func awardOf(a workflow.Application, n workflow.Notice) workflow.AwardRecord {
	return workflow.AwardRecord{ApplicationID: a.ID, BatchID: a.BatchID, DocNo: "鲁乡振发〔2023〕5号", Amount: 200000000, NoticeID: n.ID, AwardedBy: "acc-1", AwardedAt: day(12)}
}

func noticeScenarios() []scenario {
	ctx := context.Background()
	return []scenario{
		{"a notice is kept whole, numbered in its batch, and saved over its version only", func(t *testing.T, w *world) {
			b := w.batch(t)
			a := w.draft(t, b, "370686", "栖霞市")
			first, second := noticeOf(b, "n1", a), noticeOf(b, "n2")
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertNotice(&first); err != nil {
					return err
				}
				return tx.InsertNotice(&second)
			})
			if first.No != 1 || second.No != 2 || first.Version != 1 {
				t.Errorf("numbers %d and %d, version %d", first.No, second.No, first.Version)
			}
			got, err := w.ReadNotice(ctx, "n1")
			if diff := cmp.Diff(first, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
			stale := first
			closed := day(12)
			first.State, first.ClosedAt, first.Entries[0].Left = workflow.NoticeClosed, &closed, true
			w.in(t, func(tx workflow.Tx) error { return tx.SaveNotice(&first) })
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SaveNotice(&stale) })
			w.in(t, func(tx workflow.Tx) error {
				locked, err := tx.LockNotice("n1")
				if diff := cmp.Diff(first, locked); diff != "" {
					t.Error(diff)
				}
				all, listErr := tx.NoticesIn(b.ID)
				if len(all) != 2 || all[1].ID != "n2" || listErr != nil {
					t.Errorf("%v %v", all, listErr)
				}
				return err
			})
			if all, err := w.Notices(ctx, b.ID); err != nil || len(all) != 2 || all[0].ID != "n2" {
				t.Errorf("%v %v", all, err)
			}
			if _, err := w.ReadNotice(ctx, "none"); fault.CodeOf(err) != fault.NotFound {
				t.Error(err)
			}
		}},
		{"only an open notice whose period is over is due", func(t *testing.T, w *world) {
			b := w.batch(t)
			open, draft, later := noticeOf(b, "open"), noticeOf(b, "draft"), noticeOf(b, "later")
			draft.State, draft.OpensAt, draft.ClosesAt = workflow.NoticeDraft, nil, nil
			now, err := w.Clock(ctx)
			if err != nil {
				t.Fatal(err)
			}
			end := now.AddDate(1, 0, 0)
			later.ClosesAt = &end
			w.in(t, func(tx workflow.Tx) error {
				for _, n := range []*workflow.Notice{&open, &draft, &later} {
					if err := tx.InsertNotice(n); err != nil {
						return err
					}
				}
				return nil
			})
			if due, err := w.DueNotices(ctx); err != nil || len(due) != 1 || due[0] != "open" {
				t.Errorf("%v %v", due, err)
			}
		}},
		{"an application's notice is the newest ever opened, with the objections that concern it", func(t *testing.T, w *world) {
			b := w.batch(t)
			a, other := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市")
			old, now, draft := noticeOf(b, "old", a), noticeOf(b, "now", a, other), noticeOf(b, "draft", a)
			draft.State, draft.OpensAt, draft.ClosesAt = workflow.NoticeDraft, nil, nil
			w.in(t, func(tx workflow.Tx) error {
				if n, o, err := tx.NoticeOf(a.ID); n != nil || len(o) != 0 || err != nil {
					t.Errorf("none yet: %v %v %v", n, o, err)
				}
				for _, n := range []*workflow.Notice{&old, &now, &draft} {
					if err := tx.InsertNotice(n); err != nil {
						return err
					}
				}
				for _, o := range []workflow.Objection{objectionOf(old, "o1", "YY-1", a.ID), objectionOf(now, "o2", "YY-2", a.ID), objectionOf(now, "o3", "YY-3", ""),
					objectionOf(now, "o4", "YY-4", other.ID)} {
					if err := tx.InsertObjection(&o); err != nil {
						return err
					}
				}
				n, objections, err := tx.NoticeOf(a.ID)
				if err != nil {
					return err
				}
				if n.ID != "now" || len(objections) != 2 || objections[0].ID != "o2" || objections[1].ID != "o3" {
					t.Errorf("%v %v", n, objections)
				}
				return nil
			})
		}},
		{"a receipt number is given once, and an objection is answered over its version only", func(t *testing.T, w *world) {
			n := noticeOf(w.batch(t), "n1")
			o, twin := objectionOf(n, "o1", "YY-1", ""), objectionOf(n, "o2", "YY-1", "")
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertNotice(&n); err != nil {
					return err
				}
				if err := tx.InsertObjection(&o); err != nil {
					return err
				}
				if err := tx.InsertObjection(&twin); fault.CodeOf(err) != fault.Refused {
					t.Errorf("the number twice: %v", err)
				}
				twin.ReceiptNo = "YY-2"
				return tx.InsertObjection(&twin) // the transaction goes on
			})
			stale, upheld, at := o, true, day(4)
			o.Answer, o.Upheld, o.HandledBy, o.HandledName, o.HandledAt = "属实", &upheld, "acc-1", "省厅", &at
			w.in(t, func(tx workflow.Tx) error { return tx.SaveObjection(&o) })
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SaveObjection(&stale) })
			got, err := w.ObjectionByReceipt(ctx, "YY-1")
			if diff := cmp.Diff(o, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
			if all, err := w.Objections(ctx, "n1"); err != nil || len(all) != 2 {
				t.Errorf("%v %v", all, err)
			}
			if _, err := w.ObjectionByReceipt(ctx, "YY-9"); fault.CodeOf(err) != fault.NotFound {
				t.Error(err)
			}
		}},
		{"an application is awarded once; one document may award many", func(t *testing.T, w *world) {
			b := w.batch(t)
			a, other := w.draft(t, b, "370686", "栖霞市"), w.draft(t, b, "370687", "海阳市")
			n := noticeOf(b, "n1", a, other)
			w.in(t, func(tx workflow.Tx) error {
				if err := tx.InsertNotice(&n); err != nil {
					return err
				}
				if err := tx.InsertAward(awardOf(other, n)); err != nil {
					return err
				}
				return tx.InsertAward(awardOf(a, n))
			})
			again := awardOf(a, n)
			again.DocNo = "鲁乡振发〔2023〕6号"
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.InsertAward(again) })
			got, err := w.Awards(ctx, b.ID)
			if diff := cmp.Diff([]workflow.AwardRecord{awardOf(a, n), awardOf(other, n)}, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
			if got, err := w.Awards(ctx, "none"); err != nil || len(got) != 0 {
				t.Errorf("%v %v", got, err)
			}
		}},
		{"a simulation is kept as it was, and its list comes without results", func(t *testing.T, w *world) {
			b := w.batch(t)
			m := workflow.Simulation{ID: "m1", BatchID: b.ID, Title: "村数", Patch: []byte(`{"minVillages":12}`), Result: []byte(`{"mark":"推演"}`),
				CreatedBy: "acc-1", Name: "省厅", CreatedAt: day(3)}
			w.in(t, func(tx workflow.Tx) error { return tx.InsertSimulation(m) })
			got, err := w.ReadSimulation(ctx, "m1")
			if diff := cmp.Diff(m, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
			if all, err := w.Simulations(ctx, b.ID); err != nil || len(all) != 1 || len(all[0].Result) != 0 {
				t.Errorf("%v %v", all, err)
			}
		}},
		{"what is frozen of a batch are its reported applications, each with the snapshot in force", func(t *testing.T, w *world) {
			a := w.healthy(t)
			b, err := w.ReadBatch(ctx, a.BatchID)
			if err != nil {
				t.Fatal(err)
			}
			w.draft(t, b, "370687", "海阳市")
			w.in(t, func(tx workflow.Tx) error {
				if frozen, apps, err := tx.Frozen(b.ID); len(frozen)+len(apps) != 0 || err != nil {
					t.Errorf("nothing is reported: %v %v", apps, err)
				}
				now, err := tx.LockApplication(a.ID)
				if err != nil {
					return err
				}
				at := day(9)
				now.ReportedAt = &at
				if err := tx.SaveApplication(&now); err != nil {
					return err
				}
				frozen, apps, err := tx.Frozen(b.ID)
				if len(apps) != 1 || apps[0].ID != a.ID || len(frozen) != 1 || proposal.Digest(frozen[0].Body) != frozen[0].Digest {
					t.Errorf("%v %v", apps, err)
				}
				return err
			})
		}},
	}
}
