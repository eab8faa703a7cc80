package store

import (
	"context"
	"database/sql"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

type fundPeriodRow struct {
	BatchID  string `gorm:"primaryKey"`
	Through  string `gorm:"primaryKey"`
	ClosedBy string
	Name     string
	ClosedAt instant
}

// TableName implements GORM's Tabler.
func (fundPeriodRow) TableName() string { return "fund_periods" }

// ShareBatch implements workflow.Tx. On SQLite the transaction holds the one write lock already.
func (t *tx) ShareBatch(id string) error {
	err := t.db.Table("batches").Clauses(clause.Locking{Strength: "SHARE"}).Select("id").Where("id = ?", id).Row().Scan(&id)
	return failed("读取批次", err)
}

// ClosedThrough implements workflow.Tx.
func (t *tx) ClosedThrough(batchID string) (proposal.Date, error) {
	var last sql.NullString
	if err := t.db.Raw("SELECT MAX(through) FROM fund_periods WHERE batch_id = ?", batchID).Row().Scan(&last); err != nil {
		return proposal.Date{}, failed("读取结账期", err)
	}
	d, err := proposal.ParseDate(last.String)
	return d, failed("读取结账期", err)
}

// PendingThrough implements workflow.Tx.
func (t *tx) PendingThrough(batchID string, through proposal.Date) (int, error) {
	var n int
	err := t.db.Raw(`SELECT COUNT(*) FROM fund_entries AS e LEFT JOIN fund_decisions AS d ON d.entry_id = e.id
		WHERE e.batch_id = ? AND e.dated <= ? AND e.waits AND d.entry_id IS NULL`, batchID, through.String()).Row().Scan(&n)
	return n, failed("读取待复核的分录", err)
}

// InsertFundPeriod implements workflow.Tx.
func (t *tx) InsertFundPeriod(p workflow.FundPeriod) error {
	row := fundPeriodRow{p.BatchID, p.Through.String(), p.ClosedBy, p.Name, instant(p.ClosedAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error == nil && res.RowsAffected == 0 {
		return fault.New(fault.Refused, "%s 已经结账", p.Through.String())
	}
	return failed("结账", res.Error)
}

// FundPeriods implements workflow.Reader.
func (s *Store) FundPeriods(ctx context.Context, batchID string) ([]workflow.FundPeriod, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []fundPeriodRow
	if err := r.db.Where("batch_id = ?", batchID).Order("through DESC").Find(&rows).Error; err != nil {
		return nil, failed("读取结账期", err)
	}
	out := make([]workflow.FundPeriod, len(rows))
	for i, row := range rows {
		through, err := proposal.ParseDate(row.Through)
		if err != nil {
			return nil, failed("读取结账期", err)
		}
		out[i] = workflow.FundPeriod{BatchID: row.BatchID, Through: through, ClosedBy: row.ClosedBy, Name: row.Name, ClosedAt: row.ClosedAt.time()}
	}
	return out, nil
}
