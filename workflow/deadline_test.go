package workflow_test

import (
	"context"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// waitUntil waits by the deciding clock.
func waitUntil(t *testing.T, s workflow.Store, end time.Time) {
	t.Helper()
	for {
		now, err := s.Clock(context.Background())
		must(t, err)
		if !now.Before(end) {
			return
		}
		time.Sleep(min(end.Sub(now), 50*time.Millisecond))
	}
}

// Reports spread around the deadline, some waiting for a lock across it: what the database's clock says under the lock decides.
func TestAtTheDeadlineNoReportIsWronglyAcceptedOrRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, deadline := newLive(t, s, 12*time.Second)
		app := l.shortlisted("370686", "栖霞市")
		held := make(chan struct{})
		go func() { // somebody holds the row across the deadline
			_ = s.InTx(context.Background(), func(tx workflow.Tx) error {
				_, err := tx.LockApplication(app.ID)
				close(held)
				waitUntil(t, s, deadline.Add(50*time.Millisecond))
				return err
			})
		}()
		<-held
		if now, err := s.Clock(context.Background()); err != nil || !now.Before(deadline) {
			t.Fatalf("the set-up took too long: %v", err)
		}
		_, err := l.service.Do(context.Background(), actor("city_signer@370600"), workflow.Command{Application: app.ID, Version: app.Version,
			Action: workflow.Report, Input: workflow.Input{CityDocNo: "烟政呈〔2022〕51号"}})
		if fault.CodeOf(err) != fault.Refused || l.see(app.ID).State != workflow.Shortlisted {
			t.Errorf("a report that got the lock after the deadline came out as %v", err)
		}
	})
}

func TestReportsWithinTheWindowAreAcceptedToItsLastMillisecond(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, deadline := newLive(t, s, 12*time.Second)
		app := l.shortlisted("370686", "栖霞市")
		var accepted *time.Time
		for accepted == nil {
			out, err := l.do("city_signer@370600", app.ID, workflow.Report, workflow.Input{CityDocNo: "烟政呈〔2022〕51号"})
			now, clockErr := s.Clock(context.Background())
			must(t, clockErr)
			if err != nil {
				if now.Before(deadline) {
					t.Fatalf("refused before the deadline: %v", err)
				}
				return // the machine was too slow to try before the deadline, and was rightly refused
			}
			accepted = out.Application.ReportedAt
		}
		if !accepted.Before(deadline) {
			t.Errorf("accepted at %v, deadline %v", accepted, deadline)
		}
	})
}
