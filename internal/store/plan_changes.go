package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/policy"
	"xianjie/workflow"
)

type planChangeRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	Number        int
	State         string
	Base          int
	Reason        string
	Kinds         string
	Body          string
	Digest        string
	Differences   string
	CityReasons   string
	Findings      string
	PackVersion   int
	Version       int64
}

// TableName implements GORM's Tabler.
func (planChangeRow) TableName() string { return "plan_changes" }

func (r planChangeRow) change() (workflow.PlanChange, error) {
	c := workflow.PlanChange{ID: r.ID, ApplicationID: r.ApplicationID, BatchID: r.BatchID, No: r.Number, State: workflow.ChangeState(r.State), Base: r.Base,
		Reason: r.Reason, Body: []byte(r.Body), Digest: r.Digest, Steps: []workflow.ChangeStep{}, Version: r.Version,
		ChangeVerdict: workflow.ChangeVerdict{CityReasons: []workflow.CityReason{}, Findings: []policy.Finding{}, PackVersion: r.PackVersion}}
	for text, into := range map[*string]any{&r.Kinds: &c.Kinds, &r.Differences: &c.Differences, &r.CityReasons: &c.CityReasons, &r.Findings: &c.Findings} {
		if err := unpack("读取项目变更", *text, into); err != nil {
			return c, err
		}
	}
	return c, nil
}

// planChanges are those of a query with their steps.
func (r reads) planChanges(db *gorm.DB) ([]workflow.PlanChange, error) {
	var rows []planChangeRow
	if err := db.Find(&rows).Error; err != nil {
		return nil, failed("读取项目变更", err)
	}
	out, ids, at := make([]workflow.PlanChange, len(rows)), make([]string, len(rows)), map[string]int{}
	for i, row := range rows {
		var err error
		if out[i], err = row.change(); err != nil {
			return nil, err
		}
		ids[i], at[row.ID] = row.ID, i
	}
	if len(ids) == 0 {
		return out, nil
	}
	var steps []planChangeStepRow
	if err := r.db.Where("change_id IN ?", ids).Order("change_id, number").Find(&steps).Error; err != nil {
		return nil, failed("读取项目变更", err)
	}
	for _, s := range steps {
		c := &out[at[s.ChangeID]]
		c.Steps = append(c.Steps, s.step())
	}
	return out, nil
}

func (r reads) planChange(db *gorm.DB) (workflow.PlanChange, error) {
	found, err := r.planChanges(db)
	if err == nil && len(found) == 0 {
		return workflow.PlanChange{}, fault.New(fault.NotFound, "没有这项变更,或您无权查看")
	}
	if err != nil {
		return workflow.PlanChange{}, err
	}
	return found[0], nil
}

// InsertPlanChange implements workflow.Tx. The account's lock keeps the numbers apart; a partial unique index keeps an application to one open
// change.
func (t *tx) InsertPlanChange(c *workflow.PlanChange) error {
	err := t.db.Raw("SELECT COALESCE(MAX(number), 0) + 1 FROM plan_changes WHERE application_id = ?", c.ApplicationID).Row().Scan(&c.No)
	if err != nil {
		return failed("登记项目变更", err)
	}
	c.Version = 1
	row := planChangeRow{ID: c.ID, ApplicationID: c.ApplicationID, BatchID: c.BatchID, Number: c.No, State: string(c.State), Base: c.Base, Reason: c.Reason,
		Body: string(c.Body), Digest: c.Digest, PackVersion: c.PackVersion, Version: c.Version}
	for into, v := range map[*string]any{&row.Kinds: c.Kinds, &row.Differences: c.Differences, &row.CityReasons: c.CityReasons, &row.Findings: c.Findings} {
		if *into, err = pack("登记项目变更", v); err != nil {
			return err
		}
	}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error == nil && res.RowsAffected == 0 {
		return fault.New(fault.Refused, "这个推进区还有一项变更没有办结,请先办结或撤回,再提出新的变更")
	}
	return failed("登记项目变更", res.Error)
}

// LockPlanChange implements workflow.Tx.
func (t *tx) LockPlanChange(id string) (workflow.PlanChange, error) {
	return t.planChange(t.db.Clauses(rowLock("plan_changes")).Where("id = ?", id))
}

// SavePlanChange implements workflow.Tx.
func (t *tx) SavePlanChange(c *workflow.PlanChange) error {
	reasons, err := pack("保存项目变更", c.CityReasons)
	if err != nil {
		return err
	}
	findings, err := pack("保存项目变更", c.Findings)
	if err != nil {
		return err
	}
	res := t.db.Model(&planChangeRow{}).Where("id = ? AND version = ?", c.ID, c.Version).Updates(map[string]any{"state": string(c.State), "version": c.Version + 1,
		"city_reasons": reasons, "findings": findings, "pack_version": c.PackVersion})
	if res.Error != nil {
		return failed("保存项目变更", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "这项变更刚刚被他人办理,请刷新")
	}
	c.Version++
	return nil
}

// ReadPlanChange implements workflow.Reader.
func (s *Store) ReadPlanChange(ctx context.Context, id string) (workflow.PlanChange, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.planChange(r.db.Where("id = ?", id))
}

// PlanChanges implements workflow.Reader.
func (s *Store) PlanChanges(ctx context.Context, q workflow.FundQuery) ([]workflow.PlanChange, error) {
	r, done := s.reading(ctx)
	defer done()
	db := fundScope(r.db.Model(&planChangeRow{}).Joins("JOIN applications AS a ON a.id = plan_changes.application_id"), q)
	if q.Live {
		db = db.Where("plan_changes.state IN ('PROPOSED', 'SIGNED')")
	}
	return r.planChanges(db.Select("plan_changes.id, plan_changes.application_id, plan_changes.batch_id, plan_changes.number, plan_changes.state, plan_changes.base, " +
		"plan_changes.reason, plan_changes.kinds, plan_changes.digest, plan_changes.city_reasons, plan_changes.pack_version, plan_changes.version").
		Order("plan_changes.application_id, plan_changes.number DESC"))
}
