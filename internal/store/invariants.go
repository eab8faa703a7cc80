package store

// invariant is a sentence about the data and a query, the same on both databases, for the places where it does not hold. The
// query returns one text column: the ids concerned.
type invariant struct{ sentence, query string }

// The lists of states the queries share: applications in hand after the county's submit, and those that took the city's slot.
const (
	judged      = "'EXPERT_REVIEW', 'DEFENCE', 'SITE_CHECK', 'REVIEWED', 'PUBLIC_NOTICE', 'AWARDED', 'NOT_AWARDED'"
	scored      = "('DEFENCE', 'SITE_CHECK', 'REVIEWED', 'PUBLIC_NOTICE', 'AWARDED', 'NOT_AWARDED')"
	inHand      = "('SUBMITTED', 'RETURNED_BY_CITY', 'CITY_REVIEW', 'SHORTLISTED', 'REPORTED', 'FORMAL_CHECK', 'RETURNED_BY_PROVINCE', " + judged + ")"
	recommended = "('SHORTLISTED', 'REPORTED', 'FORMAL_CHECK', 'RETURNED_BY_PROVINCE', 'DISQUALIFIED', " + judged + ")"
	reported    = "('REPORTED', 'FORMAL_CHECK', 'RETURNED_BY_PROVINCE', 'DISQUALIFIED', " + judged + ")"
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
		(title, search_text, villages, projects, linkage, prov_up, integrated, total, failed, warned, waived, unconfirmed) <> (sealed_title, sealed_search_text,
		sealed_villages, sealed_projects, sealed_linkage, sealed_prov_up, sealed_integrated, sealed_total, sealed_failed, sealed_warned, sealed_waived, sealed_unconfirmed)`},
	{"从未上报的草稿没有给旁人看的列表数据", `SELECT id FROM applications WHERE state = 'DRAFT' AND (sealed_title, sealed_villages, sealed_projects,
		sealed_linkage, sealed_prov_up, sealed_integrated, sealed_total, sealed_failed, sealed_warned, sealed_waived, sealed_unconfirmed) <> ('', 0, 0, 0, 0, 0, 0, '', '', '', 0)`},

	// Desks.
	{"往轮的会签除促成该步的以外都已作废,没有来轮的会签", `SELECT g.id FROM signatures AS g JOIN applications AS a ON a.id = g.application_id
		WHERE g.voided_at IS NULL AND (g.round > a.round OR g.snapshot_no > a.snapshot_no OR (g.round < a.round AND NOT EXISTS (SELECT 1 FROM steps AS s
		WHERE s.application_id = a.id AND s.action = g.action AND s.from_state <> s.to_state AND s.happened_at >= g.signed_at)))`},
	{"退回补正中的申报有一张未答复的退回单", `SELECT a.id FROM applications AS a WHERE a.state IN ` + returned + `
		AND NOT EXISTS (SELECT 1 FROM return_slips AS r WHERE r.application_id = a.id AND r.answered_at IS NULL)`},
	{"未答复的退回单只属于退回补正中或由此撤回的申报", `SELECT r.id FROM return_slips AS r JOIN applications AS a ON a.id = r.application_id
		WHERE r.answered_at IS NULL AND a.state NOT IN ` + returned + ` AND a.state <> 'WITHDRAWN'`},

	{"资金确认所附的是本申报的承诺文件", `SELECT c.id FROM confirmations AS c LEFT JOIN attachments AS f ON f.id = c.attachment_id
		WHERE c.attachment_id IS NOT NULL AND (f.id IS NULL OR f.application_id <> c.application_id OR f.kind <> 'FUND_INTEGRATION_COMMITMENT')`},
	{"资金确认属于已有的或正要上报的定稿", `SELECT c.id FROM confirmations AS c JOIN applications AS a ON a.id = c.application_id
		WHERE c.snapshot_no < 1 OR c.snapshot_no > a.snapshot_no + 1`},

	// Review.
	{"交分的评审与最后一次交分的记录一致,总分和各项都是", `SELECT r.id FROM reviews AS r WHERE r.state = 'SUBMITTED' AND NOT EXISTS (SELECT 1 FROM review_events AS e
		WHERE e.review_id = r.id AND e.kind = 'submit' AND e.total = r.total AND e.sheet = r.sheet
		AND e.seq = (SELECT MAX(l.seq) FROM review_events AS l WHERE l.review_id = r.id AND l.kind = 'submit'))`},
	{"评审分派出自已发布的抽取", `SELECT r.id FROM reviews AS r JOIN draws AS d ON d.id = r.draw_id WHERE d.state <> 'PUBLISHED' OR d.batch_id <> r.batch_id OR d.stage <> r.stage`},
	{"开始评审的批次固定了评审办法", `SELECT b.id FROM batches AS b WHERE (b.review_pack = 0) <> NOT EXISTS (SELECT 1 FROM draws AS d WHERE d.batch_id = b.id AND d.state = 'PUBLISHED')`},
	{"离开书面评审的申报有书面结果,尚在其中的没有", `SELECT a.id FROM applications AS a WHERE (a.state IN ` + scored + ` AND NOT EXISTS (SELECT 1 FROM results AS k
		WHERE k.application_id = a.id AND k.kind = 'WRITTEN')) OR (a.state = 'EXPERT_REVIEW' AND EXISTS (SELECT 1 FROM results AS k WHERE k.application_id = a.id))`},
	{"评审完成的申报有合成分,尚未完成的没有", `SELECT a.id FROM applications AS a WHERE a.state <> 'DISQUALIFIED' AND (a.state IN ('REVIEWED', 'PUBLIC_NOTICE', 'AWARDED', 'NOT_AWARDED'))
		<> EXISTS (SELECT 1 FROM results AS k WHERE k.application_id = a.id AND k.kind = 'COMPOSITE')`},

	// Batches.
	{"已发布的批次有已发布的政策参数", `SELECT b.id FROM batches AS b WHERE b.state <> 'CONFIG'
		AND NOT EXISTS (SELECT 1 FROM packs AS p WHERE p.batch_id = b.id AND p.published_at IS NOT NULL)`},
	{"批次记着最新的参数版本", `SELECT b.id FROM batches AS b WHERE b.pack_version <> COALESCE((SELECT MAX(p.version) FROM packs AS p WHERE p.batch_id = b.id), 0)`},

	// Stages.
	{"答辩次序在一批内从 1 起连续", `SELECT batch_id FROM defences GROUP BY batch_id HAVING MIN(place) <> 1 OR MAX(place) <> COUNT(*)`},
	{"登记过参会的答辩有时间,有到会岗位", `SELECT application_id FROM defences WHERE held_at IS NOT NULL AND (meeting_at IS NULL OR attendance NOT LIKE '%"present":true%')`},
	{"提交的核查单有提交人,其提交人是核查人员", `SELECT c.application_id FROM site_checks AS c WHERE c.submitted_at IS NOT NULL
		AND NOT EXISTS (SELECT 1 FROM site_inspectors AS i WHERE i.application_id = c.application_id AND i.account_id = c.submitted_by)`},
	// Notices and awards.
	{"已立项的申报有一份立项,立项的申报已立项", `SELECT a.id FROM applications AS a LEFT JOIN awards AS w ON w.application_id = a.id
		WHERE (a.state = 'AWARDED') <> (w.application_id IS NOT NULL)`},
	{"立项的奖补额大于零,名列所据公示,立项在公示期满之后", `SELECT w.application_id FROM awards AS w JOIN notices AS n ON n.id = w.notice_id
		WHERE w.amount <= 0 OR n.closes_at IS NULL OR w.awarded_at < n.closes_at OR n.batch_id <> w.batch_id
		OR NOT EXISTS (SELECT 1 FROM notice_applications AS l WHERE l.notice_id = n.id AND l.application_id = w.application_id)`},
	{"立项的申报没有未答复的异议", `SELECT w.application_id FROM awards AS w JOIN objections AS o ON o.notice_id = w.notice_id
		AND o.application_id IN ('', w.application_id) WHERE o.upheld IS NULL`},
	{"发布过的公示有起止时刻,结束的公示在期满后结束", `SELECT n.id FROM notices AS n WHERE (n.state <> 'DRAFT' AND (n.opens_at IS NULL OR n.closes_at IS NULL
		OR n.closes_at <= n.opens_at)) OR (n.state = 'CLOSED' AND (n.closed_at IS NULL OR n.closed_at < n.closes_at))`},
	{"异议都在公示期内受理", `SELECT o.receipt_no FROM objections AS o JOIN notices AS n ON n.id = o.notice_id
		WHERE n.opens_at IS NULL OR o.filed_at < n.opens_at OR o.filed_at >= n.closes_at`},
	{"已结束评审的批次没有待定的申报", `SELECT a.id FROM applications AS a JOIN batches AS b ON b.id = a.batch_id WHERE b.state = 'AWARDED' AND a.state IN
		('REPORTED', 'FORMAL_CHECK', 'RETURNED_BY_PROVINCE', 'EXPERT_REVIEW', 'DEFENCE', 'SITE_CHECK', 'REVIEWED', 'PUBLIC_NOTICE')`},

	// Money.
	{"立项的申报有资金账", `SELECT w.application_id FROM awards AS w LEFT JOIN fund_accounts AS f ON f.application_id = w.application_id WHERE f.application_id IS NULL`},
	{"资金账的奖补额就是立项的奖补额,省级以上最多下达这么多", `SELECT f.application_id FROM fund_accounts AS f JOIN awards AS w ON w.application_id = f.application_id
		LEFT JOIN fund_lines AS l ON l.application_id = f.application_id AND l.line = 'LINKAGE_PROV_UP' WHERE f.award <> w.amount OR l.ceiling > f.award`},
	{"资金账的余额等于分录之和", fundCellsOff},
	{"占用的规划数等于已下达与待复核之和", `SELECT s.application_id || ' ' || s.line || ' ' || s.project FROM fund_shares AS s WHERE s.allocated <>
		COALESCE((SELECT SUM(c.allocated + c.allocated_in) FROM fund_cells AS c WHERE c.application_id = s.application_id AND c.line = s.line AND c.project = s.project), 0)`},
	{"占用的条目额度等于各项目占用之和", `SELECT l.application_id || ' ' || l.line FROM fund_lines AS l WHERE l.allocated <>
		COALESCE((SELECT SUM(s.allocated) FROM fund_shares AS s WHERE s.application_id = l.application_id AND s.line = l.line), 0)`},
	{"分录的金额等于各项目之和", `SELECT e.id FROM fund_entries AS e WHERE e.amount <> COALESCE((SELECT SUM(p.amount) FROM fund_parts AS p WHERE p.entry_id = e.id), 0)`},
	{"分录编号从 1 连续,账上记着笔数", `SELECT f.application_id FROM fund_accounts AS f LEFT JOIN (SELECT application_id, MAX(number) AS last, COUNT(*) AS kept
		FROM fund_entries GROUP BY application_id) AS e ON e.application_id = f.application_id WHERE f.entries <> COALESCE(e.last, 0) OR f.entries <> COALESCE(e.kept, 0)`},
	{"冲正与被冲正的分录同条目、同级次、同层次、同金额,项目相同,方向相反", `SELECT e.id FROM fund_entries AS e JOIN fund_entries AS o ON o.id = e.reverses
		WHERE o.kind = 'REVERSE' OR (e.application_id, e.line, e.level, e.layer, e.amount) <> (o.application_id, o.line, o.level, o.layer, o.amount) OR e.adds = o.adds
		OR EXISTS (SELECT 1 FROM fund_parts AS p LEFT JOIN fund_parts AS q ON q.entry_id = o.id AND q.project = p.project WHERE p.entry_id = e.id AND (q.amount IS NULL OR q.amount <> p.amount))`},
	{"一笔分录至多被冲正一次", `SELECT e.reverses FROM fund_entries AS e LEFT JOIN fund_decisions AS d ON d.entry_id = e.id
		WHERE e.reverses IS NOT NULL AND (d.entry_id IS NULL OR d.confirmed) GROUP BY e.reverses HAVING COUNT(*) > 1`},
	{"被冲正的分录已生效", `SELECT o.id FROM fund_entries AS e JOIN fund_entries AS o ON o.id = e.reverses LEFT JOIN fund_decisions AS d ON d.entry_id = o.id
		WHERE o.waits AND (d.entry_id IS NULL OR NOT d.confirmed)`},
	{"复核人不是登记人,不须复核的没有复核", `SELECT e.id FROM fund_entries AS e JOIN fund_decisions AS d ON d.entry_id = e.id
		WHERE NOT e.waits OR (d.confirmed AND d.account_id = e.account_id)`},
	{"结账以后没有登记过账期以内的分录", `SELECT e.id FROM fund_entries AS e JOIN fund_periods AS p ON p.batch_id = e.batch_id AND p.through >= e.dated AND p.closed_at < e.entered_at`},
	{"分录引用的凭证在同一个账上", `SELECT e.id FROM fund_entry_vouchers AS x JOIN fund_entries AS e ON e.id = x.entry_id JOIN fund_vouchers AS v ON v.id = x.voucher_id
		WHERE v.application_id <> e.application_id`},
	{"审计流水里有每笔分录的封印", `SELECT e.id FROM fund_entries AS e WHERE NOT EXISTS (SELECT 1 FROM audit_entries AS a
		WHERE a.stream = 'fund/' || e.application_id AND a.after_digest = e.seal)`},
	{"批准的规划版本从 1 连续,账上用的是最新一版", `SELECT f.application_id FROM fund_accounts AS f LEFT JOIN (SELECT application_id, MAX(version) AS last, COUNT(*) AS kept
		FROM fund_plans GROUP BY application_id) AS p ON p.application_id = f.application_id WHERE f.plan_version <> COALESCE(p.last, 0) OR f.plan_version <> COALESCE(p.kept, 0)`},

	{"启用动态码的账号有密钥,没有启用的没有", `SELECT a.id FROM accounts AS a WHERE a.second_factor <>
		EXISTS (SELECT 1 FROM second_factors AS f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL)`},

	// Changes of approved plans.
	{"批准的规划第 1 版出自立项,以后每版出自一项批准的变更,依据前一版,内容相同", `SELECT p.application_id || ' 第 ' || p.version || ' 版' FROM fund_plans AS p
		LEFT JOIN plan_changes AS c ON c.id = p.change_id WHERE (p.version = 1) <> (p.change_id = '') OR (p.version > 1 AND (c.id IS NULL OR c.state <> 'APPROVED'
		OR c.application_id <> p.application_id OR c.base <> p.version - 1 OR c.digest <> p.digest OR (c.city_reasons = '[]') = p.approved_city))`},
	{"批准的变更成为一版批准的规划", `SELECT c.id FROM plan_changes AS c WHERE c.state = 'APPROVED' AND NOT EXISTS (SELECT 1 FROM fund_plans AS p WHERE p.change_id = c.id)`},
	{"变更的状态就是最后一步所到,步骤相接", `SELECT c.id FROM plan_changes AS c WHERE c.state <> COALESCE((SELECT s.to_state FROM plan_change_steps AS s WHERE s.change_id = c.id
		ORDER BY s.number DESC LIMIT 1), '') OR EXISTS (SELECT 1 FROM plan_change_steps AS s LEFT JOIN plan_change_steps AS e ON e.change_id = s.change_id AND e.number = s.number - 1
		WHERE s.change_id = c.id AND s.from_state <> COALESCE(e.to_state, ''))`},
	{"须市级同意的变更经市级批准,批准人没有提出或签报过", `SELECT c.id FROM plan_changes AS c WHERE c.state = 'APPROVED' AND (c.city_reasons <> '[]')
		<> EXISTS (SELECT 1 FROM plan_change_steps AS s WHERE s.change_id = c.id AND s.action = 'approve')`},

	{"已提交的月报各项目都有形象进度和进展情况", `SELECT r.application_id || ' ' || r.month FROM monthly_reports AS r WHERE r.submitted_at IS NOT NULL
		AND (NOT EXISTS (SELECT 1 FROM monthly_items AS i WHERE i.application_id = r.application_id AND i.month = r.month)
		OR EXISTS (SELECT 1 FROM monthly_items AS i WHERE i.application_id = r.application_id AND i.month = r.month AND (i.percent IS NULL OR i.progress = '')))`},

	// Files and people.
	{"附件有文件登记", `SELECT f.id FROM attachments AS f WHERE NOT EXISTS (SELECT 1 FROM blobs AS b WHERE b.sha256 = f.sha256)`},
	{"文件登记有附件、照片或凭证引用", `SELECT b.sha256 FROM blobs AS b WHERE NOT EXISTS (SELECT 1 FROM attachments AS f WHERE f.sha256 = b.sha256)
		AND NOT EXISTS (SELECT 1 FROM site_photos AS p WHERE p.sha256 = b.sha256) AND NOT EXISTS (SELECT 1 FROM fund_vouchers AS v WHERE v.sha256 = b.sha256)`},
	{"停用的账号没有登录", `SELECT DISTINCT a.login FROM sessions AS s JOIN accounts AS a ON a.id = s.account_id WHERE a.disabled`},
}
