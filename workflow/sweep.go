package workflow

import (
	"context"
	"errors"

	"xianjie/internal/fault"
)

// timed are the steps time itself takes, by the state they leave.
var timed = []struct {
	from   State
	action Action
}{
	{Shortlisted, Overdue},
	{ReturnedByProvince, Lapse},
}

// Sweep takes every timed step that is due, closes every notice whose period is over, opens the accounts that are
// missing and judges what must have arrived, and returns the applications it moved. Replicas may sweep at once: each step locks its
// application and looks again, so that the second finds nothing to do.
func (s *Service) Sweep(ctx context.Context) ([]Outcome, error) {
	var moved []Outcome
	for _, t := range timed {
		due, err := s.store.Due(ctx, t.from)
		if err != nil {
			return moved, err
		}
		for _, id := range due {
			out, err := s.Do(ctx, system(), Command{Application: id, Action: t.action})
			switch fault.CodeOf(err) {
			case "":
				moved = append(moved, out)
			case fault.Refused, fault.NotFound: // another replica or a person was first
			default:
				return moved, err
			}
		}
	}
	return moved, errors.Join(s.closeNotices(ctx), s.openAccounts(ctx), s.judgeArrivals(ctx))
}
