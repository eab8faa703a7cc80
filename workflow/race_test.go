package workflow_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// live is a stage on the database's own clock, for what people do at once.
type live struct {
	*stage
	t *testing.T
}

// newLive opens a batch whose deadline lies the given time ahead by the database's clock.
func newLive(t *testing.T, s *store.Store, ahead time.Duration) (live, time.Time) {
	t.Helper()
	door, err := access.New()
	must(t, err)
	now, err := s.Clock(context.Background())
	must(t, err)
	deadline := now.Add(ahead).Truncate(time.Millisecond)
	pack := bytes.ReplaceAll(sample.Pack(), []byte("2022-12-11T00:00:00+08:00"), []byte(deadline.Format(time.RFC3339Nano)))
	st := &stage{t: t, store: s, apps: map[string]string{}, service: workflow.New(s, door, uuid.NewString)}
	l := live{stage: st, t: t}
	admin := actor("prov_admin@370000")
	b, err := st.service.CreateBatch(context.Background(), admin, workflow.NewBatch{Pack: pack})
	must(t, err)
	for _, action := range []string{"publish", "open"} {
		b, err = st.service.MoveBatch(context.Background(), admin, workflow.BatchMove{Batch: b.ID, Version: b.Version, Action: action})
		must(t, err)
	}
	return l, deadline
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// ready makes a draft with all its files for one county of 烟台市, from sample A01.
func (l live) ready(county, name string) workflow.Application {
	l.t.Helper()
	ctx := context.Background()
	text := bytes.ReplaceAll(sample.Application("A01"), []byte("370686"), []byte(county))
	text = bytes.ReplaceAll(text, []byte("栖霞市"), []byte(name))
	doc, _, err := proposal.Decode(text)
	must(l.t, err)
	filer := actor("county_filer@" + county)
	saved, err := l.service.CreateDraft(ctx, filer, workflow.NewDraft{Doc: doc})
	must(l.t, err)
	_, err = l.attach(ctx, filer, saved.Application, []string{"all"})
	must(l.t, err)
	return l.see(saved.Application.ID)
}

func (l live) see(id string) workflow.Application {
	l.t.Helper()
	app, err := l.store.Application(context.Background(), id)
	must(l.t, err)
	return app
}

func (l live) do(who, id string, action workflow.Action, in workflow.Input) (workflow.Outcome, error) {
	return l.service.Do(context.Background(), actor(who), workflow.Command{Application: id, Version: l.see(id).Version, Action: action, Opinion: "同意", Input: in})
}

func (l live) must(who, id string, action workflow.Action, in workflow.Input) {
	l.t.Helper()
	_, err := l.do(who, id, action, in)
	must(l.t, err)
}

// shortlisted brings a draft to SHORTLISTED.
func (l live) shortlisted(county, name string) workflow.Application {
	l.t.Helper()
	app := l.ready(county, name)
	l.must("county_signer@"+county, app.ID, workflow.Submit, workflow.Input{})
	l.must("city_reviewer@370600", app.ID, workflow.Accept, workflow.Input{})
	l.must("city_reviewer@370600", app.ID, workflow.Shortlist, ranked())
	l.must("city_finance@370600", app.ID, workflow.Shortlist, workflow.Input{})
	return l.see(app.ID)
}

func ranked() workflow.Input { return workflow.Input{Rank: 1, MinutesDocNo: "烟振会〔2022〕8号"} }

// atOnce runs n workers together and collects what each got.
func atOnce(n int, work func(i int) error) []error {
	errs := make([]error, n)
	start := make(chan struct{})
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { <-start; errs[i] = work(i) })
	}
	close(start)
	all.Wait()
	return errs
}

func succeeded(errs []error) int {
	n := 0
	for _, err := range errs {
		if err == nil {
			n++
		}
	}
	return n
}

func TestTwoSignersPressingSubmitAtOnceSubmitOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		app := l.ready("370686", "栖霞市")
		errs := atOnce(6, func(int) error {
			_, err := l.service.Do(context.Background(), actor("county_signer@370686"), workflow.Command{Application: app.ID, Version: app.Version, Action: workflow.Submit})
			return err
		})
		if n := succeeded(errs); n != 1 {
			t.Errorf("%d submits went through: %v", n, errs)
		}
		for _, err := range errs {
			if code := fault.CodeOf(err); err != nil && code != fault.Stale && code != fault.Refused {
				t.Errorf("the loser got %v", err)
			}
		}
		if after := l.see(app.ID); after.SnapshotNo != 1 || after.State != workflow.Submitted {
			t.Errorf("ended as %s with snapshot %d", after.State, after.SnapshotNo)
		}
	})
}

