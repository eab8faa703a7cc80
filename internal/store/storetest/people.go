package storetest

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/internal/store"
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

func sessionOf(a identity.Account, token string) identity.Session {
	return identity.Session{TokenHash: digest(token), AccountID: a.ID, Address: "10.0.0.1", UserAgent: "Mozilla", CreatedAt: day(5), SeenAt: day(5),
		IdleUntil: day(5).Add(30 * time.Minute), EndsAt: day(5).Add(12 * time.Hour)}
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
		{"accounts are listed by login, searched literally and by role", func(t *testing.T, w *world) {
			b, a := w.account(t, "bb", "county_filer"), w.account(t, "aa", "county_filer", "county_finance")
			w.account(t, "a_c")
			for _, tt := range []struct {
				q     identity.Query
				want  []identity.Account
				total int
			}{
				{identity.Query{Role: "county_filer"}, []identity.Account{plain(a), plain(b)}, 2},
				{identity.Query{Role: "county_filer", Page: 2, PageSize: 1}, []identity.Account{plain(b)}, 2},
				{identity.Query{Text: "AA"}, []identity.Account{plain(a)}, 1},
				{identity.Query{Text: "%"}, []identity.Account{}, 0},
				{identity.Query{Text: "乡村振兴", Role: "county_finance"}, []identity.Account{plain(a)}, 1},
			} {
				got, total, err := w.Identity().Accounts(context.Background(), tt.q)
				if diff := cmp.Diff(tt.want, got, secrets()); err != nil || diff != "" || total != tt.total {
					t.Errorf("%+v: total %d %v %s", tt.q, total, err, diff)
				}
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
		{"a session loads its account and grants until either end, exclusively", func(t *testing.T, w *world) {
			a := w.account(t, "qixia", "county_filer", "county_finance")
			s := sessionOf(a, "token")
			w.who(t, func(tx identity.Tx) error { return tx.AddSession(s) })
			session, account, err := w.Identity().Load(context.Background(), s.TokenHash, day(5))
			if diff := cmp.Diff(s, session) + cmp.Diff(a, account, secrets()); err != nil || diff != "" {
				t.Error(err, diff)
			}
			signedOut := func(name, hash string, now time.Time) {
				t.Helper()
				if _, _, err := w.Identity().Load(context.Background(), hash, now); fault.CodeOf(err) != fault.SignedOut {
					t.Errorf("%s: %v", name, err)
				}
			}
			if _, _, err := w.Identity().Load(context.Background(), s.TokenHash, s.IdleUntil.Add(-time.Microsecond)); err != nil {
				t.Errorf("just before: %v", err)
			}
			signedOut("idle", s.TokenHash, s.IdleUntil)
			signedOut("unknown", digest("else"), day(5))
			w.who(t, func(tx identity.Tx) error { return tx.RemoveGrant(a.ID, a.Grants[0].ID) })
			if _, account, _ := w.Identity().Load(context.Background(), s.TokenHash, day(5)); len(account.Grants) != 1 {
				t.Errorf("a removed grant still acts: %+v", account.Grants)
			}
			w.who(t, func(tx identity.Tx) error { a.Disabled = true; return tx.SaveAccount(&a) })
			signedOut("disabled", s.TokenHash, day(5))
		}},
		{"an account without grants loads too", func(t *testing.T, w *world) {
			a := w.account(t, "qixia")
			w.who(t, func(tx identity.Tx) error { return tx.AddSession(sessionOf(a, "token")) })
			if _, account, err := w.Identity().Load(context.Background(), digest("token"), day(5)); err != nil || account.Grants == nil || len(account.Grants) != 0 {
				t.Errorf("%+v %v", account.Grants, err)
			}
		}},
		{"touching moves a session forward only and never brings one back", func(t *testing.T, w *world) {
			a := w.account(t, "qixia")
			s := sessionOf(a, "token")
			w.who(t, func(tx identity.Tx) error { return tx.AddSession(s) })
			touch := func(seen, idle time.Time, want time.Time) {
				t.Helper()
				if err := w.Identity().Touch(context.Background(), s.TokenHash, seen, idle); err != nil {
					t.Fatal(err)
				}
				got, _, err := w.Identity().Load(context.Background(), s.TokenHash, day(5))
				if err != nil || !got.IdleUntil.Equal(want) {
					t.Errorf("idle until %v, want %v (%v)", got.IdleUntil, want, err)
				}
			}
			later := day(5).Add(40 * time.Minute)
			touch(day(5).Add(10*time.Minute), later, later)
			touch(day(5).Add(5*time.Minute), later.Add(-5*time.Minute), later)
			touch(later, later.Add(30*time.Minute), later) // it has ended by then
			if err := w.Identity().Touch(context.Background(), digest("gone"), day(5), later); err != nil {
				t.Errorf("a session that is gone: %v", err)
			}
		}},
		{"sessions end one by one and all of an account", func(t *testing.T, w *world) {
			a, b := w.account(t, "one"), w.account(t, "two")
			w.who(t, func(tx identity.Tx) error {
				for _, s := range []identity.Session{sessionOf(a, "1"), sessionOf(a, "2"), sessionOf(a, "3"), sessionOf(b, "4")} {
					if err := tx.AddSession(s); err != nil {
						return err
					}
				}
				got, ok, err := tx.EndSession(digest("1"))
				if diff := cmp.Diff(sessionOf(a, "1"), got); err != nil || !ok || diff != "" {
					t.Error(ok, err, diff)
				}
				if _, ok, err := tx.EndSession(digest("1")); ok || err != nil {
					t.Errorf("twice: %v %v", ok, err)
				}
				return tx.EndSessions(a.ID)
			})
			if n := w.count(t, "SELECT count(*) FROM sessions"); n != 1 {
				t.Errorf("%d sessions left, want the other account's", n)
			}
		}},
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
			entries, err := w.Audit(context.Background(), store.AccountStream(a.ID), 0, 0)
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
