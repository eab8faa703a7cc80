package money_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"xianjie/internal/money"
)

func TestParseWanIsExact(t *testing.T) {
	for _, tt := range []struct {
		name string
		text string
		want money.Fen
	}{
		{"whole", "2640", 2_640_000_000},
		{"one 元", "0.0001", 100},
		{"one 分", "0.000001", 1},
		{"domain 3.7 E2, one 元 short", "2299.9999", 2_299_999_900},
		{"domain 3.7 E3", "2150.125", 2_150_125_000},
		{"trailing zeros are free", "2640.0000000000", 2_640_000_000},
		{"leading zeros are free", "007.5", 7_500_000},
		{"zero", "0", 0},
		{"minus zero", "-0.0", 0},
		{"negative", "-0.5", -500_000},
		{"the largest", "9007199.25474", money.Max},
		{"the smallest", "-9007199.254740", -money.Max},
		{"a number binary fractions cannot hold", "0.1", 100_000},
	} {
		if got, err := money.ParseWan(tt.text); err != nil || got != tt.want {
			t.Errorf("%s: %d, %v; want %d", tt.name, got, err, tt.want)
		}
	}
}

func TestParseWanRefuses(t *testing.T) {
	for _, tt := range []struct{ name, text, says string }{
		{"nothing", "", "不是以万元为单位的普通小数"},
		{"a sign only", "-", "普通小数"},
		{"a plus sign", "+1", "普通小数"},
		{"two signs", "--1", "普通小数"},
		{"a bare point", ".", "普通小数"},
		{"nothing before the point", ".5", "普通小数"},
		{"nothing behind the point", "1.", "普通小数"},
		{"two points", "1.2.3", "普通小数"},
		{"an exponent", "1e18", "“1e18”不是"},
		{"an exponent behind decimals", "1.5E3", "普通小数"},
		{"hexadecimal", "0x10", "普通小数"},
		{"a thousands separator", "4,300", "普通小数"},
		{"an underscore", "4_300", "普通小数"},
		{"a blank", " 1", "普通小数"},
		{"full-width digits", "\uff11\uff12", "普通小数"},
		{"null", "null", "普通小数"},
		{"not a number", "NaN", "普通小数"},
		{"seven decimals", "0.0000001", "小数超过 6 位"},
		{"seven decimals behind zeros", "1.5000001", "小数超过 6 位"},
		{"one 分 over the bound", "9007199.254741", "不超过 9007199.25474 万元"},
		{"one 分 under the bound", "-9007199.254741", "超出"},
		{"over the bound without a decimal", "9007200", "超出"},
		{"1e18 written out", "1000000000000000000", "超出"},
		{"more digits than an int64 holds", strings.Repeat("9", 40), "超出"},
		{"a wrap-around of int64", "18446744073709.551616", "超出"},
		{"out of range and malformed is malformed", "99999999999999x", "普通小数"},
	} {
		got, err := money.ParseWan(tt.text)
		if err == nil || got != 0 || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %d, %v; want …%s…", tt.name, got, err, tt.says)
		}
	}
	_, err := money.ParseWan(strings.Repeat("元", 1000))
	if n := len([]rune(err.Error())); n > 100 {
		t.Errorf("the refused text is repeated with %d characters", n)
	}
}

func TestStringIsTheShortestDecimal(t *testing.T) {
	for f, want := range map[money.Fen]string{
		0: "0", 1: "0.000001", -1: "-0.000001", money.Yuan: "0.0001", money.Wan: "1", 4_300_250_000: "4300.25",
		-money.Wan: "-1", 10 * money.Wan: "10", 1_000_001: "1.000001", money.Max: "9007199.25474",
		-9_223_372_036_854_775_808: "-9223372036854.775808", // the least int64 has no positive counterpart
	} {
		if got := f.String(); got != want {
			t.Errorf("%d is %s, want %s", int64(f), got, want)
		}
	}
}

func TestEveryAmountSurvivesItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := money.Fen(rapid.Int64Range(-int64(money.Max), int64(money.Max)).Draw(t, "fen"))
		if got, err := money.ParseWan(f.String()); err != nil || got != f {
			t.Fatalf("%d is %s, read as %d, %v", int64(f), f, int64(got), err)
		}
		b, err := json.Marshal(f)
		var back money.Fen
		if err != nil || json.Unmarshal(b, &back) != nil || back != f {
			t.Fatalf("%d is %s in JSON, read as %d", int64(f), b, int64(back))
		}
	})
}

func TestJSONRefusesTextAndNull(t *testing.T) {
	for _, text := range []string{`"1"`, `null`, `1e3`, `true`, `1.0000001`} {
		f := money.Fen(7)
		if err := f.UnmarshalJSON([]byte(text)); err == nil || f != 7 {
			t.Errorf("%s: %d, %v", text, f, err)
		}
	}
}

func TestSumOfAMillionLargestAmountsDoesNotOverflow(t *testing.T) {
	all := make([]money.Fen, 1_000_000)
	for i := range all {
		all[i] = money.Max
	}
	if got, want := money.Sum(all...), money.Max*1_000_000; got != want || got < 0 {
		t.Errorf("%d, want %d", got, want)
	}
	if money.Sum() != 0 || money.Sum(1, -3) != -2 {
		t.Error("small sums are wrong")
	}
}

func TestDecimalKeepsItsPlaces(t *testing.T) {
	for _, tt := range []struct {
		text   string
		places int
		want   int64
		err    error
	}{
		{"456", 0, 456, nil},
		{"456.0", 0, 456, nil},
		{"456.5", 0, 0, money.ErrFine},
		{"37.90", 2, 3790, nil},
		{"1000", 2, 100_000, nil},
		{"1001", 2, 0, money.ErrRange},
		{"1000.01", 2, 0, money.ErrRange},
		{"1000.001", 2, 0, money.ErrFine},
		{"100000.001", 2, 0, money.ErrRange},
	} {
		if got, err := money.Decimal(tt.text, tt.places, 100_000); got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%s with %d places: %d, %v; want %d, %v", tt.text, tt.places, got, err, tt.want, tt.err)
		}
	}
}

func FuzzParseWan(f *testing.F) {
	for _, text := range []string{"0", "4300.25", "-1", "0.0001", "1e18", "", ".", "9007199.25474", "9007199.254741", "1.0000000", "00", "-0", strings.Repeat("9", 30)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := money.ParseWan(text)
		if err != nil {
			if got != 0 {
				t.Fatalf("%q is refused and yet gives %d", text, got)
			}
			return
		}
		exact, ok := new(big.Rat).SetString(text)
		if !ok || exact.Cmp(big.NewRat(int64(got), int64(money.Wan))) != 0 {
			t.Fatalf("%q is read as %d 分", text, got)
		}
		if back, err := money.ParseWan(got.String()); err != nil || back != got {
			t.Fatalf("%q is written %s and read as %d, %v", text, got, back, err)
		}
	})
}
