package workflow_test

import (
	"testing"

	"xianjie/workflow"
)

func TestWhoSeesWhatOfAnApplication(t *testing.T) {
	at := func(state workflow.State) workflow.Application {
		return workflow.Application{CityCode: "370600", CountyCode: "370686", State: state, Rank: 2, RiverReason: "理由"}
	}
	tests := []struct {
		name                string
		who                 string
		state               workflow.State
		sees, drafts, notes bool
	}{
		{"the county sees its own draft", "county_filer@370686", workflow.Draft, true, true, false},
		{"another county sees nothing", "county_filer@370683", workflow.Submitted, false, false, false},
		{"the city does not see a draft", "city_reviewer@370600", workflow.Draft, false, false, false},
		{"the city sees what was submitted, as a snapshot", "city_reviewer@370600", workflow.Submitted, true, false, true},
		{"the city keeps seeing what it returned, as a snapshot", "city_reviewer@370600", workflow.ReturnedByCity, true, false, true},
		{"another city sees nothing", "city_reviewer@370700", workflow.Submitted, false, false, false},
		{"the province does not see a draft", "prov_admin@370000", workflow.Draft, false, false, false},
		{"the province sees what was submitted", "prov_finance@370000", workflow.Submitted, true, false, true},
		{"an auditor sees drafts and notes", "auditor@370000", workflow.Draft, true, true, true},
		{"an expert sees nothing that was not assigned", "expert@370000", workflow.ExpertReview, false, false, false},
		{"the system administrator sees no application", "sysadmin@370000", workflow.Submitted, false, false, false},
		{"the security administrator sees no application", "secadmin@370000", workflow.Submitted, false, false, false},
		{"the audit administrator sees no application", "auditadmin@370000", workflow.Submitted, false, false, false},
		{"the public sees no application", "public@370000", workflow.ExpertReview, false, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			sight, app := workflow.SightOf(actor(tt.who)), at(tt.state)
			if got := [3]bool{sight.Sees(app), sight.SeesDraft(app), sight.SeesNotes(app)}; got != [3]bool{tt.sees, tt.drafts, tt.notes} {
				t.Errorf("sees, drafts, notes = %v", got)
			}
			if got := sight.SeesCharge(app); got != (tt.drafts || tt.notes) {
				t.Errorf("sees what the county is accused of: %v", got)
			}
			if veiled := sight.Veil(app); (veiled.Rank != 0) != tt.notes || (veiled.RiverReason != "") != tt.notes {
				t.Errorf("rank %d and reason %q shown, notes %v", veiled.Rank, veiled.RiverReason, tt.notes)
			}
		})
	}
}

func TestWhoeverJudgesAnApplicationIsNotToldWhatItsCountyIsAccusedOf(t *testing.T) {
	app := workflow.Application{ID: "a", CountyCode: "370686", State: workflow.ExpertReview}
	assigned := workflow.Sight{Windows: []workflow.Window{{Region: "370000", Applications: []string{"a"}}}}
	if !assigned.Sees(app) || assigned.SeesCharge(app) {
		t.Errorf("sees %v, and the charge %v", assigned.Sees(app), assigned.SeesCharge(app))
	}
}
