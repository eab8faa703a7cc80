-- +goose Up
-- The face of the snapshot in force, beside the live draft's: while a return is answered, the county's draft is the county's alone.
-- A draft never submitted has none.
ALTER TABLE applications ADD COLUMN sealed_title TEXT NOT NULL DEFAULT '' CHECK (length(sealed_title) <= 1000);
ALTER TABLE applications ADD COLUMN sealed_search_text TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN sealed_villages BIGINT NOT NULL DEFAULT 0 CHECK (sealed_villages >= 0);
ALTER TABLE applications ADD COLUMN sealed_projects BIGINT NOT NULL DEFAULT 0 CHECK (sealed_projects >= 0);
ALTER TABLE applications ADD COLUMN sealed_linkage BIGINT NOT NULL DEFAULT 0 CHECK (sealed_linkage BETWEEN -6000000000000000000 AND 6000000000000000000);
ALTER TABLE applications ADD COLUMN sealed_prov_up BIGINT NOT NULL DEFAULT 0 CHECK (sealed_prov_up BETWEEN -6000000000000000000 AND 6000000000000000000);
ALTER TABLE applications ADD COLUMN sealed_integrated BIGINT NOT NULL DEFAULT 0 CHECK (sealed_integrated BETWEEN -6000000000000000000 AND 6000000000000000000);
ALTER TABLE applications ADD COLUMN sealed_total BIGINT NOT NULL DEFAULT 0 CHECK (sealed_total BETWEEN -6000000000000000000 AND 6000000000000000000);
ALTER TABLE applications ADD COLUMN sealed_failed TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN sealed_warned TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN sealed_waived TEXT NOT NULL DEFAULT '';
UPDATE applications SET sealed_title = title, sealed_search_text = search_text, sealed_villages = villages, sealed_projects = projects,
    sealed_linkage = linkage, sealed_prov_up = prov_up, sealed_integrated = integrated, sealed_total = total,
    sealed_failed = failed, sealed_warned = warned, sealed_waived = waived
WHERE state <> 'DRAFT';

-- Where a return is being answered, or was withdrawn from there, the live columns follow the draft: what the snapshot says is taken
-- from its own text. Amounts in it are 万元; its findings know the waivers of their day, the table those since.
UPDATE applications AS a SET sealed_title = s.title, sealed_search_text = lower(s.title || E'\n' || a.county_name || E'\n' || a.number),
    sealed_villages = s.villages, sealed_projects = s.projects, sealed_prov_up = s.prov_up, sealed_linkage = s.prov_up + s.linkage,
    sealed_integrated = s.integrated, sealed_total = s.prov_up + s.linkage + s.integrated + s.others,
    sealed_failed = s.failed, sealed_warned = s.warned, sealed_waived = s.waived
FROM (SELECT f.application_id, f.number, body #>> '{zone,name}' AS title,
        json_array_length(body #> '{zone,villages}') AS villages, json_array_length(body -> 'projects') AS projects,
        (plan #>> '{linkage,LINKAGE_PROV_UP}')::NUMERIC * 1000000 AS prov_up,
        ((plan #>> '{linkage,LINKAGE_CITY}')::NUMERIC + (plan #>> '{linkage,LINKAGE_COUNTY}')::NUMERIC) * 1000000 AS linkage,
        COALESCE((SELECT SUM((i ->> 'amount')::NUMERIC) FROM json_array_elements(plan -> 'integrated') AS i), 0) * 1000000 AS integrated,
        ((plan ->> 'cooperation')::NUMERIC + (plan ->> 'social')::NUMERIC + (plan ->> 'selfRaised')::NUMERIC + (plan ->> 'other')::NUMERIC) * 1000000 AS others,
        COALESCE((SELECT ' ' || string_agg(x.v ->> 'rule', ' ' ORDER BY x.n) || ' ' FROM json_array_elements(findings) WITH ORDINALITY AS x (v, n)
            WHERE x.v ->> 'verdict' = 'FAIL'), '') AS failed,
        COALESCE((SELECT ' ' || string_agg(x.v ->> 'rule', ' ' ORDER BY x.n) || ' ' FROM json_array_elements(findings) WITH ORDINALITY AS x (v, n)
            WHERE x.v ->> 'verdict' = 'WARN'), '') AS warned,
        COALESCE((SELECT ' ' || string_agg(x.v ->> 'rule', ' ' ORDER BY x.n) || ' ' FROM json_array_elements(findings) WITH ORDINALITY AS x (v, n)
            WHERE x.v ->> 'verdict' = 'FAIL' AND (x.v ->> 'waived' <> '' OR EXISTS (SELECT 1 FROM waivers AS w
                WHERE w.application_id = f.application_id AND w.rule = x.v ->> 'rule'))), '') AS waived
    FROM (SELECT application_id, number, body::JSON AS body, body::JSON -> 'fundPlan' AS plan, findings::JSON AS findings FROM snapshots) AS f) AS s
WHERE s.application_id = a.id AND s.number = a.snapshot_no AND a.state IN ('RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE', 'WITHDRAWN');

-- What was withdrawn is written on by nobody any more: the snapshot is what it was.
UPDATE applications SET title = sealed_title, search_text = sealed_search_text, villages = sealed_villages, projects = sealed_projects,
    linkage = sealed_linkage, prov_up = sealed_prov_up, integrated = sealed_integrated, total = sealed_total,
    failed = sealed_failed, warned = sealed_warned, waived = sealed_waived
WHERE state = 'WITHDRAWN';

-- +goose Down
ALTER TABLE applications DROP COLUMN sealed_waived;
ALTER TABLE applications DROP COLUMN sealed_warned;
ALTER TABLE applications DROP COLUMN sealed_failed;
ALTER TABLE applications DROP COLUMN sealed_total;
ALTER TABLE applications DROP COLUMN sealed_integrated;
ALTER TABLE applications DROP COLUMN sealed_prov_up;
ALTER TABLE applications DROP COLUMN sealed_linkage;
ALTER TABLE applications DROP COLUMN sealed_projects;
ALTER TABLE applications DROP COLUMN sealed_villages;
ALTER TABLE applications DROP COLUMN sealed_search_text;
ALTER TABLE applications DROP COLUMN sealed_title;
