-- +goose Up
CREATE TABLE batches (
    id           TEXT        NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    code         TEXT        NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
    title        TEXT        NOT NULL CHECK (length(title) <= 1000),
    year         BIGINT      NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    basis_doc_no TEXT        NOT NULL CHECK (length(basis_doc_no) <= 1000),
    state        TEXT        NOT NULL CHECK (state IN ('CONFIG', 'PUBLISHED', 'COLLECTING', 'REVIEWING', 'AWARDED', 'CONSTRUCTION', 'CLOSED')),
    version      BIGINT      NOT NULL CHECK (version >= 1),
    pack_version BIGINT      NOT NULL CHECK (pack_version >= 0),
    created_at   TIMESTAMPTZ NOT NULL,
    updated_at   TIMESTAMPTZ NOT NULL
);

CREATE TABLE packs (
    batch_id     TEXT        NOT NULL REFERENCES batches (id),
    version      BIGINT      NOT NULL CHECK (version >= 1),
    doc_no       TEXT        NOT NULL CHECK (length(doc_no) <= 1000),
    effective_at TIMESTAMPTZ NOT NULL,
    digest       TEXT        NOT NULL CHECK (length(digest) = 64),
    body         TEXT        NOT NULL,
    published_at TIMESTAMPTZ,
    created_by   TEXT        NOT NULL CHECK (length(created_by) <= 64),
    created_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (batch_id, version)
);

-- refuse_change is shared by every append-only table.
-- +goose StatementBegin
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only: % of %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;
-- +goose StatementEnd

-- A published pack is only superseded by a new version.
CREATE TRIGGER packs_published BEFORE UPDATE OR DELETE ON packs
    FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER packs_kept BEFORE TRUNCATE ON packs FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- +goose Down
DROP TABLE packs;
DROP TABLE batches;
DROP FUNCTION refuse_change();
