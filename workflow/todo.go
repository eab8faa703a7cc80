package workflow

import (
	"context"
	"slices"
	"time"
)

// Todo is one application waiting for a person, and what for.
type Todo struct {
	Application Application
	Role        Role
	Actions     []Action // never nil; empty means the draft is to be filled in
	Confirm     []Pledge // lines and projects still to be confirmed; never nil
	Review      string   // an expert's task; "" for everybody else
	Entry       string   // an entry of the ledger to be confirmed; "" for other matters
	Order       string   // a 督办单 to be answered or closed; likewise
	DueAt       *time.Time
	Change      *ChangeView // the 项目变更 that waits, when it is one that waits; its offers are what for
}

// since is when a task began to wait.
func (t Todo) since() time.Time {
	if t.Change != nil && len(t.Change.Steps) > 0 {
		return t.Change.Steps[len(t.Change.Steps)-1].At
	}
	return t.Application.StateSince
}

// Todos lists what waits for the actor, the longest waiting first. It is derived: from the table for those who take steps, from the
// editable states for those who fill in.
func (s *Service) Todos(ctx context.Context, actor Actor) ([]Todo, error) {
	todos := []Todo{}
	for _, g := range actor.Grants {
		if g.Role == Expert {
			tasks, err := s.expertTodos(ctx, actor)
			if err != nil {
				return nil, err
			}
			todos = append(todos, tasks...)
			continue
		}
		if g.Role == SiteInspector {
			sheets, err := s.inspectorTodos(ctx, actor)
			if err != nil {
				return nil, err
			}
			todos = append(todos, sheets...)
			continue
		}
		holder := Actor{AccountID: actor.AccountID, Name: actor.Name, Unit: actor.Unit, Grants: []Grant{g}}
		changes, err := s.changeTodos(ctx, holder)
		if err != nil {
			return nil, err
		}
		todos = append(todos, changes...)
		waiting := waitingFor(g.Role)
		if len(waiting) == 0 {
			continue
		}
		page, err := s.List(ctx, holder, Query{States: waiting, Sort: "updatedAt", Page: 1, PageSize: 200})
		if err != nil {
			return nil, err
		}
		for _, app := range page.Items {
			todo, ok, err := s.todo(ctx, holder, app)
			if err != nil {
				return nil, err
			}
			if ok {
				todos = append(todos, todo)
			}
		}
	}
	money, err := s.fundTodos(ctx, actor)
	if err != nil {
		return nil, err
	}
	todos = append(todos, money...)
	slices.SortStableFunc(todos, func(a, b Todo) int { return a.since().Compare(b.since()) })
	return todos, nil
}

// fillers edit drafts and returned drafts.
var fillers = []Role{CountyFiler, CountyDepartment, CountyFinance}

// waitingFor are the states in which something waits for a role.
func waitingFor(role Role) []State {
	if slices.Contains(fillers, role) {
		return []State{Draft, ReturnedByCity, ReturnedByProvince}
	}
	var states []State
	if role == CityFinance {
		states = append(states, Submitted) // its 市级衔接资金 may be confirmed before the bureaus sign
	}
	for _, row := range transitions {
		if slices.Contains(row.Signers(), role) && !optional(row.Action) && !slices.Contains(states, row.From) {
			states = append(states, row.From)
		}
	}
	return states
}

// optional are steps a person may take but is not waited for.
func optional(a Action) bool { return a == Withdraw || a == Revoke || a == Disqualify || a == Decline }

