package report

import (
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// benchRows is the length of the list of figure S9.
const benchRows = 3000

// BenchmarkExport is our list of applications as a workbook; make bench takes it against BenchmarkBareExport.
func BenchmarkExport(b *testing.B) {
	list := anApplicationList(b, benchRows)
	for b.Loop() {
		if err := ApplicationsBook(io.Discard, list); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBareExport writes the same cells with the same number formats through a bare stream writer, as its manual shows, amounts as the
// binary fractions they happen to be.
func BenchmarkBareExport(b *testing.B) {
	list := anApplicationList(b, benchRows)
	for b.Loop() {
		if err := bareExport(io.Discard, list); err != nil {
			b.Fatal(err)
		}
	}
}

func bareExport(w io.Writer, list Applications) error {
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // nothing is kept on disk
	var failed error
	style := func(k kind) int {
		id, err := f.NewStyle(format{kind: k, places: 4}.style())
		if err != nil {
			failed = err
		}
		return id
	}
	text, centre, number, wan, part, when := style(prose), style(mid), style(count), style(amount), style(ratio), style(instant)
	to, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	heads := []any{}
	for _, c := range leaves(applicationColumns) {
		heads = append(heads, excelize.Cell{StyleID: centre, Value: c.head})
	}
	if err := to.SetRow("A1", heads); err != nil {
		return err
	}
	moment := func(t time.Time) any {
		if t.IsZero() {
			return excelize.Cell{StyleID: when}
		}
		return excelize.Cell{StyleID: when, Value: float64(at(t).n) / secondsOfDay}
	}
	for i, r := range list.Rows {
		err := to.SetRow(fmt.Sprintf("A%d", i+2), []any{
			excelize.Cell{StyleID: number, Value: i + 1}, excelize.Cell{StyleID: centre, Value: r.Batch}, excelize.Cell{StyleID: centre, Value: r.No}, excelize.Cell{StyleID: centre, Value: r.City},
			excelize.Cell{StyleID: centre, Value: r.County}, excelize.Cell{StyleID: text, Value: r.Title}, excelize.Cell{StyleID: centre, Value: r.Channel}, excelize.Cell{StyleID: number, Value: r.Villages},
			excelize.Cell{StyleID: number, Value: r.Projects}, excelize.Cell{StyleID: wan, Value: float64(r.ProvUp) / 1e6}, excelize.Cell{StyleID: wan, Value: float64(r.Linkage) / 1e6},
			excelize.Cell{StyleID: wan, Value: float64(r.Integrated) / 1e6}, excelize.Cell{StyleID: part, Value: float64(r.Integrated) / float64(r.Linkage)}, excelize.Cell{StyleID: wan, Value: float64(r.Total) / 1e6},
			excelize.Cell{StyleID: centre, Value: strings.Join(r.Failed, "、")}, excelize.Cell{StyleID: centre, Value: strings.Join(r.Warned, "、")}, excelize.Cell{StyleID: centre, Value: r.State},
			moment(r.StateSince), moment(r.SubmittedAt), moment(r.ReportedAt), excelize.Cell{StyleID: number, Value: r.Rank}})
		if err != nil {
			return err
		}
	}
	if err := to.Flush(); err != nil {
		return err
	}
	if _, err = f.WriteTo(w); err != nil {
		return err
	}
	return failed
}
