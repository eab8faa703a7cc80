package funds

import "xianjie/internal/money"

// Progress is the 序时进度 of spending (domain 2.2, 3.7): spent ÷ allocated against the months gone by. Compared by cross-multiplication;
// what is shown is cut off, never rounded up.
type Progress struct {
	Spent, Allocated money.Fen
	Months, Of       int // months gone by, of the months of the term
}

// Lag is by how many hundredths of a percentage point spending lags behind, 0 when it does not or when nothing was allocated; rounded up,
// against the spender.
func (p Progress) Lag() int64 {
	if p.Allocated <= 0 || p.Of <= 0 {
		return 0
	}
	// months/of − spent/allocated = (months×allocated − spent×of) ÷ (of×allocated)
	behind := int64(p.Months)*int64(p.Allocated) - int64(p.Spent)*int64(p.Of)
	if behind <= 0 {
		return 0
	}
	whole := int64(p.Of) * int64(p.Allocated)
	return ratioUp(behind, whole)
}

// Want is what should have been spent by now: allocated × months ÷ of, rounded up, against the spender.
func (p Progress) Want() money.Fen {
	if p.Allocated <= 0 || p.Of <= 0 {
		return 0
	}
	of := int64(p.Of)
	return money.Fen((int64(p.Months)*int64(p.Allocated) + of - 1) / of)
}

// Due is 序时进度 itself as a percentage, cut off; "" where there is no term.
func (p Progress) Due() string { return Rate(money.Fen(p.Months), money.Fen(p.Of)) }

// Ahead is by how many hundredths of a percentage point spending is ahead, cut off; 0 when it is not.
func (p Progress) Ahead() int64 {
	if p.Allocated <= 0 || p.Of <= 0 {
		return 0
	}
	ahead := int64(p.Spent)*int64(p.Of) - int64(p.Months)*int64(p.Allocated)
	if ahead <= 0 {
		return 0
	}
	return ratio(ahead, int64(p.Of)*int64(p.Allocated))
}

// hundredths of a percent in the whole.
const scale = 10_000

// ratio is a÷b in hundredths of a percent, cut off; both positive.
func ratio(a, b int64) int64 {
	r, _ := divided(a, b)
	return r
}

// ratioUp is ratio rounded up.
func ratioUp(a, b int64) int64 {
	r, exact := divided(a, b)
	if exact {
		return r
	}
	return r + 1
}
