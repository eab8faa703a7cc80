package proposal

import (
	"errors"
	"fmt"

	"xianjie/internal/money"
)

// Hundredths is an exact decimal with at most two places: 平方公里 and 亩.
type Hundredths int64

const hundredthsPlaces = 2

// maxHundredths bounds areas far above any county (一亿).
const maxHundredths = 10_000_000_000

// ParseHundredths reads a plain decimal between 0 and 一亿 with at most two places; anything else is a Chinese error.
func ParseHundredths(text string) (Hundredths, error) {
	n, err := money.Decimal(text, hundredthsPlaces, maxHundredths)
	if errors.Is(err, money.ErrFine) {
		return 0, fmt.Errorf("“%s”的小数超过 %d 位", clip(text, 40), hundredthsPlaces)
	}
	if err != nil || n < 0 {
		return 0, fmt.Errorf("“%s”不是 0 到 1 亿之间的普通小数", clip(text, 40))
	}
	return Hundredths(n), nil
}

// String is the shortest decimal: "37.9".
func (h Hundredths) String() string { return string(h.append(nil)) }

func (h Hundredths) append(b []byte) []byte {
	return money.AppendDecimal(b, int64(h), hundredthsPlaces)
}

// MarshalJSON writes the shortest decimal.
func (h Hundredths) MarshalJSON() ([]byte, error) { return h.append(nil), nil }

// UnmarshalJSON reads a plain non-negative decimal number with at most two places.
func (h *Hundredths) UnmarshalJSON(b []byte) error {
	n, err := ParseHundredths(string(b))
	if err != nil {
		return err
	}
	*h = n
	return nil
}
