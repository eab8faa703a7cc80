package workflow

import (
	"context"
	"time"

	"xianjie/policy"
)

// Deadline is the first instant that is too late for something.
type Deadline struct {
	Label string
	At    time.Time
}

// Deadlines are those a batch's officials work towards, in the order of the process; none once applications are no longer
// collected. Passed ones are told too: whoever missed one should see it.
func (s *Service) Deadlines(ctx context.Context, b Batch) ([]Deadline, error) {
	if b.State != BatchCollecting {
		return []Deadline{}, nil
	}
	pack, err := s.packNow(ctx, b.ID)
	if err != nil {
		return nil, err
	}
	found := []Deadline{}
	if county := pack.Params.CountyDeadline; county != nil {
		found = append(found, Deadline{"县级上报截止", *county})
	}
	return append(found, Deadline{"市报省截止", pack.Params.ProvinceDeadline}), nil
}

// packNow is the pack in force for a batch, outside a transaction.
func (s *Service) packNow(ctx context.Context, batchID string) (*policy.Pack, error) {
	ref, _, err := s.store.ReadPackAt(ctx, batchID)
	if err != nil {
		return nil, err
	}
	return s.pack(ref, func() ([]byte, error) {
		full, err := s.store.ReadPack(ctx, ref.BatchID, ref.Version)
		return full.Body, err
	})
}
