package workflow

import (
	"context"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// ActOnChange asks to sign, approve, reject or withdraw a change.
type ActOnChange struct {
	Change  string
	Version int64
	Action  ChangeAction
	Reason  string // the opinion; required to reject and to withdraw
	Receipt *Receipt
}

// ActOnChange takes a change one step further. The account is locked first, then the change; rules and money are judged again before it is
// signed and before it is approved, and the last agreement lays the new plan over the account. Errors: NotFound, Forbidden, Stale, Invalid,
// Refused (state, own change, rules, money).
func (s *Service) ActOnChange(ctx context.Context, actor Actor, in ActOnChange) (ChangeView, error) {
	known, err := s.seenChange(ctx, actor, in.Change)
	if err != nil {
		return ChangeView{}, err
	}
	var view ChangeView
	err = s.onAccount(ctx, actor, known.ApplicationID, func(tx Tx, c *fundCase) error {
		change, err := tx.LockPlanChange(in.Change)
		if err != nil {
			return err
		}
		row, err := s.changeRow(actor, c.App, change.State, in.Action)
		if err != nil {
			return err
		}
		c.As = row.By
		if err := row.permits(change, actor, in); err != nil {
			return err
		}
		blocks := []ChangeBlock{}
		if row.Judge {
			if blocks, err = c.judgeChange(tx, &change, row.Action); err != nil {
				return err
			}
		}
		if err := c.stepChange(tx, &change, row, in.Reason); err != nil {
			return err
		}
		if err := tx.SavePlanChange(&change); err != nil {
			return err
		}
		if change.State == ChangeApproved {
			if err := s.layPlan(tx, c, change); err != nil {
				return err
			}
		}
		view = s.changeView(actor, c.App, change, blocks)
		return in.Receipt.keep(tx, view)
	})
	return view, err
}

// permits is what can be said before anything is judged.
func (t ChangeTransition) permits(change PlanChange, actor Actor, in ActOnChange) error {
	if change.Version != in.Version {
		return Changed(change.Version, in.Version)
	}
	if own := t.apart(change.Steps, actor.AccountID); own != "" {
		return fault.New(fault.Refused, "%s", own)
	}
	return reasonGiven(in.Reason, t.Reason)
}

// judgeChange judges a kept change again on what holds now.
func (c *fundCase) judgeChange(tx Tx, change *PlanChange, action ChangeAction) ([]ChangeBlock, error) {
	facts, err := c.changeFacts(tx)
	if err != nil {
		return nil, err
	}
	doc, _, err := proposal.Decode(change.Body)
	if err != nil {
		return nil, err
	}
	verdict, blocks := facts.judge(doc)
	change.judged(verdict)
	return blocks, refusal(action, verdict, blocks)
}

// stepChange writes the act itself: the change's history and the audit entry.
func (c *fundCase) stepChange(tx Tx, change *PlanChange, row ChangeTransition, opinion string) error {
	change.State = row.lands(change.NeedsCity())
	step := ChangeStep{Action: row.Action, From: row.From, To: change.State, Role: c.As, AccountID: c.Actor.AccountID, Name: c.Actor.Name,
		Opinion: strings.TrimSpace(opinion), At: c.Now}
	if err := tx.InsertChangeStep(change.ID, len(change.Steps)+1, step); err != nil {
		return err
	}
	change.Steps = append(change.Steps, step)
	return c.note(tx, "plan_change_"+string(row.Action), "第 "+number(int64(change.No))+" 号项目变更", step.Opinion, change.Digest)
}

// layPlan makes an approved change the plan in force: its version, lines and shares, the account, and the arrival judged again.
func (s *Service) layPlan(tx Tx, c *fundCase, change PlanChange) error {
	doc, _, err := proposal.Decode(change.Body)
	if err != nil {
		return err
	}
	around, err := tx.Surroundings(c.App, WantConfirmations)
	if err != nil {
		return err
	}
	plan := FundPlan{ApplicationID: c.App.ID, Version: change.Base + 1, BatchID: c.App.BatchID, Body: change.Body, Digest: change.Digest,
		PackVersion: change.PackVersion, Findings: change.Findings, ChangeID: change.ID, City: change.NeedsCity(), ApprovedBy: c.Actor.AccountID, ApprovedAt: c.Now}
	lines, shares := FundLines(doc, c.Account.Award)
	if err := tx.LayFundPlan(plan, lines, shares, committedLines(doc, around.Confirmations)); err != nil {
		return err
	}
	c.Account.PlanVersion = plan.Version
	if err := tx.SaveFundAccount(&c.Account); err != nil {
		return err
	}
	if err := c.note(tx, "fund_plan", "批准的规划第 "+number(int64(plan.Version))+" 版,第 "+number(int64(change.No))+" 号项目变更", "", plan.Digest); err != nil {
		return err
	}
	return s.judgeArrival(tx, c)
}

// seenChange is a change for those who may see the money it is about.
func (s *Service) seenChange(ctx context.Context, actor Actor, id string) (PlanChange, error) {
	change, err := s.store.ReadPlanChange(ctx, id)
	if err != nil {
		return change, err
	}
	if _, err := s.seenFunds(ctx, actor, change.ApplicationID); err != nil {
		return PlanChange{}, fault.New(fault.NotFound, "没有这项变更,或您无权查看")
	}
	return change, nil
}