func TestOneSlotAndManyFinanceBureausPressingAtOnceGivesOneRecommendation(t *testing.T) {
	counties := []string{"370602", "370611", "370612", "370613", "370614", "370681", "370682", "370683", "370685", "370686", "370687"}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		var ids []string
		for _, code := range counties {
			county, ok := policy.RegionByCode(code)
			if !ok {
				continue
			}
			app := l.ready(county.Code, county.Name)
			l.must("county_signer@"+county.Code, app.ID, workflow.Submit, workflow.Input{})
			l.must("city_reviewer@370600", app.ID, workflow.Accept, workflow.Input{})
			l.must("city_reviewer@370600", app.ID, workflow.Shortlist, ranked())
			ids = append(ids, app.ID)
		}
		errs := atOnce(len(ids), func(i int) error {
			_, err := l.do("city_finance@370600", ids[i], workflow.Shortlist, workflow.Input{})
			return err
		})
		if n := succeeded(errs); n != 1 {
			t.Errorf("%d of %d took the one slot: %v", n, len(ids), errs)
		}
		for _, err := range errs {
			if err != nil && fault.CodeOf(err) != fault.Refused {
				t.Errorf("a loser got %v", err)
			}
		}
	})
}

func TestReplicasSweepingAtOnceMoveEachApplicationOnce(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		l, deadline := newLive(t, storetest.Open(t, dsn, store.Options{}), 12*time.Second)
		app := l.shortlisted("370686", "栖霞市")
		waitUntil(t, l.store, deadline)
		door, err := access.New()
		must(t, err)
		moved := make([]int, 4)
		errs := atOnce(4, func(i int) error {
			replica := workflow.New(storetest.Open(t, dsn, store.Options{}), door, uuid.NewString)
			out, err := replica.Sweep(context.Background())
			moved[i] = len(out)
			return err
		})
		if succeeded(errs) != 4 {
			t.Errorf("sweeps failed: %v", errs)
		}
		if total := moved[0] + moved[1] + moved[2] + moved[3]; total != 1 {
			t.Errorf("moved %v", moved)
		}
		if after := l.see(app.ID); after.State != workflow.NotShortlisted || !after.Overdue {
			t.Errorf("ended as %s, overdue %v", after.State, after.Overdue)
		}
	})
}

func TestTheSameKeySentTwiceAtOnceDoesOneThing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		l, _ := newLive(t, s, time.Hour)
		app := l.ready("370686", "栖霞市")
		var mu sync.Mutex
		var bodies []string
		send := func() error {
			token, replay, err := s.Begin(context.Background(), "signer", "key-1", "digest")
			if err != nil {
				return err
			}
			if replay != nil {
				mu.Lock()
				defer mu.Unlock()
				bodies = append(bodies, string(replay.Body))
				return nil
			}
			_, err = l.service.Do(context.Background(), actor("county_signer@370686"), workflow.Command{Application: app.ID, Version: app.Version, Action: workflow.Submit,
				Receipt: &workflow.Receipt{Token: token, Encode: func(result any) workflow.Answer {
					out := result.(workflow.Outcome)
					return workflow.Answer{Status: 200, Body: []byte(strconv.FormatInt(out.Application.Version, 10))}
				}}})
			return err
		}
		first := atOnce(4, func(int) error { return send() })
		if succeeded(first)-len(bodies) != 1 {
			t.Errorf("%d did it, %d were answered from the record: %v", succeeded(first)-len(bodies), len(bodies), first)
		}
		must(t, send())
		want := fmt.Sprint(l.see(app.ID).Version)
		if len(bodies) == 0 || slices.ContainsFunc(bodies, func(b string) bool { return b != want }) {
			t.Errorf("repeated answers %v, want %s", bodies, want)
		}
		if _, _, err := s.Begin(context.Background(), "signer", "key-1", "another digest"); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("the same key with other content: %v", err)
		}
	})
}
