package store

import (
	"strings"

	"xianjie/internal/money"
	"xianjie/workflow"
)

// faceRow is one face of an application: the columns without a prefix are the live draft's, those with sealed_ the snapshot's.
type faceRow struct {
	Title      string
	SearchText string
	Villages   int
	Projects   int
	Linkage    int64
	ProvUp     int64
	Integrated int64
	Total      int64
	Failed     string
	Warned     string
	Waived     string

	Unconfirmed int
}

func rowOfFace(a *workflow.Application, f workflow.Face) faceRow {
	s := f.Summary
	return faceRow{Title: f.Title, SearchText: searchText(a, f), Villages: s.Villages, Projects: s.Projects, Linkage: int64(s.Linkage), ProvUp: int64(s.ProvUp),
		Integrated: int64(s.Integrated), Total: int64(s.Total), Failed: joinRules(s.Failed), Warned: joinRules(s.Warned), Waived: joinRules(s.Waived), Unconfirmed: s.Unconfirmed}
}

func (r faceRow) face() workflow.Face {
	return workflow.Face{Title: r.Title, Summary: workflow.Summary{Villages: r.Villages, Projects: r.Projects, Linkage: money.Fen(r.Linkage),
		ProvUp: money.Fen(r.ProvUp), Integrated: money.Fen(r.Integrated), Total: money.Fen(r.Total),
		Failed: splitRules(r.Failed), Warned: splitRules(r.Warned), Waived: splitRules(r.Waived), Unconfirmed: r.Unconfirmed}}
}

// searchText is what Query.Search looks in: title, county name and number, lower-cased here because the databases' own
// lower() knows different letters.
func searchText(a *workflow.Application, f workflow.Face) string {
	return strings.ToLower(f.Title + "\n" + a.CountyName + "\n" + a.No)
}

// faced is a column of the face a person sees, as a condition would name it: live where the sight opens drafts, sealed elsewhere.
func faced(sight workflow.Sight, column string) (string, []any) {
	drafts := sight.Drafts()
	switch len(drafts.Windows) {
	case 0:
		return "a.sealed_" + column, nil
	case len(sight.Windows):
		return "a." + column, nil
	}
	live, args := sightSQL(drafts)
	return "CASE WHEN " + live + " THEN a." + column + " ELSE a.sealed_" + column + " END", args
}
