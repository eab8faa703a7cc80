package workflow

import (
	"context"

	"xianjie/internal/funds"
)

// fundTodos are the money matters that wait for the actor: entries of others to be confirmed, 督办单 to be answered or closed.
func (s *Service) fundTodos(ctx context.Context, actor Actor) ([]Todo, error) {
	sight := s.fundSight(actor)
	if len(sight.Windows) == 0 {
		return nil, nil
	}
	todos, err := s.confirmTodos(ctx, actor, sight)
	if err != nil {
		return nil, err
	}
	orders, err := s.store.Orders(ctx, FundQuery{Sight: sight, Live: true})
	if err != nil {
		return nil, err
	}
	for _, o := range orders {
		app, err := s.store.Application(ctx, o.ApplicationID)
		if err != nil {
			return nil, err
		}
		if _, as := s.orderAct(actor, app, o); as != "" {
			todos = append(todos, Todo{Application: sight.Veil(app), Role: as, Actions: []Action{}, Confirm: []Pledge{}, Order: o.ID})
		}
	}
	return todos, nil
}

// confirmTodos are the waiting entries the actor may confirm.
func (s *Service) confirmTodos(ctx context.Context, actor Actor, sight Sight) ([]Todo, error) {
	todos := []Todo{}
	lines := map[string]map[string]funds.Line{} // by application and key
	for page := 1; ; page++ {
		waiting, err := s.store.FundEntries(ctx, FundQuery{Sight: sight, States: []funds.State{funds.Pending}, Sort: "enteredAt", Page: page, PageSize: 200})
		if err != nil {
			return nil, err
		}
		for _, e := range waiting.Items {
			if e.AccountID == actor.AccountID {
				continue
			}
			app, err := s.store.Application(ctx, e.ApplicationID)
			if err != nil {
				return nil, err
			}
			if lines[app.ID] == nil {
				if lines[app.ID], err = s.fundLinesOf(ctx, app.ID); err != nil {
					return nil, err
				}
			}
			if as, err := s.fundRole(actor, app, e.Move.Layer, lines[app.ID][e.Move.Line], "confirm"); err == nil {
				todos = append(todos, Todo{Application: sight.Veil(app), Role: as, Actions: []Action{}, Confirm: []Pledge{}, Entry: e.ID})
			}
		}
		if page*200 >= waiting.Total {
			return todos, nil
		}
	}
}

func (s *Service) fundLinesOf(ctx context.Context, applicationID string) (map[string]funds.Line, error) {
	books, err := s.store.ReadFundBooks(ctx, applicationID)
	lines := make(map[string]funds.Line, len(books.Lines))
	for _, l := range books.Lines {
		lines[l.Key] = l
	}
	return lines, err
}
