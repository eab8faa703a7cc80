package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type defenceRow struct {
	ApplicationID string `gorm:"primaryKey"`
	BatchID       string
	Place         int
	Seed          string
	MeetingAt     *instant
	Attendance    string
	Minutes       string
	HeldAt        *instant
	Version       int64
	UpdatedAt     instant `gorm:"autoUpdateTime:false"`
}

// TableName implements GORM's Tabler.
func (defenceRow) TableName() string { return "defences" }

func (r defenceRow) slot() (workflow.DefenceSlot, error) {
	d := workflow.DefenceSlot{ApplicationID: r.ApplicationID, BatchID: r.BatchID, Order: r.Place, Seed: r.Seed, MeetingAt: pointer(r.MeetingAt),
		Attendance: []workflow.Attendant{}, Minutes: r.Minutes, HeldAt: pointer(r.HeldAt), Version: r.Version, UpdatedAt: r.UpdatedAt.time()}
	return d, unpack("读取答辩", r.Attendance, &d.Attendance)
}

func rowOfDefence(d *workflow.DefenceSlot) (defenceRow, error) {
	attendance := d.Attendance
	if attendance == nil {
		attendance = []workflow.Attendant{}
	}
	text, err := pack("登记答辩", attendance)
	return defenceRow{ApplicationID: d.ApplicationID, BatchID: d.BatchID, Place: d.Order, Seed: d.Seed, MeetingAt: optional(d.MeetingAt), Attendance: text,
		Minutes: d.Minutes, HeldAt: optional(d.HeldAt), Version: d.Version, UpdatedAt: instant(d.UpdatedAt)}, err
}

func defences(db *gorm.DB) ([]workflow.DefenceSlot, error) {
	var rows []defenceRow
	if err := db.Order("place").Find(&rows).Error; err != nil {
		return nil, failed("读取答辩", err)
	}
	out := make([]workflow.DefenceSlot, len(rows))
	for i, row := range rows {
		var err error
		if out[i], err = row.slot(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// defenceOf is an application's place, nil when none was drawn.
func (r reads) defenceOf(applicationID string) (*workflow.DefenceSlot, error) {
	found, err := defences(r.db.Where("application_id = ?", applicationID))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// Defences implements workflow.Tx.
func (t *tx) Defences(batchID string) ([]workflow.DefenceSlot, error) {
	return defences(t.db.Where("batch_id = ?", batchID))
}

// ReadDefences implements workflow.Reader.
func (s *Store) ReadDefences(ctx context.Context, batchID string) ([]workflow.DefenceSlot, error) {
	r, done := s.reading(ctx)
	defer done()
	return defences(r.db.Where("batch_id = ?", batchID))
}

// InsertDefence implements workflow.Tx. Unique keys keep one place to an application and one application to a place.
func (t *tx) InsertDefence(d workflow.DefenceSlot) error {
	d.Version = 1
	row, err := rowOfDefence(&d)
	if err != nil {
		return err
	}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("抽取答辩次序", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "答辩次序已抽取,请刷新后查看")
	}
	return nil
}

// SaveDefence implements workflow.Tx. Order and seed never change once drawn.
func (t *tx) SaveDefence(d *workflow.DefenceSlot) error {
	row, err := rowOfDefence(d)
	if err != nil {
		return err
	}
	row.Version = d.Version + 1
	res := t.db.Model(&defenceRow{}).Where("application_id = ? AND version = ?", d.ApplicationID, d.Version).
		Select("meeting_at", "attendance", "minutes", "held_at", "version", "updated_at").Updates(&row)
	if res.Error != nil {
		return failed("登记答辩", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "答辩登记刚刚被他人修改,请刷新后再办")
	}
	d.Version++
	return nil
}
