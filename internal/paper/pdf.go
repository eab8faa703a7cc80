package paper

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"xianjie/internal/fault"
)

// Press prints papers as PDF. It reads its typefaces once, at the first paper, and sets only so many papers at a time as it was made for:
// each takes memory for the typefaces it carries.
type Press struct {
	folder string
	slots  chan struct{}

	mu    sync.Mutex
	faces *faces // nil until read
}

// NewPress makes a press with the typefaces of a folder; it reads nothing yet.
func NewPress(folder string, atOnce int) *Press {
	return &Press{folder: folder, slots: make(chan struct{}, max(atOnce, 1))}
}

// Lost is a character that none of the typefaces has; 〓 stands in its place.
type Lost struct {
	Rune rune
	Near string // the words around it
}

// String is "U+20BB7（在“…〓…”）".
func (l Lost) String() string { return fmt.Sprintf("U+%04X（在“%s”）", l.Rune, l.Near) }

// Print sets a paper as PDF and tells which characters it could not show; a closing note of the paper tells the same. The same paper always
// gives the same bytes. Errors: Unavailable without typefaces, or when the caller leaves while waiting for his turn; Internal.
func (p *Press) Print(ctx context.Context, paper Paper) (body []byte, lost []Lost, err error) {
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return nil, nil, fault.Wrap(fault.Unavailable, "正在输出的文件较多,请稍后再试", ctx.Err())
	}
	faces, err := p.read()
	if err != nil {
		return nil, nil, err
	}
	defer func() { // the library panics on what it does not expect
		if cause := recover(); cause != nil {
			body, lost, err = nil, nil, fault.Wrap(fault.Internal, "生成 PDF 文件", fmt.Errorf("panic: %v", cause))
		}
	}()
	s := newSetter(faces, paper)
	s.set()
	if s.err == nil {
		body, s.err = s.gp.GetBytesPdfReturnErr()
	}
	if s.err != nil {
		return nil, nil, fault.Wrap(fault.Internal, "生成 PDF 文件", s.err)
	}
	return body, s.lost, nil
}

// set lays the whole paper out, top to bottom.
func (s *setter) set() {
	s.page()
	s.head()
	for _, line := range titleLines(s.paper.Title) {
		s.centred(line, style{faceTitle, sizeTwo, 0, titlePitch}, black)
	}
	if under := oneLine(s.paper.Under); under != "" {
		s.centred(under, style{faceKai, sizeThree, 0, linePitch}, black)
	}
	s.skip(linePitch)
	if to := oneLine(s.paper.To); to != "" {
		s.paragraph(to+"：", bodyStyle, 0, 0)
	}
	for i, b := range s.paper.Body {
		s.block(b, s.paper.Body[i+1:])
	}
	s.turn(false)
	s.annexes()
	s.signature()
	s.closing()
	s.colophon()
}

func (s *setter) block(b Block, after []Block) {
	switch b := b.(type) {
	case Heading:
		s.turn(false)
		s.need(linePitch + s.least(after))
		face := faceHei
		if b.Level > 1 {
			face = faceKai
		}
		s.paragraph(oneLine(b.Text), style{face, sizeThree, charPitch - sizeThree, linePitch}, 2, 0)
	case Text:
		s.turn(false)
		all := paragraphs(string(b))
		for i, p := range all {
			if len(after) == 0 && i == len(all)-1 {
				s.tail = s.signed()
			}
			s.paragraph(p, bodyStyle, 2, 0)
		}
	case Table:
		s.turn(b.Wide)
		s.table(b)
	}
}

// least is how much of what comes after a heading must stand on its page: two lines of a text, and of a table its beginning, also where only
// a short text stands between.
func (s *setter) least(after []Block) float64 {
	if len(after) == 0 {
		return linePitch
	}
	text, isText := after[0].(Text)
	if !isText {
		return tableStart
	}
	lines := 0
	for _, p := range paragraphs(string(text)) {
		lines += len(s.fit(p, s.width(), 2*charPitch, bodyStyle))
	}
	if lines <= 2 && len(after) > 1 {
		if table, follows := after[1].(Table); follows && (table.Wide || s.paper.Wide) == s.across {
			return float64(lines)*linePitch + tableStart
		}
	}
	return float64(min(lines, 2)) * linePitch
}

// closing says which characters could not be shown.
func (s *setter) closing() {
	if len(s.lost) == 0 {
		return
	}
	all := make([]string, len(s.lost))
	for i, l := range s.lost {
		all[i] = l.String()
	}
	s.skip(linePitch)
	s.paragraph(fmt.Sprintf("注：本件有%d个字无法显示：%s。", len(s.lost), strings.Join(all, "、")), style{faceKai, sizeSmallFour, 0, linePitch}, 2, 0)
}
