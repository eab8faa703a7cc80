package report

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"
)

// writeOrdered writes a workbook with its parts in order of their names: the library writes the sheets in whatever order a map gives them, and
// the same list must be the same file. The parts are copied as they were packed.
func writeOrdered(w io.Writer, file *excelize.File) error {
	packed, err := file.WriteToBuffer()
	if err != nil {
		return err
	}
	from, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		return err
	}
	slices.SortStableFunc(from.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, part := range from.File {
		if err := to.Copy(part); err != nil {
			return err
		}
	}
	return to.Close()
}
