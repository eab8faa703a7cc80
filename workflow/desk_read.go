package workflow

import "context"

// Desk is what the desks left; signatures and internal opinions only for those who may read them, a proposed disqualification for whoever is
// told of it.
func (s *Service) Desk(ctx context.Context, actor Actor, id string) (Desk, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err != nil {
		return Desk{}, err
	}
	desk, err := s.store.Desk(ctx, id)
	if err != nil {
		return Desk{}, err
	}
	if sight.SeesCharge(app) {
		if desk.Hearing, err = s.hearing(ctx, app, desk.Signatures); err != nil {
			return Desk{}, err
		}
	}
	if !sight.SeesNotes(app) {
		desk.Signatures = []Signature{}
	}
	return desk, nil
}
