package paper

import "strings"

// tabled is a table being set.
type tabled struct {
	*setter
	table Table
	edges []float64 // from the left edge of the type area, one more than columns
}

var (
	tableStyle = style{faceSong, sizeFive, 0, tablePitch}
	headStyle  = style{faceHei, sizeFive, 0, tablePitch}
	totalStyle = style{faceTitle, sizeFive, 0, tablePitch}
)

// table sets a table. Its heading row comes again on every page; a row that is higher than a page is cut.
func (s *setter) table(t Table) {
	b := &tabled{setter: s, table: t, edges: []float64{0}}
	x := 0.0
	for _, w := range t.widths(s.width()) {
		x += w
		b.edges = append(b.edges, x)
	}
	head := b.lines(titlesOf(t), headStyle)
	b.begin(head)
	for i, row := range t.Rows {
		st := tableStyle
		if t.Total && i == len(t.Rows)-1 {
			st = totalStyle
		}
		b.row(b.lines(row, st), st, head)
	}
	if len(t.Rows) == 0 {
		b.none()
	}
	s.y += jointHeight
}

func titlesOf(t Table) []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Title
	}
	return out
}

// begin sets caption, unit and heading, on a page that has room for two rows more.
func (b *tabled) begin(head [][]string) {
	caption, unit := oneLine(b.table.Caption), oneLine(b.table.Unit)
	height := heightOf(head) + 2*(tablePitch+2*cellPadding)
	captions := style{faceHei, sizeSmallFour, 0, 20}
	units := style{faceSong, sizeFive, 0, tablePitch + 2}
	if caption != "" {
		height += captions.pitch + 6
	}
	if unit != "" {
		height += units.pitch
	}
	b.need(height)
	if caption != "" {
		b.skip(6)
		b.centred(caption, captions, black)
	}
	if unit != "" {
		b.line(unit, b.left()+b.width()-b.setter.wide(unit, units), b.y, units, 0, black)
		b.y += units.pitch
	}
	b.heading(head)
}

func (b *tabled) heading(head [][]string) { b.cells(head, headStyle, true) }

// again begins a new page with the heading.
func (b *tabled) again(head [][]string) {
	b.page()
	b.heading(head)
}

// lines breaks a row's cells.
func (b *tabled) lines(row []string, st style) [][]string {
	out := make([][]string, len(b.table.Columns))
	for i := range out {
		width := b.edges[i+1] - b.edges[i] - 2*cellMargin
		for _, p := range strings.Split(plain(cell(row, i)), "\n") {
			out[i] = append(out[i], b.fit(p, width, 0, st)...)
		}
	}
	return out
}

func heightOf(lines [][]string) float64 { return float64(deepest(lines))*tablePitch + 2*cellPadding }

func deepest(lines [][]string) int {
	most := 1
	for _, l := range lines {
		most = max(most, len(l))
	}
	return most
}

// row sets one row, whole where a page can hold it.
func (b *tabled) row(lines [][]string, st style, head [][]string) {
	room := func() int { return int((b.bottom() + slack - b.y - 2*cellPadding) / tablePitch) }
	for left := deepest(lines); left > 0; left = remaining(lines) {
		if left > room() && b.y > b.top()+heightOf(head)+slack {
			whole := int((b.bottom() + slack - b.top() - heightOf(head) - 2*cellPadding) / tablePitch)
			if left <= whole || room() < 3 {
				b.again(head)
			}
		}
		n := min(left, max(room(), 1))
		part := make([][]string, len(lines))
		for i, l := range lines {
			part[i], lines[i] = l[:min(n, len(l))], l[min(n, len(l)):]
		}
		b.cells(part, st, false)
		if remaining(lines) > 0 {
			b.again(head)
		}
	}
}

func remaining(lines [][]string) int {
	most := 0
	for _, l := range lines {
		most = max(most, len(l))
	}
	return most
}

// cells draws one row of broken cells with its frame, texts in the middle of its height.
func (b *tabled) cells(lines [][]string, st style, centre bool) {
	height := heightOf(lines)
	b.frame(height, b.edges)
	for i, cell := range lines {
		y := b.y + (height-float64(len(cell))*tablePitch)/2
		for _, l := range cell {
			from, to := b.edges[i]+cellMargin, b.edges[i+1]-cellMargin
			switch align := b.table.Columns[i].Align; {
			case centre || align == Centre:
				from += (to - from - b.setter.wide(l, st)) / 2
			case align == Right:
				from = to - b.setter.wide(l, st)
			}
			b.line(l, b.left()+from, y, st, 0, black)
			y += tablePitch
		}
	}
	b.y += height
}

// none says that there are no rows.
func (b *tabled) none() {
	height := tablePitch + 2*cellPadding
	b.need(height)
	b.frame(height, []float64{0, b.edges[len(b.edges)-1]})
	b.line(noRows, b.left()+(b.width()-b.setter.wide(noRows, tableStyle))/2, b.y+cellPadding, tableStyle, 0, black)
	b.y += height
}

// frame draws the lines around cells.
func (b *tabled) frame(height float64, edges []float64) {
	b.rule(b.left(), b.y, b.left()+edges[len(edges)-1], 0.5, black)
	b.rule(b.left(), b.y+height, b.left()+edges[len(edges)-1], 0.5, black)
	for _, x := range edges {
		b.gp.Line(b.left()+x, b.y, b.left()+x, b.y+height)
	}
}
