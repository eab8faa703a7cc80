package identity

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"

	"xianjie/internal/fault"
)

// NewAccount is what an administrator fills in.
type NewAccount struct {
	Login string
	Name  string // unit and post
	Unit  string
	// Password is the first password; a zero one is drawn.
	Password Secret
	// KeepPassword lets the first password stand; for demonstration accounts whose password is printed anyway.
	KeepPassword bool
	Receipt      *Receipt
}

// CreateAccount makes an account without grants and returns it with its first password, to be handed over in person. by and
// address as in Act. Unfit input is fault.Invalid with its places, a taken login fault.Refused.
func (s *Service) CreateAccount(ctx context.Context, by, address string, in NewAccount) (Account, Secret, error) {
	login := loginOf(in.Login)
	places := checkLogin(login, "/login")
	places = append(places, checkName(in.Name, "账号名称", "/name")...)
	places = append(places, checkName(in.Unit, "单位名称", "/unit")...)
	if err := fault.At("账号未建立，请按提示修改", places); err != nil {
		return Account{}, Secret{}, err
	}
	password := in.Password
	if password.IsZero() {
		password = drawPassword()
	} else if err := s.cfg.Password.check(password, login, "/password"); err != nil {
		return Account{}, Secret{}, err
	}
	hash, err := s.hasher.hash(ctx, password)
	if err != nil {
		return Account{}, Secret{}, err
	}
	id, err := s.newID()
	if err != nil {
		return Account{}, Secret{}, err
	}
	a := Account{ID: id, Login: login, Name: in.Name, Unit: in.Unit, PasswordHash: hash, MustChange: !in.KeepPassword,
		Grants: []Grant{}, Version: 1, CreatedBy: by}
	err = s.store.InTx(ctx, func(tx Tx) error {
		event, err := s.acting(tx, Act{By: by, Account: id, Address: address}, AccountCreated)
		if err != nil {
			return err
		}
		a.CreatedAt, a.UpdatedAt = event.At, event.At
		if err := tx.CreateAccount(a); err != nil {
			return err
		}
		if err := tx.Record(event); err != nil {
			return err
		}
		return in.Receipt.keep(tx, a)
	})
	if err != nil {
		return Account{}, Secret{}, err
	}
	a.PasswordHash = Secret{}
	return a, password, nil
}

// Update changes the shown name and the unit.
func (s *Service) Update(ctx context.Context, act Act, name, unit string) (Account, error) {
	places := append(checkName(name, "账号名称", "/name"), checkName(unit, "单位名称", "/unit")...)
	if err := fault.At("账号未修改，请按提示更正", places); err != nil {
		return Account{}, err
	}
	return s.administer(ctx, act, AccountUpdated, func(_ Tx, a *Account, _ *Event) error {
		a.Name, a.Unit = name, unit
		return nil
	})
}

// Disable shuts the account and ends its sessions. The last active holder of an administrator role is fault.Refused, as is an
// account that is shut already.
func (s *Service) Disable(ctx context.Context, act Act) (Account, error) {
	return s.administer(ctx, act, AccountDisabled, func(tx Tx, a *Account, _ *Event) error {
		if a.Disabled {
			return fault.New(fault.Refused, "账号“%s”已经停用", a.Login)
		}
		if err := s.notLast(tx, *a, a.Roles()); err != nil {
			return err
		}
		a.Disabled = true
		return tx.EndSessions(a.ID)
	})
}

// Enable opens a disabled account again, with the grants it had; one that is not disabled is fault.Refused.
func (s *Service) Enable(ctx context.Context, act Act) (Account, error) {
	return s.administer(ctx, act, AccountEnabled, func(_ Tx, a *Account, _ *Event) error {
		if !a.Disabled {
			return fault.New(fault.Refused, "账号“%s”正在使用，无须启用", a.Login)
		}
		a.Disabled = false
		return nil
	})
}

// ResetPassword draws a new password that must be changed at the first sign-in, ends the account's sessions and returns it.
// One's own password is changed with ChangePassword, and an administrator's is reset only by Console: both fault.Refused.
func (s *Service) ResetPassword(ctx context.Context, act Act) (Account, Secret, error) {
	password := drawPassword()
	hash, err := s.hasher.hash(ctx, password)
	if err != nil {
		return Account{}, Secret{}, err
	}
	a, err := s.administer(ctx, act, PasswordReset, func(tx Tx, a *Account, _ *Event) error {
		if act.By == a.ID {
			return fault.New(fault.Refused, "自己的口令请用“修改口令”更换")
		}
		isAdministrator := slices.ContainsFunc(s.cfg.Administrators, a.Holds)
		if isAdministrator && act.By != Console {
			return fault.New(fault.Refused, "管理员账号“%s”的口令只能在服务器命令行重置", a.Login)
		}
		a.PasswordHash, a.MustChange = hash, true
		return tx.EndSessions(a.ID)
	})
	if err != nil {
		return Account{}, Secret{}, err
	}
	return a, password, nil
}

// drawPassword draws 80 random bits as four groups that are easy to read out and to type.
func drawPassword() Secret {
	text := strings.ToLower(rand.Text()) // 26 characters of 5 bits, of which 16 are used
	return NewSecret(text[:4] + "-" + text[4:8] + "-" + text[8:12] + "-" + text[12:16])
}
