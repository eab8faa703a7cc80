package policy

import (
	"strconv"
	"strings"
)

// Peer is one application as the batch rules see it: just enough to count and to name it.
type Peer struct {
	ID         string // how people refer to it: its number
	CountyCode string
	CountyName string
	Qualified  bool // no blocking finding is left, waivers counted
}

// called names a peer: "370784-01(安丘市)".
func (p Peer) called() string { return p.ID + "(" + p.CountyName + ")" }

// The batch rules. They look at what else is live in the county or city, so they run at shortlist and report, not in Evaluate.
var (
	countyQuota   = Rule{ID: "Q01", Name: "重点县名额", Clause: "一.3", Severity: Blocking}
	cityQuota     = Rule{ID: "Q02", Name: "市名额", Clause: "一.3", Severity: Blocking}
	yellowRiverQ4 = Rule{ID: "Q04", Name: "沿黄优先", Clause: "一.3", Severity: Warning}
)

// BatchCatalogue lists the batch rules in order.
func BatchCatalogue() []Rule { return []Rule{countyQuota, cityQuota, yellowRiverQ4} }

// CountyQuota is Q01 (一.3): live is every application of the county in the batch that is neither withdrawn nor disqualified;
// self may be among them. A key county and any other county each have their own quota.
func CountyQuota(pack *Pack, self Peer, live []Peer) Finding {
	limit, kind := pack.Params.Quota.PerCounty, "每个县"
	if pack.IsKeyCounty(self.CountyCode) {
		limit, kind = pack.Params.Quota.PerKeyCounty, "每个重点县"
	}
	others := rivals(self, live, func(p Peer) bool { return p.CountyCode == self.CountyCode })
	o := withinQuota(others, limit, kind, "有效申报")
	if o.verdict == Fail {
		o.advice = self.CountyName + "已有申报 " + naming(others) + ",请先撤回其中一件,或撤销本件"
	}
	return countyQuota.finding(o, pack.ref)
}

// CityQuota is Q02 (一.3): shortlisted is every application of the city that holds a city slot (推荐 or later); self may be
// among them. Key counties have their own slot and do not use the city's.
func CityQuota(pack *Pack, self Peer, shortlisted []Peer) Finding {
	if pack.IsKeyCounty(self.CountyCode) {
		return cityQuota.finding(notApplicable("重点县名额按县计,不占市名额"), pack.ref)
	}
	others := rivals(self, shortlisted, func(p Peer) bool { return sameCity(p, self) && !pack.IsKeyCounty(p.CountyCode) })
	o := withinQuota(others, pack.Params.Quota.PerNonKeyCity, "每个不涉及重点县的市", "推荐")
	if o.verdict == Fail {
		o.advice = "本市已推荐 " + naming(others) + ",请先撤销原推荐,再推荐本件"
	}
	return cityQuota.finding(o, pack.ref)
}

// withinQuota judges others plus the one at hand against a limit.
func withinQuota(others []Peer, limit int, kind, what string) outcome {
	n := len(others) + 1
	line := kind + what + "限" + strconv.Itoa(limit) + "个,含本件共" + strconv.Itoa(n) + "个"
	if len(others) > 0 {
		line += "(另有" + naming(others) + ")"
	}
	figure := countOf(n, "≤", limit, "个", line)
	if n > limit {
		return failed(figure, "", "/county/code")
	}
	return passed(figure, "/county/code")
}

// rivals are the others, each once, that a quota counts.
func rivals(self Peer, all []Peer, counts func(Peer) bool) []Peer {
	seen := map[string]bool{self.ID: true}
	var out []Peer
	for _, p := range all {
		if !seen[p.ID] && counts(p) {
			seen[p.ID] = true
			out = append(out, p)
		}
	}
	return out
}

func naming(peers []Peer) string {
	names := make([]string, len(peers))
	for i, p := range peers {
		names[i] = p.called()
	}
	return strings.Join(names, "、")
}

func sameCity(a, b Peer) bool {
	return wellFormed(a.CountyCode) && wellFormed(b.CountyCode) && a.CountyCode[:4] == b.CountyCode[:4]
}

// VacantCities are the batch's cities without key counties from which nothing is live: when the deadline comes near, the
// province is reminded of them; nothing is blocked (domain 3.7, E22).
func VacantCities(pack *Pack, live []Peer) []NamedRegion {
	taken := map[string]bool{}
	for _, p := range live {
		if county, ok := RegionByCode(p.CountyCode); ok {
			taken[county.Parent] = true
		}
	}
	out := []NamedRegion{}
	for _, city := range pack.Cities {
		if !pack.CityHasKeyCounty(city.Code) && !taken[city.Code] {
			out = append(out, NamedRegion{city.Code, city.Name})
		}
	}
	return out
}
