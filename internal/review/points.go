package review

import (
	"errors"
	"fmt"

	"xianjie/internal/money"
)

// Points are hundredths of a point: 86.5 分 is 8650. JSON carries them as a decimal number with at most two places.
type Points int64

// Full is the 100 points of a sheet.
const Full Points = 100_00

const (
	pointPlaces = 2
	onePoint    = Points(100)
	// mostPoints bounds a single value: far above any sheet, small enough that sums and weighted sums cannot overflow.
	mostPoints = 1_000_000
)

// ParsePoints reads a plain decimal ("86.5") exactly. More than two places, a sign, an exponent or anything that is no number is
// refused with a Chinese error; nothing is ever rounded.
func ParsePoints(text string) (Points, error) { return parsePoints(text) }

func parsePoints[T string | []byte](text T) (Points, error) {
	n, err := money.Decimal(text, pointPlaces, mostPoints)
	switch {
	case errors.Is(err, money.ErrForm):
		return 0, fmt.Errorf("分数“%s”不是普通小数(如 86.5)", clip(string(text)))
	case errors.Is(err, money.ErrFine):
		return 0, fmt.Errorf("分数“%s”的小数超过 %d 位", clip(string(text)), pointPlaces)
	case err != nil:
		return 0, fmt.Errorf("分数“%s”过大,请核对", clip(string(text)))
	case n < 0:
		return 0, fmt.Errorf("分数“%s”是负数,分数不能小于 0", clip(string(text)))
	}
	return Points(n), nil
}

// String is the shortest decimal: "86.5".
func (p Points) String() string { return string(p.append(nil)) }

func (p Points) append(b []byte) []byte { return money.AppendDecimal(b, int64(p), pointPlaces) }

// Fixed has both places: "86.50".
func (p Points) Fixed() string { return string(p.appendFixed(nil)) }

func (p Points) appendFixed(b []byte) []byte {
	n := p
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = money.AppendDecimal(b, int64(n/onePoint), 0)
	cents := n % onePoint
	return append(b, '.', byte('0'+cents/10), byte('0'+cents%10))
}

// MarshalJSON writes the shortest decimal as a JSON number.
func (p Points) MarshalJSON() ([]byte, error) { return p.append(nil), nil }

// UnmarshalJSON reads a plain JSON number exactly; texts and null are refused.
func (p *Points) UnmarshalJSON(b []byte) error {
	n, err := parsePoints(b)
	if err != nil {
		return err
	}
	*p = n
	return nil
}

// quotient is num ÷ den rounded half away from zero; den is positive.
func quotient(num, den int64) int64 {
	if num < 0 {
		return -quotient(-num, den)
	}
	return (2*num + den) / (2 * den)
}

// clip keeps a message readable when the refused text is not.
func clip(s string) string {
	const most = 40
	shown := 0
	for i := range s {
		if shown == most {
			return s[:i] + "…"
		}
		shown++
	}
	return s
}
