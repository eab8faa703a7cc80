package store

import (
	"context"
	"time"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type attachmentRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	DocID         string
	Kind          string
	FileName      string
	Size          int64
	MediaType     string
	SHA256        string `gorm:"column:sha256"`
	UploadedBy    string
	UploadedName  string
	UploadedAt    instant
	RemovedAt     *instant
}

// TableName implements GORM's Tabler.
func (attachmentRow) TableName() string { return "attachments" }

func (r attachmentRow) attachment() workflow.Attachment {
	return workflow.Attachment{ID: r.ID, ApplicationID: r.ApplicationID, DocID: r.DocID, Kind: r.Kind, FileName: r.FileName, Size: r.Size,
		MediaType: r.MediaType, SHA256: r.SHA256, UploadedBy: r.UploadedBy, UploadedName: r.UploadedName, UploadedAt: r.UploadedAt.time(),
		RemovedAt: pointer(r.RemovedAt)}
}

func noAttachment() *fault.Error {
	return fault.New(fault.NotFound, "没有这个附件,可能已被删除,请刷新")
}

// attachments are those of a condition, oldest first; never nil.
func (r reads) attachments(condition string, args ...any) ([]workflow.Attachment, error) {
	var rows []attachmentRow
	if err := r.db.Where(condition, args...).Order("uploaded_at, id").Find(&rows).Error; err != nil {
		return nil, failed("读取附件", err)
	}
	out := make([]workflow.Attachment, len(rows))
	for i, row := range rows {
		out[i] = row.attachment()
	}
	return out, nil
}

// Attachment implements workflow.Reader.
func (s *Store) Attachment(ctx context.Context, id string) (workflow.Attachment, error) {
	r, done := s.reading(ctx)
	defer done()
	var row attachmentRow
	err := take(r.db.Where("id = ?", id), "读取附件", &row, noAttachment())
	return row.attachment(), err
}

// ReadAttachments implements workflow.Reader.
func (s *Store) ReadAttachments(ctx context.Context, applicationID string) ([]workflow.Attachment, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.attachments("application_id = ?", applicationID)
}

// InsertAttachment implements workflow.Tx.
func (t *tx) InsertAttachment(a workflow.Attachment) error {
	batch, err := t.batchOf(a.ApplicationID)
	if err != nil {
		return err
	}
	if err := t.lockBlob(a.SHA256); err != nil {
		return err
	}
	row := attachmentRow{ID: a.ID, ApplicationID: a.ApplicationID, BatchID: batch, DocID: a.DocID, Kind: a.Kind, FileName: a.FileName, Size: a.Size,
		MediaType: a.MediaType, SHA256: a.SHA256, UploadedBy: a.UploadedBy, UploadedName: a.UploadedName, UploadedAt: instant(a.UploadedAt),
		RemovedAt: optional(a.RemovedAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("登记附件", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "附件编号 %s 已有文件,请先删除原文件或换一个编号", a.DocID)
	}
	return nil
}

// RemoveAttachment implements workflow.Tx.
func (t *tx) RemoveAttachment(applicationID, id string, purge bool, at time.Time) (workflow.Attachment, error) {
	var row attachmentRow
	err := take(t.db.Clauses(rowLock("attachments")).Where("id = ? AND application_id = ? AND removed_at IS NULL", id, applicationID),
		"删除附件", &row, noAttachment())
	if err != nil {
		return workflow.Attachment{}, err
	}
	if purge {
		return row.attachment(), failed("删除附件", t.db.Delete(&attachmentRow{}, "id = ?", id).Error)
	}
	removed := instant(at)
	row.RemovedAt = &removed
	return row.attachment(), failed("删除附件", t.db.Model(&attachmentRow{}).Where("id = ?", id).Update("removed_at", removed).Error)
}
