package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/workflow"
)

type fundAccountRow struct {
	ApplicationID string `gorm:"primaryKey"`
	BatchID       string
	Version       int64
	Award         int64
	PlanVersion   int
	Entries       int64
	ArrivalDue    instant
	JudgedAt      *instant
	OpenedAt      instant
}

// TableName implements GORM's Tabler.
func (fundAccountRow) TableName() string { return "fund_accounts" }

func (r fundAccountRow) account() workflow.FundAccount {
	return workflow.FundAccount{ApplicationID: r.ApplicationID, BatchID: r.BatchID, Version: r.Version, Award: money.Fen(r.Award), PlanVersion: r.PlanVersion,
		Entries: r.Entries, ArrivalDue: r.ArrivalDue.time(), JudgedAt: pointer(r.JudgedAt), OpenedAt: r.OpenedAt.time()}
}

func takeFundAccount(db *gorm.DB) (workflow.FundAccount, error) {
	var row fundAccountRow
	err := take(db, "读取资金账", &row, fault.New(fault.NotFound, "这份申报还没有立项,没有资金账"))
	return row.account(), err
}

// OpenFundAccount implements workflow.Tx.
func (t *tx) OpenFundAccount(a *workflow.FundAccount, plan workflow.FundPlan, lines []funds.Line, shares []funds.Share, committed map[string]bool) (bool, error) {
	row := fundAccountRow{ApplicationID: a.ApplicationID, BatchID: a.BatchID, Version: a.Version, Award: int64(a.Award), PlanVersion: a.PlanVersion,
		Entries: a.Entries, ArrivalDue: instant(a.ArrivalDue), OpenedAt: instant(a.OpenedAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil || res.RowsAffected == 0 {
		return false, failed("开立资金账", res.Error)
	}
	if err := t.InsertFundPlan(plan); err != nil {
		return false, err
	}
	return true, t.putFundPlan(a.ApplicationID, a.BatchID, lines, shares, committed)
}

// LockFundAccount implements workflow.Tx.
func (t *tx) LockFundAccount(applicationID string) (workflow.FundAccount, error) {
	return takeFundAccount(t.db.Clauses(rowLock("fund_accounts")).Where("application_id = ?", applicationID))
}

// SaveFundAccount implements workflow.Tx.
func (t *tx) SaveFundAccount(a *workflow.FundAccount) error {
	res := t.db.Model(&fundAccountRow{}).Where("application_id = ? AND version = ?", a.ApplicationID, a.Version).
		Updates(map[string]any{"version": a.Version + 1, "plan_version": a.PlanVersion, "entries": a.Entries, "judged_at": optional(a.JudgedAt)})
	if res.Error != nil {
		return failed("保存资金账", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "资金账刚刚被他人更新,请刷新后再办")
	}
	a.Version++
	return nil
}

// ReadFundAccount implements workflow.Reader.
func (s *Store) ReadFundAccount(ctx context.Context, applicationID string) (workflow.FundAccount, error) {
	r, done := s.reading(ctx)
	defer done()
	return takeFundAccount(r.db.Where("application_id = ?", applicationID))
}

// Unopened implements workflow.Reader.
func (s *Store) Unopened(ctx context.Context) ([]string, error) {
	r, done := s.reading(ctx)
	defer done()
	ids := []string{}
	err := r.db.Raw(`SELECT w.application_id FROM awards AS w LEFT JOIN fund_accounts AS f ON f.application_id = w.application_id
		WHERE f.application_id IS NULL ORDER BY w.application_id`).Scan(&ids).Error
	return ids, failed("读取资金账", err)
}

// ArrivalsDue implements workflow.Reader. The list is a hint: judging looks again under the lock.
func (s *Store) ArrivalsDue(ctx context.Context) ([]string, error) {
	r, done := s.reading(ctx)
	defer done()
	now, err := s.clock(r.db)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	err = r.db.Model(&fundAccountRow{}).Where("arrival_due <= ? AND judged_at IS NULL", instant(now)).Order("arrival_due, application_id").
		Pluck("application_id", &ids).Error
	return ids, failed("读取资金账", err)
}
