package funds

import (
	"cmp"
	"math/bits"
	"slices"

	"xianjie/internal/money"
)

// Split parts an amount over projects in proportion to what each still has open, to the 分: shares are cut down to whole 分 and the
// rest goes, one 分 each, to the largest remainders, equal ones by project. An amount equal to all that is open gives each exactly what
// is open. ok is false when more is asked than is open, or nothing.
func Split(amount money.Fen, open []Part) (parts []Part, ok bool) {
	open = slices.DeleteFunc(slices.Clone(open), func(p Part) bool { return p.Amount <= 0 })
	whole := Total(open)
	if amount <= 0 || amount > whole {
		return nil, false
	}
	type rest struct {
		index int
		left  uint64
	}
	var rests []rest
	given := money.Fen(0)
	for _, o := range open {
		hi, lo := bits.Mul64(uint64(amount), uint64(o.Amount))
		q, r := bits.Div64(hi, lo, uint64(whole)) // amount ≤ whole, so the quotient fits
		rests = append(rests, rest{len(parts), r})
		parts = append(parts, Part{o.Project, money.Fen(q)})
		given += money.Fen(q)
	}
	slices.SortStableFunc(rests, func(a, b rest) int {
		return cmp.Or(cmp.Compare(b.left, a.left), cmp.Compare(parts[a.index].Project, parts[b.index].Project))
	})
	for i := 0; given < amount; i, given = i+1, given+1 {
		parts[rests[i].index].Amount++
	}
	return slices.DeleteFunc(parts, func(p Part) bool { return p.Amount == 0 }), true
}
