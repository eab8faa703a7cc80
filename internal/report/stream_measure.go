package report

import (
	"strconv"
	"strings"

	"xianjie/internal/typeset"
)

// measure is how wide the columns must be, as wide as declared and as the widest amount in them, and how many places the finest amount needs.
func (t *tab) measure(leaf []column) (widths []float64, places int) {
	most := make([]int64, len(leaf)) // the largest amount of a column; negatives count ten times, for their sign
	places = fewestPlaces
	for r := range t.lines {
		for i := range min(len(r.cells), len(leaf)) {
			c := &r.cells[i]
			if c.kind != amount {
				continue
			}
			most[i] = max(most[i], c.n, -10*c.n)
			places = max(places, placesOf(c.n))
		}
	}
	widths = make([]float64, len(leaf))
	for i, c := range leaf {
		widths[i] = c.width
		if most[i] > 0 {
			digits := len(strconv.FormatInt(most[i]/millionths, 10))
			widths[i] = max(c.width, float64(digits+(digits-1)/3+1+places)+roomBeside)
		}
	}
	return widths, places
}

// roomBeside is room for the cell's own margins and for sums, which are bold.
const roomBeside = 2

// placesOf is how many places an amount of 分 needs in 万元, at least as many as are always shown.
func placesOf(n int64) int {
	if n%tenThousands == 0 {
		return fewestPlaces
	}
	places := mostPlaces
	for ; n%10 == 0; n /= 10 {
		places--
	}
	return places
}

// The height of a row by its lines of 10 points: merged cells grow by themselves in no spreadsheet, and wrapped ones not in all.
const (
	lineHeight  = 13.5
	besideLines = 4.5
)

func rowHeight(lines int) float64 { return lineHeight*float64(lines) + besideLines }

// lineCount is how many lines a text takes in a width of characters.
func lineCount(text string, width float64) int {
	room := max(int(width)-1, 2)
	if len(text) <= room && !strings.Contains(text, "\n") { // no character takes more columns than bytes
		return 1
	}
	lines := 0
	for part := range strings.SplitSeq(text, "\n") {
		lines += max((typeset.Columns(part)+room-1)/room, 1)
	}
	return lines
}
