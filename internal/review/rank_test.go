package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"xianjie/internal/money"
)

// placesLine is places as "1 丁, 2 乙, 3 丙<WRITTEN>, 4 甲<INTEGRATION>, 4 戊=甲".
func placesLine(places []Place) string {
	texts := make([]string, len(places))
	for i, p := range places {
		texts[i] = fmt.Sprintf("%d %s", p.Rank, p.Application)
		if p.DecidedBy != "" {
			texts[i] += "<" + string(p.DecidedBy) + ">"
		}
		if p.Tied != nil {
			texts[i] += "=" + strings.Join(p.Tied, "+")
		}
	}
	return strings.Join(texts, ", ")
}

func TestTiesArePartedKeyByKey(t *testing.T) {
	row := func(id string, composite, written, s1, c4 Points, integrated, linkage money.Fen, lot int) Row {
		return Row{id, composite, written, map[string]Points{"S1": s1, "C4": c4}, integrated, linkage, lot}
	}
	base := row("甲", 8430, 8400, 1850, 1020, 2_000, 4_000, 0)
	with := func(id string, edit func(*Row)) Row {
		r := base
		r.Application, r.Dims = id, map[string]Points{"S1": 1850, "C4": 1020}
		edit(&r)
		return r
	}
	same := func(*Row) {}
	tests := []struct {
		name string
		rows []Row
		want string
	}{
		{"nothing to rank", nil, ""},
		{"one", []Row{base}, "1 甲"},
		{"the composite first", []Row{base, with("乙", func(r *Row) { r.Composite, r.Written = 8431, 1 })}, "1 乙, 2 甲"},
		{"then the written mean", []Row{base, with("乙", func(r *Row) { r.Written, r.Dims["S1"] = 8401, 1 })}, "1 乙, 2 甲<WRITTEN>"},
		{"then S1", []Row{base, with("乙", func(r *Row) { r.Dims["S1"], r.Dims["C4"] = 1851, 1 })}, "1 乙, 2 甲<S1>"},
		{"then C4", []Row{base, with("乙", func(r *Row) { r.Dims["C4"], r.Integrated = 1021, 0 })}, "1 乙, 2 甲<C4>"},
		{"then the exact ratio, too close for a decimal", []Row{
			with("甲", func(r *Row) { r.Integrated, r.Linkage = 3_000_000_000_000, 8_999_999_999_999 }),
			with("乙", func(r *Row) { r.Integrated, r.Linkage = 3_000_000_000_001, 9_000_000_000_002 }),
		}, "1 甲, 2 乙<INTEGRATION>"},
		{"an equal ratio of other amounts is equal", []Row{base, with("乙", func(r *Row) { r.Integrated, r.Linkage = 3_000, 6_000 })}, "1 乙=甲, 1 甲=乙"},
		{"without a linkage amount there is no ratio", []Row{base, with("乙", func(r *Row) { r.Linkage = 0 })}, "1 甲, 2 乙<INTEGRATION>"},
		{"then the lot, the smaller first", []Row{with("甲", func(r *Row) { r.Lot = 2 }), with("乙", func(r *Row) { r.Lot = 1 })}, "1 乙, 2 甲<LOT>"},
		{"a lot one of them lacks decides nothing", []Row{with("甲", func(r *Row) { r.Lot = 1 }), with("乙", same)}, "1 乙=甲, 1 甲=乙"},
		{"half a draw among three decides nothing", []Row{with("甲", func(r *Row) { r.Lot = 1 }), with("乙", same), with("丙", func(r *Row) { r.Lot = 2 })},
			"1 丙=乙+甲, 1 乙=丙+甲, 1 甲=丙+乙"},
		{"the rank after a shared one counts all", []Row{with("甲", func(r *Row) { r.Composite = 9000 }), with("乙", same), with("丙", same), with("丁", func(r *Row) { r.Written = 1 })},
			"1 甲, 2 丙=乙, 2 乙=丙, 4 丁<WRITTEN>"},
		{"a lot does not lift above a better key", []Row{with("甲", func(r *Row) { r.Lot, r.Written = 1, 1 }), with("乙", func(r *Row) { r.Lot = 2 })}, "1 乙, 2 甲<WRITTEN>"},
		{"a dimension that is not known counts as nothing", []Row{with("甲", func(r *Row) { r.Dims = nil }), with("乙", same)}, "1 乙, 2 甲<S1>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for range 2 {
				if got := placesLine(plan().Rank(tt.rows)); got != tt.want {
					t.Errorf("got %s, want %s", got, tt.want)
				}
				slices.Reverse(tt.rows)
			}
		})
	}
}

