package paper

import (
	"slices"
	"strings"

	"xianjie/internal/typeset"
)

// whole are words of titles that no line end may part (GB/T 9704: 回行时词意完整).
var whole = []string{"乡村振兴局", "乡村振兴", "衔接", "集中推进区", "财政厅", "财政局", "人民政府", "名单", "公示", "批复", "评审", "意见", "汇总表", "申报书", "拟立项", "立项",
	"推荐", "申报", "县级", "市级", "省级", "批次", "关于", "同意"}

// titleLines are a title's lines: as few as hold it, about equally long, no word of whole parted.
func titleLines(title string) []string {
	text := []rune(oneLine(title))
	width := func(from, to int) int { return typeset.Columns(strings.TrimSpace(string(text[from:to]))) }
	ends := lineEnds(string(text))
	lines := max((width(0, len(text))+titleColumns-1)/titleColumns, 1)
	for ; lines <= len(text); lines++ {
		if cut := cutEvenly(ends, lines, width); cut != nil {
			out := make([]string, 0, lines)
			for i := range lines {
				out = append(out, strings.TrimSpace(string(text[cut[i]:cut[i+1]])))
			}
			return out
		}
	}
	return typeset.Fit(string(text), func(int) float64 { return titleColumns }, func(s string) float64 { return float64(typeset.Columns(s)) })
}

// lineEnds are the places, in characters, where a line may end.
func lineEnds(text string) []int {
	inside := map[int]bool{}
	for _, word := range whole {
		for from := 0; ; {
			at := strings.Index(text[from:], word)
			if at < 0 {
				break
			}
			first := len([]rune(text[:from+at]))
			for i := 1; i < len([]rune(word)); i++ {
				inside[first+i] = true
			}
			from += at + len(word)
		}
	}
	ends, n := []int{0}, 0
	for _, unit := range typeset.Units(text) {
		if n += len([]rune(unit)); !inside[n] {
			ends = append(ends, n)
		}
	}
	return ends
}

// cutEvenly cuts at some of the ends into lines that fit, with the least sum of squared widths; of equal ways the one whose last line is
// longest. It is nil when they cannot.
func cutEvenly(ends []int, lines int, width func(from, to int) int) []int {
	type way struct {
		cost int
		cuts []int // nil: there is no way
	}
	ways := make([]way, len(ends)) // by the end of the last line
	ways[0].cuts = []int{0}
	for range lines {
		next := make([]way, len(ends))
		for from, w := range ways {
			for to := from + 1; w.cuts != nil && to < len(ends); to++ {
				wide := width(ends[from], ends[to])
				if wide > titleColumns {
					break
				}
				if cost := w.cost + wide*wide; next[to].cuts == nil || cost < next[to].cost {
					next[to] = way{cost, append(slices.Clone(w.cuts), ends[to])}
				}
			}
		}
		ways = next
	}
	return ways[len(ends)-1].cuts
}
