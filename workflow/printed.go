package workflow

import (
	"context"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// Printed is what a printed 申报书 is made of: an application's document as one person may see it, with the verdicts on it.
type Printed struct {
	View
	Batch    Batch
	Findings []policy.Finding // of the draft as it stands, or those kept with the snapshot in force
	Draft    bool             // nobody has handed the document in as it stands
}

// Printed is one application to be taken away on paper. Errors: Forbidden, NotFound.
func (s *Service) Printed(ctx context.Context, actor Actor, id string) (Printed, error) {
	view, err := s.Get(ctx, actor, id)
	if err != nil {
		return Printed{}, err
	}
	app := view.Application
	if s.roleFor(actor, app.CountyCode, "application", "export") == "" {
		return Printed{}, fault.New(fault.Forbidden, "您的岗位无权导出%s的申报书", app.CountyName)
	}
	d := Printed{View: view}
	if d.Batch, err = s.store.ReadBatch(ctx, app.BatchID); err != nil {
		return Printed{}, err
	}
	var frozen Snapshot
	if app.SnapshotNo > 0 {
		if frozen, err = s.store.ReadSnapshot(ctx, id, app.SnapshotNo); err != nil {
			return Printed{}, err
		}
	}
	if d.Draft = view.Live && (app.State.Edited() || frozen.Digest != proposal.Digest(view.Document)); !d.Draft {
		d.Findings = frozen.Findings
		return d, nil
	}
	d.Findings, _, err = s.Check(ctx, actor, id)
	return d, err
}
