package workflow

import (
	"context"

	"xianjie/internal/fault"
)

// opinionPage is how many reviews are read at a time.
const opinionPage = 200

// Opinions is what the 评审意见汇总表 is made of: the ranking in force and every sheet handed in, under its expert's code.
type Opinions struct {
	RankingView
	Batch Batch
	Tasks []Task // handed in and shown, by the store's order
}

// Opinions are the experts' words on a batch's ranked applications, for those who organise the review or audit it: what an expert wrote is
// never published. Errors: Forbidden, NotFound.
func (s *Service) Opinions(ctx context.Context, actor Actor, batchID string) (Opinions, error) {
	v, err := s.Ranking(ctx, actor, batchID)
	if err != nil {
		return Opinions{}, err
	}
	if !seesUnpublished(actor) {
		return Opinions{}, fault.New(fault.NotFound, "评审意见不公布")
	}
	o := Opinions{RankingView: v}
	if o.Batch, err = s.store.ReadBatch(ctx, batchID); err != nil {
		return Opinions{}, err
	}
	for page := 1; ; page++ {
		found, err := s.Tasks(ctx, actor, ReviewQuery{BatchID: batchID, States: []ReviewState{ReviewSubmitted}, Page: page, PageSize: opinionPage})
		if err != nil {
			return Opinions{}, err
		}
		for _, task := range found.Items {
			if task.Shown {
				o.Tasks = append(o.Tasks, task)
			}
		}
		if page*opinionPage >= found.Total {
			return o, nil
		}
	}
}
