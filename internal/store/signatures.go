package store

import (
	"time"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type signatureRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	Action        string
	Round         int
	SnapshotNo    int
	Role          string
	AccountID     string
	Name          string
	Opinion       string
	Input         string
	SignedAt      instant
	VoidedAt      *instant
}

// TableName implements GORM's Tabler.
func (signatureRow) TableName() string { return "signatures" }

func (r signatureRow) signature() (workflow.Signature, error) {
	s := workflow.Signature{ID: r.ID, ApplicationID: r.ApplicationID, Action: workflow.Action(r.Action), Round: r.Round, SnapshotNo: r.SnapshotNo,
		Role: workflow.Role(r.Role), AccountID: r.AccountID, Name: r.Name, Opinion: r.Opinion, SignedAt: r.SignedAt.time(), VoidedAt: pointer(r.VoidedAt)}
	return s, unpack("读取会签", r.Input, &s.Input)
}

// signatures are those of a condition, oldest first.
func (r reads) signatures(condition string, args ...any) ([]workflow.Signature, error) {
	var rows []signatureRow
	err := r.db.Where(condition, args...).Order("signed_at, id").Find(&rows).Error
	if err != nil {
		return nil, failed("读取会签", err)
	}
	out := make([]workflow.Signature, len(rows))
	for i, row := range rows {
		if out[i], err = row.signature(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// InsertSignature implements workflow.Tx.
func (t *tx) InsertSignature(s workflow.Signature) error {
	batch, err := t.batchOf(s.ApplicationID)
	if err != nil {
		return err
	}
	input, err := pack("保存会签", s.Input)
	if err != nil {
		return err
	}
	row := signatureRow{ID: s.ID, ApplicationID: s.ApplicationID, BatchID: batch, Action: string(s.Action), Round: s.Round, SnapshotNo: s.SnapshotNo,
		Role: string(s.Role), AccountID: s.AccountID, Name: s.Name, Opinion: s.Opinion, Input: input, SignedAt: instant(s.SignedAt), VoidedAt: optional(s.VoidedAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("保存会签", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "本单位已签署,请刷新后查看")
	}
	return nil
}

// VoidSignatures implements workflow.Tx.
func (t *tx) VoidSignatures(applicationID string, round int, spare workflow.Action, at time.Time) error {
	return failed("作废会签", t.db.Model(&signatureRow{}).
		Where("application_id = ? AND round = ? AND action <> ? AND voided_at IS NULL", applicationID, round, string(spare)).
		Update("voided_at", instant(at)).Error)
}
