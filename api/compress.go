package api

import (
	"net/http"
	"strings"

	"github.com/klauspost/compress/gzhttp"
)

// worthPacking is the least an answer must have, in bytes, to be sent compressed: less fits one packet as it is.
const worthPacking = 1024

// compressed sends what is text in gzip to those who take it; files (workbooks, papers, archives, pictures) are packed already. An answer
// keeps its ETag: a tag names the version of what is said, and changes are made over it whichever way it was sent.
func compressed(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(worthPacking), gzhttp.EnableZstd(false), gzhttp.ContentTypeFilter(isText))
	if err != nil {
		panic(err) // the options above are constants
	}
	return wrap(next)
}

func isText(contentType string) bool {
	kind, _, _ := strings.Cut(contentType, ";")
	return kind == "application/json" || strings.HasSuffix(kind, "+json") || strings.HasPrefix(kind, "text/")
}
