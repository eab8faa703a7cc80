package store

import (
	"context"
	"errors"

	"gorm.io/gorm"

	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/workflow"
)

type drawRow struct {
	ID          string `gorm:"primaryKey"`
	BatchID     string
	Stage       string
	Number      int
	Base        int
	State       string
	Reason      string
	Input       string
	Drawn       string
	Version     int64
	CreatedBy   string
	CreatedName string
	CreatedAt   instant `gorm:"autoCreateTime:false"`
	DecidedBy   string
	DecidedAt   *instant
}

// TableName implements GORM's Tabler.
func (drawRow) TableName() string { return "draws" }

func (r drawRow) draw() (workflow.Draw, error) {
	d := workflow.Draw{ID: r.ID, BatchID: r.BatchID, Stage: review.Stage(r.Stage), No: r.Number, Base: r.Base, State: workflow.DrawState(r.State),
		Reason: r.Reason, Version: r.Version, CreatedBy: r.CreatedBy, CreatedName: r.CreatedName, CreatedAt: r.CreatedAt.time(),
		DecidedBy: r.DecidedBy, DecidedAt: pointer(r.DecidedAt)}
	if err := unpack("读取抽取", r.Input, &d.Input); err != nil {
		return d, err
	}
	return d, unpack("读取抽取", r.Drawn, &d.Drawn)
}

func takeDraw(db *gorm.DB) (workflow.Draw, error) {
	var row drawRow
	if err := take(db, "读取抽取", &row, fault.New(fault.NotFound, "没有这次抽取,请刷新")); err != nil {
		return workflow.Draw{}, err
	}
	return row.draw()
}

// InsertDraw implements workflow.Tx. The lock on the batch keeps the numbers apart; the unique key would refuse doubles.
func (t *tx) InsertDraw(d *workflow.Draw) error {
	input, err := pack("登记抽取", d.Input)
	if err != nil {
		return err
	}
	drawn, err := pack("登记抽取", d.Drawn)
	if err != nil {
		return err
	}
	err = t.db.Raw("SELECT COALESCE(MAX(number), 0) + 1 FROM draws WHERE batch_id = ? AND stage = ?", d.BatchID, string(d.Stage)).Row().Scan(&d.No)
	if err != nil {
		return failed("登记抽取", err)
	}
	d.Version = 1
	row := drawRow{ID: d.ID, BatchID: d.BatchID, Stage: string(d.Stage), Number: d.No, Base: d.Base, State: string(d.State), Reason: d.Reason,
		Input: input, Drawn: drawn, Version: 1, CreatedBy: d.CreatedBy, CreatedName: d.CreatedName, CreatedAt: instant(d.CreatedAt)}
	return failed("登记抽取", t.db.Create(&row).Error)
}

// LockDraw implements workflow.Tx.
func (t *tx) LockDraw(id string) (workflow.Draw, error) {
	return takeDraw(t.db.Clauses(rowLock("draws")).Where("id = ?", id))
}

// SaveDraw implements workflow.Tx. Only state and decision change; what was drawn never does.
func (t *tx) SaveDraw(d *workflow.Draw) error {
	res := t.db.Model(&drawRow{}).Where("id = ? AND version = ?", d.ID, d.Version).
		Updates(map[string]any{"state": string(d.State), "decided_by": d.DecidedBy, "decided_at": optional(d.DecidedAt), "version": d.Version + 1})
	if errors.Is(res.Error, gorm.ErrDuplicatedKey) {
		return fault.New(fault.Refused, "提出这次抽取以后已有别的抽取发布,请重新抽取")
	}
	if res.Error != nil {
		return failed("办理抽取", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "这次抽取刚刚由他人办理,请刷新后再看")
	}
	d.Version++
	return nil
}

// LastDraw implements workflow.Tx.
func (t *tx) LastDraw(batchID string, stage review.Stage) (int, error) {
	var last int
	err := t.db.Raw("SELECT COALESCE(MAX(number), 0) FROM draws WHERE batch_id = ? AND stage = ? AND state = 'PUBLISHED'", batchID, string(stage)).Row().Scan(&last)
	return last, failed("读取抽取", err)
}

// Draws implements workflow.Reader.
func (s *Store) Draws(ctx context.Context, batchID string, stage review.Stage) ([]workflow.Draw, error) {
	r, done := s.reading(ctx)
	defer done()
	db := r.db.Where("batch_id = ?", batchID)
	if stage != "" {
		db = db.Where("stage = ?", string(stage))
	}
	var rows []drawRow
	if err := db.Order("created_at DESC, number DESC").Find(&rows).Error; err != nil {
		return nil, failed("读取抽取", err)
	}
	out := make([]workflow.Draw, len(rows))
	for i, row := range rows {
		var err error
		if out[i], err = row.draw(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// ReadDraw implements workflow.Reader.
func (s *Store) ReadDraw(ctx context.Context, id string) (workflow.Draw, error) {
	r, done := s.reading(ctx)
	defer done()
	return takeDraw(r.db.Where("id = ?", id))
}
