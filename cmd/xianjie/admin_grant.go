package main

import (
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/identity"
	"xianjie/policy"
	"xianjie/policy/access"
)

// adminGrant is `xianjie admin grant`.
type adminGrant struct {
	Add    grantAdd    `cmd:"" help:"授予角色。互相不能兼任的角色会被拒绝。"`
	Remove grantRemove `cmd:"" help:"收回角色，立即生效。"`
	List   grantList   `cmd:"" help:"列出可以授予的角色，或一个账号的授权。"`
}

// grantOf names a role in a region on an account.
type grantOf struct {
	target
	Role   string `arg:"" name:"角色" help:"角色的标识或名称，如 county_filer 或 县级填报员。"`
	Region string `arg:"" name:"区划" help:"行政区划代码或名称，如 370724 或 临朐县。"`
}

// read finds role and region.
func (g grantOf) read(h *house) (role, region string, err error) {
	if role, err = h.role(g.Role); err == nil {
		region, err = regionNamed(g.Region)
	}
	return role, region, err
}

// grantAdd is `xianjie admin grant add`.
type grantAdd struct{ grantOf }

// Run gives the role.
func (cmd grantAdd) Run(c *console) error {
	return cmd.upon(c, func(h *house, a identity.Account, act identity.Act) error {
		role, region, err := cmd.read(h)
		if err != nil {
			return err
		}
		_, g, err := h.accounts.AddGrant(c, act, role, region)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(c.out, "已授予账号 %s：%s。\n", a.Login, h.granted(g))
		return err
	})
}

// grantRemove is `xianjie admin grant remove`.
type grantRemove struct{ grantOf }

// Run takes the role away.
func (cmd grantRemove) Run(c *console) error {
	return cmd.upon(c, func(h *house, a identity.Account, act identity.Act) error {
		role, region, err := cmd.read(h)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(a.Grants, func(g identity.Grant) bool { return g.Role == role && g.Region == region })
		if i < 0 {
			return fault.New(fault.NotFound, "账号“%s”没有这项授权：%s", a.Login, h.granted(identity.Grant{Role: role, Region: region}))
		}
		if _, err := h.accounts.RemoveGrant(c, act, a.Grants[i].ID); err != nil {
			return err
		}
		_, err = fmt.Fprintf(c.out, "已收回账号 %s 的授权：%s。\n", a.Login, h.granted(a.Grants[i]))
		return err
	})
}

// grantList is `xianjie admin grant list`.
type grantList struct {
	database
	Login string `arg:"" optional:"" name:"账号" help:"账号名；不写时列出可以授予的角色。"`
}

// Run prints the grants of an account, or the roles there are.
func (cmd grantList) Run(c *console) error {
	if cmd.Login == "" {
		door, err := access.New()
		if err != nil {
			return err
		}
		c.table(roleRows(door))
		return nil
	}
	return cmd.withAccounts(c, func(h *house) error {
		a, err := h.byLogin(c, cmd.Login)
		if err != nil {
			return err
		}
		rows := [][]string{{"角色", "名称", "区划", "授予时刻（世界时）"}}
		for _, g := range a.Grants {
			rows = append(rows, []string{g.Role, h.door.Title(g.Role), g.Region + " " + placeName(g.Region), g.GrantedAt.UTC().Format("2006-01-02 15:04:05")})
		}
		c.table(rows)
		return nil
	})
}

func roleRows(door *access.Door) [][]string {
	levels := strings.NewReplacer(access.Province, "省", access.City, "市", access.County, "县", " ", "、")
	rows := [][]string{{"角色", "名称", "可授在"}}
	for _, r := range door.Roles() {
		if len(r.Levels) > 0 {
			rows = append(rows, []string{r.ID, r.Title, levels.Replace(strings.Join(r.Levels, " "))})
		}
	}
	return rows
}

// role finds a role by its id or its Chinese title.
func (h *house) role(text string) (string, error) {
	for _, r := range h.door.Roles() {
		if r.ID == text || r.Title == text {
			return r.ID, nil
		}
	}
	return "", fault.New(fault.Invalid, "没有“%s”这个角色，可用 xianjie admin grant list 查看全部角色", text)
}

// regionNamed finds a division by its code or, where only one bears it, its name.
func regionNamed(text string) (string, error) {
	if _, ok := policy.RegionByCode(text); ok {
		return text, nil
	}
	var found []string
	for _, r := range policy.Regions() {
		if r.Name == text {
			found = append(found, r.Code)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fault.New(fault.Invalid, "没有“%s”这个区划，请写 6 位代码或全称", text)
	}
	return "", fault.New(fault.Invalid, "叫“%s”的有 %d 处（%s），请写代码", text, len(found), strings.Join(found, "、"))
}
