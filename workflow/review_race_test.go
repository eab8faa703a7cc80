package workflow_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"xianjie/internal/demo"
	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/internal/sample"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/policy"
	"xianjie/workflow"
)

// scoring is a stage with A01 in the written review and ten experts who declared themselves free of conflict.
type scoring struct {
	*stage
	experts []workflow.Actor
	rubric  review.Rubric
}

func newScoring(t *testing.T, dsn string) scoring {
	t.Helper()
	pack := bytes.Replace(sample.Pack(), []byte(`"timezone"`), []byte(`"review": {"perApplication": 10}, "timezone"`), 1)
	parsed, err := policy.ParsePack(pack)
	must(t, err)
	clock := newClock()
	sc := scoring{stage: newStageUnder(t, storetest.Open(t, dsn, store.Options{Clock: clock.now}), clock, pack)}
	sc.rubric, _ = parsed.Review.Rubric(review.Written)
	clock.set(time.Date(2022, 12, 8, 1, 0, 0, 0, time.UTC))
	sc.must("system@370000 advance A01")
	clock.set(time.Date(2022, 12, 12, 1, 0, 0, 0, time.UTC))
	sc.must("prov_admin@370000 batch close_collection")
	for i := range 10 {
		name := fmt.Sprintf("X%d", i)
		sc.must("review_secretary@370000 enlist " + name + ` unit="省直单位" work=370100`)
		sc.experts = append(sc.experts, actor(name+"=expert@370000"))
	}
	sc.must(`review_secretary@370000 draw WRITTEN seed="1" reason="首次抽取"`)
	sc.must("review_secretary@370000 publish")
	for _, e := range sc.experts {
		sc.must(e.AccountID + "=expert@370000 declare A01")
	}
	return sc
}

// must plays a line that has to go through.
func (st *stage) must(line string) {
	st.t.Helper()
	if got := st.run(context.Background(), line); slices.Contains([]string{"refused", "invalid", "forbidden", "not_found", "unexpected"}, before(got)) {
		st.t.Fatalf("%s => %s", line, got)
	}
}

func before(text string) string {
	for i, r := range text {
		if r == ':' {
			return text[:i]
		}
	}
	return ""
}

func (sc scoring) task(t *testing.T, expert string) workflow.Review {
	t.Helper()
	page, err := sc.store.Reviews(context.Background(), workflow.ReviewQuery{ExpertID: expert})
	must(t, err)
	return page.Items[0]
}

// Ten experts hand in, the secretary recuses some and gives others back, and all the while somebody presses close. Whatever was accepted
// and not recused must be in the locked result with exactly the total accepted last; whatever came after the close must have been refused.
func TestNothingAcceptedIsLeftOutWhenTheStageClosesAmongTenExperts(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		sc := newScoring(t, dsn)
		ctx := context.Background()
		secretary := actor("review_secretary@370000")
		var mu sync.Mutex
		accepted := map[string]review.Points{}
		var people sync.WaitGroup
		for i, e := range sc.experts {
			people.Add(1)
			go func() {
				defer people.Done()
				for n := range 6 {
					r := sc.task(t, e.AccountID)
					sheet := demo.Spread(sc.rubric, review.Points(8000+50*i+10*50*(n%2)))
					done, err := sc.service.SubmitSheet(ctx, e, workflow.OnReview{Review: r.ID, Version: r.Version, Sheet: &sheet})
					if err == nil {
						mu.Lock()
						accepted[done.ExpertCode] = done.Total
						mu.Unlock()
					}
					if i%2 == 0 {
						r = sc.task(t, e.AccountID)
						in := workflow.OnReview{Review: r.ID, Version: r.Version, Text: "再看一遍"}
						if i%4 == 0 && n == 3 {
							_, err = sc.service.Recuse(ctx, secretary, in)
						} else {
							_, err = sc.service.ReopenSheet(ctx, secretary, in)
						}
						expected(t, err)
					}
				}
			}()
		}
		closed := make(chan struct{})
		go func() {
			defer close(closed)
			for range 2000 {
				app, err := sc.store.Application(ctx, sc.apps["A01"])
				must(t, err)
				_, err = sc.service.Do(ctx, secretary, workflow.Command{Application: app.ID, Version: app.Version, Action: workflow.Close})
				if err == nil {
					return
				}
				expected(t, err)
				time.Sleep(time.Millisecond)
			}
		}()
		people.Wait()
		for _, e := range sc.experts { // whoever was given back hands in once more, so that the stage can close
			r := sc.task(t, e.AccountID)
			if r.State == workflow.ReviewOpen {
				if done, err := sc.service.SubmitSheet(ctx, e, workflow.OnReview{Review: r.ID, Version: r.Version}); err == nil {
					accepted[done.ExpertCode] = done.Total
				}
			}
		}
		<-closed
		results, err := sc.store.ReadResults(ctx, sc.batchNow(ctx).ID)
		must(t, err)
		if len(results) != 1 {
			t.Fatalf("%d results, want the written one", len(results))
		}
		counted := map[string]review.Points{}
		for _, m := range results[0].Marks {
			if !m.Recused {
				counted[m.Expert] = m.Total
			}
		}
		for _, e := range sc.experts {
			r := sc.task(t, e.AccountID)
			switch got, in := counted[r.ExpertCode]; {
			case r.State == workflow.ReviewRecused && in:
				t.Errorf("%s was recused and yet counts", r.ExpertCode)
			case r.State != workflow.ReviewRecused && (!in || got != accepted[r.ExpertCode] || got != r.Total):
				t.Errorf("%s handed in %s last, kept %s, counted %v %s", r.ExpertCode, accepted[r.ExpertCode], r.Total, in, got)
			}
		}
		if results[0].Stage.Effective != len(counted) {
			t.Errorf("%d effective, %d counted", results[0].Stage.Effective, len(counted))
		}
	})
}

