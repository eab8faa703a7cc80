package store

import (
	"context"
	"time"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type packRow struct {
	BatchID     string `gorm:"primaryKey"`
	Version     int    `gorm:"primaryKey;autoIncrement:false"`
	DocNo       string
	EffectiveAt instant
	Digest      string
	Body        string
	PublishedAt *instant
	CreatedBy   string
	CreatedAt   instant `gorm:"autoCreateTime:false"`
}

// TableName implements GORM's Tabler.
func (packRow) TableName() string { return "packs" }

func rowOfPack(p workflow.PackVersion) packRow {
	return packRow{BatchID: p.BatchID, Version: p.Version, DocNo: p.DocNo, EffectiveAt: instant(p.EffectiveAt), Digest: p.Digest, Body: string(p.Body),
		PublishedAt: optional(p.PublishedAt), CreatedBy: p.CreatedBy, CreatedAt: instant(p.CreatedAt)}
}

func (r packRow) pack() workflow.PackVersion {
	p := workflow.PackVersion{BatchID: r.BatchID, Version: r.Version, DocNo: r.DocNo, EffectiveAt: r.EffectiveAt.time(), Digest: r.Digest,
		PublishedAt: pointer(r.PublishedAt), CreatedBy: r.CreatedBy, CreatedAt: r.CreatedAt.time()}
	if r.Body != "" {
		p.Body = []byte(r.Body)
	}
	return p
}

func noPack() *fault.Error { return fault.New(fault.NotFound, "该批次没有这一版政策参数") }

// packs are a batch's versions without their bodies, oldest first.
func (r reads) packs(batchID string) ([]workflow.PackVersion, error) {
	var rows []packRow
	if err := r.db.Omit("body").Where("batch_id = ?", batchID).Order("version").Find(&rows).Error; err != nil {
		return nil, failed("读取政策参数", err)
	}
	out := make([]workflow.PackVersion, len(rows))
	for i, row := range rows {
		out[i] = row.pack()
	}
	return out, nil
}

// packAt is the version in force at an instant, without its body.
func (r reads) packAt(batchID string, at time.Time) (workflow.PackVersion, error) {
	versions, err := r.packs(batchID)
	if err != nil {
		return workflow.PackVersion{}, err
	}
	p, ok := inForce(versions, at)
	if !ok {
		return workflow.PackVersion{}, noPack()
	}
	return p, nil
}

// inForce picks from versions in rising order: the newest published one already effective; else the first published one, which
// is yet to come into force; else, before publication, the working version.
func inForce(versions []workflow.PackVersion, at time.Time) (workflow.PackVersion, bool) {
	var effective, first, working *workflow.PackVersion
	for i := range versions {
		p := &versions[i]
		switch {
		case p.PublishedAt == nil:
			working = p
		case !p.EffectiveAt.After(at):
			effective = p
		case first == nil:
			first = p
		}
	}
	for _, p := range []*workflow.PackVersion{effective, first, working} {
		if p != nil {
			return *p, true
		}
	}
	return workflow.PackVersion{}, false
}

func (r reads) packVersion(batchID string, version int) (workflow.PackVersion, error) {
	var row packRow
	err := take(r.db.Where("batch_id = ? AND version = ?", batchID, version), "读取政策参数", &row, noPack())
	return row.pack(), err
}

// PackAt implements workflow.Tx.
func (t *tx) PackAt(batchID string, at time.Time) (workflow.PackVersion, error) {
	return t.packAt(batchID, at)
}

// PackBody implements workflow.Tx.
func (t *tx) PackBody(batchID string, version int) ([]byte, error) {
	p, err := t.packVersion(batchID, version)
	return p.Body, err
}

// ReadPackAt implements workflow.Reader.
func (s *Store) ReadPackAt(ctx context.Context, batchID string) (workflow.PackVersion, time.Time, error) {
	r, done := s.reading(ctx)
	defer done()
	now, err := s.clock(r.db)
	if err != nil {
		return workflow.PackVersion{}, time.Time{}, err
	}
	p, err := r.packAt(batchID, now)
	return p, now, err
}

// ReadPack implements workflow.Reader.
func (s *Store) ReadPack(ctx context.Context, batchID string, version int) (workflow.PackVersion, error) {
	if version == 0 {
		p, _, err := s.ReadPackAt(ctx, batchID)
		if err != nil {
			return workflow.PackVersion{}, err
		}
		version = p.Version
	}
	r, done := s.reading(ctx)
	defer done()
	return r.packVersion(batchID, version)
}

// Packs implements workflow.Reader.
func (s *Store) Packs(ctx context.Context, batchID string) ([]workflow.PackVersion, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.packs(batchID)
}

// InsertPack implements workflow.Tx.
func (t *tx) InsertPack(p workflow.PackVersion) error {
	row := rowOfPack(p)
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("保存政策参数", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "第 %d 版政策参数已存在,请刷新", p.Version)
	}
	return nil
}

// ReplacePack implements workflow.Tx.
func (t *tx) ReplacePack(p workflow.PackVersion) error {
	row := rowOfPack(p)
	res := t.db.Model(&packRow{}).Where("batch_id = ? AND version = ? AND published_at IS NULL", p.BatchID, p.Version).
		Select("doc_no", "effective_at", "digest", "body").Updates(&row)
	return t.unpublished(res.RowsAffected, p.Version, res.Error)
}

// PublishPack implements workflow.Tx.
func (t *tx) PublishPack(batchID string, version int, at time.Time) error {
	res := t.db.Model(&packRow{}).Where("batch_id = ? AND version = ? AND published_at IS NULL", batchID, version).Update("published_at", instant(at))
	return t.unpublished(res.RowsAffected, version, res.Error)
}

func (*tx) unpublished(changed int64, version int, err error) error {
	if err != nil {
		return failed("保存政策参数", err)
	}
	if changed == 0 {
		return fault.New(fault.Refused, "第 %d 版政策参数不存在或已发布;已发布的只能以新版本替代", version)
	}
	return nil
}
