package storetest

import (
	"context"
	"fmt"
	"strings"
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
			list, err := w.AuditList(context.Background(), workflow.AuditQuery{Oldest: true})
			entries := list.Items
			if err != nil || len(entries) != 4 || list.Total != 4 {
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
			all, err := w.AuditList(context.Background(), workflow.AuditQuery{Oldest: true, Page: 2, PageSize: 3})
			if err != nil || all.Total != 5 || len(all.Items) != 2 || !all.Items[0].At.Equal(day(4)) || !all.Items[1].At.Equal(day(5)) {
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
		{"the list over all streams is narrowed by each of its conditions", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "苹果")
			who := w.account(t, "qixia-tb").ID
			at := func(t time.Time) *time.Time { return &t }
			for i, e := range []audit.Entry{
				{Stream: workflow.Stream(a.ID), Action: "submit", Object: "370686-01", Reason: "同意 100%"},
				{Stream: workflow.FundStream(a.ID), Action: "fund_SPEND", Actor: "栖霞市财政局", Object: "第 1 笔_支出"},
				{Stream: "account/x", Action: "signed_in", AccountID: who},
			} {
				e.At = day(1 + i)
				w.in(t, func(tx workflow.Tx) error { return tx.AppendAudit(e) })
			}
			for name, tt := range map[string]struct {
				q    workflow.AuditQuery
				want []string
			}{
				"nothing narrows, the newest first":     {workflow.AuditQuery{}, []string{"signed_in", "fund_SPEND", "submit"}},
				"a kind is not the beginning of a kind": {workflow.AuditQuery{Kind: "app"}, nil},
				"a kind":                                {workflow.AuditQuery{Kind: "fund"}, []string{"fund_SPEND"}},
				"a stream":                              {workflow.AuditQuery{Stream: workflow.Stream(a.ID)}, []string{"submit"}},
				"a person by name":                      {workflow.AuditQuery{Person: "栖霞市财政"}, []string{"fund_SPEND"}},
				"a person by login":                     {workflow.AuditQuery{Person: "QIXIA-tb"}, []string{"signed_in"}},
				"an action":                             {workflow.AuditQuery{Action: "submit"}, []string{"submit"}},
				"a text of the object, _ for itself":    {workflow.AuditQuery{Text: "笔_支"}, []string{"fund_SPEND"}},
				"a text of the reason, % for itself":    {workflow.AuditQuery{Text: "0%"}, []string{"submit"}},
				"from an instant on":                    {workflow.AuditQuery{From: at(day(2))}, []string{"signed_in", "fund_SPEND"}},
				"before an instant":                     {workflow.AuditQuery{To: at(day(2))}, []string{"submit"}},
			} {
				page, err := w.AuditList(context.Background(), tt.q)
				var got []string
				for _, e := range page.Items {
					got = append(got, e.Action)
				}
				if diff := cmp.Diff(tt.want, got); err != nil || diff != "" || page.Total != len(tt.want) {
					t.Errorf("%s: %v, %d in all\n%s", name, err, page.Total, diff)
				}
			}
			titles, err := w.StreamTitles(context.Background(), []string{workflow.Stream(a.ID), workflow.AccountStream(who), "batch/none", "strange"})
			if err != nil || len(titles) != 2 || !strings.HasPrefix(titles[workflow.AccountStream(who)], "qixia-tb ") || titles[workflow.Stream(a.ID)] != a.No {
				t.Errorf("%v %v", titles, err)
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
