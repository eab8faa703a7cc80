-- +goose Up
CREATE TABLE notices (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    batch_id   TEXT    NOT NULL REFERENCES batches (id),
    number     BIGINT NOT NULL CHECK (number >= 1),
    state      TEXT    NOT NULL CHECK (state IN ('DRAFT', 'OPEN', 'CLOSED')),
    title      TEXT    NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    body       TEXT    NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
    channel    TEXT    NOT NULL CHECK (length(channel) <= 200),
    phone      TEXT    NOT NULL CHECK (length(phone) <= 64),
    entries    TEXT    NOT NULL,
    opens_at   TIMESTAMPTZ,
    closes_at  TIMESTAMPTZ,
    closed_at  TIMESTAMPTZ,
    version    BIGINT NOT NULL CHECK (version >= 1),
    created_by TEXT    NOT NULL CHECK (length(created_by) BETWEEN 1 AND 64),
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CHECK (state = 'DRAFT' OR (opens_at IS NOT NULL AND closes_at > opens_at)),
    CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK (closed_at IS NULL OR closed_at >= closes_at),
    UNIQUE (batch_id, number)
);

-- Which applications a notice names, for looking them up; the list people read is notices.entries.
CREATE TABLE notice_applications (
    notice_id      TEXT NOT NULL REFERENCES notices (id),
    application_id TEXT NOT NULL,
    batch_id       TEXT NOT NULL,
    PRIMARY KEY (notice_id, application_id),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE INDEX notice_applications_application ON notice_applications (application_id);

CREATE TABLE objections (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    receipt_no     TEXT    NOT NULL UNIQUE CHECK (length(receipt_no) BETWEEN 1 AND 64),
    notice_id      TEXT    NOT NULL REFERENCES notices (id),
    batch_id       TEXT    NOT NULL,
    application_id TEXT    NOT NULL CHECK (length(application_id) <= 64),
    text           TEXT    NOT NULL CHECK (length(text) BETWEEN 1 AND 5000),
    contact        TEXT    NOT NULL CHECK (length(contact) <= 200),
    filed_at       TIMESTAMPTZ NOT NULL,
    answer         TEXT    NOT NULL CHECK (length(answer) <= 5000),
    upheld         BOOLEAN,
    handled_by     TEXT    NOT NULL CHECK (length(handled_by) <= 64),
    handled_name   TEXT    NOT NULL CHECK (length(handled_name) <= 200),
    handled_at     TIMESTAMPTZ,
    version        BIGINT NOT NULL CHECK (version >= 1),
    CHECK ((upheld IS NULL) = (handled_at IS NULL)),
    CHECK (upheld IS NULL OR answer <> '')
);
CREATE INDEX objections_notice ON objections (notice_id, filed_at);

CREATE TABLE awards (
    application_id TEXT    NOT NULL PRIMARY KEY,
    batch_id       TEXT    NOT NULL,
    doc_no         TEXT    NOT NULL CHECK (length(doc_no) BETWEEN 1 AND 200),
    amount         BIGINT NOT NULL CHECK (amount > 0),
    notice_id      TEXT    NOT NULL REFERENCES notices (id),
    awarded_by     TEXT    NOT NULL CHECK (length(awarded_by) BETWEEN 1 AND 64),
    awarded_at     TIMESTAMPTZ NOT NULL,
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE TRIGGER awards_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON awards FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- 政策推演: apart from everything that decides.
CREATE TABLE simulations (
    id         TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    batch_id   TEXT    NOT NULL REFERENCES batches (id),
    title      TEXT    NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    patch      TEXT    NOT NULL,
    result     TEXT    NOT NULL,
    created_by TEXT    NOT NULL CHECK (length(created_by) BETWEEN 1 AND 64),
    name       TEXT    NOT NULL CHECK (length(name) <= 200),
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX simulations_batch ON simulations (batch_id, created_at);
CREATE TRIGGER simulations_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON simulations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- +goose Down
DROP TABLE simulations;
DROP TABLE awards;
DROP TABLE objections;
DROP TABLE notice_applications;
DROP TABLE notices;
