package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type batchRow struct {
	ID          string `gorm:"primaryKey"`
	Code        string
	Title       string
	Year        int
	BasisDocNo  string
	State       string
	Version     int64
	PackVersion int
	ReviewPack  int
	CreatedAt   instant `gorm:"autoCreateTime:false"`
	UpdatedAt   instant `gorm:"autoUpdateTime:false"`
}

// TableName implements GORM's Tabler.
func (batchRow) TableName() string { return "batches" }

func rowOfBatch(b *workflow.Batch) batchRow {
	return batchRow{ID: b.ID, Code: b.Code, Title: b.Title, Year: b.Year, BasisDocNo: b.BasisDocNo, State: string(b.State), Version: b.Version,
		PackVersion: b.PackVersion, ReviewPack: b.ReviewPack, CreatedAt: instant(b.CreatedAt), UpdatedAt: instant(b.UpdatedAt)}
}

func (r batchRow) batch() workflow.Batch {
	return workflow.Batch{ID: r.ID, Code: r.Code, Title: r.Title, Year: r.Year, BasisDocNo: r.BasisDocNo, State: workflow.BatchState(r.State),
		Version: r.Version, PackVersion: r.PackVersion, ReviewPack: r.ReviewPack, CreatedAt: r.CreatedAt.time(), UpdatedAt: r.UpdatedAt.time()}
}

func takeBatch(db *gorm.DB) (workflow.Batch, error) {
	var row batchRow
	err := take(db, "读取批次", &row, fault.New(fault.NotFound, "没有这个批次,请核对批次代码"))
	return row.batch(), err
}

// LockBatch implements workflow.Tx.
func (t *tx) LockBatch(id string) (workflow.Batch, error) {
	return takeBatch(t.db.Clauses(rowLock("batches")).Where("id = ?", id))
}

// Batch implements workflow.Tx.
func (t *tx) Batch(id string) (workflow.Batch, error) { return takeBatch(t.db.Where("id = ?", id)) }

// BatchByCode implements workflow.Tx.
func (t *tx) BatchByCode(code string) (workflow.Batch, error) {
	return takeBatch(t.db.Where("code = ?", code))
}

// ReadBatch implements workflow.Reader.
func (s *Store) ReadBatch(ctx context.Context, id string) (workflow.Batch, error) {
	r, done := s.reading(ctx)
	defer done()
	return takeBatch(r.db.Where("id = ?", id))
}

// Batches implements workflow.Reader: newest year first.
func (s *Store) Batches(ctx context.Context) ([]workflow.Batch, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []batchRow
	if err := r.db.Order("year DESC, created_at DESC, id").Find(&rows).Error; err != nil {
		return nil, failed("读取批次", err)
	}
	out := make([]workflow.Batch, len(rows))
	for i, row := range rows {
		out[i] = row.batch()
	}
	return out, nil
}

// InsertBatch implements workflow.Tx and sets version 1.
func (t *tx) InsertBatch(b *workflow.Batch) error {
	b.Version = 1
	row := rowOfBatch(b)
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("登记批次", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "批次代码 %s 已存在,请换一个代码", b.Code)
	}
	return nil
}

// SaveBatch implements workflow.Tx.
func (t *tx) SaveBatch(b *workflow.Batch) error {
	row := rowOfBatch(b)
	row.Version = b.Version + 1
	res := t.db.Model(&batchRow{}).Where("id = ? AND version = ?", b.ID, b.Version).Select("*").Omit("id", "created_at").Updates(&row)
	if res.Error != nil {
		return failed("保存批次", res.Error)
	}
	if res.RowsAffected == 0 {
		now, err := t.Batch(b.ID)
		if err != nil {
			return err
		}
		return workflow.Changed(now.Version, b.Version)
	}
	b.Version++
	return nil
}
