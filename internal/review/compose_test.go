package review

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func mean(p Points) StageResult { return StageResult{Effective: 5, Mean: &p} }

func TestStagesAreComposedByHand(t *testing.T) {
	few := StageResult{Effective: 2}
	ptr := func(r StageResult) *StageResult { return &r }
	tests := []struct {
		name    string
		written StageResult
		defence *StageResult
		site    *SiteResult
		points  string
		status  Status
		working string
	}{
		{"the example of domain 4.4", mean(8583), ptr(mean(8550)), &SiteResult{SiteIssues, 100}, "84.73", Scored, "85.83×0.70+85.50×0.30−1=84.731→84.73"},
		{"exactly half a hundredth goes up", mean(8005), ptr(mean(8005)), &SiteResult{SitePass, 0}, "80.05", Scored, "80.05×0.70+80.05×0.30=80.05→80.05"},
		{"five thousandths go up", mean(8001), ptr(mean(8006)), nil, "80.03", Scored, "80.01×0.70+80.06×0.30=80.025→80.03"},
		{"without a defence the written mean counts fully", mean(8583), nil, &SiteResult{SiteIssues, 50}, "85.33", Scored, "85.83−0.5=85.33→85.33"},
		{"without a site check nothing is deducted", mean(8583), ptr(mean(8550)), nil, "85.73", Scored, "85.83×0.70+85.50×0.30=85.731→85.73"},
		{"the written mean alone", mean(8583), nil, nil, "85.83", Scored, "85.83=85.83→85.83"},
		{"a pass deducts nothing, whatever stands beside it", mean(8000), nil, &SiteResult{SitePass, 500}, "80.00", Scored, "80.00=80→80.00"},
		{"never below nothing", mean(300), nil, &SiteResult{SiteIssues, 1000}, "0.00", Scored, "3.00−10=-7→低于 0 的按 0 计→0.00"},
		{"too few written", few, ptr(mean(8600)), &SiteResult{SitePass, 0}, "", InsufficientExperts, "书面评审有效专家不足,无法合成"},
		{"too few at the defence", mean(8600), &few, &SiteResult{SitePass, 0}, "", InsufficientExperts, "视频答辩有效专家不足,无法合成"},
		{"a failed site check", mean(9200), ptr(mean(9200)), &SiteResult{SiteFail, 0}, "", Disqualified, "现场核查不通过,转取消资格程序,不计综合分"},
		{"a failed site check outweighs too few experts", few, &few, &SiteResult{SiteFail, 0}, "", Disqualified, "现场核查不通过,转取消资格程序,不计综合分"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := plan().Compose(tt.written, tt.defence, tt.site)
			if diff := cmp.Diff([]string{tt.points, string(tt.status), tt.working}, []string{fixed(c.Points), string(c.Status), c.Working}); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestThePassLineItselfPasses(t *testing.T) {
	for points, want := range map[Points]bool{6999: false, 7000: true, 7001: true} {
		if got := plan().Passes(Composite{Points: &points}); got != want {
			t.Errorf("%s: %v", points, got)
		}
	}
	if plan().Passes(Composite{Status: Disqualified}) {
		t.Error("without a composite nothing passes")
	}
}

func TestACompositeLiesBetweenItsStages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, d := Points(rapid.Int64Range(0, int64(Full)).Draw(t, "written")), Points(rapid.Int64Range(0, int64(Full)).Draw(t, "defence"))
		defence := mean(d)
		c := plan().Compose(mean(w), &defence, nil)
		if *c.Points < min(w, d) || *c.Points > max(w, d) {
			t.Fatalf("%s of %s and %s", c.Points, w, d)
		}
	})
}
