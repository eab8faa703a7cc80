-- +goose Up
-- The pack version whose review setup is pinned; 0 until review opens.
ALTER TABLE batches ADD COLUMN review_pack INTEGER NOT NULL DEFAULT 0 CHECK (review_pack >= 0);

-- 专家库. The code stands for the expert on result sheets.
CREATE TABLE experts (
    account_id  TEXT    NOT NULL PRIMARY KEY REFERENCES accounts (id),
    code        TEXT    NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 16),
    unit        TEXT    NOT NULL CHECK (length(unit) BETWEEN 1 AND 200),
    field       TEXT    NOT NULL CHECK (length(field) <= 200),
    native_city TEXT    NOT NULL CHECK (length(native_city) IN (0, 6)),
    work_city   TEXT    NOT NULL CHECK (length(work_city) IN (0, 6)),
    served      TEXT    NOT NULL,
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    version     INTEGER NOT NULL CHECK (version >= 1),
    updated_at  TEXT    NOT NULL CHECK (updated_at LIKE '____-__-__ __:__:__%+00:00')
) STRICT;

CREATE TABLE draws (
    id           TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    batch_id     TEXT    NOT NULL REFERENCES batches (id),
    stage        TEXT    NOT NULL CHECK (stage IN ('WRITTEN', 'DEFENCE')),
    number       INTEGER NOT NULL CHECK (number >= 1),
    base         INTEGER NOT NULL CHECK (base >= 0 AND base < number),
    state        TEXT    NOT NULL CHECK (state IN ('PROPOSED', 'PUBLISHED', 'DISCARDED')),
    reason       TEXT    NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    input        TEXT    NOT NULL,
    drawn        TEXT    NOT NULL,
    version      INTEGER NOT NULL CHECK (version >= 1),
    created_by   TEXT    NOT NULL CHECK (length(created_by) BETWEEN 1 AND 64),
    created_name TEXT    NOT NULL CHECK (length(created_name) <= 200),
    created_at   TEXT    NOT NULL CHECK (created_at LIKE '____-__-__ __:__:__%+00:00'),
    decided_by   TEXT    NOT NULL CHECK (length(decided_by) <= 64),
    decided_at   TEXT             CHECK (decided_at LIKE '____-__-__ __:__:__%+00:00'),
    UNIQUE (batch_id, stage, number)
) STRICT;
-- Each published draw builds on one other: two published at once on the same base cannot both stand.
CREATE UNIQUE INDEX draws_published ON draws (batch_id, stage, base) WHERE state = 'PUBLISHED';

