// Package money is the one representation of amounts: int64 分. JSON and people use 万元 decimals; the two are converted as
// decimal text, never through binary floating point. Source: applications/schema.md, domain 3.3.
package money

import (
	"errors"
	"fmt"
)

// Fen is an amount in 分 (0.01 元 = 0.000001 万元).
type Fen int64

// Places after the decimal point of 万元: a plan is exact to 元 (4), the ledger to 分 (6).
const (
	PlanPlaces   = 4
	LedgerPlaces = 6
)

// Units in 分.
const (
	Yuan Fen = 100
	Wan  Fen = 1_000_000
)

// Max bounds every single amount (about 900 亿元): far above any batch, and small enough that a million of them add up without overflow.
const Max Fen = 9_007_199_254_740

// ParseWan reads a plain 万元 decimal ("4300.25", "-1", "0.0001") exactly. Scientific notation, more than LedgerPlaces
// decimals and amounts beyond Max are refused with a Chinese error; sign and plan precision are left to rule F08.
func ParseWan(text string) (Fen, error) { return parseWan(text) }

func parseWan[T string | []byte](text T) (Fen, error) {
	n, err := Decimal(text, LedgerPlaces, int64(Max))
	switch {
	case errors.Is(err, ErrForm):
		return 0, fmt.Errorf("金额“%s”不是以万元为单位的普通小数(如 4300.25)", clip(string(text)))
	case errors.Is(err, ErrFine):
		return 0, fmt.Errorf("金额“%s”的小数超过 %d 位,已小于 1 分", clip(string(text)), LedgerPlaces)
	case err != nil:
		return 0, fmt.Errorf("金额“%s”超出可登记的范围(不超过 %s 万元)", clip(string(text)), Max)
	}
	return Fen(n), nil
}

// String is the amount in 万元, exact and without trailing zeros: "4300.25".
func (f Fen) String() string { return string(f.AppendWan(nil)) }

// AppendWan appends the 万元 decimal to b.
func (f Fen) AppendWan(b []byte) []byte { return AppendDecimal(b, int64(f), LedgerPlaces) }

// MarshalJSON writes the 万元 decimal as a JSON number.
func (f Fen) MarshalJSON() ([]byte, error) { return f.AppendWan(nil), nil }

// UnmarshalJSON reads a 万元 JSON number exactly; strings and null are refused.
func (f *Fen) UnmarshalJSON(b []byte) error {
	n, err := parseWan(b)
	if err != nil {
		return err
	}
	*f = n
	return nil
}

// Sum adds amounts. With each bounded by Max, it cannot overflow below a million addends.
func Sum(amounts ...Fen) Fen {
	var total Fen
	for _, a := range amounts {
		total += a
	}
	return total
}

// clip keeps a message readable when the refused text is not.
func clip(s string) string {
	shown := 0
	for i := range s {
		if shown == 40 {
			return s[:i] + "…"
		}
		shown++
	}
	return s
}
