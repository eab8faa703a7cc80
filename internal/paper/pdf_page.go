package paper

import (
	"fmt"

	"github.com/signintech/gopdf"
)

// setter sets one paper. The first failure is kept and ends it.
type setter struct {
	gp     *gopdf.GoPdf
	faces  *faces
	used   [len(faceFiles)]bool
	paper  Paper
	glyphs map[sought]glyph
	lost   []Lost
	err    error

	number int     // of the page under way
	across bool    // it is turned across
	y      float64 // where the next line begins
	tail   float64 // what must stand on the page of the next paragraph's end
	drawn  func(mark)
}

func newSetter(all *faces, paper Paper) *setter {
	s := &setter{gp: &gopdf.GoPdf{}, faces: all, paper: paper, across: paper.Wide, glyphs: map[sought]glyph{}}
	s.gp.Start(gopdf.Config{PageSize: gopdf.Rect{W: pageWidth, H: pageHeight}})
	return s
}

func (s *setter) do(err error) {
	if s.err == nil {
		s.err = err
	}
}

// left is the left edge of the type area: the 订口 is on the left of odd pages and on the right of even ones. Turned across, the page keeps
// its type area, with what was its top on the right.
func (s *setter) left() float64 {
	switch {
	case s.across:
		return footMargin
	case s.number%2 == 1:
		return innerMargin
	default:
		return outerMargin
	}
}

func (s *setter) width() float64 {
	if s.across {
		return typeHeight
	}
	return typeWidth
}

// top and bottom are the type area's.
func (s *setter) top() float64 {
	if s.across {
		return innerMargin
	}
	return topMargin
}

func (s *setter) bottom() float64 {
	if s.across {
		return innerMargin + typeWidth
	}
	return topMargin + typeHeight
}

// page begins a page: its number below, the paper's mark above.
func (s *setter) page() {
	s.number++
	width, height := pageWidth, pageHeight
	if s.across {
		width, height = pageHeight, pageWidth
	}
	s.gp.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: width, H: height}})
	st := style{faceSong, sizeFour, 0, sizeFour}
	number := fmt.Sprintf("— %d —", s.number)
	x := s.left() + sizeFour
	if s.number%2 == 1 {
		x = s.left() + s.width() - sizeFour - s.wide(number, st)
	}
	s.line(number, x, s.bottom()+numberDrop, st, 0, black)
	if mark := oneLine(s.paper.Mark); mark != "" {
		st := style{faceHei, sizeFour, 0, sizeFour}
		s.line(mark, s.left()+s.width()-s.wide(mark, st), min(markDrop, s.top()-2*sizeFour), st, 0, black)
	}
	s.y = s.top()
}

// slack takes up what adding up line pitches loses.
const slack = 0.01

// need begins a new page where the rest of this one is lower than height.
func (s *setter) need(height float64) {
	if s.y+height > s.bottom()+slack {
		s.page()
	}
}

// skip leaves room, but none at the top of a page.
func (s *setter) skip(height float64) {
	if s.y > s.top()+slack {
		s.y += height
	}
}

// turn begins a new page where the next one lies the other way round.
func (s *setter) turn(wide bool) {
	wide = wide || s.paper.Wide
	if s.across != wide {
		s.across = wide
		s.page()
	}
}

// rule draws a line across.
func (s *setter) rule(x1, y, x2, thick float64, ink colour) {
	s.gp.SetStrokeColor(ink.r, ink.g, ink.b)
	s.gp.SetLineWidth(thick)
	s.gp.Line(x1, y, x2, y)
}
