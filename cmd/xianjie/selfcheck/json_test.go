package selfcheck

import (
	"bytes"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/google/go-cmp/cmp"

	"xianjie/internal/sample"
	"xianjie/policy"
)

// answer is the shape of applications/expected.json.
type answer struct {
	BatchCode string `json:"batchCode"`
	Results   []struct {
		ApplicationID string   `json:"applicationId"`
		Overall       string   `json:"overall"`
		Failed        []string `json:"failed"`
		Warned        []string `json:"warned"`
		Checks        map[string]struct {
			Verdict string `json:"verdict"`
			Figure  string `json:"figure"`
		} `json:"checks"`
	} `json:"results"`
}

func parse(t *testing.T, text string) answer {
	t.Helper()
	var a answer
	if err := json.Unmarshal([]byte(text), &a, json.RejectUnknownMembers(true)); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return a
}

func TestTheJSONEqualsTheExpectedVerdicts(t *testing.T) {
	code, out, complaints := run(t, desk(t), Job{Files: []string{"A0*.json"}, JSON: true})
	if code != SomeFail || complaints != "" {
		t.Errorf("exit %d, complaints %q", code, complaints)
	}
	got, want := parse(t, out), parse(t, string(sample.Expected()))
	for _, a := range []*answer{&got, &want} {
		for _, r := range a.Results {
			for rule, check := range r.Checks {
				if check.Figure == "" {
					t.Errorf("%s %s has no figure", r.ApplicationID, rule)
				}
				check.Figure = "" // wording is compared by people
				r.Checks[rule] = check
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTheJSONKeepsTheCataloguesOrderAndHasNoNull(t *testing.T) {
	_, out, _ := run(t, desk(t), Job{Files: []string{"A01.json"}, JSON: true})
	var raw struct {
		Results []struct {
			Failed, Warned, Checks jsontext.Value
		}
	}
	if err := json.Unmarshal([]byte(out), &raw, json.MatchCaseInsensitiveNames(true)); err != nil {
		t.Fatal(err)
	}
	r := raw.Results[0]
	if string(r.Failed) != "[]" || string(r.Warned) != "[]" {
		t.Errorf("failed %s, warned %s; want []", r.Failed, r.Warned)
	}
	at := -1
	for _, rule := range policy.Catalogue() {
		next := bytes.Index(r.Checks, []byte(`"`+rule.ID+`":`))
		if next <= at {
			t.Fatalf("%s stands at %d, not after %d", rule.ID, next, at)
		}
		at = next
	}
}

func TestWithNothingReadableTheJSONIsStillWhole(t *testing.T) {
	code, out, complaints := run(t, desk(t), Job{Files: []string{"none.json"}, JSON: true})
	if code != Unreadable || complaints == "" {
		t.Errorf("exit %d, complaints %q", code, complaints)
	}
	if got := parse(t, out); got.Results == nil || len(got.Results) != 0 || got.BatchCode == "" {
		t.Errorf("got %q", out)
	}
}
