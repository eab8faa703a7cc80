package report

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"xianjie/internal/fault"
	"xianjie/internal/review"
)

// MostBytes bounds a score book as it is sent.
const MostBytes = 1 << 20

const (
	mostUnzipped = 8 << 20
	mostRows     = 2000
	mostColumns  = 16
)

// Filled is a score book brought back.
type Filled struct {
	Review  string // id
	Version int64
	Sheet   review.Sheet
}

// ReadSheet reads a score book made by SheetBook for the same rubric. Gaps are no fault; whatever is filled in must be right. Errors: Unsupported
// (no workbook), Invalid (another form or rubric, changed structure, and every wrong cell by its name).
func ReadSheet(data []byte, r review.Rubric) (Filled, error) {
	if len(data) > MostBytes {
		return Filled{}, fault.New(fault.TooLarge, "评分表过大,请使用下载的评分表填写")
	}
	book, err := openStranger(data, mostUnzipped, "评分表")
	if err != nil {
		return Filled{}, err
	}
	score, about := foreignSheet{}, foreignSheet{}
	for sheet, name := range map[*foreignSheet]string{&score: scoreSheet, &about: hiddenSheet} {
		var there bool
		if *sheet, there = book.sheet(name); !there {
			return Filled{}, otherForm()
		}
	}
	facts, err := grid(book, about)
	if err != nil {
		return Filled{}, err
	}
	filled, err := identified(facts, r)
	if err != nil {
		return Filled{}, err
	}
	cells, err := grid(book, score)
	if err != nil {
		return Filled{}, err
	}
	p := reading{rubric: r, cells: cells, places: map[string]string{}}
	filled.Sheet, err = p.sheet()
	return filled, err
}

func otherForm() error {
	return fault.New(fault.Invalid, "这不是从本系统下载的评分表,请重新下载后填写")
}

// table is a sheet's cells by row and column.
type table [][]foreignCell

func (t table) cell(column, row int) foreignCell {
	if row > len(t) || column > len(t[row-1]) {
		return foreignCell{}
	}
	return t[row-1][column-1]
}

func (t table) at(column, row int) string { return t.cell(column, row).text }

// grid reads a sheet as a stream, so that a far-off cell cannot make us allocate all that lies before it.
func grid(book *stranger, sheet foreignSheet) (table, error) {
	var t table
	_, err := book.rows(sheet, func(r foreignRow) error {
		columns := r.cells[len(r.cells)-1].column
		if r.number > mostRows || columns > mostColumns {
			return changedForm("‘" + sheet.name + "’表的行列比下载时多")
		}
		for len(t) < r.number {
			t = append(t, nil)
		}
		row := make([]foreignCell, columns)
		for _, c := range r.cells {
			row[c.column-1] = c
		}
		t[r.number-1] = row
		return nil
	})
	return t, err
}

func changedForm(what string) error {
	return fault.New(fault.Invalid, "评分表的结构被改动(%s),请重新下载后填写,不要增删行列", what)
}

// identified reads the hidden sheet.
func identified(about table, r review.Rubric) (Filled, error) {
	facts := map[string]string{}
	for row := range about {
		facts[about.at(1, row+1)] = about.at(2, row+1)
	}
	version, err := strconv.ParseInt(facts["version"], 10, 64)
	if facts["review"] == "" || err != nil {
		return Filled{}, otherForm()
	}
	if facts["rubric"] != digest(r) {
		return Filled{}, fault.New(fault.Invalid, "文件所用的评分表与本任务的不同,请重新下载后填写")
	}
	return Filled{Review: facts["review"], Version: version}, nil
}

// reading is a form being read.
type reading struct {
	rubric review.Rubric
	cells  table
	places map[string]string // the sheet's own places → cells
	wrong  []fault.Place
}

