package review

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// given makes marks of experts A, B, C … from decimals; "!" before one recuses the expert.
func given(t testing.TB, totals ...string) []Mark {
	t.Helper()
	marks := make([]Mark, len(totals))
	for i, text := range totals {
		bare, recused := strings.CutPrefix(text, "!")
		p, err := ParsePoints(bare)
		if err != nil {
			t.Fatal(err)
		}
		marks[i] = Mark{Expert: string(rune('A' + i)), Total: p, Recused: recused}
	}
	return marks
}

func fixed(p *Points) string {
	if p == nil {
		return ""
	}
	return p.Fixed()
}

func TestAStageIsTrimmedAndAveragedByHand(t *testing.T) {
	tests := []struct {
		name    string
		totals  []string
		mean    string
		dropped string
		kept    string
		working string
	}{
		{"four effective experts are not trimmed", []string{"84", "85", "86", "87"}, "85.50", "[]", "[A B C D]", "(84+85+86+87)÷4=85.5→85.50"},
		{"five are: the example of domain 4.4", []string{"80.5", "83", "86", "88.5", "91"}, "85.83", "[80.5 91]", "[B C D]", "去掉最低 80.5、最高 91;(83+86+88.5)÷3=85.8333…→85.83"},
		{"three are the fewest", []string{"77.5", "81", "83"}, "80.50", "[]", "[A B C]", "(77.5+81+83)÷3=80.5→80.50"},
		{"two are too few", []string{"88", "90"}, "", "[]", "[]", "有效专家 2 人,不足 3 人,本阶段无效,须补派专家"},
		{"none at all", nil, "", "[]", "[]", "有效专家 0 人,不足 3 人,本阶段无效,须补派专家"},
		{"a recused expert does not count towards five", []string{"70", "72", "!95", "71.5", "73"}, "71.63", "[]", "[A D B E]", "C 回避不计;(70+71.5+72+73)÷4=71.625→71.63"},
		{"a recused expert does not count towards three", []string{"70", "72", "!95"}, "", "[]", "[]", "C 回避不计;有效专家 2 人,不足 3 人,本阶段无效,须补派专家"},
		{"of equal highest and lowest only one each is dropped", []string{"80", "80", "85", "90", "90"}, "85.00", "[80 90]", "[B C D]", "去掉最低 80、最高 90;(80+85+90)÷3=85→85.00"},
		{"all equal", []string{"80", "80", "80", "80", "80"}, "80.00", "[80 80]", "[B C D]", "去掉最低 80、最高 80;(80+80+80)÷3=80→80.00"},
		{"exactly half a hundredth goes up", []string{"0", "80", "80.01", "80", "80.01", "100"}, "80.01", "[0 100]", "[B D C E]", "去掉最低 0、最高 100;(80+80+80.01+80.01)÷4=80.005→80.01"},
		{"just under half goes down", []string{"80", "80", "80.01"}, "80.00", "[]", "[A B C]", "(80+80+80.01)÷3=80.0033…→80.00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := plan().Aggregate(given(t, tt.totals...))
			var dropped []string
			for _, p := range r.Dropped {
				dropped = append(dropped, p.String())
			}
			got := []string{fixed(r.Mean), "[" + strings.Join(dropped, " ") + "]", "[" + strings.Join(r.Kept, " ") + "]", r.Working}
			if diff := cmp.Diff([]string{tt.mean, tt.dropped, tt.kept, tt.working}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if r.Dropped == nil || r.Kept == nil {
				t.Error("a list is nil")
			}
		})
	}
}

