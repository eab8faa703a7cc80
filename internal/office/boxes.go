package office

import (
	"encoding/xml"
	"testing"
)

// Page is one page of a PDF: its size, and how far its words reach, in points from the left.
type Page struct {
	Width, Height, Left, Right float64
}

// Boxes are the pages of a PDF.
func Boxes(t testing.TB, pdf string) []Page {
	t.Helper()
	var doc struct {
		Pages []struct {
			Width  float64 `xml:"width,attr"`
			Height float64 `xml:"height,attr"`
			Words  []struct {
				Left  float64 `xml:"xMin,attr"`
				Right float64 `xml:"xMax,attr"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal([]byte(run(t, "pdftotext", "-bbox", "-enc", "UTF-8", pdf, "-")), &doc); err != nil {
		t.Fatal(err)
	}
	out := make([]Page, len(doc.Pages))
	for i, p := range doc.Pages {
		out[i] = Page{Width: p.Width, Height: p.Height, Left: p.Width}
		for _, w := range p.Words {
			out[i].Left, out[i].Right = min(out[i].Left, w.Left), max(out[i].Right, w.Right)
		}
	}
	return out
}
