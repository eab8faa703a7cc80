package audit

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// Verifier checks entries of any number of streams, in any order. It keeps about 100 bytes per sound entry, so a million
// entries need no more than some hundred megabytes. The zero value is ready; it is not safe for concurrent use.
type Verifier struct {
	chains  map[string]*chain
	suspect []*record // entries whose own hash does not fit
	faults  map[string][]Fault
	heads   map[string][]Head
}

type digest [sha256.Size]byte

// record is what the walk needs of an entry.
type record struct {
	seq        int64
	hash, prev digest
	sound      bool   // its own hash fits where it stands
	gone       bool   // found to belong into another stream, or to be a copy
	entry      *Entry // kept only while not sound
}

type chain struct{ records []*record }

// Verify checks all entries against each other and against heads kept elsewhere: each stream must reach every head given for
// it, with that hash, and may go on beyond. It returns every finding by stream and number; none means that all is well.
func Verify(entries []Entry, heads []Head) []Fault {
	var v Verifier
	for _, e := range entries {
		v.Add(e)
	}
	return v.Finish(heads)
}

// Add takes one entry.
func (v *Verifier) Add(e Entry) {
	r := &record{seq: e.Seq}
	hashOK, prevOK := unhex(e.Hash, &r.hash), unhex(e.PrevHash, &r.prev)
	r.sound = hashOK && prevOK && e.sum(e.Stream, e.Seq) == r.hash
	if !r.sound {
		r.entry = &e
		v.suspect = append(v.suspect, r)
	}
	c := v.chain(e.Stream)
	c.records = append(c.records, r)
}

// Finish compares everything added with the heads and returns the findings. The verifier is used up.
func (v *Verifier) Finish(heads []Head) []Fault { return v.finish(heads, identifyBudget) }

func (v *Verifier) finish(heads []Head, budget int) []Fault {
	v.heads, v.faults = map[string][]Head{}, map[string][]Fault{}
	for _, h := range heads {
		v.heads[h.Stream] = append(v.heads[h.Stream], h)
		v.chain(h.Stream)
	}
	v.identify(budget)
	for stream, c := range v.chains {
		v.walk(stream, c)
	}
	var found []Fault
	for _, faults := range v.faults {
		found = append(found, faults...)
	}
	slices.SortFunc(found, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Stream, b.Stream), cmp.Compare(a.Seq, b.Seq), cmp.Compare(a.Kind, b.Kind))
	})
	return found
}

func (v *Verifier) chain(stream string) *chain {
	if v.chains == nil {
		v.chains = map[string]*chain{}
	}
	c := v.chains[stream]
	if c == nil {
		c = &chain{}
		v.chains[stream] = c
	}
	return c
}

func (v *Verifier) report(f Fault) { v.faults[f.Stream] = append(v.faults[f.Stream], f) }

// unhex reads a lower-case hex digest; upper case is not what was written and is refused.
func unhex(text string, into *digest) bool {
	if len(text) != hex.EncodedLen(len(into)) {
		return false
	}
	for i := range len(text) {
		if c := text[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	_, err := hex.Decode(into[:], []byte(text))
	return err == nil
}
