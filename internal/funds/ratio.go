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
	rest := ratio(int64(part%whole), int64(whole)) // the whole ones apart: a large sum against one 分 must not overflow
	return written(int64(part/whole)*100+rest/100, rest%100)
}

// Percent writes hundredths of a percent: 5998 → "59.98%".
func Percent(hundredths int64) string {
	sign := ""
	if hundredths < 0 {
		sign, hundredths = "-", -hundredths
	}
	return sign + written(hundredths/100, hundredths%100)
}

func written(percent, hundredths int64) string {
	cents := strconv.FormatInt(hundredths, 10)
	if len(cents) == 1 {
		cents = "0" + cents
	}
	return strconv.FormatInt(percent, 10) + "." + cents + "%"
}
