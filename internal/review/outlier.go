package review

import (
	"cmp"
	"slices"
)

// Outlier is an expert whose total is too far from what the others say (4.4.4). It asks for a written answer and changes nothing.
type Outlier struct {
	Expert     string
	Total      Points
	OthersMean Points // rounded half away from zero
	Distance   Points // rounded up, so that an outlier never reads as exactly the bound
}

// Outliers finds the effective marks further than OutlierAbove from the exact mean of the other effective marks; exactly that far
// is none. By expert code; nil when there is none.
func (s Setup) Outliers(marks []Mark) []Outlier {
	var sum, n int64
	for _, m := range marks {
		if !m.Recused {
			sum += int64(m.Total)
			n++
		}
	}
	var found []Outlier
	others := n - 1
	for _, m := range marks {
		if m.Recused || others < 1 {
			continue
		}
		rest := sum - int64(m.Total)
		far := int64(m.Total)*others - rest // distance × others
		if far < 0 {
			far = -far
		}
		if far > int64(s.OutlierAbove)*others {
			found = append(found, Outlier{m.Expert, m.Total, Points(quotient(rest, others)), Points((far + others - 1) / others)})
		}
	}
	slices.SortStableFunc(found, func(a, b Outlier) int { return cmp.Compare(a.Expert, b.Expert) })
	return found
}

// VetoedBy gives the 一票否决 codes that at least VetoQuorum of the effective experts' sheets tick with a reason, in the order of
// the written rubric. They bring the application before the two bureaus and decide nothing by themselves; never nil.
func (s Setup) VetoedBy(sheets []Sheet) []string {
	codes := []string{}
	for _, r := range s.Rubrics {
		for _, v := range r.Vetoes {
			n := 0
			for _, sheet := range sheets {
				if !blank(sheet.Vetoes[v.Code]) {
					n++
				}
			}
			if n >= max(s.VetoQuorum, 1) && !slices.Contains(codes, v.Code) {
				codes = append(codes, v.Code)
			}
		}
	}
	return codes
}

// VetoNames are the names of veto codes; a code the rubrics do not know stands for itself.
func (s Setup) VetoNames(codes []string) []string {
	names := slices.Clone(codes)
	for _, r := range s.Rubrics {
		for _, v := range r.Vetoes {
			for i, code := range codes {
				if v.Code == code {
					names[i] = v.Name
				}
			}
		}
	}
	return names
}
