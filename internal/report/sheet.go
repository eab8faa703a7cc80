package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"github.com/go-json-experiment/json"
	"github.com/xuri/excelize/v2"

	"xianjie/internal/review"
)

// Task is what a score sheet says of the review it belongs to.
type Task struct {
	Review  string // id
	Version int64
	Stage   string // in Chinese
	No      string // of the application
	County  string
	Title   string
	Expert  string // code
}

// The sheets of a score book.
const (
	scoreSheet  = "评分"
	hiddenSheet = "任务"
)

// The columns of the score sheet, from 1.
const (
	colDimension = iota + 1
	colCode
	colItem
	colMax
	colAnchor
	colStep
	colScore
	colReason
)

// headings are the columns of the score sheet in order.
var headings = [...]string{"维度", "代码", "评分项", "满分", "说明线", "步长", "评分", "低于说明线的理由"}

// headRow is the row of the headings; items follow.
const headRow = 5

// layout is the version of the form; a form of another layout is not read.
const layout = "2"

// line is one row of the form: an item, a veto, or the comment.
type line struct {
	row       int
	dimension string
	item      review.Item
	veto      review.Veto
	kind      lineKind
}

type lineKind int

const (
	itemLine lineKind = iota
	vetoHead
	vetoLine
	commentLine
)

// lines lays a rubric out in rows.
func lines(r review.Rubric) []line {
	var out []line
	row := headRow + 1
	add := func(l line) {
		l.row = row
		out = append(out, l)
		row++
	}
	for _, d := range r.Dimensions {
		for _, item := range d.Items {
			add(line{kind: itemLine, dimension: d.Code + " " + d.Name, item: item})
		}
	}
	if len(r.Vetoes) > 0 {
		add(line{kind: vetoHead})
	}
	for _, v := range r.Vetoes {
		add(line{kind: vetoLine, veto: v})
	}
	add(line{kind: commentLine})
	return out
}

// fixed are the texts of a line nobody may change, by column.
func (l line) fixed(r review.Rubric) []string {
	switch l.kind {
	case itemLine:
		return []string{l.dimension, l.item.Code, l.item.Name, l.item.Max.String(), l.item.Anchor.String(), r.Step.String()}
	case vetoHead:
		return []string{"一票否决", "代码", "情形", "", "", "", "勾选（填 1）", "理由"}
	case vetoLine:
		return []string{"一票否决", l.veto.Code, l.veto.Name, "", "", ""}
	default:
		return []string{"总体意见", "", "", "", "", "", ""}
	}
}

// digest identifies a rubric with the form it is laid out in.
func digest(r review.Rubric) string {
	text, err := json.Marshal(r, json.Deterministic(true))
	if err != nil {
		text = []byte(err.Error()) // a text that is no UTF-8: no rubric of a pack has one
	}
	sum := sha256.Sum256(append([]byte(layout+"\n"), text...))
	return hex.EncodeToString(sum[:])
}

// SheetBook is a rubric with one expert's sheet as it stands, to be filled in offline and brought back to ReadSheet.
func SheetBook(r review.Rubric, t Task, s review.Sheet) ([]byte, error) {
	b := newBook(scoreSheet)
	width := len(headings)
	b.merged(scoreSheet, 1, width, t.Stage+"评分表", 30, look{bold: true, centre: true, size: 18})
	b.merged(scoreSheet, 2, width, t.County+" "+t.Title+"（申报编号 "+t.No+"）    专家编号 "+t.Expert, 22, look{})
	b.merged(scoreSheet, 3, width, "只填黄色的格子。评分为数字，不超过满分，按步长填写；低于说明线的须写理由。", 22, look{})
	b.merged(scoreSheet, 4, width, "勾选一票否决的填 1 并写理由，不勾选的留空。填好后在系统中传回本文件，请勿增删行列、改动其他格子。", 22, look{})
	for i, text := range headings {
		b.put(scoreSheet, i+1, headRow, text, look{head: true})
	}
	for _, l := range lines(r) {
		b.line(r, s, l)
	}
	b.page(scoreSheet, headRow, 22, 20, 34, 8, 8, 8, 12, 48)
	b.do(b.file.ProtectSheet(scoreSheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true}))
	b.hidden(r, t)
	return b.bytes()
}

func (b *book) line(r review.Rubric, s review.Sheet, l line) {
	head := l.kind == vetoHead
	for i, text := range l.fixed(r) {
		b.put(scoreSheet, i+1, l.row, text, look{head: head, centre: i != 0 && i != 2})
	}
	fill := func(column int, value any, l2 look) {
		l2.open = true
		b.put(scoreSheet, column, l.row, value, l2)
	}
	switch l.kind {
	case itemLine:
		b.put(scoreSheet, colMax, l.row, l.item.Max, look{centre: true, number: anyPlaces})
		b.put(scoreSheet, colAnchor, l.row, l.item.Anchor, look{centre: true, number: anyPlaces})
		b.put(scoreSheet, colStep, l.row, r.Step, look{centre: true, number: anyPlaces})
		var score any
		if p, given := s.Scores[l.item.Code]; given {
			score = p
		}
		fill(colScore, score, look{centre: true, number: anyPlaces})
		fill(colReason, text(s.Reasons, l.item.Code), look{number: textCells})
		b.bounds(l)
	case vetoLine:
		var tick any
		if _, ticked := s.Vetoes[l.veto.Code]; ticked {
			tick = 1
		}
		fill(colScore, tick, look{centre: true})
		fill(colReason, text(s.Vetoes, l.veto.Code), look{number: textCells})
	case commentLine:
		var comment any
		if s.Comment != "" {
			comment = s.Comment
		}
		fill(colReason, comment, look{number: textCells})
		b.do(b.file.SetRowHeight(scoreSheet, l.row, 80))
	}
}

// text is an entry as a cell holds it: nothing stays an empty cell.
func text(by map[string]string, code string) any {
	if t := by[code]; t != "" {
		return t
	}
	return nil
}

// bounds lets the program refuse a wrong score while it is typed.
func (b *book) bounds(l line) {
	score, most, step := b.at(colScore, l.row), b.at(colMax, l.row), b.at(colStep, l.row)
	dv := excelize.NewDataValidation(true)
	dv.SetSqref(score)
	b.do(dv.SetRange("AND(ISNUMBER("+score+"),"+score+"&gt;=0,"+score+"&lt;="+most+",ABS("+score+"/"+step+"-ROUND("+score+"/"+step+",0))&lt;0.000001)", "",
		excelize.DataValidationTypeCustom, excelize.DataValidationOperatorBetween))
	dv.SetError(excelize.DataValidationErrorStyleStop, "评分不符合要求", "应为 0 到满分之间、步长整数倍的数字")
	b.do(b.file.AddDataValidation(scoreSheet, dv))
}

// hidden says which review, version and rubric the form belongs to.
func (b *book) hidden(r review.Rubric, t Task) {
	_, err := b.file.NewSheet(hiddenSheet)
	b.do(err)
	for i, pair := range [][2]string{{"review", t.Review}, {"version", strconv.FormatInt(t.Version, 10)}, {"rubric", digest(r)}} {
		b.row(hiddenSheet, i+1, look{number: textCells}, pair[0], pair[1])
	}
	b.do(b.file.ProtectSheet(hiddenSheet, &excelize.SheetProtectionOptions{}))
	b.do(b.file.SetSheetVisible(hiddenSheet, false, true))
}
