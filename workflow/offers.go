package workflow

import (
	"context"
	"slices"
	"time"

	"xianjie/policy"
)

// Offer is one action a person may take on an application now, and what stands in its way. Pages show offers and no other buttons.
type Offer struct {
	Action      Action
	Label       string
	Role        Role // as which the actor would act
	NeedsReason bool
	Asks        []Ask
	Signers     []Signer // more than one for a 会签; nil otherwise
	BlockedBy   []Block  // never nil; empty means it can be done
}

// Signer is one bureau of a 会签 and whether it has signed this round.
type Signer struct {
	Role     Role
	Label    string
	SignedAt *time.Time
	Name     string
}

// offers lists what the actor may do with the application as the case stands. Rules are taken from the last evaluation kept in
// the summary, so that showing a page never costs a full evaluation; pressing the button judges anew.
func (s *Service) offers(c *Case) []Offer {
	offers := []Offer{}
	for _, row := range transitions {
		if row.From != c.App.State {
			continue
		}
		roles := s.may(c.Actor, c.App, row.Action)
		for _, role := range row.Signers() {
			if role == System || !slices.Contains(roles, role) {
				continue
			}
			offers = append(offers, c.offer(row, role))
			break
		}
	}
	return offers
}

func (c *Case) offer(row Transition, as Role) Offer {
	o := Offer{Action: row.Action, Label: row.Action.Label(), Role: as, NeedsReason: row.Opinion, BlockedBy: []Block{}}
	if as == row.By {
		o.Asks = row.Asks
		if slices.Contains([]Action{Propose, Reject}, row.Action) && len(c.vetoes()) > 0 {
			o.Asks = append(slices.Clone(row.Asks), AskVeto)
		}
	}
	showing := *c
	showing.Input = Input{YellowRiverReason: "待填写", VetoRuling: "待填写"}.with(c.Around.Signatures, row) // what is still to be filled in does not block
	showing.As, showing.Doc, showing.Frozen = as, nil, nil
	for _, rule := range c.App.Summary.stopping(row, c.Pack) {
		o.BlockedBy = append(o.BlockedBy, Block{Rule: rule, Message: policy.RuleName(rule) + "未通过,见规则检查"})
	}
	for _, guard := range row.Guards {
		o.BlockedBy = append(o.BlockedBy, guard(&showing)...)
	}
	if row.CoSign == "" {
		return o
	}
	for _, role := range row.Signers() {
		o.Signers = append(o.Signers, c.signer(row, role))
		signed := o.Signers[len(o.Signers)-1].SignedAt != nil
		if role == as && signed {
			o.BlockedBy = append(o.BlockedBy, Block{Message: "本单位已签署,等待另一家会签"})
		}
		if role == as && role == row.CoSign && row.Ordered && o.Signers[0].SignedAt == nil {
			o.BlockedBy = append(o.BlockedBy, Block{Message: "须先由" + row.By.Label() + "提出"})
		}
	}
	if o.Signers[0].SignedAt != nil {
		for _, guard := range row.Last {
			o.BlockedBy = append(o.BlockedBy, guard(&showing)...)
		}
	}
	return o
}

func (c *Case) signer(row Transition, role Role) Signer {
	signer := Signer{Role: role, Label: role.Label()}
	for _, g := range c.Around.Signatures {
		if g.Action == row.Action && g.Role == role && g.Round == c.App.Round {
			signer.SignedAt, signer.Name = instant(g.SignedAt), g.Name
		}
	}
	return signer
}

// stopping are the failing rules of the last evaluation that would stop the row.
func (s Summary) stopping(row Transition, pack *policy.Pack) []policy.RuleID {
	failed := make([]policy.Finding, 0, len(s.Failed))
	for _, rule := range s.Failed {
		f := policy.Finding{Rule: rule, Verdict: policy.Fail, Severity: policy.SeverityOf(rule)}
		if slices.Contains(s.Waived, rule) {
			f.Waived = "有豁免"
		}
		failed = append(failed, f)
	}
	stopping := []policy.RuleID{}
	for _, f := range row.judged(failed, pack) {
		stopping = append(stopping, f.Rule)
	}
	return stopping
}

// Offers lists what the actor may do with an application now, outside a transaction.
func (s *Service) Offers(ctx context.Context, actor Actor, app Application) ([]Offer, error) {
	if !s.anythingToDo(actor, app) {
		return []Offer{}, nil
	}
	c, err := s.showing(ctx, actor, app)
	if err != nil {
		return nil, err
	}
	return s.offers(c), nil
}

// showing loads a case for display only.
func (s *Service) showing(ctx context.Context, actor Actor, app Application) (*Case, error) {
	c := &Case{App: app, Actor: actor}
	batch, ref, now, err := s.store.ReadFrame(ctx, app.BatchID)
	if err != nil {
		return nil, err
	}
	c.Batch, c.Now, c.PackNo = batch, now, ref.Version
	if c.Pack, err = s.pack(ref, func() ([]byte, error) {
		full, err := s.store.ReadPack(ctx, ref.BatchID, ref.Version)
		return full.Body, err
	}); err != nil {
		return nil, err
	}
	if c.Setup, err = s.setup(batch, c.Pack, func() ([]byte, error) {
		pinned, err := s.store.ReadPack(ctx, batch.ID, batch.ReviewPack)
		return pinned.Body, err
	}); err != nil {
		return nil, err
	}
	want := wants(app.State) &^ WantWaivers // the summary knows what is waived
	if !s.anythingToDo(actor, app) {
		want &= WantReturn // whoever mends without taking a step has the slip's date to keep all the same
	}
	if want != 0 {
		c.Around, err = s.store.ReadSurroundings(ctx, app, want)
	}
	return c, err
}

// anythingToDo spares the look-around for people who have no row here.
func (s *Service) anythingToDo(actor Actor, app Application) bool {
	for _, row := range transitions {
		if row.From == app.State && len(s.may(actor, app, row.Action)) > 0 {
			return true
		}
	}
	return false
}
