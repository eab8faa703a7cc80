package store_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gofrs/flock"
	"github.com/google/go-cmp/cmp"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"xianjie/internal/fault"
	"xianjie/internal/store"
	"xianjie/internal/store/storetest"
	"xianjie/migrations"
)

// empty runs body on a database of each kind that has no tables.
func empty(t *testing.T, body func(t *testing.T, dsn string)) {
	t.Run("sqlite", func(t *testing.T) { body(t, storetest.EmptySQLite(t)) })
	t.Run("postgres", func(t *testing.T) { body(t, storetest.EmptyPostgres(t)) })
}

func connect(t *testing.T, dsn string) *sql.DB {
	t.Helper()
	pool, err := store.Connect(dsn, 2)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = pool.Close() })
	return pool
}

func TestBothFoldersHoldTheSameMigrations(t *testing.T) {
	names := func(folder string) []string {
		files, err := fs.Glob(migrations.FS, folder+"/*.sql")
		if err != nil {
			t.Fatal(err)
		}
		for i := range files {
			files[i] = path.Base(files[i])
		}
		return files
	}
	if diff := cmp.Diff(names("postgres"), names("sqlite")); diff != "" || len(names("postgres")) == 0 {
		t.Error(diff)
	}
}

func TestBothDatabasesHaveTheSameTablesAndColumns(t *testing.T) {
	lite := columns(t, connect(t, storetest.SQLite(t)), `SELECT m.name, c.name, CASE WHEN c."notnull" = 1 OR c.pk > 0 THEN 'NO' ELSE 'YES' END
		FROM sqlite_master AS m JOIN pragma_table_xinfo(m.name) AS c WHERE m.type = 'table' ORDER BY m.name, c.cid`)
	pg := columns(t, connect(t, storetest.Postgres(t)), `SELECT table_name, column_name, is_nullable FROM information_schema.columns
		WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`)
	if diff := cmp.Diff(pg, lite); diff != "" || len(pg) < 20 {
		t.Errorf("%d tables: %s", len(pg), diff)
	}
	indexes := `SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`
	pgIndexes := `SELECT i.indexname FROM pg_indexes AS i WHERE i.schemaname = current_schema() AND NOT EXISTS
		(SELECT 1 FROM pg_constraint AS c JOIN pg_namespace AS n ON n.oid = c.connamespace WHERE c.conname = i.indexname AND n.nspname = i.schemaname) ORDER BY i.indexname`
	if diff := cmp.Diff(texts(t, connect(t, storetest.Postgres(t)), pgIndexes), texts(t, connect(t, storetest.SQLite(t)), indexes)); diff != "" {
		t.Errorf("indexes: %s", diff)
	}
}

func TestEverySQLiteTableIsStrict(t *testing.T) {
	loose := texts(t, connect(t, storetest.SQLite(t)), "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name <> 'goose_db_version'")
	if len(loose) != 0 {
		t.Errorf("not STRICT: %v", loose)
	}
}

