package policy

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"xianjie/internal/money"
)

// Ratio is an exact decimal written as text ("0.50"), so that no binary fraction ever stands between notice and verdict.
type Ratio string

// maxRatioPlaces and maxRatioDigits bound what a pack may write: enough for any percentage, small enough that products fit.
const (
	maxRatioPlaces = 6
	maxRatioDigits = 2
)

// Fraction is a ratio as integers, Den ≥ 1 and Num ≥ 0.
type Fraction struct{ Num, Den int64 }

// Fraction reads the decimal exactly: "0.50" is 50/100.
func (r Ratio) Fraction() (Fraction, error) {
	whole, frac, dotted := strings.Cut(string(r), ".")
	if whole == "" || len(whole) > maxRatioDigits || len(frac) > maxRatioPlaces || dotted == (frac == "") || !digits(whole+frac) {
		return Fraction{}, fmt.Errorf("“%.20s”应为普通小数文字(如 \"0.50\"),整数部分不超过 %d 位,小数不超过 %d 位", r, maxRatioDigits, maxRatioPlaces)
	}
	num, err := strconv.ParseInt(whole+frac, 10, 64)
	if err != nil {
		return Fraction{}, err
	}
	den := int64(1)
	for range frac {
		den *= 10
	}
	return Fraction{num, den}, nil
}

// Reached reports whether part is at least this fraction of whole, by cross-multiplication: exact at any size and sign.
func (f Fraction) Reached(part, whole money.Fen) bool {
	return compareProducts(int64(part), f.Den, int64(whole), f.Num) >= 0
}

// Of is the smallest whole 分 that reaches this fraction of a non-negative amount.
func (f Fraction) Of(whole money.Fen) money.Fen {
	if whole <= 0 {
		return 0
	}
	hi, lo := bits.Mul64(uint64(whole), uint64(f.Num))
	lo, carry := bits.Add64(lo, uint64(f.Den-1), 0)
	hi += carry
	if hi >= uint64(f.Den) {
		return math.MaxInt64
	}
	q, _ := bits.Div64(hi, lo, uint64(f.Den))
	if q > math.MaxInt64 {
		return math.MaxInt64
	}
	return money.Fen(q)
}

// Percent is the fraction as a percentage text: "50%".
func (f Fraction) Percent() string {
	text := percent(money.Fen(f.Num), money.Fen(f.Den), maxRatioPlaces)
	return strings.TrimRight(strings.TrimRight(strings.TrimSuffix(text, "%"), "0"), ".") + "%"
}

// compareProducts compares a×b with c×d without overflow: -1, 0 or 1.
func compareProducts(a, b, c, d int64) int {
	left, right := sign(a)*sign(b), sign(c)*sign(d)
	if left != right {
		if left < right {
			return -1
		}
		return 1
	}
	lh, ll := bits.Mul64(magnitude(a), magnitude(b))
	rh, rl := bits.Mul64(magnitude(c), magnitude(d))
	switch {
	case lh == rh && ll == rl:
		return 0
	case lh > rh || (lh == rh && ll > rl):
		return left
	}
	return -left
}

func sign(n int64) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// percent is part ÷ whole as a percentage with the given decimals, truncated toward zero and never rounded up (domain 3.3).
// It is "" when whole is not positive.
func percent(part, whole money.Fen, places int) string {
	if whole <= 0 {
		return ""
	}
	scale := uint64(100)
	for range places {
		scale *= 10
	}
	var text string
	hi, lo := bits.Mul64(magnitude(int64(part)), scale)
	if hi < uint64(whole) {
		q, _ := bits.Div64(hi, lo, uint64(whole))
		text = strconv.FormatUint(q, 10)
	} else {
		n := new(big.Int).Mul(new(big.Int).SetUint64(magnitude(int64(part))), new(big.Int).SetUint64(scale))
		text = n.Quo(n, big.NewInt(int64(whole))).String()
	}
	if missing := places + 1 - len(text); missing > 0 {
		text = strings.Repeat("0", missing) + text
	}
	if part < 0 {
		text = "-" + text
	}
	cut := len(text) - places
	return text[:cut] + "." + text[cut:] + "%"
}
