package ledger

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/store"
	"xianjie/workflow"
)

// mostListed is the longest page of the ledger.
const mostListed = 200

// Entries are all entries of one award, in their order.
func (b *Bank) Entries(ctx context.Context, id string) ([]workflow.FundEntry, error) {
	var all []workflow.FundEntry
	for page := 1; ; page++ {
		found, err := b.Store.FundEntries(ctx, workflow.FundQuery{Sight: workflow.SightOf(Person("auditor", "370000", "")), ApplicationID: id, Sort: "no", Page: page, PageSize: mostListed})
		if err != nil {
			return nil, err
		}
		all = append(all, found.Items...)
		if len(found.Items) == 0 || len(all) >= found.Total {
			return all, nil
		}
	}
}

// Recount adds every balance up from the entries alone and names each that is kept differently, and each layer that exceeds the one above.
func (b *Bank) Recount(ctx context.Context) ([]string, error) {
	wrong := []string{}
	for _, id := range b.Applications {
		entries, err := b.Entries(ctx, id)
		if err != nil {
			return nil, err
		}
		books, err := b.Store.ReadFundBooks(ctx, id)
		if err != nil {
			return nil, err
		}
		for _, w := range Differences(books, entries) {
			wrong = append(wrong, id+" "+w)
		}
	}
	return wrong, nil
}

// Differences is Recount for one award.
func Differences(books workflow.FundBooks, entries []workflow.FundEntry) []string {
	wrong := []string{}
	note := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	cells := map[funds.Key]funds.Cell{}
	for i, e := range entries {
		if e.No != int64(i+1) {
			note("entry %d has the number %d", i+1, e.No)
		}
		for _, p := range e.Move.Parts {
			key := funds.Key{Line: e.Move.Line, Level: e.Move.Level, Project: p.Project}
			cells[key] = counted(cells[key], key, e, p.Amount)
		}
	}
	for _, kept := range books.Cells {
		if cells[kept.Key] != kept && (cells[kept.Key] != funds.Cell{} || kept != funds.Cell{Key: kept.Key}) {
			note("%+v should be %+v", kept, cells[kept.Key])
		}
		delete(cells, kept.Key)
		if kept.Spent < 0 || kept.Spent > kept.Disbursed || kept.Disbursed > kept.Allocated {
			note("%+v exceeds what carries it", kept)
		}
	}
	for key := range cells {
		note("no cell for %+v", key)
	}
	taken, byLine := map[[2]string]money.Fen{}, map[string]money.Fen{}
	for _, c := range books.Cells {
		taken[[2]string{c.Line, c.Project}] += c.Allocated + c.AllocatedIn
		byLine[c.Line] += c.Allocated + c.AllocatedIn
	}
	for _, s := range books.Shares {
		if n := taken[[2]string{s.Line, s.Project}]; n != s.Allocated || n > s.Planned {
			note("%+v should have %d taken", s, n)
		}
	}
	for _, l := range books.Lines {
		if n := byLine[l.Key]; n != l.Allocated || n > l.Ceiling {
			note("%+v should have %d taken", l, n)
		}
	}
	return wrong
}

// counted takes one part of an entry into its cell.
func counted(c funds.Cell, key funds.Key, e workflow.FundEntry, amount money.Fen) funds.Cell {
	c.Key = key
	value, in, out := &c.Allocated, &c.AllocatedIn, &c.AllocatedOut
	switch e.Move.Layer {
	case funds.Disbursed:
		value, in, out = &c.Disbursed, &c.DisbursedIn, &c.DisbursedOut
	case funds.Spent:
		value, in, out = &c.Spent, &c.SpentIn, &c.SpentOut
	}
	switch {
	case e.State == funds.Rejected:
	case e.State == funds.Posted && e.Move.Adds:
		*value += amount
	case e.State == funds.Posted:
		*value -= amount
	case e.Move.Adds:
		*in += amount
	default:
		*out += amount
	}
	return c
}

// Complaints are those of the doctor that are about money; what a bank left out of the review is not.
func Complaints(all []store.Complaint) []store.Complaint {
	return slices.DeleteFunc(all, func(c store.Complaint) bool {
		return !slices.ContainsFunc([]string{"资金账", "分录", "占用", "批准的规划", "冲正", "复核", "结账", "文件登记", "审计流水"}, func(word string) bool {
			return strings.Contains(c.Invariant, word)
		})
	})
}
