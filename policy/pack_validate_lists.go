package policy

import (
	"slices"
	"strconv"
	"strings"
)

// region checks that a code exists at a level under its right name.
func (c *packCheck) region(place, code, name string, level RegionLevel, seen map[string]bool) {
	what := "县级行政区划代码"
	if level == LevelCity {
		what = "设区市行政区划代码"
	}
	c.unique(place+"/code", code, seen, what)
	found, ok := RegionByCode(code)
	switch {
	case blank(code):
	case !ok || found.Level != level:
		c.wrong(place+"/code", what+"“"+code+"”不存在,请对照行政区划表改正")
	case found.Name != name:
		c.wrong(place+"/name", "代码 "+code+" 是“"+found.Name+"”,与所填名称“"+name+"”不符,请改正代码或名称")
	}
}

// class checks that a class in use has a tier.
func (c *packCheck) class(place string, class RegionClass) {
	if _, ok := c.pack.Params.Tiers[class]; !ok {
		c.wrong(place, "归类“"+string(class)+"”没有对应的定额补助,请在 /params/tierWan 中补上或改正归类")
	}
}

func (c *packCheck) cities() {
	p := c.pack
	p.index.cityClass = map[string]RegionClass{}
	if len(p.Cities) == 0 {
		c.wrong("/cities", "请列出参加本批次的市")
	}
	seen := map[string]bool{}
	for i, city := range p.Cities {
		place := at("/cities/", i, "")
		c.region(place, city.Code, city.Name, LevelCity, seen)
		switch {
		case city.RegionClass != nil:
			c.class(place+"/regionClass", *city.RegionClass)
			p.index.cityClass[city.Code] = *city.RegionClass
		case !city.HasKeyCounty:
			c.wrong(place+"/regionClass", city.Name+"没有重点县,走市择优通道,请填写东、中、西部归类")
		}
	}
}

func (c *packCheck) counties() {
	p := c.pack
	p.index.countyClass = map[string]RegionClass{}
	seen := map[string]bool{}
	for i, county := range p.Counties {
		place := at("/counties/", i, "")
		c.region(place, county.Code, county.Name, LevelCounty, seen)
		c.class(place+"/regionClass", county.RegionClass)
		p.index.countyClass[county.Code] = county.RegionClass
	}
}

func (c *packCheck) keyCounties() {
	p := c.pack
	p.index.keyCounty, p.index.keyCity = map[string]bool{}, map[string]bool{}
	listed := map[string]bool{}
	for _, city := range p.Cities {
		listed[city.Code] = city.HasKeyCounty
	}
	seen := map[string]bool{}
	for i, county := range p.KeyCounties {
		place := at("/keyCounties/", i, "")
		c.region(place, county.Code, county.Name, LevelCounty, seen)
		found, ok := RegionByCode(county.Code)
		if !ok || found.Level != LevelCounty {
			continue
		}
		p.index.keyCounty[county.Code], p.index.keyCity[found.Parent] = true, true
		if !listed[found.Parent] {
			c.wrong(place+"/code", county.Name+"所在市("+found.Parent+")没有列入或未标 hasKeyCounty=true,请先改正 /cities")
		}
	}
	for i, city := range p.Cities {
		if city.HasKeyCounty && !p.index.keyCity[city.Code] {
			c.wrong(at("/cities/", i, "/hasKeyCounty"), city.Name+"标为有重点县,但 /keyCounties 中没有该市的县,请改正其中一处")
		}
	}
}

func (c *packCheck) yellowRiver() {
	p := c.pack
	p.index.yellowRiver = map[string]bool{}
	seen := map[string]bool{}
	for i, county := range p.YellowRiverCounties {
		c.region(at("/yellowRiverCounties/", i, ""), county.Code, county.Name, LevelCounty, seen)
		p.index.yellowRiver[county.Code] = true
	}
}

func (c *packCheck) exclusions() {
	p := c.pack
	p.index.excluded = map[string]int{}
	for i, area := range p.ExclusionAreas {
		place := at("/exclusionAreas/", i, "")
		if !slices.Contains([]Programme{FirstBatchZone, RuralReformPilot, PastoralComplex, LotteryOldAreaDemo, QiluModelDemo}, area.Programme) {
			c.wrong(place+"/programme", "已安排项目“"+string(area.Programme)+"”不在通知所列五类之内,请对照格式说明改正")
		}
		c.filled(place+"/title", area.Title, "该区域的名称")
		if found, ok := RegionByCode(area.CountyCode); !ok || found.Level != LevelCounty {
			c.wrong(place+"/countyCode", "县级行政区划代码“"+area.CountyCode+"”不存在,请对照行政区划表改正")
		}
		c.exclusionCodes(place, i, area)
	}
}

func (c *packCheck) exclusionCodes(place string, i int, area ExclusionArea) {
	length, ok := map[Scope]int{ScopeVillage: villageDigits, ScopeTown: townDigits, ScopeCounty: countyDigits}[area.Scope]
	if !ok {
		c.wrong(place+"/scope", "范围“"+string(area.Scope)+"”不存在,只能是 VILLAGE、TOWN、COUNTY")
	}
	if len(area.Codes) == 0 {
		c.wrong(place+"/codes", "请列出该区域的编码,或删去整条")
	}
	seen := map[string]bool{}
	for j, code := range area.Codes {
		here := at(place+"/codes/", j, "")
		c.unique(here, code, seen, "编码")
		switch {
		case ok && (len(code) != length || !digits(code)):
			c.wrong(here, "范围 "+string(area.Scope)+" 的编码应为 "+strconv.Itoa(length)+" 位数字,现为“"+code+"”")
		case !strings.HasPrefix(code, area.CountyCode):
			c.wrong(here, "编码“"+code+"”不属于 "+area.CountyCode+",请改正编码或县代码")
		}
		if _, taken := c.pack.index.excluded[code]; !taken {
			c.pack.index.excluded[code] = i
		}
	}
}
