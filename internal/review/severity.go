package review

import (
	"math/big"
	"slices"
)

// adjusted takes each expert's severity out of the totals of a stage: the mean, over the applications the expert judged together
// with others, of how far the expert's total lies from the mean of all. An expert who judged only one has no severity that could
// be told from the application itself. Totals stay between 0 and 100; dimensions are left as they are.
func (s Setup) adjusted(cases []Case) []Case {
	severity := []map[string]Points{severities(cases, 0), severities(cases, 1)}
	out := make([]Case, len(cases))
	for i, c := range cases {
		out[i] = c.changed(func(stage int, marks []Mark) []Mark {
			marks = slices.Clone(marks)
			for j := range marks {
				marks[j].Total = min(max(marks[j].Total-severity[stage][marks[j].Expert], 0), Full)
			}
			return marks
		})
	}
	return out
}

// severities are the experts' mean deviations in one stage, rounded half away from zero.
func severities(cases []Case, stage int) map[string]Points {
	sums, shared := map[string]*big.Rat{}, map[string]int64{}
	for _, c := range cases {
		stages := c.stages()
		if stage >= len(stages) {
			continue
		}
		var sum, n int64
		for _, m := range stages[stage] {
			if !m.Recused {
				sum += int64(m.Total)
				n++
			}
		}
		for _, m := range stages[stage] {
			if m.Recused || n < 2 {
				continue
			}
			if sums[m.Expert] == nil {
				sums[m.Expert] = new(big.Rat)
			}
			sums[m.Expert].Add(sums[m.Expert], big.NewRat(int64(m.Total)*n-sum, n))
			shared[m.Expert]++
		}
	}
	found := map[string]Points{}
	for expert, sum := range sums {
		if shared[expert] > 1 {
			found[expert] = rounded(sum.Quo(sum, new(big.Rat).SetInt64(shared[expert])))
		}
	}
	return found
}

// rounded is a rational rounded half away from zero.
func rounded(r *big.Rat) Points {
	twice := new(big.Int).Lsh(r.Num(), 1) // (2·num ± den) ÷ (2·den), cut towards zero
	if r.Sign() < 0 {
		twice.Sub(twice, r.Denom())
	} else {
		twice.Add(twice, r.Denom())
	}
	return Points(twice.Quo(twice, new(big.Int).Lsh(r.Denom(), 1)).Int64())
}
