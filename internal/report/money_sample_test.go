package report

import (
	"bytes"
	"fmt"
	"io"
	"testing"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// longName is as long as the longest names that occur.
const longName = "桃村镇果韵云溪沿黄生态廊道衔接乡村振兴集中推进区（二期三期）"

func date(t testing.TB, text string) proposal.Date {
	t.Helper()
	d, err := proposal.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func wan(t testing.TB, text string) money.Fen {
	t.Helper()
	f, err := money.ParseWan(text)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

var shandong = time.FixedZone("CST", 8*60*60)

func aCover(t testing.TB) Cover {
	return Cover{Batch: "2022年度第二批衔接推进区", Code: "SD-2022-02", AsOf: date(t, "2023-06-30"), MadeAt: time.Date(2023, 7, 3, 9, 5, 6, 0, shandong), Maker: "烟台市乡村振兴局"}
}

func aSummary(t testing.TB) Summary {
	s := Summary{Cover: aCover(t), Region: "山东省", Unconfirmed: true}
	for i, name := range []string{"栖霞市", "莱阳市", "高唐县"} {
		city := []string{"烟台市", "烟台市", "聊城市"}[i]
		s.Rows = append(s.Rows, SummaryRow{No: fmt.Sprintf("37068%d-01", i), City: city, County: name, Title: longName, Channel: "市级择优", Tier: wan(t, "2000"), Villages: 10 + i, Projects: 60,
			Funds:  proposal.Sources{ProvUp: wan(t, "2000"), City: wan(t, "123456.7891"), County: wan(t, "1100.25"), Integrated: wan(t, "63278.0195"), Social: wan(t, "0.0001")},
			Failed: []string{"F06", "D02", "V01", "P03"}[:i], State: "市已推荐", Rank: i, Reason: "产业基础好、群众意愿强，两局会商一致同意推荐。", Unconfirmed: i})
	}
	return s
}

func anApplicationList(t testing.TB, rows int) Applications {
	a := Applications{Cover: aCover(t), Narrowed: "设区市：烟台市；状态：市已推荐"}
	for i := range rows {
		n := money.Fen(i)
		a.Rows = append(a.Rows, ApplicationLine{Batch: "SD-2022-02", No: fmt.Sprintf("370686-%04d", i), City: "烟台市", County: "栖霞市", Title: longName, Channel: "市级择优", Villages: 12, Projects: 60,
			ProvUp: 2000 * money.Wan, Linkage: 4600*money.Wan + n*100, Integrated: 2299*money.Wan + n*3700, Total: 9000*money.Wan + n*3800, Failed: []string{"F06", "D02"}[:i%3], Warned: []string{"F09"}[:i%2],
			State: "市已推荐", StateSince: time.Date(2022, 12, 1, 8, 0, i, 0, shandong), SubmittedAt: time.Date(2022, 11, 30, 23, 59, 59, 0, shandong), Rank: i % 4})
	}
	return a
}

func aMatrix(t testing.TB) FundMatrix {
	m := FundMatrix{Cover: aCover(t), City: "烟台市", County: "栖霞市", Zone: longName, Sources: []MatrixSource{
		{Group: "省级以上衔接资金", Name: "中央", Level: "中央", Linkage: true}, {Group: "省级以上衔接资金", Name: "省级", Level: "省级", Linkage: true},
		{Group: "省级以上衔接资金", Name: "未分中央、省级", Linkage: true, Undivided: true, Approved: wan(t, "2000")},
		{Group: "市级衔接资金", Level: "市级", Linkage: true, Approved: wan(t, "1500")}, {Group: "县级衔接资金", Level: "县级", Linkage: true, Approved: wan(t, "1100.25")},
		{Group: "整合行业资金", Name: "高标准农田建设", Department: "栖霞市农业农村局", Level: "省级", Approved: wan(t, "1300.5")},
		{Group: "整合行业资金", Name: "农村公路提升改造专项补助", Department: "栖霞市交通运输局", Level: "市级", Approved: wan(t, "1000")},
		{Group: "协作帮扶资金", Approved: 0}, {Group: "社会资本", Approved: wan(t, "123456.7891")}, {Group: "自筹"}, {Group: "其他"}}}
	for i := range 6 {
		m.Projects = append(m.Projects, MatrixProject{fmt.Sprintf("P%02d", i+1), []string{"苹果冷链仓储项目", "村内道路硬化", "桃村镇西部十二村连片果园水肥一体化智能灌溉设施建设项目", "人居环境整治", "农产品加工车间", "乡村旅游服务中心"}[i]})
	}
	for s, source := range m.Sources {
		if source.Approved == 0 {
			continue
		}
		for p := range m.Projects {
			part := source.Approved / 6 / 100 * 100
			if p == 5 {
				part = source.Approved - 5*part
			}
			m.Placed = append(m.Placed, Placement{s, p, Layers{Planned: part, Committed: part}})
		}
	}
	m.Placed = append(m.Placed, Placement{0, Unplaced, Layers{Allocated: wan(t, "1200")}}, Placement{1, Unplaced, Layers{Allocated: wan(t, "800")}},
		Placement{0, 0, Layers{Disbursed: wan(t, "300"), Spent: wan(t, "126.067712")}}, Placement{3, 1, Layers{Allocated: wan(t, "1500"), Disbursed: wan(t, "1500"), Spent: wan(t, "1500")}},
		Placement{5, 2, Layers{Planned: -100, Allocated: wan(t, "650.25")}})
	return m
}

func aLedger(t testing.TB, rows int) Ledger {
	l := Ledger{Cover: aCover(t), Region: "烟台市栖霞市", Kinds: []string{"下达", "拨付", "支出", "支出退回", "拨付退回", "指标收回", "冲正"}}
	for i := range rows {
		e := LedgerEntry{No: i + 1, Date: date(t, "2023-03-01").AddDays(i % 200), Kind: l.Kinds[i%7], DocNo: fmt.Sprintf("鲁财农指〔2023〕%d号", i), Source: "省级以上衔接资金", Level: "中央", ProjectNo: "P01",
			Project: "桃村镇西部十二村连片果园水肥一体化智能灌溉设施建设项目", Payee: "栖霞市某某农业科技发展有限公司", Amount: wan(t, "123.456789") + money.Fen(i), State: "已生效", Effective: true, By: "张三",
			At: time.Date(2023, 3, 1, 9, 0, i%60, 0, shandong), CheckedBy: "李四", CheckedAt: time.Date(2023, 3, 1, 15, 30, 0, 0, shandong), Reason: "按进度支付第二笔工程款", Files: 2}
		switch {
		case i%7 > 2:
			e.Amount = -e.Amount
		case i%5 == 4:
			e.State, e.Tone, e.Effective, e.CheckedBy, e.CheckedAt = "待复核", Amber, false, "", time.Time{}
		}
		if i%7 == 6 {
			e.Reverses = i
		}
		l.Entries = append(l.Entries, e)
	}
	return l
}

func aProgress(t testing.TB) Progress {
	p := Progress{Cover: aCover(t), Region: "山东省"}
	for i, county := range []string{"栖霞市", "栖霞市", "莱阳市", "高唐县"} {
		spent := []string{"1840.2", "840.5", "3001.999999", "0"}[i]
		z := ProgressZone{City: []string{"烟台市", "烟台市", "烟台市", "聊城市"}[i], County: county, Zone: longName, Spending: Spending{wan(t, "2000"), wan(t, "123456.7891"), wan(t, "4600"), wan(t, "4000"), wan(t, spent)},
			Elapsed: Elapsed{4, 4, 12}, Alarm: []Alarm{Calm, Red, Calm, Amber}[i], Word: []string{"", "红色：支出滞后", "", ""}[i]}
		if i == 0 {
			z.Projects = []ProgressProject{{"P01", "苹果冷链仓储项目", Spending{0, wan(t, "1000"), wan(t, "900"), wan(t, "900"), wan(t, "840.2")}}, {"P02", "村内道路硬化", Spending{0, wan(t, "1000"), wan(t, "1100"), wan(t, "1100"), wan(t, "1000")}}}
		}
		p.Zones = append(p.Zones, z)
	}
	p.Alerts = []AlertLine{{"烟台市", "栖霞市", longName, "6月底支出率不低于40%", Red, "", date(t, "2023-07-01"), "项目招标流标两次，资金未能按期支付", "支出率 18.27%，序时进度 33.33%"}}
	p.Orders = []OrderLine{{"鲁乡振督〔2023〕3号", "烟台市", "栖霞市", longName, "调度滞后", "支出率连续两月落后于序时进度", "栖霞市乡村振兴局", "王五（局长）", "7月底前支出率达到40%", date(t, "2023-07-31"), "整改中", Amber, proposal.Date{}}}
	return p
}

func aProvince(t testing.TB) ProvinceSummary {
	p := ProvinceSummary{Cover: aCover(t), Region: "山东省"}
	for i, county := range []string{"栖霞市", "莱阳市", "高唐县", "高唐县"} {
		l := Layers{wan(t, "123456.7891"), wan(t, "1500"), wan(t, "1400"), wan(t, "1000.5"), wan(t, "900.25") + money.Fen(i*100)}
		p.Zones = append(p.Zones, ZoneFunds{[]string{"烟台市", "烟台市", "聊城市", "聊城市"}[i], county, longName, Layers{Allocated: wan(t, "1200"), Disbursed: wan(t, "1000"), Spent: wan(t, "400")},
			Layers{Planned: wan(t, "2000"), Allocated: wan(t, "800")}, l, l, l, Layers{Planned: wan(t, "300")}})
	}
	return p
}

func someAccounts(t testing.TB) Accounts {
	changed := date(t, "2022-11-29").Start(time.UTC)
	return Accounts{Cover: aCover(t), Narrowed: "区域：烟台市", Rows: []AccountLine{
		{Login: "370686-tb", Name: "栖霞市乡村振兴局填报岗", Unit: "栖霞市乡村振兴局", Posts: []string{"栖霞市 县级填报员", "栖霞市 县财政"}, UpdatedAt: changed},
		{Login: "=cmd", Name: "=1+1", Unit: "烟台市", Disabled: true, UpdatedAt: changed}}}
}

// books are all the workbooks, each of its sample.
func books(t testing.TB) map[string]func(io.Writer) error {
	return map[string]func(io.Writer) error{
		"summary":      func(w io.Writer) error { return SummaryBook(w, aSummary(t)) },
		"accounts":     func(w io.Writer) error { return AccountsBook(w, someAccounts(t)) },
		"applications": func(w io.Writer) error { return ApplicationsBook(w, anApplicationList(t, 60)) },
		"matrix":       func(w io.Writer) error { return FundMatrixBook(w, aMatrix(t)) },
		"ledger":       func(w io.Writer) error { return LedgerBook(w, aLedger(t, 40)) },
		"progress":     func(w io.Writer) error { return ProgressBook(w, aProgress(t)) },
		"province":     func(w io.Writer) error { return ProvinceSummaryBook(w, aProvince(t)) },
	}
}

func written(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := write(&buf); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}
