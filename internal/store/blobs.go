package store

import (
	"context"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
)

type blobRow struct {
	SHA256 string `gorm:"column:sha256;primaryKey"`
}

// TableName implements GORM's Tabler.
func (blobRow) TableName() string { return "blobs" }

// lockBlob holds the row of a content hash until the transaction ends, inserting it when absent. The upsert that changes
// nothing is what both inserts and locks in one statement, so no removal can slip in between.
func (t *tx) lockBlob(sha256 string) error {
	hold := clause.OnConflict{Columns: []clause.Column{{Name: "sha256"}}, DoUpdates: clause.AssignmentColumns([]string{"sha256"})}
	return failed("登记附件", t.db.Clauses(hold).Create(&blobRow{SHA256: sha256}).Error)
}

// LockBlob implements workflow.Tx.
func (t *tx) LockBlob(sha256 string) (bool, error) {
	if err := t.lockBlob(sha256); err != nil {
		return false, err
	}
	return t.named(sha256)
}

// named reports whether any row names a content: an attachment, a photo of a site check or a voucher.
func (t *tx) named(sha256 string) (bool, error) {
	return t.exists("SELECT 1 FROM attachments WHERE sha256 = ? UNION ALL SELECT 1 FROM site_photos WHERE sha256 = ? UNION ALL SELECT 1 FROM fund_vouchers WHERE sha256 = ?",
		sha256, sha256, sha256)
}

// DropBlob implements workflow.Tx.
func (t *tx) DropBlob(sha256 string) error {
	named, err := t.named(sha256)
	if err != nil {
		return err
	}
	if named {
		return fault.New(fault.Refused, "文件仍被申报引用,不能清除")
	}
	return failed("清除文件", t.db.Delete(&blobRow{}, "sha256 = ?", sha256).Error)
}

// BlobKnown implements workflow.Reader.
func (s *Store) BlobKnown(ctx context.Context, sha256 string) (bool, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.exists("SELECT 1 FROM blobs WHERE sha256 = ?", sha256)
}

// exists reports whether a query has any row.
func (r reads) exists(query string, args ...any) (bool, error) {
	var found bool
	err := r.db.Raw("SELECT EXISTS ("+query+")", args...).Row().Scan(&found)
	return found, failed("读取", err)
}