func (p *reading) sheet() (review.Sheet, error) {
	s := review.Sheet{Scores: map[string]review.Points{}, Reasons: map[string]string{}, Vetoes: map[string]string{}}
	all := lines(p.rubric)
	if err := p.unchanged(all); err != nil {
		return review.Sheet{}, err
	}
	for _, l := range all {
		p.line(&s, l)
	}
	for _, spot := range p.rubric.CheckDraft(s) {
		cell := p.places[spot.Location]
		p.wrong = append(p.wrong, fault.Place{Location: scoreSheet + "!" + cell, Message: "‘" + scoreSheet + "’表 " + cell + ":" + spot.Message})
	}
	message := "评分表有 " + strconv.Itoa(len(p.wrong)) + " 处需要改正"
	if len(p.wrong) == 1 {
		message = p.wrong[0].Message
	}
	return s, fault.At(message, p.wrong)
}

// unchanged refuses a form whose fixed cells or size are not those of the rubric.
func (p *reading) unchanged(all []line) error {
	for i, text := range headings {
		if p.cells.at(i+1, headRow) != text {
			return changedForm("‘" + scoreSheet + "’表 " + cellName(i+1, headRow))
		}
	}
	for _, l := range all {
		for i, text := range l.fixed(p.rubric) {
			if p.cells.at(i+1, l.row) != clean(text) {
				return changedForm("‘" + scoreSheet + "’表 " + cellName(i+1, l.row))
			}
		}
	}
	last := all[len(all)-1].row
	for row := range p.cells {
		for column, c := range p.cells[row] {
			if strings.TrimSpace(c.text) != "" && (row+1 > last || column+1 > len(headings)) {
				return changedForm("‘" + scoreSheet + "’表 " + cellName(column+1, row+1) + "多出内容")
			}
		}
	}
	return nil
}

func (p *reading) line(s *review.Sheet, l line) {
	switch l.kind {
	case itemLine:
		if score, given := p.points(l.row); given {
			s.Scores[l.item.Code] = score
		}
		p.note("/scores/"+l.item.Code, colScore, l.row)
		if reason := p.text(l.row); reason != "" {
			s.Reasons[l.item.Code] = reason
		}
		p.note("/reasons/"+l.item.Code, colReason, l.row)
	case vetoLine:
		reason := p.text(l.row)
		switch tick := strings.TrimSpace(p.value(colScore, l.row)); {
		case tick == "1":
			s.Vetoes[l.veto.Code] = reason
		case tick != "" && tick != "0":
			p.fail(colScore, l.row, "勾选一票否决的填 1,不勾选的留空")
		case reason != "":
			p.fail(colReason, l.row, "写了理由而没有勾选:勾选请填 1,不勾选请删去理由")
		}
		p.note("/vetoes/"+l.veto.Code, colReason, l.row)
	case commentLine:
		s.Comment = p.text(l.row)
		p.note("/comment", colReason, l.row)
	}
}

// note remembers which cell a place of the sheet is.
func (p *reading) note(place string, column, row int) { p.places[place] = cellName(column, row) }

func (p *reading) fail(column, row int, message string) {
	cell := cellName(column, row)
	p.wrong = append(p.wrong, fault.Place{Location: scoreSheet + "!" + cell, Message: "‘" + scoreSheet + "’表 " + cell + ":" + message})
}

// value is a cell a person filled in. A formula is refused: what it comes to depends on the program that opens it.
func (p *reading) value(column, row int) string {
	if p.cells.cell(column, row).formula {
		p.fail(column, row, "请直接填写,不要使用公式")
		return ""
	}
	return p.cells.at(column, row)
}

func (p *reading) text(row int) string { return strings.TrimSpace(p.value(colReason, row)) }

func (p *reading) points(row int) (review.Points, bool) {
	text := strings.TrimSpace(p.value(colScore, row))
	if text == "" {
		return 0, false
	}
	score, err := review.ParsePoints(text)
	if err != nil {
		p.fail(colScore, row, err.Error())
		return 0, false
	}
	return score, true
}

func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return "?" // only for a column or row below 1
	}
	return name
}
