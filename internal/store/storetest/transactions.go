package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/workflow"
)

func transactionScenarios() []scenario {
	return []scenario{
		{"rollback leaves nothing", func(t *testing.T, w *world) {
			b := w.batch(t)
			err := w.InTx(context.Background(), func(tx workflow.Tx) error {
				a := newDraft(b, "370686", "栖霞市")
				if err := tx.InsertApplication(&a); err != nil {
					return err
				}
				if err := tx.AppendAudit(entry(workflow.Stream(a.ID), "create")); err != nil {
					return err
				}
				return errUndo
			})
			if !errors.Is(err, errUndo) {
				t.Fatalf("got %v, want the caller's own error", err)
			}
			for _, table := range []string{"applications", "application_numbers", "audit_entries", "audit_heads"} {
				if n := w.count(t, "SELECT count(*) FROM "+table); n != 0 {
					t.Errorf("%s has %d rows after a rollback", table, n)
				}
			}
		}},
		{"a panic leaves nothing and goes on", func(t *testing.T, w *world) {
			b := w.batch(t)
			func() {
				defer func() {
					if recover() == nil {
						t.Error("the panic was swallowed")
					}
				}()
				_ = w.InTx(context.Background(), func(tx workflow.Tx) error {
					a := newDraft(b, "370686", "栖霞市")
					if err := tx.InsertApplication(&a); err != nil {
						return err
					}
					panic("boom")
				})
			}()
			if n := w.count(t, "SELECT count(*) FROM applications"); n != 0 {
				t.Errorf("%d rows after a panic", n)
			}
			w.draft(t, b, "370686", "栖霞市") // and the writer's place is free again
		}},
		{"the deciding clock never goes back and is read at the call", func(t *testing.T, w *world) {
			w.in(t, func(tx workflow.Tx) error {
				first, err := tx.Now()
				if err != nil {
					return err
				}
				time.Sleep(5 * time.Millisecond)
				second, err := tx.Now()
				if err != nil {
					return err
				}
				if !second.After(first) {
					t.Errorf("%v is not after %v: the clock stands still within a transaction", second, first)
				}
				if first.Location() != time.UTC || !first.Equal(first.Truncate(time.Microsecond)) {
					t.Errorf("%v is not UTC to the microsecond", first)
				}
				return nil
			})
		}},
		{"an injected clock decides instead", func(t *testing.T, w *world) {
			at := time.Date(2022, 12, 10, 23, 59, 59, 999999999, time.FixedZone("CST", 8*3600))
			s := Open(t, w.dsn, store.Options{Clock: func() time.Time { return at }})
			now, err := s.Clock(context.Background())
			if want := at.UTC().Truncate(time.Microsecond); err != nil || !now.Equal(want) || now.Location() != time.UTC {
				t.Fatalf("got %v, %v, want %v", now, err, want)
			}
		}},
		{"waiting ends with the caller's deadline as unavailable", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			locked, free := make(chan struct{}), make(chan struct{})
			var holder sync.WaitGroup
			holder.Go(func() {
				_ = w.InTx(context.Background(), func(tx workflow.Tx) error {
					_, err := tx.LockApplication(a.ID)
					close(locked)
					<-free
					return err
				})
			})
			<-locked
			for name, s := range map[string]*store.Store{"same replica": w.Store, "another replica": Open(t, w.dsn, store.Options{})} {
				ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
				err := s.InTx(ctx, func(tx workflow.Tx) error { _, err := tx.LockApplication(a.ID); return err })
				cancel()
				var f *fault.Error
				if !errors.As(err, &f) || f.Code != fault.Unavailable || f.RetryAfter <= 0 {
					t.Errorf("%s: got %v, want unavailable with RetryAfter", name, err)
				}
			}
			close(free)
			holder.Wait()
		}},
		{"two who lock in opposite order both get through", func(t *testing.T, w *world) {
			b := w.batch(t)
			ids := []string{w.draft(t, b, "370686", "栖霞市").ID, w.draft(t, b, "370687", "海阳市").ID}
			var met sync.WaitGroup
			met.Add(2)
			var all sync.WaitGroup
			for i := range 2 {
				var first sync.Once
				all.Go(func() {
					err := w.InTx(context.Background(), func(tx workflow.Tx) error {
						a, err := tx.LockApplication(ids[i])
						if err != nil {
							return err
						}
						first.Do(func() { // both hold their first lock, as far as the database lets two in
							met.Done()
							if w.postgres() {
								met.Wait()
							}
						})
						other, err := tx.LockApplication(ids[1-i])
						if err != nil {
							return err
						}
						return errors.Join(tx.SaveApplication(&a), tx.SaveApplication(&other))
					})
					if err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if n := w.count(t, "SELECT count(*) FROM applications WHERE version = 3"); n != 2 {
				t.Errorf("%d of 2 carry both changes", n)
			}
		}},
		{"what is read at one moment stays as it was while others write", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			err := w.AtOneMoment(context.Background(), func(still workflow.Store) error {
				before, err := still.Application(context.Background(), a.ID)
				if err != nil {
					return err
				}
				w.in(t, func(tx workflow.Tx) error { return tx.SaveApplication(&a) })
				after, err := still.Application(context.Background(), a.ID)
				if err != nil {
					return err
				}
				if diff := cmp.Diff(before, after); diff != "" {
					t.Error(diff)
				}
				if err := still.InTx(context.Background(), func(workflow.Tx) error { return nil }); err == nil {
					t.Error("a store of one moment writes")
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if now, err := w.Application(context.Background(), a.ID); err != nil || now.Version != 2 {
				t.Errorf("afterwards: version %d, %v", now.Version, err)
			}
		}},
		{"reading and then writing never loses a change, over two replicas", func(t *testing.T, w *world) {
			a := w.draft(t, w.batch(t), "370686", "栖霞市")
			other := Open(t, w.dsn, store.Options{})
			const workers, rounds = 8, 15
			var all sync.WaitGroup
			for i := range workers {
				s := []*store.Store{w.Store, other}[i%2]
				all.Go(func() {
					for range rounds {
						err := s.InTx(context.Background(), func(tx workflow.Tx) error {
							now, err := tx.LockApplication(a.ID)
							if err != nil {
								return err
							}
							now.Summary.Villages++
							return tx.SaveApplication(&now)
						})
						if err != nil {
							t.Error(err)
						}
					}
				})
			}
			all.Wait()
			now, err := w.Application(context.Background(), a.ID)
			if err != nil || now.Summary.Villages != workers*rounds || now.Version != 1+workers*rounds {
				t.Fatalf("villages %d, version %d, %v; want %d changes", now.Summary.Villages, now.Version, err, workers*rounds)
			}
		}},
	}
}
