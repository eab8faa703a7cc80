package funds

import "xianjie/internal/money"

// Stage is what happens to a move.
type Stage int

// The stages of a move.
const (
	Post    Stage = iota // counts at once
	Reserve              // waits for confirmation
	Settle               // a waiting one is confirmed
	Release              // a waiting one is rejected
)

// Apply makes a move in the book. It does not check: Check comes first, and the database's own constraints behind it.
func (b *Book) Apply(m Move, stage Stage) {
	for _, p := range m.Parts {
		key := Key{m.Line, m.Level, p.Project}
		cell, ok := b.Cells[key]
		if !ok {
			cell.Key = key
		}
		cell.apply(m, stage, p.Amount)
		b.Cells[key] = cell
		if taken := taken(m, stage, p.Amount); taken != 0 {
			share := b.Shares[p.Project]
			share.Allocated += taken
			b.Shares[p.Project] = share
			b.Line.Allocated += taken
		}
	}
}

// taken is what a move changes of the share and the ceiling: a reservation takes at once, what is given back only when it counts.
func taken(m Move, stage Stage, amount money.Fen) money.Fen {
	switch {
	case m.Layer != Allocated:
		return 0
	case m.Adds && (stage == Post || stage == Reserve):
		return amount
	case m.Adds && stage == Release, !m.Adds && (stage == Post || stage == Settle):
		return -amount
	}
	return 0
}

func (c *Cell) apply(m Move, stage Stage, amount money.Fen) {
	value, in, out := c.of(m.Layer)
	waiting := in
	if !m.Adds {
		waiting = out
	}
	switch stage {
	case Reserve:
		*waiting += amount
		return
	case Release:
		*waiting -= amount
		return
	case Settle:
		*waiting -= amount
	}
	if m.Adds {
		*value += amount
	} else {
		*value -= amount
	}
}

// of are a layer's amount and reservations.
func (c *Cell) of(layer Layer) (value, in, out *money.Fen) {
	switch layer {
	case Allocated:
		return &c.Allocated, &c.AllocatedIn, &c.AllocatedOut
	case Disbursed:
		return &c.Disbursed, &c.DisbursedIn, &c.DisbursedOut
	default:
		return &c.Spent, &c.SpentIn, &c.SpentOut
	}
}
