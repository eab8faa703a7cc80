package report

import (
	"io"
	"strings"
	"time"

	"xianjie/internal/money"
)

// Applications is the list of applications as a reader narrowed it.
type Applications struct {
	Cover
	Narrowed string // in words, what it was narrowed by; "" nothing
	Rows     []ApplicationLine
}

// ApplicationLine is one application as lists show it.
type ApplicationLine struct {
	Batch       string // code
	No          string
	City        string
	County      string
	Title       string
	Channel     string
	Villages    int
	Projects    int
	ProvUp      money.Fen
	Linkage     money.Fen
	Integrated  money.Fen
	Total       money.Fen
	Failed      []string
	Warned      []string
	State       string
	StateSince  time.Time // instants in the batch's zone
	SubmittedAt time.Time // zero: not yet
	ReportedAt  time.Time
	Rank        int
}

var applicationColumns = []column{
	{head: "序号", width: 6}, {head: "批次", width: 12}, {head: "申报编号", width: 11}, {head: "设区市", width: 9}, {head: "县（市、区）", width: 10}, {head: "推进区", width: 22},
	{head: "申报通道", width: 10}, {head: "村数", width: 6}, {head: "项目数", width: 6},
	{head: "衔接资金", under: []column{{head: "省级以上", width: 10}, {head: "合计", width: 10}}}, {head: "整合行业资金", width: 10}, {head: "整合比例", width: 10}, {head: "总投资", width: 11},
	{head: "自检", under: []column{{head: "不通过", width: 12}, {head: "提示", width: 12}}}, {head: "状态", width: 10}, {head: "进入本状态时刻", width: 17}, {head: "县上报时刻", width: 17},
	{head: "市报省时刻", width: 17}, {head: "市推荐排序", width: 6},
}

// ApplicationsBook writes the list.
func ApplicationsBook(w io.Writer, a Applications) error {
	t := a.tab("申报列表", "衔接乡村振兴集中推进区申报列表")
	t.columns, t.fixed = applicationColumns, 6
	if a.Narrowed != "" {
		t.remarks = []string{"筛选：" + a.Narrowed}
	}
	t.remarks = append(t.remarks, "注：整合比例＝整合行业资金÷衔接资金合计，截至小数点后四位，不四舍五入。")
	t.lines = a.lines
	b := newStream()
	b.add(t)
	return b.writeTo(w)
}

// lines yields the rows, each in the same cells, and their sum.
func (a Applications) lines(yield func(record) bool) {
	cells := make([]cell, 0, len(leaves(applicationColumns)))
	var sum ApplicationLine
	for i := range a.Rows {
		r := &a.Rows[i]
		sum.Villages, sum.Projects, sum.ProvUp, sum.Linkage = sum.Villages+r.Villages, sum.Projects+r.Projects, sum.ProvUp+r.ProvUp, sum.Linkage+r.Linkage
		sum.Integrated, sum.Total = sum.Integrated+r.Integrated, sum.Total+r.Total
		if !yield(record{cells: r.cells(cells, i+1)}) {
			return
		}
	}
	cells = append(cells[:0], cell{}, cell{}, cell{}, centred("合计"), cell{}, countOf(len(a.Rows), "件"), cell{})
	yield(record{rank: total, cells: sum.sums(cells)})
}

func (r *ApplicationLine) cells(into []cell, no int) []cell {
	failed, place := centred("无"), cell{}
	if len(r.Failed) > 0 {
		failed = centred(strings.Join(r.Failed, "、")).toned(red)
	}
	if r.Rank > 0 {
		place = whole(r.Rank)
	}
	into = append(into[:0], whole(no), coded(r.Batch), coded(r.No), centred(r.City), centred(r.County), words(r.Title), centred(r.Channel))
	return append(r.sums(into), failed, centred(strings.Join(r.Warned, "、")), centred(r.State), at(r.StateSince), at(r.SubmittedAt), at(r.ReportedAt), place)
}

// sums are the columns that can be added up.
func (r *ApplicationLine) sums(into []cell) []cell {
	return append(into, whole(r.Villages), whole(r.Projects), fen(r.ProvUp), fen(r.Linkage), fen(r.Integrated), share(r.Integrated, r.Linkage), fen(r.Total))
}
