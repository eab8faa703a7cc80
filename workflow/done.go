package workflow

import (
	"context"
	"slices"
)

// Done is a step somebody took, with the application it was taken on as he may see it today; nil once he may not.
type Done struct {
	Step        Step
	Application *Application
}

// Done lists what the actor did, the newest first (已办).
func (s *Service) Done(ctx context.Context, actor Actor, page, pageSize int) (Page[Done], error) {
	steps, err := s.store.Handled(ctx, actor.AccountID, page, pageSize)
	if err != nil {
		return Page[Done]{}, err
	}
	out := Page[Done]{Items: []Done{}, Total: steps.Total, Page: steps.Page, PageSize: steps.PageSize}
	if len(steps.Items) == 0 {
		return out, nil
	}
	ids := []string{}
	for _, step := range steps.Items {
		if !slices.Contains(ids, step.ApplicationID) {
			ids = append(ids, step.ApplicationID)
		}
	}
	seen, err := s.List(ctx, actor, Query{IDs: ids, Sort: "no", Page: 1, PageSize: len(ids)})
	if err != nil {
		return Page[Done]{}, err
	}
	for _, step := range steps.Items {
		done := Done{Step: step}
		if i := slices.IndexFunc(seen.Items, func(a Application) bool { return a.ID == step.ApplicationID }); i >= 0 {
			done.Application = &seen.Items[i]
		}
		out.Items = append(out.Items, done)
	}
	return out, nil
}
