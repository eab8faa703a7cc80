package typeset

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWrapBreaksAsChinesePrintDoes(t *testing.T) {
	tests := []struct {
		name, text string
		room       int
		want       []string
	}{
		{"what fits stays", "村数", 4, []string{"村数"}},
		{"between any two characters", "行政村还差", 6, []string{"行政村", "还差"}},
		{"not before a closing mark", "行政村，还差", 6, []string{"行政", "村，还", "差"}},
		{"not after an opening mark", "行政（村）", 6, []string{"行政", "（村）"}},
		{"not inside a number or a word", "共12345678元", 6, []string{"共", "12345678", "元"}},
		{"a number stays with its unit", "还差 12 万元整", 8, []string{"还", "差 12 万", "元整"}},
		{"nothing is one empty line", "", 8, []string{""}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Wrap(tt.text, tt.room)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWrapLosesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("村数，。（）“”12.5 aA%万")), 0, 60, -1).Draw(rt, "text")
		got := strings.Join(Wrap(text, rapid.IntRange(1, 30).Draw(rt, "room")), "")
		if squeeze(got) != squeeze(text) {
			rt.Errorf("%q became %q", text, got)
		}
	})
}

func squeeze(text string) string { return strings.ReplaceAll(text, " ", "") }

func TestPadCountsChineseTwice(t *testing.T) {
	if got := Pad("村a", 5) + "|" + PadLeft("村a", 5); got != "村a  |  村a" {
		t.Errorf("got %q", got)
	}
}

func TestTypesetSetsMarksAsOfficialPrintDoes(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"beside Chinese", "未编0,编制中1:南村", "未编0，编制中1：南村"},
		{"a space after the mark goes", "重点县=否, 通道=市择优", "重点县=否，通道=市择优"},
		{"times and figures stay", "北京时间 09:12:00,共1,000", "北京时间 09:12:00，共1,000"},
		{"brackets in pairs", "王村(城中村)、李村(P03)", "王村（城中村）、李村（P03）"},
		{"brackets around figures stay", "需≥2 (=50%)的", "需≥2 (=50%)的"},
		{"a bracket without its other half stays", "王村(城", "王村(城"},
		{"addresses stay", "应为 sqlite:文件路径", "应为 sqlite:文件路径"},
		{"what is quoted stays, what comes after it does not", "没有“a,村(x):y”这一项,请核对", "没有“a,村(x):y”这一项，请核对"},
		{"Latin text stays", "a, b: c", "a, b: c"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Official(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestFitNeverStandsOver(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("村数，。（）“”12.5 aA%万")), 0, 60, -1).Draw(rt, "text")
		first := rapid.IntRange(2, 10).Draw(rt, "first")
		rest := rapid.IntRange(2, 30).Draw(rt, "rest")
		room := func(line int) float64 {
			if line == 0 {
				return float64(first)
			}
			return float64(rest)
		}
		lines := Fit(text, room, func(s string) float64 { return float64(Columns(s)) })
		for i, line := range lines {
			if float64(Columns(line)) > room(i) {
				rt.Errorf("line %d of %q is %q, wider than %v", i, text, line, room(i))
			}
		}
		if got := strings.Join(lines, ""); squeeze(got) != squeeze(text) {
			rt.Errorf("%q became %q", text, got)
		}
	})
}

func TestSolidClosesFiguresUpToChinese(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"a figure between characters", "共 12 个村，占 50% 以上", "共12个村，占50%以上"},
		{"two Latin words stay apart", "采用 PM tool 管理", "采用PM tool管理"},
		{"nothing to close", "共12个", "共12个"},
		{"at the ends", " 村 ", "村"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Solid(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
