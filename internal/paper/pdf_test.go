package paper

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"xianjie/internal/fault"
	"xianjie/internal/office"
	"xianjie/internal/proposal"
)

// laid sets a paper and tells where every piece of text stands.
func laid(t *testing.T, p Paper) []mark {
	t.Helper()
	all, err := NewPress(fonts, 1).read()
	if err != nil {
		t.Fatal(err)
	}
	var marks []mark
	s := newSetter(all, p)
	s.drawn = func(m mark) { marks = append(marks, m) }
	s.set()
	if s.err != nil {
		t.Fatal(s.err)
	}
	return marks
}

// longNames is a document of 100 projects with names and villages as long as they may be.
func longNames(d *proposal.Proposal) {
	for i := range d.Zone.Villages {
		d.Zone.Villages[i].Name = strings.Repeat("长", 30)
	}
	first := d.Projects[0]
	first.Name = strings.Repeat("项目名称很长，", 12)
	first.ContentAndScale = strings.Repeat("建设内容ABC12345，", 60)
	d.Projects = slices.Repeat([]proposal.Project{first}, 100)
}

func TestNothingStandsOverOrOnOtherText(t *testing.T) {
	tests := []struct {
		name  string
		paper Paper
	}{
		{"a little of everything", aPaper()},
		{"a paragraph of 5,000 characters", Paper{Title: "题", Body: []Block{Text(strings.Repeat("很长的段落，", 834))}}},
		{"a cell of 5,000 characters", Paper{Title: "题", Body: []Block{Table{Columns: []Column{{"甲", 1, Left}, {"乙", 4, Left}}, Rows: [][]string{{"1", strings.Repeat("很长的内容，", 834)}, {"2", "短"}}}}}},
		{"a word wider than a line", Paper{Title: strings.Repeat("W", 90), Body: []Block{Text(strings.Repeat("abcdefgh", 60)), Table{Columns: []Column{{"甲", 1, Right}, {"乙", 9, Left}}, Rows: [][]string{{strings.Repeat("9", 60), "x"}}}}}},
		{"an empty table", Paper{Title: "题", Body: []Block{Table{Columns: []Column{{"甲", 1, Left}}}}}},
		{"100 projects, villages of 30 characters", aDossier(t, "A01", longNames)},
		{"no project", aDossier(t, "A01", func(d *proposal.Proposal) { d.Projects = nil })},
		{"nothing filled in", aDossier(t, "A01", func(d *proposal.Proposal) { *d = proposal.Proposal{} })},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			pages := map[int][]mark{}
			for _, m := range laid(t, tt.paper) {
				pages[m.page] = append(pages[m.page], m)
				right, bottom := pageWidth-outerMargin+2*mm, pageHeight
				if m.right > right { // only a page turned across is wider
					right, bottom = pageHeight-topMargin, pageWidth
				}
				if m.left < outerMargin-slack || m.right > right+slack || m.top < 0 || m.bottom > bottom {
					t.Errorf("page %d: %q stands at %.1f–%.1f, %.1f–%.1f", m.page, m.text, m.left, m.right, m.top, m.bottom)
				}
			}
			for page, marks := range pages {
				for i, a := range marks {
					for _, b := range marks[i+1:] {
						if a.left < b.right-1 && b.left < a.right-1 && a.top < b.bottom-1 && b.top < a.bottom-1 {
							t.Fatalf("page %d: %q and %q lie on each other", page, a.text, b.text)
						}
					}
				}
			}
		})
	}
}

func TestAPageHoldsItsLinesAndALineItsCharacters(t *testing.T) {
	lines := map[int]int{}
	for _, m := range laid(t, Paper{Title: "题", Body: []Block{Text(strings.Repeat("字", 3*linesOnPage*charsOnLine))}}) {
		if strings.HasPrefix(m.text, "字") && m.page == 2 {
			lines[m.page]++
			if n := len([]rune(m.text)); n != charsOnLine {
				t.Errorf("a line of %d characters", n)
			}
		}
	}
	if lines[2] != linesOnPage {
		t.Errorf("page 2 has %d lines", lines[2])
	}
}

func TestATableRepeatsItsHeadingAndAlignsItsMoney(t *testing.T) {
	table := Table{Columns: []Column{{"名称", 3, Left}, {"金额", 1, Right}}}
	for i := range 100 {
		table.Rows = append(table.Rows, []string{"村", fmt.Sprint(10 * i * i)})
	}
	heads, pages, edges := 0, 0, map[string]bool{}
	for _, m := range laid(t, Paper{Title: "题", Body: []Block{table}}) {
		pages = max(pages, m.page)
		if m.text == "金额" {
			heads++
		}
		if m.text != "" && strings.Trim(m.text, "0123456789") == "" {
			edges[fmt.Sprintf("%d/%.1f", m.page, m.right)] = true
		}
	}
	if heads != pages || pages < 3 || len(edges) != pages {
		t.Errorf("%d headings on %d pages, right edges %v", heads, pages, edges)
	}
}

