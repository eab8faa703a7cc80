package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"xianjie/internal/money"
	"xianjie/internal/review"
	"xianjie/internal/store"
	"xianjie/policy"
	"xianjie/policy/access"
	"xianjie/workflow"
)

// The ranked batch, and how often it is ranked in one round; in memory a turn is so short that the processor's clock needs more of them.
const (
	rankedApplications = 3000
	rankedExperts      = 7
	rankedTurns        = 40
	memoryTurns        = 200
)

// ranked is one batch with every mark its results were made of.
type ranked struct {
	batch string
	setup review.Setup
	rows  []review.Row // as they must come out, places apart
	marks [][]review.Mark
}

// rankings is S8: the ranking of a batch from the database to the ranked result, as the locking of a ranking runs it, against the whole
// reckoning in memory. Both are compared by processor time, the database's included: one turn is short and waits for nobody.
func rankings(ctx context.Context, s *store.Store, pool *pgxpool.Pool, rounds int) (figure, error) {
	f := figure{id: "S8", what: "排名 3000 × 7,从数据库到结果 ÷ 内存中", verb: "%.1f", first: 10, aim: 3}
	r, err := seedRanked(ctx, s)
	if err != nil {
		return f, fmt.Errorf("写入评审结果:%w", err)
	}
	if _, err := pool.Exec(ctx, "VACUUM ANALYZE"); err != nil {
		return f, err
	}
	if err := r.check(ctx, s); err != nil {
		return f, err
	}
	var ours, ofDatabase, theirs, clock spread
	for round := range rounds + 1 {
		began := time.Now()
		used, err := perTurn(ctx, pool, rankedTurns, func() error { _, err := r.fromDatabase(ctx, s); return err })
		if err != nil {
			return f, err
		}
		took := time.Since(began).Seconds() * 1000 / rankedTurns
		memory, err := perTurn(ctx, pool, memoryTurns, func() error { r.inMemory(); return nil })
		if err != nil {
			return f, err
		}
		if round > 0 {
			ours, ofDatabase = append(ours, used.program+used.database), append(ofDatabase, used.database)
			theirs, clock = append(theirs, memory.program), append(clock, took)
		}
	}
	f.ours, f.theirs, f.value = fmt.Sprintf("%s 毫秒,其中数据库 %.1f,历时 %s", ours.show("%.1f"), ofDatabase.median(), clock.show("%.1f")), theirs.show("%.2f")+" 毫秒", ours.over(theirs)
	return f, nil
}

// perTurn is the processor time of one turn.
func perTurn(ctx context.Context, pool *pgxpool.Pool, turns int, do func() error) (effort, error) {
	before, err := readClocks(ctx, pool, os.Getpid())
	if err != nil {
		return effort{}, err
	}
	for range turns {
		if err := do(); err != nil {
			return effort{}, err
		}
	}
	after, err := readClocks(ctx, pool, os.Getpid())
	used := after.since(before)
	return effort{used.program / float64(turns), used.database / float64(turns)}, err
}

// errUndone ends a transaction whose result is all that is wanted.
var errUndone = errors.New("undone")

// fromDatabase locks, reads and ranks; nothing is kept.
func (r *ranked) fromDatabase(ctx context.Context, s *store.Store) (workflow.Ranking, error) {
	var k workflow.Ranking
	err := s.InTx(ctx, func(tx workflow.Tx) error {
		var err error
		if k, _, err = workflow.RankBatch(tx, r.setup, r.batch, "", func() string { return "种子" }); err != nil {
			return err
		}
		return errUndone
	})
	if errors.Is(err, errUndone) {
		err = nil
	}
	return k, err
}

// inMemory aggregates, composes and ranks by totals alone.
func (r *ranked) inMemory() []review.Place {
	rows := make([]review.Row, len(r.rows))
	for i, marks := range r.marks {
		written := r.setup.Aggregate(marks)
		composite := r.setup.Compose(written, nil, nil)
		rows[i] = review.Row{Application: r.rows[i].Application, Composite: *composite.Points, Written: *written.Mean,
			Integrated: r.rows[i].Integrated, Linkage: r.rows[i].Linkage}
	}
	return r.setup.Rank(rows)
}

