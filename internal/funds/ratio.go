package funds

import (
	"math/bits"
	"strconv"

	"xianjie/internal/money"
)

// divided is a÷b in hundredths of a percent, cut off, and whether nothing was cut off; 0 ≤ a, 0 < b.
func divided(a, b int64) (hundredths int64, exact bool) {
	hi, lo := bits.Mul64(uint64(a%b), scale)
	q, rest := bits.Div64(hi, lo, uint64(b))
	return a/b*scale + int64(q), rest == 0
}

// Rate is part ÷ whole as a percentage with two decimals, cut off and never rounded up (domain 3.3); "" when there is no whole.
func Rate(part, whole money.Fen) string {
	if whole <= 0 || part < 0 {
		return ""
	}
	return Percent(ratio(int64(part), int64(whole)))
}

// Percent writes hundredths of a percent: 5998 → "59.98%".
func Percent(hundredths int64) string {
	sign := ""
	if hundredths < 0 {
		sign, hundredths = "-", -hundredths
	}
	cents := strconv.FormatInt(hundredths%100, 10)
	if len(cents) == 1 {
		cents = "0" + cents
	}
	return sign + strconv.FormatInt(hundredths/100, 10) + "." + cents + "%"
}
