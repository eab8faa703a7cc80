package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type objectionRow struct {
	ID            string `gorm:"primaryKey"`
	ReceiptNo     string
	NoticeID      string
	BatchID       string
	ApplicationID string
	Text          string
	Contact       string
	FiledAt       instant
	Answer        string
	Upheld        *bool
	HandledBy     string
	HandledName   string
	HandledAt     *instant
	Version       int64
}

// TableName implements GORM's Tabler.
func (objectionRow) TableName() string { return "objections" }

func (r objectionRow) objection() workflow.Objection {
	return workflow.Objection{ID: r.ID, ReceiptNo: r.ReceiptNo, NoticeID: r.NoticeID, BatchID: r.BatchID, ApplicationID: r.ApplicationID, Text: r.Text,
		Contact: r.Contact, FiledAt: r.FiledAt.time(), Answer: r.Answer, Upheld: r.Upheld, HandledBy: r.HandledBy, HandledName: r.HandledName,
		HandledAt: pointer(r.HandledAt), Version: r.Version}
}

func takeObjection(db *gorm.DB) (workflow.Objection, error) {
	var row objectionRow
	err := take(db, "读取异议", &row, fault.New(fault.NotFound, "没有这件异议,请核对回执号"))
	return row.objection(), err
}

// objections are those of a condition, oldest first; never nil.
func (r reads) objections(condition string, args ...any) ([]workflow.Objection, error) {
	var rows []objectionRow
	if err := r.db.Where(condition, args...).Order("filed_at, id").Find(&rows).Error; err != nil {
		return nil, failed("读取异议", err)
	}
	out := make([]workflow.Objection, len(rows))
	for i, row := range rows {
		out[i] = row.objection()
	}
	return out, nil
}

// InsertObjection implements workflow.Tx. A receipt number twice is told apart without poisoning the transaction.
func (t *tx) InsertObjection(o *workflow.Objection) error {
	if o.ReceiptNo == "" {
		return failed("登记异议", fmt.Errorf("no receipt number"))
	}
	o.Version = 1
	row := objectionRow{ID: o.ID, ReceiptNo: o.ReceiptNo, NoticeID: o.NoticeID, BatchID: o.BatchID, ApplicationID: o.ApplicationID, Text: o.Text,
		Contact: o.Contact, FiledAt: instant(o.FiledAt), Version: 1}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("登记异议", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "回执号重复,请再提交一次")
	}
	return nil
}

// LockObjection implements workflow.Tx.
func (t *tx) LockObjection(id string) (workflow.Objection, error) {
	return takeObjection(t.db.Clauses(rowLock("objections")).Where("id = ?", id))
}

// SaveObjection implements workflow.Tx: only the handling changes.
func (t *tx) SaveObjection(o *workflow.Objection) error {
	res := t.db.Model(&objectionRow{}).Where("id = ? AND version = ?", o.ID, o.Version).Updates(map[string]any{"answer": o.Answer, "upheld": o.Upheld,
		"handled_by": o.HandledBy, "handled_name": o.HandledName, "handled_at": optional(o.HandledAt), "version": o.Version + 1})
	if res.Error != nil {
		return failed("答复异议", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "这件异议刚刚由他人办理,请刷新后再看")
	}
	o.Version++
	return nil
}

// Objections implements workflow.Reader.
func (s *Store) Objections(ctx context.Context, noticeID string) ([]workflow.Objection, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.objections("notice_id = ?", noticeID)
}

// ReadObjection implements workflow.Reader.
func (s *Store) ReadObjection(ctx context.Context, id string) (workflow.Objection, error) {
	r, done := s.reading(ctx)
	defer done()
	return takeObjection(r.db.Where("id = ?", id))
}

// ObjectionByReceipt implements workflow.Reader.
func (s *Store) ObjectionByReceipt(ctx context.Context, receiptNo string) (workflow.Objection, error) {
	r, done := s.reading(ctx)
	defer done()
	return takeObjection(r.db.Where("receipt_no = ?", receiptNo))
}
