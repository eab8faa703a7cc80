package report

import (
	"io"
	"strings"
	"time"
)

// Accounts is who holds which posts, as an administrator narrowed it. Nothing that lets one sign in is in it.
type Accounts struct {
	Cover
	Narrowed string // in words, what it was narrowed by; "" nothing
	Rows     []AccountLine
}

// AccountLine is one account as the list shows it.
type AccountLine struct {
	Login     string
	Name      string
	Unit      string
	Posts     []string // each with its division
	Disabled  bool
	UpdatedAt time.Time // in the zone of the programme
}

var accountColumns = []column{
	{head: "序号", width: 6}, {head: "账号", width: 20}, {head: "名称", width: 28}, {head: "单位", width: 24}, {head: "岗位", width: 40}, {head: "状态", width: 8},
	{head: "最近变更", width: 17},
}

// AccountsBook writes the list.
func AccountsBook(w io.Writer, a Accounts) error {
	t := a.tab("账号与授权", "账号与授权")
	t.columns, t.fixed, t.unit = accountColumns, 2, ""
	if a.Narrowed != "" {
		t.remarks = []string{"筛选：" + a.Narrowed}
	}
	t.lines = a.lines
	b := newStream()
	b.add(t)
	return b.writeTo(w)
}

// lines yields the accounts, each in the same cells, and how many there are.
func (a Accounts) lines(yield func(record) bool) {
	cells := make([]cell, 0, len(accountColumns))
	for i := range a.Rows {
		r := &a.Rows[i]
		posts := words(strings.Join(r.Posts, "；"))
		if len(r.Posts) == 0 {
			posts = words("没有授权")
		}
		cells = append(cells[:0], whole(i+1), coded(r.Login), words(r.Name), words(r.Unit), posts, centred(AccountState(r.Disabled)), at(r.UpdatedAt))
		if !yield(record{cells: cells}) {
			return
		}
	}
	yield(record{rank: total, cells: append(cells[:0], cell{}, centred("合计"), countOf(len(a.Rows), "个"), cell{}, cell{}, cell{}, cell{})})
}

// AccountState says whether an account is in use.
func AccountState(disabled bool) string {
	if disabled {
		return "停用"
	}
	return "在用"
}
