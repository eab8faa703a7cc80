package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/policy"
	"xianjie/workflow"
)

type fundPlanRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Version       int    `gorm:"primaryKey;autoIncrement:false"`
	BatchID       string
	Body          string
	Digest        string
	PackVersion   int
	Findings      string
	ChangeID      string
	ApprovedCity  bool
	ApprovedBy    string
	ApprovedAt    instant
}

// TableName implements GORM's Tabler.
func (fundPlanRow) TableName() string { return "fund_plans" }

func (r fundPlanRow) plan() (workflow.FundPlan, error) {
	p := workflow.FundPlan{ApplicationID: r.ApplicationID, Version: r.Version, BatchID: r.BatchID, Body: []byte(r.Body), Digest: r.Digest,
		PackVersion: r.PackVersion, Findings: []policy.Finding{}, ChangeID: r.ChangeID, City: r.ApprovedCity, ApprovedBy: r.ApprovedBy, ApprovedAt: r.ApprovedAt.time()}
	return p, unpack("读取批准的规划", r.Findings, &p.Findings)
}

// InsertFundPlan implements workflow.Tx.
func (t *tx) InsertFundPlan(p workflow.FundPlan) error {
	findings, err := pack("保存批准的规划", p.Findings)
	if err != nil {
		return err
	}
	row := fundPlanRow{ApplicationID: p.ApplicationID, Version: p.Version, BatchID: p.BatchID, Body: string(p.Body), Digest: p.Digest, PackVersion: p.PackVersion,
		Findings: findings, ChangeID: p.ChangeID, ApprovedCity: p.City, ApprovedBy: p.ApprovedBy, ApprovedAt: instant(p.ApprovedAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error == nil && res.RowsAffected == 0 {
		return fault.New(fault.Refused, "批准的规划已有第 %d 版,请刷新", p.Version)
	}
	return failed("保存批准的规划", res.Error)
}

func takeFundPlan(db *gorm.DB, applicationID string, version int) (workflow.FundPlan, error) {
	var row fundPlanRow
	err := take(db.Where("application_id = ? AND version = ?", applicationID, version), "读取批准的规划", &row,
		fault.New(fault.NotFound, "没有第 %d 版批准的规划", version))
	if err != nil {
		return workflow.FundPlan{}, err
	}
	return row.plan()
}

// FundPlanBody implements workflow.Tx.
func (t *tx) FundPlanBody(applicationID string, version int) (workflow.FundPlan, error) {
	return takeFundPlan(t.db, applicationID, version)
}

func cityFundPlan(db *gorm.DB, applicationID string) (workflow.FundPlan, error) {
	var row fundPlanRow
	err := take(db.Where("application_id = ? AND approved_city", applicationID).Order("version DESC"), "读取批准的规划", &row,
		fault.New(fault.NotFound, "这份申报还没有立项,没有批准的规划"))
	if err != nil {
		return workflow.FundPlan{}, err
	}
	return row.plan()
}

// CityFundPlan implements workflow.Tx.
func (t *tx) CityFundPlan(applicationID string) (workflow.FundPlan, error) {
	return cityFundPlan(t.db, applicationID)
}

// ReadCityFundPlan implements workflow.Reader.
func (s *Store) ReadCityFundPlan(ctx context.Context, applicationID string) (workflow.FundPlan, error) {
	r, done := s.reading(ctx)
	defer done()
	return cityFundPlan(r.db, applicationID)
}

// LayFundPlan implements workflow.Tx.
func (t *tx) LayFundPlan(plan workflow.FundPlan, lines []funds.Line, shares []funds.Share, committed map[string]bool) error {
	if err := t.InsertFundPlan(plan); err != nil {
		return err
	}
	return t.putFundPlan(plan.ApplicationID, plan.BatchID, lines, shares, committed)
}

// ReadFundPlan implements workflow.Reader.
func (s *Store) ReadFundPlan(ctx context.Context, applicationID string, version int) (workflow.FundPlan, error) {
	r, done := s.reading(ctx)
	defer done()
	return takeFundPlan(r.db, applicationID, version)
}

// FundPlans implements workflow.Reader.
func (s *Store) FundPlans(ctx context.Context, applicationID string) ([]workflow.FundPlan, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []fundPlanRow
	if err := r.db.Omit("body").Where("application_id = ?", applicationID).Order("version").Find(&rows).Error; err != nil {
		return nil, failed("读取批准的规划", err)
	}
	out := make([]workflow.FundPlan, len(rows))
	for i, row := range rows {
		var err error
		if out[i], err = row.plan(); err != nil {
			return nil, err
		}
	}
	return out, nil
}
