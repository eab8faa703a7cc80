package report

import (
	"io"
	"slices"

	"xianjie/internal/money"
)

// FundMatrix is 资金矩阵: one zone's money by source, project and layer.
type FundMatrix struct {
	Cover
	City     string
	County   string
	Zone     string
	Sources  []MatrixSource  // in the order of the fund plan; those of one group side by side
	Projects []MatrixProject // in the order of the plan
	Placed   []Placement
}

// MatrixSource is one line of the fund plan. What a group holds undivided (the plan does not split 省级以上 into 中央 and 省级) is a source of its
// own, called so.
type MatrixSource struct {
	Group      string // 省级以上衔接资金, 市级衔接资金, 县级衔接资金, 整合行业资金, 协作帮扶资金, 社会资本, 自筹, 其他
	Name       string // 中央, 省级, or the programme of an integrated item; "" where the group is the source
	Level      string
	Department string
	Linkage    bool      // 衔接资金
	Approved   money.Fen // in the approved plan
	Undivided  bool      // the part of a group that the plan left undivided; then only the whole group has a 到位率
}

func (s *MatrixSource) label() string {
	if s.Name == "" {
		return s.Group
	}
	return s.Name
}

// MatrixProject names a project.
type MatrixProject struct{ No, Name string }

// Unplaced is the project of money that is not with a project yet.
const Unplaced = -1

// Placement is one source's money in one project; several of one place add up.
type Placement struct {
	Source  int // index into Sources
	Project int // index into Projects, or Unplaced
	Layers
}

// unplacedName stands for a project where there is none.
const unplacedName = "未落到项目"

// table is the matrix added up: rows are sources, columns projects and at the end what is not with one.
func (m *FundMatrix) table() (cells [][]Layers, used [][]bool) {
	cells, used = make([][]Layers, len(m.Sources)), make([][]bool, len(m.Sources))
	for i := range cells {
		cells[i], used[i] = make([]Layers, len(m.Projects)+1), make([]bool, len(m.Projects)+1)
	}
	for _, p := range m.Placed {
		to := p.Project
		if to == Unplaced {
			to = len(m.Projects)
		}
		cells[p.Source][to], used[p.Source][to] = cells[p.Source][to].plus(p.Layers), true
	}
	return cells, used
}

func (m *FundMatrix) project(i int) MatrixProject {
	if i == len(m.Projects) {
		return MatrixProject{Name: unplacedName}
	}
	return m.Projects[i]
}

// sourceColumns is how many columns stand before those of layers.
const sourceColumns = 5

var matrixColumns = slices.Concat([]column{{head: "资金来源", width: 20}, {head: "部门", width: 14}, {head: "级次", width: 7}, {head: "项目编号", width: 9}, {head: "项目", width: 24}},
	layerColumns, []column{{head: "批复规划", width: 11}, {head: "与批复规划核对", width: 16}})

// FundMatrixBook writes 资金矩阵: by source on the first sheet, then one sheet for each layer with projects against sources.
func FundMatrixBook(w io.Writer, m FundMatrix) error {
	cells, used := m.table()
	place := m.City + m.County + m.Zone
	t := m.tab("按资金来源", place+"资金矩阵（按资金来源）")
	t.columns, t.over, t.fixed = matrixColumns, true, 1
	t.remarks = []string{"注：到位率＝下达÷承诺，拨付率＝拨付÷下达，支出率＝支出÷下达，均截至小数点后两位，不四舍五入；下达未落到项目的，项目行不列差额；“平”指各项目规划数之和与批复规划一致。"}
	t.lines = slices.Values(m.bySource(cells, used))
	b := newStream()
	b.add(t)
	for _, l := range fiveLayers {
		m.addLayer(b, l, cells, used)
	}
	return b.writeTo(w)
}

func (m *FundMatrix) bySource(cells [][]Layers, used [][]bool) []record {
	var out []record
	var all, linkage Layers
	var approved, linkageApproved money.Fen
	index, pending := 0, false
	sums := func(r rank, level int, texts []string, l Layers, plan money.Fen) {
		out = append(out, record{rank: r, level: level, cells: cellsOf(texts, append(l.cells(), fen(plan), check(l.Planned, plan))...)})
	}
	unsaid := func(undivided bool) { // the last row's 未到位 and 到位率
		if row := out[len(out)-1].cells; undivided {
			row[sourceColumns+firstGap], row[sourceColumns+arrivedRate] = cell{}, cell{}
		}
	}
	for group, sources := range runs(m.Sources, func(s *MatrixSource) string { return s.Group }) {
		if pending && !sources[0].Linkage {
			sums(subtotal, 0, []string{"衔接资金小计", "", "", "", ""}, linkage, linkageApproved)
			pending = false
		}
		deeper := 0
		if len(sources) > 1 {
			deeper = 1
			var l Layers
			var plan money.Fen
			for i := range sources {
				l, plan = l.plus(totalOf(cells[index+i])), plan+sources[i].Approved
			}
			sums(subtotal, 0, []string{group, "", "", "", ""}, l, plan)
		}
		undivided := m.undivided(index)
		for i := range sources {
			s, l := &sources[i], totalOf(cells[index])
			name := s.label()
			if deeper > 0 {
				name = "　" + name
			}
			sums(subtotal, deeper, []string{name, s.Department, s.Level, "", ""}, l, s.Approved)
			unsaid(undivided)
			for p, there := range used[index] {
				if there {
					project := m.project(p)
					out = append(out, record{level: deeper + 1, cells: append([]cell{{}, {}, {}, coded(project.No), words(project.Name)}, cells[index][p].withProject()...)})
					unsaid(undivided)
				}
			}
			all, approved = all.plus(l), approved+s.Approved
			if s.Linkage {
				linkage, linkageApproved, pending = linkage.plus(l), linkageApproved+s.Approved, true
			}
			index++
		}
	}
	if pending {
		sums(subtotal, 0, []string{"衔接资金小计", "", "", "", ""}, linkage, linkageApproved)
	}
	sums(total, 0, []string{"合计", "", "", "", ""}, all, approved)
	return out
}

func totalOf(row []Layers) Layers {
	var sum Layers
	for _, l := range row {
		sum = sum.plus(l)
	}
	return sum
}
