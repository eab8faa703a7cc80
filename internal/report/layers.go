package report

import "xianjie/internal/money"

// Layers is one sum of money at the five layers of the ledger.
type Layers struct {
	Planned   money.Fen // 规划
	Committed money.Fen // 承诺
	Allocated money.Fen // 下达（到位）
	Disbursed money.Fen // 拨付
	Spent     money.Fen // 支出
}

// plus adds layer by layer.
func (l Layers) plus(o Layers) Layers {
	return Layers{l.Planned + o.Planned, l.Committed + o.Committed, l.Allocated + o.Allocated, l.Disbursed + o.Disbursed, l.Spent + o.Spent}
}

// layer is one of the five, with the share that is asked of it.
type layer struct {
	name  string
	of    func(Layers) money.Fen
	rate  string                 // what its share is called; "" none
	under func(Layers) money.Fen // what it is a share of

	arriving bool // its share is 到位率
}

func planned(l Layers) money.Fen   { return l.Planned }
func committed(l Layers) money.Fen { return l.Committed }
func allocated(l Layers) money.Fen { return l.Allocated }
func disbursed(l Layers) money.Fen { return l.Disbursed }
func spent(l Layers) money.Fen     { return l.Spent }

// fiveLayers stand in the order money goes through them. 支出率 is of what was allocated (domain 3.7 序时差).
var fiveLayers = []layer{
	{name: "规划", of: planned},
	{name: "承诺", of: committed, rate: "承诺率（承诺÷规划）", under: planned},
	{name: "下达", of: allocated, rate: "到位率（下达÷承诺）", under: committed, arriving: true},
	{name: "拨付", of: disbursed, rate: "拨付率（拨付÷下达）", under: allocated},
	{name: "支出", of: spent, rate: "支出率（支出÷下达）", under: allocated},
}

// layerColumns are the columns of the five layers, their differences and rates.
var layerColumns = []column{
	{head: "资金层次", under: []column{{head: "规划", width: 11}, {head: "承诺", width: 11}, {head: "下达（到位）", width: 11}, {head: "拨付", width: 11}, {head: "支出", width: 11}}},
	{head: "差额", under: []column{{head: "未到位\n（承诺－下达）", width: 14}, {head: "未拨付\n（下达－拨付）", width: 14}, {head: "未支出\n（拨付－支出）", width: 14}}},
	{head: "进度", under: []column{{head: "到位率", width: 9}, {head: "拨付率", width: 9}, {head: "支出率", width: 9}}},
}

// cells are the columns of layerColumns.
func (l Layers) cells() []cell {
	return []cell{fen(l.Planned), fen(l.Committed), fen(l.Allocated), fen(l.Disbursed), fen(l.Spent),
		fen(l.Committed - l.Allocated), fen(l.Allocated - l.Disbursed), fen(l.Disbursed - l.Spent),
		pace(l.Allocated, l.Committed), pace(l.Disbursed, l.Allocated), pace(l.Spent, l.Allocated)}
}

// withProject are the columns for one project. What was allocated to the zone is often with no project yet: a difference to nothing says nothing.
func (l Layers) withProject() []cell {
	out := l.cells()
	for i, above := range []money.Fen{l.Committed, l.Allocated, l.Disbursed} {
		if above == 0 {
			out[firstGap+i] = cell{}
		}
	}
	return out
}

// Places among the cells of layers.
const (
	firstGap    = 5
	arrivedRate = 8
)

// check says whether a sum is the one approved: 平, or by how much it is not.
func check(sum, approved money.Fen) cell {
	switch d := sum - approved; {
	case d < 0:
		return centred("差 " + (-d).String() + " 万元").toned(red)
	case d > 0:
		return centred("超 " + d.String() + " 万元").toned(red)
	default:
		return centred("平")
	}
}
