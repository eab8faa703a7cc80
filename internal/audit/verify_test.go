package audit

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestAnySingleEditOfAnyFieldIsFound(t *testing.T) {
	w, heads := world(t)
	rapid.Check(t, func(r *rapid.T) {
		all := slices.Clone(flat(w))
		e := &all[rapid.IntRange(0, len(all)-1).Draw(r, "entry")]
		texts := []*string{&e.AccountID, &e.Actor, &e.Role, &e.Region, &e.Action, &e.Object, &e.From, &e.To, &e.Reason, &e.BeforeDigest,
			&e.AfterDigest, &e.Address, &e.PrevHash, &e.Hash}
		target := rapid.SampledFrom(texts).Draw(r, "field")
		edited := rapid.String().Draw(r, "text")
		if edited == *target {
			return
		}
		*target = edited
		if found := Verify(all, heads); len(found) == 0 || found[0].Stream != e.Stream {
			r.Fatalf("found %v", found)
		}
	})
}

func TestAnyShuffleOfTheFileIsNoFault(t *testing.T) {
	w, heads := world(t)
	all := flat(w)
	places := make([]int, len(all))
	for i := range places {
		places[i] = i
	}
	rapid.Check(t, func(r *rapid.T) {
		var shuffled []Entry
		for _, i := range rapid.Permutation(places).Draw(r, "order") {
			shuffled = append(shuffled, all[i])
		}
		if found := Verify(shuffled, heads); len(found) != 0 {
			r.Fatalf("%d findings, the first %v", len(found), found[0])
		}
	})
}

func TestMassTamperingIsReportedInBoundedTime(t *testing.T) {
	entries := stream(t, victim, 5000)
	for i := range entries {
		entries[i].Reason = "改"
	}
	if found := Verify(entries, nil); len(found) != len(entries) {
		t.Errorf("%d findings for %d changed entries", len(found), len(entries))
	}
}

func TestWhenThePatienceIsUsedUpTheRestIsReportedAsChanged(t *testing.T) {
	for budget, want := range map[int]Kind{0: Changed, 1_000: Swapped} {
		entries := stream(t, victim, 10)
		entries[3].Seq, entries[4].Seq = entries[4].Seq, entries[3].Seq
		var v Verifier
		for _, e := range entries {
			v.Add(e)
		}
		if found := v.finish(nil, budget); len(found) != 2 || found[0].Kind != want || found[0].Seq != 4 || found[1].Kind != want || found[1].Seq != 5 {
			t.Errorf("budget %d: %v", budget, found)
		}
	}
}

func BenchmarkVerify(b *testing.B) {
	entries := stream(b, victim, 10_000)
	b.ReportMetric(float64(len(entries)), "entries/op")
	for b.Loop() {
		if found := Verify(entries, nil); len(found) != 0 {
			b.Fatal(found)
		}
	}
}
