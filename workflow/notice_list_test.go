package workflow_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// Between draft and publication an application may leave; it must not be published, and an empty list is not published at all.
func TestAnOpenedListNamesOnlyWhoStillWaits(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		ids := l.proposed(3)
		ctx, admin := context.Background(), actor("prov_admin@370000")
		n, err := l.service.DraftNotice(ctx, admin, workflow.DraftNotice{Batch: l.see(ids[0]).BatchID})
		must(t, err)
		if len(n.Entries) != 3 || !strings.Contains(n.Text, "合计 3 个,拟奖补 6000 万元") {
			t.Fatalf("drafted %v: %s", n.Entries, n.Text)
		}
		leave := func(id string) {
			t.Helper()
			must(t, s.InTx(ctx, func(tx workflow.Tx) error {
				app, err := tx.LockApplication(id)
				if err != nil {
					return err
				}
				app.State = workflow.Disqualified
				return tx.SaveApplication(&app)
			}))
		}
		for _, id := range ids {
			leave(id)
		}
		if _, err := l.service.OpenNotice(ctx, admin, workflow.MoveNotice{Notice: n.ID, Version: n.Version}); fault.CodeOf(err) != fault.Refused {
			t.Errorf("an empty list: %v", err)
		}
		must(t, s.InTx(ctx, func(tx workflow.Tx) error {
			app, err := tx.LockApplication(ids[1])
			if err != nil {
				return err
			}
			app.State = workflow.PublicNotice
			return tx.SaveApplication(&app)
		}))
		opened, err := l.service.OpenNotice(ctx, admin, workflow.MoveNotice{Notice: n.ID, Version: n.Version})
		must(t, err)
		if len(opened.Entries) != 1 || opened.Entries[0].ApplicationID != ids[1] || !strings.Contains(opened.Text, "合计 1 个,拟奖补 2000 万元") {
			t.Errorf("opened %v: %s", opened.Entries, opened.Text)
		}
		if strings.Contains(opened.Text, "【") {
			t.Errorf("a place is left open: %s", opened.Text)
		}
	})
}

// Whoever waits for the notice's lock across the end of the period is decided by the clock as it stands under that lock.
func TestTheClockOfAnAwardIsReadUnderTheNoticesLock(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		id := l.proposed(1)[0]
		n := openedNotice(t, l, 1500*time.Millisecond)
		version, ctx := l.see(id).Version, context.Background()
		pressed := make(chan error, 1)
		must(t, s.InTx(ctx, func(tx workflow.Tx) error {
			if _, err := tx.LockNotice(n.ID); err != nil {
				return err
			}
			go func() {
				_, err := l.service.Do(ctx, actor("prov_admin@370000"), workflow.Command{Application: id, Version: version, Action: workflow.Award,
					Opinion: "立项", Input: workflow.Input{AwardDocNo: "鲁乡振发〔2023〕5号"}})
				pressed <- err
			}()
			waitUntil(t, s, n.ClosesAt.Add(100*time.Millisecond))
			return nil
		}))
		must(t, <-pressed)
	})
}
