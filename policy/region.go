package policy

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// RegionSource says where regions.csv comes from; pages and the README show it.
const RegionSource = "GitHub modood/Administrative-divisions-of-China(dist/cities.csv、dist/areas.csv,取 37 开头并去掉 17 个各类开发区条目)"

// regionsCSV is the public division data of Shandong: one province, 16 cities, 136 counties, "code,name" per line, each
// city before its counties. Source: RegionSource. Development zones (codes …71 to …79) are not divisions that can apply
// and were dropped.
//
//go:embed regions.csv
var regionsCSV string

// RegionLevel is the rank of a division.
type RegionLevel string

// The levels, from the top.
const (
	LevelProvince RegionLevel = "PROVINCE"
	LevelCity     RegionLevel = "CITY"
	LevelCounty   RegionLevel = "COUNTY"
)

// Region is one administrative division. Parent is the code above it, "" for the province.
type Region struct {
	Code   string      `json:"code"` // 6 digits
	Name   string      `json:"name"`
	Level  RegionLevel `json:"level"`
	Parent string      `json:"parent,omitzero"`
}

// Regions lists all divisions, each parent before its children, by code.
func Regions() []Region { return slices.Clone(divisions().list) }

// RegionByCode finds a division by its 6-digit code.
func RegionByCode(code string) (Region, bool) {
	d := divisions()
	i, ok := d.at[code]
	if !ok {
		return Region{}, false
	}
	return d.list[i], true
}

// Covers reports whether a grant on one division reaches another: a province covers its cities and counties, a city its
// counties, a county itself. A malformed code covers nothing and is covered by nothing.
func Covers(grant, region string) bool {
	if !wellFormed(grant) || !wellFormed(region) {
		return false
	}
	return strings.HasPrefix(region, significant(grant))
}

// wellFormed accepts six digits that name a province at least.
func wellFormed(code string) bool {
	return len(code) == countyDigits && digits(code) && code[:2] != "00" && (code[2:4] != "00" || code[4:] == "00")
}

// significant is the part of a division code that its children share.
func significant(code string) string {
	switch levelOf(code) {
	case LevelProvince:
		return code[:2]
	case LevelCity:
		return code[:4]
	}
	return code
}

func levelOf(code string) RegionLevel {
	switch {
	case code[2:] == "0000":
		return LevelProvince
	case code[4:] == "00":
		return LevelCity
	}
	return LevelCounty
}

// parentOf is the code of the division above.
func parentOf(code string) string {
	switch levelOf(code) {
	case LevelCounty:
		return code[:4] + "00"
	case LevelCity:
		return code[:2] + "0000"
	}
	return ""
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

type regionTable struct {
	list []Region
	at   map[string]int
}

// divisions reads the embedded table once.
var divisions = sync.OnceValue(func() regionTable {
	t := regionTable{at: map[string]int{}}
	for line := range strings.Lines(regionsCSV) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), ",")
		if !wellFormed(code) { // the heading
			continue
		}
		t.at[code] = len(t.list)
		t.list = append(t.list, Region{Code: code, Name: name, Level: levelOf(code), Parent: parentOf(code)})
	}
	return t
})
