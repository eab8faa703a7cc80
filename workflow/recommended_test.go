package workflow

import "testing"

func TestTheReasonIsThatOfTheRecommendationInForce(t *testing.T) {
	step := func(action Action, opinion string) Step { return Step{Action: action, Opinion: opinion} }
	tests := []struct {
		name  string
		steps []Step
		river string
		want  string
	}{
		{"nothing yet", []Step{step(Submit, ""), step(Accept, "受理")}, "", ""},
		{"both bureaus, each in its words", []Step{step(Accept, ""), step(Shortlist, "产业基础好"), step(Shortlist, "资金落实")}, "", "产业基础好；资金落实"},
		{"both in the same words", []Step{step(Shortlist, "同意"), step(Shortlist, "同意")}, "", "同意"},
		{"one signature voided by a return does not stay", []Step{step(Accept, ""), step(Shortlist, "旧"), step(Return, "补正"), step(Submit, ""), step(Accept, ""), step(Shortlist, "新")}, "", "新"},
		{"a recommendation taken back does not stay", []Step{step(Shortlist, "旧"), step(Revoke, "名额另用"), step(Shortlist, "新")}, "", "新"},
		{"the province's return leaves it in force", []Step{step(Shortlist, "同意"), step(Report, ""), step(Return, "补材料")}, "", "同意"},
		{"and why no 沿黄县 was chosen", []Step{step(Shortlist, "同意")}, "无沿黄县申报", "同意；未选沿黄县：无沿黄县申报"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := recommended(tt.steps, tt.river); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
