package policy

import (
	"regexp"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
)

type expectation struct {
	BatchCode string `json:"batchCode"`
	Note      string `json:"_note"`
	Results   []struct {
		ApplicationID string   `json:"applicationId"`
		Overall       string   `json:"overall"`
		Failed        []RuleID `json:"failed"`
		Warned        []RuleID `json:"warned"`
		Checks        map[RuleID]struct {
			Verdict Verdict `json:"verdict"`
			Figure  string  `json:"figure"`
		} `json:"checks"`
	} `json:"results"`
}

// inWords turns the few machine words of the expected figures into those people read; everything else must agree literally.
var inWords = strings.NewReplacer(
	"False", "否", "True", "是", ".0 /", " /",
	"CITY_SELECTED", proposal.CitySelected.Label(), "KEY_COUNTY", proposal.KeyCounty.Label(),
	"EAST", "东部", "CENTRAL", "中部", "WEST", "西部",
	"RESOLUTION_MINUTES", proposal.AttachResolutionMinutes.Label(),
	"53.514331%", "53.514330%", "56.666667%", "56.666666%", // rounded there; shown ratios are truncated, never rounded up
)

// inZone is a moment as the expected figures show it: as written, and in the batch's zone. People read the second alone, as papers write it.
var inZone = regexp.MustCompile(`^\S+ = 北京时间(\d{4})-0?(\d+)-0?(\d+) (\d{2}:\d{2}:\d{2})$`)

func TestTheSixSamplesGetEveryExpectedVerdictAndFigure(t *testing.T) {
	var want expectation
	if err := json.Unmarshal(sample.Expected(), &want); err != nil {
		t.Fatal(err)
	}
	pack := reference(t)
	cells := 0
	for _, result := range want.Results {
		t.Run(result.ApplicationID, func(t *testing.T) {
			findings := Evaluate(Input{Doc: load(t, result.ApplicationID), Pack: pack})
			if got := Overall(findings); got != result.Overall {
				t.Errorf("overall %s, want %s", got, result.Overall)
			}
			for _, f := range findings {
				cell, ok := result.Checks[f.Rule]
				if !ok {
					t.Errorf("%s is not expected", f.Rule)
				}
				if f.Verdict != cell.Verdict {
					t.Errorf("%s: %s (%s), want %s", f.Rule, f.Verdict, f.Figure.Text, cell.Verdict)
				}
				if figure := inZone.ReplaceAllString(inWords.Replace(cell.Figure), "北京时间 ${1}年${2}月${3}日$4"); f.Figure.Text != figure {
					t.Errorf("%s shows %q, want %q", f.Rule, f.Figure.Text, figure)
				}
				cells++
			}
			sameRules(t, "failed", With(findings, Fail), result.Failed)
			sameRules(t, "warned", With(findings, Warn), result.Warned)
		})
	}
	if cells != len(catalogue)*len(sample.IDs()) {
		t.Errorf("%d cells compared", cells)
	}
}

func sameRules(t *testing.T, what string, got, want []RuleID) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s %v, want %v", what, got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%s %v, want %v", what, got, want)
		}
	}
}

func TestEveryFindingIsCompleteAndTellsWhatToDo(t *testing.T) {
	pack := reference(t).As(PackRef{Version: 3, DocNo: "鲁乡振发〔2022〕30号"})
	empty := &proposal.Proposal{}
	docs := []*proposal.Proposal{empty, load(t, "A01"), load(t, "A03"), load(t, "A04"), load(t, "A05"), load(t, "A06")}
	for _, doc := range docs {
		findings := Evaluate(Input{Doc: doc, Pack: pack})
		if len(findings) != 35 {
			t.Fatalf("%d findings", len(findings))
		}
		for i, f := range findings {
			if f.Rule != Catalogue()[i].ID || f.Name == "" || f.Clause == "" || f.Severity == "" || f.Figure.Text == "" {
				t.Errorf("%s is incomplete: %+v", f.Rule, f)
			}
			if f.Places == nil {
				t.Errorf("%s has nil places", f.Rule)
			}
			troubled := f.Verdict == Fail || f.Verdict == Warn
			if troubled != (f.Advice != "") {
				t.Errorf("%s %s has advice %q", f.Rule, f.Verdict, f.Advice)
			}
			if troubled && len(f.Places) == 0 {
				t.Errorf("%s %s points nowhere", f.Rule, f.Verdict)
			}
			if f.Verdict == Pass && f.Figure.Gap != "" {
				t.Errorf("%s passes with gap %q", f.Rule, f.Figure.Gap)
			}
			if f.Pack.Version != 3 || f.Pack.DocNo == "" {
				t.Errorf("%s does not say its pack version", f.Rule)
			}
		}
	}
}

func TestAnEmptyDocumentPassesNothingItHasNotShown(t *testing.T) {
	for _, f := range Evaluate(Input{Doc: &proposal.Proposal{}, Pack: reference(t)}) {
		switch f.Rule {
		case "F01", "F02", "F03", "F04", "F05", "D04", "D05", "D09": // the channel is unset (C01 fails), nothing is dated
			if f.Verdict != NA {
				t.Errorf("%s: %s", f.Rule, f.Verdict)
			}
		case "F08": // no amount is an illegal amount
		default:
			if f.Verdict == Pass || f.Verdict == NA {
				t.Errorf("%s passes with %q", f.Rule, f.Figure.Text)
			}
		}
	}
}
