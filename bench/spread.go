package main

import (
	"fmt"
	"slices"
)

// spread is what several measurements of one thing gave.
type spread []float64

func (s spread) median() float64 {
	sorted := slices.Sorted(slices.Values(s))
	n := len(sorted)
	if n == 0 {
		return 0
	}
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// show prints "median (least–most)".
func (s spread) show(verb string) string {
	if len(s) == 0 {
		return "—"
	}
	return fmt.Sprintf(verb+"("+verb+"–"+verb+")", s.median(), slices.Min(s), slices.Max(s))
}

// over divides measurements taken one right after the other, pair by pair, so that what slows the machine slows both.
func (s spread) over(other spread) spread {
	out := make(spread, 0, len(s))
	for i := range min(len(s), len(other)) {
		out = append(out, s[i]/other[i])
	}
	return out
}
