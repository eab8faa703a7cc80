package main

import (
	"testing"
	"time"

	"xianjie/policy"
)

func TestEveryCountyHasADocumentOfSixtyProjectsThatPasses(t *testing.T) {
	counties := 0
	for _, r := range policy.Regions() {
		if r.Level == policy.LevelCounty {
			counties++
		}
	}
	all, err := forms(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)) // forms refuses a document that any rule stops
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != counties {
		t.Errorf("%d documents for %d counties", len(all), counties)
	}
	for _, f := range all {
		if f.doc.County.Code != f.county.Code || f.doc.City.Code != f.county.Parent || len(f.projects) != projectsEach {
			t.Errorf("%s: county %s, city %s, %d projects", f.county.Name, f.doc.County.Code, f.doc.City.Code, len(f.projects))
		}
	}
}
