-- +goose Up
CREATE TABLE batches (
    id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    code         TEXT    NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 64),
    title        TEXT    NOT NULL CHECK (length(title) <= 1000),
    year         INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    basis_doc_no TEXT    NOT NULL CHECK (length(basis_doc_no) <= 1000),
    state        TEXT    NOT NULL CHECK (state IN ('CONFIG', 'PUBLISHED', 'COLLECTING', 'REVIEWING', 'AWARDED', 'CONSTRUCTION', 'CLOSED')),
    version      INTEGER NOT NULL CHECK (version >= 1),
    pack_version INTEGER NOT NULL CHECK (pack_version >= 0),
    created_at   TEXT    NOT NULL CHECK (created_at LIKE '____-__-__ __:__:__%+00:00'),
    updated_at   TEXT    NOT NULL CHECK (updated_at LIKE '____-__-__ __:__:__%+00:00')
) STRICT;

CREATE TABLE packs (
    batch_id     TEXT    NOT NULL REFERENCES batches (id),
    version      INTEGER NOT NULL CHECK (version >= 1),
    doc_no       TEXT    NOT NULL CHECK (length(doc_no) <= 1000),
    effective_at TEXT    NOT NULL CHECK (effective_at LIKE '____-__-__ __:__:__%+00:00'),
    digest       TEXT    NOT NULL CHECK (length(digest) = 64),
    body         TEXT    NOT NULL,
    published_at TEXT    CHECK (published_at LIKE '____-__-__ __:__:__%+00:00'),
    created_by   TEXT    NOT NULL CHECK (length(created_by) <= 64),
    created_at   TEXT    NOT NULL CHECK (created_at LIKE '____-__-__ __:__:__%+00:00'),
    PRIMARY KEY (batch_id, version)
) STRICT;

-- A published pack is only superseded by a new version. The DELETE trigger also stops REPLACE, because recursive_triggers is on.
-- +goose StatementBegin
CREATE TRIGGER packs_published_update BEFORE UPDATE ON packs WHEN OLD.published_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of packs');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER packs_published_delete BEFORE DELETE ON packs WHEN OLD.published_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of packs');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE packs;
DROP TABLE batches;
