package workflow

import (
	"context"

	"xianjie/internal/proposal"
)

// ChangeView is a change as somebody who may see it does.
type ChangeView struct {
	PlanChange
	Application Application
	Blocks      []ChangeBlock // what stands in its way as things are now, while it is open; never nil
	Offers      []ChangeOffer // what the actor may do; never nil
}

// ChangeOffer is one act a person may take on a change now.
type ChangeOffer struct {
	Action      ChangeAction
	Role        Role
	NeedsReason bool
	BlockedBy   []Block // never nil
}

// changeView is a change with what its viewer may do.
func (s *Service) changeView(actor Actor, app Application, change PlanChange, blocks []ChangeBlock) ChangeView {
	v := ChangeView{PlanChange: change, Application: app, Blocks: blocks, Offers: []ChangeOffer{}}
	for _, row := range changeTransitions {
		if row.From != change.State {
			continue
		}
		if _, err := s.changeRow(actor, app, change.State, row.Action); err != nil {
			continue
		}
		offer := ChangeOffer{Action: row.Action, Role: row.By, NeedsReason: row.Reason, BlockedBy: []Block{}}
		if own := row.apart(change.Steps, actor.AccountID); own != "" {
			offer.BlockedBy = append(offer.BlockedBy, Block{Message: own})
		}
		if row.Judge {
			for _, b := range blocks {
				offer.BlockedBy = append(offer.BlockedBy, b.Block)
			}
		}
		v.Offers = append(v.Offers, offer)
	}
	return v
}

// PlanChange is one change, for those who may see the money. Errors: NotFound.
func (s *Service) PlanChange(ctx context.Context, actor Actor, id string) (ChangeView, error) {
	change, err := s.seenChange(ctx, actor, id)
	if err != nil {
		return ChangeView{}, err
	}
	seen, err := s.seenFunds(ctx, actor, change.ApplicationID)
	if err != nil {
		return ChangeView{}, err
	}
	blocks := []ChangeBlock{}
	if change.State.Open() {
		facts, err := s.readChangeFacts(ctx, actor, seen.Application)
		if err != nil {
			return ChangeView{}, err
		}
		doc, _, err := proposal.Decode(change.Body)
		if err != nil {
			return ChangeView{}, err
		}
		verdict, found := facts.judge(doc)
		change.judged(verdict)
		blocks = found
	}
	return s.changeView(actor, seen.Application, change, blocks), nil
}

// PlanChanges are the changes of one award, the newest first, without the plans themselves.
func (s *Service) PlanChanges(ctx context.Context, actor Actor, id string) ([]PlanChange, error) {
	if _, err := s.seenFunds(ctx, actor, id); err != nil {
		return nil, err
	}
	return s.store.PlanChanges(ctx, FundQuery{Sight: s.fundSight(actor), ApplicationID: id})
}

// Plans are the versions of the approved plan, the first first, without the plans themselves.
func (s *Service) Plans(ctx context.Context, actor Actor, id string) ([]FundPlan, error) {
	if _, err := s.seenFunds(ctx, actor, id); err != nil {
		return nil, err
	}
	return s.store.FundPlans(ctx, id)
}

// Plan is one version of the approved plan.
func (s *Service) Plan(ctx context.Context, actor Actor, id string, version int) (FundPlan, error) {
	if _, err := s.seenFunds(ctx, actor, id); err != nil {
		return FundPlan{}, err
	}
	return s.store.ReadFundPlan(ctx, id, version)
}

// PlanDifference is what changed from one version of the approved plan to another.
func (s *Service) PlanDifference(ctx context.Context, actor Actor, id string, from, to int) ([]proposal.Change, error) {
	var docs [2]*proposal.Proposal
	for i, version := range []int{from, to} {
		plan, err := s.Plan(ctx, actor, id, version)
		if err != nil {
			return nil, err
		}
		if docs[i], _, err = proposal.Decode(plan.Body); err != nil {
			return nil, err
		}
	}
	return proposal.Diff(docs[0], docs[1]), nil
}
