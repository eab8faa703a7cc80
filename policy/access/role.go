package access

import (
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/fault"
)

// Role is one post of the programme as roles.csv describes it.
type Role struct {
	ID     string   // "county_filer"
	Title  string   // "县级填报员"
	Family string   // the @family of conflicts.csv
	Levels []string // Province, City, County: where a grant may stand; empty when the role is never granted
}

// Roles lists every role in the order of the process. The caller may keep the slice.
func (d *Door) Roles() []Role { return slices.Clone(d.roles) }

// Title is the Chinese title of a role, the id itself when unknown.
func (d *Door) Title(role string) string {
	if r, ok := d.role(role); ok {
		return r.Title
	}
	return role
}

// Grantable refuses a grant that cannot stand: an unknown role, one that is never granted to an account, or a region of the
// wrong level. Whether the region exists is for the caller to know. The error is a fault (Invalid).
func (d *Door) Grantable(role, region string) error {
	r, ok := d.role(role)
	if !ok {
		return fault.New(fault.Invalid, "没有“%s”这个角色，请从角色名单中选择", role)
	}
	if len(r.Levels) == 0 {
		return fault.New(fault.Invalid, "“%s”不授予任何账号", r.Title)
	}
	level := levelOf(region)
	if level == "" {
		return fault.New(fault.Invalid, "“%s”不是 6 位行政区划代码", region)
	}
	if !slices.Contains(r.Levels, level) {
		names := make([]string, len(r.Levels))
		for i, l := range r.Levels {
			names[i] = levelTitle(l)
		}
		return fault.New(fault.Invalid, "“%s”只能授在%s上，%s 是%s代码", r.Title, strings.Join(names, "或"), region, levelTitle(level))
	}
	return nil
}

func (d *Door) role(id string) (Role, bool) {
	i := slices.IndexFunc(d.roles, func(r Role) bool { return r.ID == id })
	if i < 0 {
		return Role{}, false
	}
	return d.roles[i], true
}

func levelTitle(level string) string {
	switch level {
	case Province:
		return "省级"
	case City:
		return "市级"
	default:
		return "县级"
	}
}

func readRoles(text string) ([]Role, error) {
	rows, err := readRows(text, 4)
	if err != nil {
		return nil, err
	}
	roles := make([]Role, 0, len(rows))
	for _, row := range rows {
		r := Role{ID: row[0], Title: row[1], Family: row[2], Levels: strings.Fields(row[3])}
		if r.ID == "" || strings.HasPrefix(r.ID, "@") || r.Title == "" || r.Family == "" {
			return nil, fmt.Errorf("not a role: %s", strings.Join(row, ","))
		}
		if slices.ContainsFunc(roles, func(o Role) bool { return o.ID == r.ID }) {
			return nil, fmt.Errorf("role %q is listed twice", r.ID)
		}
		for _, l := range r.Levels {
			if l != Province && l != City && l != County {
				return nil, fmt.Errorf("role %q: unknown level %q", r.ID, l)
			}
		}
		roles = append(roles, r)
	}
	return roles, nil
}
