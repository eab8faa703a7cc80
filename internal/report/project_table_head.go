package report

import (
	"strings"

	"xianjie/internal/fault"
)

// tableHead is where a table's columns stand in a sheet. They are found by their headings, whatever their order.
type tableHead struct {
	last    int   // the last row of the headings
	columns []int // the sheet's column of each column of projectTable; 0 when it has none
	known   int   // how many were found
	twice   []fault.Place
	strange []fault.Place // headings nobody knows
}

// headRows is how far down the headings are looked for, in filled rows.
const headRows = 30

// headingsOf gives for every heading, squashed, its column in projectTable; a heading below a group is known with and without it where
// that is clear.
func headingsOf() map[string]int {
	known := map[string]int{}
	for i, c := range projectTable {
		for _, name := range append([]string{c.head}, c.also...) {
			key := squash(name)
			if c.group != "" {
				known[squash(c.group)+key] = i
			}
			if c.group == "" || name != c.head || !vague(c.head) {
				known[key] = i
			}
		}
	}
	return known
}

// vague are headings that mean something only below their group.
func vague(head string) bool {
	switch head {
	case "说明", "方式", "人数", "户数", "脱贫人口", "监测对象":
		return true
	}
	return false
}

// findHead looks for the headings in the first rows of a sheet: the row, alone or with the one below it, that names most columns.
func findHead(rows []foreignRow, sheet string) (tableHead, bool) {
	var best tableHead
	known := headingsOf()
	for i, row := range rows {
		var below foreignRow
		if i+1 < len(rows) && rows[i+1].number == row.number+1 {
			below = rows[i+1]
		}
		if head := headAt(known, row, below, sheet); head.known > best.known {
			best = head
		}
	}
	const fewest = 3
	return best, best.known >= fewest
}

// headAt reads one row, and the one below where that names columns too.
func headAt(known map[string]int, row, below foreignRow, sheet string) tableHead {
	head := tableHead{last: row.number, columns: make([]int, len(projectTable))}
	texts, subs := byColumn(row), byColumn(below)
	width := max(len(texts), len(subs))
	two := 0
	group := ""
	find := func(column int) (int, bool) {
		text, sub := texts.at(column), subs.at(column)
		if text != "" {
			group = text
		}
		for _, name := range []string{group + sub, sub} {
			if i, ok := known[squash(name)]; ok && sub != "" {
				return i, true
			}
		}
		i, ok := known[squash(text)]
		return i, ok && text != "" && sub == ""
	}
	for column := 1; column <= width; column++ {
		if _, ok := find(column); ok && subs.at(column) != "" {
			two++
		}
	}
	const enough = 3 // sub-headings; a row of data has not so many of them
	if two < enough {
		subs = nil
	} else {
		head.last = below.number
	}
	group = ""
	for column := 1; column <= width; column++ {
		i, ok := find(column)
		at := cellName(column, row.number)
		title := strings.TrimSpace(strings.ReplaceAll(texts.at(column)+subs.at(column), "\n", ""))
		switch {
		case ok && head.columns[i] != 0:
			head.twice = append(head.twice, fault.Place{Location: sheet + "!" + at, Message: "‘" + sheet + "’表 " + at + ":“" + clip(title) + "”列与 " +
				cellName(head.columns[i], row.number) + " 是同一列,请只留一列"})
		case ok:
			head.columns[i] = column
			head.known++
		case title != "":
			head.strange = append(head.strange, fault.Place{Location: sheet + "!" + at, Message: "‘" + sheet + "’表 " + at + ":“" + clip(title) + "”列不属于项目表,没有导入"})
		}
	}
	return head
}

// headings are the texts of one row of headings by column, from 1.
type headTexts []string

func (h headTexts) at(column int) string {
	if column > len(h) {
		return ""
	}
	return h[column-1]
}

func byColumn(row foreignRow) headTexts {
	if len(row.cells) == 0 {
		return nil
	}
	out := make(headTexts, min(row.cells[len(row.cells)-1].column, mostTableColumns))
	for _, c := range row.cells {
		if c.column <= len(out) {
			out[c.column-1] = strings.TrimSpace(c.text)
		}
	}
	return out
}

// missing names the columns a table cannot be read without.
func (h tableHead) missing() []string {
	var out []string
	for i, c := range projectTable {
		if c.must && h.columns[i] == 0 {
			out = append(out, c.head)
		}
	}
	return out
}
