package report

import (
	"bytes"
	"errors"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"xianjie/internal/fault"
	"xianjie/internal/office"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/policy"
)

// hundred is a document of one hundred projects and its table with ten wrong cells (figure S10).
func hundred(b *testing.B) (doc *proposal.Proposal, right, wrong []byte) {
	b.Helper()
	doc = theSample(b, "A01")
	from := doc.Projects
	doc.Projects = nil
	for i := range 100 {
		p := from[i%len(from)]
		p.ID = fmt.Sprintf("P%03d", i+1)
		doc.Projects = append(doc.Projects, p)
	}
	right = projectBook(b, doc)
	cells := map[string]any{}
	for i := range 10 {
		cells[fmt.Sprintf("O%d", 10+9*i)] = "12元"
	}
	return doc, right, office.Fill(b, right, tableSheet, cells)
}

// BenchmarkImport reads a table over its draft, finds what changed and judges the result, once with wrong cells and once without: a turn is the
// mean of the two.
func BenchmarkImport(b *testing.B) {
	doc, right, wrong := hundred(b)
	pack, err := policy.ParsePack(sample.Pack())
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		data := [][]byte{right, wrong}[i%2]
		read, err := ReadProjects(data, doc)
		var f *fault.Error
		if errors.As(err, &f) != (i%2 == 1) || f != nil && len(f.Places) != 10 || len(read.Projects) != 100 {
			b.Fatal(err)
		}
		after := *doc
		after.Projects = read.Projects
		changes := proposal.Diff(doc, &after)
		findings := policy.Evaluate(policy.Input{Doc: &after, Pack: pack, DossierOnly: true})
		if i%2 == 0 && len(changes) > 0 || len(findings) == 0 {
			b.Fatalf("%d changes, %d findings", len(changes), len(findings))
		}
	}
}

// BenchmarkBareParse reads the same file with excelize alone: open, and every row of the sheet as texts.
func BenchmarkBareParse(b *testing.B) {
	_, right, wrong := hundred(b)
	for i := 0; b.Loop(); i++ {
		f, err := excelize.OpenReader(bytes.NewReader([][]byte{right, wrong}[i%2]))
		if err != nil {
			b.Fatal(err)
		}
		rows, err := f.GetRows(tableSheet)
		if err != nil || len(rows) < 100 {
			b.Fatal(err)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
