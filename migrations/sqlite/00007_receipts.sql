-- +goose Up
-- A receipt binds a caller-made key to the one answer of its command. done_at IS NULL is a lease.
CREATE TABLE receipts (
    account_id     TEXT    NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    key            TEXT    NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    content_digest TEXT    NOT NULL CHECK (length(content_digest) BETWEEN 1 AND 128),
    token          TEXT    NOT NULL UNIQUE CHECK (length(token) BETWEEN 1 AND 64),
    leased_at      TEXT    NOT NULL CHECK (leased_at LIKE '____-__-__ __:__:__%+00:00'),
    lease_until    TEXT    NOT NULL CHECK (lease_until LIKE '____-__-__ __:__:__%+00:00'),
    status         INTEGER,
    etag           TEXT,
    body           BLOB,
    done_at        TEXT    CHECK (done_at LIKE '____-__-__ __:__:__%+00:00'),
    PRIMARY KEY (account_id, key),
    CHECK ((done_at IS NULL) = (status IS NULL))
) STRICT;
CREATE INDEX receipts_age ON receipts (leased_at);

-- +goose Down
DROP TABLE receipts;