// todo says what an application waits for from one grant; false when this bureau has already done its part.
func (s *Service) todo(ctx context.Context, actor Actor, app Application) (Todo, bool, error) {
	todo := Todo{Application: app, Role: actor.Grants[0].Role, Actions: []Action{}}
	var err error
	if todo.Confirm, err = s.toConfirm(ctx, actor, app); err != nil {
		return Todo{}, false, err
	}
	c, err := s.showing(ctx, actor, app)
	if err != nil {
		return Todo{}, false, err
	}
	todo.DueAt = dueOf(c)
	switch todo.Role {
	case CountyFiler:
		return todo, true, nil
	case CountyDepartment, CountyFinance:
		return todo, len(todo.Confirm) > 0, nil
	}
	offers := s.offers(c)
	if !othersTurn(offers) {
		for _, offer := range offers {
			if !optional(offer.Action) && !offer.signed() {
				todo.Actions = append(todo.Actions, offer.Action)
			}
		}
	}
	return todo, len(todo.Actions)+len(todo.Confirm) > 0, nil
}

// dueOf is the instant from which an application may no longer leave the state it is in; nil where no rule sets one.
func dueOf(c *Case) *time.Time {
	county := c.Pack.Params.CountyDeadline
	switch c.App.State {
	case Draft, ReturnedByCity:
		if c.Around.Return != nil {
			return instant(c.Around.Return.DueAt)
		}
		if county != nil {
			return instant(*county)
		}
		return instant(c.Pack.Params.ProvinceDeadline)
	case Submitted, CityReview, Shortlisted:
		return instant(c.Pack.Params.ProvinceDeadline)
	case ReturnedByProvince:
		if c.Around.Return != nil {
			return instant(c.Around.Return.DueAt)
		}
	}
	return nil
}

// signed reports whether the actor's bureau has already signed this 会签.
func (o Offer) signed() bool {
	return slices.ContainsFunc(o.Signers, func(g Signer) bool { return g.Role == o.Role && g.SignedAt != nil })
}

// othersTurn reports whether the actor's bureau has given its word and only the other's is missing: what is left to it undoes that
// word and is not waited for. Where the other has signed something else, the two have still to agree and it waits for both.
func othersTurn(offers []Offer) bool {
	return slices.ContainsFunc(offers, Offer.signed) && !variance(offers)
}

// variance reports whether the other bureau has signed what the actor's has not.
func variance(offers []Offer) bool {
	return slices.ContainsFunc(offers, func(o Offer) bool {
		return !o.signed() && slices.ContainsFunc(o.Signers, func(g Signer) bool { return g.SignedAt != nil })
	})
}

// expertTodos are an expert's tasks still to be done: to declare himself, to fill in, to answer for an outlier.
func (s *Service) expertTodos(ctx context.Context, actor Actor) ([]Todo, error) {
	var todos []Todo
	for page := 1; ; page++ {
		tasks, err := s.Tasks(ctx, actor, ReviewQuery{ExpertID: actor.AccountID, States: []ReviewState{ReviewAssigned, ReviewOpen, ReviewSubmitted},
			Page: page, PageSize: 200})
		if err != nil {
			return nil, err
		}
		for _, task := range tasks.Items {
			if !task.Open {
				continue
			}
			if task.Review.State == ReviewSubmitted {
				if task, err = s.Task(ctx, actor, task.Review.ID); err != nil {
					return nil, err
				}
				if !task.Flagged || task.Review.Explanation != "" && task.Review.ExplainedFor == task.Review.Total {
					continue
				}
			}
			todos = append(todos, Todo{Application: task.Application, Role: Expert, Actions: []Action{}, Confirm: []Pledge{}, Review: task.Review.ID})
		}
		if page*200 >= tasks.Total {
			return todos, nil
		}
	}
}

// inspectorTodos are the site checks assigned to an inspector and not yet handed in.
func (s *Service) inspectorTodos(ctx context.Context, actor Actor) ([]Todo, error) {
	assigned, err := s.store.Assigned(ctx, actor.AccountID)
	if err != nil {
		return nil, err
	}
	todos := []Todo{}
	for _, id := range assigned {
		view, err := s.SiteCheck(ctx, actor, id)
		if err != nil {
			return nil, err
		}
		if view.Application.State == SiteCheck && view.Sheet.SubmittedAt == nil {
			todos = append(todos, Todo{Application: view.Application, Role: SiteInspector, Actions: []Action{}, Confirm: []Pledge{}})
		}
	}
	return todos, nil
}
