-- +goose Up
-- A blob is one kept file content. Its row is the lock under which the bytes are placed and removed.
CREATE TABLE blobs (
    sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64)
);

CREATE TABLE attachments (
    id             TEXT        NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT        NOT NULL,
    batch_id       TEXT        NOT NULL,
    doc_id         TEXT        NOT NULL CHECK (length(doc_id) BETWEEN 1 AND 64),
    kind           TEXT        NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
    file_name      TEXT        NOT NULL CHECK (length(file_name) BETWEEN 1 AND 500),
    size           BIGINT      NOT NULL CHECK (size >= 0),
    media_type     TEXT        NOT NULL CHECK (length(media_type) BETWEEN 1 AND 200),
    sha256         TEXT        NOT NULL REFERENCES blobs (sha256),
    uploaded_by    TEXT        NOT NULL CHECK (length(uploaded_by) BETWEEN 1 AND 64),
    uploaded_name  TEXT        NOT NULL CHECK (length(uploaded_name) <= 200),
    uploaded_at    TIMESTAMPTZ NOT NULL,
    removed_at     TIMESTAMPTZ,
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE UNIQUE INDEX attachments_live ON attachments (application_id, doc_id) WHERE removed_at IS NULL;
CREATE INDEX attachments_application ON attachments (application_id, uploaded_at);
CREATE INDEX attachments_blob ON attachments (sha256);

-- +goose Down
DROP TABLE attachments;
DROP TABLE blobs;
