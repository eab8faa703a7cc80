package scoresheet

import (
	"io"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/review"
)

// results is the JSON form; with several files, those of one follow those of the other.
type results struct {
	Cases    []caseResult `json:"cases"`
	TieBreak []tieResult  `json:"tieBreak"`
}

type caseResult struct {
	ID string `json:"id"`
	review.FileExpected
}

type tieResult struct {
	ID    string        `json:"id"`
	Order []review.Tier `json:"order"` // equal rows without lots as an inner list
}

func writeJSON(w io.Writer, all []worked) error {
	out := results{Cases: []caseResult{}, TieBreak: []tieResult{}}
	for _, one := range all {
		for _, c := range one.Cases {
			out.Cases = append(out.Cases, caseResult{c.ID, c.Figures()})
		}
		for _, t := range one.TieBreak {
			out.TieBreak = append(out.TieBreak, tieResult{t.ID, t.Order})
		}
	}
	if err := json.MarshalWrite(w, out, jsontext.WithIndent(" ")); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
