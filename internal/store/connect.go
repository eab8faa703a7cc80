package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"gorm.io/driver/postgres"
	"gorm.io/gorm"

	"xianjie/internal/fault"
)

const (
	defaultConns = 12
	idleFor      = time.Minute      // an idle connection is closed after it
	connLife     = 30 * time.Minute // PostgreSQL: connections move on after a failover
)

// Connect opens a bare pool with the product's own connection settings, for operations such as backup and for tests that try
// to get past the constraints. It does not migrate.
func Connect(dsn string, maxConns int) (*sql.DB, error) {
	to, err := parseAddress(dsn)
	if err != nil {
		return nil, err
	}
	return to.pool(maxConns)
}

func (a address) pool(maxConns int) (*sql.DB, error) {
	if maxConns <= 0 {
		maxConns = defaultConns
	}
	var pool *sql.DB
	if a.path != "" {
		if err := prepareFile(a.path); err != nil {
			return nil, err
		}
		var err error
		if pool, err = sql.Open("sqlite", sqliteDSN(a.path)); err != nil {
			return nil, fault.Wrap(fault.Unavailable, "数据库文件无法打开:"+a.path, err)
		}
	} else {
		config, err := pgx.ParseConfig(a.postgres)
		if err != nil {
			return nil, fault.Wrap(fault.Invalid, "数据库地址不能识别,应为 postgres://用户@主机:端口/库名", err)
		}
		pool = stdlib.OpenDB(*config, stdlib.OptionAfterConnect(setBounds))
		pool.SetConnMaxLifetime(connLife)
	}
	pool.SetMaxOpenConns(maxConns)
	pool.SetMaxIdleConns(maxConns)
	pool.SetConnMaxIdleTime(idleFor)
	return pool, nil
}

// setBounds keeps a hung client from holding locks for ever, and a waiter from waiting for ever. Servers that only speak
// PostgreSQL's protocol may not know the settings; a connection without them still works.
func setBounds(ctx context.Context, conn *pgx.Conn) error {
	for _, setting := range []string{"SET idle_in_transaction_session_timeout = '60s'", "SET lock_timeout = '14s'"} {
		if _, err := conn.Exec(ctx, setting); err != nil && conn.IsClosed() {
			return err
		}
	}
	return nil
}

// gorm puts GORM on a pool. Statements are prepared once per connection: by pgx itself on PostgreSQL, by GORM on SQLite.
func (a address) gorm(pool *sql.DB) (*gorm.DB, error) {
	config := &gorm.Config{Logger: quiet{}, TranslateError: true, SkipDefaultTransaction: true, DisableAutomaticPing: true}
	if a.path != "" {
		config.PrepareStmt = true
		return gorm.Open(sqliteDialector{pool}, config)
	}
	return gorm.Open(postgres.New(postgres.Config{Conn: pool}), config)
}