func TestDimensionMeansAreThoseOfTheKeptExperts(t *testing.T) {
	marks := given(t, "80", "80", "84", "88", "90")
	for i, s1 := range []Points{1000, 1500, 1600, 1701, 2000} {
		marks[i].Dims = map[string]Points{"S1": s1, "C4": marks[i].Total - s1}
	}
	r := plan().Aggregate(marks)
	if diff := cmp.Diff(map[string]Points{"S1": 1600, "C4": 6800}, r.Dims); diff != "" {
		t.Errorf("the smaller code is the lower of equal totals (-want +got):\n%s", diff)
	}
	delete(marks[2].Dims, "S1")
	if r = plan().Aggregate(marks); len(r.Dims) != 1 {
		t.Errorf("a dimension one expert lacks has no mean: %v", r.Dims)
	}
	marks[0].Dims = nil
	if r = plan().Aggregate(marks); len(r.Dims) != 1 {
		t.Errorf("a dropped expert's dimensions do not matter: %v", r.Dims)
	}
	marks[1].Dims = nil
	if r = plan().Aggregate(marks); r.Dims != nil {
		t.Errorf("%v", r.Dims)
	}
}

// panel draws marks of up to nine experts, some recused, with one dimension.
func panel(t *rapid.T) []Mark {
	n := rapid.IntRange(0, 9).Draw(t, "experts")
	marks := make([]Mark, n)
	for i := range marks {
		total := Points(rapid.Int64Range(0, int64(Full)).Draw(t, "total"))
		marks[i] = Mark{string(rune('A' + i)), total, map[string]Points{"S1": total / 3}, rapid.IntRange(0, 4).Draw(t, "recused") == 0}
	}
	return marks
}

func TestTheOrderOfMarksDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks := panel(t)
		for i := range marks { // many equal totals
			marks[i].Total -= marks[i].Total % 2500
		}
		mixed := rapid.Permutation(marks).Draw(t, "mixed")
		a, b := plan().Aggregate(marks), plan().Aggregate(mixed)
		_, a.Working, _ = strings.Cut(a.Working, "不计;") // who is recused is named in the given order
		_, b.Working, _ = strings.Cut(b.Working, "不计;")
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAMeanLiesBetweenLowestAndHighest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks := panel(t)
		r := plan().Aggregate(marks)
		var totals []Points
		for _, m := range marks {
			if !m.Recused {
				totals = append(totals, m.Total)
			}
		}
		if (r.Mean == nil) != (len(totals) < 3) || r.Effective != len(totals) || len(r.Kept)+len(r.Dropped) != len(totals) && r.Mean != nil {
			t.Fatalf("%+v of %v", r, totals)
		}
		if r.Mean != nil && (*r.Mean < slices.Min(totals) || *r.Mean > slices.Max(totals)) {
			t.Fatalf("%s outside %v", r.Mean, totals)
		}
	})
}

func TestARecusedMarkChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks := panel(t)
		more := append(slices.Clone(marks), Mark{Expert: "Z", Total: Points(rapid.Int64Range(0, int64(Full)).Draw(t, "other")), Recused: true})
		a, b := plan().Aggregate(marks), plan().Aggregate(more)
		a.Working, b.Working = "", ""
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(plan().Outliers(marks), plan().Outliers(more)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func TestAnOutlierIsFurtherThanTheBoundFromTheOthers(t *testing.T) {
	tests := []struct {
		name   string
		totals []string
		want   []Outlier
	}{
		{"exactly fifteen is none", []string{"70", "70", "85"}, nil},
		{"a hundredth more is", []string{"70", "70", "85.01"}, []Outlier{{"C", 8501, 7000, 1501}}},
		{"below as well as above", []string{"54.99", "70", "70", "70"}, []Outlier{{"A", 5499, 7000, 1501}}},
		{"a third of a hundredth more is, and does not read as fifteen", []string{"70", "70", "70.01", "85.01"}, []Outlier{{"D", 8501, 7000, 1501}}},
		{"a recused expert is neither judged nor counted", []string{"70", "70", "!99"}, nil},
		{"two who disagree are both far from the other", []string{"70", "90"}, []Outlier{{"A", 7000, 9000, 2000}, {"B", 9000, 7000, 2000}}},
		{"one alone has nobody to differ from", []string{"10"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, plan().Outliers(given(t, tt.totals...))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
