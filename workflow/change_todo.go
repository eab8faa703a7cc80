package workflow

import (
	"context"
	"slices"
)

// changeTodos are the changes that wait for a holder of one grant: the signer's that were proposed, the city's that were signed. Whoever
// proposed one may take it back but is not waited for.
func (s *Service) changeTodos(ctx context.Context, holder Actor) ([]Todo, error) {
	role := holder.Grants[0].Role
	todos := []Todo{}
	waits := func(t ChangeTransition) bool { return t.From != "" && t.By == role && t.Action != WithdrawChangeAction }
	if !slices.ContainsFunc(changeTransitions, waits) {
		return todos, nil
	}
	open, err := s.store.PlanChanges(ctx, FundQuery{Sight: s.fundSight(holder), Live: true})
	if err != nil {
		return nil, err
	}
	for _, change := range open {
		if !slices.ContainsFunc(changeTransitions, func(t ChangeTransition) bool { return waits(t) && t.From == change.State }) {
			continue
		}
		seen, err := s.seenFunds(ctx, holder, change.ApplicationID)
		if err != nil {
			return nil, err
		}
		view := s.changeView(holder, seen.Application, change, []ChangeBlock{})
		todos = append(todos, Todo{Application: seen.Application, Role: role, Actions: []Action{}, Confirm: []Pledge{}, Change: &view})
	}
	return todos, nil
}
