package identity

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"xianjie/internal/fault"
)

func TestSignInOpensASession(t *testing.T) {
	w := newWorld(t)
	a := w.account("filer", "county_filer", "370686")
	token, session, err := w.SignIn(t.Context(), SignIn{Login: "  FILER ", Password: NewSecret(good), Address: office, UserAgent: strings.Repeat("火", 300) + "\x00"})
	if err != nil {
		t.Fatal(err)
	}
	if len(token.Reveal()) != 43 || session.TokenHash == token.Reveal() || len(session.TokenHash) != 64 {
		t.Error("the token is not 256 bits kept as a hash")
	}
	if session.CreatedAt.Nanosecond()%1000 != 0 || len([]rune(session.UserAgent)) != 256 {
		t.Errorf("session %+v", session)
	}
	_, got, err := w.Resolve(t.Context(), token)
	if err != nil || got.ID != a.ID || len(got.Grants) != 1 || got.Grants[0].Role != "county_filer" {
		t.Errorf("resolved %+v, %v", got, err)
	}
	w.mustHaveHappened(a.ID, AccountCreated, GrantAdded, SignedIn)
	other, _, err := w.signIn("filer", good, office)
	if err != nil || other.Reveal() == token.Reveal() {
		t.Error("two sign-ins share a token")
	}
}

func TestSignInRefusals(t *testing.T) {
	w := newWorld(t)
	a := w.account("filer", "", "")
	gone := w.account("gone", "", "")
	if _, err := w.Disable(t.Context(), Act{By: Console, Account: gone.ID}); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, login, password string
		code                  fault.Code
	}{
		{"a wrong password", "filer", good + "x", fault.SignedOut},
		{"an empty password", "filer", "", fault.SignedOut},
		{"the password in capitals", "filer", strings.ToUpper(good), fault.SignedOut},
		{"an unknown login", "nobody", good, fault.SignedOut},
		{"an empty login", "", "", fault.SignedOut},
		{"a login of rubbish", "\x00\xff' OR 1=1 --", good, fault.SignedOut},
		{"a disabled account with a wrong password", "gone", "x", fault.SignedOut},
		{"a disabled account with its password", "gone", good, fault.Forbidden},
	}
	var message string
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := w.signIn(tt.login, tt.password, office)
			mustBe(t, err, tt.code, "")
			if tt.code == fault.SignedOut {
				if message == "" {
					message = err.Error()
				}
				if err.Error() != message {
					t.Errorf("%q tells more than %q", err, message)
				}
			}
		})
	}
	if len(w.store.state.sessions) != 0 {
		t.Error("a session was opened")
	}
	w.mustHaveHappened(a.ID, AccountCreated, SignInFailed, SignInFailed, SignInFailed)
	for _, e := range w.store.state.events {
		if e.AccountID == "" || strings.Contains(fmt.Sprint(e), "nobody") {
			t.Errorf("an attempt at no account was recorded: %+v", e)
		}
	}
	for key := range w.store.state.counters {
		if strings.Contains(key, "filer") || strings.Contains(key, "nobody") {
			t.Errorf("a counter spells a login: %s", key)
		}
	}
}

func TestAnUnknownLoginCostsTheSameWork(t *testing.T) {
	w := newWorld(t)
	w.account("filer", "", "")
	before := len(w.store.state.counters)
	_, _, _ = w.signIn("filer", "wrong", "10.9.9.1")
	existing := len(w.store.state.counters) - before
	_, _, _ = w.signIn("nobody", "wrong", "10.9.9.2")
	if unknown := len(w.store.state.counters) - before - existing; unknown != existing {
		t.Errorf("%d counters for an existing login, %d for an unknown one", existing, unknown)
	}
	// One hash is computed in either case: with no slot free, both are refused alike.
	w = newWorld(t, func(c *Config) { c.Hashing.MaxWaiting = 0 })
	w.account("filer", "", "")
	if err := w.hasher.slots.Acquire(t.Context(), int64(w.cfg.Hashing.AtOnce)); err != nil {
		t.Fatal(err)
	}
	for _, login := range []string{"filer", "nobody"} {
		_, _, err := w.signIn(login, good, office)
		mustBe(t, err, fault.Unavailable, "")
	}
}

func TestAPasswordChangedWhileBeingComparedOpensNothing(t *testing.T) {
	w := newWorld(t)
	a := w.account("filer", "", "")
	seen := w.store.state.accounts[a.ID]
	g := guess{login: "filer", address: office}
	if _, _, err := w.ResetPassword(t.Context(), Act{By: Console, Account: a.ID}); err != nil {
		t.Fatal(err)
	}
	_, _, err := w.admit(t.Context(), g, seen, seen.PasswordHash, "", func(Tx) error { return nil })
	mustBe(t, err, fault.SignedOut, "重新登录")
	seen = w.store.state.accounts[a.ID]
	if _, err := w.Disable(t.Context(), Act{By: Console, Account: a.ID}); err != nil {
		t.Fatal(err)
	}
	_, _, err = w.admit(t.Context(), g, seen, seen.PasswordHash, "", func(Tx) error { return nil })
	mustBe(t, err, fault.SignedOut, "重新登录")
	if len(w.store.state.sessions) != 0 {
		t.Error("a session was opened")
	}
}

func TestAHashOfAnotherCostIsMadeAnewAtSignIn(t *testing.T) {
	w := newWorld(t)
	a := w.account("filer", "", "")
	w.hasher.cost.Time = 2
	w.token("filer")
	if p, err := parsePHC(w.store.state.accounts[a.ID].PasswordHash.Reveal()); err != nil || p.time != 2 {
		t.Errorf("hash %+v, %v", p, err)
	}
	w.token("filer")
}

func TestNothingIsHalfDone(t *testing.T) {
	broken := errors.New("disk")
	for _, method := range []string{"Account", "Counter", "SaveCounter", "RememberAddress", "AddSession", "Record", "KnownAddress", "FindLogin"} {
		t.Run(method, func(t *testing.T) {
			w := newWorld(t)
			w.account("filer", "", "")
			events := len(w.store.state.events)
			w.store.fail[method] = broken
			if _, _, err := w.signIn("filer", good, office); !errors.Is(err, broken) {
				t.Errorf("got %v", err)
			}
			if len(w.store.state.sessions) != 0 || len(w.store.state.events) != events || len(w.store.state.known) != 0 {
				t.Errorf("left behind: %+v", w.store.state)
			}
		})
	}
}
