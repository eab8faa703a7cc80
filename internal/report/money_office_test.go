package report

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"xianjie/internal/office"
)

// printed is what a book says on paper, without the breaks and blanks of its lines.
func printed(t *testing.T, name string, data []byte) (text string, pages int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), name+".xlsx")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	text = office.Text(t, office.Convert(t, file))
	return text, strings.Count(text, "\f")
}

// TestBooksPrintAsTheyShould opens every book in LibreOffice: what is checked is what stands on the paper.
func TestBooksPrintAsTheyShould(t *testing.T) {
	all := books(t)
	for _, tt := range []struct {
		book  string
		pages int
		says  []string // each must stand in the text, blanks apart
	}{
		{"summary", 1, []string{"山东省衔接乡村振兴集中推进区申报汇总表", "单位：万元", "填报单位：烟台市乡村振兴局", "填报日期：2023年7月3日", "123,456.7891", "1,100.25", "49.9996%", "379,671.1173", "569,505.1761", "第1页，共1页", "2022年度第二批衔接推进区（SD-2022-02）"}},
		{"applications", 3, []string{"筛选：设区市：烟台市", "2022-11-30", "23:59:59", "SD-2022-02", "2,000.00", "4,600.0001", "共60件"}},
		{"matrix", 7, []string{"未到位", "1,626.067712", "差0.0001万元", "130,357.5391", "高标准农田建设", "承诺率（承诺÷规划）", "支出率（支出÷下达）", "46.45%"}},
		{"ledger", 2, []string{"-123.456792", "冲正第6笔", "待复核", "已生效5笔，未计入1笔", "鲁财农指〔2023〕39号", "2023-03-01", "09:00:05", "09:00:13"}},
		{"progress", 3, []string{"黄色预警", "红色：支出滞后", "-15.06", "+6.67", "33.33%", "3,001.999999", "支出率18.27%，序时进度33.33%", "鲁乡振督〔2023〕3号", "2023-07-31"}},
		{"province", 2, []string{"省级以上衔接资金", "493,827.1564", "1,490,681.4692", "50.01%"}},
	} {
		t.Run(tt.book, func(t *testing.T) {
			text, pages := printed(t, tt.book, written(t, all[tt.book]))
			if pages != tt.pages {
				t.Errorf("%d pages, want %d", pages, tt.pages)
			}
			tight := strings.Join(strings.Fields(text), "")
			for _, says := range tt.says {
				if !strings.Contains(tight, says) {
					t.Errorf("the paper does not say %q:\n%s", says, text)
				}
			}
			if strings.Contains(text, "###") {
				t.Errorf("a column is too narrow for its numbers:\n%s", text)
			}
			if bare := regexp.MustCompile(`[0-9]\.(\s|$)`).FindString(regexp.MustCompile(`注：1\.|[23]\. `).ReplaceAllString(text, "")); bare != "" {
				t.Errorf("a bare point: %q", bare)
			}
		})
	}
}

// TestNoGroupOfColumnsIsTornFromItsHeading looks at the two pages of the widest table.
func TestNoGroupOfColumnsIsTornFromItsHeading(t *testing.T) {
	text, _ := printed(t, "province", written(t, books(t)["province"]))
	pages := strings.Split(text, "\f")
	for i, want := range [][]string{{"省级以上衔接资金", "市级衔接资金", "县级衔接资金"}, {"整合行业资金", "其他资金", "合计"}} {
		for _, head := range want {
			if n := strings.Count(pages[i], head); n == 0 || head != "合计" && strings.Contains(strings.ReplaceAll(pages[1-i], "注：1. 规划阶段省级以上衔接资金", ""), head+" ") {
				t.Errorf("page %d: %d × %s, page %d has it too or alone", i+1, n, head, 2-i)
			}
		}
		if strings.Count(pages[i], "推进区") < 4 {
			t.Errorf("page %d does not name the zones:\n%s", i+1, pages[i])
		}
	}
}

// TestTheLargestAmountsStandWhole has a column as wide as its largest amounts, sums included.
func TestTheLargestAmountsStandWhole(t *testing.T) {
	s := aSummary(t)
	for i := range s.Rows {
		s.Rows[i].Funds.City, s.Rows[i].Funds.Social = wan(t, "9007199.25474"), wan(t, "1234567.8912")
	}
	text, _ := printed(t, "large", written(t, func(w io.Writer) error { return SummaryBook(w, s) }))
	for _, says := range []string{"9,007,199.25474", "27,021,597.76422", "1,234,567.8912"} {
		if !strings.Contains(text, says) {
			t.Errorf("the paper does not say %q:\n%s", says, text)
		}
	}
	if strings.Contains(text, "###") {
		t.Errorf("a column is too narrow:\n%s", text)
	}
}

// TestAReadersCSVHoldsNoFormula saves a sheet as CSV, as a reader may, and looks at what another spreadsheet would take for formulas.
func TestAReadersCSVHoldsNoFormula(t *testing.T) {
	s := aSummary(t)
	s.Rows[0].Title, s.Rows[1].Reason, s.Rows[2].County = `=cmd|'/c calc'!A0`, "@SUM(1)", "+1"
	file := filepath.Join(t.TempDir(), "s.xlsx")
	if err := os.WriteFile(file, written(t, func(w io.Writer) error { return SummaryBook(w, s) }), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(office.As(t, file, "csv:Text - txt - csv (StarCalc):44,34,76,1"))
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		for _, field := range strings.Split(line, ",") {
			if begin := strings.TrimLeft(field, `" `); begin != "" && strings.ContainsRune("=+@", rune(begin[0])) {
				t.Errorf("a field that a spreadsheet reckons: %q", field)
			}
		}
	}
	if !strings.Contains(string(text), `'=cmd|`) {
		t.Errorf("the text is gone:\n%s", text)
	}
}
