package funds_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xianjie/internal/funds"
	"xianjie/internal/money"
)

func sumLevels(levels []funds.LevelAmounts) (a funds.Amounts) {
	for _, l := range levels {
		a = a.Plus(l.Amounts)
	}
	return a
}

// came leaves out what has no level.
func came(a funds.Amounts) funds.Amounts { a.Planned, a.Committed = 0, 0; return a }

func TestRowsAndColumnsOfAMatrixAgree(t *testing.T) {
	layers := []funds.Layer{funds.Planned, funds.Committed, funds.Allocated, funds.Disbursed, funds.Spent}
	rapid.Check(t, func(t *rapid.T) {
		var lines []funds.Line
		var shares []funds.Share
		var cells []funds.Cell
		committed := map[string]bool{}
		want := map[string]money.Fen{} // by line|project|layer, "" for all
		add := func(line, project string, layer funds.Layer, n money.Fen) {
			for _, key := range []string{line + "|" + project, line + "|", "|" + project, "|"} {
				want[key+"|"+string(layer)] += n
			}
		}
		fen := func(name string) money.Fen { return money.Fen(rapid.Int64Range(0, int64(money.Max)).Draw(t, name)) }
		for i := range rapid.IntRange(0, 5).Draw(t, "lines") {
			l := funds.Line{Key: fmt.Sprint("L", i), Source: rapid.SampledFrom([]string{"CITY", "INTEGRATED"}).Draw(t, "source"), Order: 10 - i, Levels: []funds.Level{funds.City}}
			if rapid.Bool().Draw(t, "two levels") {
				l.Levels = []funds.Level{funds.Central, funds.Province}
			}
			committed[l.Key] = rapid.Bool().Draw(t, "committed")
			lines = append(lines, l)
			for p := range rapid.IntRange(0, 4).Draw(t, "projects") {
				s := funds.Share{Line: l.Key, Project: fmt.Sprint("P", p), Planned: fen("planned")}
				shares = append(shares, s)
				add(l.Key, s.Project, funds.Planned, s.Planned)
				if committed[l.Key] {
					add(l.Key, s.Project, funds.Committed, s.Planned)
				}
				for _, level := range l.Levels {
					c := funds.Cell{Key: funds.Key{Line: l.Key, Level: level, Project: s.Project}, Allocated: fen("a"), Disbursed: fen("d"), Spent: fen("s"),
						AllocatedIn: fen("in"), SpentOut: fen("out")}
					cells = append(cells, c)
					add(l.Key, s.Project, funds.Allocated, c.Allocated)
					add(l.Key, s.Project, funds.Disbursed, c.Disbursed)
					add(l.Key, s.Project, funds.Spent, c.Spent)
				}
			}
		}
		m := funds.MatrixOf(rapid.Permutation(lines).Draw(t, "lines shuffled"), rapid.Permutation(shares).Draw(t, "shares shuffled"),
			rapid.Permutation(cells).Draw(t, "cells shuffled"), committed)
		is := func(where string, a funds.Amounts) {
			for _, layer := range layers {
				if got := a.Of(layer); got != want[where+"|"+string(layer)] {
					t.Fatalf("%s %s is %d, want %d", where, layer, got, want[where+"|"+string(layer)])
				}
			}
		}
		is("|", m.Total)
		if m.Sum() != m.Total || m.Sum("CITY").Plus(m.Sum("INTEGRATED")) != m.Total {
			t.Fatal("the sources do not add up")
		}
		var rows, columns funds.Amounts
		for i, l := range m.Lines {
			if i > 0 && m.Lines[i-1].Order > l.Order {
				t.Fatal("not in the order of the plan")
			}
			is(l.Key+"|", l.Amounts)
			rows = rows.Plus(l.Amounts)
			if len(l.Levels) != len(l.Line.Levels) || came(sumLevels(l.Levels)) != came(l.Amounts) || len(l.Levels) == 1 && sumLevels(l.Levels) != l.Amounts {
				t.Fatalf("%s: levels %+v, whole %+v", l.Key, l.Levels, l.Amounts)
			}
			for _, p := range l.Parts {
				is(l.Key+"|"+p.Project, p.Amounts)
				if came(sumLevels(p.Levels)) != came(p.Amounts) {
					t.Fatalf("%s %s: levels %+v, whole %+v", l.Key, p.Project, p.Levels, p.Amounts)
				}
			}
		}
		for _, p := range m.Projects {
			is("|"+p.Project, p.Amounts)
			columns = columns.Plus(p.Amounts)
		}
		if rows != m.Total || columns != m.Total {
			t.Fatalf("rows %+v columns %+v total %+v", rows, columns, m.Total)
		}
		text, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		if bare := funds.MatrixOf([]funds.Line{{Key: "L"}}, nil, nil, nil); bare.Projects == nil || bare.Lines[0].Parts == nil || bare.Lines[0].Levels == nil {
			t.Fatal("a list is nil")
		}
		if n := strings.Count(string(text), "null"); n > 0 {
			t.Fatalf("%d lists are null", n)
		}
	})
}

func TestWhatAPlanDoesNotKnowIsLeftOut(t *testing.T) {
	lines := []funds.Line{{Key: "L", Levels: []funds.Level{funds.City}}}
	m := funds.MatrixOf(lines, []funds.Share{{Line: "GONE", Project: "P", Planned: 5}, {Line: "L", Project: "P", Planned: 3}},
		[]funds.Cell{{Key: funds.Key{Line: "L", Level: funds.City, Project: "GONE"}, Allocated: 7}}, nil)
	if m.Total != (funds.Amounts{Planned: 3}) {
		t.Errorf("%+v", m.Total)
	}
}

func TestEveryKindOfEntryHasItsEffectAndEveryWordItsLabel(t *testing.T) {
	want := map[funds.Kind]string{funds.Allocate: "ALLOCATED true true", funds.Disburse: "DISBURSED true true", funds.Spend: "SPENT true true",
		funds.Refund: "SPENT false true", funds.GiveBack: "DISBURSED false true", funds.Recall: "ALLOCATED false true", funds.Reverse: " false false"}
	for _, k := range funds.Kinds() {
		layer, adds, ok := k.Effect()
		if got := fmt.Sprint(layer, " ", adds, " ", ok); got != want[k] || k.Label() == string(k) {
			t.Errorf("%s: %s %s", k, got, k.Label())
		}
	}
	for _, l := range funds.Layers() {
		if l.Label() == string(l) {
			t.Errorf("%s has no label", l)
		}
	}
	for _, l := range []funds.Level{funds.Central, funds.Province, funds.City, funds.County, funds.NoLevel} {
		if l.Label() == string(l) {
			t.Errorf("%q has no label", l)
		}
	}
	for _, s := range []funds.State{funds.Posted, funds.Pending, funds.Rejected} {
		if s.Label() == string(s) {
			t.Errorf("%s has no label", s)
		}
	}
	if funds.Kind("X").Label() != "X" || funds.Layer("X").Label() != "X" || funds.Level("X").Label() != "X" || funds.State("X").Label() != "X" {
		t.Error("an unknown word is shown as it is")
	}
	if (funds.Line{Levels: []funds.Level{funds.City}}).Has(funds.County) || !(funds.Line{Levels: []funds.Level{funds.City}}).Has(funds.City) {
		t.Error("a line knows its own levels only")
	}
}
