package report

import (
	"io"
	"slices"
	"strings"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// Summary is 市级汇总表: the applications of one city, or of the province, side by side.
type Summary struct {
	Cover
	Region      string       // whose: 烟台市, 山东省
	Rows        []SummaryRow // city by city, then by number
	Unconfirmed bool         // whether to show how many lines of the fund plan nobody has confirmed yet
}

// SummaryRow is one application's line.
type SummaryRow struct {
	No          string
	City        string
	County      string
	Title       string
	Channel     string    // in Chinese
	Tier        money.Fen // 定额补助档; 0 where the batch sets none
	Villages    int
	Projects    int
	Funds       proposal.Sources
	Failed      []string // rules not passed
	State       string   // in Chinese
	Rank        int      // the city's; 0 none, or not for this reader
	Reason      string   // 推荐理由, as far as this reader may know it
	Unconfirmed int
}

// summaryColumns are the headings; the last is left out where nobody asked for it.
var summaryColumns = []column{
	{head: "序号", width: 5}, {head: "申报编号", width: 11}, {head: "县（市、区）", width: 10}, {head: "推进区", width: 22}, {head: "申报通道", width: 10}, {head: "补助档次", width: 10},
	{head: "村数", width: 6}, {head: "项目数", width: 6},
	{head: "衔接资金", under: []column{{head: "省级以上", width: 10}, {head: "市级", width: 10}, {head: "县级", width: 10}, {head: "合计", width: 10}}},
	{head: "整合行业资金", width: 10}, {head: "整合比例", width: 10},
	{head: "其他来源", under: []column{{head: "协作帮扶", width: 10}, {head: "社会资本", width: 10}, {head: "自筹", width: 10}, {head: "其他", width: 10}}},
	{head: "总投资", width: 11}, {head: "自检不通过规则", width: 12}, {head: "状态", width: 10}, {head: "市推荐排序", width: 6}, {head: "推荐理由", width: 24},
	{head: "未确认\n（资金、项目）", width: 11},
}

// SummaryBook writes 市级汇总表.
func SummaryBook(w io.Writer, s Summary) error {
	t := s.tab("汇总表", s.Region+"衔接乡村振兴集中推进区申报汇总表")
	t.columns, t.fixed = summaryColumns, 4
	t.remarks = []string{"注：1. 整合比例＝整合行业资金÷衔接资金合计，截至小数点后四位，不四舍五入。", "　　2. 总投资＝衔接资金＋整合行业资金＋协作帮扶＋社会资本＋自筹＋其他。"}
	if !s.Unconfirmed {
		t.columns = t.columns[:len(t.columns)-1]
	}
	t.lines = slices.Values(s.lines())
	b := newStream()
	b.add(t)
	return b.writeTo(w)
}

func (s Summary) lines() []record {
	var out []record
	var all sumRow
	cities := 0
	for city, rows := range runs(s.Rows, func(r *SummaryRow) string { return r.City }) {
		cities++
		var part sumRow
		for i := range rows {
			out = append(out, record{cells: rows[i].cells(all.count + i + 1)})
			part.add(&rows[i])
		}
		all.join(part)
		out = append(out, record{rank: subtotal, cells: part.cells(city + "小计")})
	}
	if cities == 1 {
		out = out[:len(out)-1] // one city's sum is the sum
	}
	return append(out, record{rank: total, cells: all.cells("合计")})
}

func (r *SummaryRow) cells(no int) []cell {
	tier, place, failed := fen(r.Tier), cell{}, centred("无")
	if r.Tier == 0 {
		tier = centred(dash)
	}
	if r.Rank > 0 {
		place = whole(r.Rank)
	}
	if len(r.Failed) > 0 {
		failed = centred(strings.Join(r.Failed, "、")).toned(red)
	}
	out := []cell{whole(no), coded(r.No), centred(r.County), words(r.Title), centred(r.Channel), tier, whole(r.Villages), whole(r.Projects)}
	return append(append(out, fundCells(&r.Funds)...), failed, centred(r.State), place, words(r.Reason), whole(r.Unconfirmed))
}

// fundCells are the columns of money, from 省级以上 to 总投资.
func fundCells(f *proposal.Sources) []cell {
	return []cell{fen(f.ProvUp), fen(f.City), fen(f.County), fen(f.Linkage()), fen(f.Integrated), share(f.Integrated, f.Linkage()),
		fen(f.Cooperation), fen(f.Social), fen(f.SelfRaised), fen(f.Other), fen(f.Linkage() + f.Integrated + f.Cooperation + f.Social + f.SelfRaised + f.Other)}
}

// sumRow adds lines up.
type sumRow struct {
	count, villages, projects, unconfirmed int
	tiers                                  money.Fen
	funds                                  proposal.Sources
}

func (s *sumRow) add(r *SummaryRow) {
	s.join(sumRow{1, r.Villages, r.Projects, r.Unconfirmed, r.Tier, r.Funds})
}

func (s *sumRow) join(o sumRow) {
	s.count, s.villages, s.projects, s.unconfirmed, s.tiers = s.count+o.count, s.villages+o.villages, s.projects+o.projects, s.unconfirmed+o.unconfirmed, s.tiers+o.tiers
	s.funds = proposal.Sources{ProvUp: s.funds.ProvUp + o.funds.ProvUp, City: s.funds.City + o.funds.City, County: s.funds.County + o.funds.County,
		Integrated: s.funds.Integrated + o.funds.Integrated, Cooperation: s.funds.Cooperation + o.funds.Cooperation, Social: s.funds.Social + o.funds.Social,
		SelfRaised: s.funds.SelfRaised + o.funds.SelfRaised, Other: s.funds.Other + o.funds.Other}
}

func (s *sumRow) cells(name string) []cell {
	out := []cell{{}, {}, centred(name), countOf(s.count, "件"), {}, fen(s.tiers), whole(s.villages), whole(s.projects)}
	return append(append(out, fundCells(&s.funds)...), cell{}, cell{}, cell{}, cell{}, whole(s.unconfirmed))
}
