package workflow

import (
	"context"

	"xianjie/internal/funds"
)

// ChangeTx reads and writes 项目变更申请. At most one of an application is open: a partial unique index holds it. Whoever locks a change has
// locked the account before.
type ChangeTx interface {
	InsertPlanChange(c *PlanChange) error                   // sets No and Version; fault.Refused while another is open
	LockPlanChange(id string) (PlanChange, error)           // fault.NotFound
	SavePlanChange(c *PlanChange) error                     // state and verdict alone; fault.Stale
	InsertChangeStep(id string, no int, s ChangeStep) error // fault.Refused when the account proposed or signed it already
	CityFundPlan(applicationID string) (FundPlan, error)    // the newest the city or the province approved
	// LayFundPlan writes the next version of the plan and lays it over the account: what was taken of a line stays, and one the plan no longer
	// has stays with nothing to give. fault.Refused when the version is there.
	LayFundPlan(plan FundPlan, lines []funds.Line, shares []funds.Share, committed map[string]bool) error
}

// ChangeReader answers questions about changes outside a transaction.
type ChangeReader interface {
	ReadPlanChange(ctx context.Context, id string) (PlanChange, error)  // fault.NotFound
	PlanChanges(ctx context.Context, q FundQuery) ([]PlanChange, error) // newest first, without Body, Differences and Findings; Live: only open ones
	ReadCityFundPlan(ctx context.Context, applicationID string) (FundPlan, error)
}
