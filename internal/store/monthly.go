package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

type monthlyRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Month         string `gorm:"primaryKey"`
	BatchID       string
	Version       int64
	SubmittedAt   *instant
	SubmittedBy   string
	SubmittedName string
	ReturnReason  string
	UpdatedAt     instant `gorm:"autoUpdateTime:false"`
}

// TableName implements GORM's Tabler.
func (monthlyRow) TableName() string { return "monthly_reports" }

type monthlyItemRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Month         string `gorm:"primaryKey"`
	Project       string `gorm:"primaryKey"`
	Place         int
	Name          string
	Percent       *int
	Progress      string
	Problem       string
}

// TableName implements GORM's Tabler.
func (monthlyItemRow) TableName() string { return "monthly_items" }

// monthlyReports are those of an application with their lines, the newest first; never nil.
func (r reads) monthlyReports(applicationID string) ([]workflow.MonthlyReport, error) {
	var rows []monthlyRow
	var lines []monthlyItemRow
	if err := r.db.Where("application_id = ?", applicationID).Order("month DESC").Find(&rows).Error; err != nil {
		return nil, failed("读取月报", err)
	}
	if err := r.db.Where("application_id = ?", applicationID).Order("month DESC, place").Find(&lines).Error; err != nil {
		return nil, failed("读取月报", err)
	}
	out, at := make([]workflow.MonthlyReport, len(rows)), map[string]*workflow.MonthlyReport{}
	for i, row := range rows {
		out[i] = workflow.MonthlyReport{ApplicationID: row.ApplicationID, BatchID: row.BatchID, Month: workflow.Month(row.Month), Items: []workflow.MonthlyItem{},
			Version: row.Version, SubmittedAt: pointer(row.SubmittedAt), SubmittedBy: row.SubmittedBy, SubmittedName: row.SubmittedName,
			ReturnReason: row.ReturnReason, UpdatedAt: row.UpdatedAt.time()}
		at[row.Month] = &out[i]
	}
	for _, l := range lines {
		if report := at[l.Month]; report != nil { // one written between the two queries is not seen yet
			report.Items = append(report.Items, workflow.MonthlyItem{Project: l.Project, Name: l.Name, Percent: l.Percent, Progress: l.Progress, Problem: l.Problem})
		}
	}
	return out, nil
}

// MonthlyReportsOf implements workflow.Tx.
func (t *tx) MonthlyReportsOf(applicationID string) ([]workflow.MonthlyReport, error) {
	return t.monthlyReports(applicationID)
}

// ReadMonthlyReports implements workflow.Reader.
func (s *Store) ReadMonthlyReports(ctx context.Context, applicationID string) (found []workflow.MonthlyReport, err error) {
	err = s.atOneInstant(ctx, func(r reads) error {
		found, err = r.monthlyReports(applicationID)
		return err
	})
	return found, err
}

// SaveMonthlyReport implements workflow.Tx: the report and its lines.
func (t *tx) SaveMonthlyReport(m *workflow.MonthlyReport) error {
	row := monthlyRow{ApplicationID: m.ApplicationID, Month: string(m.Month), BatchID: m.BatchID, Version: m.Version + 1, SubmittedAt: optional(m.SubmittedAt),
		SubmittedBy: m.SubmittedBy, SubmittedName: m.SubmittedName, ReturnReason: m.ReturnReason, UpdatedAt: instant(m.UpdatedAt)}
	var res *gorm.DB
	if m.Version == 0 {
		res = t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	} else {
		res = t.db.Model(&monthlyRow{}).Where("application_id = ? AND month = ? AND version = ?", m.ApplicationID, string(m.Month), m.Version).Select("*").
			Omit("application_id", "month", "batch_id").Updates(&row)
	}
	if res.Error != nil {
		return failed("保存月报", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "月报刚刚被他人修改,您填写的内容没有丢失,请刷新比对后再存")
	}
	m.Version++
	if err := t.db.Where("application_id = ? AND month = ?", m.ApplicationID, string(m.Month)).Delete(&monthlyItemRow{}).Error; err != nil {
		return failed("保存月报", err)
	}
	if len(m.Items) == 0 {
		return nil
	}
	lines := make([]monthlyItemRow, len(m.Items))
	for i, item := range m.Items {
		lines[i] = monthlyItemRow{m.ApplicationID, string(m.Month), item.Project, i + 1, item.Name, item.Percent, item.Progress, item.Problem}
	}
	return failed("保存月报", t.db.CreateInBatches(&lines, createdAtOnce).Error)
}

// spentByProject adds up the parts of entries in force; what was given back or reversed counts against, on its own day.
func (r reads) spentByProject(applicationID string, from, through proposal.Date) (map[string]workflow.Spending, error) {
	var rows []struct {
		Project        string
		InMonth, SoFar int64
	}
	const signed = "(CASE WHEN fund_entries.adds THEN p.amount ELSE -p.amount END)"
	err := r.db.Model(&fundEntryRow{}).Joins("JOIN fund_parts AS p ON p.entry_id = fund_entries.id").
		Joins("LEFT JOIN fund_decisions AS d ON d.entry_id = fund_entries.id").
		Where("fund_entries.application_id = ? AND fund_entries.layer = ? AND fund_entries.dated <= ?", applicationID, string(funds.Spent), through.String()).
		Where(entryState(funds.Posted)).
		Select("p.project, SUM(CASE WHEN fund_entries.dated >= ? THEN "+signed+" ELSE 0 END) AS in_month, SUM("+signed+") AS so_far", from.String()).
		Group("p.project").Scan(&rows).Error
	if err != nil {
		return nil, failed("读取支出", err)
	}
	out := make(map[string]workflow.Spending, len(rows))
	for _, row := range rows {
		out[row.Project] = workflow.Spending{Month: money.Fen(row.InMonth), Total: money.Fen(row.SoFar)}
	}
	return out, nil
}

// SpentByProject implements workflow.Tx.
func (t *tx) SpentByProject(applicationID string, from, through proposal.Date) (map[string]workflow.Spending, error) {
	return t.spentByProject(applicationID, from, through)
}

// ReadSpentByProject implements workflow.Reader.
func (s *Store) ReadSpentByProject(ctx context.Context, applicationID string, from, through proposal.Date) (map[string]workflow.Spending, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.spentByProject(applicationID, from, through)
}
