package storetest

import (
	"database/sql"
	"net/url"
	"os"
	"sync"
	"testing"

	"xianjie/internal/store"
)

// serverVariable names the PostgreSQL server to test on.
const serverVariable = "XIANJIE_TEST_PG"

// Server is the DSN of the PostgreSQL server. It fails the test when there is none.
func Server(t testing.TB) string {
	t.Helper()
	dsn := os.Getenv(serverVariable)
	if dsn == "" {
		t.Fatalf("%s is not set, so nothing can be tested on PostgreSQL: run `make test`, or `scripts/pg.sh run go test ./…`", serverVariable)
	}
	return dsn
}

// thisRun is what this test binary made on the server.
var thisRun = sync.OnceValues(func() (*schemas, error) { return newSchemas(os.Getenv(serverVariable)) })

// Postgres is the DSN of a migrated schema without rows. It is the test's own until it ends; then it is wiped for the next. A
// test that changes tables takes EmptyPostgres.
func Postgres(t testing.TB) string {
	t.Helper()
	Server(t)
	run, err := thisRun()
	if err != nil {
		t.Fatalf("prepare the PostgreSQL server: %v", err)
	}
	name, err := run.take()
	if err != nil {
		t.Fatalf("make a schema: %v", err)
	}
	t.Cleanup(func() {
		if err := run.give(name); err != nil {
			t.Errorf("wipe the schema: %v", err)
		}
	})
	return run.dsn(name)
}

// EmptyPostgres is the DSN of a fresh schema without tables, dropped when the test ends.
func EmptyPostgres(t testing.TB) string {
	t.Helper()
	Server(t)
	run, err := thisRun()
	if err != nil {
		t.Fatalf("prepare the PostgreSQL server: %v", err)
	}
	name, err := run.make()
	if err != nil {
		t.Fatalf("make a schema: %v", err)
	}
	t.Cleanup(func() {
		if err := run.drop(name); err != nil {
			t.Errorf("drop the schema: %v", err)
		}
	})
	return run.dsn(name)
}

// onServer runs do on a connection of its own.
func onServer(dsn string, do func(*sql.DB) error) error {
	pool, err := store.Connect(dsn, 1)
	if err != nil {
		return err
	}
	defer pool.Close()
	return do(pool)
}

// withParameter is the DSN with one more connection parameter.
func withParameter(dsn, name, value string) (string, error) {
	u, err := url.Parse(dsn)
	if err != nil {
		return "", err
	}
	q := u.Query()
	q.Set(name, value)
	u.RawQuery = q.Encode()
	return u.String(), nil
}
