package report

import (
	"io"
	"math/big"
	"slices"
	"strconv"

	"xianjie/internal/money"
)

// Progress is 支出进度表: how far the money of each zone has been spent, against the time gone by.
type Progress struct {
	Cover
	Region string         // whose: 山东省, 烟台市
	Zones  []ProgressZone // city by city, county by county
	Alerts []AlertLine
	Orders []OrderLine
}

// Spending is money on its way.
type Spending struct {
	Award     money.Fen // 奖补额
	Planned   money.Fen // 规划总投资
	Allocated money.Fen
	Disbursed money.Fen
	Spent     money.Fen
}

func (s Spending) plus(o Spending) Spending {
	return Spending{s.Award + o.Award, s.Planned + o.Planned, s.Allocated + o.Allocated, s.Disbursed + o.Disbursed, s.Spent + o.Spent}
}

// Elapsed is the time gone by: 序时进度 is Part ÷ Of, e.g. 4 ÷ 12 months. Of 0 means it does not apply.
type Elapsed struct {
	Months   int // 已过月数
	Part, Of int64
}

// ProgressZone is one zone's line; its projects follow it where there are any.
type ProgressZone struct {
	City, County, Zone string
	Spending
	Elapsed
	Alarm    Alarm
	Word     string // of the alarm; where empty the alarm's own
	Projects []ProgressProject
}

// ProgressProject is one project's line.
type ProgressProject struct {
	No, Name string
	Spending
}

var progressColumns = []column{
	{head: "地区", under: []column{{head: "设区市", width: 10}, {head: "县（市、区）", width: 11}, {head: "推进区／项目", width: 30}}}, {head: "奖补额", width: 11}, {head: "规划总投资", width: 11},
	{head: "下达", width: 11}, {head: "拨付", width: 11}, {head: "支出", width: 11}, {head: "支出率", width: 9},
	{head: "序时", under: []column{{head: "已过\n月数", width: 7}, {head: "序时进度", width: 9}, {head: "序时差\n（百分点）", width: 12}}}, {head: "预警", width: 14},
}

// ProgressBook writes 支出进度表, 预警清单 and 督办单.
func ProgressBook(w io.Writer, p Progress) error {
	t := p.tab("支出进度", p.Region+"衔接推进区资金支出进度表")
	t.columns, t.over, t.fixed = progressColumns, true, 3
	t.remarks = []string{"注：支出率＝支出÷下达；序时差＝支出率－序时进度，负数为落后于序时。比率截至小数点后两位，不四舍五入。"}
	t.lines = slices.Values(p.lines())
	b := newStream()
	b.add(t)
	b.add(p.alertTab())
	b.add(p.orderTab())
	return b.writeTo(w)
}

// lines are province, city, county, zone and project, sums above what they add up. A county with one zone is that zone's line.
func (p Progress) lines() []record {
	out := []record{{rank: total, cells: sumCells([3]string{p.Region, "", "合计"}, p.Zones)}}
	for city, zones := range runs(p.Zones, func(z *ProgressZone) string { return z.City }) {
		out = append(out, record{rank: subtotal, cells: sumCells([3]string{city, "", "小计"}, zones)})
		for county, here := range runs(zones, func(z *ProgressZone) string { return z.County }) {
			level := 1
			if len(here) > 1 {
				out = append(out, record{rank: subtotal, level: level, cells: sumCells([3]string{"", county, "小计"}, here)})
				level++
			}
			for i := range here {
				out = append(out, here[i].lines(level)...)
			}
		}
	}
	return out
}

func (z *ProgressZone) lines(level int) []record {
	word := centred(z.word()).toned(z.Alarm.tone())
	out := []record{{level: level, cells: append(append(place(z.City, z.County, z.Zone), z.Spending.cells()...), append(z.Elapsed.cells(z.Spending), word)...)}}
	for _, project := range z.Projects {
		out = append(out, record{level: level + 1, cells: append(place("", "", "　"+project.No+" "+project.Name), project.cells()...)})
	}
	return out
}

func (z *ProgressZone) word() string {
	if z.Word != "" {
		return z.Word
	}
	return z.Alarm.word()
}

func (a Alarm) word() string {
	return [...]string{Calm: "正常", Amber: "黄色预警", Red: "红色预警"}[a]
}

func place(city, county, zone string) []cell {
	return []cell{centred(city), centred(county), words(zone)}
}

func (s Spending) cells() []cell {
	return []cell{fen(s.Award), fen(s.Planned), fen(s.Allocated), fen(s.Disbursed), fen(s.Spent), pace(s.Spent, s.Allocated)}
}

// cells are 已过月数, 序时进度 and 序时差.
func (e Elapsed) cells(s Spending) []cell {
	if e.Of == 0 {
		return []cell{{}, centred(dash), centred(dash)}
	}
	return []cell{whole(e.Months), fraction(rate, e.Part, e.Of, tenThousands), behind(s.Spent, s.Allocated, e.Part, e.Of)}
}

// behind is spent ÷ allocated − part ÷ of in 百分点 to 2 places, toward zero; reckoned whole, so that neither share is cut first.
func behind(spent, allocated money.Fen, part, of int64) cell {
	if allocated == 0 {
		return centred(dash)
	}
	n, time := big.NewInt(int64(spent)), big.NewInt(int64(allocated))
	n.Mul(n, big.NewInt(of)).Sub(n, time.Mul(time, big.NewInt(part))).Mul(n, big.NewInt(tenThousands))
	d := big.NewInt(int64(allocated))
	if n.Quo(n, d.Mul(d, big.NewInt(of))); !n.IsInt64() {
		return centred(dash)
	}
	return cell{kind: points, n: n.Int64()}
}

// sumCells is the line of several zones: their money added, their time where it is one, and how many are in alarm.
func sumCells(names [3]string, zones []ProgressZone) []cell {
	var sum Spending
	var alarms [Red + 1]int
	elapsed := Elapsed{}
	for i := range zones {
		z := &zones[i]
		sum = sum.plus(z.Spending)
		alarms[z.Alarm]++
		if i == 0 {
			elapsed = z.Elapsed
		} else if z.Elapsed != elapsed {
			elapsed = Elapsed{}
		}
	}
	said := "正常"
	switch {
	case alarms[Red] > 0 && alarms[Amber] > 0:
		said = "红色 " + strconv.Itoa(alarms[Red]) + "、黄色 " + strconv.Itoa(alarms[Amber])
	case alarms[Red] > 0:
		said = "红色 " + strconv.Itoa(alarms[Red])
	case alarms[Amber] > 0:
		said = "黄色 " + strconv.Itoa(alarms[Amber])
	}
	return append(append(place(names[0], names[1], names[2]), sum.cells()...), append(elapsed.cells(sum), centred(said))...)
}
