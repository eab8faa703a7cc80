package funds_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"xianjie/internal/funds"
	"xianjie/internal/money"
)

const provinces = money.Max * 300 // 900 亿元 in each of 300 projects

func TestRatesAreCutOffAndNeverRoundedUp(t *testing.T) {
	tests := []struct {
		name        string
		part, whole money.Fen
		want        string
	}{
		{"a half", 1, 2, "50.00%"},
		{"two thirds are cut off", 2, 3, "66.66%"},
		{"59.977 % is not 59.98 %", 59_977, 100_000, "59.97%"},
		{"one fen short of all is not all", money.Max - 1, money.Max, "99.99%"},
		{"all", money.Max, money.Max, "100.00%"},
		{"more than all", 3, 2, "150.00%"},
		{"next to nothing", 1, money.Max, "0.00%"},
		{"nothing", 0, 5, "0.00%"},
		{"of nothing there is no rate", 0, 0, ""},
		{"of less than nothing there is none", 1, -1, ""},
		{"of less than nothing spent there is none", -1, 1, ""},
		{"900 亿元 in each of 300 projects", provinces - 1, provinces, "99.99%"},
		{"all that money against one fen", provinces, 1, "270215977642200000.00%"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := funds.Rate(tt.part, tt.whole); got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestPercentWritesTwoDecimals(t *testing.T) {
	for hundredths, want := range map[int64]string{0: "0.00%", 1: "0.01%", 99: "0.99%", 100: "1.00%", 5998: "59.98%", -5: "-0.05%", -12345: "-123.45%"} {
		if got := funds.Percent(hundredths); got != want {
			t.Errorf("%d is %s, want %s", hundredths, got, want)
		}
	}
}

func TestProgressIsComparedExactlyAndLagRoundsAgainstTheSpender(t *testing.T) {
	tests := []struct {
		name       string
		p          funds.Progress
		lag, ahead int64
	}{
		{"exactly on time", funds.Progress{Spent: 4, Allocated: 12, Months: 4, Of: 12}, 0, 0},
		{"one fen behind shows at least a hundredth", funds.Progress{Spent: money.Max/3 - 1, Allocated: money.Max, Months: 4, Of: 12}, 1, 0},
		{"one fen ahead shows nothing", funds.Progress{Spent: money.Max/3 + 1, Allocated: money.Max, Months: 4, Of: 12}, 0, 0},
		{"张掖 to the end of April: 42.02 % against 4/12 is 8.68 ahead", funds.Progress{Spent: 4202, Allocated: 10_000, Months: 4, Of: 12}, 0, 868},
		{"a third of a year and nothing spent lags 33.34, rounded up", funds.Progress{Allocated: 100, Months: 4, Of: 12}, 3334, 0},
		{"a year and nothing spent", funds.Progress{Allocated: 1, Months: 12, Of: 12}, 10_000, 0},
		{"before the first month is over nothing lags", funds.Progress{Allocated: 1, Of: 12}, 0, 0},
		{"nothing allocated lags nothing", funds.Progress{Months: 4, Of: 12}, 0, 0},
		{"without a term there is no progress", funds.Progress{Spent: 1, Allocated: 2, Months: 4}, 0, 0},
		{"900 亿元 in each of 300 projects over ten years", funds.Progress{Allocated: provinces, Months: 120, Of: 120}, 10_000, 0},
		{"and all of it spent in the first month", funds.Progress{Spent: provinces, Allocated: provinces, Months: 1, Of: 120}, 0, 9916},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if lag, ahead := tt.p.Lag(), tt.p.Ahead(); lag != tt.lag || ahead != tt.ahead {
				t.Errorf("lag %d ahead %d, want %d and %d", lag, ahead, tt.lag, tt.ahead)
			}
		})
	}
}

func TestWhatShouldBeSpentByNowIsRoundedAgainstTheSpender(t *testing.T) {
	for name, tt := range map[string]struct {
		p    funds.Progress
		want money.Fen
		due  string
	}{
		"a third of three":            {funds.Progress{Allocated: 3, Months: 4, Of: 12}, 1, "33.33%"},
		"a third of four, a fen more": {funds.Progress{Allocated: 4, Months: 4, Of: 12}, 2, "33.33%"},
		"the term is over":            {funds.Progress{Allocated: provinces, Months: 120, Of: 120}, provinces, "100.00%"},
		"the first month":             {funds.Progress{Allocated: 100, Of: 12}, 0, "0.00%"},
		"nothing allocated":           {funds.Progress{Months: 4, Of: 12}, 0, "33.33%"},
		"without a term":              {funds.Progress{Allocated: 4, Months: 4}, 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got, due := tt.p.Want(), tt.p.Due(); got != tt.want || due != tt.due {
				t.Errorf("%d at %q, want %d at %q", got, due, tt.want, tt.due)
			}
		})
	}
}

func TestProgressAgreesWithExactArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := funds.Progress{Allocated: money.Fen(rapid.Int64Range(1, int64(provinces)).Draw(t, "allocated")), Of: rapid.IntRange(1, 120).Draw(t, "of")}
		p.Spent = money.Fen(rapid.Int64Range(0, int64(p.Allocated)).Draw(t, "spent"))
		p.Months = rapid.IntRange(0, p.Of).Draw(t, "months")
		ahead := new(big.Rat).Sub(big.NewRat(int64(p.Spent), int64(p.Allocated)), big.NewRat(int64(p.Months), int64(p.Of)))
		ahead.Mul(ahead, big.NewRat(10_000, 1))
		floor := new(big.Int).Div(ahead.Num(), ahead.Denom()).Int64() // Euclidean: floor
		wantLag, wantAhead := max(-floor, 0), max(floor, 0)
		if p.Lag() != wantLag || p.Ahead() != wantAhead {
			t.Fatalf("lag %d ahead %d, want %d and %d", p.Lag(), p.Ahead(), wantLag, wantAhead)
		}
	})
}