// columns lists table → "column nullable" in order; goose's own table is left out.
func columns(t *testing.T, pool *sql.DB, query string) map[string][]string {
	t.Helper()
	rows, err := pool.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	out := map[string][]string{}
	for rows.Next() {
		var table, column, nullable string
		if err := rows.Scan(&table, &column, &nullable); err != nil {
			t.Fatal(err)
		}
		if table != "goose_db_version" && !strings.HasPrefix(table, "sqlite_") {
			out[table] = append(out[table], column+" "+nullable)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func texts(t *testing.T, pool *sql.DB, query string) []string {
	t.Helper()
	rows, err := pool.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(text, "goose_") {
			out = append(out, text)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSixReplicasStartAtOnceOnAnEmptyDatabase(t *testing.T) {
	empty(t, func(t *testing.T, dsn string) {
		var all sync.WaitGroup
		for range 6 {
			all.Go(func() {
				s, err := store.Open(context.Background(), dsn, store.Options{Migrate: true, MaxConns: 2})
				if err != nil {
					t.Error(err)
					return
				}
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		status, err := store.Status(context.Background(), dsn)
		if err != nil || status.Have != status.Want || status.Want == 0 {
			t.Errorf("%v %v", status, err)
		}
	})
}

func TestADatabaseOfAnotherVersionIsRefused(t *testing.T) {
	empty(t, func(t *testing.T, dsn string) {
		ctx := context.Background()
		status, err := store.Status(ctx, dsn)
		if err != nil || status.Have != 0 {
			t.Fatalf("empty: %v %v", status, err)
		}
		if _, err := store.Open(ctx, dsn, store.Options{}); fault.CodeOf(err) != fault.Refused {
			t.Errorf("without tables: %v", err)
		}
		if err := store.Migrate(ctx, dsn); err != nil {
			t.Fatal(err)
		}
		if err := store.Migrate(ctx, dsn); err != nil {
			t.Errorf("twice: %v", err)
		}
		if _, err := connect(t, dsn).Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (99999, TRUE)"); err != nil {
			t.Fatal(err)
		}
		for _, migrate := range []bool{false, true} {
			if _, err := store.Open(ctx, dsn, store.Options{Migrate: migrate}); fault.CodeOf(err) != fault.Refused {
				t.Errorf("from the future, migrate %v: %v", migrate, err)
			}
		}
	})
}

func TestMigrationsGoDownAndUpAgain(t *testing.T) {
	for dialect, folder := range map[goose.Dialect]string{goose.DialectSQLite3: "sqlite", goose.DialectPostgres: "postgres"} {
		t.Run(folder, func(t *testing.T) {
			fresh := storetest.EmptySQLite
			if folder == "postgres" {
				fresh = storetest.EmptyPostgres
			}
			files, err := fs.Sub(migrations.FS, folder)
			if err != nil {
				t.Fatal(err)
			}
			pool := connect(t, fresh(t))
			provider, err := goose.NewProvider(dialect, pool, files)
			if err != nil {
				t.Fatal(err)
			}
			for round := range 2 {
				if _, err := provider.Up(context.Background()); err != nil {
					t.Fatalf("up %d: %v", round, err)
				}
				if _, err := provider.DownTo(context.Background(), 0); err != nil {
					t.Fatalf("down %d: %v", round, err)
				}
			}
			left := "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
			if folder == "postgres" {
				left = `SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace
					UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = current_schema()::regnamespace`
			}
			if rest := texts(t, pool, left); len(rest) != 0 {
				t.Errorf("left behind: %v", rest)
			}
		})
	}
}

// Whoever migrates holds the lock; everyone else waits for him, and gives up only at his own deadline.
func TestAMigrationWaitsForTheOneThatIsRunning(t *testing.T) {
	for kind, begin := range map[string]func(*testing.T) (dsn string, hold, free func() error){
		"sqlite": func(t *testing.T) (string, func() error, func() error) {
			dsn := storetest.EmptySQLite(t)
			guard := flock.New(strings.TrimPrefix(dsn, "sqlite:") + ".migrating")
			return dsn, guard.Lock, guard.Unlock
		},
		"postgres": func(t *testing.T) (string, func() error, func() error) {
			dsn := storetest.EmptyPostgres(t)
			conn, err := connect(t, dsn).Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			ask := func(query string) func() error {
				return func() error {
					_, err := conn.ExecContext(context.Background(), query, lock.DefaultLockID)
					return err
				}
			}
			return dsn, ask("SELECT pg_advisory_lock($1)"), ask("SELECT pg_advisory_unlock($1)")
		},
	} {
		t.Run(kind, func(t *testing.T) {
			dsn, hold, free := begin(t)
			if err := hold(); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
			defer cancel()
			if err := store.Migrate(ctx, dsn); fault.CodeOf(err) != fault.Unavailable {
				t.Errorf("while another migrates: %v", err)
			}
			if status, err := store.Status(context.Background(), dsn); err != nil || status.Have != 0 {
				t.Errorf("it migrated beside the other: %v %v", status, err)
			}
			if err := free(); err != nil {
				t.Fatal(err)
			}
			if err := store.Migrate(context.Background(), dsn); err != nil {
				t.Errorf("afterwards: %v", err)
			}
		})
	}
}

// Servers that find a new file at once all come up: what wants the file for itself is done by the one that holds the lock.
func TestNobodyTouchesANewFileBeforeItsTurn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new.db")
	other := flock.New(file + ".migrating")
	if ok, err := other.TryLock(); !ok || err != nil {
		t.Fatal(ok, err)
	}
	brief, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if err := store.Migrate(brief, "sqlite:"+file); err == nil {
		t.Error("migrated past the lock")
	}
	if info, err := os.Stat(file); err != nil || info.Size() != 0 {
		t.Errorf("the file was touched: %v %v", info, err)
	}
	if err := errors.Join(other.Unlock(), store.Migrate(t.Context(), "sqlite:"+file), store.Migrate(t.Context(), "sqlite:"+file)); err != nil {
		t.Error(err)
	}
}
