package money

import (
	"errors"
	"strconv"
)

// What Decimal refuses; callers turn each into a sentence about their own quantity.
var (
	ErrForm  = errors.New("not a plain decimal")
	ErrFine  = errors.New("more decimals than can be kept")
	ErrRange = errors.New("beyond the range that can be kept")
)

// Decimal reads a plain decimal ("12", "-0.5", "3.10") exactly as an integer scaled by 10^places. Trailing zeros are free;
// a sign other than "-", an exponent, a bare point or any other letter is ErrForm, a further decimal ErrFine, and an absolute
// value above limit (scaled, itself below a tenth of the int64 range) ErrRange.
func Decimal[T string | []byte](text T, places int, limit int64) (int64, error) {
	rest, negative := text, false
	if len(rest) > 0 && rest[0] == '-' {
		rest, negative = rest[1:], true
	}
	var n int64
	var flaw error
	point := -1 // digits after the point so far; -1 before it
	digits := 0 // digits since the start or the point
	for i := range len(rest) {
		c := rest[i]
		switch {
		case c == '.' && point < 0 && digits > 0:
			point, digits = 0, 0
		case c < '0' || c > '9':
			return 0, ErrForm
		case point == places:
			digits++
			if c != '0' && flaw == nil {
				flaw = ErrFine
			}
		default:
			digits++
			if point >= 0 {
				point++
			}
			if n = n*10 + int64(c-'0'); n > limit {
				n, flaw = limit, ErrRange
			}
		}
	}
	if digits == 0 {
		return 0, ErrForm
	}
	for ; max(point, 0) < places; point = max(point, 0) + 1 {
		if n *= 10; n > limit {
			return 0, ErrRange
		}
	}
	if flaw != nil {
		return 0, flaw
	}
	if negative {
		n = -n
	}
	return n, nil
}

// AppendDecimal appends n / 10^places as the shortest exact decimal, the inverse of Decimal.
func AppendDecimal(b []byte, n int64, places int) []byte {
	rest := uint64(n)
	if n < 0 {
		b = append(b, '-')
		rest = -rest
	}
	scale := uint64(1)
	for range places {
		scale *= 10
	}
	b = strconv.AppendUint(b, rest/scale, 10)
	rest %= scale
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for ; rest > 0; rest %= scale {
		scale /= 10
		b = append(b, byte('0'+rest/scale))
	}
	return b
}
