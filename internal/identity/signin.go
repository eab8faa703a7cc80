package identity

import (
	"context"
	"errors"
	"strings"
	"time"

	"xianjie/internal/fault"
)

// SignIn is what a person types, and where from.
type SignIn struct {
	Login     string
	Password  Secret
	Code      string // of the second factor; "" when none was typed
	Address   string // from AddressPolicy.Client
	UserAgent string
}

// SignIn opens a session and returns its token, which exists nowhere else. A wrong login or password is fault.SignedOut, the
// same for both; too many attempts fault.TooMany and too many people at once fault.Unavailable, both with RetryAfter; a
// disabled account fault.Forbidden, told only to who knows its password. So is that the account has a second factor:
// fault.SecondFactor when no code was typed; a wrong or spent one is fault.SignedOut and braked as a wrong password.
func (s *Service) SignIn(ctx context.Context, in SignIn) (Secret, Session, error) {
	g := guess{login: loginOf(in.Login), address: clip(in.Address, maxAddress)}
	var a Account
	var f Factor
	err := s.store.InTx(ctx, func(tx Tx) error {
		found, err := tx.FindLogin(g.login)
		switch {
		case err == nil:
			a = found
			if g.known, err = tx.KnownAddress(a.ID, bucket(g.address), s.now().Add(-s.cfg.Throttle.KnownFor)); err != nil {
				return err
			}
		case fault.CodeOf(err) != fault.NotFound:
			return err
		}
		if f, err = tx.Factor(a.ID); err != nil { // asked for an unknown login as well, so that both cost the same
			return err
		}
		return s.count(tx, g)
	})
	if err != nil {
		return Secret{}, Session{}, err
	}
	right, outdated, err := s.compare(ctx, g, a.PasswordHash, in.Password)
	if err != nil {
		return Secret{}, Session{}, err
	}
	if !right {
		return s.refuse(ctx, g, a.ID, "口令不正确", fault.New(fault.SignedOut, "账号或口令不正确，请核对后再试"))
	}
	if a.Disabled {
		return s.refuse(ctx, g, a.ID, "账号已停用", fault.New(fault.Forbidden, "账号已停用，请联系系统管理员"))
	}
	step := int64(0)
	if a.SecondFactor {
		if strings.TrimSpace(in.Code) == "" {
			return s.askForCode(ctx, g)
		}
		if step, right = f.step(in.Code, s.now()); !right {
			return s.refuse(ctx, g, a.ID, "动态码不正确", codeRefused())
		}
	}
	fresh := a.PasswordHash
	if outdated {
		if fresh, err = s.hasher.hash(ctx, in.Password); err != nil {
			fresh = a.PasswordHash // too many at once: next time will do
		}
	}
	token, session, err := s.admit(ctx, g, a, fresh, in.UserAgent, func(tx Tx) error {
		if !a.SecondFactor {
			return nil
		}
		spent, err := tx.SpendStep(a.ID, f, step)
		if err == nil && !spent {
			err = errSpent
		}
		return err
	})
	if errors.Is(err, errSpent) {
		return s.refuse(ctx, g, a.ID, "动态码已经用过", codeRefused())
	}
	return token, session, err
}

// errSpent is a code that another sign-in used between being looked at and being noted.
var errSpent = errors.New("identity: code spent")

func codeRefused() error {
	return fault.New(fault.SignedOut, "动态码不正确或已经用过，请填写验证器上新的 6 位数字")
}

// askForCode answers who knows the password but typed no code. It was no guess, so it is not counted; nor does it clear what was.
func (s *Service) askForCode(ctx context.Context, g guess) (Secret, Session, error) {
	if err := s.store.InTx(ctx, func(tx Tx) error { return s.takeBack(tx, g, false) }); err != nil {
		return Secret{}, Session{}, err
	}
	return Secret{}, Session{}, fault.New(fault.SecondFactor, "请填写手机验证器上显示的 6 位动态码")
}

func (s *Service) refuse(ctx context.Context, g guess, accountID, reason string, answer error) (Secret, Session, error) {
	if err := s.failed(ctx, g, accountID, reason); err != nil {
		return Secret{}, Session{}, err
	}
	return Secret{}, Session{}, answer
}

// admit opens the session and keeps the hash anew when its cost was raised.
func (s *Service) admit(ctx context.Context, g guess, seen Account, fresh Secret, userAgent string, spend func(Tx) error) (Secret, Session, error) {
	return s.enter(ctx, g, seen, userAgent, SignedIn, func(tx Tx, a *Account, now time.Time) error {
		if err := spend(tx); err != nil {
			return err
		}
		if fresh.Reveal() != a.PasswordHash.Reveal() {
			a.PasswordHash = fresh
			if err := tx.SaveAccount(a); err != nil {
				return err
			}
		}
		return tx.RememberAddress(a.ID, bucket(g.address), now)
	})
}

// enter opens a session for who knew the password, with what else changes by it, unless the account was changed while the password
// was being compared.
func (s *Service) enter(ctx context.Context, g guess, seen Account, userAgent string, what Happening,
	change func(Tx, *Account, time.Time) error) (Secret, Session, error) {
	token, hash := newToken()
	var session Session
	err := s.store.InTx(ctx, func(tx Tx) error {
		now := s.now()
		a, err := tx.Account(seen.ID)
		if err != nil {
			return err
		}
		if a.Disabled || a.PasswordHash.Reveal() != seen.PasswordHash.Reveal() || a.SecondFactor != seen.SecondFactor {
			return fault.New(fault.SignedOut, "账号刚被修改，请重新登录")
		}
		if err := change(tx, &a, now); err != nil {
			return err
		}
		if err := s.takeBack(tx, g, true); err != nil {
			return err
		}
		session = s.cfg.Session.open(a.ID, hash, g.address, userAgent, now)
		if err := tx.AddSession(session); err != nil {
			return err
		}
		return tx.Record(Event{At: now, What: what, AccountID: a.ID, By: a.ID, ByName: a.Name, Address: g.address})
	})
	if err != nil {
		return Secret{}, Session{}, err
	}
	return token, session, nil
}
