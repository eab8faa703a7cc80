package access

import (
	"errors"
	"fmt"
	"slices"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	stringadapter "github.com/casbin/casbin/v2/persist/string-adapter"
)

// enforcer is Casbin with its untyped calls hidden.
type enforcer struct{ casbin *casbin.Enforcer }

func newEnforcer(modelText, policyText string) (enforcer, error) {
	m, err := model.NewModelFromString(modelText)
	if err != nil {
		return enforcer{}, fmt.Errorf("model.conf: %w", err)
	}
	e, err := casbin.NewEnforcer(m, stringadapter.NewAdapter(policyText))
	if err != nil {
		return enforcer{}, fmt.Errorf("policy.csv: %w", err)
	}
	e.AddFunction("covers", coversCall)
	return enforcer{e}, nil
}

// ask is one plain Casbin decision.
func (e enforcer) ask(role, grant, region, object, action string) (bool, error) {
	return e.casbin.Enforce(role, grant, region, object, action)
}

// askAll takes the decision in each relation.
func (e enforcer) askAll(role string, o operation) (relations, error) {
	var allowed relations
	for _, r := range []relation{other, below, above, own} {
		ok, err := e.ask(role, probeGrant, probe(r), o.object, o.action)
		if err != nil {
			return 0, err
		}
		if ok {
			allowed |= 1 << r
		}
	}
	return allowed, nil
}

// mentioned are the operations that some policy line gives to the role or to a group it inherits from. For all others the
// matcher's g() fails, so they need not be asked about; that halves the start of the program and more.
func (e enforcer) mentioned(role string) ([]operation, error) {
	lines, err := e.casbin.GetImplicitPermissionsForUser(role)
	if err != nil {
		return nil, err
	}
	var found []operation
	for _, line := range lines {
		if o := (operation{object: line[1], action: line[2]}); !slices.Contains(found, o) {
			found = append(found, o)
		}
	}
	return found, nil
}

// coversCall is covers in the shape Casbin calls.
func coversCall(args ...any) (any, error) {
	if len(args) != 2 {
		return nil, errors.New("covers takes a grant's region and an object's region")
	}
	grant, okGrant := args[0].(string)
	region, okRegion := args[1].(string)
	if !okGrant || !okRegion {
		return nil, errors.New("covers takes two division codes as text")
	}
	return covers(grant, region), nil
}
