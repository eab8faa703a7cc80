package identity

import (
	"context"
	"errors"
	"time"

	"github.com/google/uuid"
)

// Service does everything that can be done with accounts and sessions. It keeps no state but the semaphore of its hashes, so
// replicas run side by side.
type Service struct {
	store  Store
	rules  Rules
	cfg    Config
	hasher *hasher
}

// New makes the service. It refuses a configuration in which a limit is missing, because a forgotten one would be no limit.
func New(store Store, rules Rules, cfg Config) (*Service, error) {
	h, t, p := cfg.Hashing, cfg.Throttle, cfg.Password
	for _, ok := range []bool{
		store != nil, rules != nil, cfg.Clock != nil, cfg.RegionExists != nil, len(cfg.Administrators) > 0,
		cfg.Session.Idle > 0, cfg.Session.Absolute >= cfg.Session.Idle, cfg.Session.TouchEvery > 0, cfg.Session.TouchEvery < cfg.Session.Idle,
		t.Address.sound(), t.Login.sound(), t.Visitor.sound(), t.Visitors.sound(), t.KnownFor > 0,
		p.MinLength > 0, p.MaxLength >= p.LongEnough, p.LongEnough >= p.MinLength,
		h.Memory >= 8 && h.Memory <= maxMemory, h.Time > 0 && h.Time <= maxTime, h.Threads > 0 && h.Threads <= maxThreads,
		h.AtOnce > 0, h.MaxWaiting >= 0, h.MaxWait > 0,
	} {
		if !ok {
			return nil, errors.New("identity: incomplete or contradictory configuration")
		}
	}
	return &Service{store: store, rules: rules, cfg: cfg, hasher: newHasher(h)}, nil
}

func (b Brake) sound() bool {
	return b.Free >= 0 && b.First > 0 && b.Longest >= b.First && b.Forget > b.Longest
}

// now is the instant of this act, in the precision both databases keep.
func (s *Service) now() time.Time { return s.cfg.Clock().UTC().Truncate(time.Microsecond) }

// Account reads one account with its grants, for administrators; fault.NotFound when absent.
func (s *Service) Account(ctx context.Context, id string) (Account, error) {
	return s.store.AccountByID(ctx, id)
}

// Accounts lists a page of accounts and the count of all matches.
func (s *Service) Accounts(ctx context.Context, q Query) ([]Account, int, error) {
	return s.store.Accounts(ctx, q)
}

// Every is all accounts of a query, for a workbook, in the order asked for.
func (s *Service) Every(ctx context.Context, q Query) ([]Account, error) {
	var all []Account
	for q.Page, q.PageSize = 1, 200; ; q.Page++ {
		page, _, err := s.Accounts(ctx, q)
		if err != nil {
			return nil, err
		}
		if all = append(all, page...); len(page) < q.PageSize {
			return all, nil
		}
	}
}

// Sweep deletes what has ended or is forgotten. It may run at any time and on several replicas at once.
func (s *Service) Sweep(ctx context.Context) error {
	now := s.now()
	t := s.cfg.Throttle
	forget := max(t.Address.Forget, t.Login.Forget, t.Visitor.Forget, t.Visitors.Forget)
	return s.store.InTx(ctx, func(tx Tx) error {
		return tx.Forget(now, now.Add(-forget), now.Add(-s.cfg.Throttle.KnownFor))
	})
}

// newID is a fresh identifier: time-ordered, unless the configuration makes them.
func (s *Service) newID() (string, error) {
	if s.cfg.NewID != nil {
		return s.cfg.NewID()
	}
	id, err := uuid.NewV7()
	return id.String(), err
}
