package main

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5/pgxpool"
)

// overServers starts both servers and takes the figures of requests: reads first, while the drafts are still drafts.
func overServers(ctx context.Context, s settings, d *data, pool *pgxpool.Pool, dsn, folder string) (all []figure, err error) {
	b := &bench{data: d, pool: pool}
	if b.ours, err = startOurs(ctx, s.program, dsn, folder); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, b.ours.stop()) }()
	if b.bare, err = startBare(ctx, dsn, folder); err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, b.bare.stop()) }()
	for _, step := range []struct {
		id   string
		take func() ([]figure, error)
	}{
		{"S2", func() ([]figure, error) { return b.list(ctx, s.rounds, s.lasting) }},
		{"S3", func() ([]figure, error) { return b.read(ctx, s.rounds, s.lasting) }},
		{"S4", func() ([]figure, error) {
			f, err := b.score(ctx, s.rounds, s.lasting)
			return []figure{f}, err
		}},
		{"S1", func() ([]figure, error) {
			f, err := b.submit(ctx, s.rounds)
			return []figure{f}, err
		}},
	} {
		if !s.wants(step.id) {
			continue
		}
		say(step.id)
		figures, err := step.take()
		if err != nil {
			return all, err
		}
		all = append(all, figures...)
	}
	return all, nil
}
