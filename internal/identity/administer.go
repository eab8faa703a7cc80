package identity

import (
	"context"
	"slices"

	"xianjie/internal/fault"
)

// Act is an administrator's act upon one account.
type Act struct {
	By      string // acting account's id, or Console
	Account string // whose account
	Version int64  // the version the administrator saw; 0 takes whatever it is now and is for the command line
	Address string
	Reason  string // recorded; may be ""
	Receipt *Receipt
}

// administer runs one administrative change: it orders all of them one after another, checks that the acting account still
// stands, loads and locks the target at the version seen, lets do change it, saves it and records what happened. do may set
// Role and Region of the event.
func (s *Service) administer(ctx context.Context, act Act, what Happening, do func(Tx, *Account, *Event) error) (Account, error) {
	var a Account
	err := s.store.InTx(ctx, func(tx Tx) error {
		event, err := s.acting(tx, act, what)
		if err != nil {
			return err
		}
		if a, err = tx.Account(act.Account); err != nil {
			return err
		}
		if act.Version != 0 && act.Version != a.Version {
			return fault.New(fault.Stale, "账号“%s”已被他人修改，请刷新后再试", a.Login)
		}
		if err := do(tx, &a, &event); err != nil {
			return err
		}
		a.UpdatedAt = event.At
		if err := tx.SaveAccount(&a); err != nil {
			return err
		}
		if err := tx.Record(event); err != nil {
			return err
		}
		return act.Receipt.keep(tx, a)
	})
	if err != nil {
		return Account{}, err
	}
	a.PasswordHash = Secret{}
	return a, nil
}

// acting takes the administrators' lock and begins the event with who acts.
func (s *Service) acting(tx Tx, act Act, what Happening) (Event, error) {
	if err := tx.LockAdministration(); err != nil {
		return Event{}, err
	}
	event := Event{At: s.now(), What: what, AccountID: act.Account, By: act.By, ByName: "服务器命令行", Address: clip(act.Address, maxAddress),
		Reason: clip(act.Reason, maxReason)}
	if act.By == Console {
		return event, nil
	}
	by, err := tx.Account(act.By)
	if fault.CodeOf(err) == fault.NotFound || (err == nil && by.Disabled) {
		return Event{}, fault.New(fault.Forbidden, "操作账号不存在或已停用，请重新登录")
	}
	event.ByName = by.Name
	return event, err
}

// notLast refuses to take away the last active holder of an administrator role. Accounts already disabled hold nothing.
func (s *Service) notLast(tx Tx, a Account, roles []string) error {
	if a.Disabled {
		return nil
	}
	for _, role := range roles {
		if !slices.Contains(s.cfg.Administrators, role) {
			continue
		}
		holders, err := tx.ActiveHolders(role)
		if err != nil {
			return err
		}
		if holders <= 1 {
			return fault.New(fault.Refused, "“%s”是最后一个在用的%s，请先为其他账号授予该角色", a.Login, s.rules.Title(role))
		}
	}
	return nil
}
