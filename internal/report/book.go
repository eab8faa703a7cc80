package report

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/review"
)

// book is a workbook being written; the first failure is kept and ends it, so that the writers read like the page they make.
type book struct {
	file   *excelize.File
	styles map[look]int
	err    error
}

// look is how a cell looks.
type look struct {
	head, bold, centre, right bool
	open                      bool // may be filled in on a protected sheet
	bare                      bool // without lines around
	number                    string
	size                      float64
}

const (
	fontName  = "宋体"
	textCells = "@"      // keeps what is typed as text
	twoPlaces = "0.00"   // a mean
	anyPlaces = "0.0#"   // a score
	fullPaper = 9        // A4
	grey      = "EDEDED" // of headings
	yellow    = "FFF9E5" // of cells to be filled in
)

func newBook(first string) *book {
	b := &book{file: excelize.NewFile(), styles: map[look]int{}}
	b.do(b.file.SetSheetName("Sheet1", first))
	return b
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) style(l look) int {
	if l.size == 0 {
		l.size = 10.5
	}
	if id, known := b.styles[l]; known {
		return id
	}
	line := func(side string) excelize.Border { return excelize.Border{Type: side, Color: "999999", Style: 1} }
	s := &excelize.Style{Font: &excelize.Font{Family: fontName, Size: l.size, Bold: l.bold || l.head},
		Alignment:  &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "left"},
		Protection: &excelize.Protection{Locked: !l.open}}
	if l.centre || l.head {
		s.Alignment.Horizontal = "center"
	}
	if l.right {
		s.Alignment.Horizontal = "right"
	}
	if l.size <= 12 && !l.bare {
		s.Border = []excelize.Border{line("left"), line("right"), line("top"), line("bottom")}
	}
	switch {
	case l.head:
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{grey}}
	case l.open:
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{yellow}}
	}
	if l.number != "" {
		s.CustomNumFmt = &l.number
	}
	id, err := b.file.NewStyle(s)
	b.do(err)
	b.styles[l] = id
	return id
}

// at is the name of a cell; columns and rows from 1.
func (b *book) at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	b.do(err)
	return name
}

// put writes one cell. Points and amounts become numbers; texts are texts, whatever they begin with: never a formula.
func (b *book) put(sheet string, column, row int, value any, l look) {
	cell := b.at(column, row)
	switch v := value.(type) {
	case nil:
	case review.Points:
		b.do(b.file.SetCellFloat(sheet, cell, float64(v)/100, -1, 64))
	case money.Fen:
		n, err := strconv.ParseFloat(v.String(), 64)
		b.do(err)
		b.do(b.file.SetCellFloat(sheet, cell, n, -1, 64))
	case int:
		b.do(b.file.SetCellInt(sheet, cell, int64(v)))
	case string:
		b.do(b.file.SetCellStr(sheet, cell, clean(v)))
	}
	b.do(b.file.SetCellStyle(sheet, cell, cell, b.style(l)))
}

// row writes cells side by side from the first column.
func (b *book) row(sheet string, row int, l look, values ...any) {
	for i, v := range values {
		b.put(sheet, i+1, row, v, l)
	}
}

// merged writes one text across columns.
func (b *book) merged(sheet string, row, columns int, text string, height float64, l look) {
	for column := 1; column <= columns; column++ {
		b.put(sheet, column, row, nil, l)
	}
	b.put(sheet, 1, row, text, l)
	b.do(b.file.MergeCell(sheet, b.at(1, row), b.at(columns, row)))
	b.do(b.file.SetRowHeight(sheet, row, height))
}

// page makes a sheet print on A4 across, one page wide, with its headings on every page, and sets the widths of its columns.
func (b *book) page(sheet string, headings int, widths ...float64) {
	size, wide, across, tall, fit := fullPaper, "landscape", 1, 0, true
	b.do(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &wide, FitToWidth: &across, FitToHeight: &tall}))
	b.do(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.do(b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&C第 &P 页，共 &N 页"}))
	for i, width := range widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.do(err)
		b.do(b.file.SetColWidth(sheet, name, name, width))
	}
	name, err := excelize.CoordinatesToCellName(1, headings+1)
	b.do(err)
	b.do(b.file.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: headings, TopLeftCell: name, ActivePane: "bottomLeft"}))
	row, err := excelize.CoordinatesToCellName(1, headings, true)
	b.do(err)
	line := row[strings.LastIndex(row, "$"):]
	b.do(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + sheet + "'!" + line + ":" + line, Scope: sheet}))
}

// bytes ends the book.
func (b *book) bytes() ([]byte, error) {
	defer b.file.Close() //nolint:errcheck // nothing is kept on disk
	if b.err != nil {
		return nil, fault.Wrap(fault.Internal, "生成表格", b.err)
	}
	out, err := b.file.WriteToBuffer()
	if err != nil {
		return nil, fault.Wrap(fault.Internal, "生成表格", err)
	}
	return out.Bytes(), nil
}

// lineBreaks makes every line break the one that cells know.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// clean leaves out what XML cannot carry.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, lineBreaks.Replace(text))
}
