package report

import (
	"math/bits"
	"strings"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// kind is what a cell holds, which decides its number format and where it stands in its column.
type kind uint8

const (
	blank   kind = iota
	prose        // left, wrapped
	mid          // a short text, centred
	code         // a text that looks like a number and must stay one
	count        // a whole number
	amount       // 万元
	exact        // 万元 too long for the 15 digits a spreadsheet keeps: a text that looks like an amount
	ratio        // a share in percent to 4 places, e.g. 整合比例 (domain 3.3)
	rate         // a share in percent to 2 places, e.g. 支出率
	points       // 百分点 to 2 places with their sign
	day          // a date
	instant      // a date with its time
	kinds
)

// tone is what a cell's colour says; a word always says it too.
type tone uint8

const (
	plain tone = iota
	amber      // 临期、预警
	red        // 不合规、未平
	tones
)

// cell is one value as a workbook shows it.
type cell struct {
	kind kind
	tone tone
	text string
	n    int64 // 分, a whole number, days, seconds of the wall clock, or millionths
}

func words(text string) cell     { return cell{kind: prose, text: text} }
func centred(text string) cell   { return cell{kind: mid, text: text} }
func coded(text string) cell     { return cell{kind: code, text: text} }
func whole(n int) cell           { return cell{kind: count, n: int64(n)} }
func (c cell) toned(t tone) cell { c.tone = t; return c }

// keptDigits is the largest whole number of 15 digits, all that a spreadsheet keeps of a number.
const keptDigits = 999_999_999_999_999

// fen is an amount in 万元: a number that reads back to the same 分.
func fen(f money.Fen) cell {
	if f > keptDigits || f < -keptDigits {
		return cell{kind: exact, text: f.String()}
	}
	return cell{kind: amount, n: int64(f)}
}

// Parts of the whole a share is shown to.
const (
	millionths   = 1_000_000 // 0.0001 %
	tenThousands = 10_000    // 0.01 %
)

// share is part ÷ of in percent to 4 places, and pace to 2: truncated toward zero, so that 49.9999 % never reads 50 %. Nothing to
// divide by, or a figure no share can reach, is a dash.
func share(part, of money.Fen) cell { return fraction(ratio, int64(part), int64(of), millionths) }

func pace(part, of money.Fen) cell { return fraction(rate, int64(part), int64(of), tenThousands) }

func fraction(k kind, part, of int64, scale uint64) cell {
	n, ok := quotient(part, of, scale)
	if !ok {
		return centred(dash)
	}
	return cell{kind: k, n: n}
}

// dash stands where there is nothing to show.
const dash = "—"

// quotient is part × scale ÷ of toward zero, exactly; not ok when there is nothing to divide by or the result leaves int64.
func quotient(part, of int64, scale uint64) (n int64, ok bool) {
	if of == 0 {
		return 0, false
	}
	high, low := bits.Mul64(size(part), scale)
	if high >= size(of) {
		return 0, false
	}
	q, _ := bits.Div64(high, low, size(of))
	if q > keptDigits {
		return 0, false
	}
	if (part < 0) != (of < 0) {
		return -int64(q), true
	}
	return int64(q), true
}

func size(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// epoch is day 0 of a spreadsheet's calendar, true from March 1900 on.
const epoch = -25569 // days from 1970-01-01

const secondsOfDay = 24 * 60 * 60

// on is a date; the zero date is an empty cell.
func on(d proposal.Date) cell {
	if d.IsZero() {
		return cell{}
	}
	return cell{kind: day, n: d.Start(time.UTC).Unix()/secondsOfDay - epoch}
}

// at is an instant to the second on the wall clock of its own zone; the zero instant is an empty cell.
func at(t time.Time) cell {
	if t.IsZero() {
		return cell{}
	}
	_, ahead := t.Zone()
	return cell{kind: instant, n: t.Unix() + int64(ahead) - epoch*secondsOfDay}
}

// formulaStarts are the marks with which a spreadsheet takes a text for a formula, full-width ones included.
const formulaStarts = "=+-@＝＋－＠"

// harmless is a text as it is written. In a workbook every text is a text whatever it begins with; an apostrophe stands before what would become
// a formula once a reader saves the sheet as CSV and opens that. A mark alone is no formula and stays as it is.
func harmless(text string) string {
	if text == "" || (text[0] >= 'A' && text[0] <= 'z' || text[0] >= '0' && text[0] <= '9' || text[0] >= 0xE4) && printable(text) {
		return text // as nearly all are: they begin with a letter, a figure or a Chinese character
	}
	text = clean(text)
	inner := strings.TrimLeft(text, " \t\n\u3000\u00a0\ufeff")
	if _, rest, found := cutMark(inner); found && strings.Trim(rest, formulaStarts) != "" || strings.HasPrefix(text, "\t") {
		return "'" + text
	}
	return text
}

// printable reports whether a text surely has nothing in it that XML cannot carry: no control, and nothing from the end of the first plane.
func printable(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == 0xEF {
			return false
		}
	}
	return true
}

// cutMark takes the first mark off, when it begins a formula.
func cutMark(text string) (mark rune, rest string, found bool) {
	for i, r := range text {
		if i > 0 {
			return mark, text[i:], found
		}
		mark, found = r, strings.ContainsRune(formulaStarts, r)
	}
	return mark, "", found
}
