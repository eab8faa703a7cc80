package funds_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"xianjie/internal/funds"
	"xianjie/internal/money"
)

func TestSplitGoesByWhatIsOpen(t *testing.T) {
	part := func(project string, amount money.Fen) funds.Part { return funds.Part{Project: project, Amount: amount} }
	tests := []struct {
		name   string
		amount money.Fen
		open   []funds.Part
		want   []funds.Part
		ok     bool
	}{
		{"an amount equal to all that is open gives each what is open", 60, []funds.Part{part("A", 10), part("B", 50)}, []funds.Part{part("A", 10), part("B", 50)}, true},
		{"one fen more is refused", 61, []funds.Part{part("A", 10), part("B", 50)}, nil, false},
		{"the largest remainder gets the odd fen", 10, []funds.Part{part("A", 10), part("B", 20)}, []funds.Part{part("A", 3), part("B", 7)}, true},
		{"of equal remainders the first project gets it", 1, []funds.Part{part("B", 5), part("A", 5)}, []funds.Part{part("A", 1)}, true},
		{"a project with nothing open gets nothing", 5, []funds.Part{part("A", 0), part("B", 5)}, []funds.Part{part("B", 5)}, true},
		{"what is overdrawn neither gets nor takes from others", 5, []funds.Part{part("A", -3), part("B", 5)}, []funds.Part{part("B", 5)}, true},
		{"nothing cannot be split", 0, []funds.Part{part("A", 5)}, nil, false},
		{"less than nothing cannot either", -1, []funds.Part{part("A", 5)}, nil, false},
		{"nothing open takes nothing", 1, nil, nil, false},
		{"the largest amounts do not overflow", money.Max, []funds.Part{part("A", money.Max), part("B", money.Max), part("C", money.Max)},
			[]funds.Part{part("A", 3_002_399_751_580), part("B", 3_002_399_751_580), part("C", 3_002_399_751_580)}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := funds.Split(tt.amount, tt.open)
			if diff := cmp.Diff(tt.want, got); diff != "" || ok != tt.ok {
				t.Error(ok, diff)
			}
		})
	}
}

func TestSplitIsExactFairAndDoesNotDependOnTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		open := make([]funds.Part, rapid.IntRange(1, 12).Draw(t, "n"))
		most := rapid.SampledFrom([]int64{3, 1000, int64(money.Max)}).Draw(t, "most")
		for i := range open {
			open[i] = funds.Part{Project: string(rune('A' + i)), Amount: money.Fen(rapid.Int64Range(0, most).Draw(t, "open"))}
		}
		whole := funds.Total(open)
		amount := money.Fen(rapid.Int64Range(1, int64(whole)+1).Draw(t, "amount"))
		parts, ok := funds.Split(amount, open)
		if ok != (amount <= whole) {
			t.Fatalf("%d of %d: %v", amount, whole, ok)
		}
		if !ok {
			return
		}
		if funds.Total(parts) != amount {
			t.Fatalf("%d became %d", amount, funds.Total(parts))
		}
		got := map[string]money.Fen{}
		for _, p := range parts {
			if p.Amount <= 0 {
				t.Fatalf("an empty part %+v", p)
			}
			got[p.Project] = p.Amount
		}
		for _, o := range open {
			if got[o.Project] > o.Amount || amount == whole && got[o.Project] != o.Amount {
				t.Fatalf("%s got %d of %d", o.Project, got[o.Project], o.Amount)
			}
			exact := new(big.Int).Mul(big.NewInt(int64(amount)), big.NewInt(int64(o.Amount)))
			floor := new(big.Int).Div(exact, big.NewInt(int64(whole))).Int64()
			if n := int64(got[o.Project]); n != floor && n != floor+1 {
				t.Fatalf("%s got %d, its proportion is %d", o.Project, n, floor)
			}
		}
		again, _ := funds.Split(amount, rapid.Permutation(open).Draw(t, "shuffled"))
		for _, p := range again {
			if got[p.Project] != p.Amount {
				t.Fatalf("in another order %s got %d, not %d", p.Project, p.Amount, got[p.Project])
			}
		}
		if !slices.IsSortedFunc(parts, func(a, b funds.Part) int { return int(a.Project[0]) - int(b.Project[0]) }) {
			t.Fatal("not in the order given")
		}
	})
}
