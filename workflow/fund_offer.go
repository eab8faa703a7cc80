package workflow

import (
	"context"
	"slices"

	"xianjie/internal/funds"
)

// The acts on an entry and on a 督办单, as pages and todos offer them.
const (
	confirmEntry = "confirm"
	rejectEntry  = "reject"
	reverseEntry = "reverse"
	answerOrder  = "answer"
	closeOrder   = "close"
)

// FundActLabel is the Chinese name of an act on an entry or a 督办单.
func FundActLabel(act string) string {
	return map[string]string{confirmEntry: "复核确认", rejectEntry: "驳回", reverseEntry: "冲正", answerOrder: "反馈", closeOrder: "销号"}[act]
}

// fundKinds are the kinds of entry the actor's posts let him enter on a line; whether an amount fits is judged when it is entered.
func (s *Service) fundKinds(actor Actor, app Application, line funds.Line) []funds.Kind {
	return slices.DeleteFunc(funds.Kinds(), func(k funds.Kind) bool {
		layer, _, ok := k.Effect()
		if !ok {
			return true
		}
		_, err := s.fundRole(actor, app, layer, line, "enter")
		return err != nil
	})
}

// entryActs are what the actor may do with an entry as it stands: confirm or reject what another entered, take back what he entered
// himself, reverse what is in force and was not reversed.
func (s *Service) entryActs(actor Actor, app Application, line funds.Line, e FundEntry) []string {
	may := func(action string) bool {
		_, err := s.fundRole(actor, app, e.Move.Layer, line, action)
		return err == nil
	}
	switch {
	case e.State == funds.Pending && e.AccountID == actor.AccountID && may("enter"):
		return []string{rejectEntry}
	case e.State == funds.Pending && e.AccountID != actor.AccountID && may("confirm"):
		return []string{confirmEntry, rejectEntry}
	case e.State == funds.Posted && e.Kind != funds.Reverse && e.ReversedBy == "" && may("enter"):
		return []string{reverseEntry}
	}
	return []string{}
}

// FundEntrySeen is an entry as one person sees it.
type FundEntrySeen struct {
	FundEntry
	Application Application
	Line        funds.Line
	Acts        []string // never nil
}

// SeeFundEntry is one entry, whose it is, and what the actor may do with it. Errors: NotFound.
func (s *Service) SeeFundEntry(ctx context.Context, actor Actor, id string) (FundEntrySeen, error) {
	e, err := s.FundEntry(ctx, actor, id)
	if err != nil {
		return FundEntrySeen{}, err
	}
	v, err := s.seenFunds(ctx, actor, e.ApplicationID)
	if err != nil {
		return FundEntrySeen{}, err
	}
	lines, err := s.fundLinesOf(ctx, e.ApplicationID)
	if err != nil {
		return FundEntrySeen{}, err
	}
	line := lines[e.Move.Line]
	return FundEntrySeen{e, v.Application, line, s.entryActs(actor, v.Application, line, e)}, nil
}

// orderAct is what the actor may do with a 督办单 as it stands, and as which role; "" for nothing.
func (s *Service) orderAct(actor Actor, app Application, o SupervisionOrder) (string, Role) {
	var act string
	switch {
	case o.State == OrderOpen:
		act = answerOrder
	case o.State == OrderAnswered && o.RecoveredAt != nil && o.AnsweredBy != actor.AccountID:
		act = closeOrder
	default:
		return "", ""
	}
	as := s.roleFor(actor, app.CountyCode, supervisionObject, act)
	if as == "" {
		return "", ""
	}
	return act, as
}

// OrderSeen is a 督办单 as one person sees it.
type OrderSeen struct {
	SupervisionOrder
	Application Application
	Acts        []string // never nil
}

func (s *Service) seeOrder(actor Actor, app Application, o SupervisionOrder) OrderSeen {
	seen := OrderSeen{o, app, []string{}}
	if act, _ := s.orderAct(actor, app, o); act != "" {
		seen.Acts = append(seen.Acts, act)
	}
	return seen
}

// OrdersSeen are the 督办单 an actor may see, the newest first, with their zones.
func (s *Service) OrdersSeen(ctx context.Context, actor Actor, q FundQuery) ([]OrderSeen, error) {
	orders, err := s.Orders(ctx, actor, q)
	if err != nil {
		return nil, err
	}
	zones, seen := map[string]Application{}, []OrderSeen{}
	for _, o := range orders {
		app, known := zones[o.ApplicationID]
		if !known {
			v, err := s.seenFunds(ctx, actor, o.ApplicationID)
			if err != nil {
				return nil, err
			}
			app = v.Application
			zones[o.ApplicationID] = app
		}
		seen = append(seen, s.seeOrder(actor, app, o))
	}
	return seen, nil
}
