package workflow

import (
	"slices"

	"xianjie/policy"
)

// keep writes the application's row. Only a draft in the county's hands may show the county another face than everyone else; this
// is the one place where the two become one.
func (c *Case) keep(tx Tx) error {
	if !c.App.State.Edited() {
		c.App.Sealed = c.App.Face
	}
	return tx.SaveApplication(&c.App)
}

// waive notes a waiver on both faces, wherever the rule fails.
func (a *Application) waive(rule policy.RuleID) {
	for _, s := range []*Summary{&a.Summary, &a.Sealed.Summary} {
		if slices.Contains(s.Failed, rule) && !slices.Contains(s.Waived, rule) {
			s.Waived = append(slices.Clip(s.Waived), rule) // the faces may share their lists
		}
	}
}
