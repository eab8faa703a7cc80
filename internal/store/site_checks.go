package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/workflow"
)

type siteCheckRow struct {
	ApplicationID string `gorm:"primaryKey"`
	BatchID       string
	CheckedOn     string
	Items         string
	Verdict       string
	Deduction     int64
	Comment       string
	Version       int64
	SubmittedAt   *instant
	SubmittedBy   string
	UpdatedAt     instant `gorm:"autoUpdateTime:false"`
}

// TableName implements GORM's Tabler.
func (siteCheckRow) TableName() string { return "site_checks" }

type siteInspectorRow struct {
	ApplicationID string `gorm:"primaryKey"`
	AccountID     string `gorm:"primaryKey"`
}

// TableName implements GORM's Tabler.
func (siteInspectorRow) TableName() string { return "site_inspectors" }

func noSiteCheck() *fault.Error {
	return fault.New(fault.NotFound, "还没有这份申报的现场核查单,或您无权查看")
}

// siteChecks are those of a condition, by application; never nil.
func (r reads) siteChecks(condition string, args ...any) ([]workflow.SiteSheet, error) {
	var rows []siteCheckRow
	if err := r.db.Where(condition, args...).Order("application_id").Find(&rows).Error; err != nil {
		return nil, failed("读取核查单", err)
	}
	out := make([]workflow.SiteSheet, len(rows))
	for i, row := range rows {
		out[i] = workflow.SiteSheet{ApplicationID: row.ApplicationID, BatchID: row.BatchID, Items: []workflow.SiteFinding{},
			Verdict: review.SiteVerdict(row.Verdict), Deduction: review.Points(row.Deduction), Comment: row.Comment, Version: row.Version,
			SubmittedAt: pointer(row.SubmittedAt), SubmittedBy: row.SubmittedBy, UpdatedAt: row.UpdatedAt.time()}
		if row.CheckedOn != "" {
			day, err := proposal.ParseDate(row.CheckedOn)
			if err != nil {
				return nil, failed("读取核查单", err)
			}
			out[i].CheckedOn = &day
		}
		if err := unpack("读取核查单", row.Items, &out[i].Items); err != nil {
			return nil, err
		}
		if err := r.team(&out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// team fills in who checks, by account.
func (r reads) team(c *workflow.SiteSheet) error {
	var team []struct{ AccountID, Name string }
	err := r.db.Table("site_inspectors AS i").Select("i.account_id, a.name").Joins("JOIN accounts AS a ON a.id = i.account_id").
		Where("i.application_id = ?", c.ApplicationID).Order("i.account_id").Scan(&team).Error
	c.Inspectors, c.Names = []string{}, []string{}
	for _, one := range team {
		c.Inspectors, c.Names = append(c.Inspectors, one.AccountID), append(c.Names, one.Name)
	}
	return failed("读取核查单", err)
}

func (r reads) siteCheck(applicationID string) (workflow.SiteSheet, error) {
	found, err := r.siteChecks("application_id = ?", applicationID)
	if err == nil && len(found) == 0 {
		err = noSiteCheck()
	}
	if err != nil {
		return workflow.SiteSheet{}, err
	}
	return found[0], nil
}

// SiteCheckOf implements workflow.Tx.
func (t *tx) SiteCheckOf(applicationID string) (workflow.SiteSheet, error) {
	return t.siteCheck(applicationID)
}

// ReadSiteCheck implements workflow.Reader.
func (s *Store) ReadSiteCheck(ctx context.Context, applicationID string) (workflow.SiteSheet, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.siteCheck(applicationID)
}

// ReadSiteChecks implements workflow.Reader.
func (s *Store) ReadSiteChecks(ctx context.Context, batchID string) ([]workflow.SiteSheet, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.siteChecks("batch_id = ?", batchID)
}

// SaveSiteCheck implements workflow.Tx: the sheet, and who fills it in.
func (t *tx) SaveSiteCheck(c *workflow.SiteSheet) error {
	items := c.Items
	if items == nil {
		items = []workflow.SiteFinding{}
	}
	text, err := pack("保存核查单", items)
	if err != nil {
		return err
	}
	row := siteCheckRow{ApplicationID: c.ApplicationID, BatchID: c.BatchID, Items: text, Verdict: string(c.Verdict), Deduction: int64(c.Deduction),
		Comment: c.Comment, Version: c.Version + 1, SubmittedAt: optional(c.SubmittedAt), SubmittedBy: c.SubmittedBy, UpdatedAt: instant(c.UpdatedAt)}
	if c.CheckedOn != nil {
		row.CheckedOn = c.CheckedOn.String()
	}
	var res *gorm.DB
	if c.Version == 0 {
		res = t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	} else {
		res = t.db.Model(&siteCheckRow{}).Where("application_id = ? AND version = ?", c.ApplicationID, c.Version).Select("*").
			Omit("application_id", "batch_id").Updates(&row)
	}
	if res.Error != nil {
		return failed("保存核查单", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "核查单刚刚被他人修改,您填写的内容没有丢失,请刷新比对后再存")
	}
	c.Version++
	return t.assignInspectors(c)
}

func (t *tx) assignInspectors(c *workflow.SiteSheet) error {
	if err := t.db.Where("application_id = ?", c.ApplicationID).Delete(&siteInspectorRow{}).Error; err != nil {
		return failed("分派核查", err)
	}
	for _, account := range c.Inspectors {
		if err := t.db.Create(&siteInspectorRow{c.ApplicationID, account}).Error; err != nil {
			return failed("分派核查", err)
		}
	}
	return nil
}
