package identity

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/policy/access"
)

const (
	good   = "Spring-Rain-2022"
	office = "10.1.1.1"
)

// world is a service over memory with a clock that the test turns.
type world struct {
	*Service
	t     *testing.T
	store *memory
	clock time.Time
}

// cheap is a hashing cost for tests that are not about the cost.
func cheap() Hashing {
	return Hashing{Memory: 8, Time: 1, Threads: 1, AtOnce: 4, MaxWaiting: 100, MaxWait: 10 * time.Second}
}

// rules are the real ones, compiled once.
var rules = sync.OnceValues(access.New)

func newWorld(t *testing.T, change ...func(*Config)) *world {
	t.Helper()
	w := &world{t: t, store: newMemory(), clock: time.Date(2022, 11, 20, 1, 0, 0, 123456789, time.UTC)}
	rules, err := rules()
	if err != nil {
		t.Fatal(err)
	}
	cfg := Defaults()
	cfg.Clock = func() time.Time { return w.clock }
	cfg.RegionExists = func(code string) bool { return strings.HasPrefix(code, "37") }
	cfg.Hashing = cheap()
	for _, c := range change {
		c(&cfg)
	}
	if w.Service, err = New(w.store, rules, cfg); err != nil {
		t.Fatal(err)
	}
	return w
}

// account makes an account whose password stands, with a grant when role is given.
func (w *world) account(login, role, region string) Account {
	w.t.Helper()
	a, _, err := w.CreateAccount(w.t.Context(), Console, office, NewAccount{Login: login, Name: "蓬莱区 " + login, Unit: "蓬莱区", Password: NewSecret(good), KeepPassword: true})
	if err != nil {
		w.t.Fatal(err)
	}
	if role != "" {
		if a, _, err = w.AddGrant(w.t.Context(), Act{By: Console, Account: a.ID, Version: a.Version}, role, region); err != nil {
			w.t.Fatal(err)
		}
	}
	return a
}

func (w *world) signIn(login, password, address string) (Secret, Session, error) {
	return w.SignIn(w.t.Context(), SignIn{Login: login, Password: NewSecret(password), Address: address, UserAgent: "Firefox"})
}

// token signs in and must succeed.
func (w *world) token(login string) Secret {
	w.t.Helper()
	token, _, err := w.signIn(login, good, office)
	if err != nil {
		w.t.Fatal(err)
	}
	return token
}

func (w *world) after(d time.Duration) { w.clock = w.clock.Add(d) }

// happened is what was recorded for an account, in order.
func (w *world) happened(accountID string) []Happening {
	var found []Happening
	for _, e := range w.store.state.events {
		if e.AccountID == accountID {
			found = append(found, e.What)
		}
	}
	return found
}

func (w *world) mustHaveHappened(accountID string, want ...Happening) {
	w.t.Helper()
	if got := w.happened(accountID); !slices.Equal(got, want) {
		w.t.Errorf("recorded %v, want %v", got, want)
	}
}

func mustBe(t *testing.T, err error, code fault.Code, part string) {
	t.Helper()
	if fault.CodeOf(err) != code || (part != "" && !strings.Contains(err.Error(), part)) {
		t.Errorf("got %v, want %s with %q", err, code, part)
	}
}

func waitOf(t *testing.T, err error) time.Duration {
	t.Helper()
	f, ok := errors.AsType[*fault.Error](err)
	if !ok || f.Code != fault.TooMany {
		t.Fatalf("got %v, want too_many", err)
	}
	return f.RetryAfter
}
