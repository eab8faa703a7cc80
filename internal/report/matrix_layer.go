package report

import (
	"slices"

	"xianjie/internal/money"
)

// addLayer writes one layer: projects down, sources across, sums both ways, and under them what they must agree with.
func (m *FundMatrix) addLayer(b *stream, l layer, cells [][]Layers, used [][]bool) {
	t := m.tab(l.name, m.City+m.County+m.Zone+"资金矩阵（"+l.name+"）")
	t.columns, t.fixed = m.acrossColumns(), 2
	t.lines = slices.Values(m.byProject(l, cells, used))
	b.add(t)
}

// acrossColumns are a column for each source, those of one group under its heading.
func (m *FundMatrix) acrossColumns() []column {
	out := []column{{head: "项目编号", width: 9}, {head: "项目", width: 24}}
	for group, sources := range runs(m.Sources, func(s *MatrixSource) string { return s.Group }) {
		if len(sources) == 1 && sources[0].Name == "" {
			out = append(out, column{head: group, width: 11})
			continue
		}
		under := make([]column, len(sources))
		for i := range sources {
			under[i] = column{head: sources[i].label(), width: 11}
			if sources[i].Department != "" {
				under[i].head = sources[i].Department + "：" + under[i].head
			}
		}
		out = append(out, column{head: group, under: under})
	}
	return append(out, column{head: "衔接资金小计", width: 11}, column{head: "合计", width: 12})
}

func (m *FundMatrix) byProject(l layer, cells [][]Layers, used [][]bool) []record {
	var out []record
	for p := range len(m.Projects) + 1 {
		if p == len(m.Projects) && !slices.ContainsFunc(used, func(row []bool) bool { return row[p] }) {
			continue
		}
		project := m.project(p)
		out = append(out, record{cells: m.across(project.No, project.Name, func(s int) money.Fen { return l.of(cells[s][p]) })})
	}
	sums := make([]Layers, len(m.Sources))
	for s := range sums {
		sums[s] = totalOf(cells[s])
	}
	out = append(out, record{rank: total, cells: m.across("", "合计", func(s int) money.Fen { return l.of(sums[s]) })})
	if l.under == nil {
		return append(out,
			record{rank: subtotal, cells: m.across("", "批复规划", func(s int) money.Fen { return m.Sources[s].Approved })},
			record{rank: subtotal, cells: m.each("核对", func(which func(int) bool) cell {
				return check(m.add(which, func(s int) money.Fen { return l.of(sums[s]) }), m.add(which, func(s int) money.Fen { return m.Sources[s].Approved }))
			})})
	}
	rates := m.each(l.rate, func(which func(int) bool) cell {
		return pace(m.add(which, func(s int) money.Fen { return l.of(sums[s]) }), m.add(which, func(s int) money.Fen { return l.under(sums[s]) }))
	})
	for s := range m.Sources {
		if l.arriving && m.undivided(s) {
			rates[2+s] = cell{}
		}
	}
	return append(out, record{rank: subtotal, cells: rates})
}

// undivided reports whether the plan left the group of a source undivided: then no part of it has a 到位率.
func (m *FundMatrix) undivided(s int) bool {
	return slices.ContainsFunc(m.Sources, func(o MatrixSource) bool { return o.Undivided && o.Group == m.Sources[s].Group })
}

// across is a row of amounts, one for each source, with 衔接 and all of them added up.
func (m *FundMatrix) across(no, name string, of func(source int) money.Fen) []cell {
	out := m.each(name, func(which func(int) bool) cell { return fen(m.add(which, of)) })
	out[0] = coded(no)
	return out
}

// each is a row with a cell for each source, for 衔接 and for all.
func (m *FundMatrix) each(name string, of func(which func(source int) bool) cell) []cell {
	out := []cell{{}, words(name)}
	for s := range m.Sources {
		out = append(out, of(func(other int) bool { return other == s }))
	}
	return append(out, of(func(s int) bool { return m.Sources[s].Linkage }), of(func(int) bool { return true }))
}

func (m *FundMatrix) add(which func(int) bool, of func(int) money.Fen) money.Fen {
	var sum money.Fen
	for s := range m.Sources {
		if which(s) {
			sum += of(s)
		}
	}
	return sum
}
