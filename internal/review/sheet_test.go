package review

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
)

func TestASheetIsCheckedBeforeItIsHandedIn(t *testing.T) {
	scores := func(a, b, c Points) map[string]Points {
		return map[string]Points{"S1.1": a, "S1.2": b, "C4.1": c}
	}
	says := func(places ...string) (list []fault.Place) {
		for i := 0; i < len(places); i += 2 {
			list = append(list, fault.Place{Location: places[i], Message: places[i+1]})
		}
		return list
	}
	tests := []struct {
		name  string
		sheet Sheet
		final []fault.Place
		draft []fault.Place // what a draft is refused for
	}{
		{"every item at its maximum", Sheet{Scores: scores(2000, 4000, 4000)}, nil, nil},
		{"every item at its anchor needs no reason", Sheet{Scores: scores(1200, 2400, 2400)}, nil, nil},
		{"one step under the anchor needs a reason", Sheet{Scores: scores(1150, 2400, 2400)}, says("/reasons/S1.1", "“短板”11.5 分低于 12 分,请写明理由"), nil},
		{"a reason of blanks is none", Sheet{Scores: scores(1150, 2400, 2400), Reasons: map[string]string{"S1.1": " \n"}}, says("/reasons/S1.1", "“短板”11.5 分低于 12 分,请写明理由"), nil},
		{"a reason settles it", Sheet{Scores: scores(0, 2400, 2400), Reasons: map[string]string{"S1.1": "未见调研"}}, nil, nil},
		{"a gap", Sheet{Scores: map[string]Points{"S1.1": 2000, "C4.1": 4000}}, says("/scores/S1.2", "“联农”还没有打分"), nil},
		{"nothing at all", Sheet{}, says("/scores/S1.1", "“短板”还没有打分", "/scores/S1.2", "“联农”还没有打分", "/scores/C4.1", "“整合”还没有打分"), nil},
		{"one hundredth above the maximum", Sheet{Scores: scores(2001, 4000, 4000)}, says("/scores/S1.1", "“短板”应在 0 到 20 分之间,现为 20.01"), says("/scores/S1.1", "“短板”应在 0 到 20 分之间,现为 20.01")},
		{"below nothing", Sheet{Scores: scores(-50, 4000, 4000)}, says("/scores/S1.1", "“短板”应在 0 到 20 分之间,现为 -0.5"), says("/scores/S1.1", "“短板”应在 0 到 20 分之间,现为 -0.5")},
		{"beside the step", Sheet{Scores: scores(30, 4000, 4000)}, says("/scores/S1.1", "“短板”:0.3 不是 0.5 的整数倍"), says("/scores/S1.1", "“短板”:0.3 不是 0.5 的整数倍")},
		{"an item the rubric does not have", Sheet{Scores: map[string]Points{"S1.1": 2000, "S1.2": 4000, "C4.1": 4000, "C4/2": 0}}, says("/scores/C4~12", "评分表没有子项“C4/2”"), says("/scores/C4~12", "评分表没有子项“C4/2”")},
		{"a veto with its reason", Sheet{Scores: scores(2000, 4000, 4000), Vetoes: map[string]string{"LAND": "占用基本农田"}}, nil, nil},
		{"a veto without one", Sheet{Scores: scores(2000, 4000, 4000), Vetoes: map[string]string{"LAND": ""}}, says("/vetoes/LAND", "勾选了一票否决项“违规占地”,请写明理由"), nil},
		{"a veto the rubric does not have", Sheet{Scores: scores(2000, 4000, 4000), Vetoes: map[string]string{"X": "理由"}}, says("/vetoes/X", "评分表没有一票否决项“X”"), says("/vetoes/X", "评分表没有一票否决项“X”")},
		{"a comment of 2000 characters", Sheet{Scores: scores(2000, 4000, 4000), Comment: strings.Repeat("评", 2000)}, nil, nil},
		{"a comment of 2001 characters", Sheet{Scores: scores(2000, 4000, 4000), Comment: strings.Repeat("评", 2001)}, says("/comment", "文字共 2001 字,最多 2000 字,请精简"), says("/comment", "文字共 2001 字,最多 2000 字,请精简")},
	}
	rubric, _ := plan().Rubric(Written)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.final, rubric.Check(tt.sheet)); diff != "" {
				t.Errorf("handed in (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.draft, rubric.CheckDraft(tt.sheet)); diff != "" {
				t.Errorf("draft (-want +got):\n%s", diff)
			}
		})
	}
}

func TestASheetAddsUpByDimension(t *testing.T) {
	rubric, _ := plan().Rubric(Written)
	sheet := Sheet{Scores: map[string]Points{"S1.1": 1850, "S1.2": 3000, "C4.1": 3750, "other": 9999}}
	if got := rubric.Total(sheet); got != 8600 {
		t.Errorf("total %s", got)
	}
	if diff := cmp.Diff(map[string]Points{"S1": 4850, "C4": 3750}, rubric.Dims(sheet)); diff != "" {
		t.Error(diff)
	}
	if _, ok := plan().Rubric(Site); ok {
		t.Error("the site check has no rubric")
	}
}

func TestAVetoCountsFromItsQuorumAndOnlyWithAReason(t *testing.T) {
	land, both, empty := Sheet{Vetoes: map[string]string{"LAND": "占地"}}, Sheet{Vetoes: map[string]string{"DEBT": "举债", "LAND": "占地"}}, Sheet{Vetoes: map[string]string{"DEBT": " "}}
	tests := []struct {
		name   string
		sheets []Sheet
		want   []string
	}{
		{"nobody", nil, []string{}},
		{"one expert is not enough", []Sheet{both, {}}, []string{}},
		{"two are", []Sheet{both, land}, []string{"LAND"}},
		{"a tick without a reason does not count", []Sheet{both, empty}, []string{}},
		{"in the order of the rubric", []Sheet{both, both}, []string{"LAND", "DEBT"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, plan().VetoedBy(tt.sheets)); diff != "" {
			t.Errorf("%s:\n%s", tt.name, diff)
		}
	}
}
