package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// project reads one row, column by column in the table's own order, not the sheet's.
func (t *tableReading) project(row foreignRow) {
	p := proposal.Project{TownCodes: []string{}, VillageCodes: []string{}, NegativeListTags: []string{}, PerformanceTargets: []proposal.PerformanceTarget{},
		Funds: []proposal.ProjectFund{}, BenefitLinkage: proposal.BenefitLinkage{Modes: []proposal.LinkageMode{}}}
	r := &rowReading{tableReading: t, row: row.number}
	var cells [64]foreignCell // of projectTable's columns
	for _, c := range row.cells {
		if i, known := t.column[c.column]; known {
			cells[i] = c
		}
	}
	for i := range projectTable {
		r.column, r.at, r.cell = &projectTable[i], t.head.columns[i], cells[i]
		r.take(&p)
	}
	if p.ID == "" && p.Name == "" {
		r.column, r.at, r.cell = &projectTable[2], t.head.columns[2], foreignCell{}
		r.wrong("这一行有内容而没有项目名称,请补上;不是项目的请删去这一行")
	}
	if r.base != nil && t.sameFunds(&p, r.base) {
		p.Funds = slices.Clone(r.base.Funds)
	}
	t.projects, t.rows, t.guessed = append(t.projects, p), append(t.rows, row.number), append(t.guessed, r.guessed)
}

// take reads one cell into the project. What already stands so in the draft is left as the draft has it, order and all.
func (r *rowReading) take(p *proposal.Project) {
	c := r.column
	switch {
	case r.at == 0 || r.cell.kind == textCell && r.cell.text == kept:
		switch {
		case c.keep == nil:
		case r.base != nil:
			c.keep(p, r.base)
		case r.at != 0:
			r.wrong("系统中没有这个项目,没有可以保留的内容,请填写")
		}
		return
	case c.field == "" || r.cell.text == "" && !r.cell.formula:
		if c.fund {
			c.take(r, r.cell, p) // the items beside an amount may be empty
		}
	case r.sound(r.cell):
		c.take(r, r.cell, p)
	}
	switch c.field {
	case fieldID:
		r.base = r.drafted[p.ID]
	case fieldName:
		r.guess(p)
	}
	if r.base != nil && c.keep != nil && !c.fund && !r.bad && equal(c.show(r.words, p), c.show(r.words, r.base)) {
		c.keep(p, r.base)
	}
}

// guess finds the draft's project of a row without a number by its name, when only one has it.
func (r *rowReading) guess(p *proposal.Project) {
	if p.ID != "" || p.Name == "" || r.bad {
		return
	}
	for i := range r.draft.Projects {
		if each := &r.draft.Projects[i]; settled(each.Name) == p.Name {
			if r.guessed {
				p.ID, r.base, r.guessed = "", nil, false
				return
			}
			p.ID, r.base, r.guessed = each.ID, each, true
		}
	}
}

// equal compares what two projects show in one column; a text of blanks is none.
func equal(a, b any) bool { return seen(a) == seen(b) }

func seen(v any) any {
	if text, ok := v.(string); ok {
		return filled(settled(text))
	}
	return v
}

// sameFunds reports whether two projects show the same sources of money.
func (t *tableReading) sameFunds(p, base *proposal.Project) bool {
	for _, c := range projectTable {
		if c.fund && !equal(c.show(t.words, p), c.show(t.words, base)) {
			return false
		}
	}
	return true
}

// cellOf words a spot in a project's row after the row has been read.
func (t *tableReading) cellOf(project int, c *tableColumn) *rowReading {
	i := slices.IndexFunc(projectTable, func(each tableColumn) bool { return each.head == c.head && each.group == c.group })
	return &rowReading{tableReading: t, row: t.rows[project], column: c, at: max(t.head.columns[i], 1)}
}

