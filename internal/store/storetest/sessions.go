package storetest

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
)

func sessionOf(a identity.Account, token string) identity.Session {
	return identity.Session{TokenHash: digest(token), AccountID: a.ID, Address: "10.0.0.1", UserAgent: "Mozilla", CreatedAt: day(5), SeenAt: day(5),
		IdleUntil: day(5).Add(30 * time.Minute), EndsAt: day(5).Add(12 * time.Hour)}
}

func sessionScenarios() []scenario {
	return []scenario{
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
	}
}
