-- +goose Up
CREATE TABLE notices (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    batch_id   TEXT    NOT NULL REFERENCES batches (id),
    number     INTEGER NOT NULL CHECK (number >= 1),
    state      TEXT    NOT NULL CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED')),
    title      TEXT    NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    body       TEXT    NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
    channel    TEXT    NOT NULL CHECK (length(channel) <= 200),
    phone      TEXT    NOT NULL CHECK (length(phone) <= 64),
    entries    TEXT    NOT NULL,
    opens_at   TEXT             CHECK (opens_at LIKE '____-__-__ __:__:__%+00:00'),
    closes_at  TEXT             CHECK (closes_at LIKE '____-__-__ __:__:__%+00:00'),
    closed_at  TEXT             CHECK (closed_at LIKE '____-__-__ __:__:__%+00:00'),
    version    INTEGER NOT NULL CHECK (version >= 1),
    created_by TEXT    NOT NULL CHECK (length(created_by) BETWEEN 1 AND 64),
    created_at TEXT    NOT NULL CHECK (created_at LIKE '____-__-__ __:__:__%+00:00'),
    updated_at TEXT    NOT NULL CHECK (updated_at LIKE '____-__-__ __:__:__%+00:00'),
    CHECK (state = 'DRAFT' OR (opens_at IS NOT NULL AND closes_at > opens_at)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK (closed_at IS NULL OR closed_at >= closes_at),
    UNIQUE (batch_id, number)
) STRICT;

-- Which applications a notice names, for looking them up; the list people read is notices.entries.
CREATE TABLE notice_applications (
    notice_id      TEXT NOT NULL REFERENCES notices (id),
    application_id TEXT NOT NULL,
    batch_id       TEXT NOT NULL,
    PRIMARY KEY (notice_id, application_id),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
CREATE INDEX notice_applications_application ON notice_applications (application_id);

CREATE TABLE objections (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    receipt_no     TEXT    NOT NULL UNIQUE CHECK (length(receipt_no) BETWEEN 1 AND 64),
    notice_id      TEXT    NOT NULL REFERENCES notices (id),
    batch_id       TEXT    NOT NULL,
    application_id TEXT    NOT NULL CHECK (length(application_id) <= 64),
    text           TEXT    NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
    contact        TEXT    NOT NULL CHECK (length(contact) <= 200),
    filed_at       TEXT    NOT NULL CHECK (filed_at LIKE '____-__-__ __:__:__%+00:00'),
    answer         TEXT    NOT NULL CHECK (length(answer) <= 5000),
    upheld         INTEGER CHECK (upheld IN (0, 1)),
    handled_by     TEXT    NOT NULL CHECK (length(handled_by) <= 64),
    handled_name   TEXT    NOT NULL CHECK (length(handled_name) <= 200),
    handled_at     TEXT             CHECK (handled_at LIKE '____-__-__ __:__:__%+00:00'),
    version        INTEGER NOT NULL CHECK (version >= 1),
    CHECK ((upheld IS NULL) = (handled_at IS NULL)),
    CHECK (upheld IS NULL OR answer <> '')
) STRICT;
CREATE INDEX objections_notice ON objections (notice_id, filed_at);

CREATE TABLE awards (
    application_id TEXT    NOT NULL PRIMARY KEY,
    batch_id       TEXT    NOT NULL,
    doc_no         TEXT    NOT NULL CHECK (length(doc_no) BETWEEN 1 AND 200),
    amount         INTEGER NOT NULL CHECK (amount > 0),
    notice_id      TEXT    NOT NULL REFERENCES notices (id),
    awarded_by     TEXT    NOT NULL CHECK (length(awarded_by) BETWEEN 1 AND 64),
    awarded_at     TEXT    NOT NULL CHECK (awarded_at LIKE '____-__-__ __:__:__%+00:00'),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
-- +goose StatementBegin
CREATE TRIGGER awards_appended_update BEFORE UPDATE ON awards
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of awards');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER awards_appended_delete BEFORE DELETE ON awards
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of awards');
END;
-- +goose StatementEnd

-- 政策推演: apart from everything that decides.
CREATE TABLE simulations (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    batch_id   TEXT    NOT NULL REFERENCES batches (id),
    title      TEXT    NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    patch      TEXT    NOT NULL,
    result     TEXT    NOT NULL,
    created_by TEXT    NOT NULL CHECK (length(created_by) BETWEEN 1 AND 64),
    name       TEXT    NOT NULL CHECK (length(name) <= 200),
    created_at TEXT    NOT NULL CHECK (created_at LIKE '____-__-__ __:__:__%+00:00')
) STRICT;
CREATE INDEX simulations_batch ON simulations (batch_id, created_at);
-- +goose StatementBegin
CREATE TRIGGER simulations_appended_update BEFORE UPDATE ON simulations
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of simulations');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER simulations_appended_delete BEFORE DELETE ON simulations
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of simulations');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE simulations;
DROP TABLE awards;
DROP TABLE objections;
DROP TABLE notice_applications;
DROP TABLE notices;
