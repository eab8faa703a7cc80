package report

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
)

// The sheets of a project table.
const (
	tableSheet = "项目表"
	guideSheet = "填表说明"
)

// The rows above the projects.
const (
	titleRow = iota + 1
	aboutRow
	hintRow
	groupRow
	leafRow
)

const (
	emptyRows   = 20  // of a template
	checkedRows = 500 // rows with lists and hints
	scale       = 57  // per cent, at which the widest of the three pages across fits A4
	mostUnits   = 32_767
	bodySize    = 9            // of the letters
	tableAmount = "#,##0.00##" // with "#,##0.####" Excel shows 659. for 659
	countFormat = "#,##0"
	dateFormat  = "yyyy-mm-dd"
)

// ProjectTable asks for the 项目表 of a document.
type ProjectTable struct {
	Doc *proposal.Proposal
	No  string // of the application
	On  proposal.Date
}

// ProjectBook is the table as clerks know it: with a document's projects, or empty to be filled in, and a second sheet that says how.
func ProjectBook(t ProjectTable, projects []proposal.Project) ([]byte, error) {
	b := newBook(tableSheet)
	b.do(b.file.SetDocProps(&excelize.DocProperties{Creator: "衔接", Title: t.Doc.Zone.Name + tableSheet}))
	_, err := b.file.NewSheet(guideSheet)
	b.do(err)
	w := b.projectSheet(t, projects)
	b.guide(t.Doc)
	b.projectPage(len(projects))
	if b.err == nil {
		b.do(w.Flush())
	}
	return b.bytes()
}

// projectSheet streams the rows.
func (b *book) projectSheet(t ProjectTable, projects []proposal.Project) *excelize.StreamWriter {
	w, err := b.file.NewStreamWriter(tableSheet)
	if b.do(err); err != nil {
		return nil
	}
	width := len(projectTable)
	for i, c := range projectTable {
		b.do(w.SetColWidth(i+1, i+1, c.width))
	}
	b.do(w.SetPanes(&excelize.Panes{Freeze: true, XSplit: 3, YSplit: leafRow, TopLeftCell: b.at(4, leafRow+1), ActivePane: "bottomRight"}))
	line := func(row int, height float64, cells []any) {
		b.do(w.SetRow(b.at(1, row), cells, excelize.RowOpts{Height: height}))
	}
	// The texts above the table stand right of the columns that every page repeats, or each page would repeat their beginning.
	const from, unit, to = 4, 13, 14
	across := func(row int, text any, l look, last int) []any {
		cells := make([]any, to)
		cells[from-1] = b.cell(text, l)
		b.do(w.MergeCell(b.at(from, row), b.at(last, row)))
		return cells
	}
	line(titleRow, 32, across(titleRow, t.Doc.Zone.Name+tableSheet, look{bold: true, centre: true, size: 18}, to))
	about := across(aboutRow, "填报单位："+t.Doc.County.Name+"    申报编号："+t.No+"    填报日期："+inChinese(t.On), look{bare: true}, unit-1)
	about[unit-1] = b.cell("单位：万元", look{bare: true, right: true})
	b.do(w.MergeCell(b.at(unit, aboutRow), b.at(to, aboutRow)))
	line(aboutRow, 20, about)
	line(hintRow, 32, across(hintRow, "填写说明：一个项目一行，金额以万元计、最多 4 位小数，没有的留空；日期写 2023-03-01 的形式；带列表的从列表中选；请粘贴为数值，不用公式，不合并单元格。各列怎么填见“"+guideSheet+"”。", look{bare: true}, to))
	b.headings(w, line)
	for n, c := range projectTable {
		if c.breaks {
			b.do(w.InsertPageBreak(b.at(n+1, 1)))
		}
	}
	words := wordsOf(t.Doc)
	sums := make([]int64, width)
	row := leafRow
	for i := range projects {
		row++
		cells := make([]any, width)
		lines := 1
		for n, c := range projectTable {
			v := c.show(words, &projects[i])
			lines = max(lines, linesOf(v, c.width, bodySize))
			if n == 0 {
				v = int64(i + 1)
			} else {
				addTo(sums, n, v)
			}
			cells[n] = b.projectCell(c, v, false)
		}
		line(row, heightOf(lines, bodySize), cells)
	}
	for range emptyRows {
		if len(projects) > 0 {
			break
		}
		row++
		cells := make([]any, width)
		for n, c := range projectTable {
			cells[n] = b.projectCell(c, nil, false)
		}
		line(row, 22, cells)
	}
	if len(projects) > 0 {
		b.totals(line, row+1, sums)
	}
	return w
}

// headings writes the two rows of headings: a group over its columns, a column without a group over both rows.
func (b *book) headings(w *excelize.StreamWriter, line func(int, float64, []any)) {
	width := len(projectTable)
	groups, leaves := make([]any, width), make([]any, width)
	for n, c := range projectTable {
		top, below := c.group, c.head
		switch {
		case c.group == "":
			top, below = c.head, ""
			b.do(w.MergeCell(b.at(n+1, groupRow), b.at(n+1, leafRow)))
		case n > 0 && projectTable[n-1].group == c.group:
			top = ""
		default:
			last := n
			for last+1 < width && projectTable[last+1].group == c.group {
				last++
			}
			if last > n {
				b.do(w.MergeCell(b.at(n+1, groupRow), b.at(last+1, groupRow)))
			}
		}
		groups[n], leaves[n] = b.cell(filled(top), look{head: true}), b.cell(filled(below), look{head: true})
	}
	line(groupRow, 22, groups)
	line(leafRow, 42, leaves)
}

