-- +goose Up
-- The account of one award's money. Its row is the lock under which everything about that money happens.
CREATE TABLE fund_accounts (
    application_id TEXT   NOT NULL PRIMARY KEY REFERENCES awards (application_id),
    batch_id       TEXT   NOT NULL,
    version        BIGINT NOT NULL CHECK (version >= 1),
    award          BIGINT NOT NULL CHECK (award > 0),
    plan_version   BIGINT NOT NULL CHECK (plan_version >= 1),
    entries        BIGINT NOT NULL CHECK (entries >= 0),
    arrival_due    TIMESTAMPTZ  NOT NULL,
    judged_at      TIMESTAMPTZ,
    opened_at      TIMESTAMPTZ  NOT NULL,
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE INDEX fund_accounts_due ON fund_accounts (arrival_due);

-- The approved plan keeps its versions: the first is the snapshot the award was made on, each later one an approved change.
CREATE TABLE fund_plans (
    application_id TEXT   NOT NULL REFERENCES fund_accounts (application_id),
    version        BIGINT NOT NULL CHECK (version >= 1),
    batch_id       TEXT   NOT NULL,
    body           TEXT   NOT NULL,
    digest         TEXT   NOT NULL CHECK (length(digest) = 64),
    pack_version   BIGINT NOT NULL CHECK (pack_version >= 1),
    findings       TEXT   NOT NULL,
    change_id      TEXT   NOT NULL CHECK (length(change_id) <= 64),
    approved_city  BOOLEAN NOT NULL,
    approved_by    TEXT   NOT NULL CHECK (length(approved_by) BETWEEN 1 AND 64),
    approved_at    TIMESTAMPTZ  NOT NULL,
    PRIMARY KEY (application_id, version)
);
CREATE TRIGGER fund_plans_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_plans FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- allocated ≤ awarded, per line of the plan. What waits for confirmation is taken already.
CREATE TABLE fund_lines (
    application_id TEXT    NOT NULL REFERENCES fund_accounts (application_id),
    line           TEXT    NOT NULL CHECK (length(line) BETWEEN 1 AND 128),
    batch_id       TEXT    NOT NULL,
    place          BIGINT  NOT NULL CHECK (place >= 1),
    source         TEXT    NOT NULL CHECK (length(source) BETWEEN 1 AND 32),
    levels         TEXT    NOT NULL CHECK (length(levels) <= 64),
    department     TEXT    NOT NULL CHECK (length(department) <= 200),
    programme      TEXT    NOT NULL CHECK (length(programme) <= 500),
    committed      BOOLEAN NOT NULL,
    ceiling        BIGINT  NOT NULL CHECK (ceiling >= 0),
    allocated      BIGINT  NOT NULL CHECK (allocated >= 0),
    CHECK (allocated <= ceiling),
    PRIMARY KEY (application_id, line)
);

-- allocated ≤ planned, per line and project.
CREATE TABLE fund_shares (
    application_id TEXT   NOT NULL,
    line           TEXT   NOT NULL,
    project        TEXT   NOT NULL CHECK (length(project) BETWEEN 1 AND 64),
    planned        BIGINT NOT NULL CHECK (planned >= 0),
    allocated      BIGINT NOT NULL CHECK (allocated >= 0),
    CHECK (allocated <= planned),
    PRIMARY KEY (application_id, line, project),
    FOREIGN KEY (application_id, line) REFERENCES fund_lines (application_id, line)
);

-- spent ≤ disbursed ≤ allocated, per line, level and project. *_in and *_out are reserved by entries that wait for confirmation, counted so
-- that neither confirming nor rejecting any of them can break a limit.
CREATE TABLE fund_cells (
    application_id TEXT   NOT NULL,
    line           TEXT   NOT NULL,
    level          TEXT   NOT NULL CHECK (level IN ('', 'CENTRAL', 'PROVINCE', 'CITY', 'COUNTY')),
    project        TEXT   NOT NULL,
    allocated      BIGINT NOT NULL CHECK (allocated >= 0),
    disbursed      BIGINT NOT NULL CHECK (disbursed >= 0),
    spent          BIGINT NOT NULL CHECK (spent >= 0),
    allocated_in   BIGINT NOT NULL CHECK (allocated_in >= 0),
    disbursed_in   BIGINT NOT NULL CHECK (disbursed_in >= 0),
    spent_in       BIGINT NOT NULL CHECK (spent_in >= 0),
    allocated_out  BIGINT NOT NULL CHECK (allocated_out >= 0),
    disbursed_out  BIGINT NOT NULL CHECK (disbursed_out >= 0),
    spent_out      BIGINT NOT NULL CHECK (spent_out >= 0),
    CHECK (disbursed + disbursed_in <= allocated - allocated_out),
    CHECK (spent + spent_in <= disbursed - disbursed_out),
    CHECK (spent_out <= spent),
    PRIMARY KEY (application_id, line, level, project),
    FOREIGN KEY (application_id, line, project) REFERENCES fund_shares (application_id, line, project)
);

-- Entries are only added. A correction is an entry that names the one it undoes; only a rejected one may be tried again.
CREATE TABLE fund_entries (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT    NOT NULL REFERENCES fund_accounts (application_id),
    batch_id       TEXT    NOT NULL,
    number         BIGINT  NOT NULL CHECK (number >= 1),
    key            TEXT    NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
    digest         TEXT    NOT NULL CHECK (length(digest) = 64),
    seal           TEXT    NOT NULL CHECK (length(seal) = 64),
    kind           TEXT    NOT NULL CHECK (kind IN ('ALLOCATE', 'DISBURSE', 'SPEND', 'REFUND', 'GIVE_BACK', 'RECALL', 'REVERSE')),
    line           TEXT    NOT NULL,
    level          TEXT    NOT NULL CHECK (level IN ('', 'CENTRAL', 'PROVINCE', 'CITY', 'COUNTY')),
    layer          TEXT    NOT NULL CHECK (layer IN ('ALLOCATED', 'DISBURSED', 'SPENT')),
    adds           BOOLEAN NOT NULL,
    dated          TEXT    NOT NULL CHECK (dated LIKE '____-__-__'),
    doc_no         TEXT    NOT NULL CHECK (length(doc_no) BETWEEN 1 AND 200),
    payee          TEXT    NOT NULL CHECK (length(payee) <= 200),
    amount         BIGINT  NOT NULL CHECK (amount > 0),
    reason         TEXT    NOT NULL CHECK (length(reason) <= 2000),
    reverses       TEXT    REFERENCES fund_entries (id),
    attempt        BIGINT  NOT NULL CHECK (attempt >= 0),
    waits          BOOLEAN NOT NULL,
    role           TEXT    NOT NULL CHECK (length(role) BETWEEN 1 AND 32),
    account_id     TEXT    NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name           TEXT    NOT NULL CHECK (length(name) <= 200),
    entered_at     TIMESTAMPTZ   NOT NULL,
    CHECK ((kind = 'REVERSE') = (reverses IS NOT NULL)),
    CHECK (kind <> 'REVERSE' OR reason <> ''),
    UNIQUE (application_id, number),
    UNIQUE (application_id, key),
    UNIQUE (reverses, attempt),
    FOREIGN KEY (application_id, line) REFERENCES fund_lines (application_id, line)
);
CREATE INDEX fund_entries_batch ON fund_entries (batch_id, dated);
CREATE TRIGGER fund_entries_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE fund_parts (
    entry_id TEXT   NOT NULL REFERENCES fund_entries (id),
    project  TEXT   NOT NULL,
    amount   BIGINT NOT NULL CHECK (amount > 0),
    PRIMARY KEY (entry_id, project)
);
CREATE TRIGGER fund_parts_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_parts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The second pair of eyes: another account than the one that entered it, once.
CREATE TABLE fund_decisions (
    entry_id   TEXT    NOT NULL PRIMARY KEY REFERENCES fund_entries (id),
    confirmed  BOOLEAN NOT NULL,
    reason     TEXT    NOT NULL CHECK (length(reason) <= 2000),
    role       TEXT    NOT NULL CHECK (length(role) BETWEEN 1 AND 32),
    account_id TEXT    NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name       TEXT    NOT NULL CHECK (length(name) <= 200),
    decided_at TIMESTAMPTZ   NOT NULL,
    CHECK (confirmed OR reason <> '')
);
CREATE TRIGGER fund_decisions_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE fund_vouchers (
    id             TEXT   NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT   NOT NULL REFERENCES fund_accounts (application_id),
    batch_id       TEXT   NOT NULL,
    file_name      TEXT   NOT NULL CHECK (length(file_name) BETWEEN 1 AND 500),
    size           BIGINT NOT NULL CHECK (size >= 0),
    media_type     TEXT   NOT NULL CHECK (length(media_type) BETWEEN 1 AND 200),
    sha256         TEXT   NOT NULL REFERENCES blobs (sha256),
    uploaded_by    TEXT   NOT NULL CHECK (length(uploaded_by) BETWEEN 1 AND 64),
    uploaded_name  TEXT   NOT NULL CHECK (length(uploaded_name) <= 200),
    uploaded_at    TIMESTAMPTZ  NOT NULL
);
CREATE INDEX fund_vouchers_application ON fund_vouchers (application_id, uploaded_at);
CREATE INDEX fund_vouchers_blob ON fund_vouchers (sha256);

CREATE TABLE fund_entry_vouchers (
    entry_id   TEXT NOT NULL REFERENCES fund_entries (id),
    voucher_id TEXT NOT NULL REFERENCES fund_vouchers (id),
    PRIMARY KEY (entry_id, voucher_id)
);
CREATE INDEX fund_entry_vouchers_voucher ON fund_entry_vouchers (voucher_id);
CREATE TRIGGER fund_entry_vouchers_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_entry_vouchers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Closed periods: nothing may be dated on or before the newest.
CREATE TABLE fund_periods (
    batch_id  TEXT  NOT NULL REFERENCES batches (id),
    through   TEXT  NOT NULL CHECK (through LIKE '____-__-__'),
    closed_by TEXT  NOT NULL CHECK (length(closed_by) BETWEEN 1 AND 64),
    name      TEXT  NOT NULL CHECK (length(name) <= 200),
    closed_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (batch_id, through)
);
CREATE TRIGGER fund_periods_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_periods FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 督办单: opened by the program when a rule that passed on paper fails on what arrived.
CREATE TABLE supervision_orders (
    id             TEXT   NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT   NOT NULL REFERENCES fund_accounts (application_id),
    batch_id       TEXT   NOT NULL,
    number         BIGINT NOT NULL CHECK (number >= 1),
    rule           TEXT   NOT NULL CHECK (length(rule) BETWEEN 1 AND 16),
    cause          TEXT   NOT NULL CHECK (length(cause) BETWEEN 1 AND 2000),
    state          TEXT   NOT NULL CHECK (state IN ('OPEN', 'ANSWERED', 'CLOSED')),
    opened_at      TIMESTAMPTZ  NOT NULL,
    recovered_at   TIMESTAMPTZ,
    answer         TEXT   NOT NULL CHECK (length(answer) <= 5000),
    answered_by    TEXT   NOT NULL CHECK (length(answered_by) <= 64),
    answered_name  TEXT   NOT NULL CHECK (length(answered_name) <= 200),
    answered_at    TIMESTAMPTZ,
    opinion        TEXT   NOT NULL CHECK (length(opinion) <= 5000),
    closed_by      TEXT   NOT NULL CHECK (length(closed_by) <= 64),
    closed_name    TEXT   NOT NULL CHECK (length(closed_name) <= 200),
    closed_at      TIMESTAMPTZ,
    version        BIGINT NOT NULL CHECK (version >= 1),
    CHECK ((state = 'OPEN') = (answered_at IS NULL)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK (state <> 'CLOSED' OR (recovered_at IS NOT NULL AND closed_by <> answered_by)),
    UNIQUE (application_id, number)
);
CREATE UNIQUE INDEX supervision_orders_live ON supervision_orders (application_id, rule) WHERE state <> 'CLOSED';

-- +goose Down
DROP TABLE supervision_orders;
DROP TABLE fund_periods;
DROP TABLE fund_entry_vouchers;
DROP TABLE fund_vouchers;
DROP TABLE fund_decisions;
DROP TABLE fund_parts;
DROP TABLE fund_entries;
DROP TABLE fund_cells;
DROP TABLE fund_shares;
DROP TABLE fund_lines;
DROP TABLE fund_plans;
DROP TABLE fund_accounts;
