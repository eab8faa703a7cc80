-- +goose Up
CREATE TABLE applications (
    id           TEXT        NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    batch_id     TEXT        NOT NULL REFERENCES batches (id),
    number       TEXT        NOT NULL CHECK (length(number) BETWEEN 1 AND 32),
    city_code    TEXT        NOT NULL CHECK (length(city_code) = 6),
    city_name    TEXT        NOT NULL CHECK (length(city_name) BETWEEN 1 AND 64),
    county_code  TEXT        NOT NULL CHECK (length(county_code) = 6),
    county_name  TEXT        NOT NULL CHECK (length(county_name) BETWEEN 1 AND 64),
    channel      TEXT        NOT NULL CHECK (length(channel) <= 64),
    title        TEXT        NOT NULL CHECK (length(title) <= 1000),
    search_text  TEXT        NOT NULL,
    state        TEXT        NOT NULL CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED_BY_CITY', 'CITY_REVIEW', 'NOT_SHORTLISTED', 'SHORTLISTED',
        'REPORTED', 'FORMAL_CHECK', 'RETURNED_BY_PROVINCE', 'EXPERT_REVIEW', 'DEFENCE', 'SITE_CHECK', 'REVIEWED', 'DISQUALIFIED', 'NOT_AWARDED',
        'PUBLIC_NOTICE', 'AWARDED', 'IMPLEMENTING', 'ACCEPTANCE', 'EVALUATION', 'CLOSED', 'WITHDRAWN', 'TERMINATED')),
    version      BIGINT      NOT NULL CHECK (version >= 1),
    state_since  TIMESTAMPTZ NOT NULL,
    round        BIGINT      NOT NULL CHECK (round >= 0),
    snapshot_no  BIGINT      NOT NULL CHECK (snapshot_no >= 0),
    pack_version BIGINT      NOT NULL CHECK (pack_version >= 0),
    submitted_at TIMESTAMPTZ,
    reported_at  TIMESTAMPTZ,
    overdue      BOOLEAN     NOT NULL,
    city_doc_no  TEXT        NOT NULL CHECK (length(city_doc_no) <= 2000),
    city_rank    BIGINT      NOT NULL CHECK (city_rank >= 0),
    river_reason TEXT        NOT NULL CHECK (length(river_reason) <= 2000),
    return_count BIGINT      NOT NULL CHECK (return_count >= 0),
    villages     BIGINT      NOT NULL CHECK (villages >= 0),
    projects     BIGINT      NOT NULL CHECK (projects >= 0),
    linkage      BIGINT      NOT NULL CHECK (linkage BETWEEN -6000000000000000000 AND 6000000000000000000),
    prov_up      BIGINT      NOT NULL CHECK (prov_up BETWEEN -6000000000000000000 AND 6000000000000000000),
    integrated   BIGINT      NOT NULL CHECK (integrated BETWEEN -6000000000000000000 AND 6000000000000000000),
    total        BIGINT      NOT NULL CHECK (total BETWEEN -6000000000000000000 AND 6000000000000000000),
    failed       TEXT        NOT NULL,
    warned       TEXT        NOT NULL,
    waived       TEXT        NOT NULL,
    created_by   TEXT        NOT NULL CHECK (length(created_by) <= 64),
    created_at   TIMESTAMPTZ NOT NULL,
    updated_at   TIMESTAMPTZ NOT NULL,
    UNIQUE (batch_id, number),
    UNIQUE (id, batch_id)
);
CREATE INDEX applications_city ON applications (batch_id, city_code, state);
CREATE INDEX applications_county ON applications (batch_id, county_code);
CREATE INDEX applications_state ON applications (state);

-- The last running number given in a county and batch; never given twice, even when a draft is deleted.
CREATE TABLE application_numbers (
    batch_id    TEXT   NOT NULL REFERENCES batches (id),
    county_code TEXT   NOT NULL CHECK (length(county_code) = 6),
    last        BIGINT NOT NULL CHECK (last >= 1),
    PRIMARY KEY (batch_id, county_code)
);

CREATE TABLE sections (
    application_id TEXT   NOT NULL,
    name           TEXT   NOT NULL CHECK (length(name) BETWEEN 1 AND 32),
    batch_id       TEXT   NOT NULL,
    version        BIGINT NOT NULL CHECK (version >= 1),
    body           TEXT   NOT NULL,
    PRIMARY KEY (application_id, name),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);

CREATE TABLE projects (
    application_id TEXT   NOT NULL,
    id             TEXT   NOT NULL CHECK (length(id) BETWEEN 1 AND 200),
    batch_id       TEXT   NOT NULL,
    position       BIGINT NOT NULL CHECK (position >= 0),
    version        BIGINT NOT NULL CHECK (version >= 1),
    body           TEXT   NOT NULL,
    PRIMARY KEY (application_id, id),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);

CREATE TABLE snapshots (
    application_id TEXT        NOT NULL,
    number         BIGINT      NOT NULL CHECK (number >= 1),
    batch_id       TEXT        NOT NULL,
    action         TEXT        NOT NULL CHECK (length(action) BETWEEN 1 AND 32),
    digest         TEXT        NOT NULL CHECK (length(digest) = 64),
    core_digest    TEXT        NOT NULL CHECK (length(core_digest) = 64),
    body           TEXT        NOT NULL,
    pack_version   BIGINT      NOT NULL CHECK (pack_version >= 1),
    findings       TEXT        NOT NULL,
    taken_at       TIMESTAMPTZ NOT NULL,
    taken_by       TEXT        NOT NULL CHECK (length(taken_by) BETWEEN 1 AND 64),
    PRIMARY KEY (application_id, number),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE TRIGGER snapshots_appended BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshots FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One row is one quota slot once held. The partial unique indexes are what holds Q01 and Q02 under concurrency.
CREATE TABLE claims (
    id             BIGINT      NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    batch_id       TEXT        NOT NULL,
    rule           TEXT        NOT NULL CHECK (rule IN ('Q01', 'Q02')),
    scope          TEXT        NOT NULL CHECK (length(scope) = 6),
    slot           BIGINT      NOT NULL CHECK (slot >= 1),
    application_id TEXT        NOT NULL,
    claimed_at     TIMESTAMPTZ NOT NULL,
    released_at    TIMESTAMPTZ,
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
);
CREATE UNIQUE INDEX claims_live_slot ON claims (batch_id, rule, scope, slot) WHERE released_at IS NULL;
CREATE UNIQUE INDEX claims_live_holder ON claims (application_id, rule) WHERE released_at IS NULL;

CREATE TABLE year_locks (
    year           BIGINT      NOT NULL CHECK (year BETWEEN 2000 AND 2999),
    county_code    TEXT        NOT NULL CHECK (length(county_code) = 6),
    application_id TEXT        NOT NULL REFERENCES applications (id),
    clause         TEXT        NOT NULL CHECK (length(clause) <= 2000),
    locked_at      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (year, county_code)
);

-- +goose Down
DROP TABLE year_locks;
DROP TABLE claims;
DROP TABLE snapshots;
DROP TABLE projects;
DROP TABLE sections;
DROP TABLE application_numbers;
DROP TABLE applications;
