package review

import (
	"slices"

	"xianjie/internal/money"
)

// File is the shape the offline recomputation reads: applications/scoring.json, and what /ranking.json serves.
type File struct {
	Note     string      `json:"note,omitzero"`
	Params   *FileParams `json:"params,omitempty"` // absent: the defaults of domain 4.4
	Cases    []FileCase  `json:"cases"`
	TieBreak []FileTie   `json:"tieBreak"`
}

// FileParams are the 汇总口径 the file was made with.
type FileParams struct {
	MinExperts    int      `json:"minExperts"`
	TrimFrom      int      `json:"trimFrom"`
	WrittenWeight Points   `json:"writtenWeight"`
	DefenceWeight Points   `json:"defenceWeight"`
	TieBreak      []TieKey `json:"tieBreak"`
}

// FileCase is one application's sheets.
type FileCase struct {
	ID       string        `json:"id"`
	Written  []FileMark    `json:"written"`
	Defence  []FileMark    `json:"defence,omitzero"` // nil: the batch has no defence; empty: nobody has judged it
	Site     FileSite      `json:"site,omitzero"`    // zero: the batch has no site check
	Expected *FileExpected `json:"expected,omitempty"`
}

// FileMark is one expert's total.
type FileMark struct {
	Expert  string            `json:"expert"`
	Total   Points            `json:"total"`
	Recused bool              `json:"recused,omitzero"`
	Dims    map[string]Points `json:"dims,omitempty"` // dimension code → points; sums to the total
}

// FileSite is a site check.
type FileSite struct {
	Result    SiteVerdict `json:"result"`
	Deduction Points      `json:"deduction"`
}

// FileExpected is what a case comes to: what the file states, and what the recomputation prints.
type FileExpected struct {
	Written   FileStage  `json:"written"`
	Defence   *FileStage `json:"defence,omitempty"`
	Composite *Fixed     `json:"composite"`
	Status    Status     `json:"status"`
}

// FileStage is what a stage comes to.
type FileStage struct {
	Effective int     `json:"effective"`
	Dropped   []Short `json:"dropped"`
	Mean      *Fixed  `json:"mean"`
}

// FileTie is a set of rows to be ranked.
type FileTie struct {
	ID            string       `json:"id"`
	Note          string       `json:"note,omitzero"`
	Rows          []FileTieRow `json:"rows"`
	ExpectedOrder []any        `json:"expectedOrder,omitempty"` // texts, and lists of texts for equal rows; see Tiers
}

// FileTieRow is one row to be ranked; dimension means stand beside the other members under their codes.
type FileTieRow struct {
	App        string           `json:"app"`
	Composite  Fixed            `json:"composite"`
	Written    Fixed            `json:"written"`
	Dims       map[string]Fixed `json:",embed"`
	Integrated money.Fen        `json:"integrated,omitzero"`
	Linkage    money.Fen        `json:"linkage,omitzero"`
	Lot        int              `json:"lot,omitzero"`
}

// defaultParams are the 汇总口径 of domain 4.4, which a file without params was made with. They are the file format's own and do
// not follow a batch: a batch's file states its params.
func defaultParams() FileParams {
	const (
		minExperts, trimFrom = 3, 5
		written, defence     = 70, 30
	)
	return FileParams{minExperts, trimFrom, written, defence, []TieKey{ByWritten, "S1", "C4", ByIntegration, ByLot}}
}

// Setup is the part of a setup that the recomputation needs.
func (f File) Setup() Setup {
	p := defaultParams()
	if f.Params != nil {
		p = *f.Params
	}
	return Setup{
		MinExperts: p.MinExperts, TrimFrom: p.TrimFrom, WrittenWeight: p.WrittenWeight, DefenceWeight: p.DefenceWeight, TieBreak: p.TieBreak,
	}
}

// Marks turns the file's marks into those of the aggregation.
func Marks(list []FileMark) []Mark {
	marks := make([]Mark, len(list))
	for i, m := range list {
		marks[i] = Mark{m.Expert, m.Total, m.Dims, m.Recused}
	}
	return marks
}

// Row is the row as the ranking sees it.
func (r FileTieRow) Row() Row {
	row := Row{
		Application: r.App, Composite: Points(r.Composite), Written: Points(r.Written),
		Integrated: r.Integrated, Linkage: r.Linkage, Lot: r.Lot,
	}
	if len(r.Dims) > 0 {
		row.Dims = make(map[string]Points, len(r.Dims))
		for code, p := range r.Dims {
			row.Dims[code] = Points(p)
		}
	}
	return row
}

// Tier is what stands on one place of an order: one application, or several that are equal. JSON writes one as a text.
type Tier []string

// Tiers is ExpectedOrder with its types; nil when the file states none.
func (t FileTie) Tiers() []Tier {
	var tiers []Tier
	for _, entry := range t.ExpectedOrder {
		tiers = append(tiers, tierOf(entry))
	}
	return tiers
}

// tierOf is nil when the entry is neither a text nor a list of texts.
func tierOf(entry any) Tier {
	switch e := entry.(type) {
	case string:
		return Tier{e}
	case Tier:
		return e
	case []string:
		return e
	case []any:
		tier := Tier{}
		for _, inner := range e {
			name, ok := inner.(string)
			if !ok {
				return nil
			}
			tier = append(tier, name)
		}
		return tier
	}
	return nil
}

// tiersOf groups places by rank.
func tiersOf(places []Place) []Tier {
	tiers := []Tier{}
	for i, p := range places {
		if i > 0 && places[i-1].Rank == p.Rank {
			tiers[len(tiers)-1] = append(tiers[len(tiers)-1], p.Application)
		} else {
			tiers = append(tiers, Tier{p.Application})
		}
	}
	return tiers
}

// equal reports whether two tiers hold the same applications.
func (t Tier) equal(other Tier) bool {
	return slices.Equal(slices.Sorted(slices.Values(t)), slices.Sorted(slices.Values(other)))
}
