package store

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/workflow"
)

// fundScope adds the conditions that say whose money: the Sight first, over the applications joined as a.
func fundScope(db *gorm.DB, q workflow.FundQuery) *gorm.DB {
	seen, args := sightSQL(q.Sight)
	db = db.Where(seen, args...)
	for _, c := range []struct{ column, value string }{
		{"a.batch_id", q.BatchID}, {"a.city_code", q.City}, {"a.county_code", q.County}, {"a.id", q.ApplicationID},
	} {
		if c.value != "" {
			db = db.Where(c.column+" = ?", c.value)
		}
	}
	return db
}

// entryState is an entry's state as a condition over fund_entries and its decision d.
func entryState(s funds.State) string {
	switch s {
	case funds.Posted:
		return "(NOT fund_entries.waits OR d.confirmed)"
	case funds.Rejected:
		return "(d.entry_id IS NOT NULL AND NOT d.confirmed)"
	default:
		return "(fund_entries.waits AND d.entry_id IS NULL)"
	}
}

func fundEntryScope(db *gorm.DB, q workflow.FundQuery) *gorm.DB {
	db = fundScope(db.Model(&fundEntryRow{}).Joins("JOIN applications AS a ON a.id = fund_entries.application_id").
		Joins("JOIN fund_lines AS l ON l.application_id = fund_entries.application_id AND l.line = fund_entries.line").
		Joins("LEFT JOIN fund_decisions AS d ON d.entry_id = fund_entries.id"), q)
	for _, c := range []struct{ column, value string }{{"fund_entries.line", q.Line}, {"l.source", q.Source}} {
		if c.value != "" {
			db = db.Where(c.column+" = ?", c.value)
		}
	}
	if q.Level != nil {
		db = db.Where("fund_entries.level = ?", string(*q.Level))
	}
	if q.Project != "" {
		db = db.Where("EXISTS (SELECT 1 FROM fund_parts AS p WHERE p.entry_id = fund_entries.id AND p.project = ?)", q.Project)
	}
	if len(q.Kinds) > 0 {
		db = db.Where("fund_entries.kind IN ?", q.Kinds)
	}
	if len(q.States) > 0 {
		states := make([]string, len(q.States))
		for i, s := range q.States {
			states[i] = entryState(s)
		}
		db = db.Where(strings.Join(states, " OR "))
	}
	if !q.From.IsZero() {
		db = db.Where("fund_entries.dated >= ?", q.From.String())
	}
	if !q.To.IsZero() {
		db = db.Where("fund_entries.dated <= ?", q.To.String())
	}
	if text := strings.TrimSpace(q.Search); text != "" {
		pattern := "%" + escapeLike(strings.ToLower(text)) + "%"
		db = db.Where(`LOWER(fund_entries.doc_no) LIKE ? ESCAPE '\' OR LOWER(fund_entries.payee) LIKE ? ESCAPE '\'`, pattern, pattern)
	}
	return db
}

// fundSorts are what the ledger may be sorted by; the number decides between equals.
var fundSorts = map[string]string{"": "a.number, fund_entries.number", "no": "a.number, fund_entries.number", "dated": "fund_entries.dated", "amount": "fund_entries.amount",
	"enteredAt": "fund_entries.entered_at"}

// FundEntries implements workflow.Reader. What the Sight does not open is neither listed nor counted.
func (s *Store) FundEntries(ctx context.Context, q workflow.FundQuery) (workflow.Page[workflow.FundEntry], error) {
	page, size := paging(q.Page, q.PageSize)
	out := workflow.Page[workflow.FundEntry]{Items: []workflow.FundEntry{}, Page: page, PageSize: size}
	name, descending := strings.CutPrefix(q.Sort, "-")
	order, known := fundSorts[name]
	if !known || q.Sort == "-" {
		return out, fault.At("不能这样排序", []fault.Place{{Location: "query.sort", Message: "“" + q.Sort + "”不是可排序的栏目,可用:no、dated、amount、enteredAt,前加 - 为倒序"}})
	}
	if descending {
		order = strings.ReplaceAll(order, ",", " DESC,") + " DESC"
	}
	err := s.atOneInstant(ctx, func(r reads) error {
		var total int64
		if err := fundEntryScope(r.db, q).Count(&total).Error; err != nil {
			return failed("读取资金台账", err)
		}
		out.Total = int(total)
		var err error
		out.Items, err = r.fundEntries(fundEntryScope(r.db, q).Select("fund_entries.*").Order(order + ", fund_entries.id").Limit(size).Offset((page - 1) * size))
		return err
	})
	return out, err
}

