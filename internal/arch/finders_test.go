package arch

import (
	"strings"
	"testing"
)

// Every finder is tried on a source that breaks its rule and on one that looks like it and does not.
func TestFindersSeeWhatIsForbidden(t *testing.T) {
	tests := []struct {
		name string
		find func(source) []string
		body string
		want string // part of the one sentence found, "" when nothing may be found
	}{
		{"a clock read", clocks, `import "time"; var x = time.Now()`, "x.go:1: time.Now"},
		{"a clock handed on", clocks, `import "time"; var x = time.Now`, "time.Now"},
		{"a clock under another name", clocks, `import c "time"; func f() { c.Sleep(1) }`, "time.Sleep"},
		{"a method of that name is no clock", clocks, `import "time"; func f(tx T) time.Time { return tx.Now() }`, ""},
		{"a float type", floats, `var x float64`, "float64"},
		{"a float literal", floats, `var x = 0.5`, "0.5"},
		{"a float with an exponent", floats, `var x int64 = 1e6`, "1e6"},
		{"a float reader", floats, `import "strconv"; var x, _ = strconv.ParseFloat("1", 64)`, "ParseFloat"},
		{"integers and text are exact", floats, `var x, y = 50, "0.50"`, ""},
		{"an init function", inits, `func init() {}`, "func init"},
		{"a method called init is none", inits, `func (T) init() {}`, ""},
		{"work left over", leftovers, "/* " + "TO" + "DO: later */", "x.go:1: TO" + "DO"},
		{"the noun of the day's work is free", leftovers, "// Todo is what waits.\n", ""},
		{"reflection", reflections, `import "reflect"; var x = reflect.TypeOf(1)`, "imports reflect"},
		{"an amount in 万元", thresholds, `const x = 4000`, "4000"},
		{"an amount in 元", thresholds, `const x = 40_000_000`, "40_000_000"},
		{"an amount in 分", thresholds, `const x = 5000000000`, "5000000000"},
		{"an amount in a sentence", thresholds, `const x = "不少于3000万元"`, "3000"},
		{"other numbers are free", thresholds, `const x, y = 40, "14000 户"`, ""},
		{"a skipped test", skips, `import "testing"; func TestX(t *testing.T) { t.Skip() }`, "t.Skip"},
		{"a helper that skips", skips, `import "testing"; func x(tb testing.TB) { tb.Skipf("") }`, "tb.Skipf"},
		{"a shortened run", skips, `import "testing"; func TestX(t *testing.T) { if testing.Short() { return } }`, "testing.Short"},
		{"rapid may discard a draw", skips, `import ("testing"; "pgregory.net/rapid"); func x(rt *rapid.T) { rt.Skip() }`, ""},
		{"a changed variable", packageChanges, `var x int; func f() { x = 1 }`, "x is changed"},
		{"a changed element", packageChanges, `var x = map[int]int{}; func f() { x[1]++ }`, "x is changed"},
		{"a changed field", packageChanges, `var x struct{ a int }; func f() { (&x).a, x.a = 1, 2 }`, "x is changed"},
		{"a cleared table", packageChanges, `var x = map[int]int{}; func f() { clear(x) }`, "x is changed"},
		{"a local of that name is free", packageChanges, `var x int; func f() { x := x; x++ }`, ""},
		{"a read table is free", packageChanges, `import "time"; var x = map[int]time.Time{}; func f() time.Time { return x[1] }`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := tt.find(parse(t, "x.go", "package x; "+tt.body))
			if (len(found) == 0) != (tt.want == "") || !strings.Contains(strings.Join(found, "\n"), tt.want) {
				t.Errorf("found %q, want %q", found, tt.want)
			}
		})
	}
}

// packageChanges is changes for a package of one file.
func packageChanges(s source) []string { return changes([]source{s}) }

func TestLinesAreCounted(t *testing.T) {
	if got := parse(t, "x.go", "package x\n"+strings.Repeat("\n", 300)).lines(); got != 301 {
		t.Errorf("got %d lines, want 301", got)
	}
}
