package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/internal/typeset"
)

func aRubric() review.Rubric {
	return review.Rubric{Stage: review.Written, Step: 50, Dimensions: []review.Dimension{
		{Code: "S1", Name: "产业发展", Weight: 60_00, Items: []review.Item{{Code: "S1.1", Name: "短板找得准", Max: 40_00, Anchor: 20_00}, {Code: "S1.2", Name: "市场与品牌", Max: 20_00, Anchor: 10_00}}},
		{Code: "C4", Name: "保障措施", Weight: 40_00, Items: []review.Item{{Code: "C4.1", Name: "=整合比例", Max: 40_00, Anchor: 20_00}}},
	}, Vetoes: []review.Veto{{Code: "V1", Name: "形象工程"}, {Code: "V2", Name: "违规举债"}}}
}

func aTask() Task {
	return Task{Review: "id-9", Version: 4, Stage: "书面评审", No: "370686-01", County: "栖霞市", Title: "推进区", Expert: "E07"}
}

func aSheet() review.Sheet {
	return review.Sheet{Scores: map[string]review.Points{"S1.1": 38_50, "S1.2": 0, "C4.1": 20_00}, Reasons: map[string]string{"S1.2": "=HYPERLINK(\"http://x\")"},
		Vetoes: map[string]string{"V2": "+举债 <&>"}, Comment: "同意\n第二行"}
}

