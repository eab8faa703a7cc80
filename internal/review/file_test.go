package review

import (
	"errors"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
	"xianjie/internal/sample"
)

// scoring is the sample file with pieces of its text replaced; each must be there.
func scoring(t testing.TB, replacements ...string) string {
	t.Helper()
	text := string(sample.Scoring())
	for i := 0; i < len(replacements); i += 2 {
		if !strings.Contains(text, replacements[i]) {
			t.Fatalf("the file has no %q", replacements[i])
		}
		text = strings.Replace(text, replacements[i], replacements[i+1], 1)
	}
	return text
}

const (
	// small is one application with dimensions and its row.
	small = `{"cases":[{"id":"甲","written":[{"expert":"E1","total":80,"dims":{"S1":30,"C4":50}},{"expert":"E2","total":82,"dims":{"S1":31,"C4":51}},` +
		`{"expert":"E3","total":84,"dims":{"S1":32,"C4":52}}]}],"tieBreak":[{"id":"T","rows":[{"app":"甲","composite":"82.00","written":"82.00","S1":"31.00","C4":"51.00"}]}]}`
	// pair is two equal rows.
	pair = `{"cases":[],"tieBreak":[{"id":"T","rows":[{"app":"甲","composite":80,"written":"80"},{"app":"乙","composite":"80.00","written":80}],"expectedOrder":[["甲","乙"]]}]}`
)

func TestTheSampleFileComesToWhatItExpects(t *testing.T) {
	f, err := ReadFile(sample.Scoring())
	if err != nil {
		t.Fatal(err)
	}
	r := f.Recompute()
	if r.Differences != nil || len(r.Cases) != 5 || len(r.TieBreak) != 1 {
		t.Errorf("%+v", r)
	}
	for i, c := range r.Cases {
		if diff := cmp.Diff(*f.Cases[i].Expected, c.Figures()); diff != "" {
			t.Errorf("%s (-expected +computed):\n%s", c.ID, diff)
		}
	}
	body, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ReadFile(body)
	if err != nil {
		t.Fatalf("%v\n%s", err, body)
	}
	if diff := cmp.Diff(f, again); diff != "" {
		t.Errorf("the file does not survive being written:\n%s", diff)
	}
}

