package identity

import (
	"context"

	"xianjie/internal/fault"
)

// FactorChange is what a person shows to change his own second factor; which of them each change needs is said there.
type FactorChange struct {
	Token    Secret // of the session in which it is asked
	Password Secret
	Code     string
	Address  string
}

// DrawFactor draws a secret for the account of the session, to be confirmed with a code made with it; one drawn before and not
// confirmed is forgotten. The password is asked again, and attempts at it are braked as at sign-in. fault.Refused when a factor is
// set already.
func (s *Service) DrawFactor(ctx context.Context, in FactorChange) (DrawnFactor, error) {
	a, g, err := s.begin(ctx, in, false)
	if err != nil {
		return DrawnFactor{}, err
	}
	if err := s.recognise(ctx, a, g, in.Password); err != nil {
		return DrawnFactor{}, err
	}
	drawn, err := drawFactor(a.Login)
	if err != nil {
		return DrawnFactor{}, err
	}
	_, err = s.changed(ctx, a, g, func(tx Tx, a *Account) error {
		if a.SecondFactor {
			return factorStands(true)
		}
		return tx.DrawFactor(a.ID, drawn.Secret)
	})
	return drawn, err
}

// ConfirmFactor sets the factor drawn before, once a code shows that the person holds it. A wrong code is fault.Invalid with its
// place (/code) and braked as a wrong password; fault.Refused when none was drawn or one is set already.
func (s *Service) ConfirmFactor(ctx context.Context, in FactorChange) (Account, error) {
	a, g, err := s.begin(ctx, in, false)
	if err != nil {
		return Account{}, err
	}
	f, step, err := s.codeOf(ctx, a, g, in.Code, "启用动态码时动态码不正确")
	if err != nil {
		return Account{}, err
	}
	return s.changed(ctx, a, g, func(tx Tx, a *Account) error {
		set, err := tx.ConfirmFactor(a.ID, f, step, s.now())
		if err != nil {
			return err
		}
		if !set || a.SecondFactor {
			return fault.New(fault.Refused, "动态码已经启用或密钥已更换，请刷新后再试")
		}
		return s.mark(tx, a, true, Event{What: FactorSet, By: a.ID, ByName: a.Name, Address: g.address})
	})
}

// RemoveFactor takes the account's own factor away; it needs password and code. Errors as for the other two.
func (s *Service) RemoveFactor(ctx context.Context, in FactorChange) (Account, error) {
	a, g, err := s.begin(ctx, in, true)
	if err != nil {
		return Account{}, err
	}
	if err := s.recognise(ctx, a, g, in.Password); err != nil {
		return Account{}, err
	}
	f, step, err := s.codeOf(ctx, a, g, in.Code, "停用动态码时动态码不正确")
	if err != nil {
		return Account{}, err
	}
	return s.changed(ctx, a, g, func(tx Tx, a *Account) error {
		spent, err := tx.SpendStep(a.ID, f, step)
		if err != nil {
			return err
		}
		if !spent {
			return wrongCode()
		}
		if err := tx.RemoveFactor(a.ID); err != nil {
			return err
		}
		return s.mark(tx, a, false, Event{What: FactorRemoved, By: a.ID, ByName: a.Name, Address: g.address})
	})
}

// ResetFactor takes away the factor of somebody who lost it, and ends the account's sessions; he signs in with the password alone
// and may set another. One's own is fault.Forbidden (RemoveFactor asks for password and code), an account without one fault.Refused.
func (s *Service) ResetFactor(ctx context.Context, act Act) (Account, error) {
	return s.administer(ctx, act, FactorReset, func(tx Tx, a *Account, _ *Event) error {
		if act.By == a.ID {
			return fault.New(fault.Forbidden, "自己的动态码请在“我的账号”停用")
		}
		if !a.SecondFactor {
			return fault.New(fault.Refused, "账号“%s”没有启用动态码，无须重置", a.Login)
		}
		a.SecondFactor = false
		if err := tx.RemoveFactor(a.ID); err != nil {
			return err
		}
		return tx.EndSessions(a.ID)
	})
}

// begin finds who asks, with a factor or without, and counts the attempt before anything is looked at.
func (s *Service) begin(ctx context.Context, in FactorChange, with bool) (Account, guess, error) {
	_, a, err := s.Resolve(ctx, in.Token)
	if err != nil {
		return Account{}, guess{}, err
	}
	if a.SecondFactor != with {
		return Account{}, guess{}, factorStands(a.SecondFactor)
	}
	g := guess{login: a.Login, address: clip(in.Address, maxAddress), known: true}
	return a, g, s.store.InTx(ctx, func(tx Tx) error { return s.count(tx, g) })
}

// recognise asks for the password of a counted attempt.
func (s *Service) recognise(ctx context.Context, a Account, g guess, password Secret) error {
	right, _, err := s.compare(ctx, g, a.PasswordHash, password)
	if err != nil || right {
		return err
	}
	if err := s.failed(ctx, g, a.ID, "更改动态码时口令不正确"); err != nil {
		return err
	}
	return fault.At("没有办成，请按提示更正", []fault.Place{{Location: "/password", Message: "口令不正确，请重新输入"}})
}

// codeOf asks for a code of a counted attempt.
func (s *Service) codeOf(ctx context.Context, a Account, g guess, code, failure string) (f Factor, step int64, err error) {
	err = s.store.InTx(ctx, func(tx Tx) error {
		f, err = tx.Factor(a.ID)
		return err
	})
	if err != nil {
		return Factor{}, 0, err
	}
	if f.Secret.IsZero() {
		undo := s.store.InTx(ctx, func(tx Tx) error { return s.takeBack(tx, g, false) })
		if undo != nil {
			return Factor{}, 0, undo
		}
		return Factor{}, 0, fault.New(fault.Refused, "还没有取得密钥，请从头设置")
	}
	step, ok := f.step(code, s.now())
	if ok {
		return f, step, nil
	}
	if err := s.failed(ctx, g, a.ID, failure); err != nil {
		return Factor{}, 0, err
	}
	return Factor{}, 0, wrongCode()
}

func factorStands(set bool) error {
	if set {
		return fault.New(fault.Refused, "动态码已经启用，请先停用再重新设置")
	}
	return fault.New(fault.Refused, "没有启用动态码，无须停用")
}

func wrongCode() error {
	return fault.At("没有办成，请按提示更正", []fault.Place{{Location: "/code", Message: "动态码不正确或已经用过，请填写验证器上新的 6 位数字"}})
}

// changed runs a change for who has shown what it needs, and takes the attempt back.
func (s *Service) changed(ctx context.Context, seen Account, g guess, do func(Tx, *Account) error) (a Account, err error) {
	err = s.store.InTx(ctx, func(tx Tx) error {
		if a, err = tx.Account(seen.ID); err != nil {
			return err
		}
		if a.Disabled || a.PasswordHash.Reveal() != seen.PasswordHash.Reveal() {
			return fault.New(fault.SignedOut, "账号刚被修改，请重新登录")
		}
		if err := do(tx, &a); err != nil {
			return err
		}
		return s.takeBack(tx, g, true)
	})
	a.PasswordHash = Secret{}
	return a, err
}

// mark keeps on the account that it has a factor or none, and records it.
func (s *Service) mark(tx Tx, a *Account, has bool, e Event) error {
	e.At, e.AccountID = s.now(), a.ID
	a.SecondFactor, a.UpdatedAt = has, e.At
	if err := tx.SaveAccount(a); err != nil {
		return err
	}
	return tx.Record(e)
}
