package store

import (
	"context"

	"xianjie/workflow"
)

// examineOrders draws the order of every defence again from its seed.
func (s *Store) examineOrders(ctx context.Context) ([]Complaint, error) {
	orders := Complaint{Invariant: "答辩次序由所留种子重放得出"}
	batches, err := s.Batches(ctx)
	if err != nil {
		return nil, err
	}
	for _, b := range batches {
		slots, err := s.ReadDefences(ctx, b.ID)
		if err != nil {
			return nil, err
		}
		for _, seed := range workflow.Unplayed(slots) {
			orders.add(b.ID + " 种子 " + seed)
		}
	}
	return complaints(orders), nil
}

// examineSites looks for gaps in sheets that were handed in.
func (s *Store) examineSites(ctx context.Context) ([]Complaint, error) {
	whole := Complaint{Invariant: "提交的核查单填写完整,不符的附有照片"}
	r, done := s.reading(ctx)
	defer done()
	sheets, err := r.siteChecks("submitted_at IS NOT NULL")
	if err != nil {
		return nil, err
	}
	for _, sheet := range sheets {
		photos, err := r.sitePhotos(sheet.ApplicationID)
		if err != nil {
			return nil, err
		}
		if len(sheet.Gaps(photos)) > 0 {
			whole.add(sheet.ApplicationID)
		}
	}
	return complaints(whole), nil
}
