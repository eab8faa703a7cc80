package identity

import (
	"context"
	"time"

	"xianjie/internal/fault"
)

// PasswordChange is a person's own change of password.
type PasswordChange struct {
	Token     Secret // of the session in which it is asked
	Old, New  Secret
	Address   string
	UserAgent string
}

// ChangePassword sets a new password, ends every session of the account and opens a new one, whose token it returns. Wrong
// old or unfit new passwords are fault.Invalid with their places (/oldPassword, /newPassword); attempts at the old one are
// braked as at sign-in.
func (s *Service) ChangePassword(ctx context.Context, in PasswordChange) (Secret, Session, error) {
	_, a, err := s.Resolve(ctx, in.Token)
	if err != nil {
		return Secret{}, Session{}, err
	}
	if err := s.cfg.Password.check(in.New, a.Login, "/newPassword"); err != nil {
		return Secret{}, Session{}, err
	}
	if normalise(in.New) == normalise(in.Old) {
		return Secret{}, Session{}, wrongPlace("/newPassword", "新口令不能与原口令相同")
	}
	g := guess{login: a.Login, address: clip(in.Address, maxAddress), known: true}
	if err := s.store.InTx(ctx, func(tx Tx) error { return s.count(tx, g) }); err != nil {
		return Secret{}, Session{}, err
	}
	right, _, err := s.compare(ctx, g, a.PasswordHash, in.Old)
	if err != nil {
		return Secret{}, Session{}, err
	}
	if !right {
		return s.refuse(ctx, g, a.ID, "修改口令时原口令不正确", wrongPlace("/oldPassword", "原口令不正确，请重新输入"))
	}
	fresh, err := s.hasher.hash(ctx, in.New)
	if err != nil {
		return Secret{}, Session{}, err
	}
	return s.replace(ctx, g, a, fresh, in.UserAgent)
}

func wrongPlace(location, message string) error {
	return fault.At("口令未修改，请按提示更正", []fault.Place{{Location: location, Message: message}})
}

// replace puts the new hash in place and ends every session but the one it opens.
func (s *Service) replace(ctx context.Context, g guess, seen Account, fresh Secret, userAgent string) (Secret, Session, error) {
	return s.enter(ctx, g, seen, userAgent, PasswordChanged, func(tx Tx, a *Account, now time.Time) error {
		a.PasswordHash, a.MustChange, a.UpdatedAt = fresh, false, now
		if err := tx.SaveAccount(a); err != nil {
			return err
		}
		return tx.EndSessions(a.ID)
	})
}
