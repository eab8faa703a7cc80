package review

import (
	"slices"

	"xianjie/internal/fault"
)

// table is a draw's input with ids turned into numbers.
type table struct {
	network
	in      DrawInput
	apps    []string // sorted
	experts []string // candidates, sorted
	outside []Pair   // held by someone or on something that is not drawn now
	barred  []int    // application → candidates with a conflict
}

func newTable(in DrawInput) *table {
	t := &table{in: in, apps: slices.Sorted(slices.Values(in.Applications))}
	for _, c := range in.Candidates {
		t.experts = append(t.experts, c.Expert)
	}
	slices.Sort(t.experts)
	t.cap, t.priority = in.LoadCap, upTo(len(t.experts))
	t.load, t.judges = make([]int, len(t.experts)), make([][]int, len(t.experts))
	t.count, t.barred = make([]int, len(t.apps)), make([]int, len(t.apps))
	for range t.apps {
		row := make([]bool, len(t.experts))
		for e := range row {
			row[e] = true
		}
		t.allowed = append(t.allowed, row)
		t.has = append(t.has, make([]bool, len(t.experts)))
	}
	for _, c := range in.Conflicts {
		if a, e, ok := t.find(c.Pair); ok && t.allowed[a][e] {
			t.allowed[a][e] = false
			t.barred[a]++
		}
	}
	for p := range pairSet(in.Held) {
		a, known := slices.BinarySearch(t.apps, p.Application)
		if known {
			t.count[a]++
		}
		e, candidate := slices.BinarySearch(t.experts, p.Expert)
		if candidate {
			t.load[e]++
		}
		if known && candidate {
			t.allowed[a][e] = false
		}
		if !candidate {
			t.outside = append(t.outside, p)
		}
	}
	return t
}

func (t *table) find(p Pair) (a, e int, ok bool) {
	a, known := slices.BinarySearch(t.apps, p.Application)
	e, candidate := slices.BinarySearch(t.experts, p.Expert)
	return a, e, known && candidate
}

// short refuses the draw when an application has fewer experts than it must, naming each with what to do.
func (t *table) short() error {
	c := &placing{}
	for i, id := range t.in.Applications {
		a, _ := slices.BinarySearch(t.apps, id)
		n := t.count[a]
		if n >= t.in.MinExperts {
			continue
		}
		eligible := len(t.experts) - t.barred[a]
		remedy := "请增补与该申报没有回避情形的专家"
		if eligible >= t.in.MinExperts {
			remedy = "可评的专家都已排满,请增补专家或调高每人件数上限"
		}
		c.wrong(at("/applications/", i, ""), "申报 %s:候选 %d 人,回避 %d 人,可评 %d 人,只能排到 %d 人,至少需要 %d 人,还差 %d 人;%s",
			id, len(t.experts), t.barred[a], eligible, n, t.in.MinExperts, t.in.MinExperts-n, remedy)
	}
	if len(c.places) == 0 {
		return nil
	}
	return &fault.Error{Code: fault.Refused, Message: "专家不够,没有抽取:以下申报凑不足最少人数", Places: c.places}
}

func (t *table) result() Drawn {
	d := Drawn{Pairs: []Pair{}, Counts: map[string]int{}, Loads: map[string]int{}, Digest: t.in.Digest()}
	for a, id := range t.apps {
		d.Counts[id] = t.count[a]
		for e, drawn := range t.has[a] {
			if drawn {
				d.Pairs = append(d.Pairs, Pair{t.experts[e], id})
			}
		}
	}
	for e, id := range t.experts {
		d.Loads[id] = t.load[e]
	}
	for _, p := range t.outside {
		d.Loads[p.Expert]++
	}
	return d
}