func made(t *testing.T, r review.Rubric, s review.Sheet) []byte {
	t.Helper()
	data, err := SheetBook(r, aTask(), s)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestASheetComesBackAsItWent(t *testing.T) {
	tests := []struct {
		name  string
		sheet review.Sheet
	}{
		{"filled in", aSheet()},
		{"blank", review.Sheet{Scores: map[string]review.Points{}, Reasons: map[string]string{}, Vetoes: map[string]string{}}},
		{"a tick without its reason yet", review.Sheet{Scores: map[string]review.Points{}, Reasons: map[string]string{}, Vetoes: map[string]string{"V1": ""}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := ReadSheet(made(t, aRubric(), tt.sheet), aRubric())
			if err != nil {
				t.Fatal(err)
			}
			want := Filled{Review: "id-9", Version: 4, Sheet: tt.sheet}
			if want.Sheet.Reasons == nil {
				want.Sheet.Reasons = map[string]string{}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheSameSheetGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(made(t, aRubric(), aSheet()), made(t, aRubric(), aSheet())) {
		t.Error("two books of one sheet differ")
	}
}

// edited opens a book, lets do change it, and packs it again.
func edited(t *testing.T, data []byte, do func(f *excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := do(f); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatIsWrongInASheetIsNamedByItsCell(t *testing.T) {
	set := func(cell string, value any) func(f *excelize.File) error {
		return func(f *excelize.File) error { return f.SetCellValue(scoreSheet, cell, value) }
	}
	tests := []struct {
		name string
		do   func(f *excelize.File) error
		want string
	}{
		{"off the step", set("G6", 0.3), "‘评分’表 G6:“短板找得准”:0.3 不是 0.5 的整数倍"},
		{"more than the maximum", set("G6", 40.5), "‘评分’表 G6:“短板找得准”应在 0 到 40 分之间,现为 40.5"},
		{"below nothing", set("G6", -1), "‘评分’表 G6:分数“-1”是负数"},
		{"no number", set("G7", "甲"), "‘评分’表 G7:分数“甲”不是普通小数"},
		{"too fine a number", set("G7", 1.255), "‘评分’表 G7:分数“1.255”的小数超过 2 位"},
		{"a formula", func(f *excelize.File) error { return f.SetCellFormula(scoreSheet, "G6", "=1+1") }, "‘评分’表 G6:请直接填写,不要使用公式"},
		{"a reason of a veto without its tick", set("H10", "x"), "‘评分’表 H10:写了理由而没有勾选"},
		{"a tick that is none", set("G10", "是"), "‘评分’表 G10:勾选一票否决的填 1"},
		{"too long a reason", set("H6", strings.Repeat("长", 2001)), "‘评分’表 H6:文字共 2001 字"},
		{"an item renamed", set("C6", "别的"), "评分表的结构被改动(‘评分’表 C6)"},
		{"a maximum raised", set("D6", 50), "评分表的结构被改动(‘评分’表 D6)"},
		{"a row removed", func(f *excelize.File) error { return f.RemoveRow(scoreSheet, 7) }, "评分表的结构被改动(‘评分’表 A7)"},
		{"a row added at the end", set("A40", "x"), "评分表的结构被改动(‘评分’表 A40多出内容)"},
		{"a cell far below", set("A3000", "x"), "评分表的结构被改动(‘评分’表的行列比下载时多)"},
		{"a cell far away", set("XFD6", "x"), "评分表的结构被改动(‘评分’表的行列比下载时多)"},
		{"the hidden sheet gone", func(f *excelize.File) error { return f.DeleteSheet(hiddenSheet) }, "这不是从本系统下载的评分表"},
		{"the version unreadable", func(f *excelize.File) error { return f.SetCellValue(hiddenSheet, "B2", "x") }, "这不是从本系统下载的评分表"},
	}
	blank := made(t, aRubric(), review.Sheet{})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ReadSheet(edited(t, blank, tt.do), aRubric())
			if fault.CodeOf(err) != fault.Invalid || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want it to say %q", err, tt.want)
			}
		})
	}
}

func TestEveryWrongCellIsListed(t *testing.T) {
	data := edited(t, made(t, aRubric(), review.Sheet{}), func(f *excelize.File) error {
		return errors.Join(f.SetCellValue(scoreSheet, "G6", 0.3), f.SetCellValue(scoreSheet, "G7", "甲"), f.SetCellValue(scoreSheet, "G8", 41))
	})
	_, err := ReadSheet(data, aRubric())
	var f *fault.Error
	if !errors.As(err, &f) || len(f.Places) != 3 || f.Message != "评分表有 3 处需要改正" {
		t.Errorf("%+v", f)
	}
}

func TestAnotherRubricIsRefused(t *testing.T) {
	other := aRubric()
	other.Dimensions[0].Items[0].Anchor = 21_00
	if _, err := ReadSheet(made(t, aRubric(), aSheet()), other); err == nil || !strings.Contains(err.Error(), "文件所用的评分表与本任务的不同") {
		t.Errorf("got %v", err)
	}
}

func TestWhatIsNoBookIsRefused(t *testing.T) {
	whole := made(t, aRubric(), aSheet())
	tests := []struct {
		name string
		data []byte
		code fault.Code
	}{
		{"nothing", nil, fault.Unsupported},
		{"a text", []byte("分数,5\n"), fault.Unsupported},
		{"half a book", whole[:len(whole)/2], fault.Unsupported},
		{"a good book that swells when unpacked", swelling(t, whole), fault.Unsupported},
		{"more than a sheet can be", make([]byte, MostBytes+1), fault.TooLarge},
		{"another workbook", another(t), fault.Invalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			began := time.Now()
			if _, err := ReadSheet(tt.data, aRubric()); fault.CodeOf(err) != tt.code {
				t.Errorf("got %v, want %s", err, tt.code)
			}
			if spent := time.Since(began); spent > 5*time.Second {
				t.Errorf("took %s", spent)
			}
		})
	}
}

func another(t *testing.T) []byte {
	t.Helper()
	data, err := RankingBook(Ranking{})
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// swelling is a good book with one more file in it, small packed and large unpacked.
func swelling(t *testing.T, data []byte) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range from.File {
		if err := z.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	w, err := z.Create("xl/media/image1.png")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.CopyN(w, zeros{}, 64<<20); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// zeros is an endless source of what packs best.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestCellsAreNumbersAndNothingIsAFormula(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(made(t, aRubric(), aSheet())))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for cell, want := range map[string]excelize.CellType{"G6": excelize.CellTypeUnset, "D6": excelize.CellTypeUnset, "H7": excelize.CellTypeSharedString, "C8": excelize.CellTypeSharedString} {
		if got, err := f.GetCellType(scoreSheet, cell); err != nil || got != want {
			t.Errorf("%s is of type %v, want %v (%v)", cell, got, want, err)
		}
	}
	rows, err := f.GetRows(scoreSheet)
	if err != nil {
		t.Fatal(err)
	}
	for r := range rows {
		for c := range rows[r] {
			if formula, err := f.GetCellFormula(scoreSheet, cellName(c+1, r+1)); err != nil || formula != "" {
				t.Errorf("%s holds the formula %q (%v)", cellName(c+1, r+1), formula, err)
			}
		}
	}
	if visible, err := f.GetSheetVisible(hiddenSheet); err != nil || visible {
		t.Errorf("the hidden sheet is shown (%v)", err)
	}
	checks, err := f.GetDataValidations(scoreSheet)
	if err != nil || len(checks) != 3 {
		t.Errorf("%d cells are checked while typed (%v)", len(checks), err)
	}
	if p, err := f.GetSheetProtection(scoreSheet); err != nil || !p.SelectUnlockedCells {
		t.Errorf("the headings are not locked (%v)", err)
	}
}

func TestTheRankingBookShowsWorkingsAndMarks(t *testing.T) {
	setup := review.Setup{MinExperts: 3, TrimFrom: 5, WrittenWeight: 70, DefenceWeight: 30, PassLine: 70_00, Rubrics: []review.Rubric{aRubric()}}
	marks := []review.Mark{}
	for i, total := range []review.Points{80_50, 83_00, 86_00, 88_50, 91_00} {
		marks = append(marks, review.Mark{Expert: fmt.Sprintf("E0%d", i+1), Total: total, Dims: map[string]review.Points{"S1": 50_00, "C4": total - 50_00}})
	}
	written := setup.Aggregate(marks)
	data, err := RankingBook(Ranking{Batch: "批次", Code: "B", LockedAt: time.Unix(0, 0), Setup: setup, Rows: []RankingRow{{Rank: 1, No: "370686-01", Title: "=甲",
		Composite: *written.Mean, Working: "算式", Written: &written, Marks: append(marks, review.Mark{Expert: "E09", Total: 1, Recused: true})}}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for cell, want := range map[string]string{"排名!A4": "1", "排名!E4": "=甲", "排名!F4": "85.83", "排名!I4": typeset.Official(written.Working), "原始分!E2": "80.5", "原始分!F2": "去掉", "原始分!F3": "计入",
		"原始分!F7": "回避不计", "原始分!H3": "33"} {
		sheet, name, _ := strings.Cut(cell, "!")
		if got, err := f.GetCellValue(sheet, name, excelize.Options{RawCellValue: true}); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", cell, got, want, err)
		}
	}
}

// TestASheetSavedByAnotherProgramIsRead reads a book that LibreOffice 7.4 opened and saved.
func TestASheetSavedByAnotherProgramIsRead(t *testing.T) {
	data, err := os.ReadFile("testdata/resaved.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadSheet(data, aRubric())
	if diff := cmp.Diff(Filled{Review: "id-9", Version: 4, Sheet: aSheet()}, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
}