func TestPageNumbersStandOutside(t *testing.T) {
	for _, m := range laid(t, Paper{Title: "题", Body: []Block{Text(strings.Repeat("字", 1500))}}) {
		if strings.HasPrefix(m.text, "— ") && (m.left > pageWidth/2) != (m.page%2 == 1) {
			t.Errorf("page %d has %q at %.0f", m.page, m.text, m.left)
		}
	}
}

func TestRareCharactersAreNeverDropped(t *testing.T) {
	tests := []struct {
		name, text string
		lost       []string
	}{
		{"what the second face has is set in it", "𠮷村、䶮村、㳇村", nil},
		{"what no face has is shown as missing and told", "东院\U00010000村", []string{"U+10000（在“东院〓村”）"}},
		{"each is told once", "\U00010000\U00010000", []string{"U+10000（在“〓〓”）"}},
		{"a sign that chooses between shapes is none", "村\U000E0100", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := Paper{Title: "题", Body: []Block{Text(tt.text), Heading{1, "一、" + tt.text}}}
			_, lost := printed(t, p)
			var got []string
			for _, l := range lost {
				got = append(got, l.String())
			}
			if !slices.Equal(got, tt.lost) {
				t.Errorf("lost %q, want %q", got, tt.lost)
			}
			var all strings.Builder
			for _, m := range laid(t, p) {
				all.WriteString(m.text)
			}
			if noted := strings.Contains(all.String(), fmt.Sprintf("注：本件有%d个字无法显示：U+", len(tt.lost))); noted != (tt.lost != nil) {
				t.Errorf("noted %v: %s", noted, all.String())
			}
			if tt.lost == nil && !strings.Contains(all.String(), strings.TrimSuffix(tt.text, "\U000E0100")) {
				t.Errorf("set as %q", all.String())
			}
		})
	}
}

func TestAPressWithoutTypefacesSaysSo(t *testing.T) {
	broken := t.TempDir()
	for _, file := range faceFiles {
		if err := os.WriteFile(filepath.Join(broken, file), []byte("no typeface at all, no typeface at all"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	gone, stop := context.WithCancel(context.Background())
	stop()
	busy := NewPress(fonts, 1)
	busy.slots <- struct{}{}
	crashing := NewPress(fonts, 1)
	crashing.faces = &faces{} // the library indexes what is not there
	tests := []struct {
		name  string
		press *Press
		ctx   context.Context
		want  fault.Code
	}{
		{"no folder", NewPress(filepath.Join(broken, "none"), 1), context.Background(), fault.Unavailable},
		{"files that are no typefaces", NewPress(broken, 1), context.Background(), fault.Unavailable},
		{"all hands busy and the caller gone", busy, gone, fault.Unavailable},
		{"a panic of the library", crashing, context.Background(), fault.Internal},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			body, _, err := tt.press.Print(tt.ctx, aPaper())
			if f := new(fault.Error); body != nil || !errors.As(err, &f) || f.Code != tt.want {
				t.Errorf("got %d bytes, %v", len(body), err)
			}
		})
	}
	if NewPress(fonts, 1).Ready() != nil || NewPress(filepath.Join(broken, "none"), 1).Ready() == nil {
		t.Error("Ready is wrong about the typefaces")
	}
}

// Both files of a paper, opened with other eyes: the words are there, the pages are A4.
func TestPapersOpenElsewhere(t *testing.T) {
	folder := t.TempDir()
	word, pdf := filepath.Join(folder, "申报书.docx"), filepath.Join(folder, "申报书p.pdf")
	p := aDossier(t, "A01", func(*proposal.Proposal) {})
	body, _ := printed(t, p)
	if err := errors.Join(os.WriteFile(word, worded(t, p), 0o600), os.WriteFile(pdf, body, 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{office.Convert(t, word), pdf} {
		text := strings.ReplaceAll(office.Text(t, file), " ", "")
		for _, want := range []string{"草稿", "一、基本情况", "下袁楼村", "十二、不重复支持说明", "前戚家沟村", "—1—", "栖霞市人民政府", "2022年11月28日"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", filepath.Base(file), want)
			}
		}
		box := office.Boxes(t, file)
		for i, page := range box {
			portrait := page.Width < page.Height
			short, long := min(page.Width, page.Height), max(page.Width, page.Height)
			if short < 595 || short > 596 || long < 841 || long > 843 {
				t.Errorf("%s: page %d is %.1f × %.1f", filepath.Base(file), i+1, page.Width, page.Height)
			}
			left, right := innerMargin, pageWidth-outerMargin
			switch {
			case !portrait:
				left, right = footMargin, pageHeight-topMargin+2*mm
			case i%2 == 1:
				left, right = outerMargin, pageWidth-innerMargin
			}
			hang := 1.0
			if file != pdf {
				hang += sizeThree // LibreOffice lets a mark hang out of its line, whatever the style says
			}
			if page.Left < left-1 || page.Right > right+hang {
				t.Errorf("%s: page %d has words from %.1f to %.1f, the type area is %.1f to %.1f", filepath.Base(file), i+1, page.Left, page.Right, left, right)
			}
		}
	}
}