func TestAFileIsReadStrictly(t *testing.T) {
	tests := []struct{ name, text, place, says string }{
		{"an unknown key", scoring(t, `"recused"`, `"Recused"`), "/cases/3/written/2/Recused", "没有这个字段"},
		{"a key twice", scoring(t, `"id": "S1",`, `"id": "S1", "id": "S1",`), "/cases/0/id", "重复出现"},
		{"a score with three places", scoring(t, `86.5`, `86.505`), "/cases/0/written/0/total", "“86.505”的小数超过 2 位"},
		{"a score as a text", scoring(t, `86.5`, `"86.5"`), "/cases/0/written/0/total", "不是普通小数"},
		{"a score below nothing", scoring(t, `86.5`, `-86.5`), "/cases/0/written/0/total", "是负数"},
		{"a score above 100", scoring(t, `86.5`, `100.01`), "/cases/0/written/0/total", "不能超过 100"},
		{"a score left out", scoring(t, `"expert": "E01",
     "total": 86.5`, `"expert": "E01"`), "/cases/0/written/0/total", "缺少 total"},
		{"a score of null", scoring(t, `86.5`, `null`), "/cases/0/written/0/total", "普通小数"},
		{"an expert twice in a stage", scoring(t, `"E02"`, `"E01"`), "/cases/0/written/1/expert", "“E01”重复"},
		{"an application twice", scoring(t, `"id": "S2"`, `"id": "S1"`), "/cases/1/id", "重复"},
		{"no cases", `{"tieBreak":[]}`, "/cases", "缺少 cases"},
		{"cases of null", `{"cases":null}`, "/cases", "不能为空"},
		{"a site check that says nothing", scoring(t, `"PASS"`, `"GOOD"`), "/cases/0/site/result", "只能是 PASS"},
		{"a pass that deducts", scoring(t, `"deduction": 0`, `"deduction": 1`), "/cases/0/site/deduction", "不扣分"},
		{"one application alone without a defence", `{"cases":[{"id":"a","written":[],"defence":[]},{"id":"b","written":[]}]}`, "/cases/1/defence", "都有或都没有答辩"},
		{"dimensions that do not add up", strings.Replace(small, `"C4":50`, `"C4":49.5`, 1), "/cases/0/written/0/total", "各维度分之和 79.5 与总分 80 不等"},
		{"a dimension nobody knows in a row", scoring(t, `"S1": "18.50"`, `"S11": "18.50"`), "/tieBreak/0/rows/0/S11", "没有这个字段"},
		{"a dimension some rows lack", scoring(t, `"S1": "18.50",`, ``), "/tieBreak/0/rows", "只有部分申报写了 S1"},
		{"a row without its composite", scoring(t, `"composite": "84.30",`, ``), "/tieBreak/0/rows/0/composite", "缺少 composite"},
		{"an order of strangers", scoring(t, `"expectedOrder": [
    "丁"`, `"expectedOrder": [
    "戊"`), "/tieBreak/0/expectedOrder/0", "“戊”不在"},
		{"an order of numbers", strings.Replace(pair, `[["甲","乙"]]`, `[1]`, 1), "/tieBreak/0/expectedOrder/0", "此处应为申报名称"},
		{"params with a gap", strings.Replace(pair, `"cases"`, `"params":{"minExperts":3,"trimFrom":5,"writtenWeight":0.7,"defenceWeight":0.3},"cases"`, 1), "/params/tieBreak", "缺少 tieBreak"},
		{"weights that do not add up", strings.Replace(pair, `"cases"`, `"params":{"minExperts":3,"trimFrom":5,"writtenWeight":0.7,"defenceWeight":0.4,"tieBreak":["LOT"]},"cases"`, 1), "/params/writtenWeight", "现为 1.1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadFile([]byte(tt.text))
			var f *fault.Error
			if !errors.As(err, &f) || f.Code != fault.Invalid || len(f.Places) == 0 || f.Places[0].Location != tt.place || !strings.Contains(f.Places[0].Message, tt.says) {
				t.Errorf("%v", err)
				if f != nil {
					t.Errorf("%v", f.Places)
				}
			}
		})
	}
	for _, text := range []string{"", "{", "{}x", "\xff", `{"cases": }`} {
		if _, err := ReadFile([]byte(text)); fault.CodeOf(err) != fault.Malformed {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestWhatAFileStatesWronglyIsSaid(t *testing.T) {
	tests := []struct {
		name string
		text string
		want []fault.Place
	}{
		{"nothing", small, nil},
		{"equal rows are expected on one place", pair, nil},
		{"equal rows in any order", strings.Replace(pair, `["甲","乙"]`, `["乙","甲"]`, 1), nil},
		{"equal rows one after the other", strings.Replace(pair, `[["甲","乙"]]`, `["甲","乙"]`, 1), []fault.Place{{Location: "/tieBreak/0/expectedOrder", Message: "T 的名次:文件写 甲 > 乙,算得 乙、甲(并列)"}}},
		{"a mean", scoring(t, `"85.17"`, `"85.16"`), []fault.Place{{Location: "/cases/0/expected/written/mean", Message: "S1 书面均分:文件写 85.16,算得 85.17"}}},
		{"a mean where there is none", scoring(t, `"mean": null`, `"mean": "89.00"`), []fault.Place{{Location: "/cases/2/expected/written/mean", Message: "S3 书面均分:文件写 89.00,算得 无"}}},
		{"a dropped score", scoring(t, `"78.5",`, `"84",`), []fault.Place{{Location: "/cases/0/expected/written/dropped", Message: "S1 书面去掉的分:文件写 84、91,算得 78.5、91"}}},
		{"how many count", scoring(t, `"effective": 5`, `"effective": 6`), []fault.Place{{Location: "/cases/0/expected/written/effective", Message: "S1 书面有效专家:文件写 6 人,算得 5 人"}}},
		{"a composite and a status", scoring(t, `"composite": "85.12",
    "status": "SCORED"`, `"composite": null, "status": "DISQUALIFIED"`),
			[]fault.Place{{Location: "/cases/0/expected/composite", Message: "S1 综合分:文件写 无,算得 85.12"}, {Location: "/cases/0/expected/status", Message: "S1 状态:文件写 DISQUALIFIED,算得 SCORED"}}},
		{"an order", scoring(t, `"乙",
    "丙"`, `"丙", "乙"`), []fault.Place{{Location: "/tieBreak/0/expectedOrder", Message: "T1 的名次:文件写 丁 > 丙 > 乙 > 甲,算得 丁 > 乙 > 丙 > 甲"}}},
		{"a row that is not its case", strings.NewReplacer(`"composite":"82.00"`, `"composite":"82.01"`, `"S1":"31.00"`, `"S1":"31.50"`).Replace(small),
			[]fault.Place{{Location: "/tieBreak/0/rows/0/composite", Message: "甲 综合分:文件写 82.01,算得 82.00"}, {Location: "/tieBreak/0/rows/0/S1", Message: "甲 S1 均分:文件写 31.50,算得 31.00"}}},
		{"a row of a case without a composite", strings.Replace(small, `{"expert":"E1","total":80,"dims":{"S1":30,"C4":50}},`, ``, 1),
			[]fault.Place{{Location: "/tieBreak/0/rows/0", Message: "甲 没有综合分(INSUFFICIENT_EXPERTS),不应参加排名"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := ReadFile([]byte(tt.text))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, f.Recompute().Differences); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAFilesOwnParamsAreUsed(t *testing.T) {
	f, err := ReadFile([]byte(scoring(t, `"cases"`, `"params":{"minExperts":2,"trimFrom":6,"writtenWeight":0.60,"defenceWeight":0.4,"tieBreak":["INTEGRATION","LOT"]},"cases"`, `"S1": "18.50",`, ``, `"S1": "18.00",`, ``, `"S1": "18.50",`, ``, `"S1": "17.00",`, ``,
		`"C4": "10.20",`, ``, `"C4": "10.00",`, ``, `"C4": "10.20",`, ``, `"C4": "9.00",`, ``)))
	if err != nil {
		var fa *fault.Error
		errors.As(err, &fa)
		t.Fatal(err, fa.Places)
	}
	r := f.Recompute()
	if got := r.Cases[0].Written; len(got.Dropped) != 0 || got.Mean.Fixed() != "85.00" {
		t.Errorf("%+v", got)
	}
	if got := r.Cases[2]; got.Composite.Points == nil || got.Composite.Working != "89.00×0.60+86.00×0.40=87.8→87.80" {
		t.Errorf("%+v", got.Composite)
	}
	if got := line(r.TieBreak[0].Order); got != "丁 > 丙 > 甲 > 乙" {
		t.Error(got)
	}
}

func FuzzReadFile(f *testing.F) {
	f.Add(sample.Scoring())
	f.Add([]byte(small))
	f.Add([]byte(pair))
	f.Add([]byte(`{"cases":[{"id":"a","written":[],"defence":[],"site":{"result":"ISSUES","deduction":99}}],"tieBreak":[{"id":"","rows":[{"S1":"1"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := ReadFile(data)
		if err != nil {
			var fa *fault.Error
			if !errors.As(err, &fa) || fa.Code != fault.Invalid && fa.Code != fault.Malformed || fa.Message == "" {
				t.Fatalf("%v", err)
			}
			return
		}
		r := file.Recompute()
		for _, c := range r.Cases {
			if p := c.Composite.Points; p != nil && (*p < 0 || *p > Full) {
				t.Fatalf("%s comes to %s", c.ID, p)
			}
		}
		body, err := json.Marshal(file)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadFile(body)
		if err != nil {
			t.Fatalf("%v\n%s", err, body)
		}
		if diff := cmp.Diff(r, again.Recompute()); diff != "" {
			t.Fatal(diff)
		}
	})
}
