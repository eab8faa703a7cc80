package workflow

import (
	"bytes"
	"encoding/json"
	"slices"

	"xianjie/internal/review"
)

// Unreckoned are the applications whose kept results do not follow from the sheets as kept, by the setup they were locked under: every
// locked number must come out again.
func Unreckoned(setup review.Setup, results []Result, reviews []Review) []string {
	var wrong []string
	for _, r := range results {
		own := func(other Result) bool { return other.ApplicationID == r.ApplicationID }
		if !reckons(setup, r, slices.DeleteFunc(slices.Clone(results), func(o Result) bool { return !own(o) }), reviews) && !slices.Contains(wrong, r.ApplicationID) {
			wrong = append(wrong, r.ApplicationID)
		}
	}
	return wrong
}

func reckons(setup review.Setup, r Result, siblings []Result, reviews []Review) bool {
	if r.Kind == ResultComposite {
		again := composite(setup, siblings, r.Site)
		return same(again, *r.Composite)
	}
	own := slices.DeleteFunc(slices.Clone(reviews), func(v Review) bool { return v.ApplicationID != r.ApplicationID })
	marks := marksOf(setup, own, review.Stage(r.Kind))
	return same(marks, r.Marks) && same(setup.Aggregate(marks), *r.Stage)
}

// composite joins the kept stages of one application.
func composite(setup review.Setup, results []Result, site *review.SiteResult) review.Composite {
	var written review.StageResult
	var defence *review.StageResult
	for _, r := range results {
		switch r.Kind {
		case ResultWritten:
			written = *r.Stage
		case ResultDefence:
			defence = r.Stage
		}
	}
	return setup.Compose(written, defence, site)
}

// same compares by the form in which results are kept.
func same(a, b any) bool {
	left, err := json.Marshal(a)
	if err != nil {
		return false
	}
	right, err := json.Marshal(b)
	return err == nil && bytes.Equal(left, right)
}
