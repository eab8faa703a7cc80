package audit

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"time"
)

// Entry is one line of a stream. Next fills Stream, Seq, PrevHash and Hash and brings At and Detail into their stable form.
type Entry struct {
	Stream       string    // "application/0190…"
	Seq          int64     // 1, 2, 3 … within the stream
	At           time.Time // UTC, whole microseconds
	AccountID    string    // who acted; "" for the program itself
	Actor        string    // unit and post, as shown at that time
	Role         string    // in which role, "" when it mattered not
	Region       string    // in which region's name, 6 digits
	Action       string    // "submit", "grant_added" …
	Object       string    // what was acted on, when not the stream's own subject
	From, To     string    // states, "" when none changed
	Reason       string    // opinion or reason given
	Detail       []byte    // canonical JSON object, at most MaxDetail bytes; nil when none
	BeforeDigest string    // digest of the subject before, "" when none
	AfterDigest  string    // digest of the subject after, "" when none
	Address      string    // client address
	PrevHash     string    // hex SHA-256 of the entry before, or Start(Stream).Hash
	Hash         string    // hex SHA-256 of this entry
}

// Head is the end of a stream: its last entry's number and hash.
type Head struct {
	Stream string
	Seq    int64 // 0 when the stream is empty
	Hash   string
}

// Start is the head of an empty stream.
func Start(stream string) Head {
	sum := sha256.Sum256(appendField([]byte("xianjie/audit/start/v1"), stream))
	return Head{Stream: stream, Hash: hex.EncodeToString(sum[:])}
}

// Head is the stream's head once e is its last entry.
func (e Entry) Head() Head { return Head{Stream: e.Stream, Seq: e.Seq, Hash: e.Hash} }

// sum hashes the entry as the package comment describes, as if it stood at stream and seq.
func (e *Entry) sum(stream string, seq int64) [sha256.Size]byte {
	b := make([]byte, 0, 640+len(e.Reason)+len(e.Detail))
	b = append(b, "xianjie/audit/entry/v1"...)
	b = appendField(b, stream)
	b = appendInt(b, seq)
	b = appendInt(b, e.At.UnixMicro())
	for _, field := range []string{e.AccountID, e.Actor, e.Role, e.Region, e.Action, e.Object, e.From, e.To, e.Reason} {
		b = appendField(b, field)
	}
	b = appendField(b, e.Detail)
	for _, field := range []string{e.BeforeDigest, e.AfterDigest, e.Address, e.PrevHash} {
		b = appendField(b, field)
	}
	return sha256.Sum256(b)
}

func appendField[T string | []byte](b []byte, field T) []byte {
	b = binary.BigEndian.AppendUint64(b, uint64(len(field)))
	return append(b, field...)
}

func appendInt(b []byte, n int64) []byte {
	b = binary.BigEndian.AppendUint64(b, 8)
	return binary.BigEndian.AppendUint64(b, uint64(n))
}
