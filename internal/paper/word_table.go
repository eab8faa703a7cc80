package paper

import "unicode/utf8"

// splitFrom is how long a cell's text must be for its row to be allowed to break across pages; shorter rows stay whole.
const splitFrom = 200

var wordAlign = map[Align]string{Left: "left", Centre: "center", Right: "right"}

// table writes a table of fixed widths whose heading row is repeated on every page.
func (w *word) table(t Table) {
	whole := typeWidth
	if w.wide {
		whole = typeHeight
	}
	if caption := oneLine(t.Caption); caption != "" {
		w.para("Caption", caption)
	}
	if unit := oneLine(t.Unit); unit != "" {
		w.para("Unit", unit)
	}
	widths := t.widths(whole)
	w.put(`<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/><w:tblCellMar>`+
		`<w:left w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, twips(whole), twips(cellMargin), twips(cellMargin))
	for _, width := range widths {
		w.put(`<w:gridCol w:w="%d"/>`, twips(width))
	}
	w.put(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range t.Columns {
		w.cell(widths[i], "TableHead", "center", c.Title)
	}
	w.put(`</w:tr>`)
	for i, row := range t.Rows {
		w.row(t, widths, row, t.Total && i == len(t.Rows)-1)
	}
	if len(t.Rows) == 0 {
		w.put(`<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:gridSpan w:val="%d"/></w:tcPr>`+
			`<w:p><w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="center"/></w:pPr>%s</w:p></w:tc></w:tr>`, twips(whole), len(t.Columns), run(noRows))
	}
	w.put(`</w:tbl>`)
	w.put(`<w:p><w:pPr><w:pStyle w:val="Joint"/></w:pPr></w:p>`) // two tables in a row would grow together
}

func (w *word) row(t Table, widths []float64, row []string, total bool) {
	long := false
	for _, text := range row {
		long = long || utf8.RuneCountInString(text) >= splitFrom
	}
	w.put(`<w:tr><w:trPr>`)
	if !long {
		w.put(`<w:cantSplit/>`)
	}
	w.put(`</w:trPr>`)
	style := "TableText"
	if total {
		style = "TableTotal"
	}
	for i, c := range t.Columns {
		w.cell(widths[i], style, wordAlign[c.Align], cell(row, i))
	}
	w.put(`</w:tr>`)
}

func (w *word) cell(width float64, style, align, text string) {
	w.put(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="%s"/><w:jc w:val="%s"/></w:pPr>%s</w:p></w:tc>`,
		twips(width), style, align, run(text))
}
