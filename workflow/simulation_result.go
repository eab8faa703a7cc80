package workflow

import (
	"context"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// SimulationMark stands on every result, wherever it is shown or exported.
const SimulationMark = "推演"

// SimulationResult compares a batch under two sets of parameters. It is kept as JSON, so the noun carries its names.
type SimulationResult struct {
	Mark         string          `json:"mark"`
	PackVersion  int             `json:"packVersion"`
	PackDocNo    string          `json:"packDocNo"`
	PackDigest   string          `json:"packDigest"`
	TakenAt      time.Time       `json:"takenAt"`
	Before       SimulatedSum    `json:"before"`
	After        SimulatedSum    `json:"after"`
	Applications []SimulatedCase `json:"applications"`
}

// SimulatedSum adds a batch up under one set of parameters.
type SimulatedSum struct {
	Passing    int       `json:"passing"`
	Provincial money.Fen `json:"provincial"`
}

// SimulatedCase is one application under both.
type SimulatedCase struct {
	ApplicationID string    `json:"applicationId"`
	No            string    `json:"no"`
	City          string    `json:"city"`
	County        string    `json:"county"`
	SnapshotNo    int       `json:"snapshotNo"`
	PassesBefore  bool      `json:"passesBefore"`
	PassesAfter   bool      `json:"passesAfter"`
	AmountBefore  money.Fen `json:"amountBefore"`
	AmountAfter   money.Fen `json:"amountAfter"`
	TierChanged   bool      `json:"tierChanged"`
	Flips         []Flip    `json:"flips"`
}

// Flip is one rule whose verdict changes.
type Flip struct {
	Rule         policy.RuleID  `json:"rule"`
	Name         string         `json:"name"`
	From         policy.Verdict `json:"from"`
	To           policy.Verdict `json:"to"`
	FigureBefore string         `json:"figureBefore"`
	FigureAfter  string         `json:"figureAfter"`
}

// compare evaluates every case under both packs.
func compare(ctx context.Context, before, after *policy.Pack, cases []frozenCase) (SimulationResult, error) {
	result := SimulationResult{Applications: make([]SimulatedCase, 0, len(cases))}
	for _, f := range cases {
		if err := ctx.Err(); err != nil {
			return SimulationResult{}, err
		}
		doc, _, err := proposal.Decode(f.snapshot.Body)
		if err != nil {
			return SimulationResult{}, err
		}
		was, would := f.judge(doc, before), f.judge(doc, after)
		row := SimulatedCase{ApplicationID: f.app.ID, No: f.app.No, City: f.app.CityName, County: f.app.CountyName, SnapshotNo: f.snapshot.No,
			PassesBefore: len(policy.Blockers(was, nil)) == 0, PassesAfter: len(policy.Blockers(would, nil)) == 0, Flips: flips(was, would)}
		row.AmountBefore, _ = before.AwardAmount(f.app.CountyCode, f.app.CityCode)
		row.AmountAfter, _ = after.AwardAmount(f.app.CountyCode, f.app.CityCode)
		row.TierChanged = row.AmountBefore != row.AmountAfter
		result.Before.count(row.PassesBefore, row.AmountBefore)
		result.After.count(row.PassesAfter, row.AmountAfter)
		result.Applications = append(result.Applications, row)
	}
	return result, nil
}

// judge evaluates a frozen document as the process does.
func (f frozenCase) judge(doc *proposal.Proposal, pack *policy.Pack) []policy.Finding {
	in := policy.Input{Doc: doc, Pack: pack, SubmittedAt: f.app.SubmittedAt, ReportedAt: f.app.ReportedAt, DossierOnly: true}
	return policy.ApplyWaivers(policy.Evaluate(in), f.waived)
}

func (s *SimulatedSum) count(passes bool, amount money.Fen) {
	if passes {
		s.Passing++
		s.Provincial += amount
	}
}

// flips pairs the findings of two evaluations, which come in the same order.
func flips(was, would []policy.Finding) []Flip {
	out := []Flip{}
	for i, f := range was {
		if g := would[i]; f.Verdict != g.Verdict {
			out = append(out, Flip{Rule: f.Rule, Name: f.Name, From: f.Verdict, To: g.Verdict, FigureBefore: f.Figure.Text, FigureAfter: g.Figure.Text})
		}
	}
	return out
}
