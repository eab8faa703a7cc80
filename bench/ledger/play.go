package ledger

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// Tally counts what came of the operations of a run.
type Tally struct{ Posted, Waiting, Confirmed, Rejected, Reversed, Refused int }

// Made is how many operations changed a ledger.
func (t Tally) Made() int { return t.Posted + t.Waiting + t.Confirmed + t.Rejected + t.Reversed }

// player is what the workers of a run share.
type player struct {
	*Bank
	books map[string]workflow.FundBooks

	mu      sync.Mutex
	tally   Tally
	posted  []workflow.FundEntry
	waiting []workflow.FundEntry
	failed  error
}

// Play makes operations by some workers at once: entries of every kind on random awards, lines, levels and projects, confirmations,
// rejections and reversals. That there is not enough money is an ordinary answer; any other failure ends the run.
func (b *Bank) Play(ctx context.Context, workers, operations int, seed uint64) (Tally, error) {
	p := &player{Bank: b, books: map[string]workflow.FundBooks{}}
	for _, id := range b.Applications {
		books, err := b.Store.ReadFundBooks(ctx, id)
		if err != nil {
			return Tally{}, err
		}
		p.books[id] = books
	}
	var all sync.WaitGroup
	for w := range workers {
		all.Go(func() {
			dice := rand.New(rand.NewPCG(seed, uint64(w)))
			for i := w; i < operations && p.goes(); i += workers {
				p.count(p.once(ctx, dice, fmt.Sprintf("%d-%d", seed, i)))
			}
		})
	}
	all.Wait()
	return p.tally, p.failed
}

func (p *player) goes() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed == nil
}

// count takes the outcome of one operation.
func (p *player) count(entry workflow.FundEntry, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case fault.CodeOf(err) == fault.Refused:
		p.tally.Refused++
	case err != nil:
		p.failed = errors.Join(p.failed, err)
	case entry.Decision != nil && entry.Decision.Confirmed:
		p.tally.Confirmed++
		p.posted = append(p.posted, entry)
	case entry.Decision != nil:
		p.tally.Rejected++
	case entry.State == funds.Pending:
		p.tally.Waiting++
		p.waiting = append(p.waiting, entry)
	case entry.Kind == funds.Reverse:
		p.tally.Reversed++
	default:
		p.tally.Posted++
		p.posted = append(p.posted, entry)
	}
}

// once makes one operation.
func (p *player) once(ctx context.Context, dice *rand.Rand, key string) (workflow.FundEntry, error) {
	switch dice.IntN(10) {
	case 0:
		if e, ok := p.pick(dice, &p.posted); ok && e.Kind != funds.Reverse {
			return p.Service.Enter(ctx, p.Office(e.Move.Layer, p.line(e), ""), workflow.EnterFund{Application: e.ApplicationID, Key: key, Kind: funds.Reverse, Dated: p.Today,
				DocNo: "更正", Reason: "登记有误", Reverses: e.ID})
		}
	case 1, 2:
		if e, ok := p.pick(dice, &p.waiting); ok {
			return p.Service.Decide(ctx, p.Office(e.Move.Layer, p.line(e), "-2"), workflow.DecideFund{Entry: e.ID, Confirm: dice.IntN(3) > 0, Reason: "已核对"})
		}
	}
	return p.enter(ctx, dice, key)
}

// pick takes one of a list away; two may still go for it at once, since others read it before.
func (p *player) pick(dice *rand.Rand, list *[]workflow.FundEntry) (workflow.FundEntry, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(*list) == 0 {
		return workflow.FundEntry{}, false
	}
	i := dice.IntN(len(*list))
	e := (*list)[i]
	if dice.IntN(4) > 0 { // now and then it stays, and is decided or reversed twice
		(*list)[i] = (*list)[len(*list)-1]
		*list = (*list)[:len(*list)-1]
	}
	return e, true
}

func (p *player) line(e workflow.FundEntry) funds.Line {
	for _, l := range p.books[e.ApplicationID].Lines {
		if l.Key == e.Move.Line {
			return l
		}
	}
	return funds.Line{}
}

// enter makes a random entry; forward kinds are the more likely, so that there is something to take back.
func (p *player) enter(ctx context.Context, dice *rand.Rand, key string) (workflow.FundEntry, error) {
	id := p.Applications[dice.IntN(len(p.Applications))]
	books := p.books[id]
	line := books.Lines[dice.IntN(len(books.Lines))]
	kinds := []funds.Kind{funds.Allocate, funds.Allocate, funds.Allocate, funds.Disburse, funds.Disburse, funds.Disburse, funds.Spend, funds.Spend, funds.Spend,
		funds.Refund, funds.GiveBack, funds.Recall}
	in := workflow.EnterFund{Application: id, Key: key, Kind: kinds[dice.IntN(len(kinds))], Line: line.Key, Level: line.Levels[dice.IntN(len(line.Levels))], Dated: p.Today,
		DocNo: "文" + key, Payee: "项目单位", Vouchers: []string{p.Vouchers[id]}}
	layer, _, _ := in.Kind.Effect()
	shares := []funds.Share{}
	for _, s := range books.Shares {
		if s.Line == line.Key {
			shares = append(shares, s)
		}
	}
	if in.Kind == funds.Allocate && dice.IntN(4) == 0 {
		in.Amount = money.Fen(1 + dice.Int64N(int64(line.Ceiling)/6))
	} else {
		n := 1
		if in.Kind != funds.Spend {
			n += dice.IntN(min(3, len(shares)))
		}
		for _, i := range dice.Perm(len(shares))[:n] {
			in.Parts = append(in.Parts, funds.Part{Project: shares[i].Project, Amount: money.Fen(1 + dice.Int64N(int64(shares[i].Planned)*3/4))})
		}
	}
	return p.Service.Enter(ctx, p.Office(layer, line, ""), in)
}

// Office is who enters a move of a line; which tells the second of an office.
func (b *Bank) Office(layer funds.Layer, line funds.Line, which string) workflow.Actor {
	if layer != funds.Allocated {
		return Person("county_finance", "370686", which)
	}
	switch proposal.FundSource(line.Source) {
	case proposal.SourceLinkageProvUp:
		return Person("prov_finance", "370000", which)
	case proposal.SourceLinkageCity:
		return Person("city_finance", "370600", which)
	case proposal.SourceIntegrated:
		who := Person("county_department", "370686", which)
		who.Unit = line.Department
		return who
	default:
		return Person("county_finance", "370686", which)
	}
}
