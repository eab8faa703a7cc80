package workflow

import (
	"context"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// FundView is the money of one award as those who may see it do: four layers of one matrix over the approved plan, what was promised against
// what arrived, and what warns.
type FundView struct {
	Application Application
	Account     FundAccount
	Award       AwardRecord
	Doc         *proposal.Proposal // the approved plan in force
	Matrix      funds.Matrix
	Kinds       map[string][]funds.Kind // by line: the kinds of entry the actor's posts let him enter
	Pledges     map[string]Pledge       // by line: who stands up for it, with which paper; lines nobody need confirm are missing
	Promises    []Promise
	Progress    funds.Progress
	Pack        *policy.Pack // the batch's, by whose limits it was judged
	Warnings    []FundWarning
	Orders      []OrderSeen
	Amber       *time.Time // since when the zone is amber; nil while it is not
	Periods     []FundPeriod
	AsOf        proposal.Date
	Zone        *time.Location
}

// Funds is the money of one award. Errors: NotFound.
func (s *Service) Funds(ctx context.Context, actor Actor, id string) (FundView, error) {
	v, err := s.seenFunds(ctx, actor, id)
	if err != nil {
		return v, err
	}
	if v.Account, err = s.store.ReadFundAccount(ctx, id); err != nil {
		return v, err
	}
	if v.Award, err = s.store.ReadAward(ctx, id); err != nil {
		return v, err
	}
	if v.Doc, err = s.approvedPlan(ctx, v.Account); err != nil {
		return v, err
	}
	books, err := s.store.ReadFundBooks(ctx, id)
	if err != nil {
		return v, err
	}
	if v.Pledges, err = s.linePledges(ctx, v); err != nil {
		return v, err
	}
	v.Matrix = funds.MatrixOf(books.Lines, books.Shares, books.Cells, books.Committed)
	if v.Orders, err = s.OrdersSeen(ctx, actor, FundQuery{ApplicationID: id}); err != nil {
		return v, err
	}
	v.Kinds = map[string][]funds.Kind{}
	for _, line := range books.Lines {
		v.Kinds[line.Key] = s.fundKinds(actor, v.Application, line)
	}
	if v.Periods, err = s.store.FundPeriods(ctx, v.Application.BatchID); err != nil {
		return v, err
	}
	c, err := s.showing(ctx, Actor{}, v.Application)
	if err != nil {
		return v, err
	}
	first, err := s.firstAllocation(ctx, actor, id)
	if err != nil {
		return v, err
	}
	v.judge(c.Pack, c.Now, first)
	return v, nil
}

// seenFunds lets those pass who may see the money of an application.
func (s *Service) seenFunds(ctx context.Context, actor Actor, id string) (FundView, error) {
	app, err := s.store.Application(ctx, id)
	if err != nil {
		return FundView{}, err
	}
	app, err = s.seeFunds(app, actor)
	return FundView{Application: app}, err
}

// linePledges are the words given for the lines of the plan in force.
func (s *Service) linePledges(ctx context.Context, v FundView) (map[string]Pledge, error) {
	around, err := s.store.ReadSurroundings(ctx, v.Application, WantConfirmations)
	if err != nil {
		return nil, err
	}
	out := map[string]Pledge{}
	for _, p := range Committed(v.Doc, ConfirmationsOf(around.Confirmations, v.Application.SnapshotNo)) {
		out[p.ledgerKey()] = p
	}
	return out, nil
}

// approvedPlan is the document of the plan in force.
func (s *Service) approvedPlan(ctx context.Context, a FundAccount) (*proposal.Proposal, error) {
	plan, err := s.store.ReadFundPlan(ctx, a.ApplicationID, a.PlanVersion)
	if err != nil {
		return nil, err
	}
	doc, _, err := proposal.Decode(plan.Body)
	return doc, err
}

// firstAllocation is when money first arrived; zero before that. What was reversed never arrived.
func (s *Service) firstAllocation(ctx context.Context, actor Actor, id string) (proposal.Date, error) {
	for page := 1; ; page++ {
		found, err := s.store.FundEntries(ctx, FundQuery{Sight: s.fundSight(actor), ApplicationID: id, Kinds: []funds.Kind{funds.Allocate},
			States: []funds.State{funds.Posted}, Sort: "dated", Page: page, PageSize: firstLooked})
		if err != nil {
			return proposal.Date{}, err
		}
		for _, e := range found.Items {
			if e.ReversedBy == "" {
				return e.Dated, nil
			}
		}
		if page*firstLooked >= found.Total {
			return proposal.Date{}, nil
		}
	}
}

// firstLooked is how many allocations are looked at at a time for one that stands.
const firstLooked = 20

// judge works out everything that follows from the matrix and the day.
func (v *FundView) judge(pack *policy.Pack, now time.Time, first proposal.Date) {
	v.Pack = pack
	v.Zone, v.AsOf = pack.Zone(), proposal.DateIn(now, pack.Zone())
	v.Promises = promises(pack, v.Doc, v.Matrix)
	v.Progress = progress(pack, v.Matrix.Total, first, v.AsOf)
	v.Warnings = warnings(pack, *v, proposal.DateIn(v.Account.OpenedAt, v.Zone))
	for _, o := range v.Orders {
		if o.Amber() && (v.Amber == nil || o.OpenedAt.Before(*v.Amber)) {
			v.Amber = instant(o.OpenedAt)
		}
	}
}

// progress measures spending against the months gone by since the year money first arrived began, the last one counted when it is over
// (domain 2.2: “至4月底” is four months).
func progress(pack *policy.Pack, total funds.Amounts, first, asOf proposal.Date) funds.Progress {
	p := funds.Progress{Spent: total.Spent, Allocated: total.Allocated, Of: pack.Params.Funds.ProgressMonths}
	if !first.IsZero() {
		p.Months = min(max(asOf.AddDays(1).Months(first.Year()), 0), p.Of)
	}
	return p
}

// FundEntry is one entry, for those who may see the money.
func (s *Service) FundEntry(ctx context.Context, actor Actor, id string) (FundEntry, error) {
	e, err := s.store.ReadFundEntry(ctx, id)
	if err != nil {
		return FundEntry{}, err
	}
	if _, err := s.seenFunds(ctx, actor, e.ApplicationID); err != nil {
		return FundEntry{}, fault.New(fault.NotFound, "没有这笔分录,或您无权查看")
	}
	return e, nil
}

// FundEntries is a page of the ledger an actor may see.
func (s *Service) FundEntries(ctx context.Context, actor Actor, q FundQuery) (Page[FundEntry], error) {
	q.Sight = s.fundSight(actor)
	return s.store.FundEntries(ctx, q)
}

// Orders are the 督办单 an actor may see, the newest first.
func (s *Service) Orders(ctx context.Context, actor Actor, q FundQuery) ([]SupervisionOrder, error) {
	q.Sight = s.fundSight(actor)
	return s.store.Orders(ctx, q)
}

// Periods are a batch's closed periods, for those who may see any of its money.
func (s *Service) Periods(ctx context.Context, actor Actor, batchID string) ([]FundPeriod, error) {
	if len(s.fundSight(actor).Windows) == 0 {
		return nil, fault.New(fault.Forbidden, "您的岗位无权查看")
	}
	return s.store.FundPeriods(ctx, batchID)
}

// Vouchers are an account's files.
func (s *Service) Vouchers(ctx context.Context, actor Actor, id string) ([]Voucher, error) {
	if _, err := s.seenFunds(ctx, actor, id); err != nil {
		return nil, err
	}
	return s.store.ReadVouchers(ctx, id)
}
