package store_test

import (
	"context"
	"net/url"
	"testing"
	"time"

	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/workflow"
)

// The server's clock is replaced by one that stands in 1999; the process's clock stays as it is.
func TestTheDecidingClockIsTheServersNotTheProcesss(t *testing.T) {
	dsn := storetest.EmptyPostgres(t)
	if err := store.Migrate(context.Background(), dsn); err != nil {
		t.Fatal(err)
	}
	_, err := connect(t, dsn).Exec(`CREATE FUNCTION clock_timestamp() RETURNS timestamptz LANGUAGE sql AS
		$$ SELECT timestamptz '1999-12-31 23:59:59.123456+08' $$`)
	if err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", q.Get("search_path")+",pg_catalog")
	u.RawQuery = q.Encode()
	s := storetest.Open(t, u.String(), store.Options{})
	want := time.Date(1999, 12, 31, 15, 59, 59, 123456000, time.UTC)
	if now, err := s.Clock(context.Background()); err != nil || !now.Equal(want) {
		t.Errorf("Clock: %v %v", now, err)
	}
	err = s.InTx(context.Background(), func(tx workflow.Tx) error {
		if now, err := tx.Now(); err != nil || !now.Equal(want) {
			t.Errorf("Now: %v %v", now, err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// The embedded database runs in the process and has its machine's clock, to the millisecond.
func TestTheEmbeddedDatabaseHasTheMachinesClock(t *testing.T) {
	s := storetest.Open(t, storetest.SQLite(t), store.Options{})
	before := time.Now().Truncate(time.Millisecond)
	now, err := s.Clock(context.Background())
	if err != nil || now.Before(before) || now.After(time.Now()) {
		t.Errorf("%v is not between %v and now, %v", now, before, err)
	}
}
