package report

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// opened is a workbook as a reader opens it; every text in it is a text.
func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// rowsOf are the raw cells of a sheet, row by row.
func rowsOf(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// aTab is a table of one column of amounts and one of texts.
func aTab(lines ...record) tab {
	return tab{name: "表", title: "试表", said: "左", unit: unitWan, foot: "甲&乙", lines: slices.Values(lines),
		columns: []column{{head: "名称", width: 10}, {head: "金额", under: []column{{head: "上", width: 8}, {head: "下", width: 8}}}}}
}

func streamed(t testing.TB, rows int, tabs ...tab) *excelize.File {
	t.Helper()
	b := newStream()
	b.rows = rows
	for _, one := range tabs {
		b.add(one)
	}
	var buf bytes.Buffer
	if err := b.writeTo(&buf); err != nil {
		t.Fatal(err)
	}
	return opened(t, buf.Bytes())
}

// bookHeadRows is how many rows stand above the lines of aTab.
const bookHeadRows = 4

func TestAmountsReadBackToTheSameFen(t *testing.T) {
	amounts := []money.Fen{0, 1, -1, 10, 99, 100, money.Yuan, money.Wan, -money.Wan, 2_299_999_900, 123_456_789_012, money.Max, -money.Max, keptDigits, -keptDigits,
		keptDigits + 1, -keptDigits - 1, 1_234_567_890_123_457, 1_000_000 * money.Max}
	var lines []record
	for _, a := range amounts {
		lines = append(lines, record{cells: []cell{words("x"), fen(a)}})
	}
	f := streamed(t, excelize.TotalRows, aTab(lines...))
	rows := rowsOf(t, f, "表")
	for i, a := range amounts {
		if got := rows[bookHeadRows+i][1]; got != a.String() {
			t.Errorf("%d 分 reads back %q", a, got)
		}
		is, err := f.GetCellType("表", "B"+strconv.Itoa(bookHeadRows+i+1))
		if asText := a > keptDigits || a < -keptDigits; err != nil || asText != (is == excelize.CellTypeInlineString) {
			t.Errorf("%d 分 is kept as %v, %v: a spreadsheet keeps 15 digits of a number", a, is, err)
		}
	}
}

func TestAnyAmountReadsBackToTheSameFen(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		amounts := rapid.SliceOfN(rapid.Int64Range(-int64(money.Max), int64(money.Max)), 1, 40).Draw(rt, "fen")
		var lines []record
		for _, a := range amounts {
			lines = append(lines, record{cells: []cell{words("x"), fen(money.Fen(a))}})
		}
		rows := rowsOf(t, streamed(t, excelize.TotalRows, aTab(lines...)), "表")
		for i, a := range amounts {
			if got, err := money.ParseWan(rows[bookHeadRows+i][1]); err != nil || got != money.Fen(a) {
				rt.Errorf("%d 分 reads back %q", a, rows[bookHeadRows+i][1])
			}
		}
	})
}

