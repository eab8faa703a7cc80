package report

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
)

// cellKind is what a cell holds.
type cellKind byte

const (
	textCell cellKind = iota
	numberCell
	flagCell
	errorCell
)

// foreignCell is one cell that holds something.
type foreignCell struct {
	column  int // from 1
	text    string
	kind    cellKind
	style   numberStyle
	formula bool
	command bool // the formula calls another program (DDE)
}

// foreignRow is one row with its filled cells; they are only valid until the next row.
type foreignRow struct {
	number int
	hidden bool
	cells  []foreignCell
}

// at is the cell of a column, empty when there is none.
func (r foreignRow) at(column int) foreignCell {
	for _, c := range r.cells {
		if c.column == column {
			return c
		}
	}
	return foreignCell{column: column}
}

// area is a merged range.
type area struct{ fromColumn, fromRow, toColumn, toRow int }

// rows streams the filled rows of a sheet through do and returns the merged ranges, which a sheet names at its end. Empty rows and cells,
// however many, take no memory.
func (s *stranger) rows(sheet foreignSheet, do func(foreignRow) error) ([]area, error) {
	x, err := s.part(sheet.part)
	if err != nil {
		return nil, err
	}
	if x == nil {
		return nil, s.broken(fmt.Errorf("no part %s", sheet.part))
	}
	defer x.body.Close()
	r := sheetReader{s: s, x: x, sheet: sheet, do: do}
	for {
		token, err := x.next()
		if err != nil || token == nil {
			return r.merged, err
		}
		if err := r.take(token); err != nil {
			return nil, err
		}
	}
}

// mostCellBytes is more than Excel's 32,767 characters ever take.
const mostCellBytes = 1 << 17

// mostMerged bounds the merged ranges that are remembered.
const mostMerged = 20_000

type sheetReader struct {
	s      *stranger
	x      *foreignXML
	sheet  foreignSheet
	do     func(foreignRow) error
	row    foreignRow
	cell   foreignCell
	form   string // t of the cell
	text   []byte
	inCell bool
	taking bool // inside v, t or f
	sounds int
	merged []area
}

func (r *sheetReader) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return r.start(t)
	case xml.EndElement:
		return r.end(t.Name.Local)
	case xml.CharData:
		if r.taking && r.sounds == 0 {
			if r.text = append(r.text, t...); len(r.text) > mostCellBytes {
				return r.s.refused("有一格的文字过长("+r.sheet.name+"!"+cellName(r.cell.column, r.row.number)+")", nil)
			}
		}
	}
	return nil
}

func (r *sheetReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		number := r.row.number + 1
		if text := attr(e, "r"); text != "" {
			n, err := strconv.Atoi(text)
			if err != nil || n < number || n > lastRow {
				return r.s.broken(fmt.Errorf("row %q after %d", text, r.row.number))
			}
			number = n
		}
		hidden := attr(e, "hidden")
		r.row = foreignRow{number, hidden == "1" || hidden == "true", r.row.cells[:0]}
		r.cell.column = 0
	case "c":
		return r.open(e)
	case "v", "t":
		r.taking, r.text = r.inCell, r.text[:0:cap(r.text)]
		if e.Name.Local == "t" && r.cell.text != "" {
			r.text = append(r.text, r.cell.text...) // a further run of a rich text
		}
	case "f":
		r.taking, r.text, r.cell.formula = r.inCell, r.text[:0], r.inCell
	case "rPh":
		r.sounds++
	case "mergeCell":
		if a, ok := areaOf(attr(e, "ref")); ok && len(r.merged) < mostMerged {
			r.merged = append(r.merged, a)
		}
	}
	return nil
}

func (r *sheetReader) open(e xml.StartElement) error {
	column := r.cell.column + 1
	r.form = ""
	style := plainNumber
	for _, a := range e.Attr {
		switch a.Name.Local {
		case "r":
			c, row, ok := coordinates(a.Value)
			if !ok || row != r.row.number || c < column {
				return r.s.broken(fmt.Errorf("cell %q in row %d", a.Value, r.row.number))
			}
			column = c
		case "t":
			r.form = a.Value
		case "s":
			if n, err := strconv.Atoi(a.Value); err == nil && n >= 0 && n < len(r.s.styles) {
				style = r.s.styles[n]
			}
		}
	}
	if column > lastColumn {
		return r.s.broken(fmt.Errorf("column %d in row %d", column, r.row.number))
	}
	r.cell = foreignCell{column: column, style: style}
	r.inCell = true
	return nil
}

func (r *sheetReader) end(name string) error {
	switch name {
	case "v", "t":
		if r.inCell {
			r.cell.text = string(r.text)
		}
		r.taking = false
	case "f":
		r.cell.command = r.cell.command || strings.Contains(string(r.text), "|")
		r.taking = false
	case "rPh":
		r.sounds--
	case "c":
		r.inCell = false
		return r.close()
	case "row":
		if len(r.row.cells) > 0 {
			return r.do(r.row)
		}
	}
	return nil
}

// close settles what a cell holds.
func (r *sheetReader) close() error {
	c := &r.cell
	switch r.form {
	case "s":
		n, err := strconv.Atoi(c.text)
		if err != nil || n < 0 || n >= len(r.s.texts) {
			return r.s.broken(fmt.Errorf("cell %s names text %q of %d", cellName(c.column, r.row.number), c.text, len(r.s.texts)))
		}
		c.text = r.s.texts[n]
	case "inlineStr", "str":
		c.text = unescaped(c.text)
	case "d":
	case "b":
		c.kind = flagCell
	case "e":
		c.kind = errorCell
	case "", "n":
		c.kind = numberCell
	default:
		return r.s.broken(fmt.Errorf("cell %s of type %q", cellName(c.column, r.row.number), r.form))
	}
	if c.text != "" || c.formula {
		r.row.cells = append(r.row.cells, *c)
	}
	return nil
}

// The last row and column of a sheet.
const (
	lastRow    = 1 << 20
	lastColumn = 1 << 14
)

// coordinates reads a cell's name.
func coordinates(name string) (column, row int, ok bool) {
	i := 0
	for ; i < len(name) && name[i] >= 'A' && name[i] <= 'Z' && column <= lastColumn; i++ {
		column = column*26 + int(name[i]-'A') + 1
	}
	for ; i < len(name) && name[i] >= '0' && name[i] <= '9' && row <= lastRow; i++ {
		row = row*10 + int(name[i]-'0')
	}
	return column, row, i == len(name) && column >= 1 && column <= lastColumn && row >= 1 && row <= lastRow
}

// areaOf reads a range's name.
func areaOf(ref string) (area, bool) {
	from, to, two := strings.Cut(ref, ":")
	if !two {
		return area{}, false
	}
	c1, r1, ok1 := coordinates(from)
	c2, r2, ok2 := coordinates(to)
	return area{c1, r1, c2, r2}, ok1 && ok2
}