CREATE TABLE reviews (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    batch_id       TEXT    NOT NULL,
    application_id TEXT    NOT NULL,
    stage          TEXT    NOT NULL CHECK (stage IN ('WRITTEN', 'DEFENCE')),
    expert_id      TEXT    NOT NULL REFERENCES experts (account_id),
    expert_code    TEXT    NOT NULL CHECK (length(expert_code) BETWEEN 1 AND 16),
    draw_id        TEXT    NOT NULL REFERENCES draws (id),
    snapshot_no    INTEGER NOT NULL CHECK (snapshot_no >= 1),
    state          TEXT    NOT NULL CHECK (state IN ('ASSIGNED', 'OPEN', 'SUBMITTED', 'RECUSED')),
    sheet          TEXT    NOT NULL,
    total          INTEGER NOT NULL CHECK (total BETWEEN 0 AND 10000),
    version        INTEGER NOT NULL CHECK (version >= 1),
    explanation    TEXT    NOT NULL CHECK (length(explanation) <= 2000),
    explained_for  INTEGER NOT NULL CHECK (explained_for BETWEEN 0 AND 10000),
    recuse_reason  TEXT    NOT NULL CHECK (length(recuse_reason) <= 2000),
    declared_at    TEXT             CHECK (declared_at LIKE '____-__-__ __:__:__%+00:00'),
    submitted_at   TEXT             CHECK (submitted_at LIKE '____-__-__ __:__:__%+00:00'),
    recused_at     TEXT             CHECK (recused_at LIKE '____-__-__ __:__:__%+00:00'),
    created_at     TEXT    NOT NULL CHECK (created_at LIKE '____-__-__ __:__:__%+00:00'),
    updated_at     TEXT    NOT NULL CHECK (updated_at LIKE '____-__-__ __:__:__%+00:00'),
    CHECK ((state = 'RECUSED') = (recused_at IS NOT NULL)),
    CHECK (state <> 'SUBMITTED' OR submitted_at IS NOT NULL),
    CHECK (state NOT IN ('OPEN', 'SUBMITTED') OR declared_at IS NOT NULL),
    UNIQUE (application_id, stage, expert_id),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
CREATE INDEX reviews_stage ON reviews (batch_id, stage, application_id);
CREATE INDEX reviews_expert ON reviews (expert_id, state);

-- What was handed in, reopened, recused, explained: kept for good, so that an old score is never lost.
CREATE TABLE review_events (
    review_id  TEXT    NOT NULL REFERENCES reviews (id),
    seq        INTEGER NOT NULL CHECK (seq >= 1),
    batch_id   TEXT    NOT NULL,
    kind       TEXT    NOT NULL CHECK (kind IN ('declare', 'submit', 'recuse', 'reopen', 'explain')),
    sheet      TEXT    NOT NULL,
    total      INTEGER NOT NULL CHECK (total BETWEEN 0 AND 10000),
    reason     TEXT    NOT NULL CHECK (length(reason) <= 2000),
    account_id TEXT    NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name       TEXT    NOT NULL CHECK (length(name) <= 200),
    at         TEXT    NOT NULL CHECK (at LIKE '____-__-__ __:__:__%+00:00'),
    PRIMARY KEY (review_id, seq)
) STRICT;
-- +goose StatementBegin
CREATE TRIGGER review_events_appended_update BEFORE UPDATE ON review_events
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of review_events');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER review_events_appended_delete BEFORE DELETE ON review_events
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of review_events');
END;
-- +goose StatementEnd

CREATE TABLE results (
    application_id TEXT    NOT NULL,
    kind           TEXT    NOT NULL CHECK (kind IN ('WRITTEN', 'DEFENCE', 'COMPOSITE')),
    batch_id       TEXT    NOT NULL,
    points         INTEGER CHECK (points BETWEEN 0 AND 10000),
    body           TEXT    NOT NULL,
    pack_version   INTEGER NOT NULL CHECK (pack_version >= 1),
    kept_at        TEXT    NOT NULL CHECK (kept_at LIKE '____-__-__ __:__:__%+00:00'),
    kept_by        TEXT    NOT NULL CHECK (length(kept_by) BETWEEN 1 AND 64),
    PRIMARY KEY (application_id, kind),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
CREATE INDEX results_batch ON results (batch_id, kind);
-- +goose StatementBegin
CREATE TRIGGER results_appended_update BEFORE UPDATE ON results
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of results');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER results_appended_delete BEFORE DELETE ON results
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of results');
END;
-- +goose StatementEnd

CREATE TABLE rankings (
    batch_id  TEXT    NOT NULL REFERENCES batches (id),
    number    INTEGER NOT NULL CHECK (number >= 1),
    seed      TEXT    NOT NULL CHECK (length(seed) <= 200),
    places    TEXT    NOT NULL,
    digest    TEXT    NOT NULL CHECK (length(digest) = 64),
    locked_by TEXT    NOT NULL CHECK (length(locked_by) BETWEEN 1 AND 64),
    name      TEXT    NOT NULL CHECK (length(name) <= 200),
    locked_at TEXT    NOT NULL CHECK (locked_at LIKE '____-__-__ __:__:__%+00:00'),
    PRIMARY KEY (batch_id, number)
) STRICT;
-- +goose StatementBegin
CREATE TRIGGER rankings_appended_update BEFORE UPDATE ON rankings
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of rankings');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER rankings_appended_delete BEFORE DELETE ON rankings
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of rankings');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE rankings;
DROP TABLE results;
DROP TABLE review_events;
DROP TABLE reviews;
DROP TABLE draws;
DROP TABLE experts;
ALTER TABLE batches DROP COLUMN review_pack;
