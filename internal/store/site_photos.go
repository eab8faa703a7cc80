package store

import (
	"context"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type sitePhotoRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	Item          string
	FileName      string
	Size          int64
	MediaType     string
	SHA256        string `gorm:"column:sha256"`
	UploadedBy    string
	UploadedName  string
	UploadedAt    instant
}

// TableName implements GORM's Tabler.
func (sitePhotoRow) TableName() string { return "site_photos" }

func (r sitePhotoRow) photo() workflow.SitePhoto {
	return workflow.SitePhoto{ID: r.ID, ApplicationID: r.ApplicationID, BatchID: r.BatchID, Item: r.Item, FileName: r.FileName, Size: r.Size,
		MediaType: r.MediaType, SHA256: r.SHA256, UploadedBy: r.UploadedBy, UploadedName: r.UploadedName, UploadedAt: r.UploadedAt.time()}
}

func noPhoto() *fault.Error {
	return fault.New(fault.NotFound, "没有这张照片,可能已被删除,请刷新")
}

// InsertSitePhoto implements workflow.Tx.
func (t *tx) InsertSitePhoto(p workflow.SitePhoto) error {
	if err := t.lockBlob(p.SHA256); err != nil {
		return err
	}
	row := sitePhotoRow{ID: p.ID, ApplicationID: p.ApplicationID, BatchID: p.BatchID, Item: p.Item, FileName: p.FileName, Size: p.Size,
		MediaType: p.MediaType, SHA256: p.SHA256, UploadedBy: p.UploadedBy, UploadedName: p.UploadedName, UploadedAt: instant(p.UploadedAt)}
	return failed("登记照片", t.db.Create(&row).Error)
}

// RemoveSitePhoto implements workflow.Tx.
func (t *tx) RemoveSitePhoto(applicationID, id string) (workflow.SitePhoto, error) {
	var row sitePhotoRow
	err := take(t.db.Clauses(rowLock("site_photos")).Where("id = ? AND application_id = ?", id, applicationID), "删除照片", &row, noPhoto())
	if err != nil {
		return workflow.SitePhoto{}, err
	}
	return row.photo(), failed("删除照片", t.db.Delete(&sitePhotoRow{}, "id = ?", id).Error)
}

// SitePhotosOf implements workflow.Tx.
func (t *tx) SitePhotosOf(applicationID string) ([]workflow.SitePhoto, error) {
	return t.sitePhotos(applicationID)
}

// SitePhotos implements workflow.Reader.
func (s *Store) SitePhotos(ctx context.Context, applicationID string) ([]workflow.SitePhoto, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.sitePhotos(applicationID)
}

// sitePhotos are an application's, oldest first; never nil.
func (r reads) sitePhotos(applicationID string) ([]workflow.SitePhoto, error) {
	var rows []sitePhotoRow
	if err := r.db.Where("application_id = ?", applicationID).Order("uploaded_at, id").Find(&rows).Error; err != nil {
		return nil, failed("读取照片", err)
	}
	out := make([]workflow.SitePhoto, len(rows))
	for i, row := range rows {
		out[i] = row.photo()
	}
	return out, nil
}

// SitePhoto implements workflow.Reader.
func (s *Store) SitePhoto(ctx context.Context, id string) (workflow.SitePhoto, error) {
	r, done := s.reading(ctx)
	defer done()
	var row sitePhotoRow
	err := take(r.db.Where("id = ?", id), "读取照片", &row, noPhoto())
	return row.photo(), err
}
