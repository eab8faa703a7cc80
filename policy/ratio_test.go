package policy

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"xianjie/internal/money"
)

func TestCompareProductsNeverOverflows(t *testing.T) {
	edge := rapid.OneOf(rapid.Int64(), rapid.SampledFrom([]int64{0, 1, -1, math.MaxInt64, math.MinInt64, math.MinInt64 + 1}))
	rapid.Check(t, func(t *rapid.T) {
		a, b, c, d := edge.Draw(t, "a"), edge.Draw(t, "b"), edge.Draw(t, "c"), edge.Draw(t, "d")
		if rapid.Bool().Draw(t, "same") {
			c, d = b, a
		}
		want := new(big.Int).Mul(big.NewInt(a), big.NewInt(b)).Cmp(new(big.Int).Mul(big.NewInt(c), big.NewInt(d)))
		if got := compareProducts(a, b, c, d); got != want {
			t.Fatalf("%d×%d vs %d×%d: %d, want %d", a, b, c, d, got, want)
		}
	})
}

func TestFractionOfRoundsUpAndNeverOverflows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := Fraction{rapid.Int64Range(0, 99_999_999).Draw(t, "num"), rapid.SampledFrom([]int64{1, 10, 100, 1_000_000}).Draw(t, "den")}
		whole := rapid.Int64Range(1, math.MaxInt64).Draw(t, "whole")
		want := new(big.Int).Mul(big.NewInt(whole), big.NewInt(f.Num))
		want.Add(want, big.NewInt(f.Den-1)).Quo(want, big.NewInt(f.Den))
		if !want.IsInt64() {
			want.SetInt64(math.MaxInt64)
		}
		if got := f.Of(money.Fen(whole)); int64(got) != want.Int64() {
			t.Fatalf("%d of %d: %d, want %s", f, whole, got, want)
		}
	})
	if (Fraction{4, 1}).Of(math.MaxInt64) != math.MaxInt64 { // the high word equals the denominator
		t.Error("beyond 64 bits")
	}
	if (Fraction{1, 2}).Of(-5) != 0 {
		t.Error("a fraction of less than nothing")
	}
}

func TestPercentIsTruncatedTowardZero(t *testing.T) {
	tests := []struct {
		name        string
		part, whole money.Fen
		places      int
		want        string
	}{
		{"exactly half", 1, 2, 4, "50.0000%"},
		{"just below half is not half", 22_999_999, 46_000_000, 4, "49.9999%"},
		{"two thirds are cut, not rounded", 2, 3, 4, "66.6666%"},
		{"tiny", 1, 1_000_000_000, 4, "0.0000%"},
		{"below one percent keeps its zero", 1, 200, 4, "0.5000%"},
		{"above one", 3, 2, 4, "150.0000%"},
		{"negative is cut toward zero", -2, 3, 4, "-66.6666%"},
		{"beyond 64 bits", math.MaxInt64, 1, 6, "922337203685477580700.000000%"},
		{"where the high word equals the whole", math.MaxInt64, 49_999_999, 6, "18446744442644.440466%"},
		{"of nothing", 1, 0, 4, ""},
		{"of less than nothing", 1, -1, 4, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := percent(tt.part, tt.whole, tt.places); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

func TestFractionsReadAndShowExactly(t *testing.T) {
	for text, want := range map[Ratio]string{"0.50": "50%", "0.6": "60%", "1": "100%", "0": "0%", "0.123456": "12.3456%", "99.999999": "9999.9999%"} {
		f, err := text.Fraction()
		if err != nil || f.Percent() != want {
			t.Errorf("%s: %v %s, want %s", text, err, f.Percent(), want)
		}
	}
	for _, text := range []Ratio{"", ".5", "5.", "0.1234567", "100", "1e-1", "０.5", "0.5 ", "+1", "0..5", "NaN"} {
		if f, err := text.Fraction(); err == nil {
			t.Errorf("%q read as %v", text, f)
		}
	}
}

func TestSmallAmountsAreSaidInYuanToo(t *testing.T) {
	for fen, want := range map[money.Fen]string{
		4 * money.Wan: "4 万元", money.Wan: "1 万元", 100: "0.0001 万元(1 元)", 2500: "0.0025 万元(25 元)", 105: "0.000105 万元(1.05 元)", 0: "0 万元", -money.Yuan: "-0.0001 万元",
	} {
		if got := wan(fen); got != want {
			t.Errorf("%d: %q, want %q", fen, got, want)
		}
	}
}
