package workflow_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// where is the first place a fault names, with its code before.
func where(err error) string {
	text := told(err)
	code, _, _ := strings.Cut(text, ":")
	if _, place, named := strings.Cut(text, " | "); named {
		place, _, _ = strings.Cut(place, " ")
		return code + " " + place
	}
	return code
}

func TestWhatIsWrittenAboutADefenceHasBounds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := context.Background()
		l, batch := waitingForDraw(t, s)
		secretary := actor("review_secretary@370000")
		_, err := l.service.DrawOrder(ctx, secretary, workflow.DrawOrder{Batch: batch, Seed: strings.Repeat("种", 201)})
		if where(err) != "invalid /seed" {
			t.Error(err)
		}
		drawn, err := l.service.DrawOrder(ctx, secretary, workflow.DrawOrder{Batch: batch, Seed: strings.Repeat("种", 200)})
		must(t, err)
		id := drawn.Slots[0].ApplicationID
		now, err := s.Clock(ctx)
		must(t, err)
		here := workflow.Attendant{Unit: "栖霞市政府", Post: "市长", Present: true}
		many := make([]workflow.Attendant, 101)
		for i := range many {
			many[i] = here
		}
		for _, tt := range []struct {
			name, want string
			in         workflow.RecordAttendance
		}{
			{"a post too many", "invalid /attendance", workflow.RecordAttendance{Attendance: many}},
			{"no unit", "invalid /attendance/0/unit", workflow.RecordAttendance{Attendance: []workflow.Attendant{{Unit: " ", Post: "市长", Present: true}}}},
			{"a post without end", "invalid /attendance/0/post", workflow.RecordAttendance{Attendance: []workflow.Attendant{{Unit: "市", Post: strings.Repeat("长", 201), Present: true}}}},
			{"minutes without end", "invalid /minutes", workflow.RecordAttendance{Attendance: many[:1], Minutes: strings.Repeat("记", 2001)}},
		} {
			tt.in.Application, tt.in.Version, tt.in.MeetingAt = id, 1, &now
			if _, err := l.service.RecordAttendance(ctx, secretary, tt.in); where(err) != tt.want {
				t.Errorf("%s: %v", tt.name, err)
			}
		}
		_, err = l.service.RecordAttendance(ctx, secretary, workflow.RecordAttendance{Application: id, Version: 1, MeetingAt: &now, Attendance: many[:100], Minutes: strings.Repeat("记", 2000)})
		must(t, err)
	})
}

// checking puts one application into 现场核查 with one inspector, "east".
func checking(t *testing.T, s *store.Store) (l live, app workflow.Application, east workflow.Actor) {
	t.Helper()
	ctx := context.Background()
	l, _ = newLive(t, s, time.Hour)
	app = l.ready("370686", "栖霞市")
	_, err := l.reach(ctx, app, workflow.SiteCheck)
	must(t, err)
	_, err = l.hire(ctx, "east", workflow.SiteInspector)
	must(t, err)
	_, err = l.service.AssignInspectors(ctx, actor("review_secretary@370000"), workflow.AssignInspectors{Application: app.ID, Inspectors: []string{"east"}})
	must(t, err)
	return l, app, actor("east=site_inspector@370000")
}

