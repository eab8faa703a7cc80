package main

import (
	"fmt"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/policy"
	"xianjie/workflow"
)

// adminInit is `xianjie admin init`.
type adminInit struct{ database }

// Help is the longer explanation of the command.
func (adminInit) Help() string {
	return "三名管理员由三个人分别担任：系统管理员建账号，安全保密管理员授权，安全审计管理员看审计流水，互相不能兼任。\n" +
		"口令只显示这一次，首次登录必须修改。中途断电可以再运行一次，已设好的不动。"
}

// The three separated administrators: login and post.
var administrators = []struct {
	login string
	role  workflow.Role
	name  string
}{
	{"sysadmin", workflow.SysAdmin, "系统管理员"},
	{"secadmin", workflow.SecAdmin, "安全保密管理员"},
	{"auditadmin", workflow.AuditAdmin, "安全审计管理员"},
}

// Run sets up whichever of the three is missing and prints the first passwords.
func (cmd adminInit) Run(c *console) error {
	return cmd.withAccounts(c, func(h *house) error {
		rows := [][]string{{"账号", "岗位", "一次性口令"}}
		for _, a := range administrators {
			_, holders, err := h.accounts.Accounts(c, identity.Query{Role: string(a.role), Page: 1, PageSize: 1})
			if err != nil {
				return err
			}
			if holders > 0 {
				continue
			}
			password, err := h.appoint(c, a.login, a.name, a.role)
			if err != nil {
				return err
			}
			rows = append(rows, []string{a.login, a.name, password.Reveal()})
		}
		if len(rows) == 1 {
			return fault.New(fault.Refused, "三名管理员都已设立，没有改动。忘记口令请用 xianjie admin account reset-password 账号")
		}
		c.table(rows)
		_, err := fmt.Fprintln(c.out, "\n请分别当面交给三名管理员。口令只显示这一次，首次登录必须修改。")
		return err
	})
}

// appoint makes an administrator's account and gives it its role. An account left without its role by an interrupted run is
// taken up again with a new password.
func (h *house) appoint(c *console, login, name string, role workflow.Role) (identity.Secret, error) {
	account, password, err := h.accounts.CreateAccount(c, identity.Console, "", identity.NewAccount{Login: login, Name: name, Unit: policy.Root().Name})
	if fault.CodeOf(err) == fault.Refused {
		if account, err = h.byLogin(c, login); err == nil && len(account.Grants) > 0 {
			err = fault.New(fault.Refused, "账号名“%s”已被占用，且有其他授权，请先用 xianjie admin account 处理", login)
		}
		if err == nil {
			account, password, err = h.accounts.ResetPassword(c, identity.Act{By: identity.Console, Account: account.ID})
		}
	}
	if err != nil {
		return identity.Secret{}, err
	}
	act := identity.Act{By: identity.Console, Account: account.ID, Reason: "首次设立管理员"}
	_, _, err = h.accounts.AddGrant(c, act, string(role), policy.Root().Code)
	return password, err
}
