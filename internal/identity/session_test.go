package identity

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"xianjie/internal/fault"
)

func TestASessionEnds(t *testing.T) {
	tests := []struct {
		name string
		do   func(w *world, a Account, token Secret)
		live bool
	}{
		{"not at once", func(*world, Account, Secret) {}, true},
		{"not a microsecond before the idle time", func(w *world, _ Account, _ Secret) { w.after(w.cfg.Session.Idle - time.Microsecond) }, true},
		{"at the idle time", func(w *world, _ Account, _ Secret) { w.after(w.cfg.Session.Idle) }, false},
		{"not while it is used", func(w *world, _ Account, token Secret) { w.useEvery(token, 20*time.Minute, 11*time.Hour) }, true},
		{"at the absolute time, however used", func(w *world, _ Account, token Secret) { w.useEvery(token, 20*time.Minute, 12*time.Hour) }, false},
		{"at sign-out", func(w *world, _ Account, token Secret) { w.must(w.SignOut(w.t.Context(), token)) }, false},
		{"when the account is disabled", func(w *world, a Account, _ Secret) {
			_, err := w.Disable(w.t.Context(), Act{By: Console, Account: a.ID})
			w.must(err)
		}, false},
		{"when it is disabled and enabled again", func(w *world, a Account, _ Secret) {
			_, err := w.Disable(w.t.Context(), Act{By: Console, Account: a.ID})
			w.must(err)
			_, err = w.Enable(w.t.Context(), Act{By: Console, Account: a.ID})
			w.must(err)
		}, false},
		{"when the password is reset", func(w *world, a Account, _ Secret) {
			_, _, err := w.ResetPassword(w.t.Context(), Act{By: Console, Account: a.ID})
			w.must(err)
		}, false},
		{"when the password is changed in another session", func(w *world, _ Account, _ Secret) {
			_, _, err := w.ChangePassword(w.t.Context(), PasswordChange{Token: w.token("filer"), Old: NewSecret(good), New: NewSecret("Autumn-Wind-2022"), Address: office})
			w.must(err)
		}, false},
		{"not when another session signs out", func(w *world, _ Account, _ Secret) { w.must(w.SignOut(w.t.Context(), w.token("filer"))) }, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(t)
			a := w.account("filer", "", "")
			token := w.token("filer")
			tt.do(w, a, token)
			_, _, err := w.Resolve(t.Context(), token)
			if tt.live != (err == nil) {
				t.Errorf("got %v", err)
			}
			if !tt.live {
				mustBe(t, err, fault.SignedOut, "重新登录")
			}
		})
	}
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// useEvery uses the session again and again until the time is up.
func (w *world) useEvery(token Secret, step, whole time.Duration) {
	for end := w.clock.Add(whole); w.clock.Before(end); w.after(step) {
		_, _, err := w.Resolve(w.t.Context(), token)
		w.must(err)
	}
}

func TestUseIsWrittenAtMostOnceAMinute(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	token := w.token("filer")
	w.store.fail["Touch"] = errors.New("written")
	w.after(w.cfg.Session.TouchEvery - time.Microsecond)
	if _, _, err := w.Resolve(t.Context(), token); err != nil {
		t.Errorf("written too early: %v", err)
	}
	w.after(time.Microsecond)
	if _, _, err := w.Resolve(t.Context(), token); err == nil {
		t.Error("not written after a minute")
	}
}

func TestIdleTimeNeverReachesBeyondTheEnd(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	token := w.token("filer")
	w.useEvery(token, 25*time.Minute, w.cfg.Session.Absolute-20*time.Minute)
	session, _, err := w.Resolve(t.Context(), token)
	if err != nil || !session.IdleUntil.Equal(session.EndsAt) || session.EndsAt.Sub(session.CreatedAt) != w.cfg.Session.Absolute {
		t.Errorf("%+v, %v", session, err)
	}
}

func TestWhatCannotBeATokenIsNotLookedUp(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	token := w.token("filer").Reveal()
	w.store.fail["Load"], w.store.fail["EndSession"] = errors.New("looked up"), errors.New("looked up")
	for _, text := range []string{"", "x", token[:42], token + "A", strings.Repeat("=", 43), strings.Repeat("漢", 43), token[:42] + "\n", strings.Repeat("A", 42) + "B"} {
		_, _, err := w.Resolve(t.Context(), NewSecret(text))
		mustBe(t, err, fault.SignedOut, "")
		if err := w.SignOut(t.Context(), NewSecret(text)); err != nil {
			t.Error(err)
		}
	}
	clear(w.store.fail)
	unknown, _ := newToken()
	_, _, err := w.Resolve(t.Context(), unknown)
	mustBe(t, err, fault.SignedOut, "")
	if err := w.SignOut(t.Context(), unknown); err != nil {
		t.Error(err)
	}
}

// lenient answers as a store that forgets to look at the times and at Disabled would.
type lenient struct {
	*memory
	session Session
	account Account
}

func (l *lenient) Load(context.Context, string, time.Time) (Session, Account, error) {
	return l.session, l.account, nil
}

func TestResolveDoesNotTrustTheStoreAlone(t *testing.T) {
	w := newWorld(t)
	a := w.account("filer", "", "")
	token := w.token("filer")
	session, _, err := w.Resolve(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	idle, over := session, session
	idle.IdleUntil = w.now()
	over.EndsAt = w.now()
	a.Disabled = true
	for name, store := range map[string]*lenient{"an idle session": {w.store, idle, Account{}}, "a session that is over": {w.store, over, Account{}}, "a disabled account": {w.store, session, a}} {
		w.Service.store = store
		_, _, err := w.Resolve(t.Context(), token)
		if fault.CodeOf(err) != fault.SignedOut {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRemovedGrantsActAtOnce(t *testing.T) {
	w := newWorld(t)
	a := w.account("filer", "county_filer", "370686")
	token := w.token("filer")
	if _, err := w.RemoveGrant(t.Context(), Act{By: Console, Account: a.ID}, a.Grants[0].ID); err != nil {
		t.Fatal(err)
	}
	if _, got, err := w.Resolve(t.Context(), token); err != nil || len(got.Grants) != 0 {
		t.Errorf("%+v, %v", got.Grants, err)
	}
	w.mustHaveHappened(a.ID, AccountCreated, GrantAdded, SignedIn, GrantRemoved)
}

func TestSweepTakesOnlyWhatHasEnded(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	w.token("filer")
	_, _, _ = w.signIn("nobody", "wrong", office)
	if err := w.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := w.store.state; len(s.sessions) != 1 || len(s.counters) != 2 || len(s.known) != 1 {
		t.Errorf("too much was swept: %+v", s)
	}
	w.after(25 * time.Hour)
	if err := w.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if s := w.store.state; len(s.sessions) != 0 || len(s.counters) != 0 || len(s.known) != 1 {
		t.Errorf("swept: %+v", s)
	}
	w.after(w.cfg.Throttle.KnownFor)
	if err := w.Sweep(t.Context()); err != nil || len(w.store.state.known) != 0 {
		t.Errorf("known: %v, %v", w.store.state.known, err)
	}
}
