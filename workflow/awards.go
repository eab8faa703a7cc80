package workflow

import "context"

// AwardView is one 立项 with the application it is of.
type AwardView struct {
	AwardRecord
	Application Application
}

// awardPage is how many applications are looked at at a time.
const awardPage = 200

// Awards are the awards of applications the actor may see, by application number; batchID "" for every batch.
func (s *Service) Awards(ctx context.Context, actor Actor, batchID string) ([]AwardView, error) {
	sight := SightOf(actor)
	seen := map[string]Application{}
	for page := 1; ; page++ {
		found, err := s.store.Applications(ctx, Query{Sight: sight, BatchID: batchID, Sort: "no", Page: page, PageSize: awardPage})
		if err != nil {
			return nil, err
		}
		for _, a := range found.Items {
			seen[a.ID] = sight.Veil(a)
		}
		if page*awardPage >= found.Total {
			break
		}
	}
	all, err := s.store.Awards(ctx, batchID)
	if err != nil {
		return nil, err
	}
	views := []AwardView{}
	for _, award := range all {
		if a, ok := seen[award.ApplicationID]; ok {
			views = append(views, AwardView{award, a})
		}
	}
	return views, nil
}
