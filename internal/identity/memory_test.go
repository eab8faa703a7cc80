package identity

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"xianjie/internal/fault"
)

// memory keeps what Store promises in maps: one transaction at a time, rolled back as a whole.
type memory struct {
	mu    sync.Mutex
	state state
	fail  map[string]error // by method: what the next call of it answers
}

type state struct {
	accounts map[string]Account
	sessions map[string]Session
	counters map[string]Counter
	known    map[[2]string]time.Time
	events   []Event
	answers  map[string]Answer
	factors  map[string]Factor
}

func newMemory() *memory {
	return &memory{fail: map[string]error{}, state: state{
		accounts: map[string]Account{}, sessions: map[string]Session{}, counters: map[string]Counter{}, known: map[[2]string]time.Time{},
		answers: map[string]Answer{}, factors: map[string]Factor{},
	}}
}

func (m *memory) InTx(ctx context.Context, do func(Tx) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	saved := state{maps.Clone(m.state.accounts), maps.Clone(m.state.sessions), maps.Clone(m.state.counters), maps.Clone(m.state.known), slices.Clone(m.state.events),
		maps.Clone(m.state.answers), maps.Clone(m.state.factors)}
	err := do(memoryTx{m})
	if err != nil {
		m.state = saved
	}
	return err
}

func (m *memory) Load(_ context.Context, hash string, now time.Time) (Session, Account, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.fail["Load"]; err != nil {
		return Session{}, Account{}, err
	}
	s, ok := m.state.sessions[hash]
	a := m.state.accounts[s.AccountID]
	if !ok || !now.Before(s.IdleUntil) || !now.Before(s.EndsAt) || a.Disabled {
		return Session{}, Account{}, fault.New(fault.SignedOut, "登录已失效，请重新登录")
	}
	return s, copied(a), nil
}

func (m *memory) Touch(_ context.Context, hash string, seen, idleUntil time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if s, ok := m.state.sessions[hash]; ok && seen.After(s.SeenAt) {
		s.SeenAt, s.IdleUntil = seen, idleUntil
		m.state.sessions[hash] = s
	}
	return m.fail["Touch"]
}

func (m *memory) AccountByID(_ context.Context, id string) (Account, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	a, err := memoryTx{m}.Account(id)
	a.PasswordHash = Secret{}
	return a, err
}

func (m *memory) Accounts(_ context.Context, q Query) ([]Account, int, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	found := []Account{}
	for _, a := range m.state.accounts {
		if strings.Contains(a.Login+a.Name+a.Unit, q.Text) && (q.Role == "" || a.Holds(q.Role)) {
			a.PasswordHash = Secret{}
			found = append(found, copied(a))
		}
	}
	slices.SortFunc(found, func(a, b Account) int { return strings.Compare(a.Login, b.Login) })
	total := len(found)
	from := min((q.Page-1)*q.PageSize, total)
	return found[from:min(from+q.PageSize, total)], total, nil
}

func copied(a Account) Account {
	a.Grants = slices.Clone(a.Grants)
	return a
}

type memoryTx struct{ *memory }

func (t memoryTx) LockAdministration() error { return t.fail["LockAdministration"] }

func (t memoryTx) FindLogin(login string) (Account, error) {
	for _, a := range t.state.accounts {
		if a.Login == login {
			return copied(a), t.fail["FindLogin"]
		}
	}
	return Account{}, fault.New(fault.NotFound, "没有这个账号")
}

func (t memoryTx) Account(id string) (Account, error) {
	a, ok := t.state.accounts[id]
	if !ok {
		return Account{}, fault.New(fault.NotFound, "没有这个账号")
	}
	return copied(a), t.fail["Account"]
}

func (t memoryTx) CreateAccount(a Account) error {
	if _, err := t.FindLogin(a.Login); err == nil {
		return fault.New(fault.Refused, "账号名“%s”已被使用", a.Login)
	}
	t.state.accounts[a.ID] = copied(a)
	return t.fail["CreateAccount"]
}

func (t memoryTx) SaveAccount(a *Account) error {
	old := t.state.accounts[a.ID]
	if old.Version != a.Version {
		return fault.New(fault.Stale, "账号已被他人修改")
	}
	a.Version++
	kept := copied(*a)
	kept.Grants = old.Grants
	t.state.accounts[a.ID] = kept
	return t.fail["SaveAccount"]
}

