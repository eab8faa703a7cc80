package workflow

import (
	"context"
	"slices"

	"xianjie/internal/proposal"
)

// PledgeView is every line and project of an application with the word given for it, as one person may see it.
type PledgeView struct {
	Application Application
	Live        bool // of the live draft; else of the snapshot in force
	Pledges     []Pledge
	Mine        []bool // by index of Pledges: the reader may confirm it now
}

// Pledges is the one view of confirmations: of the draft for those who may see it, else of the snapshot in force with what was
// confirmed up to it. Empty before the first submit for whoever may not see the draft, who then sees no application at all.
func (s *Service) Pledges(ctx context.Context, actor Actor, id string) (PledgeView, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err != nil {
		return PledgeView{}, err
	}
	view := PledgeView{Application: app, Live: sight.SeesDraft(app)}
	doc, given, err := s.pledges(ctx, app, view.Live)
	if err != nil {
		return PledgeView{}, err
	}
	view.Pledges = Pledges(doc, given)
	c := &Case{App: app, Actor: actor}
	may := s.mayPledge(c)
	view.Mine = make([]bool, len(view.Pledges))
	for i := range view.Pledges {
		p := &view.Pledges[i]
		if p.State == PledgeByAward && app.State != Awarded {
			p.Committed = 0 // not yet
		}
		view.Mine[i] = may && p.State != PledgeNone && c.confirms(doc, p) == nil
	}
	return view, nil
}

// mayPledge reports whether the actor may confirm anything here now.
func (s *Service) mayPledge(c *Case) bool {
	return s.roleFor(c.Actor, c.App.CountyCode, "confirmation", "confirm") != "" && c.pledging() == nil
}

// pledges reads a document and the confirmations that belong to it.
func (s *Service) pledges(ctx context.Context, app Application, live bool) (*proposal.Proposal, []Confirmation, error) {
	body, err := s.document(ctx, app, live)
	if err != nil {
		return nil, nil, err
	}
	doc, _, err := proposal.DecodeDraft(body)
	if err != nil {
		return nil, nil, err
	}
	around, err := s.store.ReadSurroundings(ctx, app, WantConfirmations)
	if err != nil || live {
		return doc, around.Confirmations, err
	}
	return doc, ConfirmationsOf(around.Confirmations, app.SnapshotNo), nil
}

// toConfirm are the pledges of an application that wait for one grant's word.
func (s *Service) toConfirm(ctx context.Context, holder Actor, app Application) ([]Pledge, error) {
	c := &Case{App: app, Actor: holder}
	out := []Pledge{}
	if app.Summary.Unconfirmed == 0 || !s.mayPledge(c) {
		return out, nil
	}
	doc, given, err := s.pledges(ctx, app, app.State.Edited())
	if err != nil {
		return nil, err
	}
	return append(out, slices.DeleteFunc(Pledges(doc, given), func(p Pledge) bool { return !p.open() || c.confirms(doc, &p) != nil })...), nil
}

// pledgesHeld refuses a step while something the pack demands confirmed is not, naming each. What the city confirms is not asked of
// the county that has yet to hand in. When only showing what is possible the document is not at hand, and pressing the button tells.
func pledgesHeld(c *Case) []Block {
	if c.Doc == nil || len(c.Pack.Params.RequireConfirmed) == 0 {
		return nil
	}
	var blocks []Block
	for _, p := range Pledges(c.Doc, c.Around.Confirmations) {
		if !p.open() || !c.Pack.RequiresConfirmed(p.group()) || p.By == CityFinance && c.App.State.Edited() {
			continue
		}
		blocks = append(blocks, Block{Message: p.demand()})
	}
	return blocks
}
