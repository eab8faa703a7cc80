package storetest

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/workflow"
)

func receiptScenarios() []scenario {
	begin := func(t *testing.T, s *store.Store, account, content string) (string, *workflow.Answer, error) {
		t.Helper()
		return s.Begin(context.Background(), account, "k", content)
	}
	return []scenario{
		{"a key runs once, then replays its answer to the same content of the same account", func(t *testing.T, w *world) {
			token, replay, err := begin(t, w.Store, "acc-1", "c")
			if err != nil || token == "" || replay != nil {
				t.Fatal(token, replay, err)
			}
			if _, _, err := begin(t, w.Store, "acc-1", "c"); fault.CodeOf(err) != fault.Refused {
				t.Errorf("while running: %v", err)
			}
			if _, _, err := begin(t, w.Store, "acc-1", "other"); fault.CodeOf(err) != fault.Invalid {
				t.Errorf("other content: %v", err)
			}
			want := workflow.Answer{Status: 201, ETag: `"2"`, Body: []byte("{\"a\":\"\x00\xff\"}")}
			w.in(t, func(tx workflow.Tx) error { return tx.KeepAnswer(token, want) })
			_, replay, err = begin(t, w.Store, "acc-1", "c")
			if err != nil || replay == nil {
				t.Fatal(replay, err)
			}
			if diff := cmp.Diff(want, *replay); diff != "" {
				t.Error(diff)
			}
			if _, _, err := begin(t, w.Store, "acc-1", "other"); fault.CodeOf(err) != fault.Invalid {
				t.Errorf("other content of a finished key: %v", err)
			}
			if token, _, err := begin(t, w.Store, "acc-2", "other"); err != nil || token == "" {
				t.Errorf("another account's key: %v", err)
			}
		}},
		{"an answer is kept or lost with its command", func(t *testing.T, w *world) {
			token, _, err := begin(t, w.Store, "acc-1", "c")
			if err != nil {
				t.Fatal(err)
			}
			_ = w.InTx(context.Background(), func(tx workflow.Tx) error {
				if err := tx.KeepAnswer(token, workflow.Answer{Status: 200}); err != nil {
					return err
				}
				return errUndo
			})
			if _, replay, err := begin(t, w.Store, "acc-1", "c"); replay != nil || fault.CodeOf(err) != fault.Refused {
				t.Errorf("%+v %v", replay, err)
			}
			if err := w.Abandon(context.Background(), token); err != nil {
				t.Fatal(err)
			}
			if token, _, err := begin(t, w.Store, "acc-1", "other"); err != nil || token == "" {
				t.Errorf("after abandoning: %v", err)
			}
		}},
		{"a finished key is not abandoned", func(t *testing.T, w *world) {
			token, _, err := begin(t, w.Store, "acc-1", "c")
			if err != nil {
				t.Fatal(err)
			}
			w.in(t, func(tx workflow.Tx) error { return tx.KeepAnswer(token, workflow.Answer{Status: 200}) })
			if err := w.Abandon(context.Background(), token); err != nil {
				t.Fatal(err)
			}
			if _, replay, err := begin(t, w.Store, "acc-1", "c"); replay == nil || err != nil {
				t.Error(replay, err)
			}
		}},
		{"a lease is taken over after a minute and its first holder can no longer finish", func(t *testing.T, w *world) {
			first, _, err := begin(t, Open(t, w.dsn, storeAt(day(5))), "acc-1", "c")
			if err != nil {
				t.Fatal(err)
			}
			if _, _, err := begin(t, Open(t, w.dsn, storeAt(day(5).Add(time.Minute-time.Microsecond))), "acc-1", "c"); fault.CodeOf(err) != fault.Refused {
				t.Errorf("just before a minute: %v", err)
			}
			second, _, err := begin(t, Open(t, w.dsn, storeAt(day(5).Add(time.Minute))), "acc-1", "c")
			if err != nil || second == "" || second == first {
				t.Fatal(second, err)
			}
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.KeepAnswer(first, workflow.Answer{Status: 200}) })
			w.in(t, func(tx workflow.Tx) error { return tx.KeepAnswer(second, workflow.Answer{Status: 200}) })
			w.refused(t, fault.Refused, func(tx workflow.Tx) error { return tx.KeepAnswer(second, workflow.Answer{Status: 200}) })
		}},
		{"of twenty at once exactly one gets the lease", func(t *testing.T, w *world) {
			stores := []*store.Store{w.Store, Open(t, w.dsn, store.Options{})}
			var won atomic.Int32
			var all sync.WaitGroup
			for i := range 20 {
				all.Go(func() {
					_, _, err := stores[i%2].Begin(context.Background(), "acc-1", "k", "c")
					if err == nil {
						won.Add(1)
					} else if fault.CodeOf(err) != fault.Refused {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if won.Load() != 1 {
				t.Errorf("%d won", won.Load())
			}
		}},
		{"of twenty who take over a lease at once exactly one gets it", func(t *testing.T, w *world) {
			if _, _, err := begin(t, Open(t, w.dsn, storeAt(day(5))), "acc-1", "c"); err != nil {
				t.Fatal(err)
			}
			later := storeAt(day(5).Add(time.Hour))
			stores := []*store.Store{Open(t, w.dsn, later), Open(t, w.dsn, later)}
			var won atomic.Int32
			var all sync.WaitGroup
			for i := range 20 {
				all.Go(func() {
					if _, _, err := stores[i%2].Begin(context.Background(), "acc-1", "k", "c"); err == nil {
						won.Add(1)
					} else if fault.CodeOf(err) != fault.Refused {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if won.Load() != 1 {
				t.Errorf("%d won", won.Load())
			}
		}},
		{"keys are forgotten after seven days", func(t *testing.T, w *world) {
			old := Open(t, w.dsn, storeAt(day(1)))
			if _, _, err := begin(t, old, "acc-1", "c"); err != nil {
				t.Fatal(err)
			}
			for _, tt := range []struct {
				now  time.Time
				want int64
			}{{day(8), 0}, {day(8).Add(time.Microsecond), 1}} {
				if n, err := Open(t, w.dsn, storeAt(tt.now)).PurgeReceipts(context.Background()); n != tt.want || err != nil {
					t.Errorf("at %v: %d purged, %v; want %d", tt.now, n, err, tt.want)
				}
			}
		}},
	}
}
