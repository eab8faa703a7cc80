package report

import (
	"io"
	"slices"

	"xianjie/internal/money"
)

// ProvinceSummary is 分地区汇总: the money of every zone by level and layer.
type ProvinceSummary struct {
	Cover
	Region string
	Zones  []ZoneFunds // city by city, county by county
}

// ZoneFunds is one zone's money. The plan does not split 省级以上 into 中央 and 省级: what Central and Provincial have planned is shown as one.
type ZoneFunds struct {
	City, County, Zone string
	Central            Layers
	Provincial         Layers
	CityLevel          Layers
	CountyLevel        Layers
	Integrated         Layers
	Other              Layers
}

// used are the three layers after the plan.
func used(width float64) []column {
	return []column{{head: "下达", width: width}, {head: "拨付", width: width}, {head: "支出", width: width}}
}

// fourLayers are the plan and what follows it.
func fourLayers(head string) column {
	return column{head: head, under: append([]column{{head: "规划", width: amountWidth}}, used(amountWidth)...)}
}

const amountWidth = 11

func provinceColumns() []column {
	return []column{{head: "设区市", width: 10}, {head: "县（市、区）", width: 11}, {head: "推进区", width: 24},
		{head: "省级以上衔接资金", under: []column{{head: "规划", width: amountWidth}, {head: "中央", under: used(amountWidth)}, {head: "省级", under: used(amountWidth)}}},
		fourLayers("市级衔接资金"), fourLayers("县级衔接资金"), fourLayers("整合行业资金"), fourLayers("其他资金"), fourLayers("合计"), {head: "支出率", width: 9}}
}

// ProvinceSummaryBook writes 分地区汇总.
func ProvinceSummaryBook(w io.Writer, p ProvinceSummary) error {
	t := p.tab("分地区汇总", p.Region+"衔接推进区资金分地区汇总表")
	t.columns, t.over, t.fixed = provinceColumns(), true, 3
	t.remarks = []string{"注：1. 规划阶段省级以上衔接资金不分中央、省级，下达后分列。2. 其他资金含协作帮扶、社会资本、自筹和其他。3. 支出率＝支出÷下达，截至小数点后两位，不四舍五入。"}
	t.lines = slices.Values(p.lines())
	b := newStream()
	b.add(t)
	return b.writeTo(w)
}

// lines are province, city, county and zone, sums above what they add up. A county with one zone is that zone's line.
func (p ProvinceSummary) lines() []record {
	out := []record{{rank: total, cells: fundLine(p.Region, "", "合计", p.Zones)}}
	for city, zones := range runs(p.Zones, func(z *ZoneFunds) string { return z.City }) {
		out = append(out, record{rank: subtotal, cells: fundLine(city, "", "小计", zones)})
		for county, here := range runs(zones, func(z *ZoneFunds) string { return z.County }) {
			level := 1
			if len(here) > 1 {
				out = append(out, record{rank: subtotal, level: level, cells: fundLine("", county, "小计", here)})
				level++
			}
			for i := range here {
				out = append(out, record{level: level, cells: fundLine(city, county, here[i].Zone, here[i:i+1])})
			}
		}
	}
	return out
}

func fundLine(city, county, zone string, zones []ZoneFunds) []cell {
	var z ZoneFunds
	for i := range zones {
		o := &zones[i]
		z.Central, z.Provincial, z.CityLevel = z.Central.plus(o.Central), z.Provincial.plus(o.Provincial), z.CityLevel.plus(o.CityLevel)
		z.CountyLevel, z.Integrated, z.Other = z.CountyLevel.plus(o.CountyLevel), z.Integrated.plus(o.Integrated), z.Other.plus(o.Other)
	}
	all := z.Central.plus(z.Provincial).plus(z.CityLevel).plus(z.CountyLevel).plus(z.Integrated).plus(z.Other)
	out := place(city, county, zone)
	add := func(amounts ...money.Fen) {
		for _, a := range amounts {
			out = append(out, fen(a))
		}
	}
	add(z.Central.Planned + z.Provincial.Planned)
	for _, l := range []Layers{z.Central, z.Provincial} {
		add(l.Allocated, l.Disbursed, l.Spent)
	}
	for _, l := range []Layers{z.CityLevel, z.CountyLevel, z.Integrated, z.Other, all} {
		add(l.Planned, l.Allocated, l.Disbursed, l.Spent)
	}
	return append(out, pace(all.Spent, all.Allocated))
}
