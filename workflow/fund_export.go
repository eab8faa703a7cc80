package workflow

import (
	"context"

	"xianjie/internal/funds"
)

// LedgerLine is one entry with the words a person reads it by.
type LedgerLine struct {
	FundEntry
	Application Application
	Line        funds.Line
	Projects    map[string]string // names by id, of the approved plan in force
	ReversesNo  int64             // 0: it undoes nothing
	ReversedNo  int64             // 0: nothing undoes it
}

// ledgerBook is what the lines of one account share.
type ledgerBook struct {
	app      Application
	lines    map[string]funds.Line
	projects map[string]string
	numbers  map[string]int64 // of entries, by id
}

// Ledger is every entry of a query, for a workbook, in the order asked for.
func (s *Service) Ledger(ctx context.Context, actor Actor, q FundQuery) ([]LedgerLine, error) {
	out := []LedgerLine{}
	books := map[string]*ledgerBook{}
	q.PageSize = 200
	for q.Page = 1; ; q.Page++ {
		page, err := s.FundEntries(ctx, actor, q)
		if err != nil {
			return nil, err
		}
		for _, e := range page.Items {
			if books[e.ApplicationID] == nil {
				if books[e.ApplicationID], err = s.ledgerBook(ctx, actor, e.ApplicationID); err != nil {
					return nil, err
				}
			}
			b := books[e.ApplicationID]
			out = append(out, LedgerLine{FundEntry: e, Application: b.app, Line: b.lines[e.Move.Line], Projects: b.projects,
				ReversesNo: b.numbers[e.Reverses], ReversedNo: b.numbers[e.ReversedBy]})
		}
		if q.Page*q.PageSize >= page.Total {
			return out, nil
		}
	}
}

func (s *Service) ledgerBook(ctx context.Context, actor Actor, id string) (*ledgerBook, error) {
	v, err := s.seenFunds(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	b := &ledgerBook{app: v.Application, projects: map[string]string{}}
	if b.lines, err = s.fundLinesOf(ctx, id); err != nil {
		return nil, err
	}
	account, err := s.store.ReadFundAccount(ctx, id)
	if err != nil {
		return nil, err
	}
	doc, err := s.approvedPlan(ctx, account)
	if err != nil {
		return nil, err
	}
	for _, p := range doc.Projects {
		b.projects[p.ID] = p.Name
	}
	b.numbers, err = s.store.FundNumbers(ctx, id)
	return b, err
}

// EveryFunds is the money of every award a query reaches, in the order of the regions.
func (s *Service) EveryFunds(ctx context.Context, actor Actor, q FundQuery) ([]FundView, error) {
	nodes, err := s.FundSummary(ctx, actor, q, ByZone)
	if err != nil {
		return nil, err
	}
	out := []FundView{}
	for _, n := range nodes {
		if n.Depth != ByZone {
			continue
		}
		v, err := s.Funds(ctx, actor, n.ApplicationID)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}