func TestWithoutALotInTheChainLotsDoNotCount(t *testing.T) {
	s := Setup{TieBreak: []TieKey{ByWritten}}
	if got := placesLine(s.Rank([]Row{{Application: "a", Lot: 2}, {Application: "b", Lot: 1}})); got != "1 a=b, 1 b=a" {
		t.Error(got)
	}
}

func rows(t *rapid.T) []Row {
	n := rapid.IntRange(0, 12).Draw(t, "rows")
	list := make([]Row, n)
	for i := range list {
		small := func(name string) int { return rapid.IntRange(0, 2).Draw(t, name) }
		list[i] = Row{
			fmt.Sprintf("R%02d", i), Points(small("composite")), Points(small("written")), map[string]Points{"S1": Points(small("S1"))},
			money.Fen(small("integrated")), money.Fen(small("linkage")), small("lot"),
		}
	}
	return list
}

func TestARankingDependsOnTheRowsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rows(t)
		places := plan().Rank(list)
		if diff := cmp.Diff(places, plan().Rank(rapid.Permutation(list).Draw(t, "mixed"))); diff != "" {
			t.Fatal(diff)
		}
		for i, p := range places {
			if i > 0 && (p.Rank < places[i-1].Rank || p.Rank != places[i-1].Rank && p.Rank != i+1) {
				t.Fatalf("no competition ranking: %s", placesLine(places))
			}
			shared := 0
			for _, other := range places {
				if other.Rank == p.Rank {
					shared++
				}
			}
			if shared != len(p.Tied)+1 {
				t.Fatalf("%s shares its rank with %d and names %v", p.Application, shared-1, p.Tied)
			}
		}
	})
}

func TestDrawnLotsPartEveryTie(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rows(t)
		for i := range list {
			list[i].Lot = 0
		}
		for _, p := range plan().Rank(list) {
			if p.Tied == nil {
				continue
			}
			lots := DrawLots("种子", append(slices.Clone(p.Tied), p.Application))
			for i := range list {
				if lot, ok := lots[list[i].Application]; ok {
					list[i].Lot = lot
				}
			}
		}
		for i, p := range plan().Rank(list) {
			if p.Tied != nil || p.Rank != i+1 {
				t.Fatalf("still tied: %+v", p)
			}
		}
	})
}

// BenchmarkRank3000x7 is aggregation, composition and ranking of 3,000 applications judged by seven experts each, with totals alone
// and with the means of ten dimensions.
func BenchmarkRank3000x7(b *testing.B) {
	b.Run("totals", func(b *testing.B) { benchmarkRank(b, nil) })
	b.Run("dimensions", func(b *testing.B) {
		benchmarkRank(b, []string{"S1", "S2", "S3", "S4", "S5", "S6", "C1", "C2", "C3", "C4"})
	})
}

func benchmarkRank(b *testing.B, codes []string) {
	const applications, experts = 3000, 7
	s := plan()
	all := make([][]Mark, applications)
	ids := make([]string, applications)
	chance := newStream("种子", "benchmark")
	for i := range all {
		ids[i] = fmt.Sprintf("A%04d", i)
		all[i] = make([]Mark, experts)
		for j := range all[i] {
			m := Mark{Expert: fmt.Sprintf("E%02d", j), Total: Points(6000 + 50*chance.below(81))}
			for _, code := range codes {
				if m.Dims == nil {
					m.Dims = map[string]Points{}
				}
				m.Dims[code] = m.Total / 10
			}
			all[i][j] = m
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		ranked := make([]Row, applications)
		for i, marks := range all {
			w := s.Aggregate(marks)
			c := s.Compose(w, nil, nil)
			ranked[i] = Row{Application: ids[i], Composite: *c.Points, Written: *w.Mean, Dims: w.Dims, Integrated: money.Fen(i), Linkage: 7}
		}
		s.Rank(ranked)
	}
}
