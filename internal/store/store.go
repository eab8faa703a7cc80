package store

import (
	"context"
	"database/sql"
	"time"

	"gorm.io/gorm"

	"xianjie/internal/fault"
)

// Clock is a deciding clock other than the database's. Only the demonstration walk and tests have one.
type Clock func() time.Time

// Options say how a store is opened; the zero value is production's.
type Options struct {
	Clock    Clock // nil: the database's own clock
	MaxConns int   // default 12
	Migrate  bool  // bring the schema up to date first; without it, a database of another version is refused
}

// Store keeps everything in one database. It is safe for concurrent use; several may share a database.
type Store struct {
	db        *gorm.DB
	pool      *sql.DB
	clock     clock
	given     Clock // the clock given instead of the database's; nil in production
	nowColumn string
	still     bool          // reads inside one transaction of its own, see AtOneMoment
	writing   chan struct{} // SQLite: holds the one place for a writer of this process; nil on PostgreSQL
}

// Open opens "sqlite:PATH" or "postgres://…". Errors: fault.Invalid for a DSN it cannot read, fault.Refused for a schema that
// does not fit this program, fault.Unavailable when the database does not answer.
func Open(ctx context.Context, dsn string, o Options) (*Store, error) {
	to, err := parseAddress(dsn)
	if err != nil {
		return nil, err
	}
	pool, err := to.pool(o.MaxConns)
	if err != nil {
		return nil, err
	}
	s, err := to.open(ctx, pool, o)
	if err != nil {
		_ = pool.Close() // the first error says more
		return nil, err
	}
	return s, nil
}

func (a address) open(ctx context.Context, pool *sql.DB, o Options) (*Store, error) {
	if o.Migrate {
		if err := a.up(ctx, pool); err != nil {
			return nil, err
		}
	}
	if err := a.fits(ctx, pool); err != nil {
		return nil, err
	}
	db, err := a.gorm(pool)
	if err != nil {
		return nil, fault.Wrap(fault.Unavailable, "数据库无法打开", err)
	}
	s := &Store{db: db, pool: pool, clock: a.clock(o.Clock), given: o.Clock, nowColumn: a.nowColumn()}
	if a.path != "" {
		s.writing = make(chan struct{}, 1)
	}
	return s, nil
}

// Close closes all connections. Transactions still running are undone.
func (s *Store) Close() error { return failed("关闭数据库", s.pool.Close()) }

// Ping reports whether the database answers, for readiness.
func (s *Store) Ping(ctx context.Context) error {
	ctx, cancel := bounded(ctx)
	defer cancel()
	return failed("连接数据库", s.pool.PingContext(ctx))
}
