package policy

import (
	"strings"
	"testing"
)

func TestShandongHas16CitiesAnd136Counties(t *testing.T) {
	count := map[RegionLevel]int{}
	seen := map[string]bool{}
	for _, r := range Regions() {
		count[r.Level]++
		if seen[r.Code] {
			t.Errorf("%s twice", r.Code)
		}
		if r.Parent != "" && !seen[r.Parent] {
			t.Errorf("%s before its parent %s", r.Code, r.Parent)
		}
		seen[r.Code] = true
		if strings.Contains(r.Name, "开发区") || strings.Contains(r.Name, "市辖区") || r.Name == "" {
			t.Errorf("%s %s is no division that can apply", r.Code, r.Name)
		}
	}
	if count[LevelProvince] != 1 || count[LevelCity] != 16 || count[LevelCounty] != 136 {
		t.Errorf("%v", count)
	}
}

func TestRecentDivisionsHaveTheirPresentNamesAndParents(t *testing.T) {
	for code, name := range map[string]string{
		"370115": "济阳区", "370114": "章丘区", "370116": "莱芜区", "370117": "钢城区", "371681": "邹平市", "370614": "蓬莱区", "371503": "茌平区",
	} {
		r, ok := RegionByCode(code)
		if !ok || r.Name != name || r.Level != LevelCounty || r.Parent != code[:4]+"00" {
			t.Errorf("%s: %+v", code, r)
		}
	}
	if r, ok := RegionByCode("370000"); !ok || r.Name != "山东省" || r.Parent != "" {
		t.Errorf("%+v", r)
	}
	if _, ok := RegionByCode("371200"); ok {
		t.Error("371200 was dissolved")
	}
}

func TestRegionsHandsOutACopy(t *testing.T) {
	Regions()[0].Name = "x"
	if Regions()[0].Name != "山东省" {
		t.Error("the table can be changed from outside")
	}
}

func TestCovers(t *testing.T) {
	tests := []struct {
		name          string
		grant, region string
		want          bool
	}{
		{"a county covers itself", "370686", "370686", true},
		{"a county covers no other", "370686", "370687", false},
		{"a county does not cover its city", "370686", "370600", false},
		{"a city covers itself", "370600", "370600", true},
		{"a city covers its county", "370600", "370686", true},
		{"a city does not cover another city's county", "370600", "370786", false},
		{"a city does not cover another city", "370600", "370700", false},
		{"a city does not cover its province", "370600", "370000", false},
		{"a province covers a city", "370000", "370600", true},
		{"a province covers a county", "370000", "370686", true},
		{"a province covers itself", "370000", "370000", true},
		{"a province does not cover another's county", "370000", "130102", false},
		{"a city ending in 10 is not a prefix of others", "371000", "371100", false},
		{"a prefix is no code", "3706", "370686", false},
		{"an empty grant covers nothing", "", "370686", false},
		{"an empty region is covered by nothing", "370000", "", false},
		{"a village code is no division code", "370686", "370686901201", false},
		{"letters cover nothing", "37068x", "37068x", false},
		{"zeros cover nothing", "000000", "370686", false},
		{"zeros are not covered by themselves", "000000", "000000", false},
		{"a county without a city covers nothing", "370086", "370086", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Covers(tt.grant, tt.region); got != tt.want {
				t.Errorf("Covers(%q, %q) = %v", tt.grant, tt.region, got)
			}
		})
	}
	covered := true
	if n := testing.AllocsPerRun(100, func() { covered = covered && Covers("370600", "370686") }); n != 0 || !covered {
		t.Errorf("%v allocations", n)
	}
}
