package files

import (
	"bytes"
	"io"
	"strings"

	"github.com/gabriel-vasile/mimetype"
)

// sniffBytes is how much of the start decides; no signature in use lies deeper.
const sniffBytes = 4096

// Media types of our own for content that looks like an allowed type but must not pass as one.
const (
	mediaUnknown = "application/octet-stream"
	mediaMacro   = "application/vnd.ms-office.macro"
	mediaActive  = "application/pdf+active"
)

// sniff tells the type by content alone. Containers are told apart by the names in their directory; nothing is ever unpacked.
func sniff(head []byte, content io.ReaderAt, size int64) string {
	media, _, _ := strings.Cut(mimetype.Detect(head).String(), ";")
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return sniffZip(content, size)
	case bytes.HasPrefix(head, []byte("%PDF-")):
		if hasPage(head) {
			return mediaActive
		}
		return "application/pdf"
	case media == "application/pdf":
		return mediaUnknown // the signature comes late: something else stands before it
	case isContainer(media):
		return "application/zip" // named after its first bytes, yet it does not begin like an archive that we can read
	default:
		return media
	}
}

// hasPage reports whether the start of a file holds the beginning of a web page, as a file has that is two things at once.
func hasPage(head []byte) bool {
	low := bytes.ToLower(head)
	for _, tag := range []string{"<html", "<script", "<!doctype html"} {
		if bytes.Contains(low, []byte(tag)) {
			return true
		}
	}
	return false
}

func isContainer(media string) bool {
	for _, t := range Types() {
		if t.Media == media {
			return t.Name == "docx" || t.Name == "xlsx" || t.Name == "pptx"
		}
	}
	return false
}
