package storetest

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/internal/store"
	"xianjie/workflow"
)

// who runs do on the identity port in one transaction that must succeed.
func (w *world) who(t testing.TB, do func(identity.Tx) error) {
	t.Helper()
	if err := w.Identity().InTx(context.Background(), do); err != nil {
		t.Fatalf("transaction: %v", err)
	}
}

func (w *world) whoRefused(t testing.TB, want fault.Code, do func(identity.Tx) error) {
	t.Helper()
	if err := w.Identity().InTx(context.Background(), do); fault.CodeOf(err) != want {
		t.Fatalf("got %v, want %s", err, want)
	}
}

func (w *world) account(t testing.TB, login string, roles ...string) identity.Account {
	t.Helper()
	a := identity.Account{ID: "id-" + login, Login: login, Name: "栖霞市乡村振兴局 填报岗", Unit: "栖霞市乡村振兴局", PasswordHash: identity.NewSecret("$hash$" + login),
		MustChange: true, Grants: []identity.Grant{}, Version: 1, CreatedBy: identity.Console, CreatedAt: day(1), UpdatedAt: day(1)}
	w.who(t, func(tx identity.Tx) error {
		if err := tx.CreateAccount(a); err != nil {
			return err
		}
		for i, role := range roles {
			g := identity.Grant{ID: fmt.Sprintf("g%d-%s", i, login), Role: role, Region: "370686", GrantedBy: identity.Console, GrantedAt: day(1 + i)}
			if err := tx.AddGrant(a.ID, g); err != nil {
				return err
			}
			a.Grants = append(a.Grants, g)
		}
		return nil
	})
	return a
}

// secrets lets two accounts be compared with their hashes, and plain without.
func secrets() cmp.Option {
	return cmp.Comparer(func(a, b identity.Secret) bool { return a.Reveal() == b.Reveal() })
}

func plain(a identity.Account) identity.Account {
	a.PasswordHash = identity.Secret{}
	return a
}

func identityScenarios() []scenario {
	return slices.Concat(accountScenarios(), factorScenarios(), sessionScenarios(), attemptScenarios())
}

