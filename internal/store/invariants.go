package store

// invariant is a sentence about the data and a query, the same on both databases, for the places where it does not hold. The
// query returns one text column: the ids concerned.
type invariant struct{ sentence, query string }

// The lists of states the queries share: applications in hand after the county's submit, and those that took the city's slot.
const (
	inHand      = "('SUBMITTED', 'RETURNED_BY_CITY', 'CITY_REVIEW', 'SHORTLISTED', 'REPORTED', 'FORMAL_CHECK', 'RETURNED_BY_PROVINCE', 'EXPERT_REVIEW')"
	recommended = "('SHORTLISTED', 'REPORTED', 'FORMAL_CHECK', 'RETURNED_BY_PROVINCE', 'EXPERT_REVIEW', 'DISQUALIFIED')"
	reported    = "('REPORTED', 'FORMAL_CHECK', 'RETURNED_BY_PROVINCE', 'EXPERT_REVIEW', 'DISQUALIFIED')"
	returned    = "('RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE')"
	edited      = "('DRAFT', 'RETURNED_BY_CITY', 'RETURNED_BY_PROVINCE')"
)

// invariants are what must hold of the data at any instant.
var invariants = [...]invariant{
	// Quotas.
	{"在办申报持有本县名额(Q01)", `SELECT a.id FROM applications AS a WHERE a.state IN ` + inHand + ` AND NOT EXISTS (SELECT 1 FROM claims AS c
		WHERE c.application_id = a.id AND c.rule = 'Q01' AND c.scope = a.county_code AND c.released_at IS NULL)`},
	{"未上报、撤回、未推荐和取消资格的申报不占本县名额(Q01)", `SELECT a.id FROM applications AS a JOIN claims AS c ON c.application_id = a.id
		WHERE c.rule = 'Q01' AND c.released_at IS NULL AND (c.scope <> a.county_code OR NOT (a.state IN ` + inHand + ` OR (a.state = 'NOT_SHORTLISTED' AND a.overdue)))`},
	{"市级推荐的申报持有本市名额(Q02),逾期未报和取消资格的不退名额", `SELECT a.id FROM applications AS a WHERE a.channel = 'CITY_SELECTED'
		AND (a.state IN ` + recommended + ` OR (a.state = 'NOT_SHORTLISTED' AND a.overdue)) AND NOT EXISTS (SELECT 1 FROM claims AS c
		WHERE c.application_id = a.id AND c.rule = 'Q02' AND c.scope = a.city_code AND c.released_at IS NULL)`},
	{"重点帮扶县和未经推荐的申报不占本市名额(Q02)", `SELECT a.id FROM applications AS a JOIN claims AS c ON c.application_id = a.id
		WHERE c.rule = 'Q02' AND c.released_at IS NULL AND (c.scope <> a.city_code OR a.channel <> 'CITY_SELECTED'
		OR NOT (a.state IN ` + recommended + ` OR (a.state = 'NOT_SHORTLISTED' AND a.overdue)))`},
	{"取消资格的县有当年的年度锁定", `SELECT a.id FROM applications AS a JOIN batches AS b ON b.id = a.batch_id WHERE a.state = 'DISQUALIFIED'
		AND NOT EXISTS (SELECT 1 FROM year_locks AS l WHERE l.year = b.year AND l.county_code = a.county_code)`},
	{"年度锁定出自一件取消资格的申报", `SELECT l.year || ' ' || l.county_code FROM year_locks AS l JOIN applications AS a ON a.id = l.application_id
		WHERE a.state <> 'DISQUALIFIED' OR a.county_code <> l.county_code`},

	// History.
	{"办理记录逐条相接,从草稿起", `SELECT s.application_id || ' 第 ' || s.seq || ' 条' FROM
		(SELECT application_id, seq, from_state, LAG(seq, 1, 0) OVER w AS before_seq, LAG(to_state, 1, 'DRAFT') OVER w AS before_state
			FROM steps WINDOW w AS (PARTITION BY application_id ORDER BY seq)) AS s
		WHERE s.seq <> s.before_seq + 1 OR s.from_state <> s.before_state`},
	{"申报的状态就是最后一条办理记录的结果", `SELECT a.id FROM applications AS a WHERE a.state <> COALESCE((SELECT s.to_state FROM steps AS s
		WHERE s.application_id = a.id ORDER BY s.seq DESC LIMIT 1), 'DRAFT')`},
	{"申报的轮次等于状态变动的次数加一", `SELECT a.id FROM applications AS a WHERE a.round <> 1 +
		(SELECT COUNT(*) FROM steps AS s WHERE s.application_id = a.id AND s.from_state <> s.to_state)`},
	{"上报后有上报时刻,报省后有报省时刻和文号", `SELECT a.id FROM applications AS a WHERE (a.submitted_at IS NULL AND a.state <> 'DRAFT')
		OR (a.state IN ` + reported + ` AND (a.reported_at IS NULL OR a.city_doc_no = ''))`},
	{"版本从 1 起", `SELECT id FROM applications WHERE version < 1 UNION ALL SELECT id FROM batches WHERE version < 1 UNION ALL SELECT id FROM accounts WHERE version < 1`},

	// Snapshots.
	{"上报过的申报有定稿,现行定稿是最新一份,编号从 1 连续", `SELECT a.id FROM applications AS a LEFT JOIN
		(SELECT application_id, MAX(number) AS last, COUNT(*) AS kept FROM snapshots GROUP BY application_id) AS s ON s.application_id = a.id
		WHERE a.snapshot_no <> COALESCE(s.last, 0) OR COALESCE(s.last, 0) <> COALESCE(s.kept, 0) OR (a.state = 'DRAFT') <> (a.snapshot_no = 0)`},
	{"定稿所依据的参数版本存在", `SELECT s.application_id || ' 第 ' || s.number || ' 份' FROM snapshots AS s WHERE NOT EXISTS
		(SELECT 1 FROM packs AS p WHERE p.batch_id = s.batch_id AND p.version = s.pack_version)`},

	{"没有人在填报的申报,各方看到的列表数据相同", `SELECT id FROM applications WHERE state NOT IN ` + edited + ` AND
		(title, search_text, villages, projects, linkage, prov_up, integrated, total, failed, warned, waived) <> (sealed_title, sealed_search_text,
		sealed_villages, sealed_projects, sealed_linkage, sealed_prov_up, sealed_integrated, sealed_total, sealed_failed, sealed_warned, sealed_waived)`},
	{"从未上报的草稿没有给旁人看的列表数据", `SELECT id FROM applications WHERE state = 'DRAFT' AND (sealed_title, sealed_villages, sealed_projects,
		sealed_linkage, sealed_prov_up, sealed_integrated, sealed_total, sealed_failed, sealed_warned, sealed_waived) <> ('', 0, 0, 0, 0, 0, 0, '', '', '')`},

	// Desks.
	{"往轮的会签除促成该步的以外都已作废,没有来轮的会签", `SELECT g.id FROM signatures AS g JOIN applications AS a ON a.id = g.application_id
		WHERE g.voided_at IS NULL AND (g.round > a.round OR g.snapshot_no > a.snapshot_no OR (g.round < a.round AND NOT EXISTS (SELECT 1 FROM steps AS s
		WHERE s.application_id = a.id AND s.action = g.action AND s.from_state <> s.to_state AND s.happened_at >= g.signed_at)))`},
	{"退回补正中的申报有一张未答复的退回单", `SELECT a.id FROM applications AS a WHERE a.state IN ` + returned + `
		AND NOT EXISTS (SELECT 1 FROM return_slips AS r WHERE r.application_id = a.id AND r.answered_at IS NULL)`},
	{"未答复的退回单只属于退回补正中或由此撤回的申报", `SELECT r.id FROM return_slips AS r JOIN applications AS a ON a.id = r.application_id
		WHERE r.answered_at IS NULL AND a.state NOT IN ` + returned + ` AND a.state <> 'WITHDRAWN'`},

	// Batches.
	{"已发布的批次有已发布的政策参数", `SELECT b.id FROM batches AS b WHERE b.state <> 'CONFIG'
		AND NOT EXISTS (SELECT 1 FROM packs AS p WHERE p.batch_id = b.id AND p.published_at IS NOT NULL)`},
	{"批次记着最新的参数版本", `SELECT b.id FROM batches AS b WHERE b.pack_version <> COALESCE((SELECT MAX(p.version) FROM packs AS p WHERE p.batch_id = b.id), 0)`},

	// Files and people.
	{"附件有文件登记", `SELECT f.id FROM attachments AS f WHERE NOT EXISTS (SELECT 1 FROM blobs AS b WHERE b.sha256 = f.sha256)`},
	{"文件登记有附件引用", `SELECT b.sha256 FROM blobs AS b WHERE NOT EXISTS (SELECT 1 FROM attachments AS f WHERE f.sha256 = b.sha256)`},
	{"停用的账号没有登录", `SELECT DISTINCT a.login FROM sessions AS s JOIN accounts AS a ON a.id = s.account_id WHERE a.disabled`},
}
