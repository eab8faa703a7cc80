package review

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/fault"
)

// drawOf is a draw for so many applications ("a0" …) and experts ("e0" …); three at least, five if possible.
func drawOf(applications, experts, loadCap int) DrawInput {
	in := DrawInput{Seed: "2023-01-05 公开摇号 0731", Stage: Written, PerApplication: 5, MinExperts: 3, LoadCap: loadCap}
	for i := range applications {
		in.Applications = append(in.Applications, fmt.Sprintf("a%d", i))
	}
	for i := range experts {
		in.Candidates = append(in.Candidates, Candidate{fmt.Sprintf("e%d", i), fmt.Sprintf("E%02d", i)})
	}
	return in
}

func (in DrawInput) barring(pairs ...string) DrawInput {
	for _, p := range pairs {
		e, a, _ := strings.Cut(p, "-")
		in.Conflicts = append(in.Conflicts, Conflict{Pair{e, a}, "DECLARED", "主动回避"})
	}
	return in
}

func (in DrawInput) holding(pairs ...string) DrawInput {
	for _, p := range pairs {
		e, a, _ := strings.Cut(p, "-")
		in.Held = append(in.Held, Pair{e, a})
	}
	return in
}

func TestADrawFillsEveryPanelEvenly(t *testing.T) {
	tests := []struct {
		name   string
		in     DrawInput
		counts []int // of a0 …, nil: five each
		loads  []int // sorted; nil: as level as can be
	}{
		{"nothing to draw", drawOf(0, 3, 1), []int{}, []int{0, 0, 0}},
		{"exactly enough experts", drawOf(1, 5, 1), []int{5}, []int{1, 1, 1, 1, 1}},
		{"thirty places among thirteen", drawOf(6, 13, 30), nil, []int{2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3}},
		{"a cap that is just met", drawOf(6, 10, 3), nil, []int{3, 3, 3, 3, 3, 3, 3, 3, 3, 3}},
		{"a cap that leaves two places empty, spread", drawOf(6, 7, 4), []int{4, 4, 5, 5, 5, 5}, []int{4, 4, 4, 4, 4, 4, 4}},
		{"a cap that only allows the least", drawOf(2, 6, 1), []int{3, 3}, []int{1, 1, 1, 1, 1, 1}},
		{"four experts give four each", drawOf(3, 4, 30), []int{4, 4, 4}, []int{3, 3, 3, 3}},
		{"who stands counts", drawOf(1, 6, 1).holding("e0-a0", "e1-a0"), []int{5}, []int{0, 1, 1, 1, 1, 1}},
		{"a panel already larger stays", drawOf(1, 6, 9).holding("e0-a0", "e1-a0", "e2-a0", "e3-a0", "e4-a0", "e5-a0"), []int{6}, []int{1, 1, 1, 1, 1, 1}},
		{"one who is no longer a candidate still counts", drawOf(1, 2, 9).holding("gone-a0"), []int{3}, []int{1, 1, 1}},
		{"what is held elsewhere weighs", drawOf(1, 6, 9).holding("e0-x", "e0-y"), []int{5}, []int{1, 1, 1, 1, 1, 2}},
		{"the only way is to hand experts round", drawOf(2, 6, 1).barring("e0-a1", "e1-a1", "e2-a1"), []int{3, 3}, []int{1, 1, 1, 1, 1, 1}},
		{"a chain of hands", drawOf(3, 9, 1).barring("e0-a0", "e1-a0", "e2-a0", "e3-a1", "e4-a1", "e5-a1", "e0-a2", "e1-a2", "e6-a2"), []int{3, 3, 3}, []int{1, 1, 1, 1, 1, 1, 1, 1, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := Draw(tt.in)
			if err != nil {
				t.Fatalf("%v", err)
			}
			counts, loads := []int{}, []int{}
			for _, n := range d.Counts {
				counts = append(counts, n)
			}
			for _, n := range d.Loads {
				loads = append(loads, n)
			}
			slices.Sort(counts)
			slices.Sort(loads)
			if tt.counts == nil {
				tt.counts = slices.Repeat([]int{5}, len(tt.in.Applications))
			}
			if diff := cmp.Diff(tt.counts, counts); diff != "" {
				t.Errorf("panels (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.loads, loads); diff != "" {
				t.Errorf("loads (-want +got):\n%s", diff)
			}
		})
	}
}

func TestADrawThatCannotBeIsRefusedWithWhatIsMissing(t *testing.T) {
	tests := []struct {
		name string
		in   DrawInput
		want []fault.Place
	}{
		{"two experts", drawOf(1, 2, 9), []fault.Place{{Location: "/applications/0", Message: "申报 a0:候选 2 人,回避 0 人,可评 2 人,只能排到 2 人,至少需要 3 人,还差 1 人;请增补与该申报没有回避情形的专家"}}},
		{"conflicts leave one", drawOf(2, 5, 9).barring("e0-a1", "e1-a1", "e2-a1", "e3-a1"), []fault.Place{{Location: "/applications/1", Message: "申报 a1:候选 5 人,回避 4 人,可评 1 人,只能排到 1 人,至少需要 3 人,还差 2 人;请增补与该申报没有回避情形的专家"}}},
		{"the caps are used up", drawOf(1, 3, 1).holding("e0-x"), []fault.Place{{Location: "/applications/0", Message: "申报 a0:候选 3 人,回避 0 人,可评 3 人,只能排到 2 人,至少需要 3 人,还差 1 人;可评的专家都已排满,请增补专家或调高每人件数上限"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Draw(tt.in)
			var f *fault.Error
			if !errors.As(err, &f) || f.Code != fault.Refused {
				t.Fatalf("%v", err)
			}
			if diff := cmp.Diff(tt.want, f.Places); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestADrawOfNonsenseIsInvalid(t *testing.T) {
	tests := []struct {
		name string
		edit func(*DrawInput)
		want []string
	}{
		{"no seed", func(in *DrawInput) { in.Seed = " " }, []string{"/seed"}},
		{"fewer than the least", func(in *DrawInput) { in.PerApplication = 2 }, []string{"/perApplication"}},
		{"numbers of nothing", func(in *DrawInput) { in.PerApplication, in.MinExperts, in.LoadCap = 0, 0, 0 }, []string{"/minExperts", "/loadCap"}},
		{"an application twice", func(in *DrawInput) { in.Applications[1] = "a0" }, []string{"/applications/1"}},
		{"an expert twice under another code", func(in *DrawInput) { in.Candidates[1].Expert = "e0" }, []string{"/candidates/1/expert"}},
		{"a code twice", func(in *DrawInput) { in.Candidates[1].Code = "E00" }, []string{"/candidates/1/code"}},
		{"an expert without a name", func(in *DrawInput) { in.Candidates[1].Expert = "" }, []string{"/candidates/1/expert"}},
		{"one who stands in spite of a conflict", func(in *DrawInput) { *in = in.holding("e0-a0").barring("e0-a0") }, []string{"/held/0"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := drawOf(2, 6, 9)
			tt.edit(&in)
			_, err := Draw(in)
			var f *fault.Error
			if !errors.As(err, &f) || f.Code != fault.Invalid {
				t.Fatalf("%v", err)
			}
			if diff := cmp.Diff(tt.want, locations(f.Places)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The figures are kept: whoever replays a published draw in ten years must find the same. Order and lots were also worked out by a
// program in another language from nothing but the words in stream.go.
func TestAPublishedDrawStaysWhatItWas(t *testing.T) {
	in := drawOf(2, 7, 2).barring("e0-a0", "e6-a1")
	d, err := Draw(in)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fmt.Sprint(d.Pairs), "[{e1 a0} {e2 a0} {e3 a0} {e5 a0} {e6 a0} {e0 a1} {e1 a1} {e2 a1} {e4 a1} {e5 a1}]"; got != want {
		t.Errorf("pairs %s, want %s", got, want)
	}
	if got, want := strings.Join(Order("种子", []string{"丁", "丙", "乙", "甲", "戊"}), ""), "甲丁戊乙丙"; got != want {
		t.Errorf("order %s, want %s", got, want)
	}
	if got, want := fmt.Sprint(DrawLots("种子", []string{"丙", "乙", "甲"})), "map[丙:3 乙:1 甲:2]"; got != want {
		t.Errorf("lots %s, want %s", got, want)
	}
	if got, want := d.Digest, "6294a1689b568bd15f13ed1af9164932477404b41614f3c1e6a23b7225839544"; got != want {
		t.Errorf("digest %s, want %s", got, want)
	}
}

func TestAChangedResultIsFoundByReplaying(t *testing.T) {
	in := drawOf(3, 9, 9)
	d, err := Draw(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := Verify(in, d); err != nil {
		t.Errorf("%v", err)
	}
	swapped, doubled, others := d, d, in
	swapped.Pairs = slices.Clone(d.Pairs)
	swapped.Pairs[0].Expert = swapped.Pairs[len(swapped.Pairs)-1].Expert
	doubled.Pairs = append(slices.Clone(d.Pairs), d.Pairs[0])
	others.Candidates = append(slices.Clone(in.Candidates), Candidate{"e9", "E09"})
	for name, err := range map[string]error{"a swapped pair": Verify(in, swapped), "a pair twice": Verify(in, doubled), "other candidates": Verify(others, d)} {
		if fault.CodeOf(err) != fault.Refused {
			t.Errorf("%s: %v", name, err)
		}
	}
	in.Seed += "x"
	if Verify(in, d) == nil {
		t.Error("another seed gives the same panels")
	}
}

func TestEveryResultIsProvedAgainstItsLimits(t *testing.T) {
	in := drawOf(2, 7, 2).barring("e0-a0").holding("e1-a0")
	d, err := Draw(in)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		edit func(*Drawn)
		want string
	}{
		{"a conflict", func(d *Drawn) { d.Pairs[0] = Pair{"e0", "a0"} }, "专家 e0 应回避申报 a0"},
		{"one who stands, again", func(d *Drawn) { d.Pairs[0] = Pair{"e1", "a0"} }, "专家 e1 重复分派到申报 a0"},
		{"a stranger", func(d *Drawn) { d.Pairs[0].Expert = "x" }, "不在抽取范围内"},
		{"too few", func(d *Drawn) { d.Pairs = d.Pairs[:1] }, "申报 a1 有专家 0 人"},
		{"a false count", func(d *Drawn) { d.Counts["a0"]++ }, "申报 a0 记为 6 人,实有 5 人"},
		{"a false load", func(d *Drawn) { d.Loads["e1"]++ }, "专家 e1 记为"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			again, _ := Draw(in)
			tt.edit(&again)
			err := Prove(in, again)
			var f *fault.Error
			if !errors.As(err, &f) || !slices.ContainsFunc(f.Places, func(p fault.Place) bool { return strings.Contains(p.Message, tt.want) }) {
				t.Errorf("%v", err)
			}
		})
	}
	if err := Prove(in, d); err != nil {
		t.Errorf("%v", err)
	}
}