// number gives the projects without a number the next free one, and refuses a number used twice.
func (t *tableReading) number() {
	id := &projectTable[1]
	row := map[string]int{}
	for i, p := range t.projects {
		if p.ID == "" || t.guessed[i] {
			continue
		}
		if before, twice := row[p.ID]; twice {
			t.cellOf(i, id).wrong("编号 %s 与第 %d 行重复,请换一个编号;新项目可以留空", clip(p.ID), before)
			continue
		}
		row[p.ID] = t.rows[i]
	}
	next := 1
	for i := range t.projects {
		p := &t.projects[i]
		if t.guessed[i] && row[p.ID] == 0 {
			row[p.ID] = t.rows[i]
			t.cellOf(i, id).note("没有编号,按项目名称认作 %s", p.ID)
			continue
		}
		if p.ID != "" && !t.guessed[i] {
			continue
		}
		for p.ID = ""; p.ID == ""; next++ {
			if free := fmt.Sprintf("P%02d", next); row[free] == 0 && t.drafted[free] == nil {
				p.ID, row[free] = free, t.rows[i]
			}
		}
		t.cellOf(i, id).note("没有编号,编为 %s", p.ID)
	}
}

// judge has every project read by the document's own codec, and tells what it refuses by its cell.
func (t *tableReading) judge() {
	_, rows := proposal.Split(&proposal.Proposal{Projects: t.projects})
	for i, row := range rows {
		_, _, err := proposal.DecodeProject(row.Body)
		for _, place := range placesIn(err) {
			column := &projectTable[1]
			for n := range projectTable {
				if c := &projectTable[n]; c.field != "" && strings.HasPrefix(place.Location+"/", "/"+c.field+"/") {
					column = c
					break
				}
			}
			_, what, found := strings.Cut(place.Message, ":")
			if !found {
				what = place.Message
			}
			t.cellOf(i, column).wrong("%s", what)
		}
	}
}

func placesIn(err error) []fault.Place {
	f, ok := err.(*fault.Error) //nolint:errorlint // the codec gives it as it is
	if !ok {
		return nil
	}
	if len(f.Places) == 0 {
		return []fault.Place{{Message: f.Message}}
	}
	return f.Places
}

// unmerged refuses merged cells among the projects: all but the first would be read as empty.
func (t *tableReading) unmerged(merged []area) {
	for _, a := range merged {
		i, _ := slices.BinarySearch(t.rows, a.fromRow)
		if i == len(t.rows) || t.rows[i] > a.toRow {
			continue
		}
		for column := a.fromColumn; column <= min(a.toColumn, mostTableColumns); column++ {
			if n, known := t.column[column]; known && projectTable[n].field != "" {
				r := &rowReading{tableReading: t, row: a.fromRow, at: a.fromColumn}
				r.wrong("是合并单元格(到 %s),请取消合并,逐格填写", cellName(a.toColumn, a.toRow))
				break
			}
		}
	}
}

// compare tells where a row of totals says something else than the projects add up to.
func (t *tableReading) compare() {
	if t.wrongs.count > 0 || len(t.totals) == 0 {
		return
	}
	for i := range t.projects {
		for n, c := range projectTable {
			switch v := c.show(t.words, &t.projects[i]).(type) {
			case money.Fen:
				t.sums[n] += int64(v)
			case int64:
				t.sums[n] += v
			}
		}
	}
	for _, row := range t.totals {
		for n := range projectTable {
			c := &projectTable[n]
			cell := row.at(t.head.columns[n])
			if !c.sum || t.head.columns[n] == 0 || vacant(cell.text) {
				continue
			}
			r := &rowReading{tableReading: t, row: row.number, column: c, at: t.head.columns[n], cell: cell}
			if c.heads {
				if said, _, err := countIn(cell); err == nil && said != t.sums[n] {
					r.note("合计与各项目之和 %d 不符,差 %s;按各项目导入", t.sums[n], strings.TrimPrefix(strconv.FormatInt(said-t.sums[n], 10), "-"))
				}
			} else if said, _, err := wanOf(cell); err == nil && int64(said) != t.sums[n] {
				r.note("合计与各项目之和 %s 万元不符,差 %s 万元;按各项目导入", money.Fen(t.sums[n]), strings.TrimPrefix((said-money.Fen(t.sums[n])).String(), "-"))
			}
		}
	}
}
