package policy

import (
	"slices"
	"testing"
)

func ids(findings []Finding) []RuleID {
	out := []RuleID{}
	for _, f := range findings {
		out = append(out, f.Rule)
	}
	return out
}

func TestOnlyARuleOfPrincipleCanBeWaived(t *testing.T) {
	pack := reference(t)
	findings := Evaluate(Input{Doc: load(t, "A05"), Pack: pack})
	if got := ids(Blockers(findings, nil)); !slices.Equal(got, []RuleID{"V01", "P02"}) {
		t.Fatalf("A05 is blocked by %v", got)
	}
	tests := []struct {
		name      string
		documents map[RuleID]string
		left      []RuleID
	}{
		{"none given", nil, []RuleID{"V01", "P02"}},
		{"one of the two", map[RuleID]string{"V01": "鲁乡振函〔2022〕1号"}, []RuleID{"P02"}},
		{"both", map[RuleID]string{"V01": "鲁乡振函〔2022〕1号", "P02": "鲁乡振函〔2022〕2号"}, []RuleID{}},
		{"without a document number", map[RuleID]string{"V01": " ", "P02": ""}, []RuleID{"V01", "P02"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(Blockers(ApplyWaivers(findings, tt.documents), nil)); !slices.Equal(got, tt.left) {
				t.Errorf("left %v, want %v", got, tt.left)
			}
		})
	}
	if len(Blockers(findings, nil)) != 2 {
		t.Error("the findings given were changed")
	}

	blocked := Evaluate(Input{Doc: load(t, "A04"), Pack: pack})
	waived := ApplyWaivers(blocked, map[RuleID]string{"F06": "鲁乡振函〔2022〕3号", "F09": "x", "V01": "x"})
	if got := ids(Blockers(waived, nil)); !slices.Equal(got, []RuleID{"F06"}) {
		t.Errorf("F06 must not be waived: %v", got)
	}
	for _, f := range waived {
		if f.Waived != "" {
			t.Errorf("%s %s carries a waiver", f.Rule, f.Verdict)
		}
	}
}

func TestBlockersKeepToTheRulesAsked(t *testing.T) {
	pack := reference(t)
	findings := Evaluate(Input{Doc: load(t, "A06"), Pack: pack})
	tests := []struct {
		name string
		only []RuleID
		want []RuleID
	}{
		{"every rule", nil, []RuleID{"D02", "D04", "D06"}},
		{"the rules of the county's submit", pack.SubmitBlocking(), []RuleID{"D02", "D06"}},
		{"no rule", []RuleID{}, []RuleID{}},
		{"a rule that passes", []RuleID{"F06"}, []RuleID{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Blockers(findings, tt.only)
			if got == nil || !slices.Equal(ids(got), tt.want) {
				t.Errorf("%v, want %v", ids(got), tt.want)
			}
		})
	}
}

func TestTheSeveritiesAreThoseOfTheRuleTable(t *testing.T) {
	var principle, warning []RuleID
	for _, r := range Catalogue() {
		switch r.Severity {
		case Waivable:
			principle = append(principle, r.ID)
		case Warning:
			warning = append(warning, r.ID)
		}
	}
	if !slices.Equal(principle, []RuleID{"V01", "P02", "D01"}) || !slices.Equal(warning, []RuleID{"V04", "F09", "P06", "P07"}) {
		t.Errorf("%v %v", principle, warning)
	}
	if got := ids([]Finding{{Rule: BatchCatalogue()[0].ID}, {Rule: BatchCatalogue()[1].ID}, {Rule: BatchCatalogue()[2].ID}}); !slices.Equal(got, []RuleID{"Q01", "Q02", "Q04"}) {
		t.Errorf("%v", got)
	}
}
