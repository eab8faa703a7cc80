package workflow

import (
	"context"
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// Promise is what the rules about money say of one layer (承诺与到位): F03, F05 and F06 judged on what the plan says, and again on what was
// committed, arrived and spent.
type Promise struct {
	Layer    funds.Layer
	Findings []policy.Finding // never nil
}

// promises judges every layer of an account by the rules the pack names.
func promises(pack *policy.Pack, doc *proposal.Proposal, m funds.Matrix) []Promise {
	out := make([]Promise, 0, len(funds.Layers()))
	for _, layer := range []funds.Layer{funds.Planned, funds.Committed, funds.Allocated, funds.Spent} {
		out = append(out, Promise{layer, promise(pack, doc, m, layer)})
	}
	return out
}

func promise(pack *policy.Pack, doc *proposal.Proposal, m funds.Matrix, layer funds.Layer) []policy.Finding {
	if layer != funds.Planned {
		doc = withFunds(doc, m, layer)
	}
	rules := make([]policy.RuleID, 0, len(pack.Params.Funds.ArrivalRules))
	for _, r := range pack.Params.Funds.ArrivalRules {
		rules = append(rules, policy.RuleID(r))
	}
	return policy.EvaluateRules(policy.Input{Doc: doc, Pack: pack, DossierOnly: true}, rules...)
}

// judgeArrival looks, once what was promised must have arrived, whether a rule that passed on paper fails on what did: then a 督办单 opens and
// the zone turns amber from that instant; when it passes again the order recovers.
func (s *Service) judgeArrival(tx Tx, c *fundCase) error {
	orders, err := tx.OrdersOf(c.App.ID)
	if err != nil {
		return err
	}
	due := !c.Now.Before(c.Account.ArrivalDue)
	if !due && len(orders) == 0 {
		return nil
	}
	plan, err := tx.FundPlanBody(c.App.ID, c.Account.PlanVersion)
	if err != nil {
		return err
	}
	doc, _, err := proposal.Decode(plan.Body)
	if err != nil {
		return err
	}
	books, err := tx.FundBooks(c.App.ID)
	if err != nil {
		return err
	}
	m := funds.MatrixOf(books.Lines, books.Shares, books.Cells, books.Committed)
	paper, arrived := promise(c.Pack, doc, m, funds.Planned), promise(c.Pack, doc, m, funds.Allocated)
	for i, f := range arrived {
		broken := due && paper[i].Verdict != policy.Fail && f.Verdict == policy.Fail
		if err := c.supervise(tx, orders, f, broken, s.newID); err != nil {
			return err
		}
	}
	return nil
}

// supervise opens, keeps or recovers the live order of one rule.
func (c *fundCase) supervise(tx Tx, orders []SupervisionOrder, f policy.Finding, broken bool, newID func() string) error {
	i := slices.IndexFunc(orders, func(o SupervisionOrder) bool { return o.Rule == f.Rule && o.State != OrderClosed })
	cause := string(f.Rule) + " " + f.Name + "按到位数不通过:" + f.Figure.Text + "。" + f.Advice
	switch {
	case i < 0 && broken:
		o := SupervisionOrder{ID: newID(), ApplicationID: c.App.ID, BatchID: c.App.BatchID, Rule: f.Rule, Cause: cause, State: OrderOpen, OpenedAt: c.Now}
		if err := tx.InsertOrder(&o); err != nil {
			return err
		}
		return c.note(tx, "order_open", "第 "+number(int64(o.No))+" 号督办单", cause, "")
	case i < 0:
		return nil
	}
	o := orders[i]
	switch {
	case broken && o.RecoveredAt != nil:
		o.RecoveredAt, o.Cause = nil, cause
	case !broken && o.RecoveredAt == nil:
		o.RecoveredAt = instant(c.Now)
	default:
		return nil
	}
	if err := tx.SaveOrder(&o); err != nil {
		return err
	}
	return c.note(tx, map[bool]string{true: "order_reopen", false: "order_recover"}[broken], "第 "+number(int64(o.No))+" 号督办单", cause, "")
}

// judgeArrivals judges every account whose money must have arrived by now and that has not been judged since.
func (s *Service) judgeArrivals(ctx context.Context) error {
	ids, err := s.store.ArrivalsDue(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		app, err := s.store.Application(ctx, id)
		if err != nil {
			return err
		}
		err = s.store.InTx(ctx, func(tx Tx) error {
			c := &fundCase{Case: &Case{App: app, Actor: system(), As: System}}
			var err error
			if c.Account, err = tx.LockFundAccount(id); err != nil {
				return err
			}
			if c.Now, err = tx.Now(); err != nil {
				return err
			}
			if c.Now.Before(c.Account.ArrivalDue) {
				return nil
			}
			if err := s.packIn(tx, c.Case); err != nil {
				return err
			}
			if err := s.judgeArrival(tx, c); err != nil {
				return err
			}
			c.Account.JudgedAt = instant(c.Now)
			return tx.SaveFundAccount(&c.Account)
		})
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return err
		}
	}
	return nil
}
