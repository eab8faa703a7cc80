-- +goose Up
CREATE TABLE signatures (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT    NOT NULL,
    batch_id       TEXT    NOT NULL,
    action         TEXT    NOT NULL CHECK (length(action) BETWEEN 1 AND 32),
    round          INTEGER NOT NULL CHECK (round >= 0),
    snapshot_no    INTEGER NOT NULL CHECK (snapshot_no >= 0),
    role           TEXT    NOT NULL CHECK (length(role) BETWEEN 1 AND 32),
    account_id     TEXT    NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name           TEXT    NOT NULL CHECK (length(name) <= 200),
    opinion        TEXT    NOT NULL CHECK (length(opinion) <= 2000),
    input          TEXT    NOT NULL,
    signed_at      TEXT    NOT NULL CHECK (signed_at LIKE '____-__-__ __:__:__%+00:00'),
    voided_at      TEXT    CHECK (voided_at LIKE '____-__-__ __:__:__%+00:00'),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
CREATE UNIQUE INDEX signatures_live ON signatures (application_id, round, action, role) WHERE voided_at IS NULL;

-- A signature is never changed or removed; it may be voided, once.
-- +goose StatementBegin
CREATE TRIGGER signatures_voided_once BEFORE UPDATE ON signatures
    WHEN OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL
        OR NEW.id IS NOT OLD.id
        OR NEW.application_id IS NOT OLD.application_id
        OR NEW.batch_id IS NOT OLD.batch_id
        OR NEW.action IS NOT OLD.action
        OR NEW.round IS NOT OLD.round
        OR NEW.snapshot_no IS NOT OLD.snapshot_no
        OR NEW.role IS NOT OLD.role
        OR NEW.account_id IS NOT OLD.account_id
        OR NEW.name IS NOT OLD.name
        OR NEW.opinion IS NOT OLD.opinion
        OR NEW.input IS NOT OLD.input
        OR NEW.signed_at IS NOT OLD.signed_at
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of signatures');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER signatures_appended_delete BEFORE DELETE ON signatures
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of signatures');
END;
-- +goose StatementEnd

CREATE TABLE return_slips (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 128),
    application_id TEXT    NOT NULL,
    batch_id       TEXT    NOT NULL,
    round          INTEGER NOT NULL CHECK (round >= 0),
    by_role        TEXT    NOT NULL CHECK (length(by_role) BETWEEN 1 AND 32),
    by_name        TEXT    NOT NULL CHECK (length(by_name) <= 200),
    opinion        TEXT    NOT NULL CHECK (length(opinion) <= 2000),
    items          TEXT    NOT NULL,
    due_at         TEXT    NOT NULL CHECK (due_at LIKE '____-__-__ __:__:__%+00:00'),
    returned_at    TEXT    NOT NULL CHECK (returned_at LIKE '____-__-__ __:__:__%+00:00'),
    answered_at    TEXT    CHECK (answered_at LIKE '____-__-__ __:__:__%+00:00'),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
CREATE UNIQUE INDEX return_slips_open ON return_slips (application_id) WHERE answered_at IS NULL;
CREATE INDEX return_slips_application ON return_slips (application_id, returned_at);

CREATE TABLE waivers (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT    NOT NULL,
    batch_id       TEXT    NOT NULL,
    rule           TEXT    NOT NULL CHECK (length(rule) BETWEEN 1 AND 16),
    reason         TEXT    NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    doc_no         TEXT    NOT NULL CHECK (length(doc_no) BETWEEN 1 AND 200),
    granted_by     TEXT    NOT NULL CHECK (length(granted_by) BETWEEN 1 AND 64),
    granted_name   TEXT    NOT NULL CHECK (length(granted_name) <= 200),
    granted_at     TEXT    NOT NULL CHECK (granted_at LIKE '____-__-__ __:__:__%+00:00'),
    expires_at     TEXT    CHECK (expires_at LIKE '____-__-__ __:__:__%+00:00'),
    superseded_at  TEXT    CHECK (superseded_at LIKE '____-__-__ __:__:__%+00:00'),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
CREATE UNIQUE INDEX waivers_live ON waivers (application_id, rule) WHERE superseded_at IS NULL;

CREATE TABLE confirmations (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT    NOT NULL,
    batch_id       TEXT    NOT NULL,
    line           TEXT    NOT NULL CHECK (length(line) BETWEEN 1 AND 200),
    department     TEXT    NOT NULL CHECK (length(department) <= 200),
    amount         INTEGER NOT NULL CHECK (amount BETWEEN -9007199254740 AND 9007199254740),
    account_id     TEXT    NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name           TEXT    NOT NULL CHECK (length(name) <= 200),
    confirmed_at   TEXT    NOT NULL CHECK (confirmed_at LIKE '____-__-__ __:__:__%+00:00'),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
CREATE INDEX confirmations_application ON confirmations (application_id, confirmed_at);

CREATE TABLE steps (
    application_id TEXT    NOT NULL,
    seq            INTEGER NOT NULL CHECK (seq >= 1),
    batch_id       TEXT    NOT NULL,
    action         TEXT    NOT NULL CHECK (length(action) BETWEEN 1 AND 32),
    from_state     TEXT    NOT NULL CHECK (length(from_state) BETWEEN 1 AND 32),
    to_state       TEXT    NOT NULL CHECK (length(to_state) BETWEEN 1 AND 32),
    role           TEXT    NOT NULL CHECK (length(role) BETWEEN 1 AND 32),
    account_id     TEXT    NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name           TEXT    NOT NULL CHECK (length(name) <= 200),
    opinion        TEXT    NOT NULL CHECK (length(opinion) <= 2000),
    snapshot_no    INTEGER NOT NULL CHECK (snapshot_no >= 0),
    pack_version   INTEGER NOT NULL CHECK (pack_version >= 0),
    blocked        TEXT    NOT NULL,
    happened_at    TEXT    NOT NULL CHECK (happened_at LIKE '____-__-__ __:__:__%+00:00'),
    PRIMARY KEY (application_id, seq),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
CREATE INDEX steps_account ON steps (account_id, happened_at);
-- +goose StatementBegin
CREATE TRIGGER steps_appended_update BEFORE UPDATE ON steps
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of steps');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER steps_appended_delete BEFORE DELETE ON steps
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of steps');
END;
-- +goose StatementEnd

-- +goose Down
DROP TABLE steps;
DROP TABLE confirmations;
DROP TABLE waivers;
DROP TABLE return_slips;
DROP TABLE signatures;
