package store

import (
	"context"

	"gorm.io/gorm"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type voucherRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	FileName      string
	Size          int64
	MediaType     string
	SHA256        string `gorm:"column:sha256"`
	UploadedBy    string
	UploadedName  string
	UploadedAt    instant
}

// TableName implements GORM's Tabler.
func (voucherRow) TableName() string { return "fund_vouchers" }

func (r voucherRow) voucher() workflow.Voucher {
	return workflow.Voucher{ID: r.ID, ApplicationID: r.ApplicationID, BatchID: r.BatchID, FileName: r.FileName, Size: r.Size, MediaType: r.MediaType,
		SHA256: r.SHA256, UploadedBy: r.UploadedBy, UploadedName: r.UploadedName, UploadedAt: r.UploadedAt.time()}
}

func vouchers(db *gorm.DB) ([]workflow.Voucher, error) {
	var rows []voucherRow
	if err := db.Order("uploaded_at, id").Find(&rows).Error; err != nil {
		return nil, failed("读取凭证", err)
	}
	out := make([]workflow.Voucher, len(rows))
	for i, row := range rows {
		out[i] = row.voucher()
	}
	return out, nil
}

// InsertVoucher implements workflow.Tx.
func (t *tx) InsertVoucher(v workflow.Voucher) error {
	if err := t.lockBlob(v.SHA256); err != nil {
		return err
	}
	row := voucherRow{v.ID, v.ApplicationID, v.BatchID, v.FileName, v.Size, v.MediaType, v.SHA256, v.UploadedBy, v.UploadedName, instant(v.UploadedAt)}
	return failed("登记凭证", t.db.Create(&row).Error)
}

// VouchersOf implements workflow.Tx.
func (t *tx) VouchersOf(applicationID string, ids []string) ([]workflow.Voucher, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return vouchers(t.db.Where("application_id = ? AND id IN ?", applicationID, ids))
}

// ReadVouchers implements workflow.Reader.
func (s *Store) ReadVouchers(ctx context.Context, applicationID string) ([]workflow.Voucher, error) {
	r, done := s.reading(ctx)
	defer done()
	return vouchers(r.db.Where("application_id = ?", applicationID))
}

// ReadVoucher implements workflow.Reader.
func (s *Store) ReadVoucher(ctx context.Context, id string) (workflow.Voucher, error) {
	r, done := s.reading(ctx)
	defer done()
	var row voucherRow
	err := take(r.db.Where("id = ?", id), "读取凭证", &row, fault.New(fault.NotFound, "没有这个凭证,或您无权查看"))
	return row.voucher(), err
}
