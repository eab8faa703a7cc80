package store

import (
	"context"
	"encoding/json"

	"xianjie/internal/fault"
	"xianjie/policy"
	"xianjie/workflow"
)

type snapshotRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Number        int    `gorm:"primaryKey;autoIncrement:false"`
	BatchID       string
	Action        string
	Digest        string
	CoreDigest    string
	Body          string
	PackVersion   int
	Findings      string
	TakenAt       instant
	TakenBy       string
}

// TableName implements GORM's Tabler.
func (snapshotRow) TableName() string { return "snapshots" }

func (r snapshotRow) snapshot() (workflow.Snapshot, error) {
	s := workflow.Snapshot{ApplicationID: r.ApplicationID, No: r.Number, Action: workflow.Action(r.Action), Digest: r.Digest, CoreDigest: r.CoreDigest,
		PackVersion: r.PackVersion, TakenAt: r.TakenAt.time(), TakenBy: r.TakenBy}
	if r.Body != "" {
		s.Body = []byte(r.Body)
	}
	return s, unpack("读取申报定稿", r.Findings, &s.Findings)
}

// pack and unpack keep small structured values as JSON text.
func pack(what string, v any) (string, error) {
	text, err := json.Marshal(v)
	return string(text), failed(what, err)
}

func unpack(what, text string, into any) error {
	if text == "" {
		return nil
	}
	return failed(what, json.Unmarshal([]byte(text), into))
}

// InsertSnapshot implements workflow.Tx.
func (t *tx) InsertSnapshot(s workflow.Snapshot) error {
	batch, err := t.batchOf(s.ApplicationID)
	if err != nil {
		return err
	}
	findings := s.Findings
	if findings == nil {
		findings = []policy.Finding{}
	}
	text, err := pack("保存申报定稿", findings)
	if err != nil {
		return err
	}
	row := snapshotRow{ApplicationID: s.ApplicationID, Number: s.No, BatchID: batch, Action: string(s.Action), Digest: s.Digest, CoreDigest: s.CoreDigest,
		Body: string(s.Body), PackVersion: s.PackVersion, Findings: text, TakenAt: instant(s.TakenAt), TakenBy: s.TakenBy}
	return failed("保存申报定稿", t.db.Create(&row).Error)
}

func (r reads) snapshot(applicationID string, no int) (workflow.Snapshot, error) {
	var row snapshotRow
	err := take(r.db.Where("application_id = ? AND number = ?", applicationID, no), "读取申报定稿", &row,
		fault.New(fault.NotFound, "没有第 %d 次上报的定稿", no))
	if err != nil {
		return workflow.Snapshot{}, err
	}
	return row.snapshot()
}

// Snapshot implements workflow.Tx.
func (t *tx) Snapshot(applicationID string, no int) (workflow.Snapshot, error) {
	return t.snapshot(applicationID, no)
}

// ReadSnapshot implements workflow.Reader.
func (s *Store) ReadSnapshot(ctx context.Context, applicationID string, no int) (workflow.Snapshot, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.snapshot(applicationID, no)
}

// Snapshots implements workflow.Reader.
func (s *Store) Snapshots(ctx context.Context, applicationID string) ([]workflow.Snapshot, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []snapshotRow
	err := r.db.Omit("body", "findings").Where("application_id = ?", applicationID).Order("number").Find(&rows).Error
	if err != nil {
		return nil, failed("读取申报定稿", err)
	}
	out := make([]workflow.Snapshot, len(rows))
	for i, row := range rows {
		if out[i], err = row.snapshot(); err != nil {
			return nil, err
		}
	}
	return out, nil
}
