package store

import (
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/policy"
	"xianjie/workflow"
)

type waiverRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	Rule          string
	Reason        string
	DocNo         string
	GrantedBy     string
	GrantedName   string
	GrantedAt     instant
	ExpiresAt     *instant
	SupersededAt  *instant // a later waiver of the same rule took its place after it had expired
}

// TableName implements GORM's Tabler.
func (waiverRow) TableName() string { return "waivers" }

// waivers are all of an application's, expired ones too, oldest first.
func (r reads) waivers(applicationID string) ([]workflow.Waiver, error) {
	var rows []waiverRow
	if err := r.db.Where("application_id = ?", applicationID).Order("granted_at, id").Find(&rows).Error; err != nil {
		return nil, failed("读取豁免", err)
	}
	out := make([]workflow.Waiver, len(rows))
	for i, w := range rows {
		out[i] = workflow.Waiver{ID: w.ID, ApplicationID: w.ApplicationID, Rule: policy.RuleID(w.Rule), Reason: w.Reason, DocNo: w.DocNo,
			GrantedBy: w.GrantedBy, GrantedName: w.GrantedName, GrantedAt: w.GrantedAt.time(), ExpiresAt: pointer(w.ExpiresAt)}
	}
	return out, nil
}

// InsertWaiver implements workflow.Tx. A waiver that has expired no longer stands in the way.
func (t *tx) InsertWaiver(w workflow.Waiver) error {
	batch, err := t.batchOf(w.ApplicationID)
	if err != nil {
		return err
	}
	expired := t.db.Model(&waiverRow{}).Where("application_id = ? AND rule = ? AND superseded_at IS NULL AND expires_at <= ?",
		w.ApplicationID, string(w.Rule), instant(w.GrantedAt))
	if err := expired.Update("superseded_at", instant(w.GrantedAt)).Error; err != nil {
		return failed("登记豁免", err)
	}
	row := waiverRow{ID: w.ID, ApplicationID: w.ApplicationID, BatchID: batch, Rule: string(w.Rule), Reason: w.Reason, DocNo: w.DocNo,
		GrantedBy: w.GrantedBy, GrantedName: w.GrantedName, GrantedAt: instant(w.GrantedAt), ExpiresAt: optional(w.ExpiresAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("登记豁免", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "规则 %s 已有豁免,无须重复登记", w.Rule)
	}
	return nil
}
