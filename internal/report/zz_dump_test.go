package report

import (
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	for n, w := range books(t) {
		os.WriteFile("/tmp/books_out/"+n+".xlsx", written(t, w), 0o644)
	}
}
