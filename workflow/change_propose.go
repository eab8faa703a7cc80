package workflow

import (
	"context"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// ProposeChange asks to change the approved plan (项目变更申请).
type ProposeChange struct {
	Application string
	Base        int // version of the approved plan the edits were written over
	Edits       PlanEdits
	Reason      string
	Receipt     *Receipt
}

// ProposeChange writes edits over the plan in force and sends the result to the county government's signer. Errors: NotFound, Forbidden,
// Invalid (every wrong place, nothing changed, the award's own money), Stale (the plan has moved on), Refused (a rule of the pack's list fails,
// less than was allocated already, a project with money taken out, another change still open).
func (s *Service) ProposeChange(ctx context.Context, actor Actor, in ProposeChange) (ChangeView, error) {
	var view ChangeView
	err := s.onAccount(ctx, actor, in.Application, func(tx Tx, c *fundCase) error {
		row, err := s.changeRow(actor, c.App, "", ProposeChangeAction)
		if err != nil {
			return err
		}
		c.As = row.By
		facts, err := c.changeFacts(tx)
		if err != nil {
			return err
		}
		change, blocks, err := facts.draft(in)
		if err != nil {
			return err
		}
		if err := refusal(row.Action, change.ChangeVerdict, blocks); err != nil {
			return err
		}
		change.ID = s.newID()
		if err := tx.InsertPlanChange(&change); err != nil {
			return err
		}
		if err := c.stepChange(tx, &change, row, in.Reason); err != nil {
			return err
		}
		view = s.changeView(actor, c.App, change, blocks)
		return in.Receipt.keep(tx, view)
	})
	return view, err
}

// TryChange is what proposing would come to, with everything that stands in its way; nothing is kept. Errors: as ProposeChange, but for what
// stands in the way.
func (s *Service) TryChange(ctx context.Context, actor Actor, in ProposeChange) (ChangeView, error) {
	seen, err := s.seenFunds(ctx, actor, in.Application)
	if err != nil {
		return ChangeView{}, err
	}
	if _, err := s.changeRow(actor, seen.Application, "", ProposeChangeAction); err != nil {
		return ChangeView{}, err
	}
	facts, err := s.readChangeFacts(ctx, actor, seen.Application)
	if err != nil {
		return ChangeView{}, err
	}
	change, blocks, err := facts.draft(in)
	change.Steps = []ChangeStep{}
	return ChangeView{PlanChange: change, Application: seen.Application, Blocks: blocks, Offers: []ChangeOffer{}}, err
}

// draft is the change as it would be kept, judged.
func (f changeFacts) draft(in ProposeChange) (PlanChange, []ChangeBlock, error) {
	if in.Base != f.Account.PlanVersion {
		return PlanChange{}, nil, fault.New(fault.Stale, "您依据的是批准的规划第 %d 版,现行的是第 %d 版;请对照现行版重新填写变更", in.Base, f.Account.PlanVersion)
	}
	if err := reasonGiven(in.Reason, true); err != nil {
		return PlanChange{}, nil, err
	}
	doc, differences, err := f.changed(in.Edits)
	if err != nil {
		return PlanChange{}, nil, err
	}
	verdict, blocks := f.judge(doc)
	body := proposal.Canonical(doc)
	return PlanChange{ApplicationID: f.App.ID, BatchID: f.App.BatchID, State: ChangeProposed, Base: in.Base, Reason: strings.TrimSpace(in.Reason),
		Kinds: kindsOf(differences), Body: body, Digest: proposal.Digest(body), Differences: differences, ChangeVerdict: verdict}, blocks, nil
}

func reasonGiven(text string, needed bool) error {
	switch text = strings.TrimSpace(text); {
	case needed && text == "":
		return fault.At("请写明理由", []fault.Place{{Location: "/reason", Message: "请写明为什么变更、撤回或不同意"}})
	case utf8.RuneCountInString(text) > textLimit:
		return fault.At("理由过长", []fault.Place{{Location: "/reason", Message: "请控制在 2000 字以内"}})
	}
	return nil
}
