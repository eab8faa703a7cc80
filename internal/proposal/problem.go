package proposal

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
)

// problem is one wrong or missing spot. Its place is put together from the inside out while reading returns through the
// layers of the document, so that a document without problems pays nothing for places.
type problem struct {
	gap     bool   // missing inner key: read as empty, told to the person, not an error
	pointer string // JSON pointer below the layer now being read
	where   string // the same in words: "第 3 个项目 P03 的 startDate(开工日期)"
	text    string // what is wrong and how to mend it
	row     bool   // where now begins with a counted row ("第 3 个项目"), which needs no list name before it
}

// problems collects spots in reading order, keeping at most maxPlaces of each sort and counting all.
type problems struct {
	list  []problem
	wrong int
	gaps  int
}

func (p *problems) wrongf(pointer, format string, args ...any) {
	if p.wrong++; p.wrong <= maxPlaces {
		p.list = append(p.list, problem{pointer: pointer, text: fmt.Sprintf(format, args...)})
	}
}

func (p *problems) gap(pointer, text string) {
	if p.gaps++; p.gaps <= maxPlaces {
		p.list = append(p.list, problem{gap: true, pointer: pointer, text: text})
	}
}

// within places every problem collected since mark inside one layer.
func (p *problems) within(mark int, token, where string) {
	for i := mark; i < len(p.list); i++ {
		each := &p.list[i]
		each.pointer = token + each.pointer
		if !each.row {
			each.where = joinPlace(where, each.where)
		}
		each.row = false
	}
}

// withinRow is within for one row of a list of objects.
func (p *problems) withinRow(mark int, token, where string) {
	p.within(mark, token, where)
	for i := mark; i < len(p.list); i++ {
		p.list[i].row = true
	}
}

// places are the collected spots of one sort, in reading order; nil when there are none.
func (p *problems) places(gaps bool) []fault.Place {
	var out []fault.Place
	for _, each := range p.list {
		if each.gap == gaps {
			out = append(out, fault.Place{Location: each.pointer, Message: each.message()})
		}
	}
	if all := p.count(gaps); all > len(out) {
		out = append(out, fault.Place{Message: fmt.Sprintf("另有 %d 处同类情况,未逐一列出", all-len(out))})
	}
	return out
}

func (p *problems) count(gaps bool) int {
	if gaps {
		return p.gaps
	}
	return p.wrong
}

func (p problem) message() string {
	if p.where == "" {
		return p.text
	}
	return p.where + ":" + p.text
}

// joinPlace is "outer 的 inner"; a space stands where a Latin letter or digit meets a Chinese one.
func joinPlace(outer, inner string) string {
	if outer == "" || inner == "" {
		return outer + inner
	}
	if last := outer[len(outer)-1]; last < utf8.RuneSelf && last != ')' {
		outer += " "
	}
	if inner[0] < utf8.RuneSelf {
		return outer + "的 " + inner
	}
	return outer + "的" + inner
}

// clip keeps the first n runes of a text that is shown, not kept; line breaks become spaces.
func clip(text string, n int) string {
	shown := 0
	for i := range text {
		if shown == n {
			text = text[:i] + "…"
			break
		}
		shown++
	}
	return strings.Map(func(r rune) rune {
		if unprintable(r) || r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return r
	}, text)
}

// unprintable reports control characters and the marks that turn the direction of text; neither belongs in a document.
func unprintable(r rune) bool {
	switch {
	case r == '\n' || r == '\t' || r == '\r':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0: // C0, DEL, C1
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069: // embedding, override, isolate
		return true
	}
	return false
}
