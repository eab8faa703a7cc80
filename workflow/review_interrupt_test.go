package workflow_test

import (
	"context"
	"errors"
	"testing"

	"xianjie/internal/demo"
	"xianjie/internal/review"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

func (c *cutTx) InsertDraw(d *workflow.Draw) error { return errors.Join(c.cut(), c.Tx.InsertDraw(d)) }

func (c *cutTx) SaveDraw(d *workflow.Draw) error { return errors.Join(c.cut(), c.Tx.SaveDraw(d)) }

func (c *cutTx) SaveBatch(b *workflow.Batch) error { return errors.Join(c.cut(), c.Tx.SaveBatch(b)) }

func (c *cutTx) InsertReview(r workflow.Review) error {
	return errors.Join(c.cut(), c.Tx.InsertReview(r))
}

func (c *cutTx) SaveReview(r *workflow.Review) error { return errors.Join(c.cut(), c.Tx.SaveReview(r)) }

func (c *cutTx) InsertReviewEvent(e workflow.ReviewEvent) error {
	return errors.Join(c.cut(), c.Tx.InsertReviewEvent(e))
}

func (c *cutTx) InsertResult(r workflow.Result) error {
	return errors.Join(c.cut(), c.Tx.InsertResult(r))
}

// judgements is everything review left behind of one application and its batch.
func judgements(t *testing.T, s *store.Store, app workflow.Application) []any {
	t.Helper()
	ctx := context.Background()
	batch, err := s.ReadBatch(ctx, app.BatchID)
	must(t, err)
	draws, err := s.Draws(ctx, app.BatchID, "")
	must(t, err)
	reviews, err := s.Reviews(ctx, workflow.ReviewQuery{ApplicationID: app.ID, PageSize: 200})
	must(t, err)
	var events []workflow.ReviewEvent
	for _, r := range reviews.Items {
		of, err := s.ReviewEvents(ctx, r.ID)
		must(t, err)
		events = append(events, of...)
	}
	results, err := s.ReadResults(ctx, app.BatchID)
	must(t, err)
	heads, err := s.AuditHeads(ctx)
	must(t, err)
	return append(traces(t, s, app.ID), batch, draws, reviews, events, results, heads)
}

// Whatever write an act of review breaks off before, nothing of it is left; uncut, it then goes through.
func TestAnActOfReviewCutBeforeAnyOfItsWritesLeavesNothing(t *testing.T) {
	ctx := context.Background()
	secretary := actor("review_secretary@370000")
	storetest.EachDSN(t, func(t *testing.T, dsn string) {
		sc := newScoring(t, dsn)
		kept := sc.store.(*store.Store)
		app := func() workflow.Application {
			a, err := kept.Application(ctx, sc.apps["A01"])
			must(t, err)
			return a
		}
		last := sc.experts[len(sc.experts)-1]
		task := func() workflow.OnReview {
			r := sc.task(t, last.AccountID)
			sheet := demo.Spread(sc.rubric, 8500)
			return workflow.OnReview{Review: r.ID, Version: r.Version, Sheet: &sheet, Text: "理由"}
		}
		on := func(who workflow.Actor, do func(*workflow.Service, context.Context, workflow.Actor, workflow.OnReview) (workflow.Review, error)) func(*workflow.Service) error {
			return func(service *workflow.Service) error {
				_, err := do(service, ctx, who, task())
				return err
			}
		}
		sc.must(`review_secretary@370000 enlist Y1 unit="高校" work=370100`)
		sc.must(`review_secretary@370000 recuse A01 of=X0 text="更换"`)
		for _, e := range sc.experts[1 : len(sc.experts)-1] {
			sc.must(e.AccountID + "=expert@370000 submit-sheet A01 85")
		}
		for _, command := range []struct {
			name string
			run  func(*workflow.Service) error
		}{
			{"propose a draw", func(service *workflow.Service) error {
				_, err := service.ProposeDraw(ctx, secretary, workflow.ProposeDraw{Batch: app().BatchID, Stage: review.Written, Seed: "9", Reason: "补抽"})
				return err
			}},
			{"publish it", func(service *workflow.Service) error {
				draws, err := kept.Draws(ctx, app().BatchID, "")
				must(t, err)
				_, err = service.PublishDraw(ctx, secretary, workflow.DecideDraw{Batch: app().BatchID, Draw: draws[0].ID, Version: draws[0].Version})
				return err
			}},
			{"save a sheet", on(last, (*workflow.Service).SaveSheet)},
			{"hand it in", on(last, (*workflow.Service).SubmitSheet)},
			{"give it back", on(secretary, (*workflow.Service).ReopenSheet)},
			{"hand it in again", on(last, (*workflow.Service).SubmitSheet)},
			{"take the new one off", func(service *workflow.Service) error {
				r := sc.task(t, "Y1")
				_, err := service.Recuse(ctx, secretary, workflow.OnReview{Review: r.ID, Version: r.Version, Text: "不能参加"})
				return err
			}},
			{"close the stage", func(service *workflow.Service) error {
				a := app()
				_, err := service.Do(ctx, secretary, workflow.Command{Application: a.ID, Version: a.Version, Action: workflow.Close})
				return err
			}},
		} {
			cutEverywhere(t, kept, command.name, func() []any { return judgements(t, kept, app()) }, command.run)
		}
	})
}
