package report

import (
	"slices"

	"xianjie/internal/proposal"
)

// AlertLine is one alarm that stands.
type AlertLine struct {
	City, County, Zone string
	Rule               string // rule or milestone
	Alarm              Alarm
	Word               string
	Since              proposal.Date
	Cause              string
	Figure             string // e.g. 支出率 42.02%，序时进度 50.00%
}

// OrderLine is one 督办单.
type OrderLine struct {
	No                 string
	City, County, Zone string
	Origin             string // 调度滞后, 督查, 评估, 信访异议
	Problem            string
	Unit               string // 责任单位
	Person             string // 责任人及职务
	Task               string
	Due                proposal.Date
	State              string
	Alarm              Alarm // overdue
	Closed             proposal.Date
}

func (p Progress) alertTab() tab {
	t := p.tab("预警清单", p.Region+"衔接推进区资金预警清单")
	t.unit, t.fixed = "", 4
	t.columns = []column{{head: "序号", width: 6}, {head: "设区市", width: 10}, {head: "县（市、区）", width: 11}, {head: "推进区", width: 26}, {head: "规则／节点", width: 20}, {head: "级别", width: 10},
		{head: "自何日起", width: 12}, {head: "数据", width: 30}, {head: "原因", width: 34}}
	var lines []record
	for i, a := range p.Alerts {
		word := a.Word
		if word == "" {
			word = a.Alarm.word()
		}
		lines = append(lines, record{cells: []cell{whole(i + 1), centred(a.City), centred(a.County), words(a.Zone), words(a.Rule), centred(word).toned(a.Alarm.tone()), on(a.Since),
			words(a.Figure), words(a.Cause)}})
	}
	return orNone(t, lines, "本期无预警。")
}

func (p Progress) orderTab() tab {
	t := p.tab("督办单", p.Region+"衔接推进区督办单")
	t.unit, t.fixed = "", 5
	t.columns = []column{{head: "序号", width: 6}, {head: "督办单号", width: 16}, {head: "设区市", width: 10}, {head: "县（市、区）", width: 11}, {head: "推进区", width: 24}, {head: "来源", width: 10},
		{head: "问题", width: 28}, {head: "责任", under: []column{{head: "责任单位", width: 18}, {head: "责任人及职务", width: 16}}}, {head: "任务", width: 28}, {head: "时限", width: 12},
		{head: "状态", width: 10}, {head: "销号日期", width: 12}}
	var lines []record
	for i, o := range p.Orders {
		lines = append(lines, record{cells: []cell{whole(i + 1), coded(o.No), centred(o.City), centred(o.County), words(o.Zone), centred(o.Origin), words(o.Problem), words(o.Unit), words(o.Person),
			words(o.Task), on(o.Due), centred(o.State).toned(o.Alarm.tone()), on(o.Closed)}})
	}
	return orNone(t, lines, "本期无督办单。")
}

// orNone is a table, or a word that there is nothing in it.
func orNone(t tab, lines []record, none string) tab {
	t.lines = slices.Values(lines)
	if len(lines) == 0 {
		t.remarks = []string{none}
	}
	return t
}
