package paper

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// fonts is where scripts/fonts.sh lays the typefaces.
var fonts = filepath.Join("..", "..", "fonts")

// hostile is a text that tries everything a text may not do.
const hostile = "<w:fldSimple w:instr=\"DDEAUTO c:\\cmd\">]]>&{ HYPERLINK \"http://x\" }=cmd|'/c calc'!A1\x00\x07\u202e\ufeff尾"

// aPaper has a little of everything.
func aPaper() Paper {
	return Paper{Head: &Head{Agencies: []string{"山东省乡村振兴局", "山东省财政厅"}, Suffix: "文件"}, Mark: "草拟件", Number: "鲁乡振字〔2023〕1号",
		Title: "关于同意栖霞市果韵云溪衔接乡村振兴集中推进区立项的批复", To: "烟台市乡村振兴局、烟台市财政局",
		Body: []Block{Text("你们报来的申报材料收悉。" + hostile), Heading{1, "一、立项"}, Heading{2, "（一）范围"}, Text("第一段\n第二段"),
			Table{Caption: "表1　村", Unit: "单位：万元", Total: true, Columns: []Column{{"序号", 1, Centre}, {"村", 3, Left}, {"金额", 2, Right}}, Rows: [][]string{{"1", hostile, "2000"}, {"", "合计", "2000.5"}}},
			Table{Caption: "表2　项目", Wide: true, Columns: []Column{{"名称", 1, Left}}}, Text("特此批复。")},
		Annexes: []string{"项目表", "资金表"}, Signers: []string{"山东省乡村振兴局", "山东省财政厅"}, Date: "2023年3月1日", CopyTo: "栖霞市人民政府", Issuer: "省局办公室", Issued: "2023年3月2日"}
}

func worded(t *testing.T, p Paper) []byte {
	t.Helper()
	data, err := WordPaper(p)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func printed(t *testing.T, p Paper) ([]byte, []Lost) {
	t.Helper()
	data, lost, err := NewPress(fonts, 1).Print(context.Background(), p)
	if err != nil {
		t.Fatal(err)
	}
	return data, lost
}

// partsOf unpacks a document and reads every part to its end as XML.
func partsOf(t *testing.T, docx []byte) map[string]string {
	t.Helper()
	file, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range file.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(bytes.NewReader(text)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s is no XML: %v", f.Name, err)
			}
		}
		parts[f.Name] = string(text)
	}
	return parts
}

// outline is a document as a person reads its structure: a paragraph by style and text, a table row by its cells, a section by its page.
func outline(t *testing.T, document string) string {
	t.Helper()
	var out strings.Builder
	var text strings.Builder
	style, depth := "", 0
	for d := xml.NewDecoder(strings.NewReader(document)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "tr":
				depth++
				out.WriteString("  |")
			case "pStyle":
				style = e.Attr[0].Value
			case "br":
				text.WriteString("/")
			case "tblHeader", "gridSpan", "framePr", "keepNext":
				text.WriteString("[" + e.Name.Local + "]")
			case "pgSz", "pgMar":
				fmt.Fprintf(&out, "%s:", e.Name.Local)
				for _, a := range e.Attr {
					fmt.Fprintf(&out, " %s=%s", a.Name.Local, a.Value)
				}
				out.WriteString("\n")
			}
		case xml.CharData:
			text.Write(e)
		case xml.EndElement:
			switch {
			case e.Name.Local == "tr":
				depth--
				out.WriteString("\n")
			case e.Name.Local == "p" && depth > 0:
				fmt.Fprintf(&out, " %s |", text.String())
				text.Reset()
			case e.Name.Local == "p":
				fmt.Fprintf(&out, "%s: %s\n", style, text.String())
				text.Reset()
				style = ""
			}
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs; read the difference, then run with -update\n%s", name, diff)
	}
}

