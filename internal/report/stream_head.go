package report

// column is one column of a table, or a heading over several: the headings of a table are a tree written as one literal, and become
// merged cells.
type column struct {
	head  string
	width float64 // in characters; amounts widen it as they need
	under []column
}

// leaves are the columns themselves, from the left.
func leaves(tree []column) []column {
	var out []column
	for _, c := range tree {
		if len(c.under) == 0 {
			out = append(out, c)
			continue
		}
		out = append(out, leaves(c.under)...)
	}
	return out
}

// depth is how many rows the headings take.
func depth(tree []column) int {
	deepest := 0
	for _, c := range tree {
		deepest = max(deepest, 1+depth(c.under))
	}
	return deepest
}

// box is one heading with the cells it covers; rows and columns from 0.
type box struct {
	head                     string
	top, left, bottom, right int
}

// boxes lays the tree out: a heading with columns under it spans them, one without reaches down to the last row.
func boxes(tree []column, top, left, rows int) []box {
	var out []box
	for _, c := range tree {
		n := len(leaves([]column{c}))
		b := box{c.head, top, left, rows - 1, left + n - 1}
		if len(c.under) > 0 {
			b.bottom = top
			out = append(out, boxes(c.under, top+1, left, rows)...)
		}
		out = append(out, b)
		left += n
	}
	return out
}

// headingHeights are the heights of the rows of headings: merged cells grow by themselves in no spreadsheet.
func headingHeights(all []box, widths []float64, rows int) []float64 {
	heights := make([]float64, rows)
	for i := range heights {
		heights[i] = rowHeight(1)
	}
	for _, b := range all {
		var width float64
		for _, w := range widths[b.left : b.right+1] {
			width += w
		}
		need := rowHeight(lineCount(b.head, width))
		for _, h := range heights[b.top:b.bottom] {
			need -= h
		}
		heights[b.bottom] = max(heights[b.bottom], need)
	}
	return heights
}
