package review

import (
	"cmp"
	"slices"
	"strconv"

	"xianjie/internal/money"
)

// Mark is one expert's total as the aggregation sees it.
type Mark struct {
	Expert  string            // anonymous code
	Total   Points            //
	Dims    map[string]Points // dimension code → points; nil when unknown
	Recused bool              // not counted
}

// StageResult is one application's stage: trimmed mean with its working.
type StageResult struct {
	Effective int
	Dropped   []Points          // lowest first; never nil
	Kept      []string          // experts whose totals count, in the order of the working: by total, then code
	Mean      *Points           // nil when fewer than MinExperts are effective
	Dims      map[string]Points // mean of each dimension over the kept experts; nil when not every one of them is known
	Working   string            // "去掉最低 80.5、最高 91;(83+86+88.5)÷3=85.8333…→85.83"
}

// Aggregate is 4.4.1 and 4.4.2 for one application and stage: recused marks do not count; from TrimFrom effective experts the
// lowest and the highest total are dropped, one each however many are equal; the mean of the rest is rounded half away from zero
// to two places. Of equal totals the one with the smaller code is taken for lower, so that the dimension means, too, depend on
// the marks and not on their order.
func (s Setup) Aggregate(marks []Mark) StageResult {
	var room [16]*Mark
	kept := effective(room[:0], marks)
	r := StageResult{Effective: len(kept), Dropped: []Points{}, Kept: []string{}}
	if len(kept) < max(s.MinExperts, 1) {
		r.Working = s.tooFew(marks, len(kept))
		return r
	}
	if s.TrimFrom > 2 && len(kept) >= s.TrimFrom {
		r.Dropped = []Points{kept[0].Total, kept[len(kept)-1].Total}
		kept = kept[1 : len(kept)-1]
	}
	r.Kept = make([]string, len(kept))
	var sum int64
	for i, m := range kept {
		r.Kept[i] = m.Expert
		sum += int64(m.Total)
	}
	mean := Points(quotient(sum, int64(len(kept))))
	r.Mean, r.Dims = &mean, dimensionMeans(kept)
	r.Working = working(marks, r.Dropped, kept, sum, mean)
	return r
}

// effective appends the marks that count, by total, then code.
func effective(to []*Mark, marks []Mark) []*Mark {
	for i := range marks {
		if !marks[i].Recused {
			to = append(to, &marks[i])
		}
	}
	slices.SortStableFunc(to, func(a, b *Mark) int {
		return cmp.Or(cmp.Compare(a.Total, b.Total), cmp.Compare(a.Expert, b.Expert))
	})
	return to
}

// dimensionMeans are the means of the dimensions that every mark knows; nil when there is none.
func dimensionMeans(kept []*Mark) map[string]Points {
	if len(kept[0].Dims) == 0 {
		return nil
	}
	means := make(map[string]Points, len(kept[0].Dims))
next:
	for code := range kept[0].Dims {
		var sum int64
		for _, m := range kept {
			p, ok := m.Dims[code]
			if !ok {
				continue next
			}
			sum += int64(p)
		}
		means[code] = Points(quotient(sum, int64(len(kept))))
	}
	if len(means) == 0 {
		return nil
	}
	return means
}

// Ways of writing a working.
const shownPlaces = 4 // of a quotient before it breaks off with "…"

func working(marks []Mark, dropped []Points, kept []*Mark, sum int64, mean Points) string {
	var room [160]byte
	b := appendRecused(room[:0], marks)
	if len(dropped) > 0 {
		b = append(b, "去掉最低 "...)
		b = dropped[0].append(b)
		b = append(b, "、最高 "...)
		b = dropped[1].append(b)
		b = append(b, ';')
	}
	b = append(b, '(')
	for i, m := range kept {
		if i > 0 {
			b = append(b, '+')
		}
		b = m.Total.append(b)
	}
	b = append(b, ")÷"...)
	b = strconv.AppendInt(b, int64(len(kept)), 10)
	b = append(b, '=')
	b = appendQuotient(b, sum, int64(len(kept)))
	b = append(b, "→"...)
	return string(mean.appendFixed(b))
}

// appendQuotient appends sum ÷ n of hundredths: exact, or cut after four places with "…".
func appendQuotient(b []byte, sum, n int64) []byte {
	const scale = 100 // from two places to four
	b = money.AppendDecimal(b, sum*scale/n, shownPlaces)
	if sum*scale%n != 0 {
		b = append(b, "…"...)
	}
	return b
}

func appendRecused(b []byte, marks []Mark) []byte {
	from := len(b)
	for _, m := range marks {
		if m.Recused {
			if len(b) > from {
				b = append(b, "、"...)
			}
			b = append(b, m.Expert...)
		}
	}
	if len(b) > from {
		b = append(b, " 回避不计;"...)
	}
	return b
}

func (s Setup) tooFew(marks []Mark, n int) string {
	b := appendRecused(nil, marks)
	b = append(b, "有效专家 "...)
	b = strconv.AppendInt(b, int64(n), 10)
	b = append(b, " 人,不足 "...)
	b = strconv.AppendInt(b, int64(max(s.MinExperts, 1)), 10)
	return string(append(b, " 人,本阶段无效,须补派专家"...))
}
