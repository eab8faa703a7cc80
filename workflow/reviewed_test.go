package workflow_test

import (
	"context"
	"testing"
	"time"

	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/internal/sample"
	"xianjie/workflow"
)

// reviewedBy takes applications past the review by the store alone: each gets its composite, the batch its ranking in the order given.
// How a review gets there is other tests' business.
func reviewedBy(ctx context.Context, s workflow.Store, to workflow.State, ids ...string) error {
	return s.InTx(ctx, func(tx workflow.Tx) error {
		now, err := tx.Now()
		if err != nil {
			return err
		}
		ranking := workflow.Ranking{Digest: proposal.Digest(nil), LockedBy: "secretary", Name: "评审组织员", LockedAt: now}
		for i, id := range ids {
			app, err := tx.LockApplication(id)
			if err != nil {
				return err
			}
			points := review.Points(90_00 - i)
			if err := tx.InsertResult(workflow.Result{ApplicationID: id, BatchID: app.BatchID, Kind: workflow.ResultComposite,
				Composite: &review.Composite{Points: &points, Status: review.Scored}, PackVersion: 1, At: now, By: "secretary"}); err != nil {
				return err
			}
			ranking.BatchID = app.BatchID
			ranking.Places = append(ranking.Places, review.Place{Application: id, Rank: i + 1})
			if app.SnapshotNo == 0 { // what is awarded has been handed in
				if err := tx.InsertSnapshot(handedIn(app, now)); err != nil {
					return err
				}
				app.SnapshotNo = 1
			}
			app.State, app.StateSince, app.Round, app.UpdatedAt = to, now, app.Round+1, now
			if app.ReportedAt == nil {
				app.ReportedAt = &now
			}
			if err := tx.SaveApplication(&app); err != nil {
				return err
			}
		}
		return tx.InsertRanking(&ranking)
	})
}

// handedIn is the first snapshot of an application that was put there without one.
func handedIn(app workflow.Application, now time.Time) workflow.Snapshot {
	doc, _, err := proposal.Decode(sample.Application("A01"))
	if err != nil {
		panic(err)
	}
	body := proposal.Canonical(doc)
	return workflow.Snapshot{ApplicationID: app.ID, No: 1, Action: workflow.Submit, Digest: proposal.Digest(body), CoreDigest: proposal.CoreDigest(doc), Body: body,
		PackVersion: 1, TakenAt: now, TakenBy: "signer"}
}

// reviewingBatch puts a batch into review, whatever its deadline.
func reviewingBatch(t *testing.T, s workflow.Store) workflow.Batch {
	t.Helper()
	batches, err := s.Batches(context.Background())
	must(t, err)
	var b workflow.Batch
	must(t, s.InTx(context.Background(), func(tx workflow.Tx) error {
		var err error
		if b, err = tx.LockBatch(batches[0].ID); err != nil {
			return err
		}
		b.State = workflow.BatchReviewing
		return tx.SaveBatch(&b)
	}))
	return b
}

// openedNotice publishes a notice that ends after a while by the database's clock: periods of a pack are whole days.
func openedNotice(t *testing.T, l live, ahead time.Duration) workflow.Notice {
	t.Helper()
	ctx, admin := context.Background(), actor("prov_admin@370000")
	batches, err := l.store.Batches(ctx)
	must(t, err)
	draft, err := l.service.DraftNotice(ctx, admin, workflow.DraftNotice{Batch: batches[0].ID})
	must(t, err)
	_, err = l.service.OpenNotice(ctx, admin, workflow.MoveNotice{Notice: draft.ID, Version: draft.Version})
	must(t, err)
	var n workflow.Notice
	must(t, l.store.InTx(ctx, func(tx workflow.Tx) error {
		now, err := tx.Now()
		if err != nil {
			return err
		}
		n, err = tx.LockNotice(draft.ID)
		if err != nil {
			return err
		}
		end := now.Add(ahead).Truncate(time.Microsecond)
		n.ClosesAt = &end
		return tx.SaveNotice(&n)
	}))
	return n
}
