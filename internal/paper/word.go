package paper

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"xianjie/internal/fault"
)

// WordPaper sets a paper as a Word document. The same paper always gives the same bytes: no clock, no random number is in it.
func WordPaper(p Paper) ([]byte, error) {
	w := &word{paper: p, wide: p.Wide}
	var out bytes.Buffer
	file := zip.NewWriter(&out)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", wordTypes}, {"_rels/.rels", wordRoot}, {"docProps/core.xml", w.core()}, {"word/document.xml", w.document()},
		{"word/_rels/document.xml.rels", wordLinks}, {"word/styles.xml", wordStyles()}, {"word/settings.xml", wordSettings},
		{"word/fontTable.xml", wordFonts()}, {"word/header1.xml", w.header()}, {"word/footer1.xml", pageNumber("FooterOdd")},
		{"word/footer2.xml", pageNumber("FooterEven")},
	} {
		entry, err := file.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: wordBirth})
		if err == nil {
			_, err = entry.Write([]byte(xml.Header + part.text))
		}
		if err != nil {
			return nil, fault.Wrap(fault.Internal, "生成 Word 文件", err)
		}
	}
	if err := file.Close(); err != nil {
		return nil, fault.Wrap(fault.Internal, "生成 Word 文件", err)
	}
	return out.Bytes(), nil
}

// wordBirth is the date every part carries: the first a zip file knows.
var wordBirth = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// word is a document being written.
type word struct {
	paper Paper
	b     strings.Builder
	wide  bool // the pages under way are turned across
}

func (w *word) put(format string, args ...any) { fmt.Fprintf(&w.b, format, args...) }

// document is the main part.
func (w *word) document() string {
	w.b.Reset()
	w.put(`<w:document %s><w:body>`, wordSpaces)
	w.head()
	w.para("Title", strings.Join(titleLines(w.paper.Title), "\n"))
	if under := oneLine(w.paper.Under); under != "" {
		w.para("Under", under)
	}
	w.blank()
	if to := oneLine(w.paper.To); to != "" {
		w.para("Salutation", to+"：")
	}
	for i, b := range w.paper.Body {
		w.block(b, w.keeps(w.paper.Body[i+1:]))
	}
	w.turn(false)
	w.annexes()
	w.signature()
	w.colophon()
	w.put(`%s</w:body></w:document>`, sect(w.wide))
	return w.b.String()
}

// keeps reports whether a text must stand on the page of what comes after it: a table, or the signature.
func (w *word) keeps(after []Block) bool {
	if len(after) == 0 {
		return len(w.paper.Annexes) == 0
	}
	_, table := after[0].(Table)
	return table
}

// block writes one piece of the body; keep holds the end of a text to what comes after it.
func (w *word) block(b Block, keep bool) {
	switch b := b.(type) {
	case Heading:
		w.turn(false)
		w.para(fmt.Sprintf("Heading%d", b.Level), oneLine(b.Text))
	case Text:
		w.turn(false)
		all := paragraphs(string(b))
		for i, p := range all {
			w.para("BodyText", p, either(keep && i == len(all)-1, keepNext, ""))
		}
	case Table:
		w.turn(b.Wide)
		w.table(b)
	}
}

// turn ends the pages under way where the next ones lie the other way round.
func (w *word) turn(wide bool) {
	wide = wide || w.paper.Wide
	if w.wide == wide {
		return
	}
	w.put(`<w:p><w:pPr><w:pStyle w:val="Joint"/>%s</w:pPr></w:p>`, sect(w.wide))
	w.wide = wide
}

// para writes a paragraph of one style; extra are further properties of it, in the order the format asks for.
func (w *word) para(style, text string, extra ...string) {
	w.put(`<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p>`, style, strings.Join(extra, ""), run(text))
}

func (w *word) blank() { w.put(`<w:p/>`) }

// keepNext holds a paragraph to the next one.
const keepNext = `<w:keepNext/>`

// run is one stretch of text. Line breaks become breaks; nothing in it can become markup or a field.
func run(text string) string {
	var b strings.Builder
	b.WriteString(`<w:r>`)
	for i, line := range strings.Split(plain(text), "\n") {
		if i > 0 {
			b.WriteString(`<w:br/>`)
		}
		b.WriteString(`<w:t xml:space="preserve">`)
		b.WriteString(escaped(line))
		b.WriteString(`</w:t>`)
	}
	b.WriteString(`</w:r>`)
	return b.String()
}

func escaped(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}

// twips is a measure in twentieths of a point.
func twips(points float64) int { return int(points*20 + 0.5) }
