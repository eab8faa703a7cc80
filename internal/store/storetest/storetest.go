// Package storetest runs test bodies on both databases, each time on a fresh, migrated one, and holds the one conformance suite
// of internal/store (Run).
//
// PostgreSQL is found by XIANJIE_TEST_PG, a DSN whose user may create databases; `make test` and `scripts/pg.sh run` set it.
// Without it tests fail: a suite that silently ran on one database would prove nothing about the other.
package storetest

import (
	"context"
	"testing"

	"xianjie/internal/store"
)

// Each runs body on SQLite and on PostgreSQL.
func Each(t *testing.T, body func(t *testing.T, s *store.Store)) {
	t.Helper()
	EachDSN(t, func(t *testing.T, dsn string) { body(t, Open(t, dsn, store.Options{})) })
}

// EachDSN runs body with the DSN of a fresh, migrated database of each kind, for tests that open it more than once.
func EachDSN(t *testing.T, body func(t *testing.T, dsn string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { body(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { body(t, Postgres(t)) })
}

// Open opens a store that is closed when the test ends.
func Open(t testing.TB, dsn string, o store.Options) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), dsn, o)
	if err != nil {
		t.Fatalf("open %s: %v", dsn, err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close %s: %v", dsn, err)
		}
	})
	return s
}
