-- +goose Up
-- 月报: one of an award and month. The county's words and percentages alone; what was spent is the ledger's.
CREATE TABLE monthly_reports (
    application_id TEXT        NOT NULL REFERENCES fund_accounts (application_id),
    month          TEXT        NOT NULL CHECK (month LIKE '____-__'),
    batch_id       TEXT        NOT NULL,
    version        INTEGER     NOT NULL CHECK (version >= 1),
    submitted_at   TEXT CHECK (submitted_at LIKE '____-__-__ __:__:__%+00:00'),
    submitted_by   TEXT        NOT NULL CHECK (length(submitted_by) <= 64),
    submitted_name TEXT        NOT NULL CHECK (length(submitted_name) <= 200),
    return_reason  TEXT        NOT NULL CHECK (length(return_reason) <= 2000),
    updated_at     TEXT        NOT NULL CHECK (updated_at LIKE '____-__-__ __:__:__%+00:00'),
    CHECK ((submitted_at IS NULL) = (submitted_by = '')),
    PRIMARY KEY (application_id, month)
) STRICT;

CREATE TABLE monthly_items (
    application_id TEXT   NOT NULL,
    month          TEXT   NOT NULL,
    project        TEXT   NOT NULL CHECK (length(project) BETWEEN 1 AND 64),
    place          INTEGER NOT NULL CHECK (place >= 1),
    name           TEXT   NOT NULL,
    percent        INTEGER CHECK (percent BETWEEN 0 AND 100),
    progress       TEXT   NOT NULL CHECK (length(progress) <= 200),
    problem        TEXT   NOT NULL CHECK (length(problem) <= 500),
    PRIMARY KEY (application_id, month, project),
    FOREIGN KEY (application_id, month) REFERENCES monthly_reports (application_id, month)
) STRICT;

-- +goose Down
DROP TABLE monthly_items;
DROP TABLE monthly_reports;
