package funds_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/funds"
	"xianjie/internal/money"
)

const (
	line  = "LINKAGE_PROV_UP"
	level = funds.Central
)

// bookOf is a book of one line with projects P1 (planned 100) and P2 (planned 50), a ceiling of 120 and a cell of P1 as given.
func bookOf(cell funds.Cell) funds.Book {
	cell.Key = funds.Key{Line: line, Level: level, Project: "P1"}
	taken := cell.Allocated + cell.AllocatedIn
	return funds.Book{Line: funds.Line{Key: line, Source: line, Levels: []funds.Level{funds.Central, funds.Province}, Ceiling: 120, Allocated: taken},
		Shares: map[string]funds.Share{"P1": {Line: line, Project: "P1", Planned: 100, Allocated: taken}, "P2": {Line: line, Project: "P2", Planned: 50}},
		Cells:  map[funds.Key]funds.Cell{cell.Key: cell}}
}

func move(layer funds.Layer, adds bool, parts ...funds.Part) funds.Move {
	return funds.Move{Line: line, Level: level, Layer: layer, Adds: adds, Parts: parts}
}

func p1(amount money.Fen) funds.Part { return funds.Part{Project: "P1", Amount: amount} }
func p2(amount money.Fen) funds.Part { return funds.Part{Project: "P2", Amount: amount} }