func (t memoryTx) AddGrant(accountID string, g Grant) error {
	a := copied(t.state.accounts[accountID])
	a.Grants = append(a.Grants, g)
	t.state.accounts[accountID] = a
	return t.fail["AddGrant"]
}

func (t memoryTx) RemoveGrant(accountID, grantID string) error {
	a := copied(t.state.accounts[accountID])
	a.Grants = slices.DeleteFunc(a.Grants, func(g Grant) bool { return g.ID == grantID })
	t.state.accounts[accountID] = a
	return t.fail["RemoveGrant"]
}

func (t memoryTx) ActiveHolders(role string) (int, error) {
	n := 0
	for _, a := range t.state.accounts {
		if !a.Disabled && a.Holds(role) {
			n++
		}
	}
	return n, t.fail["ActiveHolders"]
}

func (t memoryTx) Factor(accountID string) (Factor, error) {
	return t.state.factors[accountID], t.fail["Factor"]
}

func (t memoryTx) DrawFactor(accountID string, secret Secret) error {
	t.state.factors[accountID] = Factor{Secret: secret}
	return t.fail["DrawFactor"]
}

func (t memoryTx) ConfirmFactor(accountID string, f Factor, step int64, _ time.Time) (bool, error) {
	kept := t.state.factors[accountID]
	ok := !kept.Confirmed && kept.Secret.Reveal() == f.Secret.Reveal()
	if ok {
		t.state.factors[accountID] = Factor{Secret: f.Secret, LastStep: step, Confirmed: true}
	}
	return ok, t.fail["ConfirmFactor"]
}

func (t memoryTx) SpendStep(accountID string, f Factor, step int64) (bool, error) {
	kept := t.state.factors[accountID]
	ok := kept.Confirmed && kept.Secret.Reveal() == f.Secret.Reveal() && kept.LastStep < step
	if ok {
		kept.LastStep = step
		t.state.factors[accountID] = kept
	}
	return ok, t.fail["SpendStep"]
}

func (t memoryTx) RemoveFactor(accountID string) error {
	delete(t.state.factors, accountID)
	return t.fail["RemoveFactor"]
}

func (t memoryTx) AddSession(s Session) error {
	t.state.sessions[s.TokenHash] = s
	return t.fail["AddSession"]
}

func (t memoryTx) EndSession(hash string) (Session, bool, error) {
	s, ok := t.state.sessions[hash]
	delete(t.state.sessions, hash)
	return s, ok, t.fail["EndSession"]
}

func (t memoryTx) EndSessions(accountID string) error {
	maps.DeleteFunc(t.state.sessions, func(_ string, s Session) bool { return s.AccountID == accountID })
	return t.fail["EndSessions"]
}

func (t memoryTx) Counter(key string) (Counter, error) {
	return t.state.counters[key], t.fail["Counter"]
}

func (t memoryTx) SaveCounter(key string, c Counter) error {
	t.state.counters[key] = c
	if c == (Counter{}) {
		delete(t.state.counters, key)
	}
	return t.fail["SaveCounter"]
}

func (t memoryTx) KnownAddress(accountID, address string, since time.Time) (bool, error) {
	at, ok := t.state.known[[2]string{accountID, address}]
	return ok && !at.Before(since), t.fail["KnownAddress"]
}

func (t memoryTx) RememberAddress(accountID, address string, at time.Time) error {
	t.state.known[[2]string{accountID, address}] = at
	return t.fail["RememberAddress"]
}

func (t memoryTx) Record(e Event) error {
	t.state.events = append(t.state.events, e)
	return t.fail["Record"]
}

func (t memoryTx) KeepAnswer(token string, a Answer) error {
	t.state.answers[token] = a
	return t.fail["KeepAnswer"]
}

func (t memoryTx) Forget(now, counters, addresses time.Time) error {
	maps.DeleteFunc(t.state.sessions, func(_ string, s Session) bool { return !s.live(now) })
	maps.DeleteFunc(t.state.counters, func(_ string, c Counter) bool { return c.Last.Before(counters) && c.NotBefore.Before(counters) })
	maps.DeleteFunc(t.state.known, func(_ [2]string, at time.Time) bool { return at.Before(addresses) })
	return t.fail["Forget"]
}
