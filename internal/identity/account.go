package identity

import (
	"slices"
	"time"
)

// Account is one post that signs in.
type Account struct {
	ID           string
	Login        string // lower case, unique
	Name         string // unit and post, as shown and signed: "蓬莱区乡村振兴局 填报岗"
	Unit         string // the unit alone
	PasswordHash Secret // argon2id in PHC form; zero when nobody can sign in
	Disabled     bool
	SecondFactor bool // signing in asks for a code as well
	MustChange   bool // nothing else is allowed until the password is changed; the caller of Resolve holds to it
	Grants       []Grant
	Version      int64 // raised by every change, grants included
	CreatedBy    string
	CreatedAt    time.Time // UTC, whole microseconds
	UpdatedAt    time.Time
}

// Grant is one role held in one region.
type Grant struct {
	ID        string
	Role      string
	Region    string // 6-digit division code
	GrantedBy string // account id, or Console
	GrantedAt time.Time
}

// Holds reports whether the account has the role in any region.
func (a Account) Holds(role string) bool {
	return slices.ContainsFunc(a.Grants, func(g Grant) bool { return g.Role == role })
}

// Roles lists the roles held, one for each grant.
func (a Account) Roles() []string {
	roles := make([]string, len(a.Grants))
	for i, g := range a.Grants {
		roles[i] = g.Role
	}
	return roles
}

// Query narrows a list of accounts.
type Query struct {
	Text     string // part of login, name or unit; "" for all
	Role     string // holders of this role only; "" for all
	Region   string // holders of a grant in this division or below it; "" for all
	Disabled *bool  // nil for all
	Sort     string // "login", "name", "unit", "created", "updated", with - in front for the other way; "" is by login
	Page     int    // from 1
	PageSize int
}

// Console is the acting account of the server's own command line: whoever may run it owns the machine.
const Console = "console"
