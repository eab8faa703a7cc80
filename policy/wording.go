package policy

import (
	"strconv"
	"strings"
	"unicode"

	"xianjie/internal/money"
)

// mostNamed bounds how many offenders a sentence names; Places points at all of them.
const mostNamed = 6

// offenders gathers the rows that break a rule: where they are and how people call them.
type offenders struct {
	places []string
	names  []string
	count  int
}

// add notes one offending row by name and the cells concerned.
func (o *offenders) add(name string, places ...string) {
	o.count++
	o.names = append(o.names, name)
	o.places = append(o.places, places...)
}

// list is the names, shortened: "甲村、乙村等9个".
func (o *offenders) list() string {
	if o.count <= mostNamed {
		return o.all()
	}
	return strings.Join(o.names[:mostNamed], "、") + "等" + strconv.Itoa(o.count) + "个"
}

// all is every name, for short lists that people work through one by one.
func (o *offenders) all() string { return strings.Join(o.names, "、") }

// suffix is ":" and the names, "" when there are none.
func (o *offenders) suffix() string {
	if o.count == 0 {
		return ""
	}
	return ":" + o.list()
}

// at is the JSON pointer of a cell of the i-th row: at("/projects/", 3, "/funds").
func at(list string, i int, cell string) string { return list + strconv.Itoa(i) + cell }

// called is a row's name for people: its name, else its code, else its number in the table.
func called(name, code string, i int) string {
	switch {
	case !blank(name):
		return name
	case !blank(code):
		return code
	}
	return "第" + strconv.Itoa(i+1) + "行"
}

// blank reports whether nothing but white space is filled in; it stops at the first other character.
func blank(s string) bool {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// yesNo writes a truth value for people.
func yesNo(b bool) string {
	if b {
		return "是"
	}
	return "否"
}

// wan is an amount with its unit; below one 万元 it adds 元, which people grasp at once.
func wan(amount money.Fen) string {
	line := amount.String() + " 万元"
	if amount > 0 && amount < money.Wan {
		line += "(" + yuan(amount) + " 元)"
	}
	return line
}

func yuan(amount money.Fen) string {
	whole, rest := strconv.FormatInt(int64(amount/money.Yuan), 10), int64(amount%money.Yuan)
	if rest == 0 {
		return whole
	}
	return whole + "." + strconv.FormatInt(int64(money.Yuan)+rest, 10)[1:]
}

// atLeast is the figure of an amount compared with a floor in 万元.
func atLeast(amount, floor money.Fen, line string) Figure {
	figure := Figure{Text: line, Left: amount.String(), Operator: "≥", Right: floor.String(), Unit: "万元"}
	if amount < floor {
		figure.Gap = (floor - amount).String()
	}
	return figure
}

// exactly is the figure of an amount that must equal another, in 万元; gap is the distance either way.
func exactly(amount, want money.Fen, line string) Figure {
	figure := Figure{Text: line, Left: amount.String(), Operator: "=", Right: want.String(), Unit: "万元"}
	if amount != want {
		figure.Gap = max(amount-want, want-amount).String()
	}
	return figure
}
