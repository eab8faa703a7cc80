package store

import (
	"context"

	"xianjie/policy"
	"xianjie/workflow"
)

// examineResults reckons every locked result again from the sheets as kept.
func (s *Store) examineResults(ctx context.Context) ([]Complaint, error) {
	c := Complaint{Invariant: "锁定的成绩由所留评分重算得出"}
	batches, err := s.Batches(ctx)
	if err != nil {
		return nil, err
	}
	for _, b := range batches {
		results, err := s.ReadResults(ctx, b.ID)
		if err != nil || len(results) == 0 || b.ReviewPack == 0 {
			if err != nil {
				return nil, err
			}
			continue
		}
		pinned, err := s.ReadPack(ctx, b.ID, b.ReviewPack)
		if err != nil {
			return nil, err
		}
		pack, err := policy.ParsePack(pinned.Body)
		if err != nil {
			c.add(b.ID + " 所固定的政策包读不出")
			continue
		}
		r, done := s.reading(ctx)
		reviews, err := r.reviewsOf(b.ID, "", "")
		done()
		if err != nil {
			return nil, err
		}
		for _, id := range workflow.Unreckoned(pack.Review, results, reviews) {
			c.add(id)
		}
	}
	return complaints(c), nil
}
