package main

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
	"golang.org/x/sync/errgroup"

	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/internal/store"
	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// The reference data: three thousand submitted applications, and drafts to submit. As the quota demands, a county has one
// application in a batch, so there are many batches, as after many years; each submit takes a slot of its own.
const (
	submittedApplications = 3000
	draftBatches          = 11
	seeders               = 2
	perTransaction        = 68
)

// listedStates are the states of the submitted applications, in turn; what a list asks for comes three times out of four.
var listedStates = [...]workflow.State{workflow.Submitted, workflow.CityReview, workflow.Submitted, workflow.Shortlisted}

// listedWords stand in the titles in turn.
var listedWords = [...]string{"金岭", "沂河"}

// data is the filled database.
type data struct {
	people    people
	submitted []workflow.Application
	drafts    []workflow.Application
	panel     panel
	document  []byte // one application's document, as a bare submit receives it
}

// seed fills a migrated database through the product's own store and services.
func seed(ctx context.Context, s *store.Store, pool *pgxpool.Pool) (*data, error) {
	now := time.Now().UTC().Truncate(time.Microsecond)
	d := &data{}
	var err error
	if d.people, err = enrol(ctx, s); err != nil {
		return nil, err
	}
	door, err := access.New()
	if err != nil {
		return nil, err
	}
	all, err := forms(now)
	if err != nil {
		return nil, err
	}
	d.document = proposal.Canonical(all[0].doc)
	full := (submittedApplications + len(all) - 1) / len(all)
	judged := (judgedApplications + len(all) - 1) / len(all)
	batches, setup, err := openBatches(ctx, workflow.New(s, door, sequence("b")), d.people.admin, full+draftBatches+judged, now)
	if err != nil {
		return nil, err
	}
	if err := d.putSubmitted(ctx, s, batches[:full], all, now); err != nil {
		return nil, fmt.Errorf("写入已上报的申报:%w", err)
	}
	if err := d.putDrafts(ctx, s, batches[full:full+draftBatches], all, now); err != nil {
		return nil, fmt.Errorf("写入草稿:%w", err)
	}
	if err := d.putPanel(ctx, s, batches[full+draftBatches:], all, setup, now); err != nil {
		return nil, fmt.Errorf("写入评审任务:%w", err)
	}
	return d, settle(ctx, pool, all[0].doc.Attachments)
}

// openBatches sets up the batches and opens them for applications, all under one pack; setup is how it reviews.
func openBatches(ctx context.Context, service *workflow.Service, admin workflow.Actor, n int, now time.Time) (batches []workflow.Batch, setup review.Setup, err error) {
	for i := range n {
		text, err := benchPack(fmt.Sprintf("SD-XJTJQ-%d-%02d", now.Year()+1, i), now)
		if err != nil {
			return nil, setup, err
		}
		b, err := service.CreateBatch(ctx, admin, workflow.NewBatch{Pack: text})
		for _, action := range []string{"publish", "open"} {
			if err != nil {
				return nil, setup, err
			}
			b, err = service.MoveBatch(ctx, admin, workflow.BatchMove{Batch: b.ID, Version: b.Version, Action: action})
		}
		if err != nil {
			return nil, setup, err
		}
		pack, err := policy.ParsePack(text)
		if err != nil {
			return nil, setup, err
		}
		batches, setup = append(batches, b), pack.Review
	}
	return batches, setup, nil
}

// sequence makes ids that run up, so that every run has the same.
func sequence(prefix string) func() string {
	n := 0
	return func() string { n++; return fmt.Sprintf("%s%05d", prefix, n) }
}

// draft is an application of a county before its first submit.
func (f *form) draft(id string, b workflow.Batch, now time.Time) workflow.Application {
	return workflow.Application{ID: id, BatchID: b.ID, BatchCode: b.Code, Year: b.Year, CityCode: f.city.Code, CityName: f.city.Name, CountyCode: f.county.Code,
		CountyName: f.county.Name, Channel: string(f.doc.Channel), Face: workflow.Face{Title: f.doc.Zone.Name, Summary: f.summary}, State: workflow.Draft, StateSince: now, Round: 1, PackVersion: 1,
		CreatedBy: "bench", CreatedAt: now, UpdatedAt: now}
}

