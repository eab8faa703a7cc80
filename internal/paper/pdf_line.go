package paper

import (
	"unicode"

	"xianjie/internal/typeset"
)

// style is how a stretch of text is set.
type style struct {
	face  face
	size  float64
	space float64 // added behind every character
	pitch float64 // line to line
}

// bodyStyle is the body's: the characters closed up so that a line holds its number.
var bodyStyle = style{faceSong, sizeThree, charPitch - sizeThree, linePitch}

// ascent is how much of a line of type stands over its baseline.
const ascent = 0.86

type colour struct{ r, g, b uint8 }

var (
	black  = colour{}
	redInk = colour{r: 0xFF}
)

// piece is a stretch of one line in one typeface.
type piece struct {
	face  face
	text  string
	width float64 // in ems
	chars int
}

// pieces cuts a line by the faces its characters are found in. A character that none has becomes 〓 and is remembered.
func (s *setter) pieces(text string, f face) []piece {
	var out []piece
	runes := []rune(text)
	for i, r := range runes {
		if unicode.Is(unicode.Variation_Selector, r) {
			continue // chooses between shapes of the character before it
		}
		g := s.find(r, f)
		if !g.found {
			s.lose(r, runes, i)
			r = missing
			g = s.find(r, f)
		}
		if n := len(out); n > 0 && out[n-1].face == g.face {
			out[n-1].text += string(r)
			out[n-1].width += g.width
			out[n-1].chars++
			continue
		}
		out = append(out, piece{g.face, string(r), g.width, 1})
	}
	return out
}

// wide is how wide a text is in a style.
func (s *setter) wide(text string, st style) float64 {
	sum := 0.0
	for _, r := range text {
		if unicode.Is(unicode.Variation_Selector, r) {
			continue
		}
		g := s.find(r, st.face)
		if !g.found {
			g = s.find(missing, st.face)
		}
		sum += g.width*st.size + st.space
	}
	return sum
}

// line draws one line with its left end at x and the top of its line at y; spread is added behind every character.
func (s *setter) line(text string, x, y float64, st style, spread float64, ink colour) {
	base := y + (st.pitch-st.size)/2 + st.size*ascent
	s.gp.SetTextColor(ink.r, ink.g, ink.b)
	for _, p := range s.pieces(text, st.face) {
		s.use(p.face, st.size)
		s.do(s.gp.SetCharSpacing(st.space + spread))
		s.gp.SetXY(x, base)
		s.do(s.gp.Text(p.text))
		end := x + p.width*st.size + float64(p.chars)*(st.space+spread)
		if s.drawn != nil {
			s.drawn(mark{s.number, p.text, x, end, y, y + st.pitch})
		}
		x = end
	}
}

// mark is where a piece of text was drawn; tests look at it.
type mark struct {
	page        int
	text        string
	left, right float64
	top, bottom float64
}

// fit breaks a text into lines of a width, the first shorter by an indent.
func (s *setter) fit(text string, width, indent float64, st style) []string {
	return typeset.Fit(text, func(line int) float64 {
		room := width - st.space // nothing stands behind the last character
		if line == 0 {
			room -= indent
		}
		return room
	}, func(part string) float64 { return s.wide(part, st) })
}

// paragraph sets a text across the page, its first line in by some characters and the others by hang, filled to the right edge but for the
// last.
func (s *setter) paragraph(text string, st style, in, hang float64) {
	unit := st.size + st.space
	width := s.width() - hang*unit
	lines := s.fit(text, width, (in-hang)*unit, st)
	tail := s.tail
	s.tail = 0
	for i, l := range lines {
		s.need(st.pitch)
		if tail > 0 && i == max(0, len(lines)-2) { // its last lines stand with what must not stand alone
			s.need(float64(len(lines)-i)*st.pitch + tail)
		}
		x, room := s.left()+hang*unit, width
		if i == 0 {
			x, room = x+(in-hang)*unit, room-(in-hang)*unit
		}
		s.line(l, x, s.y, st, s.spread(l, room, st, i == len(lines)-1), black)
		s.y += st.pitch
	}
}

// spread is what each gap of a line takes so that it ends at the right edge; lines far too short are left alone.
func (s *setter) spread(line string, room float64, st style, last bool) float64 {
	n := len([]rune(line))
	slack := room - (s.wide(line, st) - st.space)
	if last || n < 2 || slack <= 0 || slack > 4*st.size {
		return 0
	}
	return slack / float64(n-1)
}

// centred sets one line in the middle.
func (s *setter) centred(text string, st style, ink colour) {
	for _, l := range s.fit(text, s.width(), 0, st) {
		s.need(st.pitch)
		s.line(l, s.left()+(s.width()-s.wide(l, st))/2, s.y, st, 0, ink)
		s.y += st.pitch
	}
}
