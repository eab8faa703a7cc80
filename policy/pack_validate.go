package policy

import (
	"maps"
	"slices"
	"strconv"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// Sanity bounds of a pack: they catch slips of the keyboard and decide no application.
const (
	firstYear, lastYear = 2000, 2100
	mostMonths          = 120
	mostDays            = 366
	mostRows            = 10_000
	mostFileBytes       = 1 << 30
)

// packCheck collects every wrong spot of a pack.
type packCheck struct {
	pack   *Pack
	places []fault.Place
}

// build checks the whole pack and fills its index; it returns every wrong spot, none when the pack may be used.
func (p *Pack) build() []fault.Place {
	c := &packCheck{pack: p}
	c.heading()
	c.moneyParams()
	c.zoneParams()
	c.paperParams()
	c.processParams()
	c.stages()
	c.notice()
	c.review()
	c.funds()
	c.calendarParams()
	c.limits()
	c.cities()
	c.counties()
	c.keyCounties()
	c.yellowRiver()
	c.exclusions()
	return c.places
}

func (c *packCheck) wrong(place, message string) {
	c.places = append(c.places, fault.Place{Location: place, Message: message})
}

func (c *packCheck) within(place string, n, least, most int) {
	if n < least || n > most {
		c.wrong(place, "应填 "+strconv.Itoa(least)+" 到 "+strconv.Itoa(most)+" 之间的整数,现为 "+strconv.Itoa(n))
	}
}

func (c *packCheck) filled(place, text, what string) {
	if blank(text) {
		c.wrong(place, "请填写"+what)
	}
}

func (c *packCheck) positive(place string, amount money.Fen, what string) {
	if amount <= 0 {
		c.wrong(place, "请填写"+what+",以万元为单位,应大于 0")
	}
}

func (c *packCheck) heading() {
	p := c.pack
	c.filled("/batchCode", p.BatchCode, "批次编号")
	c.filled("/title", p.Title, "批次名称")
	c.filled("/basis", p.Basis, "依据文号")
	zone, err := time.LoadLocation(p.Timezone)
	if err != nil || blank(p.Timezone) || p.Timezone == "Local" {
		c.wrong("/timezone", "时区“"+p.Timezone+"”不存在,请填 Asia/Shanghai")
		zone = time.UTC
	}
	p.index.zone = zone
	if y := p.Params.Year; y < firstYear || y > lastYear {
		c.wrong("/params/year", "请填写批次年度(四位数),或在批次编号中写明年度")
	}
}

func (c *packCheck) moneyParams() {
	m := &c.pack.Params
	c.positive("/params/keyCountyLinkageWan", m.KeyCountyLinkage, "重点县衔接资金规模")
	c.positive("/params/cityChannelMinLinkageWan", m.CityChannelMinLinkage, "市择优通道衔接资金下限")
	for _, class := range slices.Sorted(maps.Keys(m.Tiers)) {
		place := "/params/tierWan/" + string(class)
		if class != East && class != Central && class != West {
			c.wrong(place, "归类“"+string(class)+"”不存在,只能是 EAST、CENTRAL、WEST")
		}
		c.positive(place, m.Tiers[class], "该档定额补助")
	}
	c.pack.index.integrated = c.ratio("/params/minIntegratedRatio", m.MinIntegratedRatio)
	c.pack.index.industryShare = c.ratio("/params/industryShareWarnBelow", m.IndustryShareWarnBelow)
	if f := c.pack.index.industryShare; f.Num > f.Den {
		c.wrong("/params/industryShareWarnBelow", "产业占比不会超过 1,请填如 \"0.60\"")
	}
	if b := m.IntegratedBasis; b != proposal.FundCommitted && b != proposal.FundInPlace {
		c.wrong("/params/integratedBasis", "整合资金口径只能是 COMMITTED(按承诺)或 IN_PLACE(按到位)")
	}
	c.within("/params/quota/perKeyCounty", m.Quota.PerKeyCounty, 1, mostRows)
	c.within("/params/quota/perCounty", m.Quota.PerCounty, 1, mostRows)
	c.within("/params/quota/perNonKeyCity", m.Quota.PerNonKeyCity, 1, mostRows)
}

func (c *packCheck) ratio(place string, r Ratio) Fraction {
	f, err := r.Fraction()
	if err != nil {
		c.wrong(place, "比例"+err.Error())
		return Fraction{0, 1}
	}
	return f
}

func (c *packCheck) zoneParams() {
	m := &c.pack.Params
	c.within("/params/minVillages", m.MinVillages, 1, mostRows)
	c.within("/params/maxTownsForContiguity", m.MaxTownsForContiguity, 1, mostRows)
	c.within("/params/industryCount/min", m.IndustryCount.Min, 1, mostRows)
	c.within("/params/industryCount/max", m.IndustryCount.Max, 1, mostRows)
	if m.IndustryCount.Max < m.IndustryCount.Min {
		c.wrong("/params/industryCount", "上限不能小于下限")
	}
	c.within("/params/maxPlanMonths", m.MaxPlanMonths, 1, mostMonths)
	words(c, "/params/allowedVillageTypes", m.AllowedVillageTypes, "村庄类型")
	words(c, "/params/contentCategories", m.ContentCategories, "建设内容")
	seen := map[string]bool{}
	for i, tag := range m.NegativeListTags {
		place := at("/params/negativeListTags/", i, "")
		c.filled(place+"/name", tag.Name, "负面清单事项名称")
		c.unique(place+"/code", tag.Code, seen, "负面清单标记")
	}
}

// labelled is a closed word list of the document: a known word has a Chinese name.
type labelled interface {
	~string
	Label() string
}

// words checks a list that must hold known words, at least one, each once.
func words[W labelled](c *packCheck, place string, list []W, what string) {
	if len(list) == 0 {
		c.wrong(place, "请至少列出一种"+what)
	}
	seen := map[string]bool{}
	for i, w := range list {
		here := at(place+"/", i, "")
		if w.Label() == string(w) {
			c.wrong(here, what+"“"+string(w)+"”不存在,请对照格式说明改正")
		}
		c.unique(here, string(w), seen, what)
	}
}

// unique checks that a key is filled in and not yet seen.
func (c *packCheck) unique(place, key string, seen map[string]bool, what string) {
	switch {
	case blank(key):
		c.wrong(place, "请填写"+what)
	case seen[key]:
		c.wrong(place, what+"“"+key+"”重复,请只保留一处")
	}
	seen[key] = true
}

// texts checks a list of free words: at least one, each filled in and once.
func (c *packCheck) texts(place string, list []string, what string) {
	if len(list) == 0 {
		c.wrong(place, "请至少列出一个"+what)
	}
	seen := map[string]bool{}
	for i, text := range list {
		c.unique(at(place+"/", i, ""), text, seen, what)
	}
}
