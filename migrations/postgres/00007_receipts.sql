-- +goose Up
-- A receipt binds a caller-made key to the one answer of its command. done_at IS NULL is a lease.
CREATE TABLE receipts (
    account_id     TEXT        NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    key            TEXT        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    content_digest TEXT        NOT NULL CHECK (length(content_digest) BETWEEN 1 AND 128),
    token          TEXT        NOT NULL UNIQUE CHECK (length(token) BETWEEN 1 AND 64),
    leased_at      TIMESTAMPTZ NOT NULL,
    lease_until    TIMESTAMPTZ NOT NULL,
    status         BIGINT,
    etag           TEXT,
    body           BYTEA,
    done_at        TIMESTAMPTZ,
    PRIMARY KEY (account_id, key),
    CHECK ((done_at IS NULL) = (status IS NULL))
);
CREATE INDEX receipts_age ON receipts (leased_at);

-- +goose Down
DROP TABLE receipts;
