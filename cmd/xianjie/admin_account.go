package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
)

// adminAccount is `xianjie admin account`.
type adminAccount struct {
	Create        accountCreate  `cmd:"" help:"建立账号（还没有任何权限，另行授权）。"`
	List          accountList    `cmd:"" help:"列出账号及其授权。"`
	Disable       accountDisable `cmd:"" help:"停用账号，立即退出其登录。"`
	Enable        accountEnable  `cmd:"" help:"重新启用账号。"`
	ResetPassword accountReset   `cmd:"" name:"reset-password" help:"重置口令，给出一次性口令，立即退出其登录。"`
	ResetFactor   accountFactor  `cmd:"" name:"reset-second-factor" help:"停用遗失的动态码，立即退出其登录，以后只凭口令登录。"`
}

// accountCreate is `xianjie admin account create`.
type accountCreate struct {
	database
	Login         string `arg:"" name:"账号" help:"小写字母、数字或 . _ -，3 至 32 位。"`
	Name          string `placeholder:"岗位" help:"单位和岗位，如“临朐县乡村振兴局 填报岗”，不写个人姓名。"`
	Unit          string `placeholder:"单位" help:"单位名称。"`
	PasswordStdin bool   `name:"password-stdin" help:"从标准输入读第一行作初始口令；不写时随机生成。"`
}

// Run makes the account and prints its first password unless the operator gave it.
func (cmd accountCreate) Run(c *console) error {
	in := identity.NewAccount{Login: cmd.Login, Name: cmd.Name, Unit: cmd.Unit}
	if cmd.PasswordStdin {
		line, err := bufio.NewReader(io.LimitReader(c.in, 4<<10)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if line = strings.TrimRight(line, "\r\n"); line == "" {
			return fault.New(fault.Malformed, "标准输入里没有口令")
		}
		in.Password = identity.NewSecret(line)
	}
	return cmd.withAccounts(c, func(h *house) error {
		a, password, err := h.accounts.CreateAccount(c, identity.Console, "", in)
		if err != nil {
			return err
		}
		if cmd.PasswordStdin {
			_, err = fmt.Fprintf(c.out, "已建立账号 %s，首次登录须修改口令。\n", a.Login)
			return err
		}
		return c.handOver("已建立账号 ", a, password)
	})
}

// handOver prints a one-time password.
func (c *console) handOver(what string, a identity.Account, password identity.Secret) error {
	_, err := fmt.Fprintf(c.out, "%s%s（%s）\n一次性口令  %s\n口令只显示这一次，请当面交给本人；首次登录必须修改。\n", what, a.Login, a.Name, password.Reveal())
	return err
}

// accountList is `xianjie admin account list`.
type accountList struct {
	database
	Text string `placeholder:"文字" help:"只列账号、岗位或单位含有此文字的。"`
	Role string `placeholder:"角色" help:"只列有此角色的，写标识或名称。"`
}

// Run prints the accounts.
func (cmd accountList) Run(c *console) error {
	return cmd.withAccounts(c, func(h *house) error {
		q := identity.Query{Text: cmd.Text}
		if cmd.Role != "" {
			role, err := h.role(cmd.Role)
			if err != nil {
				return err
			}
			q.Role = role
		}
		rows := [][]string{{"账号", "岗位", "单位", "状态", "授权"}}
		err := h.each(c, q, func(a identity.Account) error {
			grants := make([]string, len(a.Grants))
			for i, g := range a.Grants {
				grants[i] = h.granted(g)
			}
			rows = append(rows, []string{a.Login, a.Name, a.Unit, condition(a), strings.Join(grants, "、")})
			return nil
		})
		if err != nil {
			return err
		}
		c.table(rows)
		_, err = fmt.Fprintf(c.out, "共 %d 个账号。\n", len(rows)-1)
		return err
	})
}

func condition(a identity.Account) string {
	switch {
	case a.Disabled:
		return "已停用"
	case a.MustChange:
		return "待改口令"
	}
	return "在用"
}

// target names one account and why something is done to it.
type target struct {
	database
	Login  string `arg:"" name:"账号" help:"账号名。"`
	Reason string `placeholder:"理由" help:"理由，记入审计流水。"`
}

// upon finds the account and lets do act on it.
func (t target) upon(c *console, do func(*house, identity.Account, identity.Act) error) error {
	return t.withAccounts(c, func(h *house) error {
		a, err := h.byLogin(c, t.Login)
		if err != nil {
			return err
		}
		return do(h, a, identity.Act{By: identity.Console, Account: a.ID, Reason: t.Reason})
	})
}

// accountDisable is `xianjie admin account disable`.
type accountDisable struct{ target }

// Run shuts the account.
func (cmd accountDisable) Run(c *console) error {
	return cmd.upon(c, func(h *house, a identity.Account, act identity.Act) error {
		if _, err := h.accounts.Disable(c, act); err != nil {
			return err
		}
		_, err := fmt.Fprintf(c.out, "已停用账号 %s。\n", a.Login)
		return err
	})
}

// accountEnable is `xianjie admin account enable`.
type accountEnable struct{ target }

// Run opens the account again.
func (cmd accountEnable) Run(c *console) error {
	return cmd.upon(c, func(h *house, a identity.Account, act identity.Act) error {
		if _, err := h.accounts.Enable(c, act); err != nil {
			return err
		}
		_, err := fmt.Fprintf(c.out, "已启用账号 %s。\n", a.Login)
		return err
	})
}

// accountReset is `xianjie admin account reset-password`.
type accountReset struct{ target }

// Run prints a new one-time password.
func (cmd accountReset) Run(c *console) error {
	return cmd.upon(c, func(h *house, _ identity.Account, act identity.Act) error {
		a, password, err := h.accounts.ResetPassword(c, act)
		if err != nil {
			return err
		}
		return c.handOver("已重置口令：", a, password)
	})
}

// accountFactor is `xianjie admin account reset-second-factor`: the way back in when the only secadmin has lost his.
type accountFactor struct{ target }

// Run takes the second factor away.
func (cmd accountFactor) Run(c *console) error {
	return cmd.upon(c, func(h *house, a identity.Account, act identity.Act) error {
		if _, err := h.accounts.ResetFactor(c, act); err != nil {
			return err
		}
		_, err := fmt.Fprintf(c.out, "已停用账号 %s 的动态码。\n", a.Login)
		return err
	})
}
