-- +goose Up
-- Whether signing in asks for a code as well; said here because every reader of the account wants to know it.
ALTER TABLE accounts ADD COLUMN second_factor BOOLEAN NOT NULL DEFAULT FALSE;

-- The secret a code is made with (RFC 6238). One drawn but not yet confirmed with a code asks for nothing. A step is spent once.
CREATE TABLE second_factors (
    account_id   TEXT   NOT NULL PRIMARY KEY REFERENCES accounts (id),
    secret       TEXT   NOT NULL CHECK (length(secret) BETWEEN 26 AND 128),
    last_step    BIGINT NOT NULL CHECK (last_step >= 0),
    confirmed_at TIMESTAMPTZ
);

-- +goose Down
DROP TABLE second_factors;
ALTER TABLE accounts DROP COLUMN second_factor;
