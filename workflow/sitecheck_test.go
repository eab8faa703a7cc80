package workflow_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/workflow"
)

func TestGapsAreEveryThingASheetLacks(t *testing.T) {
	on := proposal.DateIn(time.Now(), time.UTC)
	full := workflow.SiteSheet{CheckedOn: &on, Verdict: review.SitePass, Items: []workflow.SiteFinding{{Item: "LAND", Place: "/zone/areaKm2", Claimed: "46.5", Finding: workflow.FindingTrue}}}
	finding := func(f workflow.SiteFinding) func(*workflow.SiteSheet) {
		return func(s *workflow.SiteSheet) { s.Items = []workflow.SiteFinding{f} }
	}
	photo := []workflow.SitePhoto{{Item: "LAND"}}
	for _, tt := range []struct {
		name   string
		spoil  func(*workflow.SiteSheet)
		photos []workflow.SitePhoto
		want   string // locations
	}{
		{"nothing", func(*workflow.SiteSheet) {}, nil, ""},
		{"everything", func(s *workflow.SiteSheet) { *s = workflow.SiteSheet{} }, nil, "/checkedOn /verdict /items"},
		{"a verdict nobody knows", func(s *workflow.SiteSheet) { s.Verdict = "FINE" }, nil, "/verdict"},
		{"an empty finding", finding(workflow.SiteFinding{Item: "LAND"}), nil, "/items/0/finding /items/0/place"},
		{"a claim that was not read", finding(workflow.SiteFinding{Item: "LAND", Place: "/zone", Finding: workflow.FindingTrue}), nil, "/items/0/place"},
		{"no note of what is false", finding(workflow.SiteFinding{Item: "LAND", Place: "/x", Claimed: "1", Finding: workflow.FindingFalse, Note: " "}), photo, "/items/0/note"},
		{"no note of what is unverified", finding(workflow.SiteFinding{Item: "LAND", Place: "/x", Claimed: "1", Finding: workflow.FindingUnverified}), nil, "/items/0/note"},
		{"no photo of what is false", finding(workflow.SiteFinding{Item: "LAND", Place: "/x", Claimed: "1", Finding: workflow.FindingFalse, Note: "无"}), nil, "/items/0/finding"},
		{"a photo of something else", finding(workflow.SiteFinding{Item: "LAND", Place: "/x", Claimed: "1", Finding: workflow.FindingFalse, Note: "无"}),
			[]workflow.SitePhoto{{Item: "VILLAGES"}}, "/items/0/finding"},
		{"what is unverified needs no photo", finding(workflow.SiteFinding{Item: "LAND", Place: "/x", Claimed: "1", Finding: workflow.FindingUnverified, Note: "路断"}), nil, ""},
	} {
		s := full
		tt.spoil(&s)
		var got []string
		for _, gap := range s.Gaps(tt.photos) {
			got = append(got, gap.Location)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
	}
}

func TestFindingsAreCounted(t *testing.T) {
	s := workflow.SiteSheet{Items: []workflow.SiteFinding{{Item: "A", Finding: "TRUE"}, {Item: "A", Finding: "FALSE"}, {Item: "B", Finding: "UNVERIFIED"}, {Item: "C"}, {Item: "B"}}}
	n := s.Findings()
	if diff := cmp.Diff(workflow.Findings{True: 1, False: 1, Unverified: 1}, n); diff != "" || n.Of() != 3 {
		t.Error(diff, n.Of())
	}
	if done, of := s.Done(); done != 1 || of != 3 {
		t.Errorf("%d of %d items done", done, of)
	}
}

func TestAnOrderThatItsSeedDoesNotGiveIsFound(t *testing.T) {
	order := review.Order("a", []string{"x", "y", "z"})
	slots := []workflow.DefenceSlot{{ApplicationID: order[0], Seed: "a"}, {ApplicationID: order[1], Seed: "a"}, {ApplicationID: order[2], Seed: "a"}, {ApplicationID: "w", Seed: "b"}}
	if wrong := workflow.Unplayed(slots); len(wrong) != 0 {
		t.Errorf("a true draw is doubted: %v", wrong)
	}
	slots[0], slots[1] = slots[1], slots[0]
	if wrong := workflow.Unplayed(slots); !slices.Equal(wrong, []string{"a"}) {
		t.Errorf("two places exchanged: %v", wrong)
	}
}

func TestRecordsAreForProvinceOversightAndThoseAssigned(t *testing.T) {
	app := workflow.Application{ID: "a", CountyCode: "370686", State: workflow.SiteCheck}
	draft, sent := workflow.SiteSheet{Inspectors: []string{"east"}}, workflow.SiteSheet{Inspectors: []string{"east"}, SubmittedAt: &time.Time{}}
	for _, tt := range []struct {
		who                  string
		defence, draft, sent workflow.Depth
	}{
		{"prov_admin@370000", workflow.Whole, workflow.Outline, workflow.Whole},
		{"prov_finance@370000", workflow.Whole, workflow.Outline, workflow.Whole},
		{"review_secretary@370000", workflow.Whole, workflow.Outline, workflow.Whole},
		{"auditor@370600", workflow.Whole, workflow.Outline, workflow.Whole},
		{"auditor@370700", workflow.Hidden, workflow.Hidden, workflow.Hidden},
		{"county_signer@370686", workflow.Outline, workflow.Hidden, workflow.Hidden},
		{"city_reviewer@370600", workflow.Outline, workflow.Hidden, workflow.Hidden},
		{"county_signer@370687", workflow.Hidden, workflow.Hidden, workflow.Hidden},
		{"east=site_inspector@370000", workflow.Hidden, workflow.Whole, workflow.Whole},
		{"west=site_inspector@370000", workflow.Hidden, workflow.Hidden, workflow.Hidden},
		{"east=expert@370000", workflow.Hidden, workflow.Hidden, workflow.Hidden},
		{"east=sysadmin@370000", workflow.Hidden, workflow.Hidden, workflow.Hidden},
	} {
		a := actor(tt.who)
		sight := workflow.SightOf(a)
		if d, s, h := sight.Defence(app), sight.SiteCheck(app, draft, a), sight.SiteCheck(app, sent, a); d != tt.defence || s != tt.draft || h != tt.sent {
			t.Errorf("%s sees %d %d %d, want %d %d %d", tt.who, d, s, h, tt.defence, tt.draft, tt.sent)
		}
	}
	assigned := workflow.Sight{Windows: []workflow.Window{{Region: "370000", Applications: []string{"a"}}}}
	if assigned.Defence(app) != workflow.Whole || assigned.SiteCheck(app, sent, actor("east=expert@370000")) != workflow.Hidden {
		t.Error("an expert sees the defence he hears, and no site check")
	}
}
