package store

import (
	"context"
	"database/sql"
	"math/rand/v2"
	"time"

	"gorm.io/gorm"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/workflow"
)

const (
	defaultDeadline = 15 * time.Second // of a call whose context has none
	maxRuns         = 4                // of one transaction: the first and three more after a deadlock
)

// reads are the queries a transaction and a plain reader share.
type reads struct {
	db     *gorm.DB
	inside bool // of a transaction: what is looked at to decide may be locked
}

// tx is one transaction.
type tx struct {
	reads
	clock       clock
	clockColumn string                // the clock within a query
	given       Clock                 // instead of the database's
	lite        bool                  // SQLite: no row locks, one writer
	batch       map[string]string     // application → batch, as met in this transaction
	heads       map[string]audit.Head // audit streams this transaction has locked, as they stand in it
}

var _ workflow.Tx = (*tx)(nil)

// bounded gives a context a deadline when it has none, so that nothing waits for ever.
func bounded(ctx context.Context) (context.Context, context.CancelFunc) {
	if _, ok := ctx.Deadline(); ok {
		return ctx, func() {}
	}
	return context.WithTimeout(ctx, defaultDeadline)
}

// reading is a plain reader; done must be called after the last query.
func (s *Store) reading(ctx context.Context) (r reads, done context.CancelFunc) {
	ctx, cancel := bounded(ctx)
	return reads{db: s.db.WithContext(ctx)}, cancel
}

// atOneInstant lets several queries see one state of the data, and locks nothing.
func (s *Store) atOneInstant(ctx context.Context, look func(reads) error) error {
	ctx, cancel := bounded(ctx)
	defer cancel()
	if s.still {
		return look(reads{db: s.db.WithContext(ctx)})
	}
	options := &sql.TxOptions{ReadOnly: true}
	if s.writing == nil { // SQLite's readers see one state by themselves
		options.Isolation = sql.LevelRepeatableRead
	}
	db := s.db.WithContext(ctx).Begin(options)
	if db.Error != nil {
		return failed("读取", db.Error)
	}
	defer db.Rollback()
	return look(reads{db: db})
}

// AtOneMoment implements workflow.Store.
func (s *Store) AtOneMoment(ctx context.Context, do func(workflow.Store) error) error {
	return s.atOneInstant(ctx, func(r reads) error {
		still := *s
		still.db, still.still = r.db, true
		return do(&still)
	})
}

// InTx implements workflow.Store. An error of do's own passes unchanged.
func (s *Store) InTx(ctx context.Context, do func(workflow.Tx) error) error {
	return s.inTx(ctx, func(t *tx) error { return do(t) })
}

// inTx runs do in a transaction, and again when PostgreSQL undid it because of a deadlock or serialization failure.
func (s *Store) inTx(ctx context.Context, do func(*tx) error) error {
	ctx, cancel := bounded(ctx)
	defer cancel()
	for run := 1; ; run++ {
		err := s.once(ctx, do)
		if !retriable(err) || run == maxRuns || !pause(ctx, run) {
			return err
		}
	}
}

// pause waits a little, longer after each run and never equally long for two; false when the context ended first.
func pause(ctx context.Context, run int) bool {
	timer := time.NewTimer(time.Duration(run)*5*time.Millisecond + rand.N(10*time.Millisecond))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

// once runs do in one transaction. A panic in do undoes it and goes on.
func (s *Store) once(ctx context.Context, do func(*tx) error) error {
	free, err := s.place(ctx)
	if err != nil {
		return err
	}
	defer free()
	db := s.db.WithContext(ctx).Begin()
	if db.Error != nil {
		return failed("办理", db.Error)
	}
	kept := false
	defer func() {
		if !kept {
			db.Rollback()
		}
	}()
	if err := do(&tx{reads: reads{db, true}, clock: s.clock, clockColumn: s.nowColumn, given: s.given, lite: s.writing != nil, batch: map[string]string{},
		heads: map[string]audit.Head{}}); err != nil {
		return err
	}
	kept = true
	if err := db.Commit().Error; err != nil {
		if unavailable(err) && !retriable(err) {
			return &fault.Error{Code: fault.Unavailable, Message: "数据库在保存的一刻中断,结果可能已经保存,请稍后刷新核对,再决定是否重办", RetryAfter: retryAfter, Cause: err}
		}
		return failed("保存", err)
	}
	return nil
}

// place waits for the one place of a writer on SQLite: fair and without polling, where the file's own lock is neither.
// Other processes are kept apart by that lock.
func (s *Store) place(ctx context.Context) (free func(), err error) {
	if s.writing == nil {
		return func() {}, nil
	}
	select {
	case s.writing <- struct{}{}:
		return func() { <-s.writing }, nil
	case <-ctx.Done():
		return nil, failed("办理", ctx.Err())
	}
}

// Now implements workflow.Tx.
func (t *tx) Now() (time.Time, error) { return t.clock(t.db) }

// batchOf is the batch of an application; rows below an application carry it.
func (t *tx) batchOf(applicationID string) (string, error) {
	if batch, ok := t.batch[applicationID]; ok {
		return batch, nil
	}
	var batch string
	err := t.db.Raw("SELECT batch_id FROM applications WHERE id = ?", applicationID).Row().Scan(&batch)
	if err != nil {
		return "", failed("读取申报", noRow(err, noApplication()))
	}
	t.batch[applicationID] = batch
	return batch, nil
}

// lockNamed holds a row of locks that exists only to be locked, until the transaction ends.
func (t *tx) lockNamed(name string) error {
	err := t.db.Table("locks").Clauses(rowLock("locks")).Select("name").Where("name = ?", name).Row().Scan(&name)
	return failed("办理", err)
}
