package funds_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xianjie/internal/funds"
	"xianjie/internal/money"
)

// made is one entry of the naive model: a list of what was entered, from which everything is added up anew.
type made struct {
	move  funds.Move
	state funds.State
	undid int // index of the entry it undoes, -1
}

// recount adds a cell up from the entries.
func recount(all []made, key funds.Key) funds.Cell {
	cell := funds.Cell{Key: key}
	for _, e := range all {
		if e.move.Level != key.Level || e.state == funds.Rejected {
			continue
		}
		for _, p := range e.move.Parts {
			if p.Project != key.Project {
				continue
			}
			value, in, out := &cell.Allocated, &cell.AllocatedIn, &cell.AllocatedOut
			switch e.move.Layer {
			case funds.Disbursed:
				value, in, out = &cell.Disbursed, &cell.DisbursedIn, &cell.DisbursedOut
			case funds.Spent:
				value, in, out = &cell.Spent, &cell.SpentIn, &cell.SpentOut
			}
			switch {
			case e.state == funds.Posted && e.move.Adds:
				*value += p.Amount
			case e.state == funds.Posted:
				*value -= p.Amount
			case e.move.Adds:
				*in += p.Amount
			default:
				*out += p.Amount
			}
		}
	}
	return cell
}

// within reports the first limit that posted money breaks.
func within(b *funds.Book, all []made) error {
	total := money.Fen(0)
	for project, share := range b.Shares {
		given := money.Fen(0)
		for _, level := range b.Line.Levels {
			c := recount(all, funds.Key{Line: line, Level: level, Project: project})
			if c.Spent < 0 || c.Spent > c.Disbursed || c.Disbursed > c.Allocated {
				return fmt.Errorf("%s %s: %+v", project, level, c)
			}
			given += c.Allocated
		}
		if given > share.Planned {
			return fmt.Errorf("%s: %d allocated of %d", project, given, share.Planned)
		}
		total += given
	}
	if total > b.Line.Ceiling {
		return fmt.Errorf("%d allocated of %d", total, b.Line.Ceiling)
	}
	return nil
}

// Whatever is entered, confirmed, rejected and reversed in whatever order: the book equals a recount of the entries, no layer exceeds the
// one above, and any of the waiting entries may be confirmed or rejected, in any order, without breaking a limit.
func TestARandomSequenceOfEntriesNeverBreaksALimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		projects := []string{"P1", "P2", "P3"}
		b := funds.Book{Line: funds.Line{Key: line, Source: line, Levels: []funds.Level{funds.Central, funds.Province},
			Ceiling: money.Fen(rapid.Int64Range(0, 60).Draw(t, "ceiling"))}, Shares: map[string]funds.Share{}, Cells: map[funds.Key]funds.Cell{}}
		for _, p := range projects {
			b.Shares[p] = funds.Share{Line: line, Project: p, Planned: money.Fen(rapid.Int64Range(0, 30).Draw(t, "planned"))}
		}
		var all []made
		agree := func() {
			taken := map[string]money.Fen{}
			for _, p := range projects {
				for _, l := range b.Line.Levels {
					key := funds.Key{Line: line, Level: l, Project: p}
					want, got := recount(all, key), b.Cells[key]
					got.Key = key
					if got != want {
						t.Fatalf("the book says %+v, the entries %+v", got, want)
					}
					taken[p] += want.Allocated + want.AllocatedIn
				}
				if b.Shares[p].Allocated != taken[p] {
					t.Fatalf("%s took %d of its share, not %d", p, b.Shares[p].Allocated, taken[p])
				}
			}
			if whole := taken["P1"] + taken["P2"] + taken["P3"]; b.Line.Allocated != whole {
				t.Fatalf("the line took %d, not %d", b.Line.Allocated, whole)
			}
			if err := within(&b, all); err != nil {
				t.Fatal(err)
			}
			anyOrder(t, &b, all)
		}
		enter := func(m funds.Move, undid int) {
			if len(b.Check(m)) > 0 {
				return
			}
			stage, state := funds.Post, funds.Posted
			if rapid.Bool().Draw(t, "waits") {
				stage, state = funds.Reserve, funds.Pending
			}
			b.Apply(m, stage)
			all = append(all, made{m, state, undid})
		}
		t.Repeat(map[string]func(*rapid.T){
			"enter": func(t *rapid.T) {
				m := funds.Move{Line: line, Level: rapid.SampledFrom(b.Line.Levels).Draw(t, "level"),
					Layer: rapid.SampledFrom([]funds.Layer{funds.Allocated, funds.Disbursed, funds.Spent}).Draw(t, "layer"), Adds: rapid.IntRange(0, 3).Draw(t, "adds") > 0}
				for _, p := range rapid.Permutation(projects).Draw(t, "projects")[:rapid.IntRange(1, 3).Draw(t, "n")] {
					m.Parts = append(m.Parts, funds.Part{Project: p, Amount: money.Fen(rapid.Int64Range(1, 12).Draw(t, "amount"))})
				}
				enter(m, -1)
			},
			"reverse": func(t *rapid.T) {
				free := -1
				for i, e := range all {
					undone := slices.ContainsFunc(all, func(r made) bool { return r.undid == i && r.state != funds.Rejected })
					if e.undid < 0 && e.state == funds.Posted && !undone {
						free = i
					}
				}
				if free >= 0 {
					enter(all[free].move.Undo(), free)
				}
			},
			"decide": func(t *rapid.T) {
				waiting := []int{}
				for i, e := range all {
					if e.state == funds.Pending {
						waiting = append(waiting, i)
					}
				}
				if len(waiting) == 0 {
					return
				}
				i := rapid.SampledFrom(waiting).Draw(t, "which")
				if rapid.Bool().Draw(t, "confirm") {
					b.Apply(all[i].move, funds.Settle)
					all[i].state = funds.Posted
				} else {
					b.Apply(all[i].move, funds.Release)
					all[i].state = funds.Rejected
				}
			},
			"": func(*rapid.T) { agree() },
		})
	})
}

// anyOrder decides all waiting entries in a random order, some confirmed and some rejected, and looks after each.
func anyOrder(t *rapid.T, b *funds.Book, all []made) {
	all = slices.Clone(all)
	waiting := []int{}
	for i, e := range all {
		if e.state == funds.Pending {
			waiting = append(waiting, i)
		}
	}
	if len(waiting) == 0 {
		return
	}
	for _, i := range rapid.Permutation(waiting).Draw(t, "order") {
		all[i].state = funds.Rejected
		if rapid.Bool().Draw(t, "confirmed") {
			all[i].state = funds.Posted
		}
		if err := within(b, all); err != nil {
			t.Fatalf("after deciding entry %d: %v", i, err)
		}
	}
}
