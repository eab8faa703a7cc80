package store

import (
	"xianjie/internal/money"
	"xianjie/workflow"
)

type confirmationRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	Line          string
	Department    string
	Amount        int64
	AccountID     string
	Name          string
	ConfirmedAt   instant
	Kind          string
	Content       string  // of Content all but the amount counts
	AttachmentID  *string // NULL when none was given
	SnapshotNo    int

	DocID    string `gorm:"->"` // joined from the attachment, never written
	FileName string `gorm:"->"`
	SHA256   string `gorm:"->;column:sha256"`
}

// TableName implements GORM's Tabler.
func (confirmationRow) TableName() string { return "confirmations" }

func (r confirmationRow) confirmation() (workflow.Confirmation, error) {
	c := workflow.Confirmation{ID: r.ID, ApplicationID: r.ApplicationID, Kind: workflow.PledgeKind(r.Kind), Line: r.Line, Department: r.Department,
		DocID: r.DocID, FileName: r.FileName, SHA256: r.SHA256, SnapshotNo: r.SnapshotNo, AccountID: r.AccountID, Name: r.Name, ConfirmedAt: r.ConfirmedAt.time()}
	if r.AttachmentID != nil {
		c.AttachmentID = *r.AttachmentID
	}
	err := unpack("读取资金确认", r.Content, &c.Content)
	c.Content.Amount = money.Fen(r.Amount)
	return c, err
}

// confirmations are all of an application's, oldest first; the newest of a line or project that still fits is the one that counts.
func (r reads) confirmations(applicationID string) ([]workflow.Confirmation, error) {
	var rows []confirmationRow
	err := r.db.Table("confirmations AS c").Joins("LEFT JOIN attachments AS f ON f.id = c.attachment_id").
		Select("c.*, COALESCE(f.doc_id, '') AS doc_id, COALESCE(f.file_name, '') AS file_name, COALESCE(f.sha256, '') AS sha256").
		Where("c.application_id = ?", applicationID).Order("c.confirmed_at, c.id").Find(&rows).Error
	if err != nil {
		return nil, failed("读取资金确认", err)
	}
	out := make([]workflow.Confirmation, len(rows))
	for i, row := range rows {
		if out[i], err = row.confirmation(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// InsertConfirmation implements workflow.Tx.
func (t *tx) InsertConfirmation(c workflow.Confirmation) error {
	batch, err := t.batchOf(c.ApplicationID)
	if err != nil {
		return err
	}
	content, err := pack("登记资金确认", c.Content)
	if err != nil {
		return err
	}
	row := confirmationRow{ID: c.ID, ApplicationID: c.ApplicationID, BatchID: batch, Line: c.Line, Department: c.Department, Amount: int64(c.Content.Amount),
		AccountID: c.AccountID, Name: c.Name, ConfirmedAt: instant(c.ConfirmedAt), Kind: string(c.Kind), Content: content, SnapshotNo: c.SnapshotNo}
	if c.AttachmentID != "" {
		row.AttachmentID = &c.AttachmentID
	}
	return failed("登记资金确认", t.db.Create(&row).Error)
}
