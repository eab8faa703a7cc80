package storetest

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/policy"
	"xianjie/workflow"
)

// world is one fresh database with a store on it and a bare pool beside it, for attempts to get past the store.
type world struct {
	dsn string
	*store.Store
	raw *sql.DB
}

func newWorld(t *testing.T, fresh func(testing.TB) string) *world {
	t.Helper()
	dsn := fresh(t)
	raw, err := store.Connect(dsn, 4)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = raw.Close() })
	return &world{dsn: dsn, Store: Open(t, dsn, store.Options{}), raw: raw}
}

// day is an instant the suite's rows carry; instants are whole microseconds.
func day(d int) time.Time { return time.Date(2022, 12, d, 8, 30, 0, 123456000, time.UTC) }

// digest is a hex SHA-256.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// in runs do in one transaction that must succeed.
func (w *world) in(t testing.TB, do func(workflow.Tx) error) {
	t.Helper()
	if err := w.InTx(context.Background(), do); err != nil {
		t.Fatalf("transaction: %v", err)
	}
}

// refused runs do in one transaction that must fail with a code.
func (w *world) refused(t testing.TB, want fault.Code, do func(workflow.Tx) error) {
	t.Helper()
	if err := w.InTx(context.Background(), do); fault.CodeOf(err) != want {
		t.Fatalf("got %v, want %s", err, want)
	}
}

// errUndo is returned to roll a transaction back.
var errUndo = errors.New("undo")

// batch inserts a collecting batch.
func (w *world) batch(t testing.TB) workflow.Batch {
	t.Helper()
	id := uuid.NewString()
	b := workflow.Batch{ID: id, Code: "B-" + id[:8], Title: "2022 年第二批", Year: 2022, BasisDocNo: "鲁振兴字〔2022〕4号",
		State: workflow.BatchCollecting, CreatedAt: day(1), UpdatedAt: day(1)}
	w.in(t, func(tx workflow.Tx) error { return tx.InsertBatch(&b) })
	return b
}

// draft inserts an application of a county of 烟台市 in DRAFT.
func (w *world) draft(t testing.TB, b workflow.Batch, county, name string) workflow.Application {
	t.Helper()
	a := newDraft(b, county, name)
	w.in(t, func(tx workflow.Tx) error { return tx.InsertApplication(&a) })
	return a
}

func newDraft(b workflow.Batch, county, name string) workflow.Application {
	blank := workflow.Summary{Failed: []policy.RuleID{}, Warned: []policy.RuleID{}, Waived: []policy.RuleID{}}
	return workflow.Application{ID: uuid.NewString(), BatchID: b.ID, BatchCode: b.Code, Year: b.Year, CityCode: county[:4] + "00", CityName: "某市",
		CountyCode: county, CountyName: name, Channel: "CITY_SELECTED", Face: workflow.Face{Title: name + "集中推进区", Summary: blank}, Sealed: workflow.Face{Summary: blank}, State: workflow.Draft, StateSince: day(1), Round: 1,
		PackVersion: 1, CreatedBy: "acc-1", CreatedAt: day(1), UpdatedAt: day(1)}
}

// moved saves an application in another state.
func (w *world) moved(t testing.TB, a workflow.Application, to workflow.State) workflow.Application {
	t.Helper()
	w.in(t, func(tx workflow.Tx) error {
		a.State, a.StateSince, a.Round = to, day(2), a.Round+1
		return tx.SaveApplication(&a)
	})
	return a
}

// count reads one number over the bare pool.
func (w *world) count(t testing.TB, query string) int {
	t.Helper()
	var n int
	if err := w.raw.QueryRow(query).Scan(&n); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

// postgres reports which database this is.
func (w *world) postgres() bool { return !strings.HasPrefix(w.dsn, "sqlite:") }