func TestAWordPaperHasTheStructureOfAnOfficialPaper(t *testing.T) {
	parts := partsOf(t, worded(t, aPaper()))
	golden(t, "paper.outline", outline(t, parts["word/document.xml"]))
}

func TestNothingInATextBecomesAFieldOrMarkup(t *testing.T) {
	for _, p := range []Paper{aPaper(), {Title: hostile, Under: hostile, Number: hostile, To: hostile, Mark: hostile, Date: hostile, Annexes: []string{hostile}, Signers: []string{hostile},
		CopyTo: hostile, Issuer: hostile, Issued: hostile, Head: &Head{Agencies: []string{hostile}, Suffix: hostile}, Body: []Block{Heading{1, hostile}, Table{Caption: hostile, Unit: hostile,
			Columns: []Column{{hostile, 1, Left}}, Rows: [][]string{{hostile}}}}}} {
		parts := partsOf(t, worded(t, p))
		for name, text := range parts {
			if strings.Contains(text, "<w:fldSimple") || strings.Contains(text, "\u202e") || strings.ContainsAny(text, "\x00\x07") {
				t.Errorf("%s has a field or a control character of the text", name)
			}
			if fields := strings.Count(text, "<w:instrText"); fields > 0 != strings.HasPrefix(name, "word/footer") || fields > 1 {
				t.Errorf("%s has %d fields", name, fields)
			}
		}
		if !strings.Contains(parts["word/document.xml"], "尾") {
			t.Error("the rest of the text is gone")
		}
	}
}

func TestAPaperIsTheSameEveryTime(t *testing.T) {
	first, second := worded(t, aPaper()), worded(t, aPaper())
	if !bytes.Equal(first, second) {
		t.Error("two Word files of one paper differ")
	}
	one, _ := printed(t, aPaper())
	two, _ := printed(t, aPaper())
	if !bytes.Equal(one, two) {
		t.Error("two PDF files of one paper differ")
	}
	lines := titleLines("第二批衔接乡村振兴集中推进区（2023年度）申报书")
	for range 50 {
		if again := titleLines("第二批衔接乡村振兴集中推进区（2023年度）申报书"); !cmp.Equal(lines, again) {
			t.Fatalf("a title was cut as %q and as %q", lines, again)
		}
	}
}

func TestATitleIsCutBetweenItsWords(t *testing.T) {
	got := titleLines("关于同意栖霞市果韵云溪衔接乡村振兴集中推进区立项的批复")
	if diff := cmp.Diff([]string{"关于同意栖霞市果韵云溪衔接", "乡村振兴集中推进区立项的批复"}, got); diff != "" {
		t.Error(diff)
	}
}

// aDossier is the 申报书 of a sample.
func aDossier(t *testing.T, name string, change func(*proposal.Proposal)) Paper {
	t.Helper()
	doc, _, err := proposal.DecodeDraft(sample.Application(name))
	if err != nil {
		t.Fatal(err)
	}
	change(doc)
	return DossierPaper(Dossier{Batch: "第二批衔接乡村振兴集中推进区(2023年度)", No: "370686-01", Doc: doc, Draft: true,
		Findings: []Finding{{"V01", "村数", "三", "通过", "10 个村,应 ≥ 10 个", "", ""}, {"F06", "整合比例", "三.4", "不通过", "整合 900 < 50%", "100万元", "请补足"}}})
}

func TestADossierHasItsTwelveChapters(t *testing.T) {
	p := aDossier(t, "A01", func(*proposal.Proposal) {})
	golden(t, "dossier.outline", outline(t, partsOf(t, worded(t, p))["word/document.xml"]))
	chapters := 0
	for _, b := range p.Body {
		if h, is := b.(Heading); is && h.Level == 1 && !strings.HasPrefix(h.Text, "附") {
			chapters++
		}
	}
	if chapters != 12 || p.Mark != "草稿" {
		t.Errorf("%d chapters, mark %q", chapters, p.Mark)
	}
}
