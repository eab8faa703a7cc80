-- +goose Up
-- 项目变更申请: the approved plan as it would read. What is asked for never changes; state and verdict do. At most one of an application is open.
CREATE TABLE plan_changes (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT    NOT NULL REFERENCES fund_accounts (application_id),
    batch_id       TEXT    NOT NULL,
    number         INTEGER NOT NULL CHECK (number >= 1),
    state          TEXT    NOT NULL CHECK (state IN ('PROPOSED', 'SIGNED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    base           INTEGER NOT NULL,
    reason         TEXT    NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    kinds          TEXT    NOT NULL,
    body           TEXT    NOT NULL,
    digest         TEXT    NOT NULL CHECK (length(digest) = 64),
    differences    TEXT    NOT NULL,
    city_reasons   TEXT    NOT NULL,
    findings       TEXT    NOT NULL,
    pack_version   INTEGER NOT NULL CHECK (pack_version >= 1),
    version        INTEGER NOT NULL CHECK (version >= 1),
    UNIQUE (application_id, number),
    FOREIGN KEY (application_id, base) REFERENCES fund_plans (application_id, version)
) STRICT;
CREATE UNIQUE INDEX plan_changes_open ON plan_changes (application_id) WHERE state IN ('PROPOSED', 'SIGNED');
-- +goose StatementBegin
CREATE TRIGGER plan_changes_asked BEFORE UPDATE OF id, application_id, batch_id, number, base, reason, kinds, body, digest, differences ON plan_changes
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of plan_changes');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER plan_changes_kept BEFORE DELETE ON plan_changes
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of plan_changes');
END;
-- +goose StatementEnd

-- Who did what to a change. Whoever proposed it does not sign it, and whoever signed it does not approve it.
CREATE TABLE plan_change_steps (
    change_id  TEXT        NOT NULL REFERENCES plan_changes (id),
    number     INTEGER     NOT NULL CHECK (number >= 1),
    action     TEXT        NOT NULL CHECK (action IN ('propose', 'sign', 'approve', 'reject', 'withdraw')),
    from_state TEXT        NOT NULL,
    to_state   TEXT        NOT NULL,
    role       TEXT        NOT NULL CHECK (length(role) BETWEEN 1 AND 32),
    account_id TEXT        NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name       TEXT        NOT NULL CHECK (length(name) <= 200),
    opinion    TEXT        NOT NULL CHECK (length(opinion) <= 2000),
    happened_at TEXT NOT NULL CHECK (happened_at LIKE '____-__-__ __:__:__%+00:00'),
    CHECK (opinion <> '' OR action IN ('sign', 'approve')),
    PRIMARY KEY (change_id, number)
) STRICT;
CREATE UNIQUE INDEX plan_change_steps_apart ON plan_change_steps (change_id, account_id) WHERE action <> 'withdraw';
-- +goose StatementBegin
CREATE TRIGGER plan_change_steps_appended_update BEFORE UPDATE ON plan_change_steps
BEGIN
    SELECT RAISE(ABORT, 'append-only: UPDATE of plan_change_steps');
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER plan_change_steps_appended_delete BEFORE DELETE ON plan_change_steps
BEGIN
    SELECT RAISE(ABORT, 'append-only: DELETE of plan_change_steps');
END;
-- +goose StatementEnd

-- One change makes at most one version of the plan, and every version but the first comes from one.
CREATE UNIQUE INDEX fund_plans_change ON fund_plans (change_id) WHERE change_id <> '';

-- +goose Down
DROP INDEX fund_plans_change;
DROP TABLE plan_change_steps;
DROP TABLE plan_changes;
