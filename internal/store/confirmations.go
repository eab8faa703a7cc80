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
}

// TableName implements GORM's Tabler.
func (confirmationRow) TableName() string { return "confirmations" }

// confirmations are all of an application's, oldest first; the newest of a line is the one that counts.
func (r reads) confirmations(applicationID string) ([]workflow.Confirmation, error) {
	var rows []confirmationRow
	if err := r.db.Where("application_id = ?", applicationID).Order("confirmed_at, id").Find(&rows).Error; err != nil {
		return nil, failed("读取资金确认", err)
	}
	out := make([]workflow.Confirmation, len(rows))
	for i, c := range rows {
		out[i] = workflow.Confirmation{ID: c.ID, ApplicationID: c.ApplicationID, Line: c.Line, Department: c.Department, Amount: money.Fen(c.Amount),
			AccountID: c.AccountID, Name: c.Name, ConfirmedAt: c.ConfirmedAt.time()}
	}
	return out, nil
}

// InsertConfirmation implements workflow.Tx.
func (t *tx) InsertConfirmation(c workflow.Confirmation) error {
	batch, err := t.batchOf(c.ApplicationID)
	if err != nil {
		return err
	}
	row := confirmationRow{ID: c.ID, ApplicationID: c.ApplicationID, BatchID: batch, Line: c.Line, Department: c.Department, Amount: int64(c.Amount),
		AccountID: c.AccountID, Name: c.Name, ConfirmedAt: instant(c.ConfirmedAt)}
	return failed("登记资金确认", t.db.Create(&row).Error)
}
