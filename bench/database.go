package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// serverVariable names the PostgreSQL server; scripts/pg.sh run sets it.
const serverVariable = "XIANJIE_TEST_PG"

// freshDatabase makes a database of our own on the server and returns its address; drop removes it.
func freshDatabase(ctx context.Context) (dsn string, drop func() error, err error) {
	server := os.Getenv(serverVariable)
	if server == "" {
		return "", nil, errors.New("没有设置 " + serverVariable + ",请用 make bench 或 scripts/pg.sh run go run ./bench 运行")
	}
	name := fmt.Sprintf("xianjie_bench_%d", os.Getpid())
	address, err := url.Parse(server)
	if err != nil {
		return "", nil, err
	}
	address.Path = "/" + name
	if err := command(ctx, server, "CREATE DATABASE "+name); err != nil {
		return "", nil, err
	}
	return address.String(), func() error {
		return command(context.WithoutCancel(ctx), server, "DROP DATABASE "+name+" WITH (FORCE)")
	}, nil
}

func command(ctx context.Context, dsn, statement string) error {
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, statement)
	return errors.Join(err, conn.Close(ctx))
}

// openPool opens the connections of the bare side and of the seeding; as many as the product takes for itself.
func openPool(ctx context.Context, dsn string) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	config.MaxConns = databaseConnections
	return pgxpool.NewWithConfig(ctx, config)
}