// expected passes over what people at work must reckon with.
func expected(t *testing.T, err error) {
	t.Helper()
	switch fault.CodeOf(err) {
	case "", fault.Refused, fault.Stale:
	default:
		t.Errorf("unexpected: %v", err)
	}
}

func TestOfTwoDrawsPublishedAtOnceOneStands(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		sc := newScoring(t, dsn)
		ctx := context.Background()
		sc.must(`review_secretary@370000 recuse A01 of=X3 text="更换"`)
		for i := range 3 {
			sc.must(fmt.Sprintf(`review_secretary@370000 enlist Y%d unit="高校" work=370100`, i))
		}
		b := sc.batchNow(ctx)
		var draws []workflow.Draw
		for i := range 4 {
			d, err := sc.service.ProposeDraw(ctx, actor("review_secretary@370000"), workflow.ProposeDraw{Batch: b.ID, Stage: review.Written, Seed: fmt.Sprint(i), Reason: "补抽"})
			must(t, err)
			draws = append(draws, d)
		}
		var published sync.Map
		var wg sync.WaitGroup
		for _, d := range draws {
			wg.Add(1)
			go func() {
				defer wg.Done()
				_, err := sc.service.PublishDraw(ctx, actor("review_secretary@370000"), workflow.DecideDraw{Batch: b.ID, Draw: d.ID, Version: d.Version})
				if expected(t, err); err == nil {
					published.Store(d.No, true)
				}
			}()
		}
		wg.Wait()
		n := 0
		published.Range(func(any, any) bool { n++; return true })
		live, err := sc.store.Reviews(ctx, workflow.ReviewQuery{ApplicationID: sc.apps["A01"], PageSize: 200})
		must(t, err)
		standing := slices.DeleteFunc(live.Items, func(r workflow.Review) bool { return r.State == workflow.ReviewRecused })
		if n != 1 || len(standing) != 10 {
			t.Errorf("%d draws published, %d experts at work; want 1 and 10", n, len(standing))
		}
	})
}

// The doctor reckons locked results again from the sheets, so that a score changed past the program is found.
func TestAScoreChangedPastTheProgramIsFound(t *testing.T) {
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		sc := newScoring(t, dsn)
		for i, e := range sc.experts {
			sc.must(fmt.Sprintf("%s=expert@370000 submit-sheet A01 %d", e.AccountID, 80+i))
		}
		sc.must("review_secretary@370000 close A01")
		kept := sc.store.(*store.Store)
		if found, err := kept.Doctor(context.Background()); err != nil || len(found) > 0 {
			t.Fatalf("before: %v %v", found, err)
		}
		raw, err := store.Connect(dsn, 1)
		must(t, err)
		defer func() { _ = raw.Close() }()
		_, err = raw.Exec("UPDATE reviews SET total = total + 50 WHERE expert_id = 'X4'")
		must(t, err)
		found, err := kept.Doctor(context.Background())
		must(t, err)
		if !slices.ContainsFunc(found, func(c store.Complaint) bool { return strings.Contains(c.Invariant, "重算得出") }) {
			t.Errorf("not found: %v", found)
		}
	})
}
