package workflow

import (
	"context"
	"slices"
	"strings"
	"time"

	"xianjie/internal/fault"
	"xianjie/policy"
)

// GrantWaiver asks for a 省级豁免 of one “原则上” rule.
type GrantWaiver struct {
	Application string
	Version     int64
	Rule        policy.RuleID
	Reason      string
	DocNo       string
	ExpiresAt   *time.Time
	Receipt     *Receipt
}

// GrantWaiver lets one B* rule through for one application (domain 3.6, A8). Errors: Forbidden, NotFound, Stale, Invalid (reason,
// document number, rule), Refused (state, not failing, already waived).
func (s *Service) GrantWaiver(ctx context.Context, actor Actor, g GrantWaiver) (Saved, error) {
	return s.save(ctx, g.Receipt, func(tx Tx) (Saved, error) {
		c, err := s.openFor(tx, actor, g.Application, "waiver", "grant", WantWaivers)
		if err != nil {
			return Saved{}, err
		}
		if c.App.Version != g.Version {
			return Saved{}, Changed(c.App.Version, g.Version)
		}
		if err := g.validate(c); err != nil {
			return Saved{}, err
		}
		if err := g.applies(c); err != nil {
			return Saved{}, err
		}
		w := Waiver{ID: s.newID(), ApplicationID: c.App.ID, Rule: g.Rule, Reason: strings.TrimSpace(g.Reason), DocNo: strings.TrimSpace(g.DocNo),
			GrantedBy: actor.AccountID, GrantedName: actor.Name, GrantedAt: c.Now, ExpiresAt: g.ExpiresAt}
		if err := tx.InsertWaiver(w); err != nil {
			return Saved{}, err
		}
		c.App.waive(g.Rule)
		c.App.UpdatedAt = c.Now
		if err := c.keep(tx); err != nil {
			return Saved{}, err
		}
		return c.saved(0, []policy.Finding{}), note(tx, c, "waiver", string(g.Rule)+" "+w.DocNo, w.Reason, "")
	})
}

func (g GrantWaiver) validate(c *Case) error {
	var places []fault.Place
	if policy.SeverityOf(g.Rule) != policy.Waivable {
		places = append(places, fault.Place{Location: "/rule", Message: "只有条文写“原则上”的规则(" + joinRules(policy.WaivableRules()) + ")可以豁免"})
	}
	if strings.TrimSpace(g.Reason) == "" {
		places = append(places, fault.Place{Location: "/reason", Message: "请写明豁免理由"})
	}
	if strings.TrimSpace(g.DocNo) == "" {
		places = append(places, fault.Place{Location: "/docNo", Message: "请填写批准文号"})
	}
	if g.ExpiresAt != nil && !c.Now.Before(*g.ExpiresAt) {
		places = append(places, fault.Place{Location: "/expiresAt", Message: "有效期已过"})
	}
	return fault.At("豁免登记没有填全", places)
}

// applies: a rule is waived that fails in what the province reads, which while a return is answered is not the draft.
func (g GrantWaiver) applies(c *Case) error {
	failed := SightOf(c.Actor).Veil(c.App).Summary.Failed
	switch {
	case c.App.State == Draft || c.App.State.Ended() || c.App.State.judged():
		return fault.New(fault.Refused, "申报现为“%s”,不能登记豁免", c.App.State.Label())
	case !slices.Contains(failed, g.Rule):
		return fault.New(fault.Refused, "%s 没有不通过,无须豁免", g.Rule)
	}
	return nil
}

func joinRules(rules []policy.RuleID) string {
	names := make([]string, len(rules))
	for i, r := range rules {
		names[i] = string(r)
	}
	return strings.Join(names, "、")
}

// openFor locks an application for an act that is neither a step nor an edit.
func (s *Service) openFor(tx Tx, actor Actor, id, object, action string, want Want) (*Case, error) {
	app, err := tx.LockApplication(id)
	if err != nil {
		return nil, err
	}
	if !SightOf(actor).Sees(app) {
		return nil, fault.New(fault.NotFound, "没有这份申报,或您无权查看")
	}
	c := &Case{App: app, Actor: actor}
	if c.As = s.roleFor(actor, app.CountyCode, object, action); c.As == "" {
		return nil, fault.New(fault.Forbidden, "您的岗位无权办理此事")
	}
	if c.Now, err = tx.Now(); err != nil {
		return nil, err
	}
	if err := s.packIn(tx, c); err != nil {
		return nil, err
	}
	c.Around, err = tx.Surroundings(app, want)
	return c, err
}
