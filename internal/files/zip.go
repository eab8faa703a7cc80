package files

import (
	"bytes"
	"encoding/binary"
	"io"
	"strings"
)

// Bounds for looking into an archive's directory. Office files have some dozens of parts; what exceeds the bounds is taken for
// a plain archive, which no pack can allow.
const (
	maxDirectory = 1 << 20 // bytes of directory read into memory
	maxUnpacked  = 1 << 30 // bytes that all parts claim to have unpacked
	endRecord    = 22      // size of the end-of-directory record without comment
	maxComment   = 1<<16 - 1
	dirHeader    = 46 // fixed size of one directory header
)

// sniffZip tells Office and OFD documents from other archives by the names in the directory at the end of the file.
func sniffZip(content io.ReaderAt, size int64) string {
	names, ok := zipNames(content, size)
	if !ok {
		return "application/zip"
	}
	has := func(name string) bool { return names[name] }
	switch {
	case names["vbaproject.bin"]:
		return mediaMacro
	case has("ofd.xml"):
		return "application/ofd"
	case !has("[content_types].xml"):
		return "application/zip"
	case has("word/document.xml"):
		return mediaOf("docx")
	case has("xl/workbook.xml"):
		return mediaOf("xlsx")
	case has("ppt/presentation.xml"):
		return mediaOf("pptx")
	default:
		return "application/zip"
	}
}

func mediaOf(name string) string {
	for _, t := range Types() {
		if t.Name == name {
			return t.Media
		}
	}
	return mediaUnknown
}

// zipNames reads the names of an archive's parts in lower case; a macro project anywhere appears as "vbaproject.bin". It
// answers false for archives that are damaged, huge, encrypted as a whole, in 64-bit form, or claim to unpack to absurd sizes.
func zipNames(content io.ReaderAt, size int64) (map[string]bool, bool) {
	tail := make([]byte, min(size, endRecord+maxComment))
	if _, err := io.ReadFull(io.NewSectionReader(content, size-int64(len(tail)), int64(len(tail))), tail); err != nil {
		return nil, false
	}
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || at+endRecord > len(tail) {
		return nil, false
	}
	length := int64(binary.LittleEndian.Uint32(tail[at+12:]))
	offset := int64(binary.LittleEndian.Uint32(tail[at+16:]))
	if length > maxDirectory {
		return nil, false
	}
	directory := make([]byte, length)
	if _, err := io.ReadFull(io.NewSectionReader(content, offset, length), directory); err != nil {
		return nil, false
	}
	names := map[string]bool{}
	unpacked := int64(0)
	for len(directory) > 0 {
		if len(directory) < dirHeader || !bytes.HasPrefix(directory, []byte("PK\x01\x02")) {
			return nil, false
		}
		unpacked += int64(binary.LittleEndian.Uint32(directory[24:]))
		nameEnd := dirHeader + int(binary.LittleEndian.Uint16(directory[28:]))
		end := nameEnd + int(binary.LittleEndian.Uint16(directory[30:])) + int(binary.LittleEndian.Uint16(directory[32:]))
		if end > len(directory) || unpacked > maxUnpacked {
			return nil, false
		}
		name := strings.ToLower(string(directory[dirHeader:nameEnd]))
		names[name] = true
		if strings.HasSuffix(name, "vbaproject.bin") {
			names["vbaproject.bin"] = true
		}
		directory = directory[end:]
	}
	return names, true
}
