package identity

import (
	"context"

	"xianjie/internal/fault"
)

// guess is one counted attempt at a password.
type guess struct {
	login, address string
	known          bool // the address has signed in to this account before: the login's brake does not apply
}

// counters are the counters an attempt is counted in, each with its brake, always in this order so that two never wait for
// each other.
func (s *Service) counters(g guess) ([]string, []Brake) {
	keys, brakes := []string{pairKey(g.login, g.address)}, []Brake{s.cfg.Throttle.Address}
	if !g.known {
		keys, brakes = append(keys, loginKey(g.login)), append(brakes, s.cfg.Throttle.Login)
	}
	return keys, brakes
}

// count counts the attempt before its password is looked at. It refuses (fault.TooMany) while a pause lasts; then nothing is
// counted, so knocking does not prolong the pause.
func (s *Service) count(tx Tx, g guess) error {
	now := s.now()
	keys, brakes := s.counters(g)
	counted := make([]Counter, len(keys))
	for i, key := range keys {
		c, err := tx.Counter(key)
		if err != nil {
			return err
		}
		next, wait := brakes[i].attempt(c, now)
		if wait > 0 {
			f := fault.New(fault.TooMany, "尝试次数过多，请 %s后再试；忘记口令请联系系统管理员重置", waitText(wait))
			f.RetryAfter = wait
			return f
		}
		counted[i] = next
	}
	for i, key := range keys {
		if err := tx.SaveCounter(key, counted[i]); err != nil {
			return err
		}
	}
	return nil
}

// failed lets the pauses of a wrong password begin now, after the time the hash took, and records the failure when the login
// exists. It writes in either case, so that both take the same time.
func (s *Service) failed(ctx context.Context, g guess, accountID, reason string) error {
	now := s.now()
	return s.store.InTx(ctx, func(tx Tx) error {
		keys, brakes := s.counters(g)
		for i, key := range keys {
			c, err := tx.Counter(key)
			if err != nil {
				return err
			}
			c.Last = now
			c.NotBefore = now.Add(brakes[i].pause(c.Failures))
			if err := tx.SaveCounter(key, c); err != nil {
				return err
			}
		}
		if accountID == "" {
			return nil
		}
		return tx.Record(Event{At: now, What: SignInFailed, AccountID: accountID, Address: g.address, Reason: reason})
	})
}

// takeBack undoes count where the password was never looked at, or was right: a right one clears its own address.
func (s *Service) takeBack(tx Tx, g guess, right bool) error {
	keys, brakes := s.counters(g)
	for i, key := range keys {
		c, err := tx.Counter(key)
		if err != nil {
			return err
		}
		c = brakes[i].takeBack(c)
		if right && i == 0 {
			c = Counter{}
		}
		if err := tx.SaveCounter(key, c); err != nil {
			return err
		}
	}
	return nil
}

// compare looks at the password of a counted attempt. When it cannot, because too many are at it, the attempt is taken back
// even if the caller has gone.
func (s *Service) compare(ctx context.Context, g guess, stored, password Secret) (right, outdated bool, err error) {
	right, outdated, err = s.hasher.matches(ctx, stored, password)
	if err != nil {
		undo := s.store.InTx(context.WithoutCancel(ctx), func(tx Tx) error { return s.takeBack(tx, g, false) })
		if undo != nil {
			return false, false, undo
		}
	}
	return right, outdated, err
}
