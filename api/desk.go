package api

import (
	"context"

	"xianjie/workflow"
)

// left is the list of one kind of thing the desks left on an application.
func left[B any](ctx context.Context, s *Server, id string, of func(workflow.Desk) []B) (*answer[list[B]], error) {
	desk, err := s.deps.Workflow.Desk(ctx, actorOf(ctx), id)
	if err != nil {
		return nil, err
	}
	return answered(whole(of(desk)), ""), nil
}

// recorded answers whoever left something there.
func recorded(done workflow.Saved) *answer[saved] {
	return created(savedView(done), versionTag(done.Application.Version), "")
}
