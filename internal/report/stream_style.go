package report

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// rank is what a row is among the rows of its table.
type rank uint8

const (
	body     rank = iota
	subtotal      // of a part
	total         // of all
	heading       // of the columns
	ranks
)

// format is a style's identity; styles are made once for a workbook.
type format struct {
	kind   kind
	rank   rank
	tone   tone
	places int // of amounts
}

// Colours beside those of book.go; each tells its meaning in grey print too, by the word beside it.
const (
	silver     = "F2F2F2" // of subtotals
	amberFill  = "FFE699"
	redFill    = "F8CBAD"
	redInk     = "C00000"
	lineColour = "8C8C8C"
)

// The places of an amount: at least 2 are shown, more as the finest amount of the sheet needs, with room kept so that points stand below each other.
const (
	fewestPlaces = 2
	mostPlaces   = 6
)

// amountFormat shows amounts with thousands, negatives red with their sign, nothing as a dash.
func amountFormat(places int) string {
	digits := "#,##0.00" + strings.Repeat("?", places-fewestPlaces)
	return digits + ";[Red]-" + digits + `;"` + dash + `"` + strings.Repeat("?", places-fewestPlaces)
}

// numbers are the formats of the kinds that have one.
func (f format) number() string {
	switch f.kind {
	case amount:
		return amountFormat(f.places)
	case count:
		return "#,##0"
	case ratio:
		return "0.0000%"
	case rate:
		return "0.00%"
	case points:
		return "+0.00;-0.00;0.00"
	case day:
		return "yyyy-mm-dd"
	case instant:
		return "yyyy-mm-dd hh:mm:ss"
	case code:
		return textCells
	default:
		return ""
	}
}

func (f format) across() string {
	switch f.kind {
	case amount, exact, ratio, rate, points:
		return "right"
	case prose:
		return "left"
	default:
		return "center"
	}
}

// style is how it looks.
func (f format) style() *excelize.Style {
	line := func(side string) excelize.Border { return excelize.Border{Type: side, Color: lineColour, Style: 1} }
	s := &excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: 10, Bold: f.rank != body},
		Alignment: &excelize.Alignment{Vertical: "center", Horizontal: f.across(), WrapText: f.kind == prose || f.kind == mid || f.kind == code || f.rank == heading},
		Border:    []excelize.Border{line("left"), line("right"), line("top"), line("bottom")},
	}
	fill := [ranks]string{subtotal: silver, total: grey, heading: grey}[f.rank]
	if f.tone != plain {
		fill = [tones]string{amber: amberFill, red: redFill}[f.tone]
	}
	if f.tone == red {
		s.Font.Color, s.Font.Bold = redInk, true
	}
	if fill != "" {
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{fill}}
	}
	if number := f.number(); number != "" {
		s.CustomNumFmt = &number
	}
	return s
}

// free is a text outside the table.
func free(size float64, bold bool, across string) *excelize.Style {
	return &excelize.Style{Font: &excelize.Font{Family: fontName, Size: size, Bold: bold},
		Alignment: &excelize.Alignment{Vertical: "center", Horizontal: across, WrapText: true}}
}
