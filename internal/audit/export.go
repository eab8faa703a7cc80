package audit

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"iter"
	"time"

	"github.com/go-json-experiment/json"

	"xianjie/internal/fault"
)

// The identification of an export file's first line.
const (
	exportFormat  = "xianjie-audit-export"
	exportVersion = 1
	timeLayout    = "2006-01-02T15:04:05.000000Z"
)

// Header is the first line of an export.
type Header struct {
	Scope      string    // what was asked for: a stream name, or "*" for all
	ExportedAt time.Time // UTC, whole microseconds
	Heads      []Head    // heads the entries must reach, from the table of heads or a checkpoint; may be empty
}

// Export writes a file that VerifyExport can check offline: JSON lines, each an object with one member that names its kind:
// one "header", then "head" lines, then "entry" lines in the given order, last one "end" with the count and the SHA-256 of all
// bytes before it. An error from entries ends the writing and is returned; the file then lacks its end and will not be read.
func Export(w io.Writer, h Header, entries iter.Seq2[Entry, error]) error {
	out := bufio.NewWriterSize(w, 64<<10)
	e := exporter{out: out, sum: sha256.New()}
	e.line(line{Header: &headerLine{exportFormat, exportVersion, h.Scope, stamp(h.ExportedAt), int64(len(h.Heads))}})
	for _, head := range h.Heads {
		e.line(line{Head: &headLine{head.Stream, head.Seq, head.Hash}})
	}
	count := int64(0)
	for entry, err := range entries {
		if err != nil {
			return err
		}
		e.line(line{Entry: lineOf(entry)})
		if e.err != nil {
			break
		}
		count++
	}
	e.line(line{End: &endLine{count, hex.EncodeToString(e.sum.Sum(nil))}})
	if e.err == nil {
		e.err = out.Flush()
	}
	if e.err != nil {
		return fault.Wrap(fault.Unavailable, "审计流水导出中断，请重新导出", e.err)
	}
	return nil
}

// exporter remembers the first error, so that the writing above reads straight.
type exporter struct {
	out *bufio.Writer
	sum hash.Hash
	err error
}

func (e *exporter) line(l line) {
	if e.err != nil {
		return
	}
	var b []byte
	if b, e.err = json.Marshal(l); e.err != nil {
		return
	}
	b = append(b, '\n')
	e.sum.Write(b)
	_, e.err = e.out.Write(b)
}

func stamp(t time.Time) string { return t.UTC().Truncate(time.Microsecond).Format(timeLayout) }
