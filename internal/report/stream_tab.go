package report

import (
	"strconv"

	"github.com/xuri/excelize/v2"

	"xianjie/internal/money"
)

// writer writes one table, on as many sheets as it needs.
type writer struct {
	*stream
	tab      tab
	leaf     []column
	widths   []float64
	places   int
	to       *excelize.StreamWriter
	sheetNo  int
	name     string
	row      int // written last
	last     int // the last row lines may take
	cells    []excelize.Cell
	pointers []any // to cells
	looks    [kinds][ranks][tones]int
	buffer   []byte
}

// Heights and sizes, in points.
const (
	titleHeight = 34
	titleSize   = 16
	noteHeight  = 20
	noteSize    = 10
)

// open begins a sheet: page, title, headings.
func (w *writer) open(name string) {
	w.sheetNo++
	w.name = continued(name, w.sheetNo)
	w.sheet(w.name)
	w.page()
	var err error
	w.to, err = w.file.NewStreamWriter(w.name)
	if err != nil {
		w.do(err)
		return
	}
	for i, width := range w.widths {
		w.do(w.to.SetColWidth(i+1, i+1, width))
	}
	rows := depth(w.tab.columns)
	w.freeze(2 + rows)
	w.row = 0
	w.last = w.rows - len(w.tab.remarks)
	end := len(w.leaf)
	side := "center"
	if w.parted() > 0 {
		side = "left" // a title in the middle would stand on the edge between two pages
	}
	w.across(1, end, w.tab.title, titleHeight, w.newStyle(free(titleSize, true, side)))
	w.subtitle()
	w.headings(rows)
}

// across writes one text over columns from…to of the next row.
func (w *writer) across(from, to int, text string, height float64, style int) {
	w.row++
	values := make([]any, from)
	values[from-1] = excelize.Cell{StyleID: style, Value: harmless(text)}
	w.set(values, excelize.RowOpts{Height: height})
	w.merge(w.row, from, w.row, to)
}

// subtitle says on the left to when, on the right in what unit.
func (w *writer) subtitle() {
	w.row++
	end := len(w.leaf)
	values := make([]any, end)
	left, right := w.newStyle(free(noteSize, false, "left")), w.newStyle(free(noteSize, false, "right"))
	split := end
	for width := 0.0; split > 2 && width < 14; split-- {
		width += w.widths[split-1]
	}
	values[0] = excelize.Cell{StyleID: left, Value: harmless(w.tab.said)}
	values[split] = excelize.Cell{StyleID: right, Value: w.tab.unit}
	w.set(values, excelize.RowOpts{Height: noteHeight})
	w.merge(w.row, 1, w.row, split)
	w.merge(w.row, split+1, w.row, end)
}

func (w *writer) headings(rows int) {
	all := boxes(w.tab.columns, 0, 0, rows)
	style := w.style(format{kind: mid, rank: heading})
	grid := make([][]any, rows)
	for i := range grid {
		grid[i] = make([]any, len(w.leaf))
		for j := range grid[i] {
			grid[i][j] = excelize.Cell{StyleID: style}
		}
	}
	top := w.row + 1
	for _, b := range all {
		grid[b.top][b.left] = excelize.Cell{StyleID: style, Value: harmless(b.head)}
		w.merge(top+b.top, b.left+1, top+b.bottom, b.right+1)
	}
	for i, height := range headingHeights(all, w.widths, rows) {
		w.row++
		w.set(grid[i], excelize.RowOpts{Height: height})
	}
}

func (w *writer) merge(top, left, bottom, right int) {
	if top == bottom && left == right {
		return
	}
	from, err := excelize.CoordinatesToCellName(left, top)
	w.do(err)
	to, err := excelize.CoordinatesToCellName(right, bottom)
	w.do(err)
	w.do(w.to.MergeCell(from, to))
}

// set writes the present row.
func (w *writer) set(values []any, options ...excelize.RowOpts) {
	if w.err == nil {
		w.do(w.to.SetRow("A"+strconv.Itoa(w.row), values, options...))
	}
}

// line writes one row of the table, on the next sheet where this one is full.
func (w *writer) line(l record) {
	if w.row >= w.last {
		w.end()
		w.open(w.tab.name)
	}
	w.row++
	lines := 1
	for i := range w.cells {
		c := cell{}
		if i < len(l.cells) {
			c = l.cells[i]
		}
		if c.text != "" {
			lines = max(lines, lineCount(c.text, w.widths[i]))
		}
		w.cells[i] = excelize.Cell{StyleID: w.look(c, l.rank), Value: w.value(c)}
	}
	w.set(w.pointers, excelize.RowOpts{Height: min(rowHeight(lines), excelize.MaxRowHeight), OutlineLevel: l.level})
}

func (w *writer) look(c cell, r rank) int {
	known := &w.looks[c.kind][r][c.tone]
	if *known == 0 {
		f := format{kind: c.kind, rank: r, tone: c.tone}
		if c.kind == amount {
			f.places = w.places
		}
		*known = w.style(f)
	}
	return *known
}

// value is what the cell holds. An amount goes through its decimal text: the nearest binary number to it is written as the same text again.
func (w *writer) value(c cell) any {
	switch c.kind {
	case blank:
		return nil
	case count:
		return c.n
	case day:
		return c.n
	case amount:
		return w.decimal(c.n, mostPlaces)
	case ratio:
		return w.decimal(c.n, 6)
	case rate:
		return w.decimal(c.n, 4)
	case points:
		return w.decimal(c.n, 2)
	case instant:
		// No money. A thousandth of a second more, so that programs that cut the fraction (LibreOffice) show this second, not the one before.
		return (float64(c.n) + 0.001) / secondsOfDay
	case exact:
		return c.text
	default:
		return harmless(c.text)
	}
}

// decimal is n / 10^places as the number whose shortest text is exactly that.
func (w *writer) decimal(n int64, places int) any {
	w.buffer = money.AppendDecimal(w.buffer[:0], n, places)
	number, err := strconv.ParseFloat(string(w.buffer), 64)
	w.do(err)
	return number
}

// end finishes a sheet.
func (w *writer) end() {
	if w.err == nil {
		w.do(w.to.Flush())
	}
}

// close writes the remarks and ends the table.
func (w *writer) close() {
	style := w.newStyle(free(noteSize, false, "left"))
	for _, text := range w.tab.remarks {
		w.across(1, len(w.leaf), text, rowHeight(lineCount(text, sum(w.widths))), style)
	}
	w.end()
}

func sum(widths []float64) (all float64) {
	for _, w := range widths {
		all += w
	}
	return all
}
