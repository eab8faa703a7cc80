-- +goose Up
-- A confirmation is of a line or of a project; it says the content it was given for, the 承诺文件 it was given with and the snapshot it
-- belongs to. Those kept so far were of lines and said an amount only: what they did not say counts as not said.
CREATE UNIQUE INDEX attachments_owned ON attachments (id, application_id);
ALTER TABLE confirmations ADD COLUMN kind TEXT NOT NULL DEFAULT 'LINE' CHECK (kind IN ('LINE', 'PROJECT'));
ALTER TABLE confirmations ADD COLUMN content TEXT NOT NULL DEFAULT '{}';
ALTER TABLE confirmations ADD COLUMN attachment_id TEXT;
ALTER TABLE confirmations ADD COLUMN snapshot_no BIGINT NOT NULL DEFAULT 0 CHECK (snapshot_no >= 0);
ALTER TABLE confirmations ADD FOREIGN KEY (attachment_id, application_id) REFERENCES attachments (id, application_id);
CREATE INDEX confirmations_attachment ON confirmations (attachment_id);
UPDATE confirmations SET snapshot_no = 1 + (SELECT COUNT(*) FROM snapshots AS s
    WHERE s.application_id = confirmations.application_id AND s.taken_at <= confirmations.confirmed_at);

-- How many lines and projects wait for a confirmation, on both faces of an application.
ALTER TABLE applications ADD COLUMN unconfirmed BIGINT NOT NULL DEFAULT 0 CHECK (unconfirmed >= 0);
ALTER TABLE applications ADD COLUMN sealed_unconfirmed BIGINT NOT NULL DEFAULT 0 CHECK (sealed_unconfirmed >= 0);
UPDATE applications SET sealed_unconfirmed = (SELECT json_array_length(f.body::json -> 'projects') + (SELECT COUNT(*) FROM json_array_elements(f.body::json -> 'fundPlan' -> 'integrated') AS i WHERE (i ->> 'amount')::numeric <> 0) + CASE WHEN (f.body::json -> 'fundPlan' -> 'linkage' ->> 'LINKAGE_CITY')::numeric <> 0 THEN 1 ELSE 0 END + 
        CASE WHEN (f.body::json -> 'fundPlan' -> 'linkage' ->> 'LINKAGE_COUNTY')::numeric <> 0 AND NOT EXISTS (SELECT 1 FROM confirmations AS c WHERE c.application_id = f.application_id
            AND c.line = 'LINKAGE_COUNTY' AND c.amount = CAST(ROUND((f.body::json -> 'fundPlan' -> 'linkage' ->> 'LINKAGE_COUNTY')::numeric * 1000000) AS BIGINT) AND c.snapshot_no <= f.number) THEN 1 ELSE 0 END FROM snapshots AS f
    WHERE f.application_id = applications.id AND f.number = applications.snapshot_no)
WHERE snapshot_no > 0;
UPDATE applications SET unconfirmed = sealed_unconfirmed;
UPDATE applications SET unconfirmed = (SELECT COUNT(*) FROM projects AS p WHERE p.application_id = applications.id)
    + COALESCE((SELECT (SELECT COUNT(*) FROM json_array_elements(f.body::json  -> 'integrated') AS i WHERE (i ->> 'amount')::numeric <> 0) + CASE WHEN (f.body::json -> 'linkage' ->> 'LINKAGE_CITY')::numeric <> 0 THEN 1 ELSE 0 END + 
        CASE WHEN (f.body::json -> 'linkage' ->> 'LINKAGE_COUNTY')::numeric <> 0 AND NOT EXISTS (SELECT 1 FROM confirmations AS c WHERE c.application_id = f.application_id
            AND c.line = 'LINKAGE_COUNTY' AND c.amount = CAST(ROUND((f.body::json -> 'linkage' ->> 'LINKAGE_COUNTY')::numeric * 1000000) AS BIGINT)) THEN 1 ELSE 0 END FROM sections AS f WHERE f.application_id = applications.id AND f.name = 'fundPlan'), 0)
WHERE state IN ('DRAFT', 'RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE');

-- +goose Down
ALTER TABLE applications DROP COLUMN sealed_unconfirmed;
ALTER TABLE applications DROP COLUMN unconfirmed;
DROP INDEX confirmations_attachment;
ALTER TABLE confirmations DROP COLUMN snapshot_no;
ALTER TABLE confirmations DROP COLUMN attachment_id;
ALTER TABLE confirmations DROP COLUMN content;
DELETE FROM confirmations WHERE kind <> 'LINE';
ALTER TABLE confirmations DROP COLUMN kind;
DROP INDEX attachments_owned;
