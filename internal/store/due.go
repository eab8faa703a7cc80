package store

import (
	"context"
	"encoding/json"
	"time"

	"xianjie/workflow"
)

// Due implements workflow.Reader. The lists are hints: the step itself decides again, by the clock read under the lock.
func (s *Store) Due(ctx context.Context, state workflow.State) ([]string, error) {
	r, done := s.reading(ctx)
	defer done()
	now, err := s.clock(r.db)
	if err != nil {
		return nil, err
	}
	switch state {
	case workflow.Shortlisted:
		return r.unreported(now)
	case workflow.ReturnedByProvince:
		ids := []string{}
		err := r.db.Table("applications AS a").Joins("JOIN return_slips AS r ON r.application_id = a.id AND r.answered_at IS NULL").
			Where("a.state = ? AND r.due_at <= ?", string(state), instant(now)).Order("a.number").Pluck("a.id", &ids).Error
		return ids, failed("读取到期申报", err)
	default:
		return []string{}, nil
	}
}

// unreported are the recommended applications of batches whose province deadline is over, by the pack in force now.
func (r reads) unreported(now time.Time) ([]string, error) {
	var batches []string
	err := r.db.Table("applications").Distinct("batch_id").Where("state = ?", string(workflow.Shortlisted)).Pluck("batch_id", &batches).Error
	if err != nil {
		return nil, failed("读取到期申报", err)
	}
	ids := []string{}
	for _, batch := range batches {
		over, err := r.pastDeadline(batch, now)
		if err != nil {
			return nil, err
		}
		if !over {
			continue
		}
		var due []string
		err = r.db.Table("applications").Where("batch_id = ? AND state = ?", batch, string(workflow.Shortlisted)).Order("number").Pluck("id", &due).Error
		if err != nil {
			return nil, failed("读取到期申报", err)
		}
		ids = append(ids, due...)
	}
	return ids, nil
}

// pastDeadline reads only the one parameter it needs from the pack.
func (r reads) pastDeadline(batchID string, now time.Time) (bool, error) {
	p, err := r.packAt(batchID, now)
	if err != nil {
		return false, err
	}
	full, err := r.packVersion(batchID, p.Version)
	if err != nil {
		return false, err
	}
	var body struct {
		Params struct {
			ProvinceDeadline time.Time `json:"provinceDeadline"`
		} `json:"params"`
	}
	if err := json.Unmarshal(full.Body, &body); err != nil {
		return false, failed("读取政策参数", err)
	}
	return !now.Before(body.Params.ProvinceDeadline), nil
}
