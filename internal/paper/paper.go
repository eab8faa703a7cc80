package paper

import (
	"strings"
	"unicode"

	"xianjie/internal/typeset"
)

// Paper is one official paper (公文) as written, before it is set: WordPaper and Press.Print make the same paper of it, in the measures of
// GB/T 9704-2012. Whatever is left empty is left out. Texts are texts: nothing in them is ever an instruction to a word processor.
type Paper struct {
	Head    *Head    // 红头; nil for a paper without
	Mark    string   // in the upper margin of every page: "草稿"
	Number  string   // 发文字号
	Title   string   // 标题
	Under   string   // one line under the title
	To      string   // 主送机关, without its colon
	Body    []Block  // 正文
	Annexes []string // 附件说明
	Signers []string // 发文机关署名
	Date    string   // 成文日期
	CopyTo  string   // 抄送机关
	Issuer  string   // 印发机关, with IssuedOn on one line of the 版记
	Issued  string   // 印发日期
	Wide    bool     // the whole paper on pages turned across
}

// Head is the red 发文机关标志: one or more agencies, and the word after them.
type Head struct {
	Agencies []string
	Suffix   string // "文件"
}

// Block is one piece of the body.
type Block interface{ block() }

// Heading is a heading with its number in its text: level 1 is "一、", level 2 "（一）".
type Heading struct {
	Level int
	Text  string
}

// Text is a paragraph; a new line in it begins another.
type Text string

// Table is a table with its heading row, which is repeated on every page the table reaches. One without rows says so.
type Table struct {
	Caption string
	Unit    string // "单位：万元"
	Columns []Column
	Rows    [][]string
	Total   bool // the last row sums up
	Wide    bool // on pages turned across
}

// Column is one column of a table.
type Column struct {
	Title string
	Share float64 // of the table's width, against the others
	Align Align
}

// Align is where a cell's text stands.
type Align int

// The alignments: words to the left, codes and states in the middle, figures to the right.
const (
	Left Align = iota
	Centre
	Right
)

func (Heading) block() {}
func (Text) block()    {}
func (Table) block()   {}

// noRows is what an empty table says.
const noRows = "（无）"

// widths are the columns' widths out of a whole.
func (t Table) widths(whole float64) []float64 {
	sum := 0.0
	for _, c := range t.Columns {
		sum += c.Share
	}
	out := make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = whole * c.Share / sum
	}
	return out
}

// cell is one cell's text; rows shorter than the heading end in empty cells.
func cell(row []string, i int) string {
	if i < len(row) {
		return row[i]
	}
	return ""
}

// paragraphs cuts a text into its paragraphs, without the blank ones.
func paragraphs(text string) []string {
	var out []string
	for _, p := range strings.Split(plain(text), "\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// plain leaves out whatever is no character: controls, and the invisible marks that turn a text's direction or hide in it. Line breaks stay.
func plain(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(strings.ToValidUTF8(text, "〓"))
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Cs) || r&0xFFFE == 0xFFFE {
			return -1
		}
		return r
	}, text)
}

// oneLine is a text that may hold no line break.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(plain(text), func(r rune) bool { return r == '\n' }), " ")
}

// signIndents are how far from the right edge, in characters, the 成文日期 and each 署名 stand: the date four, the names centred over it, nothing
// nearer than two.
func (p Paper) signIndents() (date float64, names []float64) {
	chars := func(text string) float64 { return float64(typeset.Columns(oneLine(text))) / 2 }
	date = 4
	longest := 0.0
	for _, s := range p.Signers {
		longest = max(longest, chars(s))
	}
	if over := 2 - (date + (chars(p.Date)-longest)/2); longest > 0 && over > 0 {
		date += over
	}
	for _, s := range p.Signers {
		names = append(names, date+(chars(p.Date)-chars(s))/2)
	}
	return date, names
}
