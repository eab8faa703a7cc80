package access

import (
	"errors"
	"fmt"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	stringadapter "github.com/casbin/casbin/v2/persist/string-adapter"
)

// asker is a plain Casbin decision.
type asker func(role, grant, region, object, action string) (bool, error)

// enforcer builds the Casbin enforcer and hides its untyped call behind asker.
func enforcer(modelText, policyText string) (asker, error) {
	m, err := model.NewModelFromString(modelText)
	if err != nil {
		return nil, fmt.Errorf("model.conf: %w", err)
	}
	e, err := casbin.NewEnforcer(m, stringadapter.NewAdapter(policyText))
	if err != nil {
		return nil, fmt.Errorf("policy.csv: %w", err)
	}
	e.AddFunction("covers", coversCall)
	return func(role, grant, region, object, action string) (bool, error) {
		return e.Enforce(role, grant, region, object, action)
	}, nil
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
