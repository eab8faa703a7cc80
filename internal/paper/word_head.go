package paper

import (
	"fmt"
	"strings"

	"xianjie/internal/typeset"
)

// head writes the 红头: the agencies in red, the number, and the red line under it.
func (w *word) head() {
	h := w.paper.Head
	if h == nil {
		if number := oneLine(w.paper.Number); number != "" {
			w.para("PaperNumber", number)
			w.blank()
		}
		return
	}
	size, names := h.setting()
	style := fmt.Sprintf(`<w:rPr><w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr>`, int(size*2), int(size*2))
	w.put(`<w:p><w:pPr><w:pStyle w:val="Joint"/><w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/></w:pPr></w:p>`, twips(headDrop))
	name, suffix := twips(names+size), 0
	if h.Suffix != "" {
		suffix = twips(float64(typeset.Columns(h.Suffix))/2*size + size)
	}
	w.put(`<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="%d"/>`, name+suffix, name)
	if suffix > 0 {
		w.put(`<w:gridCol w:w="%d"/>`, suffix)
	}
	w.put(`</w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, name)
	for _, agency := range h.Agencies {
		w.put(`<w:p><w:pPr><w:pStyle w:val="RedHead"/></w:pPr>%s</w:p>`, strings.Replace(run(oneLine(agency)), "<w:r>", "<w:r>"+style, 1))
	}
	w.put(`</w:tc>`)
	if suffix > 0 {
		w.put(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="RedHead"/><w:jc w:val="center"/></w:pPr>%s</w:p></w:tc>`,
			suffix, strings.Replace(run(oneLine(h.Suffix)), "<w:r>", "<w:r>"+style, 1))
	}
	w.put(`</w:tr></w:tbl>`)
	w.blank()
	w.para("RedNumber", oneLine(w.paper.Number))
	w.blank()
	w.blank()
}

// setting is the size of the agencies' type and the width of the longest name in it; all share one width.
func (h Head) setting() (size, names float64) {
	longest := 0.0
	for _, a := range h.Agencies {
		longest = max(longest, float64(typeset.Columns(oneLine(a)))/2)
	}
	all := longest + 2 // room beside the names
	if h.Suffix != "" {
		all += float64(typeset.Columns(h.Suffix))/2 + 1
	}
	size = min(headMost, float64(int(typeWidth/all)))
	return size, longest * size
}

// annexes writes the 附件说明, each name beginning under the first.
func (w *word) annexes() {
	if len(w.paper.Annexes) == 0 {
		return
	}
	w.blank()
	for i, label := range annexLabels(len(w.paper.Annexes)) {
		chars := typeset.Columns(label) * 50
		w.para("Normal", label+oneLine(w.paper.Annexes[i]), either(i == len(w.paper.Annexes)-1, keepNext, ""), fmt.Sprintf(`<w:ind w:leftChars="%d" w:left="%d" w:hangingChars="%d" w:hanging="%d"/>`,
			annexIndent*100+chars-annexFirst(i)*100, twips(sizeThree)*(annexIndent*100+chars-annexFirst(i)*100)/100, chars, twips(sizeThree)*chars/100))
	}
}

// annexIndent is where "附件：" ends: two characters in, three long.
const annexIndent = 5

// annexFirst is 3 for the first label, which carries "附件：" itself.
func annexFirst(i int) int {
	if i == 0 {
		return 3
	}
	return 0
}

// annexLabels are what stands before each annex: one alone has no number.
func annexLabels(n int) []string {
	out := make([]string, n)
	for i := range out {
		if n > 1 {
			out[i] = fmt.Sprintf("%d.", i+1)
		}
	}
	out[0] = "附件：" + out[0]
	return out
}

// signature writes 署名 and 成文日期.
func (w *word) signature() {
	if len(w.paper.Signers) == 0 && w.paper.Date == "" {
		return
	}
	for range 2 {
		w.para("Normal", "", keepNext)
	}
	date, names := w.paper.signIndents()
	at := func(chars float64) string {
		return fmt.Sprintf(`<w:ind w:rightChars="%d" w:right="%d"/><w:jc w:val="right"/>`, int(chars*100), twips(sizeThree*chars))
	}
	for i, name := range w.paper.Signers {
		w.para("Normal", oneLine(name), keepNext, at(names[i]))
	}
	w.para("Normal", oneLine(w.paper.Date), at(date))
}

// colophon writes the 版记, which stands at the foot of the last page.
func (w *word) colophon() {
	if w.paper.CopyTo == "" && w.paper.Issuer == "" {
		return
	}
	width, height := typeWidth, 0
	if w.wide {
		width = typeHeight
	}
	rule := func(side string, eighths int) string {
		return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="1" w:color="auto"/>`, side, eighths)
	}
	row := func(text, borders, more string) {
		w.put(`<w:p><w:pPr><w:pStyle w:val="Colophon"/><w:framePr w:w="%d" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" w:yAlign="bottom"/><w:pBdr>%s</w:pBdr>%s</w:pPr>%s</w:p>`,
			twips(width), borders, more, text)
		height++
	}
	last := rule("bottom", 8)
	if w.paper.CopyTo != "" {
		bottom := last
		if w.paper.Issuer != "" {
			bottom = rule("bottom", 6)
		}
		row(run("　抄送："+oneLine(w.paper.CopyTo)+"。"), rule("top", 8)+bottom, "")
	}
	if w.paper.Issuer != "" {
		top := ""
		if height == 0 {
			top = rule("top", 8)
		}
		row(run("　"+oneLine(w.paper.Issuer))+`<w:r><w:tab/></w:r>`+run(oneLine(w.paper.Issued)+"印发　"), top+last,
			fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, twips(width)))
	}
	w.put(`<w:p><w:pPr><w:pStyle w:val="Joint"/></w:pPr></w:p>`)
}
