package access

import (
	"fmt"
	"strings"
)

// pair is two roles that may not meet on one account.
type pair struct{ a, b, reason string }

func (p pair) is(a, b string) bool { return (p.a == a && p.b == b) || (p.a == b && p.b == a) }

// Conflict looks for two roles that one account may not hold together and names the first such pair in the order of
// conflicts.csv. The same role in two regions is no conflict.
func (d *Door) Conflict(roles []string) (a, b string, clash bool) {
	for _, p := range d.forbidden {
		for i, x := range roles {
			for _, y := range roles[i+1:] {
				if p.is(x, y) {
					return x, y, true
				}
			}
		}
	}
	return "", "", false
}

// Reason says in Chinese why two roles may not meet, "" when they may.
func (d *Door) Reason(a, b string) string {
	for _, p := range d.forbidden {
		if p.is(a, b) {
			return p.reason
		}
	}
	return ""
}

// readConflicts expands the families. A line that names no two different roles is refused: it would forbid nothing.
func readConflicts(text string, roles []Role) ([]pair, error) {
	rows, err := readRows(text, 3)
	if err != nil {
		return nil, err
	}
	var pairs []pair
	for _, row := range rows {
		as, bs := members(row[0], roles), members(row[1], roles)
		before := len(pairs)
		for _, a := range as {
			for _, b := range bs {
				if a != b {
					pairs = append(pairs, pair{a, b, row[2]})
				}
			}
		}
		if len(pairs) == before || row[2] == "" {
			return nil, fmt.Errorf("forbids nothing or gives no reason: %s", strings.Join(row, ","))
		}
	}
	return pairs, nil
}

// members are the roles a name stands for: one role, or every role of an @family.
func members(name string, roles []Role) []string {
	var ids []string
	family, isFamily := strings.CutPrefix(name, "@")
	for _, r := range roles {
		if r.ID == name || (isFamily && r.Family == family) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