// putSubmitted writes applications at several desks, each with its snapshot.
func (d *data) putSubmitted(ctx context.Context, s *store.Store, batches []workflow.Batch, all []form, now time.Time) error {
	d.submitted = make([]workflow.Application, submittedApplications)
	return inParts(ctx, s, len(d.submitted), func(tx workflow.Tx, i int) error {
		f := &all[i%len(all)]
		turn := i / len(all)
		a := f.draft(fmt.Sprintf("s%05d", i), batches[turn], now)
		a.State, a.Round, a.SnapshotNo, a.SubmittedAt = listedStates[turn%len(listedStates)], 2, 1, &now
		a.Title = f.county.Name + listedWords[turn/len(listedStates)%len(listedWords)] + a.Title
		a.Sealed = a.Face
		if err := tx.InsertApplication(&a); err != nil {
			return err
		}
		d.submitted[i] = a
		doc := *f.doc
		doc.ApplicationID, doc.Submission.CountySubmittedAt = a.No, &now
		body := proposal.Canonical(&doc)
		return tx.InsertSnapshot(workflow.Snapshot{ApplicationID: a.ID, No: 1, Action: workflow.Submit, Digest: proposal.Digest(body),
			CoreDigest: proposal.CoreDigest(&doc), Body: body, PackVersion: 1, TakenAt: now, TakenBy: "bench"})
	})
}

// putDrafts writes a draft of every county into each of the other batches.
func (d *data) putDrafts(ctx context.Context, s *store.Store, batches []workflow.Batch, all []form, now time.Time) error {
	d.drafts = make([]workflow.Application, len(batches)*len(all))
	return inParts(ctx, s, len(d.drafts), func(tx workflow.Tx, i int) error {
		f := &all[i%len(all)]
		a := f.draft(fmt.Sprintf("d%05d", i), batches[i/len(all)], now)
		if err := tx.InsertApplication(&a); err != nil {
			return err
		}
		d.drafts[i] = a
		return tx.PutDocument(a.ID, f.sections, f.projects)
	})
}

// inParts runs do for 0 … n-1, a good many in one transaction.
func inParts(ctx context.Context, s *store.Store, n int, do func(tx workflow.Tx, i int) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(seeders)
	for start := 0; start < n; start += perTransaction {
		group.Go(func() error {
			return s.InTx(ctx, func(tx workflow.Tx) error {
				for i := start; i < min(start+perTransaction, n); i++ {
					if err := do(tx, i); err != nil {
						return err
					}
				}
				return nil
			})
		})
	}
	return group.Wait()
}

// settle gives every draft the files its document names, and lets PostgreSQL see to what it would otherwise do while we measure.
func settle(ctx context.Context, pool *pgxpool.Pool, files []proposal.Attachment) error {
	for _, file := range files {
		sum := proposal.Digest([]byte(file.ID))
		if _, err := pool.Exec(ctx, "INSERT INTO blobs (sha256) VALUES ($1)", sum); err != nil {
			return err
		}
		if _, err := pool.Exec(ctx, `INSERT INTO attachments
			(id, application_id, batch_id, doc_id, kind, file_name, size, media_type, sha256, uploaded_by, uploaded_name, uploaded_at)
			SELECT id || '-' || $1, id, batch_id, $1, $2, $3, 100000, 'application/pdf', $4, 'bench', 'bench', created_at FROM applications WHERE state = 'DRAFT'`,
			file.ID, string(file.Kind), file.FileName, sum); err != nil {
			return err
		}
	}
	for _, statement := range []string{"VACUUM ANALYZE", "CHECKPOINT"} {
		if _, err := pool.Exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
