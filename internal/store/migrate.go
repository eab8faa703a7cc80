package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/gofrs/flock"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"xianjie/internal/fault"
	"xianjie/migrations"
)

// Schema says which version a database has and which one this program needs.
type Schema struct {
	Have, Want int64
}

// Migrate brings the schema up to date. Several processes may call it at once: one does the work, the others wait for it.
func Migrate(ctx context.Context, dsn string) error {
	return withPool(dsn, func(a address, pool *sql.DB) error { return a.up(ctx, pool) })
}

// Status reads the versions and changes nothing.
func Status(ctx context.Context, dsn string) (Schema, error) {
	var s Schema
	err := withPool(dsn, func(a address, pool *sql.DB) error {
		var err error
		s, err = a.schema(ctx, pool)
		return err
	})
	return s, err
}

func withPool(dsn string, do func(address, *sql.DB) error) error {
	to, err := parseAddress(dsn)
	if err != nil {
		return err
	}
	pool, err := to.pool(0)
	if err != nil {
		return err
	}
	return errors.Join(do(to, pool), pool.Close())
}

// up applies what is missing, under a lock: PostgreSQL's advisory lock, or an OS file lock beside the SQLite file.
func (a address) up(ctx context.Context, pool *sql.DB) error {
	if a.begun() {
		s, err := a.schema(ctx, pool)
		if err != nil || s.Have >= s.Want {
			return err // up to date: no lock, so that a start is quick
		}
	}
	provider, err := a.provider(pool)
	if err != nil {
		return err
	}
	if a.path != "" {
		guard := flock.New(a.path + ".migrating")
		if _, err := guard.TryLockContext(ctx, 20*time.Millisecond); err != nil {
			return failed("升级数据库", err)
		}
		defer guard.Unlock() //nolint:errcheck // closing the file frees the lock in any case
	}
	if _, err := provider.Up(ctx); err != nil {
		return failed("升级数据库", err)
	}
	return nil
}

// begun reports whether a database can be read without changing it. The first connection to a new SQLite file turns its journal over to
// WAL, which wants the file for itself and fails at once when another does the same: that is done under the lock.
func (a address) begun() bool {
	if a.path == "" {
		return true
	}
	head := make([]byte, 20)
	f, err := os.Open(a.path)
	if err != nil {
		return false
	}
	defer f.Close()
	_, err = io.ReadFull(f, head)
	return err == nil && head[18] == 2 // the write version in SQLite's file format: 2 is WAL
}

// provider is goose over the embedded folder of the database's dialect.
func (a address) provider(pool *sql.DB) (*goose.Provider, error) {
	dialect, folder := goose.DialectPostgres, "postgres"
	var options []goose.ProviderOption
	if a.path != "" {
		dialect, folder = goose.DialectSQLite3, "sqlite"
	} else {
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300), lock.WithUnlockTimeout(1, 10))
		if err != nil {
			return nil, failed("升级数据库", err)
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	files, err := fs.Sub(migrations.FS, folder)
	if err != nil {
		return nil, failed("升级数据库", err)
	}
	provider, err := goose.NewProvider(dialect, pool, files, options...)
	if err != nil {
		return nil, failed("升级数据库", err)
	}
	return provider, nil
}

// schema compares the highest applied number with the highest embedded one.
func (a address) schema(ctx context.Context, pool *sql.DB) (Schema, error) {
	provider, err := a.provider(pool)
	if err != nil {
		return Schema{}, err
	}
	sources := provider.ListSources()
	s := Schema{Want: sources[len(sources)-1].Version}
	present := "SELECT to_regclass('goose_db_version') IS NOT NULL"
	if a.path != "" {
		present = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'goose_db_version')"
	}
	var known bool
	if err := pool.QueryRowContext(ctx, present).Scan(&known); err != nil {
		return Schema{}, failed("读取数据库版本", err)
	}
	if !known {
		return s, nil
	}
	err = pool.QueryRowContext(ctx, "SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version WHERE is_applied").Scan(&s.Have)
	return s, failed("读取数据库版本", err)
}

// fits refuses a database of another version than this program's.
func (a address) fits(ctx context.Context, pool *sql.DB) error {
	s, err := a.schema(ctx, pool)
	if err != nil {
		return err
	}
	switch {
	case s.Have < s.Want:
		return fault.New(fault.Refused, "数据库结构为第 %d 版,本程序需要第 %d 版,请先运行 xianjie migrate up", s.Have, s.Want)
	case s.Have > s.Want:
		return fault.New(fault.Refused, "数据库结构为第 %d 版,高于本程序的第 %d 版,请改用新版程序", s.Have, s.Want)
	}
	return nil
}

// String is "第 3 版(需要第 7 版)".
func (s Schema) String() string { return fmt.Sprintf("第 %d 版(需要第 %d 版)", s.Have, s.Want) }
