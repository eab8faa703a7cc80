-- +goose Up
-- 视频答辩: one drawn place for each application.
CREATE TABLE defences (
    application_id TEXT    NOT NULL PRIMARY KEY,
    batch_id       TEXT    NOT NULL,
    place          BIGINT NOT NULL CHECK (place >= 1),
    seed           TEXT    NOT NULL CHECK (length(seed) BETWEEN 1 AND 200),
    meeting_at     TIMESTAMPTZ,
    attendance     TEXT    NOT NULL,
    minutes        TEXT    NOT NULL CHECK (length(minutes) <= 2000),
    held_at        TIMESTAMPTZ,
    version        BIGINT NOT NULL CHECK (version >= 1),
    updated_at     TIMESTAMPTZ NOT NULL,
    UNIQUE (batch_id, place),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);

-- 现场核查单.
CREATE TABLE site_checks (
    application_id TEXT    NOT NULL PRIMARY KEY,
    batch_id       TEXT    NOT NULL,
    checked_on     TEXT    NOT NULL CHECK (length(checked_on) IN (0, 10)),
    items          TEXT    NOT NULL,
    verdict        TEXT    NOT NULL CHECK (verdict IN ('', 'PASS', 'ISSUES', 'FAIL')),
    deduction      BIGINT NOT NULL CHECK (deduction BETWEEN 0 AND 10000),
    comment        TEXT    NOT NULL CHECK (length(comment) <= 2000),
    version        BIGINT NOT NULL CHECK (version >= 1),
    submitted_at   TIMESTAMPTZ,
    submitted_by   TEXT    NOT NULL CHECK (length(submitted_by) <= 64),
    updated_at     TIMESTAMPTZ NOT NULL,
    CHECK (submitted_at IS NULL OR (verdict <> '' AND checked_on <> '')),
    CHECK (verdict = 'ISSUES' OR deduction = 0),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);

CREATE TABLE site_inspectors (
    application_id TEXT NOT NULL REFERENCES site_checks (application_id),
    account_id     TEXT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (application_id, account_id)
);
CREATE INDEX site_inspectors_account ON site_inspectors (account_id);

CREATE TABLE site_photos (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT    NOT NULL REFERENCES site_checks (application_id),
    batch_id       TEXT    NOT NULL,
    item           TEXT    NOT NULL CHECK (length(item) BETWEEN 1 AND 32),
    file_name      TEXT    NOT NULL CHECK (length(file_name) BETWEEN 1 AND 500),
    size           BIGINT NOT NULL CHECK (size >= 0),
    media_type     TEXT    NOT NULL CHECK (length(media_type) BETWEEN 1 AND 200),
    sha256         TEXT    NOT NULL REFERENCES blobs (sha256),
    uploaded_by    TEXT    NOT NULL CHECK (length(uploaded_by) BETWEEN 1 AND 64),
    uploaded_name  TEXT    NOT NULL CHECK (length(uploaded_name) <= 200),
    uploaded_at    TIMESTAMPTZ NOT NULL
);
CREATE INDEX site_photos_application ON site_photos (application_id, uploaded_at);
CREATE INDEX site_photos_blob ON site_photos (sha256);

-- +goose Down
DROP TABLE site_photos;
DROP TABLE site_inspectors;
DROP TABLE site_checks;
DROP TABLE defences;
