package storetest

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/workflow"
)

// storeAt opens stores whose clock stands still.
func storeAt(now time.Time) store.Options {
	return store.Options{Clock: func() time.Time { return now }}
}

func packOf(b workflow.Batch, version int, effective time.Time) workflow.PackVersion {
	return workflow.PackVersion{BatchID: b.ID, Version: version, DocNo: "鲁振兴字〔2022〕4号", EffectiveAt: effective, Digest: digest("pack"),
		Body: []byte(`{"params":{}}`), CreatedBy: "acc-9", CreatedAt: day(1)}
}

func batchScenarios() []scenario {
	return []scenario{
		{"a batch comes back as saved, by id, by code and in the list", func(t *testing.T, w *world) {
			b := w.batch(t)
			b.Title, b.State, b.PackVersion, b.UpdatedAt = "改", workflow.BatchReviewing, 3, day(4)
			w.in(t, func(tx workflow.Tx) error { return tx.SaveBatch(&b) })
			w.in(t, func(tx workflow.Tx) error {
				locked, err := tx.LockBatch(b.ID)
				if diff := cmp.Diff(b, locked); err != nil || diff != "" {
					t.Error(err, diff)
				}
				byCode, err := tx.BatchByCode(b.Code)
				if diff := cmp.Diff(b, byCode); err != nil || diff != "" {
					t.Error(err, diff)
				}
				return nil
			})
			read, err := w.ReadBatch(context.Background(), b.ID)
			if diff := cmp.Diff(b, read); err != nil || diff != "" || b.Version != 2 {
				t.Error(err, diff, b.Version)
			}
			list, err := w.Batches(context.Background())
			if diff := cmp.Diff([]workflow.Batch{b}, list); err != nil || diff != "" {
				t.Error(err, diff)
			}
		}},
		{"a code is given once, a stale batch is stale, a missing one is not found", func(t *testing.T, w *world) {
			b := w.batch(t)
			same := b
			same.ID = "another"
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.InsertBatch(&same) })
			stale := b
			w.in(t, func(tx workflow.Tx) error { return tx.SaveBatch(&b) })
			w.refused(t, fault.Stale, func(tx workflow.Tx) error { return tx.SaveBatch(&stale) })
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { _, err := tx.BatchByCode("none"); return err })
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { return tx.SaveBatch(&workflow.Batch{ID: "none", Version: 1}) })
		}},
		{"the pack in force is the newest published one already effective", func(t *testing.T, w *world) {
			b := w.batch(t)
			at := func(now time.Time) int {
				p, err := Open(t, w.dsn, storeAt(now)).ReadPack(context.Background(), b.ID, 0)
				if err != nil {
					t.Fatal(err)
				}
				if string(p.Body) != `{"params":{}}` {
					t.Errorf("body %s", p.Body)
				}
				return p.Version
			}
			w.refused(t, fault.NotFound, func(tx workflow.Tx) error { _, err := tx.PackAt(b.ID, day(5)); return err })
			w.in(t, func(tx workflow.Tx) error { return tx.InsertPack(packOf(b, 1, day(5))) })
			if v := at(day(2)); v != 1 {
				t.Errorf("before publication: version %d, want the working one", v)
			}
			w.in(t, func(tx workflow.Tx) error { return tx.PublishPack(b.ID, 1, day(2)) })
			w.in(t, func(tx workflow.Tx) error {
				p := packOf(b, 2, day(8))
				published := day(3)
				p.PublishedAt = &published
				return tx.InsertPack(p)
			})
			for _, tt := range []struct {
				now  time.Time
				want int
			}{{day(3), 1}, {day(5), 1}, {day(8).Add(-time.Microsecond), 1}, {day(8), 2}, {day(9), 2}} {
				if v := at(tt.now); v != tt.want {
					t.Errorf("at %v: version %d, want %d", tt.now, v, tt.want)
				}
			}
			ref, now, err := Open(t, w.dsn, storeAt(day(9))).ReadPackAt(context.Background(), b.ID)
			if err != nil || ref.Version != 2 || ref.Body != nil || !now.Equal(day(9)) {
				t.Errorf("%+v %v %v", ref, now, err)
			}
			list, err := w.Packs(context.Background(), b.ID)
			if err != nil || len(list) != 2 || list[0].Body != nil || list[0].PublishedAt == nil {
				t.Errorf("%+v %v", list, err)
			}
		}},
		{"only a working version is replaced or published, and a version is given once", func(t *testing.T, w *world) {
			b := w.batch(t)
			p := packOf(b, 1, day(5))
			w.in(t, func(tx workflow.Tx) error { return tx.InsertPack(p) })
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.InsertPack(p) })
			p.Body, p.Digest, p.DocNo, p.EffectiveAt = []byte(`{"params":{"a":1}}`), digest("second"), "另文", day(6)
			w.in(t, func(tx workflow.Tx) error { return tx.ReplacePack(p) })
			w.in(t, func(tx workflow.Tx) error {
				body, err := tx.PackBody(b.ID, 1)
				if !bytes.Equal(body, p.Body) {
					t.Errorf("body %s", body)
				}
				return err
			})
			w.in(t, func(tx workflow.Tx) error { return tx.PublishPack(b.ID, 1, day(2)) })
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.ReplacePack(p) })
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.PublishPack(b.ID, 1, day(3)) })
			got, err := w.ReadPack(context.Background(), b.ID, 1)
			published := day(2)
			p.PublishedAt = &published
			if diff := cmp.Diff(p, got); err != nil || diff != "" {
				t.Error(err, diff)
			}
		}},
	}
}
