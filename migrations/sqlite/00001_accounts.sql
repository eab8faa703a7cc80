-- +goose Up
CREATE TABLE accounts (
    id            TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    login         TEXT    NOT NULL UNIQUE CHECK (length(login) BETWEEN 1 AND 64 AND login = lower(login)),
    name          TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    unit          TEXT    NOT NULL CHECK (length(unit) BETWEEN 1 AND 200),
    search_text   TEXT    NOT NULL,
    password_hash TEXT    NOT NULL CHECK (length(password_hash) <= 200),
    disabled      INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    must_change   INTEGER NOT NULL CHECK (must_change IN (0, 1)),
    version       INTEGER NOT NULL CHECK (version >= 1),
    created_by    TEXT    NOT NULL CHECK (length(created_by) BETWEEN 1 AND 64),
    created_at    TEXT    NOT NULL CHECK (created_at LIKE '____-__-__ __:__:__%+00:00'),
    updated_at    TEXT    NOT NULL CHECK (updated_at LIKE '____-__-__ __:__:__%+00:00')
) STRICT;

CREATE TABLE grants (
    id         TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role       TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 32),
    region     TEXT NOT NULL CHECK (length(region) = 6),
    granted_by TEXT NOT NULL CHECK (length(granted_by) BETWEEN 1 AND 64),
    granted_at TEXT NOT NULL CHECK (granted_at LIKE '____-__-__ __:__:__%+00:00'),
    UNIQUE (account_id, role, region)
) STRICT;
CREATE INDEX grants_role ON grants (role);

-- Only the hash of a session's token is kept.
CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY CHECK (length(token_hash) = 64),
    account_id TEXT NOT NULL REFERENCES accounts (id),
    address    TEXT NOT NULL CHECK (length(address) <= 64),
    user_agent TEXT NOT NULL CHECK (length(user_agent) <= 256),
    created_at TEXT NOT NULL CHECK (created_at LIKE '____-__-__ __:__:__%+00:00'),
    seen_at    TEXT NOT NULL CHECK (seen_at LIKE '____-__-__ __:__:__%+00:00'),
    idle_until TEXT NOT NULL CHECK (idle_until LIKE '____-__-__ __:__:__%+00:00'),
    ends_at    TEXT NOT NULL CHECK (ends_at LIKE '____-__-__ __:__:__%+00:00'),
    CHECK (idle_until <= ends_at)
) STRICT;
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_idle ON sessions (idle_until);

-- Failed attempts; keys are digests.
CREATE TABLE attempts (
    key        TEXT    NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 128),
    failures   INTEGER NOT NULL CHECK (failures >= 0),
    last_at    TEXT    CHECK (last_at LIKE '____-__-__ __:__:__%+00:00'),
    not_before TEXT    CHECK (not_before LIKE '____-__-__ __:__:__%+00:00')
) STRICT;

CREATE TABLE known_addresses (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    address    TEXT NOT NULL CHECK (length(address) <= 64),
    seen_at    TEXT NOT NULL CHECK (seen_at LIKE '____-__-__ __:__:__%+00:00'),
    PRIMARY KEY (account_id, address)
) STRICT;

-- Rows that are only locked, for acts that must follow one another across replicas.
CREATE TABLE locks (
    name TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 64)
) STRICT;
INSERT INTO locks (name) VALUES ('administration');

-- +goose Down
DROP TABLE locks;
DROP TABLE known_addresses;
DROP TABLE attempts;
DROP TABLE sessions;
DROP TABLE grants;
DROP TABLE accounts;
