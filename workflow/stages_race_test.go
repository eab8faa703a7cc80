package workflow_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// waitingForDraw makes a batch in review with three applications in 视频答辩.
func waitingForDraw(t *testing.T, s *store.Store) (l live, batch string) {
	t.Helper()
	ctx := context.Background()
	l, _ = newLive(t, s, time.Hour)
	for _, county := range [][2]string{{"370686", "栖霞市"}, {"370687", "海阳市"}, {"370683", "莱州市"}} {
		app := l.ready(county[0], county[1])
		_, err := l.reach(ctx, app, workflow.Defence)
		must(t, err)
		batch = app.BatchID
	}
	_, err := l.reviewing(ctx)
	must(t, err)
	return l, batch
}

func TestTwoSecretariesDrawingTheOrderAtOnceDrawOneOrder(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, batch := waitingForDraw(t, s)
		errs := atOnce(6, func(i int) error {
			_, err := l.service.DrawOrder(context.Background(), actor("review_secretary@370000"), workflow.DrawOrder{Batch: batch})
			return err
		})
		if n := succeeded(errs); n != 1 {
			t.Errorf("%d draws: %v", n, errs)
		}
		for _, err := range errs {
			if err != nil && fault.CodeOf(err) != fault.Refused {
				t.Errorf("a loser got %v", err)
			}
		}
		slots, err := s.ReadDefences(context.Background(), batch)
		must(t, err)
		if len(slots) != 3 || slots[0].Seed != slots[2].Seed || slots[0].Order != 1 || slots[2].Order != 3 || len(workflow.Unplayed(slots)) != 0 {
			t.Errorf("%+v", slots)
		}
	})
}

func TestADrawAndADisqualificationAtOnceLeaveOneStory(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, batch := waitingForDraw(t, s)
		apps, err := s.Applications(context.Background(), workflow.Query{Sight: workflow.SightOf(actor("prov_admin@370000")), BatchID: batch})
		must(t, err)
		errs := atOnce(4, func(i int) error {
			if i == 0 {
				_, err := l.service.DrawOrder(context.Background(), actor("review_secretary@370000"), workflow.DrawOrder{Batch: batch})
				return err
			}
			_, err := l.reach(context.Background(), apps.Items[i-1], workflow.Disqualified)
			return err
		})
		if errs[0] != nil && fault.CodeOf(errs[0]) != fault.Refused {
			t.Error(errs)
		}
		slots, err := s.ReadDefences(context.Background(), batch)
		must(t, err)
		for i, d := range slots {
			if d.Order != i+1 {
				t.Errorf("a gap: %+v", slots)
			}
		}
		if len(workflow.Unplayed(slots)) != 0 {
			t.Errorf("the draw cannot be replayed: %+v", slots)
		}
	})
}

func TestAnInspectorSavingWhileTheSecretaryReassignsLosesNothingSilently(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := context.Background()
		l, _ := newLive(t, s, time.Hour)
		app := l.ready("370686", "栖霞市")
		_, err := l.reach(ctx, app, workflow.SiteCheck)
		must(t, err)
		for _, account := range []string{"east", "west"} {
			_, err := l.hire(ctx, account, workflow.SiteInspector)
			must(t, err)
		}
		secretary, east := actor("review_secretary@370000"), actor("east=site_inspector@370000")
		v, err := l.service.AssignInspectors(ctx, secretary, workflow.AssignInspectors{Application: app.ID, Inspectors: []string{"east"}})
		must(t, err)
		errs := atOnce(2, func(i int) error {
			if i == 0 {
				_, err := l.service.AssignInspectors(ctx, secretary, workflow.AssignInspectors{Application: app.ID, Version: v.Sheet.Version, Inspectors: []string{"west"}})
				return err
			}
			_, err := l.service.SaveSiteSheet(ctx, east, workflow.SaveSiteSheet{Application: app.ID, Version: v.Sheet.Version,
				Items: []workflow.SiteFinding{{Item: "LAND", Place: "/zone/areaKm2", Finding: workflow.FindingTrue}}})
			return err
		})
		after, err := s.ReadSiteCheck(ctx, app.ID)
		must(t, err)
		saved := after.Findings().True == 1
		switch {
		case errs[0] == nil && errs[1] != nil: // reassigned first: he is shut out
			if code := fault.CodeOf(errs[1]); code != fault.NotFound || saved || !slices.Equal(after.Inspectors, []string{"west"}) {
				t.Errorf("%v %+v", errs, after)
			}
		case errs[1] == nil && errs[0] != nil: // saved first: the secretary looks again
			if code := fault.CodeOf(errs[0]); code != fault.Stale || !saved || !slices.Equal(after.Inspectors, []string{"east"}) {
				t.Errorf("%v %+v", errs, after)
			}
		default:
			t.Errorf("both or none: %v %+v", errs, after)
		}
	})
}

func TestHandingInWhileAPhotoIsDeletedNeverLeavesAGap(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := context.Background()
		l, _ := newLive(t, s, time.Hour)
		app := l.ready("370686", "栖霞市")
		l.apps["A01"] = app.ID
		_, err := l.reach(ctx, app, workflow.SiteCheck)
		must(t, err)
		_, err = l.hire(ctx, "east", workflow.SiteInspector)
		must(t, err)
		east := actor("east=site_inspector@370000")
		for _, line := range []string{`review_secretary@370000 assign A01 to="east"`, `east=site_inspector@370000 photo A01 item="VILLAGES"`,
			`east=site_inspector@370000 fill A01 on="2022-12-01" items="every;VILLAGES@/zone/villages/0/households:FALSE:实有 310 户" verdict="FAIL"`} {
			l.run(ctx, line)
		}
		photos, err := s.SitePhotos(ctx, app.ID)
		must(t, err)
		sheet, err := s.ReadSiteCheck(ctx, app.ID)
		must(t, err)
		errs := atOnce(2, func(i int) error {
			if i == 0 {
				return l.service.DropPhoto(ctx, east, workflow.DropPhoto{Application: app.ID, Photo: photos[0].ID, Remove: func(string) error { return nil }})
			}
			_, err := l.service.SubmitSiteSheet(ctx, east, workflow.ActOnSite{Application: app.ID, Version: sheet.Version})
			return err
		})
		if succeeded(errs) != 1 {
			t.Errorf("%v", errs)
		}
		if photos, _ = s.SitePhotos(ctx, app.ID); errs[1] == nil && len(photos) != 1 {
			t.Error("handed in without the photo it needs")
		}
	})
}
