package storetest

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/identity"
)

func factorScenarios() []scenario {
	first, second := identity.NewSecret(strings.Repeat("A", 32)), identity.NewSecret(strings.Repeat("B", 32))
	spend := func(t *testing.T, w *world, id string, secret identity.Secret, step int64) (ok bool) {
		t.Helper()
		w.who(t, func(tx identity.Tx) (err error) {
			ok, err = tx.SpendStep(id, identity.Factor{Secret: secret}, step)
			return err
		})
		return ok
	}
	return []scenario{
		{"a second factor counts once confirmed, and each of its steps once", func(t *testing.T, w *world) {
			a := w.account(t, "qixia")
			holds := func(want identity.Factor) {
				t.Helper()
				w.who(t, func(tx identity.Tx) error {
					got, err := tx.Factor(a.ID)
					if diff := cmp.Diff(want, got, secrets()); diff != "" {
						t.Error(diff)
					}
					return err
				})
			}
			confirm := func(secret identity.Secret, want bool) {
				t.Helper()
				w.who(t, func(tx identity.Tx) error {
					ok, err := tx.ConfirmFactor(a.ID, identity.Factor{Secret: secret}, 10, day(1))
					if ok != want {
						t.Errorf("confirmed is %v", ok)
					}
					return err
				})
			}
			holds(identity.Factor{})
			w.who(t, func(tx identity.Tx) error { return tx.DrawFactor(a.ID, first) })
			w.who(t, func(tx identity.Tx) error { return tx.DrawFactor(a.ID, second) })
			holds(identity.Factor{Secret: second})
			if spend(t, w, a.ID, second, 11) {
				t.Error("a step of a factor that is not confirmed was spent")
			}
			confirm(first, false)
			confirm(second, true)
			confirm(second, false)
			holds(identity.Factor{Secret: second, LastStep: 10, Confirmed: true})
			for _, tt := range []struct {
				secret identity.Secret
				step   int64
				want   bool
			}{{second, 10, false}, {first, 11, false}, {second, 11, true}, {second, 11, false}, {second, 9, false}, {second, 12, true}} {
				if got := spend(t, w, a.ID, tt.secret, tt.step); got != tt.want {
					t.Errorf("step %d of %s: %v, want %v", tt.step, tt.secret.Reveal()[:1], got, tt.want)
				}
			}
			w.who(t, func(tx identity.Tx) error { return tx.RemoveFactor(a.ID) })
			w.who(t, func(tx identity.Tx) error { return tx.RemoveFactor(a.ID) })
			holds(identity.Factor{})
		}},
		{"of two who spend the same step at the same moment one gets it", func(t *testing.T, w *world) {
			a := w.account(t, "qixia")
			w.who(t, func(tx identity.Tx) error {
				if err := tx.DrawFactor(a.ID, first); err != nil {
					return err
				}
				_, err := tx.ConfirmFactor(a.ID, identity.Factor{Secret: first}, 1, day(1))
				return err
			})
			var got atomic.Int32
			var all sync.WaitGroup
			for range 8 {
				all.Go(func() {
					err := w.Identity().InTx(context.Background(), func(tx identity.Tx) error {
						ok, err := tx.SpendStep(a.ID, identity.Factor{Secret: first}, 2)
						if ok {
							got.Add(1)
						}
						return err
					})
					if err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if got.Load() != 1 {
				t.Errorf("%d spent it", got.Load())
			}
		}},
	}
}
