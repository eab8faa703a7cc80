package report

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// Ledger is 资金台账: the entries of a zone, a county or more, in order.
type Ledger struct {
	Cover
	Region  string   // whose: 烟台市栖霞市某某推进区
	Kinds   []string // the order in which the sums of the kinds stand; a kind not named follows
	Entries []LedgerEntry
}

// LedgerEntry is one entry as it stands in the ledger.
type LedgerEntry struct {
	No         int           // 序号
	Date       proposal.Date // of the document or voucher
	Kind       string        // 下达, 拨付, 支出, 支出退回, 拨付退回, 指标收回, 冲正
	DocNo      string        // 文号 or 凭证号
	Source     string
	Level      string
	ProjectNo  string // "" where it is with no project
	Project    string
	Payee      string    // 收（付）款单位
	Amount     money.Fen // with its sign: what takes back is negative
	State      string    // 已生效, 待复核, 已驳回
	Tone       Alarm     // of the state
	Effective  bool      // counts
	By         string
	At         time.Time // instants in the batch's zone
	CheckedBy  string
	CheckedAt  time.Time // zero: not yet
	Reverses   int       // No of the entry it takes back; 0 none
	ReversedBy int
	Reason     string
	Files      int
	More       bool // another project of the entry in the line above: not counted again
}

// Alarm is how pressing something is; a word always says it too.
type Alarm int

// The alarms.
const (
	Calm  Alarm = iota
	Amber       // 黄
	Red         // 红
)

func (a Alarm) tone() tone { return [...]tone{Calm: plain, Amber: amber, Red: red}[a] }

var ledgerColumns = []column{
	{head: "序号", width: 6}, {head: "日期", width: 11}, {head: "类型", width: 9}, {head: "文号／凭证号", width: 18}, {head: "资金来源", width: 14}, {head: "级次", width: 7},
	{head: "项目", under: []column{{head: "编号", width: 9}, {head: "名称", width: 26}}}, {head: "收（付）款单位", width: 20}, {head: "金额", width: 12}, {head: "状态", width: 8},
	{head: "登记", under: []column{{head: "登记人", width: 10}, {head: "时刻", width: 17}}}, {head: "复核", under: []column{{head: "复核人", width: 10}, {head: "时刻", width: 17}}},
	{head: "冲正", width: 12}, {head: "事由", width: 22}, {head: "附件数", width: 5},
}

// LedgerBook writes 资金台账.
func LedgerBook(w io.Writer, l Ledger) error {
	t := l.tab("资金台账", l.Region+map[bool]string{false: "衔接推进区"}[strings.HasSuffix(l.Region, "推进区")]+"资金台账")
	t.columns, t.fixed = ledgerColumns, 3
	t.remarks = []string{"注：红字带负号的为冲减；合计只计已生效的，待复核、已驳回的另列笔数，不计入金额。"}
	t.lines = l.lines
	b := newStream()
	b.add(t)
	return b.writeTo(w)
}

// lines yields the entries, each in the same cells, then the sums of each kind.
func (l Ledger) lines(yield func(record) bool) {
	cells := make([]cell, 0, len(leaves(ledgerColumns)))
	for i := range l.Entries {
		if !yield(record{cells: l.Entries[i].cells(cells)}) {
			return
		}
	}
	for _, s := range l.sums() {
		cells = append(cells[:0], cell{}, cell{}, centred(s.kind), words("合计"), cell{}, cell{}, cell{}, centred(s.says()), cell{}, fen(s.amount))
		if !yield(record{rank: subtotal, cells: cells}) {
			return
		}
	}
}

func (e *LedgerEntry) cells(into []cell) []cell {
	return append(into[:0], whole(e.No), on(e.Date), centred(e.Kind), coded(e.DocNo), words(e.Source), centred(e.Level), coded(e.ProjectNo), words(e.Project), words(e.Payee),
		fen(e.Amount), centred(e.State).toned(e.Tone.tone()), centred(e.By), at(e.At), centred(e.CheckedBy), at(e.CheckedAt), centred(e.reversal()), words(e.Reason), whole(e.Files))
}

// reversal says what it takes back, and what took it back.
func (e *LedgerEntry) reversal() string {
	switch {
	case e.Reverses > 0:
		return "冲正第 " + strconv.Itoa(e.Reverses) + " 笔"
	case e.ReversedBy > 0:
		return "被第 " + strconv.Itoa(e.ReversedBy) + " 笔冲正"
	default:
		return ""
	}
}

// kindSum is what the entries of one kind come to.
type kindSum struct {
	kind            string
	amount          money.Fen
	counted, others int
}

func (s kindSum) says() string {
	text := "已生效 " + strconv.Itoa(s.counted) + " 笔"
	if s.others > 0 {
		text += "，未计入 " + strconv.Itoa(s.others) + " 笔"
	}
	return text
}

// sums are the kinds that occur, in their order.
func (l Ledger) sums() []kindSum {
	var out []kindSum
	for _, kind := range l.Kinds {
		out = append(out, kindSum{kind: kind})
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		at := slices.IndexFunc(out, func(s kindSum) bool { return s.kind == e.Kind })
		if at < 0 {
			at = len(out)
			out = append(out, kindSum{kind: e.Kind})
		}
		if e.Effective {
			out[at].amount += e.Amount
		}
		switch {
		case e.More:
		case e.Effective:
			out[at].counted++
		default:
			out[at].others++
		}
	}
	return slices.DeleteFunc(out, func(s kindSum) bool { return s.counted+s.others == 0 })
}
