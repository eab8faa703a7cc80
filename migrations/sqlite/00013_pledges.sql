-- +goose Up
-- A confirmation is of a line or of a project; it says the content it was given for, the 承诺文件 it was given with and the snapshot it
-- belongs to. Those kept so far were of lines and said an amount only: what they did not say counts as not said.
CREATE UNIQUE INDEX attachments_owned ON attachments (id, application_id);
CREATE TABLE confirmations_new (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT    NOT NULL,
    batch_id       TEXT    NOT NULL,
    line           TEXT    NOT NULL CHECK (length(line) BETWEEN 1 AND 200),
    department     TEXT    NOT NULL CHECK (length(department) <= 200),
    amount         INTEGER NOT NULL CHECK (amount BETWEEN -9007199254740 AND 9007199254740),
    account_id     TEXT    NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name           TEXT    NOT NULL CHECK (length(name) <= 200),
    confirmed_at   TEXT    NOT NULL CHECK (confirmed_at LIKE '____-__-__ __:__:__%+00:00'),
    kind           TEXT    NOT NULL DEFAULT 'LINE' CHECK (kind IN ('LINE', 'PROJECT')),
    content        TEXT    NOT NULL DEFAULT '{}',
    attachment_id  TEXT,
    snapshot_no    INTEGER NOT NULL DEFAULT 0 CHECK (snapshot_no >= 0),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id),
    FOREIGN KEY (attachment_id, application_id) REFERENCES attachments (id, application_id)
) STRICT;
INSERT INTO confirmations_new (id, application_id, batch_id, line, department, amount, account_id, name, confirmed_at)
    SELECT id, application_id, batch_id, line, department, amount, account_id, name, confirmed_at FROM confirmations;
DROP TABLE confirmations;
ALTER TABLE confirmations_new RENAME TO confirmations;
CREATE INDEX confirmations_application ON confirmations (application_id, confirmed_at);
CREATE INDEX confirmations_attachment ON confirmations (attachment_id);
UPDATE confirmations SET snapshot_no = 1 + (SELECT COUNT(*) FROM snapshots AS s
    WHERE s.application_id = confirmations.application_id AND s.taken_at <= confirmations.confirmed_at);

-- How many lines and projects wait for a confirmation, on both faces of an application.
ALTER TABLE applications ADD COLUMN unconfirmed INTEGER NOT NULL DEFAULT 0 CHECK (unconfirmed >= 0);
ALTER TABLE applications ADD COLUMN sealed_unconfirmed INTEGER NOT NULL DEFAULT 0 CHECK (sealed_unconfirmed >= 0);
UPDATE applications SET sealed_unconfirmed = (SELECT json_array_length(f.body, '$.projects') + (SELECT COUNT(*) FROM json_each(f.body, '$.fundPlan.integrated') AS i WHERE json_extract(i.value, '$.amount') <> 0) + CASE WHEN json_extract(f.body, '$.fundPlan.linkage.LINKAGE_CITY') <> 0 THEN 1 ELSE 0 END + 
        CASE WHEN json_extract(f.body, '$.fundPlan.linkage.LINKAGE_COUNTY') <> 0 AND NOT EXISTS (SELECT 1 FROM confirmations AS c WHERE c.application_id = f.application_id
            AND c.line = 'LINKAGE_COUNTY' AND c.amount = CAST(ROUND(json_extract(f.body, '$.fundPlan.linkage.LINKAGE_COUNTY') * 1000000) AS INTEGER) AND c.snapshot_no <= f.number) THEN 1 ELSE 0 END FROM snapshots AS f
    WHERE f.application_id = applications.id AND f.number = applications.snapshot_no)
WHERE snapshot_no > 0;
UPDATE applications SET unconfirmed = sealed_unconfirmed;
UPDATE applications SET unconfirmed = (SELECT COUNT(*) FROM projects AS p WHERE p.application_id = applications.id)
    + COALESCE((SELECT (SELECT COUNT(*) FROM json_each(f.body, '$.integrated') AS i WHERE json_extract(i.value, '$.amount') <> 0) + CASE WHEN json_extract(f.body, '$.linkage.LINKAGE_CITY') <> 0 THEN 1 ELSE 0 END + 
        CASE WHEN json_extract(f.body, '$.linkage.LINKAGE_COUNTY') <> 0 AND NOT EXISTS (SELECT 1 FROM confirmations AS c WHERE c.application_id = f.application_id
            AND c.line = 'LINKAGE_COUNTY' AND c.amount = CAST(ROUND(json_extract(f.body, '$.linkage.LINKAGE_COUNTY') * 1000000) AS INTEGER)) THEN 1 ELSE 0 END FROM sections AS f WHERE f.application_id = applications.id AND f.name = 'fundPlan'), 0)
WHERE state IN ('DRAFT', 'RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE');

-- +goose Down
ALTER TABLE applications DROP COLUMN sealed_unconfirmed;
ALTER TABLE applications DROP COLUMN unconfirmed;
CREATE TABLE confirmations_old (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    application_id TEXT    NOT NULL,
    batch_id       TEXT    NOT NULL,
    line           TEXT    NOT NULL CHECK (length(line) BETWEEN 1 AND 200),
    department     TEXT    NOT NULL CHECK (length(department) <= 200),
    amount         INTEGER NOT NULL CHECK (amount BETWEEN -9007199254740 AND 9007199254740),
    account_id     TEXT    NOT NULL CHECK (length(account_id) BETWEEN 1 AND 64),
    name           TEXT    NOT NULL CHECK (length(name) <= 200),
    confirmed_at   TEXT    NOT NULL CHECK (confirmed_at LIKE '____-__-__ __:__:__%+00:00'),
    FOREIGN KEY (application_id, batch_id) REFERENCES applications (id, batch_id)
) STRICT;
INSERT INTO confirmations_old SELECT id, application_id, batch_id, line, department, amount, account_id, name, confirmed_at
    FROM confirmations WHERE kind = 'LINE';
DROP TABLE confirmations;
ALTER TABLE confirmations_old RENAME TO confirmations;
CREATE INDEX confirmations_application ON confirmations (application_id, confirmed_at);
DROP INDEX attachments_owned;
