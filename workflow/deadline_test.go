package workflow_test

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/sample"
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

// A pack may set the county a deadline of its own: half-open, said before anybody presses the button, and decided again when he does.
func TestFromTheCountyDeadlineOnNothingIsSubmitted(t *testing.T) {
	end := time.Date(2022, 12, 1, 16, 0, 0, 0, time.UTC)
	for name, tt := range map[string]struct {
		at   time.Time
		want fault.Code
	}{
		"at the deadline":          {end, fault.Refused},
		"a microsecond before":     {end.Add(-time.Microsecond), ""},
		"a day after":              {end.AddDate(0, 0, 1), fault.Refused},
		"a week before it is over": {end.AddDate(0, 0, -7), ""},
	} {
		t.Run(name, func(t *testing.T) {
			clock := newClock()
			s := storetest.Open(t, storetest.SQLite(t), store.Options{Clock: clock.now})
			pack := bytes.Replace(sample.Pack(), []byte(`"countyDeadline": null`), []byte(`"countyDeadline": "`+end.Format(time.RFC3339)+`"`), 1)
			l := live{stage: newStageUnder(t, s, clock, pack), t: t}
			app := l.ready("370686", "栖霞市")
			clock.set(tt.at)
			signer := actor("county_signer@370686")
			offers, err := l.service.Offers(t.Context(), signer, app)
			must(t, err)
			blocked := slices.ContainsFunc(offers[0].BlockedBy, func(b workflow.Block) bool { return b.Rule == "D05" })
			if offers[0].Action != workflow.Submit || blocked != (tt.want != "") {
				t.Errorf("offered %+v", offers[0])
			}
			_, err = l.service.Do(t.Context(), signer, workflow.Command{Application: app.ID, Version: app.Version, Action: workflow.Submit})
			if fault.CodeOf(err) != tt.want || tt.want != "" && !strings.Contains(err.Error(), "D05") {
				t.Errorf("submit: %v", err)
			}
		})
	}
}
