package policy

import "xianjie/internal/money"

// FundParams are how a batch keeps the money of its awards: whose eyes, which papers, what must have arrived by when, what warns.
type FundParams struct {
	FourEyesFrom    money.Fen   `json:"fourEyesFromWan"` // an entry of at least this much waits for another person's confirmation
	VoucherRequired []string    `json:"voucherRequired"` // kinds of entry that must carry a file
	PayeeRequired   []string    `json:"payeeRequired"`   // kinds of entry that must name who was paid
	ArrivalRules    []string    `json:"arrivalRules"`    // rules judged again on what was committed, arrived and spent
	ArrivalMonths   int         `json:"arrivalMonths"`   // months after the award by which what was promised must have arrived
	ProgressMonths  int         `json:"progressMonths"`  // months of the term 序时进度 is measured by, from the year of the first allocation
	ProgressLag     Ratio       `json:"progressLag"`     // how far spending may lag behind before it warns, of 1
	Milestones      []Milestone `json:"milestones"`

	ChangeCityRatio Ratio    `json:"changeCityRatio"` // a project change of this part of its total, or more, needs the city
	ChangeRules     []string `json:"changeRules"`     // rules a changed plan must pass; waived ones count as passed
}

// Milestone is a share of one layer that must have been reached some months after the award (里程碑).
type Milestone struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Layer  string `json:"layer"`           // ALLOCATED, DISBURSED or SPENT
	Of     string `json:"of"`              // the layer it is measured against: PLANNED, COMMITTED, ALLOCATED or DISBURSED
	Source string `json:"source,omitzero"` // only this source of the fund plan; "" for all
	Months int    `json:"months"`
	Share  Ratio  `json:"share"`
}

// fundIndex are the ratios of FundParams, read once.
type fundIndex struct {
	lag, change Fraction
	milestones  []Fraction
}

// ProgressLag is how far spending may lag behind the months gone by.
func (p *Pack) ProgressLag() Fraction { return p.index.funds.lag }

// ChangeCity is the part of a project's total from which a change needs the city.
func (p *Pack) ChangeCity() Fraction { return p.index.funds.change }

// MilestoneShare is the share of the i-th milestone.
func (p *Pack) MilestoneShare(i int) Fraction { return p.index.funds.milestones[i] }