func accountScenarios() []scenario {
	return []scenario{
		{"an account comes back with its grants, to administrators without its hash", func(t *testing.T, w *world) {
			a := w.account(t, "qixia", "county_filer", "county_finance")
			w.account(t, "other")
			w.who(t, func(tx identity.Tx) error {
				for _, find := range []func() (identity.Account, error){
					func() (identity.Account, error) { return tx.FindLogin("qixia") }, func() (identity.Account, error) { return tx.Account(a.ID) },
				} {
					got, err := find()
					if diff := cmp.Diff(a, got, secrets()); err != nil || diff != "" {
						t.Error(err, diff)
					}
				}
				return nil
			})
			got, err := w.Identity().AccountByID(context.Background(), a.ID)
			if diff := cmp.Diff(plain(a), got, secrets()); err != nil || diff != "" {
				t.Error(err, diff)
			}
			if _, err := w.Identity().AccountByID(context.Background(), "none"); fault.CodeOf(err) != fault.NotFound {
				t.Error(err)
			}
			w.whoRefused(t, fault.NotFound, func(tx identity.Tx) error { _, err := tx.FindLogin("none"); return err })
		}},
		{"accounts are listed in an order, searched literally, by role, region and state", func(t *testing.T, w *world) {
			b, a := w.account(t, "bb", "county_filer"), w.account(t, "aa", "county_filer", "county_finance")
			shut := w.account(t, "a_c")
			shut.Disabled, shut.UpdatedAt = true, day(9)
			w.who(t, func(tx identity.Tx) error { return tx.SaveAccount(&shut) })
			yes, no := true, false
			for _, tt := range []struct {
				q     identity.Query
				want  []identity.Account
				total int
			}{
				{identity.Query{Role: "county_filer"}, []identity.Account{plain(a), plain(b)}, 2},
				{identity.Query{Role: "county_filer", Page: 2, PageSize: 1}, []identity.Account{plain(b)}, 2},
				{identity.Query{Disabled: &yes}, []identity.Account{plain(shut)}, 1},
				{identity.Query{Disabled: &no, Sort: "-login"}, []identity.Account{plain(b), plain(a)}, 2},
				{identity.Query{Sort: "-updated", PageSize: 1}, []identity.Account{plain(shut)}, 3},
				{identity.Query{Region: "370000"}, []identity.Account{plain(a), plain(b)}, 2},
				{identity.Query{Region: "370600", Role: "county_finance"}, []identity.Account{plain(a)}, 1},
				{identity.Query{Region: "370100"}, []identity.Account{}, 0},
				{identity.Query{Text: "AA"}, []identity.Account{plain(a)}, 1},
				{identity.Query{Text: "%"}, []identity.Account{}, 0},
				{identity.Query{Text: "乡村振兴", Role: "county_finance"}, []identity.Account{plain(a)}, 1},
			} {
				got, total, err := w.Identity().Accounts(context.Background(), tt.q)
				if diff := cmp.Diff(tt.want, got, secrets()); err != nil || diff != "" || total != tt.total {
					t.Errorf("%+v: total %d %v %s", tt.q, total, err, diff)
				}
			}
			if _, _, err := w.Identity().Accounts(context.Background(), identity.Query{Sort: "password_hash"}); fault.CodeOf(err) != fault.Invalid {
				t.Errorf("an order that is not known: %v", err)
			}
			if _, total, _ := w.Identity().Accounts(context.Background(), identity.Query{Text: "a_c"}); total != 1 {
				t.Errorf("_ is not literal: %d", total)
			}
		}},
		{"a login is given once, a grant once, and a stale account is stale", func(t *testing.T, w *world) {
			a := w.account(t, "qixia", "county_filer")
			again := a
			again.ID = "other"
			w.whoRefused(t, fault.Refused, func(tx identity.Tx) error { return tx.CreateAccount(again) })
			w.whoRefused(t, fault.Refused, func(tx identity.Tx) error {
				return tx.AddGrant(a.ID, identity.Grant{ID: "new", Role: "county_filer", Region: "370686", GrantedBy: "console", GrantedAt: day(2)})
			})
			stale := a
			w.who(t, func(tx identity.Tx) error { a.Disabled = true; return tx.SaveAccount(&a) })
			w.whoRefused(t, fault.Stale, func(tx identity.Tx) error { return tx.SaveAccount(&stale) })
			w.who(t, func(tx identity.Tx) error { return tx.RemoveGrant(a.ID, a.Grants[0].ID) })
			w.whoRefused(t, fault.NotFound, func(tx identity.Tx) error { return tx.RemoveGrant(a.ID, a.Grants[0].ID) })
			got, err := w.Identity().AccountByID(context.Background(), a.ID)
			if err != nil || got.Version != 2 || !got.Disabled || len(got.Grants) != 0 {
				t.Errorf("%+v %v", got, err)
			}
		}},
		{"active holders are counted once each, disabled ones not", func(t *testing.T, w *world) {
			w.account(t, "one", "sysadmin")
			off := w.account(t, "two", "sysadmin")
			w.who(t, func(tx identity.Tx) error {
				if err := tx.AddGrant("id-one", identity.Grant{ID: "more", Role: "sysadmin", Region: "370000", GrantedBy: "console", GrantedAt: day(2)}); err != nil {
					return err
				}
				for _, want := range []int{2, 1} {
					if n, err := tx.ActiveHolders("sysadmin"); n != want || err != nil {
						t.Errorf("%d holders, %v; want %d", n, err, want)
					}
					off.Disabled = true
					if want == 2 {
						if err := tx.SaveAccount(&off); err != nil {
							return err
						}
					}
				}
				return nil
			})
		}},
		{"administration runs one after another, over two replicas", func(t *testing.T, w *world) {
			stores := []*store.Store{w.Store, Open(t, w.dsn, store.Options{})}
			var inside atomic.Int32
			var all sync.WaitGroup
			for i := range 10 {
				all.Go(func() {
					err := stores[i%2].Identity().InTx(context.Background(), func(tx identity.Tx) error {
						if err := tx.LockAdministration(); err != nil {
							return err
						}
						if inside.Add(1) > 1 {
							t.Error("two at once")
						}
						time.Sleep(2 * time.Millisecond)
						inside.Add(-1)
						return nil
					})
					if err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
		}},
		{"events go into the account's audit stream, kept or lost with their act", func(t *testing.T, w *world) {
			a := w.account(t, "qixia")
			event := identity.Event{At: day(5), What: identity.GrantAdded, AccountID: a.ID, By: "acc-9", ByName: "安全保密管理员", Address: "10.0.0.1",
				Role: "county_filer", Region: "370686", Reason: "新任"}
			w.who(t, func(tx identity.Tx) error { return tx.Record(event) })
			err := w.Identity().InTx(context.Background(), func(tx identity.Tx) error {
				if err := tx.Record(event); err != nil {
					return err
				}
				return errUndo
			})
			if err != errUndo { //nolint:errorlint // it must be the very same
				t.Errorf("got %v", err)
			}
			entries, err := w.Audit(context.Background(), workflow.AccountStream(a.ID), 0, 0)
			if err != nil || len(entries) != 1 {
				t.Fatalf("%d entries %v", len(entries), err)
			}
			e := entries[0]
			want := audit.Entry{Stream: "account/" + a.ID, Seq: 1, At: day(5), AccountID: "acc-9", Actor: "安全保密管理员", Region: "370686", Action: "grant_added",
				Object: "county_filer", Reason: "新任", Address: "10.0.0.1", PrevHash: e.PrevHash, Hash: e.Hash}
			if diff := cmp.Diff(want, e); diff != "" {
				t.Error(diff)
			}
		}},
	}
}
