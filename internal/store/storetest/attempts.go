package storetest

import (
	"context"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/identity"
	"xianjie/internal/store"
)

func attemptScenarios() []scenario {
	return []scenario{
		{"twenty attempts at once, over two replicas, are counted as twenty", func(t *testing.T, w *world) {
			stores := []*store.Store{w.Store, Open(t, w.dsn, store.Options{})}
			var all sync.WaitGroup
			for i := range 20 {
				all.Go(func() {
					err := stores[i%2].Identity().InTx(context.Background(), func(tx identity.Tx) error {
						c, err := tx.Counter("pair:x")
						if err != nil {
							return err
						}
						c.Failures++
						c.Last, c.NotBefore = day(5), day(6)
						return tx.SaveCounter("pair:x", c)
					})
					if err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			w.who(t, func(tx identity.Tx) error {
				got, err := tx.Counter("pair:x")
				if diff := cmp.Diff(identity.Counter{Failures: 20, Last: day(5), NotBefore: day(6)}, got); err != nil || diff != "" {
					t.Error(err, diff)
				}
				if err := tx.SaveCounter("pair:x", identity.Counter{}); err != nil {
					return err
				}
				got, err = tx.Counter("pair:x")
				if got != (identity.Counter{}) {
					t.Errorf("%+v", got)
				}
				return err
			})
		}},
		{"a known address counts from its last sign-in, which only moves forward", func(t *testing.T, w *world) {
			a := w.account(t, "qixia")
			w.who(t, func(tx identity.Tx) error {
				for _, at := range []time.Time{day(5), day(3)} {
					if err := tx.RememberAddress(a.ID, "10.0.0.1", at); err != nil {
						return err
					}
				}
				for _, tt := range []struct {
					address string
					since   time.Time
					want    bool
				}{{"10.0.0.1", day(5), true}, {"10.0.0.1", day(5).Add(time.Microsecond), false}, {"10.0.0.2", day(1), false}} {
					if known, err := tx.KnownAddress(a.ID, tt.address, tt.since); known != tt.want || err != nil {
						t.Errorf("%+v: %v %v", tt, known, err)
					}
				}
				return nil
			})
		}},
		{"forgetting removes what has ended and nothing else", func(t *testing.T, w *world) {
			a := w.account(t, "qixia")
			w.who(t, func(tx identity.Tx) error {
				for _, s := range []identity.Session{sessionOf(a, "1"), sessionOf(a, "2")} {
					if s.TokenHash == digest("2") {
						s.IdleUntil = s.IdleUntil.Add(time.Microsecond)
					}
					if err := tx.AddSession(s); err != nil {
						return err
					}
				}
				for key, c := range map[string]identity.Counter{"old": {Failures: 1, Last: day(3), NotBefore: day(3)}, "paused": {Failures: 1, Last: day(3), NotBefore: day(4)}} {
					if err := tx.SaveCounter(key, c); err != nil {
						return err
					}
				}
				for address, at := range map[string]time.Time{"old": day(1), "new": day(2)} {
					if err := tx.RememberAddress(a.ID, address, at); err != nil {
						return err
					}
				}
				return tx.Forget(day(5).Add(30*time.Minute), day(4), day(2))
			})
			for table, want := range map[string]int{"sessions": 1, "attempts": 1, "known_addresses": 1} {
				if n := w.count(t, "SELECT count(*) FROM "+table); n != want {
					t.Errorf("%s: %d left, want %d", table, n, want)
				}
			}
		}},
	}
}
