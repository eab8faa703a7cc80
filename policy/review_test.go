package policy

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"xianjie/internal/fault"
	"xianjie/internal/review"
)

func TestTheDefaultRubricIsTheOneOfTheProgramme(t *testing.T) {
	setup := reference(t).Review
	written, _ := setup.Rubric(review.Written)
	weights := map[string]review.Points{"S1": 22, "S2": 10, "S3": 6, "S4": 6, "S5": 8, "S6": 8, "C1": 10, "C2": 10, "C3": 8, "C4": 12}
	if len(written.Dimensions) != len(weights) || len(written.Vetoes) != 6 || written.Step.String() != "0.5" {
		t.Errorf("%+v", written)
	}
	for _, d := range written.Dimensions {
		if d.Weight != weights[d.Code]*100 || d.Source == "" {
			t.Errorf("%s weighs %s (%s)", d.Code, d.Weight, d.Source)
		}
		for _, item := range d.Items {
			most, step := item.Max*6/10, written.Step // 60 % of the maximum, rounded down to the step
			if item.Anchor != most-most%step {
				t.Errorf("%s: anchor %s of %s", item.Code, item.Anchor, item.Max)
			}
		}
	}
	defence, _ := setup.Rubric(review.Defence)
	if got := defence.Total(review.Sheet{Scores: map[string]review.Points{"D1.1": 3000, "D2.1": 4000, "D3.1": 1500, "D4.1": 1500}}); got != review.Full {
		t.Errorf("defence adds up to %s", got)
	}
	if len(setup.SiteItems) != 6 || setup.WrittenWeight != 70 || setup.DefenceWeight != 30 || setup.PassLine != 7000 || setup.MaxAwards != 0 ||
		setup.MinExperts != 3 || setup.TrimFrom != 5 || setup.OutlierAbove != 1500 || setup.VetoQuorum != 2 || setup.PerApplication != 5 || setup.LoadCap != 30 {
		t.Errorf("%+v", setup)
	}
	if !slices.Equal(setup.TieBreak, []review.TieKey{"WRITTEN", "S1", "C4", "INTEGRATION", "LOT"}) || setup.Conflict != (review.ConflictSet{SameCity: true, SameUnit: true, ServedThere: true}) {
		t.Errorf("%v %+v", setup.TieBreak, setup.Conflict)
	}
}

// top writes one more member into the pack's text.
func top(text string) []string { return []string{`"params": {`, text + `, "params": {`} }

func TestAPackStatesOnlyWhatItChangesOfTheReview(t *testing.T) {
	p := edited(t, top(`"review": {"passLine": 75.5, "conflict": {"sameUnit": false}, "tieBreak": ["WRITTEN", "LOT"]}`)...)
	if r := p.Review; r.PassLine != 7550 || r.Conflict != (review.ConflictSet{SameCity: true, ServedThere: true}) || len(r.TieBreak) != 2 || len(r.Rubrics) != 2 || r.MinExperts != 3 {
		t.Errorf("%+v", r)
	}
	const own = `{"stage": "WRITTEN", "step": 1, "vetoes": [], "dimensions": [{"code": "A", "name": "甲", "weight": 100, "items": [{"code": "A.1", "name": "乙", "max": 100, "anchor": 0}]}]}`
	p = edited(t, append(top(`"review": {"rubrics": [`+own+`], "tieBreak": ["A", "LOT"]}`), param(`"stages": ["EXPERT_REVIEW", "PUBLIC_NOTICE"]`)...)...)
	if r := p.Review; len(r.Rubrics) != 1 || len(r.Rubrics[0].Dimensions) != 1 || r.Rubrics[0].Dimensions[0].Source != "" || len(r.Rubrics[0].Dimensions[0].Items[0].Levels) != 0 {
		t.Errorf("a given list must replace its default whole: %+v", r.Rubrics)
	}
	again, err := ParsePack(p.Canonical())
	if err != nil || !bytes.Equal(again.Canonical(), p.Canonical()) {
		t.Errorf("the canonical form does not read back: %v", err)
	}
}

// mustRefuse holds that a pack with this edit is refused at these places and no other.
func mustRefuse(t *testing.T, edit, places []string) {
	t.Helper()
	_, err := ParsePack([]byte(rewrite(t, edit...)))
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != fault.Invalid {
		t.Fatalf("%v", err)
	}
	var got []string
	for _, p := range f.Places {
		got = append(got, p.Location)
	}
	if !slices.Equal(got, places) {
		t.Errorf("places %v, want %v", got, places)
	}
}

func TestAReviewThatCannotWorkIsRefusedWithItsPlace(t *testing.T) {
	tests := []struct {
		name   string
		edit   []string
		places []string
	}{
		{"an unknown key", top(`"review": {"minExpert": 3}`), []string{"/review/minExpert"}},
		{"a pass line above 100", top(`"review": {"passLine": 100.01}`), []string{"/review/passLine"}},
		{"three decimals", top(`"review": {"passLine": 70.001}`), []string{"/review/passLine"}},
		{"weights that do not add up", top(`"review": {"writtenWeight": 0.71}`), []string{"/review/writtenWeight"}},
		{"a defence without a rubric", top(`"review": {"rubrics": []}`), []string{"/review/rubrics", "/review/tieBreak/1", "/review/tieBreak/2", "/review/rubrics"}},
		{"no written review", param(`"stages": ["DEFENCE", "PUBLIC_NOTICE"]`), []string{"/params/stages"}},
		{"no public notice", param(`"stages": ["EXPERT_REVIEW"]`), []string{"/params/stages"}},
		{"neither", param(`"stages": []`), []string{"/params/stages", "/params/stages"}},
		{"a notice of no days, counted in moons, with no phone", param(`"publicNoticeDays": 0, "publicNoticeBasis": "MOONS", "supervisionPhone": ""`),
			[]string{"/params/publicNoticeDays", "/params/publicNoticeBasis", "/params/supervisionPhone"}},
		{"a phone that is a sentence", param(`"supervisionPhone": "请致电 12317"`), []string{"/params/supervisionPhone"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			mustRefuse(t, tt.edit, tt.places)
		})
	}
}

func TestNoticeParametersHaveDefaultsAndBounds(t *testing.T) {
	if m := reference(t).Params; m.PublicNoticeBasis != CalendarDays || m.SupervisionPhone != "12317" {
		t.Errorf("%+v", m)
	}
	for _, phone := range []string{"12317", "0531-51789999", "0531-51789999转8012"} {
		edited(t, param(`"supervisionPhone": "`+phone+`"`)...)
	}
	edited(t, param(`"stages": ["EXPERT_REVIEW", "DEFENCE", "PUBLIC_NOTICE"]`)...)
	edited(t, param(`"stages": ["EXPERT_REVIEW", "SITE_CHECK", "PUBLIC_NOTICE"]`)...)
}
