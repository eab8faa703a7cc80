package workflow_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

func (c *cutTx) InsertNotice(n *workflow.Notice) error {
	return errors.Join(c.cut(), c.Tx.InsertNotice(n))
}

func (c *cutTx) SaveNotice(n *workflow.Notice) error {
	return errors.Join(c.cut(), c.Tx.SaveNotice(n))
}

func (c *cutTx) InsertObjection(o *workflow.Objection) error {
	return errors.Join(c.cut(), c.Tx.InsertObjection(o))
}

func (c *cutTx) SaveObjection(o *workflow.Objection) error {
	return errors.Join(c.cut(), c.Tx.SaveObjection(o))
}

func (c *cutTx) InsertAward(a workflow.AwardRecord) error {
	return errors.Join(c.cut(), c.Tx.InsertAward(a))
}

// noticeTraces is what notices, objections and awards left, beside what the application itself did.
func noticeTraces(t *testing.T, s *store.Store, id string) []any {
	t.Helper()
	ctx := context.Background()
	all, err := s.Notices(ctx, "")
	must(t, err)
	traces := append(traces(t, s, id), all)
	for _, n := range all {
		objections, err := s.Objections(ctx, n.ID)
		must(t, err)
		entries, err := s.Audit(ctx, workflow.NoticeStream(n.ID), 0, 1000)
		must(t, err)
		traces = append(traces, objections, entries)
	}
	awards, err := s.Awards(ctx, "")
	must(t, err)
	return append(traces, awards)
}

func TestANoticeCommandCutBeforeAnyOfItsWritesLeavesNothing(t *testing.T) {
	ctx, admin := context.Background(), actor("prov_admin@370000")
	step := func(who string, action workflow.Action, in workflow.Input) func(*workflow.Service, workflow.Application, workflow.Notice, []workflow.Objection) error {
		return func(service *workflow.Service, app workflow.Application, _ workflow.Notice, _ []workflow.Objection) error {
			_, err := service.Do(ctx, actor(who), workflow.Command{Application: app.ID, Version: app.Version, Action: action, Opinion: "同意", Input: in})
			return err
		}
	}
	object := func(service *workflow.Service, _ workflow.Application, n workflow.Notice, _ []workflow.Objection) error {
		_, err := service.FileObjection(ctx, workflow.Visitor("192.0.2.9"), workflow.FileObjection{Notice: n.ID, Text: "异议"})
		return err
	}
	answer := func(upheld bool) func(*workflow.Service, workflow.Application, workflow.Notice, []workflow.Objection) error {
		return func(service *workflow.Service, _ workflow.Application, _ workflow.Notice, all []workflow.Objection) error {
			last := all[len(all)-1]
			_, err := service.AnswerObjection(ctx, admin, workflow.AnswerObjection{Objection: last.ID, Version: last.Version, Upheld: upheld, Answer: "答复"})
			return err
		}
	}
	open := func(service *workflow.Service, _ workflow.Application, n workflow.Notice, _ []workflow.Objection) error {
		_, err := service.OpenNotice(ctx, admin, workflow.MoveNotice{Notice: n.ID, Version: n.Version})
		return err
	}
	draft := func(service *workflow.Service, app workflow.Application, _ workflow.Notice, _ []workflow.Objection) error {
		_, err := service.DraftNotice(ctx, admin, workflow.DraftNotice{Batch: app.BatchID})
		return err
	}
	later := func(d time.Duration) func(c *clock) { return func(c *clock) { c.set(c.now().Add(d)) } }
	commands := []struct {
		name string
		then func(c *clock) // what happens before
		run  func(*workflow.Service, workflow.Application, workflow.Notice, []workflow.Objection) error
	}{
		{"draft", nil, draft},
		{"open", nil, open},
		{"object", nil, object},
		{"uphold", nil, answer(true)},
		{"reopen", nil, step("prov_admin@370000", workflow.Reopen, workflow.Input{})},
		{"propose again", nil, step("prov_admin@370000", workflow.Propose, workflow.Input{})},
		{"complete the proposal", nil, step("prov_finance@370000", workflow.Propose, workflow.Input{})},
		{"draft the second", nil, draft},
		{"open the second", nil, open},
		{"object again", nil, object},
		{"dismiss", nil, answer(false)},
		{"close", later(30 * 24 * time.Hour), func(service *workflow.Service, _ workflow.Application, n workflow.Notice, _ []workflow.Objection) error {
			_, err := service.CloseNotice(ctx, admin, workflow.MoveNotice{Notice: n.ID, Version: n.Version})
			return err
		}},
		{"award", nil, step("prov_admin@370000", workflow.Award, workflow.Input{AwardDocNo: "鲁乡振发〔2023〕5号"})},
		{"complete the award", nil, step("prov_finance@370000", workflow.Award, workflow.Input{})},
	}
	clock := newClock()
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		clock.reset()
		s := storetest.Open(t, dsn, store.Options{Clock: clock.now})
		l, _ := newLive(t, s, time.Hour)
		app := l.proposed(1)[0]
		for _, command := range commands {
			if command.then != nil {
				command.then(clock)
			}
			cutEverywhere(t, s, command.name, func() []any { return noticeTraces(t, s, app) }, func(service *workflow.Service) error {
				newest, objections := workflow.Notice{}, []workflow.Objection{}
				if all, err := s.Notices(ctx, ""); err == nil && len(all) > 0 {
					newest = all[0]
					for _, each := range all {
						if each.No > newest.No {
							newest = each
						}
					}
					objections, err = s.Objections(ctx, newest.ID)
					must(t, err)
				}
				return command.run(service, l.see(app), newest, objections)
			})
		}
		if state := l.see(app).State; state != workflow.Awarded {
			t.Errorf("ended as %s", state)
		}
	})
}
