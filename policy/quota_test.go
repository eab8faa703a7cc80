package policy

import (
	"slices"
	"strings"
	"testing"
)

func peer(id, county string, qualified bool) Peer {
	r, _ := RegionByCode(county)
	return Peer{ID: id, CountyCode: county, CountyName: r.Name, Qualified: qualified}
}

func TestBatchRules(t *testing.T) {
	pack := reference(t)
	a02, a03, a04, a06 := peer("A02", "370832", true), peer("A03", "371326", true), peer("A04", "370724", false), peer("A06", "370784", true)
	zoucheng := peer("B01", "370883", true) // 济宁, not 沿黄
	tests := []struct {
		name  string
		got   Finding
		want  Verdict
		shows string
	}{
		{"Q-1 two counties of one city without key counties", CityQuota(pack, a04, []Peer{a06}), Fail, "A06(安丘市)"},
		{"Q-1 seen from the other side", CityQuota(pack, a06, []Peer{a04, a06}), Fail, "A04(临朐县)"},
		{"Q-2 one alone passes", CityQuota(pack, a04, []Peer{a04}), Pass, ""},
		{"Q-3 a 沿黄 county alone passes the quota", CityQuota(pack, a02, nil), Pass, ""},
		{"Q-3 a 沿黄 county needs no reason", YellowRiverFirst(pack, a02, []Peer{a02, zoucheng}, ""), Pass, "梁山县"},
		{"Q-4 another county before a qualified 沿黄 county needs a reason", YellowRiverFirst(pack, zoucheng, []Peer{a02, zoucheng}, " "), Warn, "A02(梁山县)"},
		{"Q-4 the reason lets it pass and is shown", YellowRiverFirst(pack, zoucheng, []Peer{a02}, "产业基础更好"), Pass, "产业基础更好"},
		{"an unqualified 沿黄 county needs no reason", YellowRiverFirst(pack, zoucheng, []Peer{peer("A02", "370832", false)}, ""), Pass, ""},
		{"another city's 沿黄 county needs no reason", YellowRiverFirst(pack, zoucheng, []Peer{peer("B02", "370923", true)}, ""), Pass, ""},
		{"a key county has no need of a reason", YellowRiverFirst(pack, a03, []Peer{a02}, ""), NA, ""},
		{"Q-5 a second application of a key county", CountyQuota(pack, peer("B05", "371326", true), []Peer{a03}), Fail, "A03(平邑县)"},
		{"the first application of a key county", CountyQuota(pack, a03, []Peer{a03, a02}), Pass, ""},
		{"a second application of any other county", CountyQuota(pack, peer("B06", "370724", true), []Peer{a04}), Fail, "A04(临朐县)"},
		{"another key county of the city does not count", CountyQuota(pack, a03, []Peer{peer("B07", "371325", true)}), Pass, ""},
		{"a key county uses no city slot", CityQuota(pack, a03, []Peer{peer("B07", "371325", true)}), NA, ""},
		{"key counties take no slot from others of their city", CityQuota(pack, peer("B08", "371302", true), []Peer{a03}), Pass, ""},
		{"E18 the second recommended fails", CityQuota(pack, a06, []Peer{a04}), Fail, ""},
		{"E18 after the first is revoked it passes", CityQuota(pack, a06, nil), Pass, ""},
		{"one application listed twice is one", CityQuota(pack, a06, []Peer{a06, a06}), Pass, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := tt.got
			if f.Verdict != tt.want || !strings.Contains(f.Figure.Text+f.Advice, tt.shows) {
				t.Errorf("%s (%s; %s), want %s showing %q", f.Verdict, f.Figure.Text, f.Advice, tt.want, tt.shows)
			}
			if f.Places == nil || f.Rule == "" || f.Clause != "一.3" {
				t.Errorf("%+v", f)
			}
			if troubled := f.Verdict == Fail || f.Verdict == Warn; troubled != (f.Advice != "") {
				t.Errorf("%s with advice %q", f.Verdict, f.Advice)
			}
		})
	}
}

func TestAQuotaKeptNamesNoOneElse(t *testing.T) {
	f := CityQuota(reference(t), peer("A04", "370724", true), nil)
	if f.Figure.Text != "每个不涉及重点县的市推荐限1个,含本件共1个" {
		t.Error(f.Figure.Text)
	}
}

func TestTheQuotasAreTheBatchsNumbers(t *testing.T) {
	two := edited(t, `"perNonKeyCity": 1`, `"perNonKeyCity": 2`, `"perKeyCounty": 1`, `"perKeyCounty": 2`)
	a04, a06 := peer("A04", "370724", true), peer("A06", "370784", true)
	if f := CityQuota(two, a04, []Peer{a06}); f.Verdict != Pass {
		t.Error(f.Figure.Text)
	}
	if f := CityQuota(two, a04, []Peer{a06, peer("C", "370783", true)}); f.Verdict != Fail || f.Figure.Gap != "1" {
		t.Errorf("%+v", f.Figure)
	}
	if f := CountyQuota(two, peer("A03", "371326", true), []Peer{peer("D", "371326", true)}); f.Verdict != Pass {
		t.Error(f.Figure.Text)
	}
	if f := CountyQuota(two, a04, []Peer{peer("E", "370724", true)}); f.Verdict != Fail {
		t.Error("the key county's quota went to another county")
	}
}

func TestE22ACityWithoutApplicationIsNamedAndBlocksNothing(t *testing.T) {
	pack := reference(t)
	vacant := VacantCities(pack, []Peer{peer("A04", "370724", true), peer("A03", "371326", true)})
	names := make([]string, len(vacant))
	for i, city := range vacant {
		names[i] = city.Name
	}
	if len(vacant) != 11 || slices.Contains(names, "潍坊市") || slices.Contains(names, "临沂市") || !slices.Contains(names, "烟台市") {
		t.Errorf("%v", names)
	}
}