// FundNumbers implements workflow.Reader.
func (s *Store) FundNumbers(ctx context.Context, applicationID string) (map[string]int64, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []struct {
		ID     string
		Number int64
	}
	if err := r.db.Model(&fundEntryRow{}).Select("id", "number").Where("application_id = ?", applicationID).Scan(&rows).Error; err != nil {
		return nil, failed("读取资金台账", err)
	}
	numbers := make(map[string]int64, len(rows))
	for _, row := range rows {
		numbers[row.ID] = row.Number
	}
	return numbers, nil
}

// fundSumRow is one line, level and perhaps project of one award.
type fundSumRow struct {
	ApplicationID, Line, Source, Levels, Level, Project string
	Planned, Committed, Allocated, Disbursed, Spent     int64
	Pending                                             int64
}

// FundSums implements workflow.Reader: what is planned and committed of each line, and what came of each of its levels.
func (s *Store) FundSums(ctx context.Context, q workflow.FundQuery) (sums []workflow.FundSum, err error) {
	err = s.atOneInstant(ctx, func(r reads) error {
		sums, err = r.fundSums(q)
		return err
	})
	return sums, err
}

func (r reads) fundSums(q workflow.FundQuery) ([]workflow.FundSum, error) {
	project, apart := "''", ""
	if q.ByProject {
		project, apart = "x.project", ", x.project"
	}
	narrowed := func(table string) *gorm.DB {
		db := fundScope(r.db.Table(table+" AS x").Joins("JOIN applications AS a ON a.id = x.application_id").
			Joins("JOIN fund_lines AS l ON l.application_id = x.application_id AND l.line = x.line"), q)
		for _, c := range []struct{ column, value string }{{"x.line", q.Line}, {"l.source", q.Source}, {"x.project", q.Project}} {
			if c.value != "" {
				db = db.Where(c.column+" = ?", c.value)
			}
		}
		return db
	}
	var rows, came []fundSumRow
	planned := narrowed("fund_shares")
	if q.Level != nil {
		planned = planned.Where("l.levels = ?", string(*q.Level)) // what is planned of 省级以上 has no level of its own
	}
	err := planned.Select("x.application_id, x.line, l.source, l.levels, '' AS level, " + project + " AS project, SUM(x.planned) AS planned, " +
		"SUM(CASE WHEN l.committed THEN x.planned ELSE 0 END) AS committed").Group("x.application_id, x.line, l.source, l.levels, l.place" + apart).
		Order("x.application_id, l.place" + apart).Scan(&rows).Error
	if err != nil {
		return nil, failed("汇总资金", err)
	}
	byLevel := narrowed("fund_cells")
	if q.Level != nil {
		byLevel = byLevel.Where("x.level = ?", string(*q.Level))
	}
	err = byLevel.Select("x.application_id, x.line, l.source, l.levels, x.level, " + project + " AS project, SUM(x.allocated) AS allocated, SUM(x.disbursed) AS disbursed, " +
		"SUM(x.spent) AS spent, SUM(x.allocated_in + x.disbursed_in + x.spent_in + x.allocated_out + x.disbursed_out + x.spent_out) AS pending").
		Group("x.application_id, x.line, l.source, l.levels, l.place, x.level" + apart).Order("x.application_id, l.place, x.level" + apart).Scan(&came).Error
	if err != nil {
		return nil, failed("汇总资金", err)
	}
	out := make([]workflow.FundSum, 0, len(rows)+len(came))
	for _, row := range append(rows, came...) {
		level := funds.Level(row.Level)
		if row.Level == "" && !strings.Contains(row.Levels, ",") {
			level = funds.Level(row.Levels)
		}
		out = append(out, workflow.FundSum{ApplicationID: row.ApplicationID, Line: row.Line, Source: row.Source, Level: level, Project: row.Project,
			Amounts: funds.Amounts{Planned: money.Fen(row.Planned), Committed: money.Fen(row.Committed), Allocated: money.Fen(row.Allocated),
				Disbursed: money.Fen(row.Disbursed), Spent: money.Fen(row.Spent)}, Pending: money.Fen(row.Pending)})
	}
	return out, nil
}
