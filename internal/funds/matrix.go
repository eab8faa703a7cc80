package funds

import (
	"cmp"
	"slices"

	"xianjie/internal/money"
)

// Amounts is one amount per layer.
type Amounts struct {
	Planned, Committed, Allocated, Disbursed, Spent money.Fen
}

// Of is the amount of one layer.
func (a Amounts) Of(l Layer) money.Fen {
	switch l {
	case Planned:
		return a.Planned
	case Committed:
		return a.Committed
	case Allocated:
		return a.Allocated
	case Disbursed:
		return a.Disbursed
	case Spent:
		return a.Spent
	}
	return 0
}

// Plus adds layer by layer.
func (a Amounts) Plus(b Amounts) Amounts {
	return Amounts{a.Planned + b.Planned, a.Committed + b.Committed, a.Allocated + b.Allocated, a.Disbursed + b.Disbursed, a.Spent + b.Spent}
}

// LevelAmounts are what came of one level of a line or of one project in it; planned and committed are of the line as a whole and stand
// here only where it has one level.
type LevelAmounts struct {
	Level Level
	Amounts
}

// PartAmounts are one project's amounts of one line.
type PartAmounts struct {
	Project string
	Amounts
	Levels []LevelAmounts // never nil
}

// LineAmounts are one line's amounts with its projects.
type LineAmounts struct {
	Line
	Amounts
	Levels []LevelAmounts // never nil
	Parts  []PartAmounts  // never nil, by project
}

// Matrix is source × level × project with every layer.
type Matrix struct {
	Lines    []LineAmounts // in the order of the plan
	Projects []PartAmounts // sums over the lines, by project; Levels is empty
	Total    Amounts
}

// MatrixOf lays out an account. committed says which lines are committed at their present content: then all that is planned of them is.
func MatrixOf(lines []Line, shares []Share, cells []Cell, committed map[string]bool) Matrix {
	m := Matrix{Lines: make([]LineAmounts, 0, len(lines)), Projects: []PartAmounts{}}
	at := map[string]int{}
	sorted := slices.Clone(lines)
	slices.SortFunc(sorted, func(a, b Line) int { return cmp.Compare(a.Order, b.Order) })
	for i, l := range sorted {
		at[l.Key] = i
		m.Lines = append(m.Lines, LineAmounts{Line: l, Levels: levelsOf(l), Parts: []PartAmounts{}})
	}
	parts := map[[2]string]*PartAmounts{}
	for _, s := range shares {
		i, known := at[s.Line]
		if !known {
			continue
		}
		p := &PartAmounts{Project: s.Project, Levels: levelsOf(m.Lines[i].Line)}
		p.Planned = s.Planned
		if committed[s.Line] {
			p.Committed = s.Planned
		}
		if len(p.Levels) == 1 {
			p.Levels[0].Planned, p.Levels[0].Committed = p.Planned, p.Committed
		}
		parts[[2]string{s.Line, s.Project}] = p
	}
	for _, c := range cells {
		if p := parts[[2]string{c.Line, c.Project}]; p != nil {
			p.come(c)
		}
	}
	m.gather(parts, at)
	return m
}

func levelsOf(l Line) []LevelAmounts {
	out := make([]LevelAmounts, len(l.Levels))
	for i, level := range l.Levels {
		out[i].Level = level
	}
	return out
}

// come adds a cell.
func (p *PartAmounts) come(c Cell) {
	came := Amounts{Allocated: c.Allocated, Disbursed: c.Disbursed, Spent: c.Spent}
	p.Amounts = p.Plus(came)
	for i := range p.Levels {
		if p.Levels[i].Level == c.Level {
			p.Levels[i].Amounts = p.Levels[i].Plus(came)
		}
	}
}

// gather adds the parts up, row by row and column by column.
func (m *Matrix) gather(parts map[[2]string]*PartAmounts, at map[string]int) {
	keys := make([][2]string, 0, len(parts))
	for key := range parts {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[1], b[1]), cmp.Compare(at[a[0]], at[b[0]])) })
	for _, key := range keys {
		p, line := parts[key], &m.Lines[at[key[0]]]
		line.Parts = append(line.Parts, *p)
		line.Amounts = line.Plus(p.Amounts)
		for i := range p.Levels {
			line.Levels[i].Amounts = line.Levels[i].Plus(p.Levels[i].Amounts)
		}
		if last := len(m.Projects) - 1; last < 0 || m.Projects[last].Project != p.Project {
			m.Projects = append(m.Projects, PartAmounts{Project: p.Project, Levels: []LevelAmounts{}})
		}
		last := &m.Projects[len(m.Projects)-1]
		last.Amounts = last.Plus(p.Amounts)
		m.Total = m.Total.Plus(p.Amounts)
	}
}

// Sum adds the lines of some sources up; no sources: all.
func (m Matrix) Sum(sources ...string) Amounts {
	var sum Amounts
	for _, l := range m.Lines {
		if len(sources) == 0 || slices.Contains(sources, l.Source) {
			sum = sum.Plus(l.Amounts)
		}
	}
	return sum
}
