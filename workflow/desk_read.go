package workflow

import (
	"context"
	"slices"
)

// Desk is what the desks left; signatures and internal opinions only for those who may read them, and a confirmation, which names
// an amount of the draft, for those who may not see drafts only once a snapshot holds it.
func (s *Service) Desk(ctx context.Context, actor Actor, id string) (Desk, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err != nil {
		return Desk{}, err
	}
	return s.desk(ctx, app, sight)
}

func (s *Service) desk(ctx context.Context, app Application, sight Sight) (Desk, error) {
	desk, err := s.store.Desk(ctx, app.ID)
	if err != nil {
		return Desk{}, err
	}
	if !sight.SeesNotes(app) {
		desk.Signatures = []Signature{}
	}
	if sight.SeesDraft(app) {
		return desk, nil
	}
	frozen, err := s.store.ReadSnapshot(ctx, app.ID, app.SnapshotNo)
	if err != nil {
		return Desk{}, err
	}
	desk.Confirmations = slices.DeleteFunc(desk.Confirmations, func(c Confirmation) bool { return c.ConfirmedAt.After(frozen.TakenAt) })
	return desk, nil
}
