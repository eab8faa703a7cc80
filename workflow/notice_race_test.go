package workflow_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/uuid"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// proposed inserts applications that wait for their notice, one after another's county of 烟台市.
func (l live) proposed(n int) []string {
	l.t.Helper()
	ctx := context.Background()
	b := reviewingBatch(l.t, l.store)
	city, _ := policy.RegionByCode("370600")
	county, _ := policy.RegionByCode("370686")
	ids := make([]string, n)
	must(l.t, l.store.InTx(ctx, func(tx workflow.Tx) error {
		now, err := tx.Now()
		if err != nil {
			return err
		}
		for i := range ids {
			a := workflow.Application{ID: uuid.NewString(), BatchID: b.ID, Year: b.Year, CityCode: city.Code, CityName: city.Name, CountyCode: county.Code,
				CountyName: county.Name, Channel: "CITY_SELECTED", Face: workflow.Face{Title: fmt.Sprintf("第 %d 片区", i+1)}, State: workflow.Draft, StateSince: now, Round: 1,
				PackVersion: 1, CreatedBy: "filer", CreatedAt: now, UpdatedAt: now}
			if err := tx.InsertApplication(&a); err != nil {
				return err
			}
			ids[i] = a.ID
		}
		return nil
	}))
	must(l.t, reviewedBy(ctx, l.store, workflow.PublicNotice, ids...))
	return ids
}

// Objections arrive around the end of the period while both bureaus press award: none that was accepted may go unseen, none may be
// accepted at or after the end, and none that was through before it may have been refused.
func TestNoObjectionAcceptedBeforeTheEndEscapesTheAward(t *testing.T) {
	const (
		applications = 25 // the last five draw no objection
		each         = 10
		spread       = 800 * time.Millisecond
	)
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		ids := l.proposed(applications)
		n := openedNotice(t, l, 2*time.Second)
		end := *n.ClosesAt
		ctx := context.Background()
		var accepted [applications]atomic.Int64
		var late, wrong atomic.Int64
		var filing, pressing sync.WaitGroup
		for i := range (applications - 5) * each {
			filing.Go(func() {
				// ten of each application, every second one's last five after the end, all of it within the spread
				at := end.Add(spread*time.Duration(i%each)/each - spread/2 + time.Duration(i)*time.Millisecond)
				waitUntil(t, s, at)
				app := (i * 7) % (applications - 5)
				o, err := l.service.FileObjection(ctx, workflow.Visitor("192.0.2.9"), workflow.FileObjection{Notice: n.ID, ApplicationNo: n.Entries[app].No, Text: "异议"})
				done, clockErr := s.Clock(ctx)
				must(t, clockErr)
				switch {
				case err == nil && o.FiledAt.Before(end):
					accepted[app].Add(1)
				case err == nil:
					late.Add(1)
				case fault.CodeOf(err) != fault.Refused || done.Before(end):
					t.Errorf("refused at %v, the end is %v: %v", done, end, err)
					wrong.Add(1)
				}
			})
		}
		for i := range applications {
			pressing.Go(func() {
				waitUntil(t, s, end.Add(-spread/2))
				for {
					now, err := s.Clock(ctx)
					must(t, err)
					for _, who := range []string{"prov_admin@370000", "prov_finance@370000"} {
						_, _ = l.do(who, n.Entries[i].ApplicationID, workflow.Award, workflow.Input{AwardDocNo: "鲁乡振发〔2023〕5号"})
					}
					if now.After(end.Add(spread)) || l.see(n.Entries[i].ApplicationID).State == workflow.Awarded {
						return
					}
				}
			})
		}
		filing.Wait()
		pressing.Wait()
		awarded, taken := 0, int64(0)
		for i := range applications {
			taken += accepted[i].Load()
			if l.see(n.Entries[i].ApplicationID).State != workflow.Awarded {
				continue
			}
			awarded++
			if unseen := accepted[i].Load(); unseen > 0 {
				t.Errorf("%s was awarded over %d unanswered objections", n.Entries[i].No, unseen)
			}
		}
		kept, err := s.Objections(ctx, n.ID)
		must(t, err)
		if late.Load() > 0 || wrong.Load() > 0 || int64(len(kept)) != taken || taken == 0 || awarded < 5 {
			t.Errorf("%d late, %d wrongly refused, %d kept of %d accepted, %d awarded of %d", late.Load(), wrong.Load(), len(kept), taken, awarded, len(ids))
		}
		t.Logf("%d accepted, %d awarded", taken, awarded)
	})
}

// An objection that holds the notice when the period ends is waited for by the award and then seen.
func TestTheAwardWaitsForAnObjectionBeingFiled(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		id := l.proposed(1)[0]
		n := openedNotice(t, l, time.Second)
		held, pressed := make(chan struct{}), make(chan error, 1)
		ctx := context.Background()
		go func() {
			<-held
			_, err := l.service.Do(ctx, actor("prov_admin@370000"), workflow.Command{Application: id, Version: l.see(id).Version, Action: workflow.Award,
				Opinion: "立项", Input: workflow.Input{AwardDocNo: "鲁乡振发〔2023〕5号"}})
			pressed <- err
		}()
		must(t, s.InTx(ctx, func(tx workflow.Tx) error {
			if _, err := tx.ShareNotice(n.ID); err != nil {
				return err
			}
			now, err := tx.Now()
			if err != nil {
				return err
			}
			waitUntil(t, s, *n.ClosesAt)
			close(held)
			waitUntil(t, s, n.ClosesAt.Add(200*time.Millisecond))
			return tx.InsertObjection(&workflow.Objection{ID: "o1", ReceiptNo: "YY-1", NoticeID: n.ID, BatchID: n.BatchID, ApplicationID: id, Text: "异议", FiledAt: now})
		}))
		if err := <-pressed; fault.CodeOf(err) != fault.Refused {
			t.Errorf("the award came out as %v", err)
		}
	})
}

func TestReplicasCloseANoticeOnce(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		l, _ := newLive(t, storetest.Open(t, dsn, store.Options{}), time.Hour)
		l.proposed(1)
		n := openedNotice(t, l, 300*time.Millisecond)
		waitUntil(t, l.store, *n.ClosesAt)
		door, err := access.New()
		must(t, err)
		for _, err := range atOnce(4, func(int) error {
			_, err := workflow.New(storetest.Open(t, dsn, store.Options{}), door, uuid.NewString).Sweep(context.Background())
			return err
		}) {
			must(t, err)
		}
		after, err := l.store.ReadNotice(context.Background(), n.ID)
		must(t, err)
		entries, err := l.store.Audit(context.Background(), workflow.NoticeStream(n.ID), 0, 100)
		must(t, err)
		closed := 0
		for _, e := range entries {
			if e.Action == "close" {
				closed++
			}
		}
		if after.State != workflow.NoticeClosed || after.ClosedAt.Before(*after.ClosesAt) || closed != 1 {
			t.Errorf("%s at %v, closed %d times", after.State, after.ClosedAt, closed)
		}
	})
}
