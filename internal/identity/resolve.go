package identity

import (
	"context"

	"xianjie/internal/fault"
)

// Resolve finds the session of a token together with the account and its grants as they are now, and notes the use.
// fault.SignedOut when there is none, when it has ended, or when the account is disabled. When the account MustChange, the
// caller allows nothing but ChangePassword and SignOut.
func (s *Service) Resolve(ctx context.Context, token Secret) (Session, Account, error) {
	hash := tokenHash(token)
	if hash == "" {
		return Session{}, Account{}, ended()
	}
	now := s.now()
	session, a, err := s.store.Load(ctx, hash, now)
	if err != nil {
		return Session{}, Account{}, err
	}
	if a.Disabled || !session.live(now) {
		return Session{}, Account{}, ended()
	}
	if now.Sub(session.SeenAt) >= s.cfg.Session.TouchEvery {
		session.SeenAt, session.IdleUntil = now, s.cfg.Session.idleUntil(now, session.EndsAt)
		if err := s.store.Touch(ctx, hash, session.SeenAt, session.IdleUntil); err != nil {
			return Session{}, Account{}, err
		}
	}
	return session, a, nil
}

// SignOut ends the session of a token. A token without session is no error: the person is out.
func (s *Service) SignOut(ctx context.Context, token Secret) error {
	hash := tokenHash(token)
	if hash == "" {
		return nil
	}
	return s.store.InTx(ctx, func(tx Tx) error {
		session, ok, err := tx.EndSession(hash)
		if err != nil || !ok {
			return err
		}
		a, err := tx.Account(session.AccountID)
		if err != nil {
			return err
		}
		return tx.Record(Event{At: s.now(), What: SignedOut, AccountID: a.ID, By: a.ID, ByName: a.Name, Address: session.Address})
	})
}

func ended() error { return fault.New(fault.SignedOut, "登录已失效，请重新登录") }
