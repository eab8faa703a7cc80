package workflow

import (
	"slices"
	"strings"

	"xianjie/internal/review"
)

// RecomputationFile is the ranking as a file anyone can recompute offline: every counted and uncounted mark under the expert's code, the
// reckoning, and the rows with their lots. Applications go by their numbers.
func RecomputationFile(setup review.Setup, k Ranking, apps []Application, results []Result) review.File {
	numbers := make([]numbered, len(apps))
	for i, app := range apps {
		numbers[i] = numbered{app.ID, app.No}
	}
	return recomputationFile(setup, k, numbers, results)
}

// numbered is an application by its id and number.
type numbered struct{ id, no string }

func numbersOf(standings []Standing) []numbered {
	out := make([]numbered, len(standings))
	for i, s := range standings {
		out[i] = numbered{s.ID, s.No}
	}
	return out
}

func recomputationFile(setup review.Setup, k Ranking, apps []numbered, results []Result) review.File {
	f := review.File{Note: "专家以编号代姓名;有效专家、去掉的分、均分、合成、并列次序均可据此复算",
		Params: &review.FileParams{MinExperts: setup.MinExperts, TrimFrom: setup.TrimFrom, WrittenWeight: setup.WrittenWeight,
			DefenceWeight: setup.DefenceWeight, TieBreak: setup.TieBreak}, Cases: []review.FileCase{}, TieBreak: []review.FileTie{}}
	tie := review.FileTie{ID: "RANKING", Note: "综合分,其后依次为并列时比较的各项", Rows: []review.FileTieRow{}}
	rows, kept, no := map[string]review.Row{}, map[string][]Result{}, map[string]string{}
	for _, row := range k.Rows {
		rows[row.Application] = row
	}
	for _, r := range results {
		kept[r.ApplicationID] = append(kept[r.ApplicationID], r)
	}
	for _, app := range slices.SortedFunc(slices.Values(apps), func(a, b numbered) int { return strings.Compare(a.no, b.no) }) {
		no[app.id] = app.no
		row, ranked := rows[app.id]
		if !ranked {
			continue
		}
		f.Cases = append(f.Cases, fileCase(app.no, kept[app.id]))
		tie.Rows = append(tie.Rows, tieRow(setup, row, app.no))
	}
	tie.ExpectedOrder = tiers(k.Places, no)
	f.TieBreak = append(f.TieBreak, tie)
	return f
}

// fileCase is an application's case by its own results.
func fileCase(no string, results []Result) review.FileCase {
	c := review.FileCase{ID: no, Written: []review.FileMark{}}
	for _, r := range results {
		switch r.Kind {
		case ResultWritten:
			c.Written = fileMarks(r.Marks)
		case ResultDefence:
			c.Defence = fileMarks(r.Marks)
		case ResultComposite:
			if r.Site != nil {
				c.Site = review.FileSite{Result: r.Site.Verdict, Deduction: r.Site.Deduction}
			}
		}
	}
	return c
}

func fileMarks(marks []review.Mark) []review.FileMark {
	out := make([]review.FileMark, len(marks))
	for i, m := range marks {
		out[i] = review.FileMark{Expert: m.Expert, Total: m.Total, Recused: m.Recused, Dims: m.Dims}
	}
	return out
}

// tieRow carries only the dimensions the tie-break chain looks at.
func tieRow(setup review.Setup, row review.Row, no string) review.FileTieRow {
	out := review.FileTieRow{App: no, Composite: review.Fixed(row.Composite), Written: review.Fixed(row.Written), Dims: map[string]review.Fixed{},
		Integrated: row.Integrated, Linkage: row.Linkage, Lot: row.Lot}
	for _, key := range setup.TieBreak {
		if p, ok := row.Dims[string(key)]; ok {
			out.Dims[string(key)] = review.Fixed(p)
		}
	}
	return out
}

// tiers are the places as the file states them: a number, or a list of numbers that are equal.
func tiers(places []review.Place, no map[string]string) []any {
	out := []any{}
	for i := 0; i < len(places); {
		same := []string{}
		for rank := places[i].Rank; i < len(places) && places[i].Rank == rank; i++ {
			same = append(same, no[places[i].Application])
		}
		if len(same) == 1 {
			out = append(out, same[0])
		} else {
			out = append(out, same)
		}
	}
	return out
}

// File is the view as the recomputation file.
func (v RankingView) File() review.File {
	return RecomputationFile(v.Setup, v.Ranking, v.Applications, v.Results)
}
