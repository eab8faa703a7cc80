package paper

import (
	"xianjie/internal/typeset"
)

// head sets the 红头: the agencies in red, each as wide as the longest, the word after them in the middle of their height; the number; the line.
func (s *setter) head() {
	h := s.paper.Head
	number := style{faceSong, sizeThree, 0, linePitch}
	if h == nil {
		if text := oneLine(s.paper.Number); text != "" {
			s.centred(text, number, black)
			s.skip(linePitch)
		}
		return
	}
	size, names := h.setting()
	st := style{faceTitle, size, 0, size * 1.25}
	all, gap := names, size/2
	if h.Suffix != "" {
		all += gap + float64(typeset.Columns(h.Suffix))/2*size
	}
	s.y += headDrop
	x, y := s.left()+(s.width()-all)/2, s.y
	for _, agency := range h.Agencies {
		agency = oneLine(agency)
		spread := 0.0
		if n := len([]rune(agency)); n > 1 {
			spread = (names - s.wide(agency, st)) / float64(n-1)
		}
		s.line(agency, x, s.y, st, spread, redInk)
		s.y += st.pitch
	}
	if h.Suffix != "" {
		s.line(oneLine(h.Suffix), x+names+gap, y+(s.y-y-st.pitch)/2, st, 0, redInk)
	}
	s.y += linePitch
	s.centred(oneLine(s.paper.Number), number, black)
	s.y += ruleDrop
	s.rule(s.left(), s.y, s.left()+s.width(), 1.5, redInk)
	s.y += 2 * linePitch
}

// annexes sets the 附件说明, each name beginning under the first.
func (s *setter) annexes() {
	if len(s.paper.Annexes) == 0 {
		return
	}
	s.skip(linePitch)
	unit := bodyStyle.size + bodyStyle.space
	for i, label := range annexLabels(len(s.paper.Annexes)) {
		if i == len(s.paper.Annexes)-1 {
			s.tail = float64(len(s.paper.Signers)+2) * linePitch
		}
		in := float64(annexIndent - annexFirst(i))
		s.paragraph(label+oneLine(s.paper.Annexes[i]), bodyStyle, in, in+s.wide(label, bodyStyle)/unit)
	}
}

// signed is the least room 署名 and 成文日期 take.
func (s *setter) signed() float64 {
	if len(s.paper.Signers) == 0 && s.paper.Date == "" || len(s.paper.Annexes) > 0 {
		return 0
	}
	return float64(len(s.paper.Signers)+2) * linePitch
}

// signature sets 署名 and 成文日期, together on one page, two lines under the text where the page has them.
func (s *setter) signature() {
	if len(s.paper.Signers) == 0 && s.paper.Date == "" {
		return
	}
	lines := float64(len(s.paper.Signers) + 1)
	s.need(lines * linePitch)
	s.skip(min(2, float64(int((s.bottom()+slack-s.y)/linePitch))-lines) * linePitch)
	date, names := s.paper.signIndents()
	unit := bodyStyle.size + bodyStyle.space
	put := func(text string, chars float64) {
		text = oneLine(text)
		s.line(text, s.left()+s.width()-chars*unit-s.wide(text, bodyStyle), s.y, bodyStyle, 0, black)
		s.y += linePitch
	}
	for i, name := range s.paper.Signers {
		put(name, names[i])
	}
	put(s.paper.Date, date)
}

// colophon sets the 版记 at the foot of the last page.
func (s *setter) colophon() {
	st := style{faceSong, sizeFour, 0, 22}
	width := s.width() - 2*sizeFour
	var copies []string
	label := "抄送："
	if s.paper.CopyTo != "" {
		copies = s.fit(oneLine(s.paper.CopyTo)+"。", width-s.wide(label, st), 0, st)
	}
	rows := len(copies)
	if s.paper.Issuer != "" {
		rows++
	}
	if rows == 0 {
		return
	}
	height := float64(rows)*st.pitch + 4
	s.need(height + linePitch)
	left := s.left() + sizeFour // of the page it came to
	y := s.bottom() - height
	s.rule(s.left(), y, s.left()+s.width(), 1, black)
	y += 2
	for i, l := range copies {
		if i == 0 {
			s.line(label, left, y, st, 0, black)
		}
		s.line(l, left+s.wide(label, st), y, st, 0, black)
		y += st.pitch
	}
	if s.paper.Issuer != "" {
		if len(copies) > 0 {
			s.rule(s.left(), y, s.left()+s.width(), 0.7, black)
		}
		issued := oneLine(s.paper.Issued) + "印发"
		s.line(oneLine(s.paper.Issuer), left, y, st, 0, black)
		s.line(issued, left+width-s.wide(issued, st), y, st, 0, black)
	}
	s.rule(s.left(), s.bottom(), s.left()+s.width(), 1, black)
}
