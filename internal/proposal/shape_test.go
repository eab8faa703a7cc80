package proposal

import (
	"strings"
	"testing"
	"unicode"
)

func checkShape[T any](t *testing.T, name string, s *shape[T]) {
	t.Helper()
	if len(s.fields) == 0 || len(s.fields) > 64 {
		t.Errorf("%s has %d fields; the set of seen keys holds 64", name, len(s.fields))
	}
	for i, f := range s.fields {
		for _, other := range s.fields[:i] {
			if sameSpelling(f.key, other.key) {
				t.Errorf("%s.%s is stated twice, or differs from %s in spelling only", name, f.key, other.key)
			}
		}
		if !strings.ContainsFunc(f.label, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s.%s has no Chinese name: %q", name, f.key, f.label)
		}
	}
}

func TestShapesAreWellFormed(t *testing.T) {
	checkShape(t, "document", &proposalShape)
	checkShape(t, "place", &placeShape)
	checkShape(t, "county", &countyShape)
	checkShape(t, "zone", &zoneShape)
	checkShape(t, "village", &villageShape)
	checkShape(t, "industry", &industryShape)
	checkShape(t, "plan", &planShape)
	checkShape(t, "fundPlan", &fundPlanShape)
	checkShape(t, "linkage", &linkageShape)
	checkShape(t, "integrated", &integratedShape)
	checkShape(t, "project", &projectShape)
	checkShape(t, "beneficiaries", &beneficiariesShape)
	checkShape(t, "benefitLinkage", &benefitLinkageShape)
	checkShape(t, "target", &targetShape)
	checkShape(t, "fund", &projectFundShape)
	checkShape(t, "mechanism", &mechanismShape)
	checkShape(t, "land", &landShape)
	checkShape(t, "consultation", &consultationShape)
	checkShape(t, "resolution", &resolutionShape)
	checkShape(t, "letter", &letterShape)
	checkShape(t, "attachment", &attachmentShape)
	checkShape(t, "submission", &submissionShape)
}

func TestStoredSectionsAreTheListedOnes(t *testing.T) {
	for _, name := range Sections() {
		if _, err := stored(name); err != nil {
			t.Error(err)
		}
	}
	n := 0
	for _, part := range parts {
		if part.stored {
			n++
		}
	}
	if n != len(Sections()) {
		t.Errorf("%d parts are stored, %d sections listed", n, len(Sections()))
	}
}
