package access

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed model.conf
var modelText string

//go:embed policy.csv
var policyText string

//go:embed roles.csv
var rolesText string

//go:embed conflicts.csv
var conflictsText string

// Door answers questions of right. It is immutable and safe for concurrent use.
type Door struct {
	rights     map[operation]relations
	roles      []Role // in the order of roles.csv
	operations []operation
	forbidden  []pair
}

// operation is what is asked for; role is empty where only the vocabulary is meant.
type operation struct{ role, object, action string }

// relations is the set of relations in which an operation is allowed: bit n stands for relation n.
type relations uint8

func (s relations) has(r relation) bool { return s&(1<<r) != 0 }

// New reads the embedded files, checks them against each other and compiles the table. An error means that the program was
// built with broken policy files; after New nothing can fail, so a false from May is always a "no" and never an error.
func New() (*Door, error) { return compile(modelText, policyText, rolesText, conflictsText) }

// May reports whether a holder of role, granted in the region grant, may do action on an object of the kind object that
// belongs to region. Unknown roles and malformed regions are refused. Regions are 6-digit division codes; an object without
// one of its own (a session, a notice) takes any.
func (d *Door) May(role, grant, region, object, action string) bool {
	return d.rights[operation{role, object, action}].has(relate(grant, region))
}

// Knows reports whether the policy names this action on this object for anyone: the wiring checks each operation once at
// start, so that a misspelt one is found there and not taken for a refusal.
func (d *Door) Knows(object, action string) bool {
	return slices.Contains(d.operations, operation{object: object, action: action})
}

// Held lists what a role may do somewhere, as "object:action" in the order of the policy file: for what a person is offered at
// all. Whether it may be done to an object in hand is for May.
func (d *Door) Held(role string) []string {
	held := []string{}
	for _, o := range d.operations {
		if d.rights[operation{role, o.object, o.action}] != 0 {
			held = append(held, o.object+":"+o.action)
		}
	}
	return held
}

// Covers reports whether a grant on one division reaches another; malformed codes cover nothing.
func (d *Door) Covers(grant, region string) bool { return covers(grant, region) }

func compile(modelText, policyText, rolesText, conflictsText string) (*Door, error) {
	roles, err := readRoles(rolesText)
	if err != nil {
		return nil, fmt.Errorf("roles.csv: %w", err)
	}
	d := &Door{roles: roles, rights: map[operation]relations{}}
	if d.operations, err = readOperations(policyText, roles); err != nil {
		return nil, fmt.Errorf("policy.csv: %w", err)
	}
	if d.forbidden, err = readConflicts(conflictsText, roles); err != nil {
		return nil, fmt.Errorf("conflicts.csv: %w", err)
	}
	e, err := newEnforcer(modelText, policyText)
	if err != nil {
		return nil, err
	}
	for _, role := range roles {
		mentioned, err := e.mentioned(role.ID)
		if err != nil {
			return nil, fmt.Errorf("policy.csv: %s: %w", role.ID, err)
		}
		for _, o := range mentioned {
			allowed, err := e.askAll(role.ID, o)
			if err != nil {
				return nil, fmt.Errorf("model.conf: %s %s %s: %w", role.ID, o.object, o.action, err)
			}
			if allowed != 0 {
				d.rights[operation{role.ID, o.object, o.action}] = allowed
			}
		}
	}
	return d, nil
}

// readOperations lists the objects and actions of the policy in file order, and refuses lines that Casbin would silently
// accept: unknown roles, unknown reaches, groups that nobody defines, lines said twice.
func readOperations(text string, roles []Role) ([]operation, error) {
	known := map[string]bool{}
	for _, r := range roles {
		known[r.ID] = true
	}
	rows, err := readRows(text, 0)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		if row[0] == "p" && strings.HasPrefix(row[1], "@") {
			known[row[1]] = true
		}
		if row[0] == "g" && len(row) == 3 && strings.HasPrefix(row[1], "@") {
			known[row[1]] = true
		}
	}
	var found []operation
	for _, row := range rows {
		switch {
		case row[0] == "p" && len(row) == 5:
			if !known[row[1]] {
				return nil, fmt.Errorf("unknown role %q", row[1])
			}
			if !slices.Contains([]string{"below", "line", "all"}, row[4]) {
				return nil, fmt.Errorf("unknown reach %q", row[4])
			}
			if o := (operation{object: row[2], action: row[3]}); !slices.Contains(found, o) {
				found = append(found, o)
			}
		case row[0] == "g" && len(row) == 3:
			if !known[row[1]] || !known[row[2]] || !strings.HasPrefix(row[2], "@") {
				return nil, fmt.Errorf("%q cannot inherit from %q", row[1], row[2])
			}
		default:
			return nil, fmt.Errorf("not a policy line: %s", strings.Join(row, ", "))
		}
	}
	return found, nil
}
