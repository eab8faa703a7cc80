package store

import (
	"context"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/workflow"
)

type awardRow struct {
	ApplicationID string `gorm:"primaryKey"`
	BatchID       string
	DocNo         string
	Amount        int64
	NoticeID      string
	AwardedBy     string
	AwardedAt     instant
}

// TableName implements GORM's Tabler.
func (awardRow) TableName() string { return "awards" }

// InsertAward implements workflow.Tx. The primary key keeps an application to one award; rows are only added.
func (t *tx) InsertAward(a workflow.AwardRecord) error {
	row := awardRow{ApplicationID: a.ApplicationID, BatchID: a.BatchID, DocNo: a.DocNo, Amount: int64(a.Amount), NoticeID: a.NoticeID,
		AwardedBy: a.AwardedBy, AwardedAt: instant(a.AwardedAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("登记立项", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "这份申报已经立项,请刷新")
	}
	return nil
}

func (a awardRow) award() workflow.AwardRecord {
	return workflow.AwardRecord{ApplicationID: a.ApplicationID, BatchID: a.BatchID, DocNo: a.DocNo, Amount: money.Fen(a.Amount), NoticeID: a.NoticeID,
		AwardedBy: a.AwardedBy, AwardedAt: a.AwardedAt.time()}
}

func (r reads) awardOf(applicationID string) (workflow.AwardRecord, error) {
	var row awardRow
	err := take(r.db.Where("application_id = ?", applicationID), "读取立项", &row, fault.New(fault.NotFound, "这份申报没有立项"))
	return row.award(), err
}

// AwardOf implements workflow.Tx.
func (t *tx) AwardOf(applicationID string) (workflow.AwardRecord, error) {
	return t.awardOf(applicationID)
}

// ReadAward implements workflow.Reader.
func (s *Store) ReadAward(ctx context.Context, applicationID string) (workflow.AwardRecord, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.awardOf(applicationID)
}

// Awards implements workflow.Reader: by application number; batchID "" for every batch.
func (s *Store) Awards(ctx context.Context, batchID string) ([]workflow.AwardRecord, error) {
	r, done := s.reading(ctx)
	defer done()
	db := r.db.Table("awards AS w").Select("w.*").Joins("JOIN applications AS a ON a.id = w.application_id").Order("a.number, a.id")
	if batchID != "" {
		db = db.Where("w.batch_id = ?", batchID)
	}
	var rows []awardRow
	if err := db.Scan(&rows).Error; err != nil {
		return nil, failed("读取立项", err)
	}
	out := make([]workflow.AwardRecord, len(rows))
	for i, a := range rows {
		out[i] = a.award()
	}
	return out, nil
}
