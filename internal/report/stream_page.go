package report

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The paper: its numbers, and how many characters may stand on one line of it and still be read.
const (
	paperA3    = 8
	widestOnA4 = 210
	widestOnA3 = 300
)

// page sets how the sheet prints: A4 across and one page wide, A3 where it would be too small to read, two pages side by side where that
// would be too; headings on every page, numbered.
func (w *writer) page() {
	paper, turn, across, down, fit, below := fullPaper, "landscape", 1, 0, true, !w.tab.over
	if sum(w.widths) > widestOnA4 {
		paper = paperA3
	}
	if w.parted() > 0 {
		across = 2
	}
	w.do(w.file.SetSheetProps(w.name, &excelize.SheetPropsOptions{FitToPage: &fit, OutlineSummaryBelow: &below}))
	w.do(w.file.SetPageLayout(w.name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &turn, FitToWidth: &across, FitToHeight: &down}))
	side, end, middle := 0.4, 0.6, true
	w.do(w.file.SetPageMargins(w.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &end, Bottom: &end, Horizontally: &middle}))
	w.do(w.file.SetHeaderFooter(w.name, &excelize.HeaderFooterOptions{OddFooter: "&L" + footer(w.tab.foot) + "&C第 &P 页，共 &N 页&R打印 &D &T"}))
}

// parted is the column the second page begins with, from 0, in a table too wide for one page: between two headings of the first row, where
// the two pages are as equal as can be. 0: one page.
func (w *writer) parted() int {
	if sum(w.widths) <= widestOnA3 {
		return 0
	}
	best, at := 0, 0
	for _, c := range w.tab.columns {
		if at += len(leaves([]column{c})); at > w.tab.fixed && at < len(w.widths) && (best == 0 || w.wider(at) < w.wider(best)) {
			best = at
		}
	}
	return best
}

// pages are the widths of the two pages in pixels; the fixed columns stand on both.
func (w *writer) pages(part int) (left, right float64) {
	return pixels(w.widths[:part]), pixels(w.widths[:w.tab.fixed]) + pixels(w.widths[part:])
}

func (w *writer) wider(part int) float64 {
	left, right := w.pages(part)
	return max(left, right)
}

func pixels(widths []float64) float64 { return 7*sum(widths) + 5*float64(len(widths)) }

// level makes the two pages equally wide: a program that fits a sheet onto two pages as large as it can then breaks it there and nowhere else,
// so that no group of columns is torn from its heading.
func (w *writer) level() {
	part := w.parted()
	if part == 0 {
		return
	}
	left, right := w.pages(part)
	narrow := w.widths[w.tab.fixed:part]
	if left > right {
		narrow = w.widths[part:]
	}
	for i := range narrow {
		narrow[i] = min(narrow[i]+max(left-right, right-left)/7/float64(len(narrow)), excelize.MaxColumnWidth)
	}
}

// footer keeps a text from being read as a code of the page's foot, and within its limit of 255.
func footer(text string) string {
	runes := []rune(clean(strings.ReplaceAll(text, "\n", " ")))
	return strings.ReplaceAll(string(runes[:min(len(runes), 80)]), "&", "&&")
}

func (w *writer) freeze(rows int) {
	corner, err := excelize.CoordinatesToCellName(w.tab.fixed+1, rows+1)
	w.do(err)
	pane := "bottomLeft"
	if w.tab.fixed > 0 {
		pane = "bottomRight"
	}
	w.do(w.to.SetPanes(&excelize.Panes{Freeze: true, XSplit: w.tab.fixed, YSplit: rows, TopLeftCell: corner, ActivePane: pane}))
	refers := "'" + w.name + "'!$3:$" + strconv.Itoa(rows)
	if w.parted() > 0 && w.tab.fixed > 0 {
		last, err := excelize.ColumnNumberToName(w.tab.fixed)
		w.do(err)
		refers = "'" + w.name + "'!$A:$" + last + "," + refers
	}
	w.do(w.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: refers, Scope: w.name}))
}