// check holds that what comes from the database is what all the marks come to.
func (r *ranked) check(ctx context.Context, s *store.Store) error {
	k, err := r.fromDatabase(ctx, s)
	if err != nil {
		return err
	}
	same := func(a, b review.Place) bool {
		return a.Application == b.Application && a.Rank == b.Rank && a.DecidedBy == b.DecidedBy
	}
	if want := r.setup.Rank(r.rows); !slices.EqualFunc(k.Places, want, same) || len(r.inMemory()) != len(want) {
		return errors.New("从数据库得出的名次与内存中的不同")
	}
	return nil
}

// seedRanked opens a batch of reviewed applications, each scored by so many experts.
func seedRanked(ctx context.Context, s *store.Store) (*ranked, error) {
	door, err := access.New()
	if err != nil {
		return nil, err
	}
	now := time.Now().UTC().Truncate(time.Microsecond)
	admin := workflow.Actor{AccountID: "bench", Name: "省级管理员", Grants: []workflow.Grant{{Role: workflow.ProvAdmin, Region: policy.Root().Code}}}
	text, err := benchPack(fmt.Sprintf("SD-XJTJQ-%d-99", now.Year()+1), now)
	if err != nil {
		return nil, err
	}
	pack, err := policy.ParsePack(text)
	if err != nil {
		return nil, err
	}
	b, err := workflow.New(s, door, sequence("k")).CreateBatch(ctx, admin, workflow.NewBatch{Pack: text})
	if err != nil {
		return nil, err
	}
	r := &ranked{batch: b.ID, setup: pack.Review, rows: make([]review.Row, rankedApplications), marks: make([][]review.Mark, rankedApplications)}
	county, _ := policy.RegionByCode(pack.KeyCounties[0].Code)
	return r, inParts(ctx, s, rankedApplications, func(tx workflow.Tx, i int) error {
		a := workflow.Application{ID: fmt.Sprintf("k%05d", i), BatchID: b.ID, BatchCode: b.Code, Year: b.Year, CityCode: county.Parent, CityName: county.Name, CountyCode: county.Code,
			CountyName: county.Name, Channel: "KEY_COUNTY", State: workflow.Reviewed, StateSince: now, Round: 2, SnapshotNo: 1, PackVersion: 1, CreatedBy: "bench",
			CreatedAt: now, UpdatedAt: now, Face: workflow.Face{Title: "衔接推进区", Summary: workflow.Summary{Linkage: 2000_0000_00, Integrated: money.Fen(4000_0000_00 + i)}}}
		a.Sealed = a.Face
		if err := tx.InsertApplication(&a); err != nil {
			return err
		}
		return r.judged(tx, i, &a, now)
	})
}

// judged keeps an application's results, marks in every dimension, and notes what they come to.
func (r *ranked) judged(tx workflow.Tx, i int, a *workflow.Application, now time.Time) error {
	chance := rand.New(rand.NewPCG(1, uint64(i))) //nolint:gosec // the same in every run
	rubric, _ := r.setup.Rubric(review.Written)
	marks := make([]review.Mark, rankedExperts)
	for j := range marks {
		sheet := filled(rubric, chance.IntN(1<<16))
		marks[j] = review.Mark{Expert: fmt.Sprintf("E%02d", j), Total: rubric.Total(sheet), Dims: rubric.Dims(sheet)}
		r.marks[i] = append(r.marks[i], review.Mark{Expert: marks[j].Expert, Total: marks[j].Total})
	}
	written := r.setup.Aggregate(marks)
	composite := r.setup.Compose(written, nil, nil)
	r.rows[i] = review.Row{Application: a.ID, Composite: *composite.Points, Written: *written.Mean, Dims: written.Dims,
		Integrated: a.Summary.Integrated, Linkage: a.Summary.Linkage}
	for _, v := range []workflow.Result{{Kind: workflow.ResultWritten, Marks: marks, Stage: &written}, {Kind: workflow.ResultComposite, Composite: &composite}} {
		v.ApplicationID, v.BatchID, v.PackVersion, v.At, v.By = a.ID, a.BatchID, 1, now, "bench"
		if err := tx.InsertResult(v); err != nil {
			return err
		}
	}
	return nil
}
