package audit

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// world is four sound streams and their true heads.
func world(t testing.TB) (map[string][]Entry, []Head) {
	w := map[string][]Entry{}
	var heads []Head
	for _, name := range []string{"account/1", "application/A01", "application/A02", "batch/2022"} {
		w[name] = stream(t, name, 30)
		heads = append(heads, w[name][29].Head())
	}
	return w, heads
}

func flat(w map[string][]Entry) []Entry {
	var all []Entry
	for _, entries := range w {
		all = append(all, entries...)
	}
	return all
}

// rehash gives an entry the hash of its present content, as an attacker who knows the encoding would.
func rehash(e *Entry) { e.Hash = fmt.Sprintf("%x", e.sum(e.Stream, e.Seq)) }

const victim, bystander = "application/A01", "application/A02"

// tampering is one way to attack the entry at index i (its number is i+1) and what must be found.
type tampering struct {
	name string
	do   func(w map[string][]Entry, i int)
	want func(i int) []Fault // stream, number and kind of what must be among the findings
}

func at(kind Kind) func(int) []Fault {
	return func(i int) []Fault { return []Fault{{Stream: victim, Seq: int64(i + 1), Kind: kind}} }
}

func field(change func(*Entry)) func(map[string][]Entry, int) {
	return func(w map[string][]Entry, i int) { change(&w[victim][i]) }
}

func tamperings() []tampering {
	return []tampering{
		{"a reason is changed", field(func(e *Entry) { e.Reason += "。" }), at(Changed)},
		{"an instant is moved by a microsecond", field(func(e *Entry) { e.At = e.At.Add(time.Microsecond) }), at(Changed)},
		{"an act is laid to another account", field(func(e *Entry) { e.AccountID = "acc-9" }), at(Changed)},
		{"text moves from one field to the next", field(func(e *Entry) { e.From, e.To = e.From+"S", e.To[1:] }), at(Changed)},
		{"a figure in the detail is changed", field(func(e *Entry) { e.Detail = []byte(`{"round":99}`) }), at(Changed)},
		{"the digest after is changed", field(func(e *Entry) { e.AfterDigest = strings.Repeat("c", 64) }), at(Changed)},
		{"the hash is changed", field(func(e *Entry) { e.Hash = strings.Repeat("0", 64) }), at(Changed)},
		{"the previous hash is changed", field(func(e *Entry) { e.PrevHash = strings.Repeat("0", 64) }), at(Changed)},
		{"the hash is written in capitals", field(func(e *Entry) { e.Hash = strings.ToUpper(e.Hash) + "A" }), at(Changed)},
		{"an entry is changed and hashed anew", field(func(e *Entry) { e.Reason = "改"; rehash(e) }), at(Changed)},
		{"an entry is deleted", func(w map[string][]Entry, i int) { w[victim] = slices.Delete(w[victim], i, i+1) }, at(Missing)},
		{"an entry is deleted and the rest renumbered", func(w map[string][]Entry, i int) {
			w[victim] = slices.Delete(w[victim], i, i+1)
			for j := i; j < len(w[victim]); j++ {
				w[victim][j].Seq--
			}
		}, at(Missing)},
		{"an entry and its successor change numbers", func(w map[string][]Entry, i int) {
			a, b := &w[victim][i], &w[victim][i+1]
			a.Seq, b.Seq = b.Seq, a.Seq
		}, func(i int) []Fault { return append(at(Swapped)(i), at(Swapped)(i+1)...) }},
		{"two distant entries change numbers", func(w map[string][]Entry, i int) {
			a, b := &w[victim][i], &w[victim][29-i]
			a.Seq, b.Seq = b.Seq, a.Seq
		}, func(i int) []Fault { return append(at(Swapped)(i), at(Swapped)(29-i)...) }},
		{"an entry stands there twice", func(w map[string][]Entry, i int) { w[victim] = append(w[victim], w[victim][i]) }, at(Duplicated)},
		{"an entry is copied under the next free number", func(w map[string][]Entry, i int) {
			copied := w[victim][i]
			copied.Seq = 31
			w[victim] = append(w[victim], copied)
		}, func(int) []Fault { return at(Duplicated)(30) }},
		{"a forged entry is put beside a genuine one", func(w map[string][]Entry, i int) {
			forged := w[victim][i]
			forged.Reason = "伪造"
			rehash(&forged)
			w[victim] = append([]Entry{forged}, w[victim]...)
		}, at(Inserted)},
		{"a forged entry is put in and the rest renumbered", func(w map[string][]Entry, i int) {
			forged := w[victim][i]
			forged.Reason = "伪造"
			rehash(&forged)
			w[victim] = slices.Insert(w[victim], i, forged)
			for j := i + 1; j < len(w[victim]); j++ {
				w[victim][j].Seq++
			}
		}, at(Inserted)},
		{"an entry is given an impossible number", func(w map[string][]Entry, i int) {
			forged := w[victim][i]
			forged.Seq, forged.Reason = -int64(i), "伪造"
			rehash(&forged)
			w[victim] = append(w[victim], forged)
		}, func(i int) []Fault { return []Fault{{Stream: victim, Seq: -int64(i), Kind: Inserted}} }},
		{"an entry is moved to another stream", func(w map[string][]Entry, i int) {
			moved := w[victim][i]
			w[victim] = slices.Delete(w[victim], i, i+1)
			moved.Stream, moved.Seq = bystander, 31
			w[bystander] = append(w[bystander], moved)
		}, func(i int) []Fault { return append(at(Moved)(i), Fault{Stream: bystander, Seq: 31, Kind: Moved}) }},
		{"an entry replaces that of another stream", func(w map[string][]Entry, i int) {
			w[bystander][i] = w[victim][i]
			w[bystander][i].Stream = bystander
		}, func(i int) []Fault {
			return []Fault{{Stream: bystander, Seq: int64(i + 1), Kind: Duplicated}, {Stream: bystander, Seq: int64(i + 1), Kind: Missing}}
		}},
		{"the tail is cut", func(w map[string][]Entry, i int) { w[victim] = w[victim][:i] }, at(Cut)},
		{"the stream is rolled back and grows anew", func(w map[string][]Entry, i int) {
			rewrite(w, i, 30)
		}, func(int) []Fault { return at(Rewritten)(29) }},
		{"the stream is rolled back and is shorter", func(w map[string][]Entry, i int) {
			rewrite(w, i, 29)
		}, func(int) []Fault { return at(Cut)(29) }},
	}
}

