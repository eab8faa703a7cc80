package report

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"xianjie/internal/office"
	"xianjie/internal/proposal"
)

func saved(t *testing.T, book []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "table.xlsx")
	if err := os.WriteFile(file, book, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTheTableOpensInAnOffice(t *testing.T) {
	doc := theSample(t, "A01")
	text := office.Text(t, office.Convert(t, saved(t, projectBook(t, doc))))
	for _, want := range []string{"“果韵云溪”衔接乡村振兴集中推进区项目表", "填报单位：栖霞市", "申报编号：370686-01", "填报日期：2022年12月5日", "单位：万元", "项目库类型", "省级以上衔接", "前戚家沟村苹果标准化种植示范基地",
		"产出数量：完成建设内容：100%", "2023-02-01", "填表说明", "370686901201", "四好农村路", "一个项目一行"} {
		if !strings.Contains(text, want) {
			t.Errorf("the printed table lacks %q", want)
		}
	}
	totals := regexp.MustCompile(`合计\s+6,980.00\s+2,000.00\s+1,200.00\s+800.00\s+2,000.00\s+20.00\s+900.00\s+60.00\s+0.00`)
	if !totals.MatchString(text) {
		t.Error("the printed totals are not those of the document")
	}
	if n := len(regexp.MustCompile(`序号\s+项目编号\s+项目名称`).FindAllString(text, -1)); n < 6 {
		t.Errorf("the headings stand on %d pages", n)
	}
}

func TestASavedAgainTableIsRead(t *testing.T) {
	doc := theSample(t, "A02")
	book, err := os.ReadFile(office.As(t, saved(t, projectBook(t, doc)), "xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	read, err := ReadProjects(book, doc)
	if got := said(read, err); got != "" || len(read.Projects) != len(doc.Projects) {
		t.Fatalf("%d projects: %s", len(read.Projects), got)
	}
	after := *doc
	after.Projects = read.Projects
	if changes := proposal.Diff(doc, &after); len(changes) > 0 {
		t.Errorf("saved by another program, read with changes: %v", changes)
	}
}

func TestNothingExportedIsAFormula(t *testing.T) {
	doc := theSample(t, "A01")
	texts := []string{"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", `=HYPERLINK("http://x","y")`, "'=1", "_x003D_1"}
	var projects []proposal.Project
	for i, text := range texts {
		p := doc.Projects[i]
		p.Name, p.ContentAndScale, p.LibrarySubType, p.BenefitLinkage.Description = strings.Trim(text, "\t\r"), text, strings.Trim(text, "\t\r"), text
		p.NegativeListTags = []string{strings.Trim(text, "\t\r")}
		p.PerformanceTargets = []proposal.PerformanceTarget{{Name: "x", Value: strings.Trim(text, "\t\r")}}
		projects = append(projects, p)
	}
	doc.Projects = projects
	doc.Zone.Name, doc.Zone.Villages[0].Name, doc.FundPlan.Integrated[0].Programme = "=1+1", "=2+2", "=3+3"
	book := projectBook(t, doc)
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range rows[r] {
				if formula, err := f.GetCellFormula(sheet, cellName(c+1, r+1)); err != nil || formula != "" {
					t.Errorf("%s!%s holds the formula %q (%v)", sheet, cellName(c+1, r+1), formula, err)
				}
			}
		}
	}
	read, err := ReadProjects(book, doc)
	if err != nil || len(read.Projects) != len(texts) {
		t.Fatal(said(read, err))
	}
	for i, text := range texts {
		if got := read.Projects[i]; got.ContentAndScale != text || got.NegativeListTags[0] != strings.Trim(text, "\t\r") {
			t.Errorf("%q came back as %q and %q", text, got.ContentAndScale, got.NegativeListTags)
		}
	}
	// Another program shows the texts, not what they would come to.
	data, err := os.ReadFile(office.As(t, saved(t, book), "csv:Text - txt - csv (StarCalc):44,34,76"))
	if err != nil {
		t.Fatal(err)
	}
	lines := csv.NewReader(bytes.NewReader(data))
	lines.FieldsPerRecord = -1
	all, err := lines.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range []string{"=1+1", "+1", "-1", "@SUM(A1)"} {
		if row := all[leafRow+i]; !slices.Contains(row, text) {
			t.Errorf("shown as %q", row)
		}
	}
}

func TestATemplateHelpsToFillItIn(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(projectBook(t, emptied(theSample(t, "A01")))))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	checks, err := f.GetDataValidations(tableSheet)
	lists := map[string]string{}
	for _, check := range checks {
		lists[check.Sqref] = check.Formula1
	}
	if got := lists["D6:D505"]; err != nil || !strings.Contains(got, "产业发展,乡村建设,乡村治理") || len(checks) != len(projectTable)-1 {
		t.Errorf("%d columns are checked while typed; the categories are %q (%v)", len(checks), got, err)
	}
	if panes, err := f.GetPanes(tableSheet); err != nil || !panes.Freeze || panes.XSplit != 3 || panes.YSplit != leafRow {
		t.Errorf("panes %+v (%v)", panes, err)
	}
	layout, err := f.GetPageLayout(tableSheet)
	if err != nil || *layout.Orientation != "landscape" || *layout.Size != fullPaper {
		t.Errorf("layout %+v (%v)", layout, err)
	}
	for cell, want := range map[string]string{"B4": "项目编号", "E4": "项目库类型", "E5": "一级类型", "P4": groupFunds, "A6": "", "A30": ""} {
		if got, err := f.GetCellValue(tableSheet, cell); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", cell, got, want, err)
		}
	}
}

// TestAmountsAreNumbersAndCodesAreTexts as a clerk's own formulas would see them.
func TestAmountsAreNumbersAndCodesAreTexts(t *testing.T) {
	doc := theSample(t, "A01")
	doc.Zone.Villages[1].Name = doc.Zone.Villages[0].Name
	f, err := excelize.OpenReader(bytes.NewReader(projectBook(t, doc)))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for cell, want := range map[string]string{"O6": "659.00", "O33": "6,980.00", "Z33": "19,883", "M6": "2023-02-01", "H6": "370686901202"} {
		if got, err := f.GetCellValue(tableSheet, cell); err != nil || got != want {
			t.Errorf("%s shows %q, want %q (%v)", cell, got, want, err)
		}
	}
	for cell, want := range map[string]excelize.CellType{"O6": excelize.CellTypeUnset, "P6": excelize.CellTypeUnset, "B6": excelize.CellTypeInlineString, "H6": excelize.CellTypeInlineString} {
		if got, err := f.GetCellType(tableSheet, cell); err != nil || got != want {
			t.Errorf("%s is of type %v, want %v (%v)", cell, got, want, err)
		}
	}
}
