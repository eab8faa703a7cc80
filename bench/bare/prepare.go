package bare

import (
	"context"

	"github.com/jackc/pgx/v5/pgxpool"
)

// schema is what a submit writes into: plain tables with a primary key each and no other guard, index or trigger. Lists and
// single reads use the product's own rows.
const schema = `
CREATE SCHEMA IF NOT EXISTS bare;
CREATE TABLE bare.applications (
	id           TEXT PRIMARY KEY,
	state        TEXT NOT NULL,
	version      BIGINT NOT NULL,
	title        TEXT NOT NULL,
	villages     BIGINT NOT NULL,
	projects     BIGINT NOT NULL,
	total        BIGINT NOT NULL,
	submitted_at TIMESTAMPTZ
);
CREATE TABLE bare.snapshots (
	application_id TEXT NOT NULL,
	number         BIGINT NOT NULL,
	digest         TEXT NOT NULL,
	body           TEXT NOT NULL,
	taken_at       TIMESTAMPTZ NOT NULL,
	PRIMARY KEY (application_id, number)
);
CREATE TABLE bare.history (
	id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	application_id TEXT NOT NULL,
	action         TEXT NOT NULL,
	from_state     TEXT NOT NULL,
	to_state       TEXT NOT NULL,
	happened_at    TIMESTAMPTZ NOT NULL
);
CREATE TABLE bare.audit (
	id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	application_id TEXT NOT NULL,
	action         TEXT NOT NULL,
	digest         TEXT NOT NULL,
	happened_at    TIMESTAMPTZ NOT NULL
);`

// Prepare makes the tables of the bare submit and a draft, of version 1, for each id.
func Prepare(ctx context.Context, pool *pgxpool.Pool, ids []string) error {
	if _, err := pool.Exec(ctx, schema); err != nil {
		return err
	}
	_, err := pool.Exec(ctx, `INSERT INTO bare.applications (id, state, version, title, villages, projects, total)
		SELECT id, 'DRAFT', 1, '', 0, 0, 0 FROM unnest($1::text[]) AS id`, ids)
	return err
}
