package audit

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"xianjie/internal/fault"
)

func TestTheRootIsTheDocumentedOne(t *testing.T) {
	// Computed outside Go: three leaves, split two and one.
	const want = "952d53873d10da8f845a348f901b4badc9c525cb335dafe1263610b77294242b"
	var heads []Head
	for _, name := range []string{"c", "a", "b"} {
		h := Start(name)
		h.Seq = 1
		heads = append(heads, h)
	}
	c, err := NewCheckpoint(Checkpoint{}, noon, heads)
	if err != nil {
		t.Fatal(err)
	}
	if c.Root != want {
		t.Errorf("root %s", c.Root)
	}
	if heads[0].Stream != "c" {
		t.Error("the caller's heads were sorted in place")
	}
}

func TestCheckpoint(t *testing.T) {
	_, heads := world(t)
	first, err := NewCheckpoint(Checkpoint{}, noon, heads)
	if err != nil {
		t.Fatal(err)
	}
	second, err := NewCheckpoint(first, noon, heads)
	if err != nil {
		t.Fatal(err)
	}
	if second.No != 2 || second.Previous != first.Digest() || second.Digest() == first.Digest() {
		t.Errorf("the second does not follow the first: %+v", second)
	}
	cutTail := func(c *Checkpoint, w map[string][]Entry) { w[victim] = w[victim][:29] }
	tests := []struct {
		name string
		do   func(c *Checkpoint, w map[string][]Entry)
		want []Kind
	}{
		{"as published", func(*Checkpoint, map[string][]Entry) {}, nil},
		{"a cut tail", cutTail, []Kind{Cut}},
		{"a cut tail, its head in the checkpoint cut as well", func(c *Checkpoint, w map[string][]Entry) {
			cutTail(c, w)
			c.Heads[1] = w[victim][28].Head()
		}, []Kind{Forged}},
		{"the same with the root computed anew", func(c *Checkpoint, w map[string][]Entry) {
			cutTail(c, w)
			c.Heads[1] = w[victim][28].Head()
			c.Root = root(c.Heads)
		}, []Kind{Forged}},
		{"a stream left out", func(c *Checkpoint, w map[string][]Entry) { c.Heads = c.Heads[1:] }, []Kind{Forged}},
		{"heads out of order", func(c *Checkpoint, w map[string][]Entry) { slices.Reverse(c.Heads) }, []Kind{Forged}},
		{"another instant", func(c *Checkpoint, w map[string][]Entry) { c.At = c.At.AddDate(0, 0, 1) }, []Kind{Forged}},
		{"another predecessor", func(c *Checkpoint, w map[string][]Entry) { c.Previous = c.Root }, []Kind{Forged}},
		{"a stream rewritten to its end", func(c *Checkpoint, w map[string][]Entry) { rewrite(w, 3, 35) }, []Kind{Rewritten}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := map[string][]Entry{}
			for _, h := range first.Heads {
				w[h.Stream] = stream(t, h.Stream, 30)
			}
			c := first
			c.Heads = slices.Clone(first.Heads)
			tt.do(&c, w)
			var got []Kind
			for _, f := range VerifyCheckpoint(c, first.Digest(), flat(w)) {
				got = append(got, f.Kind)
			}
			slices.Sort(got)
			got = slices.Compact(got)
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestACheckpointNamesEachStreamOnce(t *testing.T) {
	if _, err := NewCheckpoint(Checkpoint{}, noon, []Head{Start("a"), Start("b"), Start("a")}); fault.CodeOf(err) != fault.Internal {
		t.Errorf("got %v", err)
	}
}

func TestTheRootBindsEveryHead(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		n := rapid.IntRange(0, 9).Draw(r, "streams")
		heads := make([]Head, n)
		for i := range heads {
			heads[i] = Start(string(rune('a' + i)))
			heads[i].Seq = rapid.Int64Range(0, 3).Draw(r, "seq")
		}
		before := root(heads)
		if n == 0 {
			return
		}
		i := rapid.IntRange(0, n-1).Draw(r, "which")
		changed := slices.Clone(heads)
		changed[i].Seq++
		if root(changed) == before || root(slices.Delete(slices.Clone(heads), i, i+1)) == before {
			r.Fatal("a changed or missing head keeps the root")
		}
	})
}