// rewrite replaces everything from index i by a new sound history up to n entries.
func rewrite(w map[string][]Entry, i, n int) {
	head := Start(victim)
	if i > 0 {
		head = w[victim][i-1].Head()
	}
	w[victim] = w[victim][:i]
	for len(w[victim]) < n {
		e, err := Next(head, Entry{At: noon, Action: "withdraw", Reason: "另一段历史"})
		if err != nil {
			panic(err)
		}
		w[victim] = append(w[victim], e)
		head = e.Head()
	}
}

func TestEveryTamperingIsFoundAndLocated(t *testing.T) {
	for _, tt := range tamperings() {
		t.Run(tt.name, func(t *testing.T) {
			for i := range 22 { // 22 places each, the first included
				if 29-i == i {
					continue
				}
				w, heads := world(t)
				tt.do(w, i)
				found := Verify(flat(w), heads)
				for _, want := range tt.want(i) {
					if !slices.ContainsFunc(found, func(f Fault) bool { return f.Stream == want.Stream && f.Seq == want.Seq && f.Kind == want.Kind }) {
						t.Fatalf("place %d: %s %d %s not among %v", i+1, want.Stream, want.Seq, want.Kind, found)
					}
				}
				for _, f := range found {
					if f.Stream != victim && f.Stream != bystander {
						t.Fatalf("place %d: an untouched stream is blamed: %v", i+1, f)
					}
					if f.Message == "" || f.Last < f.Seq {
						t.Fatalf("place %d: %+v", i+1, f)
					}
				}
			}
		})
	}
}

