package report

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"xianjie/internal/fault"
)

// part is one entry of a package that a test puts together by hand.
type part struct {
	name string
	body io.Reader
	do   func(*zip.FileHeader)
}

func packed(t testing.TB, parts ...part) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		h := &zip.FileHeader{Name: p.name, Method: zip.Deflate}
		if p.do != nil {
			p.do(h)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(w, p.body); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// The parts of the smallest workbook.
const (
	relType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	types   = `<Types><Override PartName="/xl/workbook.xml" ContentType="` + mediaMain + `"/></Types>`
	rels    = `<Relationships><Relationship Id="rId1" Type="` + relType + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookXML = `<workbook xmlns:r="` + relType + `"><sheets><sheet name="项目表" sheetId="1" r:id="rId1"/></sheets></workbook>`
	bookRel = `<Relationships><Relationship Id="rId1" Type="` + relType + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relType + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
)

// aRow is a row of cells that hold texts in themselves.
func aRow(texts ...string) string {
	return "<row>" + "<c t=\"inlineStr\"><is><t>" + strings.Join(texts, "</t></is></c><c t=\"inlineStr\"><is><t>") + "</t></is></c></row>"
}

// heads is the least row of headings that is read.
func heads() string {
	texts := []string{}
	for _, c := range projectTable {
		if c.must {
			texts = append(texts, c.head)
		}
	}
	return aRow(texts...)
}

func sheetXML(rows string) string {
	return `<worksheet><sheetData>` + rows + `</sheetData></worksheet>`
}

// crafted is the smallest workbook with some parts replaced, added or (nil) left out.
func crafted(t testing.TB, but map[string]string, more ...part) []byte {
	t.Helper()
	texts := map[string]string{"[Content_Types].xml": types, "_rels/.rels": rels, "xl/workbook.xml": bookXML, "xl/_rels/workbook.xml.rels": bookRel,
		"xl/worksheets/sheet1.xml": sheetXML(heads() + aRow("P01", "一个项目", "产业发展", "1"))}
	maps.Copy(texts, but)
	var parts []part
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if texts[name] != "" {
			parts = append(parts, part{name: name, body: strings.NewReader(texts[name])})
		}
	}
	return packed(t, append(parts, more...)...)
}

func hostileRows(n int, row string) io.Reader {
	return io.MultiReader(strings.NewReader(`<worksheet><sheetData>`+heads()), io.LimitReader(&repeated{text: row}, int64(n*len(row))), strings.NewReader(`</sheetData></worksheet>`))
}

// repeated is a text over and over.
type repeated struct {
	text string
	at   int
}

func (r *repeated) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = r.text[r.at]
		r.at = (r.at + 1) % len(r.text)
	}
	return len(p), nil
}

// within runs do and returns how far the heap rose meanwhile.
func within(do func()) (rise uint64) {
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	var most atomic.Uint64
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			var now runtime.MemStats
			runtime.ReadMemStats(&now)
			most.Store(max(most.Load(), now.HeapInuse))
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	do()
	close(stop)
	<-stopped
	return most.Load() - min(most.Load(), before.HeapInuse)
}

const (
	sheet1 = "xl/worksheets/sheet1.xml"
	shared = "xl/sharedStrings.xml"
)

// oneCell is the smallest table with its total as the given cell.
func oneCell(cell string) map[string]string {
	row := aRow("P01", "一个项目", "产业发展")
	return map[string]string{sheet1: sheetXML(heads() + strings.TrimSuffix(row, "</row>") + cell + "</row>")}
}

func TestHostileWorkbooksAreRefused(t *testing.T) {
	doc := theSample(t, "A01")
	whole := projectBook(t, doc)
	tests := hostile(t, whole)
	const fewest = 30
	if len(tests) < fewest {
		t.Errorf("only %d hostile files", len(tests))
	}
	if read, err := ReadProjects(crafted(t, nil), doc); err != nil || len(read.Projects) != 1 || read.Projects[0].TotalInvestment != 1_000_000 {
		t.Fatalf("the file they are made of is not read: %+v %s", read.Projects, said(read, err))
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			began := time.Now()
			var err error
			var read ProjectsRead
			rise := within(func() { read, err = ReadProjects(tt.data, doc) })
			if got := said(read, err); !slices.Contains([]fault.Code{fault.Unsupported, fault.TooLarge, fault.Invalid}, fault.CodeOf(err)) || !strings.Contains(got, tt.want) {
				t.Errorf("said %q, want %q", got, tt.want)
			}
			if rise > 256<<20 {
				t.Errorf("took %d MB", rise>>20)
			}
			if spent := time.Since(began); spent > 20*time.Second {
				t.Errorf("took %s", spent)
			}
			if _, err := ReadSheet(tt.data, aRubric()); err == nil {
				t.Error("read as a score sheet")
			}
		})
	}
}
