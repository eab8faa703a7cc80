package review

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
)

// plan is a small valid setup: two written dimensions, three items in steps of 0.5.
func plan() Setup {
	return Setup{
		Rubrics: []Rubric{
			{Stage: Written, Step: 50, Dimensions: []Dimension{
				{Code: "S1", Name: "产业", Weight: 6000, Items: []Item{{Code: "S1.1", Name: "短板", Max: 2000, Anchor: 1200}, {Code: "S1.2", Name: "联农", Max: 4000, Anchor: 2400}}},
				{Code: "C4", Name: "保障", Weight: 4000, Items: []Item{{Code: "C4.1", Name: "整合", Max: 4000, Anchor: 2400}}},
			}, Vetoes: []Veto{{Code: "LAND", Name: "违规占地"}, {Code: "DEBT", Name: "违规举债"}}},
			{Stage: Defence, Step: 50, Dimensions: []Dimension{{Code: "D1", Name: "答辩", Weight: 10000, Items: []Item{{Code: "D1.1", Name: "答辩", Max: 10000}}}}},
		},
		SiteItems:  []SiteItem{{Code: "LAND", Name: "项目用地"}},
		MinExperts: 3, TrimFrom: 5, WrittenWeight: 70, DefenceWeight: 30, PassLine: 7000, OutlierAbove: 1500, VetoQuorum: 2,
		MinDeduction: 50, MaxDeduction: 1000, DeductionStep: 50,
		TieBreak: []TieKey{ByWritten, "S1", "C4", ByIntegration, ByLot}, PerApplication: 5, LoadCap: 30,
	}
}

func locations(places []fault.Place) []string {
	var list []string
	for _, p := range places {
		list = append(list, p.Location)
	}
	return list
}

