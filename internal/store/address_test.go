package store

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"xianjie/internal/fault"
)

func TestAddress(t *testing.T) {
	for _, tt := range []struct {
		dsn  string
		want address
		ok   bool
	}{
		{"sqlite:data/xianjie.db", address{path: "data/xianjie.db"}, true},
		{"postgres://u@h/db", address{postgres: "postgres://u@h/db"}, true},
		{"postgresql://u@h/db", address{postgres: "postgresql://u@h/db"}, true},
		{"sqlite:", address{}, false},
		{"data/xianjie.db", address{}, false},
		{"mysql://u@h/db", address{}, false},
		{"", address{}, false},
	} {
		got, err := parseAddress(tt.dsn)
		if got != tt.want || (err == nil) != tt.ok || (err != nil && fault.CodeOf(err) != fault.Invalid) {
			t.Errorf("%q: %+v %v", tt.dsn, got, err)
		}
	}
	if _, err := Connect("postgres://h:notaport/db", 1); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("an unreadable PostgreSQL address: %v", err)
	}
}

// A password in the DSN must not come back in the message or the cause that is logged.
func TestAnUnreadableAddressKeepsItsPassword(t *testing.T) {
	for _, dsn := range []string{"mysql://u:geheim@h/db", "postgres://u:geheim@h:notaport/db", "postgres://u:geheim@%zz/db"} {
		if _, err := Connect(dsn, 1); err == nil || strings.Contains(err.Error(), "geheim") {
			t.Errorf("%v", err)
		}
	}
}

func TestEveryConnectionRunsWithTheSettings(t *testing.T) {
	pool := connected(t, filepath.Join(t.TempDir(), "x.db"), 3)
	for range 3 { // three connections at once
		conn, err := pool.Conn(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		defer conn.Close()
		for pragma, want := range map[string]string{
			"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1", "busy_timeout": "10000",
		} {
			var got string
			if err := conn.QueryRowContext(context.Background(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
				t.Errorf("%s is %q, want %q, %v", pragma, got, want, err)
			}
		}
		if _, err := conn.ExecContext(context.Background(), `SELECT "no such column"`); err == nil {
			t.Error("a mistyped column name is taken for a string")
		}
	}
}

// An instant is text and compared as text, so every connection writes it in UTC, whoever hands it over.
func TestInstantsAreWrittenInUTC(t *testing.T) {
	pool := connected(t, filepath.Join(t.TempDir(), "x.db"), 1)
	var text string
	at := time.Date(2022, 12, 11, 0, 0, 0, 500_000_000, time.FixedZone("CST", 8*3600))
	if err := pool.QueryRow("SELECT ? || ''", at).Scan(&text); err != nil || text != "2022-12-10 16:00:00.5+00:00" {
		t.Errorf("%q %v", text, err)
	}
}

func TestATransactionTakesTheWriteLockWhenItBegins(t *testing.T) {
	pool := connected(t, filepath.Join(t.TempDir(), "x.db"), 2)
	tx, err := pool.Begin()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if second, err := pool.BeginTx(ctx, nil); err == nil {
		_ = second.Rollback()
		t.Error("two transactions began at once: _txlock=immediate is lost")
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
}

func TestAPathMayHoldAnyCharacter(t *testing.T) {
	path := filepath.Join(t.TempDir(), "数 据", "a?b#c%20d&_txlock=deferred.db")
	if _, err := connected(t, path, 1).Exec("CREATE TABLE t (x TEXT)"); err != nil {
		t.Fatal(err)
	}
	file, err := os.Stat(path)
	if err != nil || file.Size() == 0 || file.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", file, err)
	}
	folder, err := os.Stat(filepath.Dir(path))
	if err != nil || folder.Mode().Perm() != 0o700 {
		t.Errorf("%v %v", folder, err)
	}
}

func TestAFileThatCannotBeOpenedIsUnavailable(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(file, "x.db"), t.TempDir()} {
		if _, err := Open(context.Background(), "sqlite:"+path, Options{Migrate: true}); fault.CodeOf(err) != fault.Unavailable {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func connected(t *testing.T, path string, conns int) *sql.DB {
	t.Helper()
	pool, err := Connect("sqlite:"+path, conns)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = pool.Close() })
	return pool
}
