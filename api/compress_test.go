package api_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"testing"
)

// What is text goes compressed to those who take it, and says the same; a file goes as it is.
func TestTextGoesCompressedFilesAsTheyAre(t *testing.T) {
	w := lightWorld(t, nothingElse)
	w.openBatch()
	c := w.draft("A01").desks()
	paths := map[string]string{c.path(): "gzip", "/applications.xlsx": ""}
	for path, coding := range paths {
		plain := c.filer.get(path, "Accept-Encoding", "identity").want(http.StatusOK)
		if got := plain.header.Get("Content-Encoding"); got != "" {
			t.Errorf("%s comes in %s unasked", path, got)
		}
		packed := c.filer.get(path, "Accept-Encoding", "gzip").want(http.StatusOK)
		if got := packed.header.Get("Content-Encoding"); got != coding {
			t.Fatalf("%s comes in %q, want %q", path, got, coding)
		}
		if coding == "" {
			continue
		}
		if packed.tag() != plain.tag() || len(packed.body)*3 > len(plain.body) {
			t.Errorf("%s: %d bytes of %d, tag %s of %s", path, len(packed.body), len(plain.body), packed.tag(), plain.tag())
		}
		body, err := gzip.NewReader(bytes.NewReader(packed.body))
		must(t, err)
		if said, err := io.ReadAll(body); err != nil || !bytes.Equal(said, plain.body) {
			t.Errorf("%s says otherwise when compressed: %v", path, err)
		}
	}
}
