package store

import (
	"context"

	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/workflow"
)

type rankingRow struct {
	BatchID  string `gorm:"primaryKey"`
	Number   int    `gorm:"primaryKey;autoIncrement:false"`
	Seed     string
	Places   string
	Digest   string
	LockedBy string
	Name     string
	LockedAt instant
}

// TableName implements GORM's Tabler.
func (rankingRow) TableName() string { return "rankings" }

// rankingBody is what a ranking keeps as JSON.
type rankingBody struct {
	Rows   []review.Row
	Places []review.Place
}

// InsertRanking implements workflow.Tx. The lock on the batch keeps the numbers apart; the primary key would refuse doubles.
func (t *tx) InsertRanking(k *workflow.Ranking) error {
	body, err := pack("锁定排名", rankingBody{k.Rows, k.Places})
	if err != nil {
		return err
	}
	err = t.db.Raw("SELECT COALESCE(MAX(number), 0) + 1 FROM rankings WHERE batch_id = ?", k.BatchID).Row().Scan(&k.No)
	if err != nil {
		return failed("锁定排名", err)
	}
	row := rankingRow{BatchID: k.BatchID, Number: k.No, Seed: k.Seed, Places: body, Digest: k.Digest, LockedBy: k.LockedBy, Name: k.Name, LockedAt: instant(k.LockedAt)}
	return failed("锁定排名", t.db.Create(&row).Error)
}

// ranking is the newest of a batch; fault.NotFound.
func (r reads) ranking(batchID string) (workflow.Ranking, error) {
	var row rankingRow
	err := take(r.db.Where("batch_id = ?", batchID).Order("number DESC"), "读取排名", &row, fault.New(fault.NotFound, "本批排名还没有锁定"))
	if err != nil {
		return workflow.Ranking{}, err
	}
	var body rankingBody
	err = unpack("读取排名", row.Places, &body)
	return workflow.Ranking{BatchID: row.BatchID, No: row.Number, Seed: row.Seed, Rows: body.Rows, Places: body.Places, Digest: row.Digest,
		LockedBy: row.LockedBy, Name: row.Name, LockedAt: row.LockedAt.time()}, err
}

// ReadRanking implements workflow.Reader.
func (s *Store) ReadRanking(ctx context.Context, batchID string) (workflow.Ranking, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.ranking(batchID)
}
