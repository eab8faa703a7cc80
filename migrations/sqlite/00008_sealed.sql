-- +goose Up
-- The face of the snapshot in force, beside the live draft's: while a return is answered, the county's draft is the county's alone.
-- A draft never submitted has none.
ALTER TABLE applications ADD COLUMN sealed_title TEXT NOT NULL DEFAULT '' CHECK (length(sealed_title) <= 1000);
ALTER TABLE applications ADD COLUMN sealed_search_text TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN sealed_villages INTEGER NOT NULL DEFAULT 0 CHECK (sealed_villages >= 0);
ALTER TABLE applications ADD COLUMN sealed_projects INTEGER NOT NULL DEFAULT 0 CHECK (sealed_projects >= 0);
ALTER TABLE applications ADD COLUMN sealed_linkage INTEGER NOT NULL DEFAULT 0 CHECK (sealed_linkage BETWEEN -6000000000000000000 AND 6000000000000000000);
ALTER TABLE applications ADD COLUMN sealed_prov_up INTEGER NOT NULL DEFAULT 0 CHECK (sealed_prov_up BETWEEN -6000000000000000000 AND 6000000000000000000);
ALTER TABLE applications ADD COLUMN sealed_integrated INTEGER NOT NULL DEFAULT 0 CHECK (sealed_integrated BETWEEN -6000000000000000000 AND 6000000000000000000);
ALTER TABLE applications ADD COLUMN sealed_total INTEGER NOT NULL DEFAULT 0 CHECK (sealed_total BETWEEN -6000000000000000000 AND 6000000000000000000);
ALTER TABLE applications ADD COLUMN sealed_failed TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN sealed_warned TEXT NOT NULL DEFAULT '';
ALTER TABLE applications ADD COLUMN sealed_waived TEXT NOT NULL DEFAULT '';
UPDATE applications SET sealed_title = title, sealed_search_text = search_text, sealed_villages = villages, sealed_projects = projects,
    sealed_linkage = linkage, sealed_prov_up = prov_up, sealed_integrated = integrated, sealed_total = total,
    sealed_failed = failed, sealed_warned = warned, sealed_waived = waived
WHERE state <> 'DRAFT';

-- Where a return is being answered, or was withdrawn from there, the live columns follow the draft: what the snapshot says is taken
-- from its own text. Amounts in it are 万元; its findings know the waivers of their day, the table those since.
UPDATE applications AS a SET sealed_title = s.title, sealed_search_text = lower(s.title || char(10) || a.county_name || char(10) || a.number),
    sealed_villages = s.villages, sealed_projects = s.projects, sealed_prov_up = s.prov_up, sealed_linkage = s.prov_up + s.linkage,
    sealed_integrated = s.integrated, sealed_total = s.prov_up + s.linkage + s.integrated + s.others,
    sealed_failed = s.failed, sealed_warned = s.warned, sealed_waived = s.waived
FROM (SELECT f.application_id, f.number, json_extract(f.body, '$.zone.name') AS title,
        json_array_length(f.body, '$.zone.villages') AS villages, json_array_length(f.body, '$.projects') AS projects,
        CAST(ROUND((json_extract(f.body, '$.fundPlan.linkage.LINKAGE_PROV_UP')) * 1000000) AS INTEGER) AS prov_up,
        CAST(ROUND((json_extract(f.body, '$.fundPlan.linkage.LINKAGE_CITY')) * 1000000) AS INTEGER)
            + CAST(ROUND((json_extract(f.body, '$.fundPlan.linkage.LINKAGE_COUNTY')) * 1000000) AS INTEGER) AS linkage,
        COALESCE((SELECT SUM(CAST(ROUND((json_extract(i.value, '$.amount')) * 1000000) AS INTEGER)) FROM json_each(f.body, '$.fundPlan.integrated') AS i), 0) AS integrated,
        CAST(ROUND((json_extract(f.body, '$.fundPlan.cooperation')) * 1000000) AS INTEGER) + CAST(ROUND((json_extract(f.body, '$.fundPlan.social')) * 1000000) AS INTEGER)
            + CAST(ROUND((json_extract(f.body, '$.fundPlan.selfRaised')) * 1000000) AS INTEGER) + CAST(ROUND((json_extract(f.body, '$.fundPlan.other')) * 1000000) AS INTEGER) AS others,
        COALESCE((SELECT ' ' || group_concat(json_extract(x.value, '$.rule'), ' ') || ' ' FROM json_each(f.findings) AS x
            WHERE json_extract(x.value, '$.verdict') = 'FAIL'), '') AS failed,
        COALESCE((SELECT ' ' || group_concat(json_extract(x.value, '$.rule'), ' ') || ' ' FROM json_each(f.findings) AS x
            WHERE json_extract(x.value, '$.verdict') = 'WARN'), '') AS warned,
        COALESCE((SELECT ' ' || group_concat(json_extract(x.value, '$.rule'), ' ') || ' ' FROM json_each(f.findings) AS x
            WHERE json_extract(x.value, '$.verdict') = 'FAIL' AND (json_extract(x.value, '$.waived') <> '' OR EXISTS (SELECT 1 FROM waivers AS w
                WHERE w.application_id = f.application_id AND w.rule = json_extract(x.value, '$.rule')))), '') AS waived
    FROM snapshots AS f) AS s
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