func TestPreciseFindings(t *testing.T) {
	tests := []struct {
		name string
		do   func(w map[string][]Entry)
		want []string
	}{
		{"nothing done, nothing found", func(map[string][]Entry) {}, nil},
		{"one change gives one finding", func(w map[string][]Entry) { w[victim][4].Reason = "改" }, []string{"5-5 changed"}},
		{"a changed hash does not blame the next entry", func(w map[string][]Entry) { w[victim][4].Hash = strings.Repeat("1", 64) }, []string{"5-5 changed"}},
		{"two changes give two findings", func(w map[string][]Entry) { w[victim][4].Reason, w[victim][5].Reason = "改", "改" }, []string{"5-5 changed", "6-6 changed"}},
		{"a run of deleted entries gives one finding", func(w map[string][]Entry) { w[victim] = slices.Delete(w[victim], 4, 8) }, []string{"5-8 missing"}},
		{"the first entries deleted", func(w map[string][]Entry) { w[victim] = w[victim][2:] }, []string{"1-2 missing"}},
		{"the last entry changed and hashed anew", func(w map[string][]Entry) { w[victim][29].Reason = "改"; rehash(&w[victim][29]) }, []string{"30-30 rewritten"}},
		{"the first entry tied to another start", func(w map[string][]Entry) {
			w[victim][0].PrevHash = Start("x").Hash
			rehash(&w[victim][0])
		}, []string{"1-1 changed"}},
		{"an entry tied to another predecessor and hashed anew", func(w map[string][]Entry) {
			w[victim][9].PrevHash = Start("x").Hash
			rehash(&w[victim][9])
		}, []string{"10-10 changed"}},
		{"a whole stream gone", func(w map[string][]Entry) { delete(w, victim) }, []string{"1-30 cut"}},
		{"new entries after the kept heads are no fault", func(w map[string][]Entry) {
			e, err := Next(w[victim][29].Head(), Entry{At: noon, Action: "accept"})
			if err != nil {
				panic(err)
			}
			w[victim] = append(w[victim], e)
		}, nil},
		{"a previous hash that is no hash, hashed anew", func(w map[string][]Entry) {
			w[victim][4].PrevHash = strings.Repeat("z", 64)
			rehash(&w[victim][4])
		}, []string{"5-5 changed"}},
		{"a stream built on another start", func(w map[string][]Entry) {
			head := Head{Stream: victim, Hash: Start("x").Hash}
			for i := range w[victim] {
				e, err := Next(head, w[victim][i])
				if err != nil {
					panic(err)
				}
				w[victim][i], head = e, e.Head()
			}
		}, []string{"1-1 changed", "30-30 rewritten"}},
		{"a forged entry before a genuine one gives one finding", func(w map[string][]Entry) {
			forged := w[victim][9]
			forged.Reason = "伪造"
			rehash(&forged)
			w[victim] = slices.Insert(w[victim], 9, forged)
		}, []string{"10-10 inserted"}},
		{"the last entry's hash changed gives one finding", func(w map[string][]Entry) { w[victim][29].Hash = strings.Repeat("1", 64) }, []string{"30-30 changed"}},
		{"a number at the very end of numbers", func(w map[string][]Entry) { w[victim][29].Seq = 1<<63 - 1 }, []string{"9223372036854775807-9223372036854775807 swapped"}},
		{"a number from far beyond", func(w map[string][]Entry) { w[victim][29].Seq = 1 << 60 }, []string{"1152921504606846976-1152921504606846976 swapped"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w, heads := world(t)
			tt.do(w)
			var got []string
			for _, f := range Verify(flat(w), heads) {
				if f.Stream != victim {
					t.Errorf("blames %v", f)
				}
				got = append(got, fmt.Sprintf("%d-%d %s", f.Seq, f.Last, f.Kind))
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}
