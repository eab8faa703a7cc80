package storetest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/pressly/goose/v3"

	"xianjie/migrations"
)

// prefix begins the name of every schema made here: prefix, run, "_", number.
const prefix = "xianjie_test_"

// schemas hands out migrated schemas of one server and takes them back. Making one costs a second on a busy machine, wiping
// one some milliseconds. They outlive the test binary, which is never told its end; the next run drops them.
type schemas struct {
	server string
	run    string
	alive  *sql.DB // holds the advisory lock that says this run is still alive

	mu    sync.Mutex
	made  int
	spare []string
}

func newSchemas(server string) (*schemas, error) {
	// Nobody needs a test's rows after a power cut; stores under test commit as they always do.
	quick, err := withParameter(server, "synchronous_commit", "off")
	if err != nil {
		return nil, err
	}
	s := &schemas{server: quick, run: strings.ToLower(rand.Text()[:12])}
	if err := onServer(s.server, dropLeftovers); err != nil {
		return nil, err
	}
	if err := s.lock(); err != nil {
		return nil, err
	}
	return s, nil
}

// lock takes the run's advisory lock for as long as the process lives.
func (s *schemas) lock() error {
	pool, err := sql.Open("pgx", s.server)
	if err != nil {
		return err
	}
	pool.SetMaxOpenConns(1)
	s.alive = pool
	_, err = pool.Exec("SELECT pg_advisory_lock(hashtext($1))", s.run)
	return err
}

// dropLeftovers drops the schemas of runs that are over: nobody holds their lock.
func dropLeftovers(pool *sql.DB) error {
	rows, err := pool.Query("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, $1)", prefix)
	if err != nil {
		return err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		names = append(names, name)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, name := range names {
		run, _, _ := strings.Cut(strings.TrimPrefix(name, prefix), "_")
		var over bool
		if err := pool.QueryRow("SELECT pg_try_advisory_lock(hashtext($1))", run).Scan(&over); err != nil {
			return err
		}
		if !over {
			continue
		}
		_, dropped := pool.Exec("DROP SCHEMA IF EXISTS " + name + " CASCADE")
		if _, err := pool.Exec("SELECT pg_advisory_unlock(hashtext($1))", run); err != nil || dropped != nil {
			return fmt.Errorf("drop %s: %w, %w", name, dropped, err)
		}
	}
	return nil
}

// dsn is the server's DSN with the schema as the only one looked into.
func (s *schemas) dsn(name string) string {
	dsn, err := withParameter(s.server, "search_path", name)
	if err != nil {
		panic(err) // newSchemas has read the server's DSN
	}
	return strings.Replace(dsn, "synchronous_commit=off", "synchronous_commit=on", 1)
}

// make makes an empty schema.
func (s *schemas) make() (string, error) {
	s.mu.Lock()
	s.made++
	name := fmt.Sprintf("%s%s_%d", prefix, s.run, s.made)
	s.mu.Unlock()
	return name, s.exec("CREATE SCHEMA " + name)
}

func (s *schemas) drop(name string) error { return s.exec("DROP SCHEMA " + name + " CASCADE") }

func (s *schemas) exec(statement string) error {
	return onServer(s.server, func(pool *sql.DB) error {
		_, err := pool.Exec(statement)
		return err
	})
}

// take is a spare schema, or a new one.
func (s *schemas) take() (string, error) {
	s.mu.Lock()
	if n := len(s.spare); n > 0 {
		name := s.spare[n-1]
		s.spare = s.spare[:n-1]
		s.mu.Unlock()
		return name, nil
	}
	s.mu.Unlock()
	name, err := s.make()
	if err != nil {
		return "", err
	}
	return name, s.migrate(name)
}

// migrate is store.Migrate without its lock, which would make tests running side by side wait for each other.
func (s *schemas) migrate(name string) error {
	dsn, err := withParameter(s.server, "search_path", name)
	if err != nil {
		return err
	}
	files, err := fs.Sub(migrations.FS, "postgres")
	if err != nil {
		return err
	}
	return onServer(dsn, func(pool *sql.DB) error {
		provider, err := goose.NewProvider(goose.DialectPostgres, pool, files)
		if err != nil {
			return err
		}
		_, err = provider.Up(context.Background())
		return err
	})
}

// give takes a schema back: wiped when this user may switch the append-only triggers off, else dropped.
func (s *schemas) give(name string) error {
	wiped := onServer(s.server, func(pool *sql.DB) error { return wipe(pool, name) })
	if wiped != nil {
		return s.drop(name)
	}
	s.mu.Lock()
	s.spare = append(s.spare, name)
	s.mu.Unlock()
	return nil
}

// wipe deletes every row but those the migrations wrote.
func wipe(pool *sql.DB, name string) error {
	_, err := pool.Exec(strings.ReplaceAll(`DO $$ DECLARE t text; BEGIN
		SET LOCAL session_replication_role = replica;
		FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'NAME' AND tablename NOT IN ('goose_db_version', 'locks') LOOP
			EXECUTE format('DELETE FROM %I.%I', 'NAME', t);
		END LOOP;
	END $$`, "NAME", name))
	return err
}
