package office

import (
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Fill is a workbook after somebody typed into some cells of a sheet: texts, numbers, or nil to empty a cell.
func Fill(t testing.TB, book []byte, sheet string, cells map[string]any) []byte {
	t.Helper()
	return Edit(t, book, func(f *excelize.File) error {
		var err error
		for cell, value := range cells {
			err = errors.Join(err, f.SetCellValue(sheet, cell, value))
		}
		return err
	})
}

// Edit is a workbook after whatever else was done to it.
func Edit(t testing.TB, book []byte, do func(*excelize.File) error) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // nothing is kept on disk
	if err := do(f); err != nil {
		t.Fatal(err)
	}
	out, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