func TestSharesAreCutNeverRounded(t *testing.T) {
	for _, tt := range []struct {
		name     string
		part, of money.Fen
		share    string // raw, to 4 places of a percent
		pace     string
	}{
		{"exactly half (E1)", 2000, 4000, "0.5", "0.5"},
		{"one 元 short of half (E2)", 2_299_999_900, 4600 * money.Wan, "0.499999", "0.4999"},
		{"never up to 60 % (E21)", 2699, 4500, "0.599777", "0.5997"},
		{"toward zero below nothing too", -2, 3, "-0.666666", "-0.6666"},
		{"more than all", 7, 2, "3.5", "3.5"},
		{"the largest amounts", money.Max, money.Max * 3, "0.333333", "0.3333"},
		{"nothing of something", 0, 5, "0", "0"},
		{"nothing to divide by", 5, 0, dash, dash},
		{"nothing of nothing", 0, 0, dash, dash},
		{"beyond every share", 1_000_000 * money.Max, 1, dash, dash},
	} {
		rows := rowsOf(t, streamed(t, excelize.TotalRows, aTab(record{cells: []cell{words("x"), share(tt.part, tt.of), pace(tt.part, tt.of)}})), "表")
		if got := rows[bookHeadRows]; got[1] != tt.share || got[2] != tt.pace {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

func TestTextsAreNeverFormulas(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a command", `=cmd|'/c calc'!A0`, `'=cmd|'/c calc'!A0`},
		{"a plus", "+1+1", "'+1+1"},
		{"a minus", "-2+3", "'-2+3"},
		{"an at sign", "@SUM(A1)", "'@SUM(A1)"},
		{"full-width, as some offices type it", "＝1＋1", "'＝1＋1"},
		{"behind blanks", " \n=1", "' \n=1"},
		{"a tab", "\t=1", "'\t=1"},
		{"a carriage return ends a line", "\r=1", "'\n=1"},
		{"a dash alone says nothing is there", "-", "-"},
		{"a row of dashes", "---", "---"},
		{"a plain text", "四好农村路=好", "四好农村路=好"},
		{"what XML cannot carry", "甲\x00\x0b乙\uFFFE", "甲乙"},
		{"what XML must escape", `<&>"'`, `<&>"'`},
		{"a character beyond the first plane", "𠮷家庄", "𠮷家庄"},
	} {
		f := streamed(t, excelize.TotalRows, aTab(record{cells: []cell{words(tt.text), coded(tt.text), centred(tt.text)}}))
		rows := rowsOf(t, f, "表")
		if got := rows[bookHeadRows]; !slices.Equal(got, []string{tt.want, tt.want, tt.want}) {
			t.Errorf("%s: %q", tt.name, got)
		}
		if formula, err := f.GetCellFormula("表", "A5"); err != nil || formula != "" {
			t.Errorf("%s: a formula %q, %v", tt.name, formula, err)
		}
	}
}

func TestDatesAndInstantsAreThoseOfTheWall(t *testing.T) {
	d, err := proposal.ParseDate("2024-02-29")
	if err != nil {
		t.Fatal(err)
	}
	f := streamed(t, excelize.TotalRows, aTab(record{cells: []cell{on(d), at(time.Date(2022, 12, 10, 23, 59, 59, 0, shandong)), on(proposal.Date{})}}, record{cells: []cell{at(time.Time{})}}))
	shown := func(name string) string {
		got, err := f.GetCellValue("表", name, excelize.Options{RawCellValue: false})
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if got := []string{shown("A5"), shown("B5"), shown("C5"), shown("A6")}; !slices.Equal(got, []string{"2024-02-29", "2022-12-10 23:59:59", "", ""}) {
		t.Errorf("shown: %q", got)
	}
}

func TestALongTableGoesOnOnTheNextSheet(t *testing.T) {
	var lines []record
	for i := range 10 {
		lines = append(lines, record{cells: []cell{words(strconv.Itoa(i)), fen(money.Fen(i))}})
	}
	long := aTab(lines...)
	long.remarks = []string{"注"}
	next := aTab()
	next.name = "次"
	f := streamed(t, 9, long, next)
	if got := f.GetSheetList(); !slices.Equal(got, []string{"表", "表（续1）", "表（续2）", "次"}) {
		t.Fatalf("sheets: %q", got)
	}
	var all []string
	for _, sheet := range []string{"表", "表（续1）", "表（续2）"} {
		rows := rowsOf(t, f, sheet)
		if len(rows) > 9 || rows[0][0] != "试表" || rows[2][0] != "名称" || rows[3][1] != "上" {
			t.Errorf("%s: %q", sheet, rows)
		}
		for _, r := range rows[bookHeadRows:] {
			all = append(all, r[0])
		}
	}
	if got := strings.Join(all, ""); got != "0123456789注" {
		t.Errorf("the lines: %q", got)
	}
}

func TestHeadingsAreMergedAsTheTreeSays(t *testing.T) {
	tree := []column{{head: "甲"}, {head: "乙", under: []column{{head: "丙"}, {head: "丁", under: []column{{head: "戊"}, {head: "己"}}}}}}
	want := []box{{"甲", 0, 0, 2, 0}, {"丙", 1, 1, 2, 1}, {"戊", 2, 2, 2, 2}, {"己", 2, 3, 2, 3}, {"丁", 1, 2, 1, 3}, {"乙", 0, 1, 0, 3}}
	if diff := cmp.Diff(want, boxes(tree, 0, 0, depth(tree)), cmp.AllowUnexported(box{})); diff != "" {
		t.Error(diff)
	}
	f := streamed(t, excelize.TotalRows, aTab())
	merged, err := f.GetMergeCells("表")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range merged {
		got = append(got, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	if slices.Sort(got); !slices.Equal(got, []string{"A1:C1", "A2:B2", "A3:A4", "B3:C3"}) {
		t.Errorf("merged: %q", got)
	}
}

func TestASheetIsMadeForPaper(t *testing.T) {
	narrow, wide, widest := aTab(), aTab(), aTab()
	wide.name, widest.name = "宽", "更宽"
	wide.columns = append(wide.columns, column{head: "宽", width: 220})
	widest.columns, widest.fixed = append(widest.columns, column{head: "宽", width: 250}, column{head: "宽", width: 250}), 2
	f := streamed(t, excelize.TotalRows, narrow, wide, widest)
	for _, tt := range []struct {
		sheet       string
		paper, wide int
		titles      string
	}{{"表", fullPaper, 1, "'表'!$3:$4"}, {"宽", paperA3, 1, "'宽'!$3:$4"}, {"更宽", paperA3, 2, "'更宽'!$A:$B,'更宽'!$3:$4"}} {
		layout, err := f.GetPageLayout(tt.sheet)
		if err != nil || *layout.Size != tt.paper || *layout.Orientation != "landscape" || *layout.FitToWidth != tt.wide || *layout.FitToHeight != 0 {
			t.Errorf("%s: %+v, %v", tt.sheet, layout, err)
		}
		props, err := f.GetSheetProps(tt.sheet)
		if err != nil || !*props.FitToPage {
			t.Errorf("%s: %+v, %v", tt.sheet, props, err)
		}
		foot, err := f.GetHeaderFooter(tt.sheet)
		if err != nil || foot.OddFooter != "&L甲&&乙&C第 &P 页，共 &N 页&R打印 &D &T" {
			t.Errorf("%s: %+v, %v", tt.sheet, foot, err)
		}
		panes, err := f.GetPanes(tt.sheet)
		if err != nil || !panes.Freeze || panes.YSplit != bookHeadRows {
			t.Errorf("%s: %+v, %v", tt.sheet, panes, err)
		}
		if !slices.ContainsFunc(f.GetDefinedName(), func(n excelize.DefinedName) bool {
			return n.Name == "_xlnm.Print_Titles" && n.Scope == tt.sheet && n.RefersTo == tt.titles
		}) {
			t.Errorf("%s: %+v", tt.sheet, f.GetDefinedName())
		}
	}
}

func TestTheFirstFailureEndsTheBook(t *testing.T) {
	b := newStream()
	bad := aTab()
	bad.name = "不能有/斜线"
	b.add(bad)
	if err := b.writeTo(&bytes.Buffer{}); err == nil {
		t.Error("a sheet of a name that cannot be was written")
	}
}