func TestASheetHasBounds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := context.Background()
		l, app, east := checking(t, s)
		rows := func(n int) []workflow.SiteFinding {
			out := make([]workflow.SiteFinding, n)
			for i := range out {
				out[i].Item = "LAND"
			}
			return out
		}
		for _, tt := range []struct {
			name, want string
			in         workflow.SaveSiteSheet
		}{
			{"a finding too many", "invalid /items/30/item", workflow.SaveSiteSheet{Items: rows(31)}},
			{"a note without end", "invalid /items/0/note", workflow.SaveSiteSheet{Items: []workflow.SiteFinding{{Item: "LAND", Note: strings.Repeat("注", 501)}}}},
			{"a pointer without end", "invalid /items/0/place", workflow.SaveSiteSheet{Items: []workflow.SiteFinding{{Item: "LAND", Place: strings.Repeat("/x", 200)}}}},
			{"a comment without end", "invalid /comment", workflow.SaveSiteSheet{Comment: strings.Repeat("评", 2001)}},
			{"a deduction without verdict", "invalid /deduction", workflow.SaveSiteSheet{Deduction: 50}},
			{"a verdict nobody knows", "invalid /verdict", workflow.SaveSiteSheet{Verdict: "FINE"}},
			{"a deduction beyond the most", "invalid /deduction", workflow.SaveSiteSheet{Verdict: "ISSUES", Deduction: 10_50}},
			{"a whole object", "invalid /items/0/place", workflow.SaveSiteSheet{Items: []workflow.SiteFinding{{Item: "LAND", Place: "/fundPlan"}}}},
			{"no pointer", "invalid /items/0/place", workflow.SaveSiteSheet{Items: []workflow.SiteFinding{{Item: "LAND", Place: "zone"}}}},
			{"an index past the end", "invalid /items/0/place", workflow.SaveSiteSheet{Items: []workflow.SiteFinding{{Item: "LAND", Place: "/zone/villages/99/households"}}}},
		} {
			tt.in.Application, tt.in.Version = app.ID, 1
			if _, err := l.service.SaveSiteSheet(ctx, east, tt.in); where(err) != tt.want {
				t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
			}
		}
		v, err := l.service.SaveSiteSheet(ctx, east, workflow.SaveSiteSheet{Application: app.ID, Version: 1, Items: rows(30), Verdict: "ISSUES", Comment: strings.Repeat("评", 2000)})
		must(t, err)
		if len(v.Sheet.Items) != 30+5 {
			t.Errorf("%d findings", len(v.Sheet.Items))
		}
		accounts := make([]string, 21)
		for i := range accounts {
			accounts[i] = "east"
		}
		if _, err := l.service.AssignInspectors(ctx, actor("review_secretary@370000"), workflow.AssignInspectors{Application: app.ID, Version: 2, Inspectors: accounts}); where(err) != "invalid /inspectors" {
			t.Error(err)
		}
	})
}

func TestWhatIsClaimedIsTheSnapshotsAndNotTheDrafts(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, app, east := checking(t, s)
		must(t, s.InTx(context.Background(), func(tx workflow.Tx) error {
			_, err := tx.SaveSection(app.ID, workflow.Section{Name: proposal.SectionPlan, Version: 1, Body: []byte(`{"title":"改过的草稿","startDate":"2023-01-01","endDate":"2024-12-31"}`)})
			return err
		}))
		v, err := l.service.SaveSiteSheet(context.Background(), east, workflow.SaveSiteSheet{Application: app.ID, Version: 1,
			Items: []workflow.SiteFinding{{Item: "LAND", Claimed: "打字填的"}}})
		if err != nil || v.Sheet.Items[0].Claimed != "" {
			t.Errorf("%+v %v", v.Sheet.Items, err)
		}
		for place, want := range map[string]string{"/plan/title": "栖霞市“果韵云溪”", "/zone/contiguous": "是", "/projects/0/funds/0/amount": "万元", "/projects/0/townCodes/0": "370686901"} {
			v, err := l.service.SaveSiteSheet(context.Background(), east, workflow.SaveSiteSheet{Application: app.ID, Version: l.sheetVersion(context.Background(), app, nil),
				Items: []workflow.SiteFinding{{Item: "LAND", Place: place, Claimed: "打字填的"}}})
			must(t, err)
			if got := v.Sheet.Items[0].Claimed; !strings.Contains(got, want) || strings.Contains(got, "打字") {
				t.Errorf("%s: %s", place, got)
			}
		}
	})
}

