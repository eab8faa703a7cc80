package review

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"xianjie/internal/fault"
)

func randomDraw(t *rapid.T) DrawInput {
	in := drawOf(rapid.IntRange(1, 5).Draw(t, "applications"), rapid.IntRange(1, 7).Draw(t, "experts"), rapid.IntRange(1, 5).Draw(t, "cap"))
	in.Seed = rapid.StringMatching(`[a-z]{1,4}`).Draw(t, "seed")
	in.MinExperts = rapid.IntRange(1, 3).Draw(t, "least")
	in.PerApplication = in.MinExperts + rapid.IntRange(0, 2).Draw(t, "more")
	for _, a := range in.Applications {
		for _, c := range in.Candidates {
			switch rapid.IntRange(0, 5).Draw(t, "tie") {
			case 0, 1:
				in = in.barring(c.Expert + "-" + a)
			case 2:
				if rapid.Bool().Draw(t, "held") {
					in = in.holding(c.Expert + "-" + a)
				}
			}
		}
	}
	return in
}

func TestADrawKeepsEveryLimitAndDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := randomDraw(t)
		d, err := Draw(in)
		mixed := in
		mixed.Applications = rapid.Permutation(in.Applications).Draw(t, "applications")
		mixed.Candidates = rapid.Permutation(in.Candidates).Draw(t, "candidates")
		mixed.Conflicts = rapid.Permutation(in.Conflicts).Draw(t, "conflicts")
		mixed.Held = rapid.Permutation(in.Held).Draw(t, "held")
		again, errAgain := Draw(mixed)
		if (err == nil) != (errAgain == nil) {
			t.Fatalf("%v, mixed %v", err, errAgain)
		}
		if err != nil {
			if fault.CodeOf(err) != fault.Refused {
				t.Fatal(err)
			}
			return
		}
		if diff := cmp.Diff(d, again); diff != "" {
			t.Fatalf("the order of the input shows:\n%s", diff)
		}
		if err := Prove(in, d); err != nil {
			t.Fatal(err)
		}
	})
}

// most is the greatest number of places that can be filled with no panel below least, by trying everything; −1 when none can.
func most(in DrawInput, a int, load map[string]int) int {
	if a == len(in.Applications) {
		return 0
	}
	id := in.Applications[a]
	var free []string
	held := 0
	for _, c := range in.Candidates {
		pair := Pair{c.Expert, id}
		switch {
		case slices.Contains(in.Held, pair):
			held++
		case !slices.ContainsFunc(in.Conflicts, func(x Conflict) bool { return x.Pair == pair }):
			free = append(free, c.Expert)
		}
	}
	best := -1
	for set := range 1 << len(free) {
		n, ok := 0, true
		for i, e := range free {
			if set>>i&1 == 1 {
				n++
				ok = ok && load[e] < in.LoadCap
			}
		}
		if !ok || held+n < in.MinExperts || n > max(in.PerApplication-held, 0) {
			continue
		}
		for i, e := range free {
			load[e] += set >> i & 1
		}
		if rest := most(in, a+1, load); rest >= 0 {
			best = max(best, n+rest)
		}
		for i, e := range free {
			load[e] -= set >> i & 1
		}
	}
	return best
}

func TestADrawIsRefusedOnlyWhenNoneExistsAndFillsAllItCan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := randomDraw(t)
		in.Applications = in.Applications[:min(len(in.Applications), 3)]
		in.Candidates = in.Candidates[:min(len(in.Candidates), 5)]
		in.Held = slices.DeleteFunc(in.Held, func(p Pair) bool {
			return !slices.Contains(in.Applications, p.Application) || !slices.ContainsFunc(in.Candidates, func(c Candidate) bool { return c.Expert == p.Expert })
		})
		load := map[string]int{}
		for _, p := range in.Held {
			load[p.Expert]++
		}
		want := most(in, 0, load)
		d, err := Draw(in)
		if (err == nil) != (want >= 0) {
			t.Fatalf("best possible %d, draw says %v", want, err)
		}
		if err == nil && len(d.Pairs) != want {
			t.Fatalf("%d places filled, %d could be", len(d.Pairs), want)
		}
	})
}

func TestLoadsDifferByAtMostOneWithoutConflicts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := drawOf(rapid.IntRange(1, 12).Draw(t, "applications"), rapid.IntRange(5, 12).Draw(t, "experts"), 30)
		in.Seed = rapid.StringMatching(`[a-z]{1,4}`).Draw(t, "seed")
		d, err := Draw(in)
		if err != nil {
			t.Fatal(err)
		}
		least, greatest := 30, 0
		for _, n := range d.Loads {
			least, greatest = min(least, n), max(greatest, n)
		}
		if greatest-least > 1 {
			t.Fatalf("loads %v", d.Loads)
		}
	})
}

// Over many seeds each expert sits on a panel about equally often: 2,000 draws of 5 of 10 give 1,000 each, give or take 150 (about
// seven standard deviations).
func TestChanceFavoursNobody(t *testing.T) {
	times, first := map[string]int{}, map[string]int{}
	const draws = 2000
	for i := range draws {
		in := drawOf(1, 10, 30)
		in.Seed = fmt.Sprint(i)
		d, err := Draw(in)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range d.Pairs {
			times[p.Expert]++
		}
		first[Order(in.Seed, []string{"a", "b", "c", "d"})[0]]++
	}
	for e, n := range times {
		if n < draws/2-150 || n > draws/2+150 {
			t.Errorf("%s was drawn %d times", e, n)
		}
	}
	for id, n := range first {
		if n < draws/4-140 || n > draws/4+140 {
			t.Errorf("%s went first %d times", id, n)
		}
	}
}

func BenchmarkDraw3000x7(b *testing.B) {
	in := drawOf(3000, 800, 30)
	in.PerApplication = 7
	for i := range 3000 {
		in = in.barring(fmt.Sprintf("e%d-a%d", i%800, i), fmt.Sprintf("e%d-a%d", (i*7)%800, i))
	}
	for b.Loop() {
		if _, err := Draw(in); err != nil {
			b.Fatal(err)
		}
	}
}
