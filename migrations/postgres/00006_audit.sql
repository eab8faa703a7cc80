-- +goose Up
-- The last entry of each stream; its row is the lock under which the stream is extended.
CREATE TABLE audit_heads (
    stream TEXT   NOT NULL PRIMARY KEY CHECK (length(stream) BETWEEN 1 AND 200),
    seq    BIGINT NOT NULL CHECK (seq >= 0),
    hash   TEXT   NOT NULL CHECK (length(hash) = 64)
);

CREATE TABLE audit_entries (
    stream        TEXT        NOT NULL REFERENCES audit_heads (stream),
    seq           BIGINT      NOT NULL CHECK (seq >= 1),
    happened_at   TIMESTAMPTZ NOT NULL,
    account_id    TEXT        NOT NULL,
    actor         TEXT        NOT NULL,
    role          TEXT        NOT NULL,
    region        TEXT        NOT NULL,
    action        TEXT        NOT NULL CHECK (length(action) >= 1),
    object        TEXT        NOT NULL,
    from_state    TEXT        NOT NULL,
    to_state      TEXT        NOT NULL,
    reason        TEXT        NOT NULL,
    detail        TEXT        NOT NULL,
    before_digest TEXT        NOT NULL,
    after_digest  TEXT        NOT NULL,
    address       TEXT        NOT NULL,
    prev_hash     TEXT        NOT NULL CHECK (length(prev_hash) = 64),
    hash          TEXT        NOT NULL CHECK (length(hash) = 64),
    PRIMARY KEY (stream, seq)
);
CREATE INDEX audit_entries_time ON audit_entries (happened_at, stream, seq);
CREATE TRIGGER audit_entries_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- +goose Down
DROP TABLE audit_entries;
DROP TABLE audit_heads;