func TestASheetThatLeavesOutAnItemIsNotHandedIn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := context.Background()
		l, app, east := checking(t, s)
		sheet, err := s.ReadSiteCheck(ctx, app.ID)
		must(t, err)
		now, err := s.Clock(ctx)
		must(t, err)
		today, future := proposal.DateIn(now, time.UTC), proposal.DateIn(now.AddDate(0, 0, 3), time.UTC)
		sheet.CheckedOn, sheet.Verdict = &today, "PASS"
		sheet.Items = []workflow.SiteFinding{{Item: "LAND", Place: "/zone/areaKm2", Claimed: "46.5", Finding: workflow.FindingTrue}}
		must(t, s.InTx(ctx, func(tx workflow.Tx) error { return tx.SaveSiteCheck(&sheet) }))
		_, err = l.service.SubmitSiteSheet(ctx, east, workflow.ActOnSite{Application: app.ID, Version: sheet.Version})
		if where(err) != "invalid /items" || strings.Count(told(err), "/items") != 5 {
			t.Error(err)
		}
		if _, err := l.service.SaveSiteSheet(ctx, east, workflow.SaveSiteSheet{Application: app.ID, Version: sheet.Version, CheckedOn: &future}); where(err) != "invalid /checkedOn" {
			t.Error(err)
		}
		sheet.CheckedOn = &future
		must(t, s.InTx(ctx, func(tx workflow.Tx) error { return tx.SaveSiteCheck(&sheet) }))
		if _, err = l.service.SubmitSiteSheet(ctx, east, workflow.ActOnSite{Application: app.ID, Version: sheet.Version}); where(err) != "invalid /checkedOn" {
			t.Error(err)
		}
	})
}

func TestPhotosHaveBoundsAndAnEndedUploadLeavesNoRow(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := context.Background()
		l, app, east := checking(t, s)
		removed := 0
		keep := func(i int, name string, place func() error) error {
			_, err := l.service.KeepPhoto(ctx, east, workflow.KeepPhoto{Application: app.ID, Item: "LAND", FileName: name, Size: 9, MediaType: "image/png",
				SHA256: proposal.Digest(fmt.Append(nil, i)), Place: place, Remove: func() error { removed++; return nil }})
			return err
		}
		nothing := func() error { return nil }
		for _, name := range []string{"", " ", strings.Repeat("图", 501)} {
			if err := keep(0, name, nothing); where(err) != "invalid /file" {
				t.Errorf("%q: %v", name, err)
			}
		}
		removed = 0
		if err := keep(0, "图.png", func() error { return fault.New(fault.Unavailable, "磁盘满") }); fault.CodeOf(err) != fault.Unavailable || removed != 1 {
			t.Errorf("a failing disk: %v, removed %d", err, removed)
		}
		if known, err := s.BlobKnown(ctx, proposal.Digest([]byte("0"))); known || err != nil {
			t.Errorf("a blob row without a file: %v", err)
		}
		pack := 0
		for ; pack < 1000; pack++ {
			if err := keep(pack, "图.png", nothing); err != nil {
				if fault.CodeOf(err) != fault.Refused {
					t.Error(err)
				}
				break
			}
		}
		if photos, err := s.SitePhotos(ctx, app.ID); err != nil || len(photos) != pack || pack == 1000 {
			t.Errorf("%d photos, %d kept, %v", len(photos), pack, err)
		}
	})
}

func TestNobodyLearnsWhoMayBeSentButTheSecretary(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _, east := checking(t, s)
		for who, n := range map[string]int{"review_secretary@370000": 1, "prov_admin@370000": 0, "county_filer@370686": 0} {
			if all, err := l.service.Inspectors(context.Background(), actor(who)); err != nil || all == nil || len(all) != n {
				t.Errorf("%s: %v %v", who, all, err)
			}
		}
		if all, _ := l.service.Inspectors(context.Background(), east); len(all) != 0 {
			t.Error(all)
		}
	})
}
