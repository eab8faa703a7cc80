package workflow

import (
	"context"
	"slices"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/policy"
)

// Approval is what a 立项批复 is made of. Before the award it is the province's own draft.
type Approval struct {
	Application Application
	Batch       Batch
	Award       *AwardRecord // nil before the award
	Amount      money.Fen    // awarded, or what the county's tier comes to
	Notice      *Notice      // the newest that names it
	Document    []byte       // the snapshot in force
	Findings    []policy.Finding
	Zone        *time.Location
}

// Approval is the 批复 of one application. Once awarded, whoever may see the award may have it; a draft of one under notice is for those who
// organise it or audit it. Errors: NotFound.
func (s *Service) Approval(ctx context.Context, actor Actor, id string) (Approval, error) {
	app, _, err := s.see(ctx, actor, id)
	if err != nil {
		return Approval{}, err
	}
	none := fault.New(fault.NotFound, "这份申报还没有批复,或您无权查看")
	if s.roleFor(actor, app.CountyCode, "award", "read") == "" {
		return Approval{}, none
	}
	awards, err := s.store.Awards(ctx, app.BatchID)
	if err != nil {
		return Approval{}, err
	}
	a := Approval{Application: Sight{}.Veil(app)} // everybody is shown the sealed document's name
	if i := slices.IndexFunc(awards, func(w AwardRecord) bool { return w.ApplicationID == id }); i >= 0 {
		a.Award, a.Amount = &awards[i], awards[i].Amount
	} else if app.State != PublicNotice || !seesUnpublished(actor) {
		return Approval{}, none
	}
	c, err := s.showing(ctx, Actor{}, Application{BatchID: app.BatchID})
	if err != nil {
		return Approval{}, err
	}
	if a.Batch, a.Zone = c.Batch, c.Pack.Zone(); a.Award == nil {
		if a.Amount, err = awardOf(c.Pack, app); err != nil {
			return Approval{}, err
		}
	}
	around, err := s.store.ReadSurroundings(ctx, app, WantNotice)
	if err != nil {
		return Approval{}, err
	}
	a.Notice = around.Notice
	frozen, err := s.store.ReadSnapshot(ctx, id, app.SnapshotNo)
	a.Document, a.Findings = frozen.Body, frozen.Findings
	return a, err
}
