package workflow

import (
	"context"
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// lineCountyLinkage is the fund plan's line the county finance bureau answers for.
const lineCountyLinkage = string(proposal.SourceLinkageCounty)

// Confirm asks to confirm one line of the fund plan: the county finance bureau its 县级衔接资金, a department its integrated item.
type Confirm struct {
	Application string
	Line        string
	Receipt     *Receipt
}

// ConfirmLine records a department's word for one line at its present amount (domain 3.2, A7). Errors: Forbidden when the line is
// another department's, NotFound, Refused (frozen).
func (s *Service) ConfirmLine(ctx context.Context, actor Actor, in Confirm) (Saved, error) {
	return s.save(ctx, in.Receipt, func(tx Tx) (Saved, error) {
		c, err := s.openFor(tx, actor, in.Application, "confirmation", "confirm", WantConfirmations)
		if err != nil {
			return Saved{}, err
		}
		if err := c.editable(); err != nil {
			return Saved{}, err
		}
		kept, err := tx.Document(c.App.ID)
		if err != nil {
			return Saved{}, err
		}
		doc, err := assemble(c.App, kept)
		if err != nil {
			return Saved{}, err
		}
		amount, department, err := c.line(doc, in.Line)
		if err != nil {
			return Saved{}, err
		}
		confirmation := Confirmation{ID: s.newID(), ApplicationID: c.App.ID, Line: in.Line, Department: department, Amount: amount,
			AccountID: actor.AccountID, Name: actor.Name, ConfirmedAt: c.Now}
		if err := tx.InsertConfirmation(confirmation); err != nil {
			return Saved{}, err
		}
		c.App.UpdatedAt = c.Now
		if err := c.keep(tx); err != nil {
			return Saved{}, err
		}
		return c.saved(0, notPassed(nil)), note(tx, c, "confirm", in.Line, department+"确认 "+amount.String()+" 万元", "")
	})
}

// line finds a fund plan line and checks that it is the actor's to confirm.
func (c *Case) line(doc *proposal.Proposal, line string) (money.Fen, string, error) {
	if line == lineCountyLinkage {
		if !c.Actor.Has(CountyFinance) {
			return 0, "", fault.New(fault.Forbidden, "县级衔接资金由县财政确认")
		}
		return doc.FundPlan.Linkage.County, c.Actor.Unit, nil
	}
	i := slices.IndexFunc(doc.FundPlan.Integrated, func(item proposal.IntegratedItem) bool { return item.ID == line })
	if i < 0 {
		return 0, "", fault.New(fault.NotFound, "资金规划中没有条目 %s", line)
	}
	item := doc.FundPlan.Integrated[i]
	if item.Department != c.Actor.Unit {
		return 0, "", fault.New(fault.Forbidden, "条目 %s 属于%s,您的单位是%s", line, item.Department, c.Actor.Unit)
	}
	return item.Amount, item.Department, nil
}

// unconfirmed are the lines of a draft that are the actor's to confirm and have no word at their present amount.
func (s *Service) unconfirmed(ctx context.Context, actor Actor, app Application) ([]string, error) {
	kept, err := s.store.ReadDocument(ctx, app.ID)
	if err != nil {
		return nil, err
	}
	doc, err := assemble(app, kept)
	if err != nil {
		return nil, err
	}
	desk, err := s.store.Desk(ctx, app.ID)
	if err != nil {
		return nil, err
	}
	c := &Case{Actor: actor}
	lines := []string{}
	for _, line := range linesOf(doc) {
		amount, _, err := c.line(doc, line)
		if err != nil || amount == 0 {
			continue // another bureau's, or nothing to confirm
		}
		if !desk.confirms(line, amount) {
			lines = append(lines, line)
		}
	}
	return lines, nil
}

// confirms reports whether somebody gave his word for the line at this amount.
func (d Desk) confirms(line string, amount money.Fen) bool {
	return slices.ContainsFunc(d.Confirmations, func(g Confirmation) bool { return g.Line == line && g.Amount == amount })
}

// open is how many lines of the fund plan that hold money nobody has given his word for.
func (d Desk) open(doc *proposal.Proposal) int {
	n := 0
	if amount := doc.FundPlan.Linkage.County; amount != 0 && !d.confirms(lineCountyLinkage, amount) {
		n++
	}
	for _, item := range doc.FundPlan.Integrated {
		if item.Amount != 0 && !d.confirms(item.ID, item.Amount) {
			n++
		}
	}
	return n
}

func linesOf(doc *proposal.Proposal) []string {
	lines := []string{lineCountyLinkage}
	for _, item := range doc.FundPlan.Integrated {
		lines = append(lines, item.ID)
	}
	return lines
}