func TestASetupIsRefusedWithEveryPlace(t *testing.T) {
	tests := []struct {
		name string
		edit func(*Setup)
		want []string
	}{
		{"the plan itself is fine", func(*Setup) {}, nil},
		{"weights one hundredth short of 100", func(s *Setup) { s.Rubrics[0].Dimensions[0].Weight-- }, []string{"/rubrics/0/dimensions/0/weight", "/rubrics/0/dimensions"}},
		{"items that do not add up to their dimension", func(s *Setup) { s.Rubrics[0].Dimensions[1].Items[0].Max = 3950 }, []string{"/rubrics/0/dimensions/1/weight"}},
		{"a dimension twice", func(s *Setup) { s.Rubrics[0].Dimensions[1].Code = "S1" }, []string{"/rubrics/0/dimensions/1/code", "/tieBreak/2"}},
		{"an item twice, in another dimension", func(s *Setup) { s.Rubrics[0].Dimensions[1].Items[0].Code = "S1.1" }, []string{"/rubrics/0/dimensions/1/items/0/code"}},
		{"a veto twice", func(s *Setup) { s.Rubrics[0].Vetoes[1].Code = "LAND" }, []string{"/rubrics/0/vetoes/1/code"}},
		{"a dimension named like a key of ties", func(s *Setup) { s.Rubrics[1].Dimensions[0].Code = "LOT" }, []string{"/rubrics/1/dimensions/0/code"}},
		{"a code with a slash", func(s *Setup) { s.Rubrics[1].Dimensions[0].Items[0].Code = "D/1" }, []string{"/rubrics/1/dimensions/0/items/0/code"}},
		{"names and codes left empty", func(s *Setup) { s.Rubrics[0].Vetoes[0], s.SiteItems[0] = Veto{}, SiteItem{} },
			[]string{"/rubrics/0/vetoes/0/code", "/rubrics/0/vetoes/0/name", "/siteItems/0/code", "/siteItems/0/name"}},
		{"no step", func(s *Setup) { s.Rubrics[1].Step = 0 }, []string{"/rubrics/1/step"}},
		{"a step the maxima are no multiple of", func(s *Setup) { s.Rubrics[1].Step = 3000 }, []string{"/rubrics/1/dimensions/0/items/0/max"}},
		{"an anchor beside the step", func(s *Setup) { s.Rubrics[0].Dimensions[0].Items[0].Anchor = 1210 }, []string{"/rubrics/0/dimensions/0/items/0/anchor"}},
		{"an anchor at the maximum is allowed", func(s *Setup) { s.Rubrics[0].Dimensions[0].Items[0].Anchor = 2000 }, nil},
		{"an anchor above the maximum", func(s *Setup) { s.Rubrics[0].Dimensions[0].Items[0].Anchor = 2050 }, []string{"/rubrics/0/dimensions/0/items/0/anchor"}},
		{"an item of nothing", func(s *Setup) { s.Rubrics[0].Dimensions[0].Items[0].Max = 0 }, []string{"/rubrics/0/dimensions/0/items/0/max", "/rubrics/0/dimensions/0/items/0/anchor", "/rubrics/0/dimensions/0/weight"}},
		{"a dimension without items", func(s *Setup) { s.Rubrics[0].Dimensions[1].Items = nil }, []string{"/rubrics/0/dimensions/1/items"}},
		{"a rubric without dimensions", func(s *Setup) { s.Rubrics[1].Dimensions = nil }, []string{"/rubrics/1/dimensions"}},
		{"a rubric for the site check", func(s *Setup) { s.Rubrics[1].Stage = Site }, []string{"/rubrics/1/stage"}},
		{"two written rubrics", func(s *Setup) { s.Rubrics[1].Stage = Written }, []string{"/rubrics/1/stage"}},
		{"no written rubric", func(s *Setup) { s.Rubrics, s.TieBreak = s.Rubrics[1:], []TieKey{ByLot} }, []string{"/rubrics"}},
		{"a defence rubric is not needed", func(s *Setup) { s.Rubrics = s.Rubrics[:1] }, nil},
		{"no site items", func(s *Setup) { s.SiteItems = nil }, []string{"/siteItems"}},
		{"weights of 1.01", func(s *Setup) { s.WrittenWeight = 71 }, []string{"/writtenWeight"}},
		{"a weight of 1 and one of 0", func(s *Setup) { s.WrittenWeight, s.DefenceWeight = 100, 0 }, nil},
		{"a weight above 1 and one below 0", func(s *Setup) { s.WrittenWeight, s.DefenceWeight = 101, -1 }, []string{"/writtenWeight", "/defenceWeight"}},
		{"no experts", func(s *Setup) { s.MinExperts = 0 }, []string{"/minExperts"}},
		{"one expert is enough when said so", func(s *Setup) { s.MinExperts = 1 }, nil},
		{"trimming from two leaves nothing", func(s *Setup) { s.MinExperts, s.TrimFrom = 1, 2 }, []string{"/trimFrom"}},
		{"trimming from three", func(s *Setup) { s.TrimFrom = 3 }, nil},
		{"trimming below the fewest experts", func(s *Setup) { s.MinExperts, s.TrimFrom = 4, 3 }, []string{"/trimFrom"}},
		{"fewer drawn than needed", func(s *Setup) { s.PerApplication = 2 }, []string{"/perApplication"}},
		{"no load", func(s *Setup) { s.LoadCap = 0 }, []string{"/loadCap"}},
		{"pass lines of 0 and 100", func(s *Setup) { s.PassLine = Full }, nil},
		{"a pass line above 100", func(s *Setup) { s.PassLine = Full + 1 }, []string{"/passLine"}},
		{"awards and quorum out of bounds", func(s *Setup) { s.MaxAwards, s.VetoQuorum, s.OutlierAbove = -1, 0, 0 }, []string{"/maxAwards", "/outlierAbove", "/vetoQuorum"}},
		{"deductions upside down", func(s *Setup) { s.MinDeduction = 1050 }, []string{"/minDeduction"}},
		{"deductions beside their step", func(s *Setup) { s.MaxDeduction = 1010 }, []string{"/maxDeduction"}},
		{"deductions of nothing", func(s *Setup) { s.MinDeduction = 0 }, []string{"/minDeduction"}},
		{"no step of deductions", func(s *Setup) { s.DeductionStep = 0 }, []string{"/deductionStep"}},
		{"an unknown key of ties", func(s *Setup) { s.TieBreak[1] = "S9" }, []string{"/tieBreak/1"}},
		{"a key of the defence rubric", func(s *Setup) { s.TieBreak[1] = "D1" }, []string{"/tieBreak/1"}},
		{"a key twice", func(s *Setup) { s.TieBreak[1] = ByWritten }, []string{"/tieBreak/1"}},
		{"the lot before the last", func(s *Setup) { s.TieBreak = []TieKey{ByLot, ByWritten} }, []string{"/tieBreak/0"}},
		{"no lot", func(s *Setup) { s.TieBreak = []TieKey{ByWritten} }, []string{"/tieBreak"}},
		{"no keys", func(s *Setup) { s.TieBreak = nil }, []string{"/tieBreak"}},
		{"the lot alone", func(s *Setup) { s.TieBreak = []TieKey{ByLot} }, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := plan()
			tt.edit(&s)
			if diff := cmp.Diff(tt.want, locations(s.Validate())); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestASiteCheckDeductsOnlyForIssues(t *testing.T) {
	tests := []struct {
		name string
		site SiteResult
		want []string
	}{
		{"a pass", SiteResult{SitePass, 0}, nil},
		{"a pass that deducts", SiteResult{SitePass, 50}, []string{"/deduction"}},
		{"a failure deducts nothing", SiteResult{SiteFail, 50}, []string{"/deduction"}},
		{"the least deduction", SiteResult{SiteIssues, 50}, nil},
		{"the most", SiteResult{SiteIssues, 1000}, nil},
		{"issues without a deduction", SiteResult{SiteIssues, 0}, []string{"/deduction"}},
		{"one step too much", SiteResult{SiteIssues, 1050}, []string{"/deduction"}},
		{"beside the step", SiteResult{SiteIssues, 130}, []string{"/deduction"}},
		{"no conclusion", SiteResult{}, []string{"/result"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, locations(plan().CheckSite(tt.site))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
