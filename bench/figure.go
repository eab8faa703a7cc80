package main

import "fmt"

// figure is one line of the table.
type figure struct {
	id     string
	what   string
	ours   string
	theirs string
	value  spread  // the ratio, or the count itself where the figure is absolute
	verb   string  // prints the value
	first  float64 // what a release needs; 0 when this line does not decide
	aim    float64
	least  bool // the value may not be below first; otherwise not above
}

// reaches reports whether the median keeps a bound.
func (f figure) reaches(bound float64) bool {
	if f.least {
		return f.value.median() >= bound
	}
	return f.value.median() <= bound
}

// missed reports whether the figure forbids a release.
func (f figure) missed() bool { return f.first > 0 && !f.reaches(f.first) }

// verdict is the last column.
func (f figure) verdict() string {
	switch {
	case f.missed():
		return "未达首期"
	case f.aim > 0 && f.reaches(f.aim):
		return "达到目标"
	case f.first > 0:
		return "达到首期"
	default:
		return "参考"
	}
}

// bound prints a requirement.
func (f figure) bound(value float64) string {
	if value == 0 {
		return "—"
	}
	sign := "≤"
	if f.least {
		sign = "≥"
	}
	return sign + " " + fmt.Sprintf(f.verb, value)
}

// cells are the figure's columns.
func (f figure) cells() []string {
	return []string{f.id + " " + f.what, f.ours, f.theirs, f.value.show(f.verb), f.bound(f.first), f.bound(f.aim), f.verdict()}
}
