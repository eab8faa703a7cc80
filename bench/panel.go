package main

import (
	"context"
	"fmt"
	"time"

	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/internal/store"
	"xianjie/workflow"
)

// The review room: applications under expert review, each with its declared experts. Experts are many, so that those who save at the same
// moment are different people at different applications.
const (
	judgedApplications = 300
	expertsEach        = 5
	expertAccounts     = 48
)

// seat is one expert at work: account, code in the pool, session.
type seat struct{ account, code, token string }

// panel is the filled review room. A task of the k-th round of experts comes after all of the round before, so neighbours are tasks on
// different applications.
type panel struct {
	tasks  []workflow.Review
	seats  map[string]seat // by account
	rubric review.Rubric
}

// putPanel enters the experts, opens review in the batches and gives every application its experts, declared and with empty sheets.
func (d *data) putPanel(ctx context.Context, s *store.Store, batches []workflow.Batch, all []form, setup review.Setup, now time.Time) error {
	d.panel = panel{seats: map[string]seat{}}
	d.panel.rubric, _ = setup.Rubric(review.Written)
	draws := make([]workflow.Draw, len(batches))
	if err := s.InTx(ctx, func(tx workflow.Tx) error {
		for i, seat := range d.people.experts {
			e := workflow.PoolExpert{AccountID: seat.account, Unit: "评审单位", Active: true, Served: []string{}, UpdatedAt: now}
			if err := tx.SaveExpert(&e); err != nil {
				return err
			}
			d.people.experts[i].code = e.Code
			d.panel.seats[seat.account] = d.people.experts[i]
		}
		for i, b := range batches {
			b.State, b.ReviewPack = workflow.BatchReviewing, 1
			if err := tx.SaveBatch(&b); err != nil {
				return err
			}
			draws[i] = workflow.Draw{ID: "w" + b.ID, BatchID: b.ID, Stage: review.Written, State: workflow.DrawPublished, Reason: "首次抽取",
				CreatedBy: "bench", CreatedName: "bench", CreatedAt: now, DecidedBy: "bench", DecidedAt: &now}
			if err := tx.InsertDraw(&draws[i]); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	d.panel.tasks = make([]workflow.Review, judgedApplications*expertsEach)
	return inParts(ctx, s, judgedApplications, func(tx workflow.Tx, i int) error {
		return d.judge(tx, i, &all[i%len(all)], batches[i/len(all)], draws[i/len(all)], now)
	})
}

// judge writes one application under review.
func (d *data) judge(tx workflow.Tx, i int, f *form, b workflow.Batch, draw workflow.Draw, now time.Time) error {
	a := f.draft(fmt.Sprintf("r%05d", i), b, now)
	a.State, a.Round, a.SnapshotNo, a.SubmittedAt, a.Sealed = workflow.ExpertReview, 2, 1, &now, a.Face
	if err := tx.InsertApplication(&a); err != nil {
		return err
	}
	body := proposal.Canonical(f.doc)
	if err := tx.InsertSnapshot(workflow.Snapshot{ApplicationID: a.ID, No: 1, Action: workflow.Submit, Digest: proposal.Digest(body),
		CoreDigest: proposal.CoreDigest(f.doc), Body: body, PackVersion: 1, TakenAt: now, TakenBy: "bench"}); err != nil {
		return err
	}
	for k := range expertsEach {
		e := d.people.experts[(i*expertsEach+k)%len(d.people.experts)]
		r := workflow.Review{ID: fmt.Sprintf("v%05d-%d", i, k), BatchID: b.ID, ApplicationID: a.ID, Stage: review.Written, ExpertID: e.account, ExpertCode: e.code,
			DrawID: draw.ID, SnapshotNo: 1, State: workflow.ReviewOpen, Version: 1, DeclaredAt: &now, CreatedAt: now, UpdatedAt: now}
		if err := tx.InsertReview(r); err != nil {
			return err
		}
		d.panel.tasks[k*judgedApplications+i] = r
	}
	return nil
}
