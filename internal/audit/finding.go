package audit

import "fmt"

// Kind says what was done to a stream.
type Kind string

// The kinds of tampering.
const (
	Changed    Kind = "changed"    // an entry's content or hashes differ from what was written
	Missing    Kind = "missing"    // entries are gone from the middle or the start
	Cut        Kind = "cut"        // entries are gone from the end: a kept head lies beyond the last one
	Swapped    Kind = "swapped"    // a genuine entry stands under another number of its stream
	Moved      Kind = "moved"      // a genuine entry of one stream stands in another
	Duplicated Kind = "duplicated" // a genuine entry stands there twice
	Inserted   Kind = "inserted"   // an entry that was never written
	Rewritten  Kind = "rewritten"  // the chain holds together but differs from a kept head: everything from somewhere on was rewritten
	Forged     Kind = "forged"     // a checkpoint is not the published one, or contradicts itself
)

// Fault is one finding: where, what, and a sentence for the person. Last differs from Seq only for a run of missing entries.
type Fault struct {
	Stream  string
	Seq     int64
	Last    int64
	Kind    Kind
	Message string
}

func finding(stream string, seq int64, kind Kind, format string, args ...any) Fault {
	place := fmt.Sprintf("流水 %s 第 %d 条：", stream, seq)
	return Fault{Stream: stream, Seq: seq, Last: seq, Kind: kind, Message: place + fmt.Sprintf(format, args...)}
}

func gap(stream string, first, last int64, kind Kind, what string) Fault {
	f := finding(stream, first, kind, "%s", what)
	f.Last = last
	if last > first {
		f.Message = fmt.Sprintf("流水 %s 第 %d 至 %d 条：%s", stream, first, last, what)
	}
	return f
}