func TestEveryLimitHoldsToTheFen(t *testing.T) {
	in, out := true, false
	tests := []struct {
		name string
		cell funds.Cell
		move funds.Move
		want []funds.Breach
	}{
		{"a project's share may be allocated exactly", funds.Cell{}, move(funds.Allocated, in, p1(100)), nil},
		{"one fen over a project's share is refused", funds.Cell{}, move(funds.Allocated, in, p1(101)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Planned, Have: 101, Bound: 100, Over: 1}}},
		{"the ceiling may be allocated exactly over two projects", funds.Cell{}, move(funds.Allocated, in, p1(100), p2(20)), nil},
		{"one fen over the ceiling is refused although both shares hold it", funds.Cell{}, move(funds.Allocated, in, p1(100), p2(21)),
			[]funds.Breach{{Part: -1, Layer: funds.Allocated, Have: 121, Bound: 120, Over: 1, Ceiling: true}}},
		{"what was allocated before is taken of the share", funds.Cell{Allocated: 40}, move(funds.Allocated, in, p1(60)), nil},
		{"and one fen more is too much", funds.Cell{Allocated: 40}, move(funds.Allocated, in, p1(61)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Planned, Have: 101, Bound: 100, Over: 1}}},
		{"what waits to be allocated is taken of the share", funds.Cell{AllocatedIn: 40}, move(funds.Allocated, in, p1(61)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Planned, Have: 101, Bound: 100, Over: 1}}},
		{"what waits to be recalled does not free the share", funds.Cell{Allocated: 100, AllocatedOut: 50}, move(funds.Allocated, in, p1(1)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Planned, Have: 101, Bound: 100, Over: 1}}},

		{"all that was allocated may be disbursed", funds.Cell{Allocated: 60}, move(funds.Disbursed, in, p1(60)), nil},
		{"one fen more may not", funds.Cell{Allocated: 60}, move(funds.Disbursed, in, p1(61)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Disbursed, Against: funds.Allocated, Have: 61, Bound: 60, Over: 1}}},
		{"a waiting allocation lends nothing", funds.Cell{Allocated: 60, AllocatedIn: 40}, move(funds.Disbursed, in, p1(61)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Disbursed, Against: funds.Allocated, Have: 61, Bound: 60, Over: 1}}},
		{"a waiting disbursement takes already", funds.Cell{Allocated: 60, DisbursedIn: 20}, move(funds.Disbursed, in, p1(40)), nil},
		{"one fen beside it may not", funds.Cell{Allocated: 60, DisbursedIn: 20}, move(funds.Disbursed, in, p1(41)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Disbursed, Against: funds.Allocated, Have: 61, Bound: 60, Over: 1}}},
		{"a waiting recall takes already", funds.Cell{Allocated: 60, AllocatedOut: 10}, move(funds.Disbursed, in, p1(51)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Disbursed, Against: funds.Allocated, Have: 51, Bound: 50, Over: 1}}},
		{"a waiting give-back lends nothing", funds.Cell{Allocated: 60, Disbursed: 60, DisbursedOut: 10}, move(funds.Disbursed, in, p1(1)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Disbursed, Against: funds.Allocated, Have: 61, Bound: 60, Over: 1}}},

		{"all that was disbursed may be spent", funds.Cell{Allocated: 60, Disbursed: 50}, move(funds.Spent, in, p1(50)), nil},
		{"one fen more may not, although it was allocated", funds.Cell{Allocated: 60, Disbursed: 50}, move(funds.Spent, in, p1(51)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Spent, Against: funds.Disbursed, Have: 51, Bound: 50, Over: 1}}},
		{"a waiting disbursement lends nothing to spend", funds.Cell{Allocated: 60, Disbursed: 50, DisbursedIn: 10}, move(funds.Spent, in, p1(51)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Spent, Against: funds.Disbursed, Have: 51, Bound: 50, Over: 1}}},
		{"a waiting give-back takes what could be spent", funds.Cell{Allocated: 60, Disbursed: 50, DisbursedOut: 10}, move(funds.Spent, in, p1(41)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Spent, Against: funds.Disbursed, Have: 41, Bound: 40, Over: 1}}},
		{"a waiting refund lends nothing", funds.Cell{Allocated: 60, Disbursed: 50, Spent: 50, SpentOut: 10}, move(funds.Spent, in, p1(1)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Spent, Against: funds.Disbursed, Have: 51, Bound: 50, Over: 1}}},
		{"a waiting spending takes already", funds.Cell{Allocated: 60, Disbursed: 50, SpentIn: 10}, move(funds.Spent, in, p1(41)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Spent, Against: funds.Disbursed, Have: 51, Bound: 50, Over: 1}}},

		{"all that was spent may be refunded", funds.Cell{Allocated: 60, Disbursed: 50, Spent: 30}, move(funds.Spent, out, p1(30)), nil},
		{"one fen more may not", funds.Cell{Allocated: 60, Disbursed: 50, Spent: 30}, move(funds.Spent, out, p1(31)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Spent, Have: -1, Over: 1}}},
		{"a waiting refund is gone already", funds.Cell{Allocated: 60, Disbursed: 50, Spent: 30, SpentOut: 10}, move(funds.Spent, out, p1(21)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Spent, Have: -1, Over: 1}}},
		{"a waiting spending cannot be refunded", funds.Cell{Allocated: 60, Disbursed: 50, SpentIn: 30}, move(funds.Spent, out, p1(1)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Spent, Have: -1, Over: 1}}},

		{"what was not spent may be given back", funds.Cell{Allocated: 60, Disbursed: 50, Spent: 30}, move(funds.Disbursed, out, p1(20)), nil},
		{"one fen more may not", funds.Cell{Allocated: 60, Disbursed: 50, Spent: 30}, move(funds.Disbursed, out, p1(21)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Disbursed, Against: funds.Spent, Have: 29, Bound: 30, Over: 1}}},
		{"a waiting spending keeps its money from being given back", funds.Cell{Allocated: 60, Disbursed: 50, Spent: 30, SpentIn: 5}, move(funds.Disbursed, out, p1(16)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Disbursed, Against: funds.Spent, Have: 34, Bound: 35, Over: 1}}},
		{"a waiting give-back is gone already", funds.Cell{Allocated: 60, Disbursed: 50, Spent: 30, DisbursedOut: 5}, move(funds.Disbursed, out, p1(16)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Disbursed, Against: funds.Spent, Have: 29, Bound: 30, Over: 1}}},
		{"a waiting refund frees nothing yet", funds.Cell{Allocated: 60, Disbursed: 50, Spent: 30, SpentOut: 30}, move(funds.Disbursed, out, p1(21)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Disbursed, Against: funds.Spent, Have: 29, Bound: 30, Over: 1}}},

		{"what was not disbursed may be recalled", funds.Cell{Allocated: 60, Disbursed: 50}, move(funds.Allocated, out, p1(10)), nil},
		{"one fen more may not", funds.Cell{Allocated: 60, Disbursed: 50}, move(funds.Allocated, out, p1(11)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Disbursed, Have: 49, Bound: 50, Over: 1}}},
		{"a waiting disbursement keeps its money from being recalled", funds.Cell{Allocated: 60, Disbursed: 50, DisbursedIn: 5}, move(funds.Allocated, out, p1(6)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Disbursed, Have: 54, Bound: 55, Over: 1}}},
		{"a waiting recall is gone already", funds.Cell{Allocated: 60, Disbursed: 50, AllocatedOut: 5}, move(funds.Allocated, out, p1(6)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Disbursed, Have: 49, Bound: 50, Over: 1}}},
		{"a waiting give-back frees nothing yet", funds.Cell{Allocated: 60, Disbursed: 50, DisbursedOut: 50}, move(funds.Allocated, out, p1(11)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Disbursed, Have: 49, Bound: 50, Over: 1}}},
		{"a waiting allocation cannot be recalled", funds.Cell{AllocatedIn: 50}, move(funds.Allocated, out, p1(1)),
			[]funds.Breach{{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Disbursed, Have: -1, Over: 1}}},

		{"a project without a share is named, beside every other limit", funds.Cell{Allocated: 10},
			move(funds.Disbursed, in, funds.Part{Project: "P9", Amount: 3}, p1(12), p2(1)), []funds.Breach{
				{Part: 0, Project: "P9", Layer: funds.Disbursed, Over: 3, Absent: true},
				{Part: 1, Project: "P1", Layer: funds.Disbursed, Against: funds.Allocated, Have: 12, Bound: 10, Over: 2},
				{Part: 2, Project: "P2", Layer: funds.Disbursed, Against: funds.Allocated, Have: 1, Bound: 0, Over: 1}}},
		{"shares and ceiling are refused together", funds.Cell{}, move(funds.Allocated, in, p1(101), p2(51)), []funds.Breach{
			{Part: 0, Project: "P1", Layer: funds.Allocated, Against: funds.Planned, Have: 101, Bound: 100, Over: 1},
			{Part: 1, Project: "P2", Layer: funds.Allocated, Against: funds.Planned, Have: 51, Bound: 50, Over: 1},
			{Part: -1, Layer: funds.Allocated, Have: 152, Bound: 120, Over: 32, Ceiling: true}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := bookOf(tt.cell)
			if diff := cmp.Diff(tt.want, b.Check(tt.move)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(bookOf(tt.cell), b); diff != "" {
				t.Errorf("checking changed the book: %s", diff)
			}
		})
	}
}

