package review

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func written(t testing.TB, id string, totals ...string) Case {
	t.Helper()
	return Case{Row: Row{Application: id}, Marks: given(t, totals...)}
}

func TestARankingThatHangsOnOneExpertNamesHim(t *testing.T) {
	s := plan() // trimmed from five, pass line 70
	got := s.Robustness([]Case{
		written(t, "乙", "69", "69", "69", "74"), // 70.25, without D 69.00
		written(t, "甲", "80", "80", "80", "80"),
		written(t, "丙", "60", "!99", "70"), // too few: not ranked
	})
	want := []Steadiness{
		{Application: "甲", Composite: 8000, Low: 8000, High: 8000, Plain: 8000, Adjusted: 7990, Awarded: true, AwardedPlain: true, AwardedAdjusted: true},
		{Application: "乙", Composite: 7025, Low: 6900, LowWithout: "D", High: 7067, HighWithout: "A", Plain: 7025, Adjusted: 7015, Awarded: true, AwardedPlain: true, AwardedAdjusted: true, TurnedBy: []string{"D"}},
	}
	if diff := cmp.Diff(want, got.Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]Mover{{Expert: "D", Loses: []string{"乙"}}}, got.Movers); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheCutOfAwardsMovesWithAnExpert(t *testing.T) {
	s := plan()
	s.MaxAwards = 1
	got := s.Robustness([]Case{written(t, "甲", "80", "80", "80", "90"), written(t, "乙", "82", "82", "82", "82")})
	if diff := cmp.Diff([]Mover{{Expert: "D", Gains: []string{"乙"}, Loses: []string{"甲"}}}, got.Movers); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAnExpertAStageCannotSpareIsNotTakenOut(t *testing.T) {
	got := plan().Robustness([]Case{written(t, "甲", "60", "70", "83")})
	if r := got.Rows[0]; r.Low != r.Composite || r.High != r.Composite || got.Movers != nil {
		t.Errorf("%+v", got)
	}
}

func TestSeverityIsTakenOut(t *testing.T) {
	// C gives ten points less than the others everywhere: minus 20/3 from the mean of all, where the others stand 10/3 above.
	got := plan().Robustness([]Case{written(t, "甲", "80", "80", "70"), written(t, "乙", "90", "90", "80"), written(t, "丙", "75", "75", "75")})
	for i, want := range []Points{8667, 7667, 7500} {
		if got.Rows[i].Composite != want {
			t.Errorf("%+v", got.Rows[i])
		}
	}
	if sev := severities([]Case{written(t, "甲", "80", "80", "70"), written(t, "乙", "90", "90", "80")}, 0); sev["A"] != 333 || sev["C"] != -667 {
		t.Errorf("%v", sev)
	}
	if sev := severities([]Case{written(t, "甲", "80", "80", "70")}, 0); len(sev) != 0 {
		t.Errorf("one application tells nothing of an expert: %v", sev)
	}
}

func TestPlainMeansShowWhatTrimmingDid(t *testing.T) {
	got := plan().Robustness([]Case{written(t, "甲", "69", "69", "69.9", "70", "95")}).Rows[0]
	if got.Composite != 6963 || got.Plain != 7458 || got.Awarded || !got.AwardedPlain {
		t.Errorf("%+v", got)
	}
}

func TestAwardsThatShareTheLastPlaceMustAllFit(t *testing.T) {
	row := func(id string, p Points) Row { return Row{Application: id, Composite: p} }
	list := []Row{row("a", 9000), row("b", 8000), row("c", 8000), row("d", 6999)}
	for most, want := range map[int][]string{0: {"a", "b", "c"}, 1: {"a"}, 2: {"a"}, 3: {"a", "b", "c"}, 9: {"a", "b", "c"}} {
		s := plan()
		s.MaxAwards = most
		if diff := cmp.Diff(want, s.Awarded(list)); diff != "" {
			t.Errorf("%d awards:\n%s", most, diff)
		}
	}
	if got := plan().Awarded(nil); got == nil || len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestTheOfficialCompositeLiesInItsRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var cases []Case
		for _, id := range []string{"甲", "乙", "丙"} {
			c := Case{Row: Row{Application: id}, Marks: panel(t)}
			if rapid.Bool().Draw(t, "defence") {
				marks := panel(t)
				c.Defence = &marks
			}
			cases = append(cases, c)
		}
		for _, r := range plan().Robustness(cases).Rows {
			if r.Low > r.Composite || r.High < r.Composite || (r.LowWithout == "") != (r.Low == r.Composite) {
				t.Fatalf("%+v", r)
			}
		}
	})
}
