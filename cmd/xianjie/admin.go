package main

import (
	"errors"
	"fmt"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/internal/store"
	"xianjie/internal/typeset"
	"xianjie/policy"
)

// adminCommand is `xianjie admin`: accounts and grants, for whoever may run programs on the server. The same rules hold as on the
// administrators' pages; every act goes into the account's audit stream as done at the server's command line.
type adminCommand struct {
	Init    adminInit    `cmd:"" help:"第一次使用：设立系统、安全保密、安全审计三名管理员，各给一次性口令。"`
	Account adminAccount `cmd:"" help:"账号：建立、停用、启用、重置口令、列出。"`
	Grant   adminGrant   `cmd:"" help:"授权：授予、收回、列出。"`
}

// withAccounts opens the house of a database that is up to date and lets do work on it.
func (d database) withAccounts(c *console, do func(*house) error) error {
	s, err := d.open(c, store.Options{MaxConns: 2})
	if err != nil {
		return err
	}
	h, err := openHouse(s, "", c.now)
	if err != nil {
		return err
	}
	return errors.Join(do(h), h.Close())
}

// pageOfAccounts is how many accounts are asked for at once.
const pageOfAccounts = 100

// each hands on every account that matches, by login.
func (h *house) each(c *console, q identity.Query, do func(identity.Account) error) error {
	q.PageSize = pageOfAccounts
	for q.Page = 1; ; q.Page++ {
		accounts, all, err := h.accounts.Accounts(c, q)
		if err != nil {
			return err
		}
		for _, a := range accounts {
			if err := do(a); err != nil {
				return err
			}
		}
		if q.Page*pageOfAccounts >= all || len(accounts) == 0 {
			return nil
		}
	}
}

// byLogin finds one account.
func (h *house) byLogin(c *console, login string) (identity.Account, error) {
	login = strings.ToLower(strings.TrimSpace(login))
	var found *identity.Account
	err := h.each(c, identity.Query{Text: login}, func(a identity.Account) error {
		if a.Login == login {
			found = &a
		}
		return nil
	})
	if err == nil && found == nil {
		err = fault.New(fault.NotFound, "没有账号“%s”，可用 xianjie admin account list 查看全部账号", login)
	}
	if err != nil {
		return identity.Account{}, err
	}
	return *found, nil
}

// granted says a grant in words: "市振兴局审核员(潍坊市)".
func (h *house) granted(g identity.Grant) string {
	return fmt.Sprintf("%s（%s）", h.door.Title(g.Role), placeName(g.Region))
}

func placeName(code string) string {
	if region, ok := policy.RegionByCode(code); ok {
		return region.Name
	}
	return code
}

// table prints rows under their headings, aligned.
func (c *console) table(rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, cells := range rows {
		for i, cell := range cells {
			widths[i] = max(widths[i], typeset.Columns(cell))
		}
	}
	for _, cells := range rows {
		var line strings.Builder
		for i, cell := range cells {
			line.WriteString(typeset.Pad(cell, widths[i]+2))
		}
		fmt.Fprintln(c.out, strings.TrimRight(line.String(), " "))
	}
}
