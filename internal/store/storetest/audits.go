package storetest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/audit"
	"xianjie/internal/store"
	"xianjie/workflow"
)

// entry is an audit entry whose instant is finer than both databases keep.
func entry(stream, action string) audit.Entry {
	return audit.Entry{Stream: stream, At: time.Date(2022, 12, 9, 8, 30, 0, 123456789, time.FixedZone("CST", 8*3600)), AccountID: "acc-1",
		Actor: "县政府 签报岗", Role: "county_signer", Region: "370686", Action: action, Object: "370686-01", From: "DRAFT", To: "SUBMITTED",
		Reason: "同意上报 𠮷", Detail: []byte(`{"b": 1.50, "a": [1, 2]}`), AfterDigest: digest("x"), Address: "10.0.0.1"}
}

func auditScenarios() []scenario {
	return []scenario{
		{"a stream read back verifies against its head", func(t *testing.T, w *world) {
			for _, action := range []string{"create", "submit", "accept"} {
				w.in(t, func(tx workflow.Tx) error { return tx.AppendAudit(entry("application/a", action)) })
			}
			w.in(t, func(tx workflow.Tx) error {
				plain := entry("batch/b", "publish")
				plain.Detail = nil
				return tx.AppendAudit(plain)
			})
			heads, err := w.AuditHeads(context.Background())
			if err != nil || len(heads) != 2 || heads[0].Stream != "application/a" || heads[0].Seq != 3 {
				t.Fatalf("%+v %v", heads, err)
			}
			entries, err := w.Audit(context.Background(), "", 0, 0)
			if err != nil || len(entries) != 4 {
				t.Fatalf("%d entries, %v", len(entries), err)
			}
			if faults := audit.Verify(entries, heads); len(faults) != 0 {
				t.Errorf("%+v", faults)
			}
			if string(entries[0].Detail) != `{"a":[1,2],"b":1.50}` || entries[0].At.Nanosecond() != 123456000 {
				t.Errorf("%s %v", entries[0].Detail, entries[0].At)
			}
		}},
		{"pages of one stream and of all", func(t *testing.T, w *world) {
			for i := range 5 {
				e := entry(fmt.Sprintf("application/%d", i%2), "save")
				e.At = day(1 + i)
				w.in(t, func(tx workflow.Tx) error { return tx.AppendAudit(e) })
			}
			page, err := w.Audit(context.Background(), "application/0", 1, 1)
			if err != nil || len(page) != 1 || page[0].Seq != 2 {
				t.Errorf("%+v %v", page, err)
			}
			all, err := w.Audit(context.Background(), "", 3, 10)
			if err != nil || len(all) != 2 || !all[0].At.Equal(day(4)) || !all[1].At.Equal(day(5)) {
				t.Errorf("%+v %v", all, err)
			}
			var each []string
			err = w.EachAudit(context.Background(), func(e audit.Entry) error {
				each = append(each, fmt.Sprintf("%s %d", e.Stream, e.Seq))
				return nil
			})
			want := []string{"application/0 1", "application/0 2", "application/0 3", "application/1 1", "application/1 2"}
			if diff := cmp.Diff(want, each); err != nil || diff != "" {
				t.Error(err, diff)
			}
		}},
		{"two replicas extend one new stream without gaps or doubles", func(t *testing.T, w *world) {
			stores := []*store.Store{w.Store, Open(t, w.dsn, store.Options{})}
			const workers, each = 8, 10
			var all sync.WaitGroup
			for i := range workers {
				all.Go(func() {
					for range each {
						if err := stores[i%2].InTx(context.Background(), func(tx workflow.Tx) error { return tx.AppendAudit(entry("batch/b", "save")) }); err != nil {
							t.Error(err)
						}
					}
				})
			}
			all.Wait()
			entries, err := w.Audit(context.Background(), "batch/b", 0, 0)
			if err != nil || len(entries) != workers*each {
				t.Fatalf("%d entries, %v", len(entries), err)
			}
			heads, _ := w.AuditHeads(context.Background())
			if faults := audit.Verify(entries, heads); len(faults) != 0 {
				t.Errorf("%+v", faults)
			}
		}},
	}
}
