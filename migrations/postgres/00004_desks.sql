-- +goose Up
CREATE TABLE signatures (
    id             TEXT        NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT        NOT NULL,
    batch_id       TEXT        NOT NULL,
    action         TEXT        NOT NULL CHECK (length(action) BETWEEN 1 AND 32),
    round          BIGINT      NOT NULL CHECK (round >= 0),
    snapshot_no    BIGINT      NOT NULL CHECK (snapshot_no >= 0),
    role           TEXT        NOT NULL CHECK (length(role) BETWEEN 1 AND 32),
    account_id     TEXT        NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name           TEXT        NOT NULL CHECK (length(name) <= 200),
    opinion        TEXT        NOT NULL CHECK (length(opinion) <= 2000),
    input          TEXT        NOT NULL,
    signed_at      TIMESTAMPTZ NOT NULL,
    voided_at      TIMESTAMPTZ,
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE UNIQUE INDEX signatures_live ON signatures (application_id, round, action, role) WHERE voided_at IS NULL;

-- A signature is never changed or removed; it may be voided, once.
-- +goose StatementBegin
CREATE FUNCTION refuse_signature_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.voided_at IS NOT NULL OR NEW.voided_at IS NULL OR to_jsonb(NEW) - 'voided_at' <> to_jsonb(OLD) - 'voided_at' THEN
        RAISE EXCEPTION 'append-only: UPDATE of signatures' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
-- +goose StatementEnd
CREATE TRIGGER signatures_voided_once BEFORE UPDATE ON signatures FOR EACH ROW EXECUTE FUNCTION refuse_signature_change();
CREATE TRIGGER signatures_appended BEFORE DELETE OR TRUNCATE ON signatures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE return_slips (
    id             TEXT        NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 128),
    application_id TEXT        NOT NULL,
    batch_id       TEXT        NOT NULL,
    round          BIGINT      NOT NULL CHECK (round >= 0),
    by_role        TEXT        NOT NULL CHECK (length(by_role) BETWEEN 1 AND 32),
    by_name        TEXT        NOT NULL CHECK (length(by_name) <= 200),
    opinion        TEXT        NOT NULL CHECK (length(opinion) <= 2000),
    items          TEXT        NOT NULL,
    due_at         TIMESTAMPTZ NOT NULL,
    returned_at    TIMESTAMPTZ NOT NULL,
    answered_at    TIMESTAMPTZ,
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE UNIQUE INDEX return_slips_open ON return_slips (application_id) WHERE answered_at IS NULL;
CREATE INDEX return_slips_application ON return_slips (application_id, returned_at);

CREATE TABLE waivers (
    id             TEXT        NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT        NOT NULL,
    batch_id       TEXT        NOT NULL,
    rule           TEXT        NOT NULL CHECK (length(rule) BETWEEN 1 AND 16),
    reason         TEXT        NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
    doc_no         TEXT        NOT NULL CHECK (length(doc_no) BETWEEN 1 AND 200),
    granted_by     TEXT        NOT NULL CHECK (length(granted_by) BETWEEN 1 AND 64),
    granted_name   TEXT        NOT NULL CHECK (length(granted_name) <= 200),
    granted_at     TIMESTAMPTZ NOT NULL,
    expires_at     TIMESTAMPTZ,
    superseded_at  TIMESTAMPTZ,
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE UNIQUE INDEX waivers_live ON waivers (application_id, rule) WHERE superseded_at IS NULL;

CREATE TABLE confirmations (
    id             TEXT        NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT        NOT NULL,
    batch_id       TEXT        NOT NULL,
    line           TEXT        NOT NULL CHECK (length(line) BETWEEN 1 AND 200),
    department     TEXT        NOT NULL CHECK (length(department) <= 200),
    amount         BIGINT      NOT NULL CHECK (amount BETWEEN -9007199254740 AND 9007199254740),
    account_id     TEXT        NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name           TEXT        NOT NULL CHECK (length(name) <= 200),
    confirmed_at   TIMESTAMPTZ NOT NULL,
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE INDEX confirmations_application ON confirmations (application_id, confirmed_at);

CREATE TABLE steps (
    application_id TEXT        NOT NULL,
    seq            BIGINT      NOT NULL CHECK (seq >= 1),
    batch_id       TEXT        NOT NULL,
    action         TEXT        NOT NULL CHECK (length(action) BETWEEN 1 AND 32),
    from_state     TEXT        NOT NULL CHECK (length(from_state) BETWEEN 1 AND 32),
    to_state       TEXT        NOT NULL CHECK (length(to_state) BETWEEN 1 AND 32),
    role           TEXT        NOT NULL CHECK (length(role) BETWEEN 1 AND 32),
    account_id     TEXT        NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name           TEXT        NOT NULL CHECK (length(name) <= 200),
    opinion        TEXT        NOT NULL CHECK (length(opinion) <= 2000),
    snapshot_no    BIGINT      NOT NULL CHECK (snapshot_no >= 0),
    pack_version   BIGINT      NOT NULL CHECK (pack_version >= 0),
    blocked        TEXT        NOT NULL,
    happened_at    TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (application_id, seq),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE INDEX steps_account ON steps (account_id, happened_at);
CREATE TRIGGER steps_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- +goose Down
DROP TABLE steps;
DROP TABLE confirmations;
DROP TABLE waivers;
DROP TABLE return_slips;
DROP TABLE signatures;
DROP FUNCTION refuse_signature_change();
