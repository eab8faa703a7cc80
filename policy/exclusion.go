package policy

import (
	"strconv"
	"strings"
)

// outsideExclusions is X01 (一.3): no village may lie in an area one of the five programmes has been given to, at the grain
// the list uses (A13). A village whose code cannot be compared with the lists does not pass.
func outsideExclusions(f *facts) outcome {
	if o, none := f.noVillages(); none {
		return o
	}
	var hit, unclear offenders
	for i := range f.doc.Zone.Villages {
		v := &f.doc.Zone.Villages[i]
		name := called(v.Name, v.Code, i)
		if area, overlaps := f.pack.overlap(v.Code, v.TownCode); overlaps {
			hit.add(name+"("+area.Title+")", at("/zone/villages/", i, "/code"))
			continue
		}
		if len(v.Code) != villageDigits || !digits(v.Code) || !strings.HasPrefix(v.Code, f.countyCode) || !strings.HasPrefix(v.Code, v.TownCode) {
			unclear.add(name, at("/zone/villages/", i, "/code"))
		}
	}
	switch {
	case hit.count > 0:
		return failed(noneOf(hit.count, "重叠村"+strconv.Itoa(hit.count)+"个"+hit.suffix()),
			"请将已安排其他项目的村移出推进区:"+hit.list()+";移出后村数、资金和项目须重新测算", append(hit.places, unclear.places...)...)
	case unclear.count > 0:
		return failed(noneOf(unclear.count, "无法比对的村编码"+strconv.Itoa(unclear.count)+"个"+unclear.suffix()),
			"请改正村编码:应为 12 位数字,前 6 位是本县代码、前 9 位是所在乡镇代码:"+unclear.list(), unclear.places...)
	}
	return passed(noneOf(0, "重叠村0个"), "/zone/villages")
}

// overlap finds the exclusion area a village lies in, by its own code and by those of its town and county.
func (p *Pack) overlap(village, town string) (ExclusionArea, bool) {
	if area, ok := p.Excluded(village); ok {
		return area, true
	}
	if area, ok := p.Excluded(town); ok {
		return area, true
	}
	if len(village) < townDigits {
		return ExclusionArea{}, false
	}
	if inside := village[:townDigits]; inside != town {
		if area, ok := p.Excluded(inside); ok {
			return area, true
		}
	}
	return p.Excluded(village[:countyDigits])
}
