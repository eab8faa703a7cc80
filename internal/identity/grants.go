package identity

import (
	"context"
	"slices"

	"xianjie/internal/fault"
)

// Grantable reports whether a role may be granted in a division at all.
func (s *Service) Grantable(role, region string) bool { return s.rules.Grantable(role, region) == nil }

// Clash says why two roles may not meet on one account, "" when they may.
func (s *Service) Clash(a, b string) string { return s.rules.Reason(a, b) }

// AddGrant gives the account a role in a region. Nobody grants to himself (fault.Forbidden). A role or region that cannot be
// is fault.Invalid; a role that may not meet one already held, a grant it has already, or a disabled account fault.Refused.
func (s *Service) AddGrant(ctx context.Context, act Act, role, region string) (Account, Grant, error) {
	if err := s.rules.Grantable(role, region); err != nil {
		return Account{}, Grant{}, err
	}
	if !s.cfg.RegionExists(region) {
		return Account{}, Grant{}, fault.New(fault.Invalid, "没有行政区划代码 %s，请从区划名单中选择", region)
	}
	id, err := s.newID()
	if err != nil {
		return Account{}, Grant{}, err
	}
	g := Grant{ID: id, Role: role, Region: region, GrantedBy: act.By}
	a, err := s.administer(ctx, act, GrantAdded, func(tx Tx, a *Account, e *Event) error {
		if act.By == a.ID {
			return fault.New(fault.Forbidden, "不能给自己授权，请由另一位安全保密管理员办理")
		}
		if a.Disabled {
			return fault.New(fault.Refused, "账号“%s”已停用，请先启用再授权", a.Login)
		}
		if slices.ContainsFunc(a.Grants, func(o Grant) bool { return o.Role == role && o.Region == region }) {
			return fault.New(fault.Refused, "账号“%s”已在 %s 具有%s角色", a.Login, region, s.rules.Title(role))
		}
		if x, y, clash := s.rules.Conflict(append(a.Roles(), role)); clash {
			return fault.New(fault.Refused, "“%s”与“%s”不能由同一账号兼任：%s", s.rules.Title(x), s.rules.Title(y), s.rules.Reason(x, y))
		}
		g.GrantedAt = e.At
		e.Role, e.Region = role, region
		a.Grants = append(a.Grants, g)
		return tx.AddGrant(a.ID, g)
	})
	if err != nil {
		return Account{}, Grant{}, err
	}
	return a, g, nil
}

// RemoveGrant takes a grant away; it acts from the account's next request. fault.NotFound when the account has none of this
// id; the last active holder's grant of an administrator role is fault.Refused.
func (s *Service) RemoveGrant(ctx context.Context, act Act, grantID string) (Account, error) {
	return s.administer(ctx, act, GrantRemoved, func(tx Tx, a *Account, e *Event) error {
		i := slices.IndexFunc(a.Grants, func(g Grant) bool { return g.ID == grantID })
		if i < 0 {
			return fault.New(fault.NotFound, "账号“%s”没有这项授权，请刷新后再试", a.Login)
		}
		g := a.Grants[i]
		a.Grants = slices.Delete(a.Grants, i, i+1)
		if !a.Holds(g.Role) {
			if err := s.notLast(tx, *a, []string{g.Role}); err != nil {
				return err
			}
		}
		e.Role, e.Region = g.Role, g.Region
		return tx.RemoveGrant(a.ID, grantID)
	})
}