// totals is the last row.
func (b *book) totals(line func(int, float64, []any), row int, sums []int64) {
	cells := make([]any, len(sums))
	for n, c := range projectTable {
		var v any
		switch {
		case n == 0:
			v = "合计"
		case c.heads:
			v = sums[n]
		case c.sum:
			v = money.Fen(sums[n])
		}
		cells[n] = b.projectCell(c, v, true)
	}
	line(row, 24, cells)
}

func addTo(sums []int64, n int, v any) {
	switch v := v.(type) {
	case money.Fen:
		sums[n] += int64(v)
	case int64:
		sums[n] += v
	}
}

// projectCell is one cell of the body in its column's look.
func (b *book) projectCell(c tableColumn, v any, bold bool) any {
	l := look{bold: bold, number: textCells, size: bodySize}
	switch {
	case c.heads:
		l.number, l.right = countFormat, true
	case c.sum:
		l.number, l.right = tableAmount, true
	case c.group == groupTerm:
		l.number, l.centre = dateFormat, true
	case c.field == "" || len(c.choices) > 0:
		l.centre = true
	}
	if c.field == "" {
		l.number = "0"
	}
	return b.cell(v, l)
}

// cell is a value as the stream writer takes it. Texts are texts, whatever they begin with: never a formula. Amounts become numbers by their
// decimal text; a date is Excel's count of days where Excel knows the day.
func (b *book) cell(v any, l look) excelize.Cell {
	c := excelize.Cell{StyleID: b.style(l)}
	switch v := v.(type) {
	case string:
		if len(utf16.Encode([]rune(v))) > mostUnits {
			v = kept
		}
		c.Value = clean(v)
	case int64:
		c.Value = v
	case money.Fen:
		n, err := strconv.ParseFloat(v.String(), 64)
		b.do(err)
		c.Value = n
	case proposal.Date:
		c.Value = v.String()
		first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
		if days := (v.Start(time.UTC).Unix() - first.Unix()) / (24 * 60 * 60); days >= earliest && days <= latest {
			c.Value = days
		}
	}
	return c
}

// linesOf estimates how many lines a text takes in a column, so that a row can be made high enough: not every program does that by itself.
func linesOf(v any, width, size float64) int {
	text, ok := v.(string)
	if !ok {
		return 1
	}
	const usual = 11 // the letter size that widths are measured in
	room := max(int((width-1)*usual/size), 2)
	lines := 0
	for each := range strings.SplitSeq(text, "\n") {
		lines += max(len(typeset.Wrap(each, room)), 1)
	}
	return lines
}

// heightOf is the height of a row of so many lines.
func heightOf(lines int, size float64) float64 {
	const most = 409
	return min(max(float64(lines)*size*1.35+4, 18), most)
}

// inChinese is a date as official papers write it.
func inChinese(d proposal.Date) string { return d.Start(time.UTC).Format("2006年1月2日") }

// projectPage sets the paper, and lets the program help while the table is filled in.
func (b *book) projectPage(projects int) {
	size, wide, per, order := fullPaper, "landscape", uint(scale), "overThenDown"
	b.do(b.file.SetPageLayout(tableSheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &wide, AdjustTo: &per, PageOrder: &order}))
	b.do(b.file.SetHeaderFooter(tableSheet, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页，共 &N 页"}))
	narrow := 0.4
	b.do(b.file.SetPageMargins(tableSheet, &excelize.PageLayoutMarginsOptions{Left: &narrow, Right: &narrow, Top: &narrow, Bottom: &narrow}))
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: tableSheet,
		RefersTo: "'" + tableSheet + "'!$A:$C,'" + tableSheet + "'!$" + strconv.Itoa(groupRow) + ":$" + strconv.Itoa(leafRow)}))
	last := leafRow + max(projects, checkedRows)
	if projects > 0 {
		last = leafRow + projects // the row of totals is not checked
	}
	for n, c := range projectTable {
		if c.field == "" {
			continue
		}
		dv := excelize.NewDataValidation(true)
		dv.SetSqref(b.at(n+1, leafRow+1) + ":" + b.at(n+1, last))
		switch {
		case len(c.choices) > 0:
			b.do(dv.SetDropList(c.choices))
			dv.SetError(excelize.DataValidationErrorStyleStop, c.title(), "请从列表中选一项")
		case c.heads:
			b.do(dv.SetRange(0, "", excelize.DataValidationTypeWhole, excelize.DataValidationOperatorGreaterThanOrEqual))
			dv.SetError(excelize.DataValidationErrorStyleWarning, c.title(), "应为 0 或正整数")
		case c.sum:
			b.do(dv.SetRange(0, "", excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorGreaterThanOrEqual))
			dv.SetError(excelize.DataValidationErrorStyleWarning, c.title(), "应为以万元计的数字,没有的留空")
		}
		if c.hint != "" {
			dv.SetInput(c.title(), typeset.Official(c.hint))
		}
		b.do(b.file.AddDataValidation(tableSheet, dv))
	}
}
