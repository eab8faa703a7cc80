package audit

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"xianjie/internal/fault"
)

// Checkpoint binds the heads of all streams at one instant. Its Digest is what is published outside the database; Heads are
// kept beside it so that a later check can tell which stream was cut or rewritten.
type Checkpoint struct {
	No       int64     // 1, 2, 3 …
	At       time.Time // UTC, whole microseconds
	Previous string    // Digest of the checkpoint before, "" for the first
	Root     string    // hex; Merkle root over Heads
	Heads    []Head    // sorted by stream, each stream once
}

// NewCheckpoint makes the checkpoint that follows previous (the zero value before the first). It refuses, as an Internal
// fault, heads that name a stream twice.
func NewCheckpoint(previous Checkpoint, at time.Time, heads []Head) (Checkpoint, error) {
	sorted := slices.Clone(heads)
	slices.SortFunc(sorted, func(a, b Head) int { return cmp.Compare(a.Stream, b.Stream) })
	for i := range sorted {
		if i > 0 && sorted[i].Stream == sorted[i-1].Stream {
			return Checkpoint{}, fault.New(fault.Internal, "检查点有误：流水 %s 的链头出现两次", sorted[i].Stream)
		}
	}
	c := Checkpoint{No: previous.No + 1, At: at.UTC().Truncate(time.Microsecond), Root: root(sorted), Heads: sorted}
	if previous.No > 0 {
		c.Previous = previous.Digest()
	}
	return c, nil
}

// Digest is the hex SHA-256 over "xianjie/audit/checkpoint/v1" and No, At (microseconds), Previous and Root, in the encoding
// of the package comment.
func (c Checkpoint) Digest() string {
	b := []byte("xianjie/audit/checkpoint/v1")
	b = appendInt(b, c.No)
	b = appendInt(b, c.At.UnixMicro())
	b = appendField(b, c.Previous)
	b = appendField(b, c.Root)
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// VerifyCheckpoint checks that c is the checkpoint whose digest was published and that the entries still contain every head
// it binds. Entries written since are no fault.
func VerifyCheckpoint(c Checkpoint, published string, entries []Entry) []Fault {
	var found []Fault
	if root(c.Heads) != c.Root {
		found = append(found, forged(c, "所列链头与根摘要不符"))
	}
	if c.Digest() != published {
		found = append(found, forged(c, "与对外公布的摘要不符"))
	}
	return append(found, Verify(entries, c.Heads)...)
}

func forged(c Checkpoint, what string) Fault {
	return Fault{Seq: c.No, Last: c.No, Kind: Forged, Message: fmt.Sprintf("第 %d 号检查点：%s", c.No, what)}
}

// root is the Merkle tree hash of RFC 6962 over the heads in their order: leaves are hashed behind 0x00, nodes behind 0x01, so
// that neither can stand for the other.
func root(heads []Head) string {
	sum := treeHash(heads)
	return hex.EncodeToString(sum[:])
}

func treeHash(heads []Head) digest {
	switch len(heads) {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		b := appendField([]byte{0}, heads[0].Stream)
		b = appendInt(b, heads[0].Seq)
		return sha256.Sum256(appendField(b, heads[0].Hash))
	}
	split := 1
	for split*2 < len(heads) {
		split *= 2
	}
	left, right := treeHash(heads[:split]), treeHash(heads[split:])
	return sha256.Sum256(append(append([]byte{1}, left[:]...), right[:]...))
}