func TestOtherLevelsOfALineHaveTheirOwnMoney(t *testing.T) {
	b := bookOf(funds.Cell{Allocated: 60})
	m := move(funds.Disbursed, true, p1(1))
	m.Level = funds.Province
	if got := b.Check(m); len(got) != 1 || got[0].Bound != 0 {
		t.Errorf("central money paid out as provincial: %+v", got)
	}
	m = move(funds.Allocated, true, p1(41))
	m.Level = funds.Province
	if got := b.Check(m); len(got) != 1 || got[0].Have != 101 {
		t.Errorf("the share is of all levels together: %+v", got)
	}
}

func TestAMoveAppliesToItsLayerAndReservations(t *testing.T) {
	full := funds.Cell{Allocated: 60, Disbursed: 40, Spent: 20, AllocatedIn: 7, DisbursedIn: 7, SpentIn: 7, AllocatedOut: 7, DisbursedOut: 7, SpentOut: 7}
	with := func(change func(c *funds.Cell)) funds.Cell { c := full; change(&c); return c }
	tests := []struct {
		name  string
		layer funds.Layer
		adds  bool
		stage funds.Stage
		want  funds.Cell
		taken money.Fen // of share and ceiling
	}{
		{"an allocation counts", funds.Allocated, true, funds.Post, with(func(c *funds.Cell) { c.Allocated += 7 }), 7},
		{"an allocation waits, and takes already", funds.Allocated, true, funds.Reserve, with(func(c *funds.Cell) { c.AllocatedIn += 7 }), 7},
		{"a waiting allocation is confirmed, and takes no more", funds.Allocated, true, funds.Settle, with(func(c *funds.Cell) { c.Allocated += 7; c.AllocatedIn -= 7 }), 0},
		{"a waiting allocation is rejected, and gives back", funds.Allocated, true, funds.Release, with(func(c *funds.Cell) { c.AllocatedIn -= 7 }), -7},
		{"a recall counts", funds.Allocated, false, funds.Post, with(func(c *funds.Cell) { c.Allocated -= 7 }), -7},
		{"a recall waits, and gives back nothing yet", funds.Allocated, false, funds.Reserve, with(func(c *funds.Cell) { c.AllocatedOut += 7 }), 0},
		{"a waiting recall is confirmed", funds.Allocated, false, funds.Settle, with(func(c *funds.Cell) { c.Allocated -= 7; c.AllocatedOut -= 7 }), -7},
		{"a waiting recall is rejected", funds.Allocated, false, funds.Release, with(func(c *funds.Cell) { c.AllocatedOut -= 7 }), 0},
		{"a disbursement counts", funds.Disbursed, true, funds.Post, with(func(c *funds.Cell) { c.Disbursed += 7 }), 0},
		{"a disbursement waits", funds.Disbursed, true, funds.Reserve, with(func(c *funds.Cell) { c.DisbursedIn += 7 }), 0},
		{"a waiting disbursement is confirmed", funds.Disbursed, true, funds.Settle, with(func(c *funds.Cell) { c.Disbursed += 7; c.DisbursedIn -= 7 }), 0},
		{"a waiting disbursement is rejected", funds.Disbursed, true, funds.Release, with(func(c *funds.Cell) { c.DisbursedIn -= 7 }), 0},
		{"a give-back counts", funds.Disbursed, false, funds.Post, with(func(c *funds.Cell) { c.Disbursed -= 7 }), 0},
		{"a give-back waits", funds.Disbursed, false, funds.Reserve, with(func(c *funds.Cell) { c.DisbursedOut += 7 }), 0},
		{"a waiting give-back is confirmed", funds.Disbursed, false, funds.Settle, with(func(c *funds.Cell) { c.Disbursed -= 7; c.DisbursedOut -= 7 }), 0},
		{"a waiting give-back is rejected", funds.Disbursed, false, funds.Release, with(func(c *funds.Cell) { c.DisbursedOut -= 7 }), 0},
		{"a spending counts", funds.Spent, true, funds.Post, with(func(c *funds.Cell) { c.Spent += 7 }), 0},
		{"a spending waits", funds.Spent, true, funds.Reserve, with(func(c *funds.Cell) { c.SpentIn += 7 }), 0},
		{"a waiting spending is confirmed", funds.Spent, true, funds.Settle, with(func(c *funds.Cell) { c.Spent += 7; c.SpentIn -= 7 }), 0},
		{"a waiting spending is rejected", funds.Spent, true, funds.Release, with(func(c *funds.Cell) { c.SpentIn -= 7 }), 0},
		{"a refund counts", funds.Spent, false, funds.Post, with(func(c *funds.Cell) { c.Spent -= 7 }), 0},
		{"a refund waits", funds.Spent, false, funds.Reserve, with(func(c *funds.Cell) { c.SpentOut += 7 }), 0},
		{"a waiting refund is confirmed", funds.Spent, false, funds.Settle, with(func(c *funds.Cell) { c.Spent -= 7; c.SpentOut -= 7 }), 0},
		{"a waiting refund is rejected", funds.Spent, false, funds.Release, with(func(c *funds.Cell) { c.SpentOut -= 7 }), 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b, before := bookOf(full), bookOf(full)
			b.Apply(move(tt.layer, tt.adds, p1(7)), tt.stage)
			tt.want.Key = funds.Key{Line: line, Level: level, Project: "P1"}
			if diff := cmp.Diff(tt.want, b.Cells[tt.want.Key]); diff != "" {
				t.Error(diff)
			}
			if got := b.Line.Allocated - before.Line.Allocated; got != tt.taken {
				t.Errorf("the line took %d, want %d", got, tt.taken)
			}
			if got := b.Shares["P1"].Allocated - before.Shares["P1"].Allocated; got != tt.taken {
				t.Errorf("the share took %d, want %d", got, tt.taken)
			}
			if diff := cmp.Diff(before.Shares["P2"], b.Shares["P2"]); diff != "" {
				t.Errorf("another project changed: %s", diff)
			}
		})
	}
}

func TestAMoveUndoneLeavesNothing(t *testing.T) {
	b := bookOf(funds.Cell{Allocated: 60, Disbursed: 40, Spent: 20})
	m := move(funds.Allocated, true, p1(5), p2(6))
	b.Apply(m, funds.Post)
	b.Apply(m.Undo(), funds.Post)
	want := bookOf(funds.Cell{Allocated: 60, Disbursed: 40, Spent: 20})
	empty := funds.Cell{Key: funds.Key{Line: line, Level: level, Project: "P2"}}
	want.Cells[empty.Key] = empty
	if diff := cmp.Diff(want, b); diff != "" {
		t.Error(diff)
	}
}
