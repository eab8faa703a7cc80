package storetest

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"

	"xianjie/internal/store"
	"xianjie/migrations"
)

// serverVariable names the PostgreSQL server to test on.
const serverVariable = "XIANJIE_TEST_PG"

// templateLock is the advisory lock under which test binaries running side by side make the template once.
const templateLock = 0x7869616e

// Server is the DSN of the PostgreSQL server. It fails the test when there is none.
func Server(t testing.TB) string {
	t.Helper()
	dsn := os.Getenv(serverVariable)
	if dsn == "" {
		t.Fatalf("%s is not set, so nothing can be tested on PostgreSQL: run `make test`, or `scripts/pg.sh run go test ./…`", serverVariable)
	}
	return dsn
}

// Postgres is the DSN of a fresh, migrated database, dropped when the test ends.
func Postgres(t testing.TB) string {
	t.Helper()
	server := Server(t)
	template, err := postgresTemplate()
	if err != nil {
		t.Fatalf("migrate the PostgreSQL template: %v", err)
	}
	return freshDatabase(t, server, " TEMPLATE "+template)
}

// EmptyPostgres is the DSN of a fresh database without tables, dropped when the test ends.
func EmptyPostgres(t testing.TB) string {
	t.Helper()
	return freshDatabase(t, Server(t), "")
}

func freshDatabase(t testing.TB, server, with string) string {
	t.Helper()
	name := "xianjie_test_" + strings.ToLower(rand.Text()[:16])
	if err := onServer(server, "CREATE DATABASE "+name+with); err != nil {
		t.Fatalf("create database: %v", err)
	}
	t.Cleanup(func() {
		if err := onServer(server, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Errorf("drop database: %v", err)
		}
	})
	return withDatabase(server, name)
}

// postgresTemplate makes the migrated template once per server and state of the migrations, and answers with its name.
var postgresTemplate = sync.OnceValues(func() (string, error) {
	server := os.Getenv(serverVariable)
	digest, err := migrationsDigest()
	if err != nil {
		return "", err
	}
	name := "xianjie_template_" + digest[:16]
	pool, err := store.Connect(server, 1)
	if err != nil {
		return "", err
	}
	defer pool.Close() //nolint:errcheck // nothing is left to lose
	ctx := context.Background()
	if _, err := pool.ExecContext(ctx, "SELECT pg_advisory_lock($1)", templateLock); err != nil {
		return "", err
	}
	return name, makeTemplate(ctx, pool, server, name)
})

// makeTemplate migrates under another name and renames, so that a half-made template is never taken for a whole one.
func makeTemplate(ctx context.Context, pool *sql.DB, server, name string) error {
	var made bool
	if err := pool.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = $1)", name).Scan(&made); err != nil || made {
		return err
	}
	half := name + "_half"
	for _, statement := range []string{"DROP DATABASE IF EXISTS " + half + " WITH (FORCE)", "CREATE DATABASE " + half} {
		if _, err := pool.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	if err := store.Migrate(ctx, withDatabase(server, half)); err != nil {
		return err
	}
	_, err := pool.ExecContext(ctx, "ALTER DATABASE "+half+" RENAME TO "+name)
	return err
}

func migrationsDigest() (string, error) {
	sum := sha256.New()
	names, err := fs.Glob(migrations.FS, "postgres/*.sql")
	if err != nil {
		return "", err
	}
	for _, name := range names {
		text, err := fs.ReadFile(migrations.FS, name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "%s\x00%d\x00%s", name, len(text), text)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func onServer(server, statement string) error {
	pool, err := store.Connect(server, 1)
	if err != nil {
		return err
	}
	defer pool.Close() //nolint:errcheck // nothing is left to lose
	_, err = pool.ExecContext(context.Background(), statement)
	return err
}

// withDatabase is the DSN with another database name.
func withDatabase(dsn, name string) string {
	u, err := url.Parse(dsn)
	if err != nil {
		panic(err) // Connect has read it before
	}
	u.Path = "/" + name
	return u.String()
}
