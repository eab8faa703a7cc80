package store

// signed is what an entry does to one layer, in effect or reserved, as a sum over its parts.
func signed(layer, condition, amount string) string {
	return "SUM(CASE WHEN e.layer = '" + layer + "' AND " + condition + " THEN " + amount + " ELSE 0 END)"
}

const (
	posted  = "(NOT e.waits OR d.confirmed)"
	waiting = "(e.waits AND d.entry_id IS NULL)"
	plus    = "CASE WHEN e.adds THEN p.amount ELSE -p.amount END"
)

// fundCellsOff names the cells that are not what the entries come to, and cells that are missing.
var fundCellsOff = `SELECT COALESCE(x.application_id, k.application_id) || ' ' || COALESCE(x.line, k.line) || ' ' ||
	COALESCE(x.level, k.level) || ' ' || COALESCE(x.project, k.project) FROM (
	SELECT e.application_id, e.line, e.level, p.project, ` +
	signed("ALLOCATED", posted, plus) + ` AS a, ` + signed("DISBURSED", posted, plus) + ` AS b, ` + signed("SPENT", posted, plus) + ` AS c, ` +
	signed("ALLOCATED", waiting+" AND e.adds", "p.amount") + ` AS ai, ` + signed("DISBURSED", waiting+" AND e.adds", "p.amount") + ` AS bi, ` +
	signed("SPENT", waiting+" AND e.adds", "p.amount") + ` AS ci, ` +
	signed("ALLOCATED", waiting+" AND NOT e.adds", "p.amount") + ` AS ao, ` + signed("DISBURSED", waiting+" AND NOT e.adds", "p.amount") + ` AS bo, ` +
	signed("SPENT", waiting+" AND NOT e.adds", "p.amount") + ` AS co
	FROM fund_entries AS e JOIN fund_parts AS p ON p.entry_id = e.id LEFT JOIN fund_decisions AS d ON d.entry_id = e.id
	GROUP BY e.application_id, e.line, e.level, p.project) AS x
	FULL JOIN fund_cells AS k ON k.application_id = x.application_id AND k.line = x.line AND k.level = x.level AND k.project = x.project
	WHERE k.application_id IS NULL AND (x.a, x.b, x.c, x.ai, x.bi, x.ci, x.ao, x.bo, x.co) <> (0, 0, 0, 0, 0, 0, 0, 0, 0)
	OR x.application_id IS NULL OR (x.a, x.b, x.c, x.ai, x.bi, x.ci, x.ao, x.bo, x.co) <> (k.allocated, k.disbursed, k.spent, k.allocated_in, k.disbursed_in,
	k.spent_in, k.allocated_out, k.disbursed_out, k.spent_out)`
