package workflow

import (
	"context"
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// save runs a draft command in one transaction and keeps its receipt.
func (s *Service) save(ctx context.Context, receipt *Receipt, do func(Tx) (Saved, error)) (Saved, error) {
	var saved Saved
	err := s.store.InTx(ctx, func(tx Tx) error {
		var err error
		if saved, err = do(tx); err != nil {
			return err
		}
		return receipt.keep(tx, saved)
	})
	if err != nil {
		return Saved{}, err
	}
	return saved, nil
}

// saved is the answer to a save, as the one who saved may see the application.
func (c *Case) saved(part int64, changed []policy.Finding) Saved {
	return Saved{Application: SightOf(c.Actor).Veil(c.App), Part: part, Changed: changed}
}

// edit locks a draft for one person's change: he must see it, his role must allow it, and the state must be one that is edited.
func (s *Service) edit(tx Tx, actor Actor, id, action string) (*Case, error) {
	c, err := s.openFor(tx, actor, id, "application", action, WantReturn|WantWaivers|WantConfirmations)
	if err != nil {
		return nil, err
	}
	if err := c.editable(); err != nil {
		return nil, err
	}
	return c, nil
}

// editable: only drafts and returned drafts are edited.
func (c *Case) editable() error {
	if c.App.State.Edited() {
		return nil
	}
	return fault.New(fault.Refused, "申报现为“%s”,内容已冻结;如需修改,请上级退回补正", c.App.State.Label())
}

// roleFor is the first of the actor's roles that may do something to an object in a region, "" when none.
func (s *Service) roleFor(actor Actor, region, object, action string) Role {
	for _, g := range actor.Grants {
		if s.access.May(string(g.Role), g.Region, region, object, action) {
			return g.Role
		}
	}
	return ""
}

// draftFindings judges a draft as it stands: not yet submitted, not yet reported.
func (s *Service) draftFindings(c *Case, doc *proposal.Proposal) []policy.Finding {
	return policy.ApplyWaivers(policy.Evaluate(policy.Input{Doc: doc, Pack: c.Pack, DossierOnly: true}), waived(c.Around.Waivers, c.Now))
}

// keepDraft writes the application's row and the audit entry after a change of its draft.
func (s *Service) keepDraft(tx Tx, c *Case, doc *proposal.Proposal, findings []policy.Finding, action, object string) error {
	c.App.Face, c.App.PackVersion, c.App.UpdatedAt = faceOf(doc, findings, c.Around.Confirmations), c.PackNo, c.Now
	if err := c.keep(tx); err != nil {
		return err
	}
	return note(tx, c, action, object, "", "")
}

// notPassed narrows findings to those an official must look at.
func notPassed(findings []policy.Finding) []policy.Finding {
	out := []policy.Finding{}
	for _, f := range findings {
		if f.Verdict == policy.Fail || f.Verdict == policy.Warn {
			out = append(out, f)
		}
	}
	return out
}

// changedFindings are those whose verdict or figure differs after a save.
func changedFindings(before, after []policy.Finding) []policy.Finding {
	out := []policy.Finding{}
	for i, f := range after {
		if f.Verdict != before[i].Verdict || f.Figure != before[i].Figure {
			out = append(out, f)
		}
	}
	return out
}

// freezes refuses changes outside the sections, rows and fields a return slip names.
func (c *Case) freezes(changes []proposal.Change) error {
	if c.App.State == Draft || c.Around.Return == nil {
		return nil
	}
	var places []fault.Place
	for _, change := range changes {
		if !c.Around.Return.opens(change) {
			places = append(places, fault.Place{Location: change.Pointer, Message: "退回单没有列出此处,不能改动:" + change.String()})
		}
	}
	if len(places) == 0 {
		return nil
	}
	return &fault.Error{Code: fault.Refused, Message: "补正只能改退回单列出的内容", Places: places}
}

// alwaysOpen may be changed while a draft is returned, whatever the slip lists: a change of money, scope or projects demands a new
// resolution, a new letter and the departments' new word.
var alwaysOpen = []ReturnItem{
	{Section: string(proposal.SectionPapers)},
	{Section: string(proposal.SectionAttachments), Row: string(proposal.AttachResolutionMinutes)},
	{Section: string(proposal.SectionAttachments), Row: string(proposal.AttachApplicationLetter)},
	{Section: string(proposal.SectionAttachments), Row: string(proposal.AttachFundIntegrationCommitment)},
}

// Open is everything that may be changed under the slip: what it lists and the papers of the decision.
func (r ReturnSlip) Open() []ReturnItem { return slices.Concat(r.Items, alwaysOpen) }

// opens reports whether the slip lets one place be changed.
func (r ReturnSlip) opens(change proposal.Change) bool {
	return slices.ContainsFunc(r.Open(), func(item ReturnItem) bool {
		return item.Section == change.Section && (item.Row == "" || item.Row == change.Row) &&
			(len(item.Fields) == 0 || slices.ContainsFunc(item.Fields, change.Touches))
	})
}
