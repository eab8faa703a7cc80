package report

import (
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"xianjie/internal/fault"
)

// stream is a workbook written row by row: what is written is no longer in memory as cells. The first failure is kept and ends it.
type stream struct {
	file   *excelize.File
	styles map[format]int
	rows   int // a sheet holds; longer tables go on on the next sheet
	sheets int
	err    error
}

// tab is one table on a sheet of its own.
type tab struct {
	name    string
	title   string
	said    string // under the title, left: to which date, by whom
	unit    string // under the title, right
	foot    string // at the foot of every page
	columns []column
	fixed   int  // columns that stay in sight when scrolled across
	over    bool // sums stand above what they add up
	lines   iter.Seq[record]
	remarks []string // under the table
}

// record is one row; its cells may be used again once it has been taken.
type record struct {
	rank  rank
	level int // of the outline
	cells []cell
}

func newStream() *stream {
	return &stream{file: excelize.NewFile(), styles: map[format]int{}, rows: excelize.TotalRows}
}

func (s *stream) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

// style is the number of a style, made when first wanted.
func (s *stream) style(f format) int {
	id, known := s.styles[f]
	if !known {
		var err error
		id, err = s.file.NewStyle(f.style())
		s.do(err)
		s.styles[f] = id
	}
	return id
}

func (s *stream) newStyle(look *excelize.Style) int {
	id, err := s.file.NewStyle(look)
	s.do(err)
	return id
}

// sheet makes the next sheet.
func (s *stream) sheet(name string) {
	s.sheets++
	if s.sheets == 1 {
		s.do(s.file.SetSheetName("Sheet1", name))
		return
	}
	_, err := s.file.NewSheet(name)
	s.do(err)
}

// add writes a table. Its lines are gone through twice: once to see how wide and fine the amounts are, once to write.
func (s *stream) add(t tab) {
	if s.err != nil {
		return
	}
	leaf := leaves(t.columns)
	w := &writer{stream: s, tab: t, leaf: leaf, pointers: make([]any, len(leaf)), cells: make([]excelize.Cell, len(leaf))}
	w.widths, w.places = t.measure(leaf)
	w.level()
	for i := range w.cells {
		w.pointers[i] = &w.cells[i]
	}
	w.open(t.name)
	for r := range t.lines {
		if s.err != nil {
			return
		}
		w.line(r)
	}
	w.close()
}

// writeTo ends the workbook.
func (s *stream) writeTo(w io.Writer) error {
	defer s.file.Close() //nolint:errcheck // its temporary files are gone with it
	if s.err != nil {
		return fault.Wrap(fault.Internal, "生成表格", s.err)
	}
	if err := writeOrdered(w, s.file); err != nil {
		return fault.Wrap(fault.Internal, "生成表格", err)
	}
	return nil
}

// longestName is how long the name of a sheet may be, in UTF-16 units; the names used lie within the BMP.
const longestName = 31

// continued is the name of the nth sheet of one table.
func continued(name string, nth int) string {
	if nth == 1 {
		return name
	}
	more := fmt.Sprintf("（续%d）", nth-1)
	runes := []rune(name)
	return string(runes[:min(len(runes), longestName-utf8.RuneCountInString(more))]) + more
}
