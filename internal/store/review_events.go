package store

import (
	"context"

	"xianjie/internal/review"
	"xianjie/workflow"
)

type reviewEventRow struct {
	ReviewID  string `gorm:"primaryKey"`
	Seq       int    `gorm:"primaryKey;autoIncrement:false"`
	BatchID   string
	Kind      string
	Sheet     string
	Total     int64
	Reason    string
	AccountID string
	Name      string
	At        instant
}

// TableName implements GORM's Tabler.
func (reviewEventRow) TableName() string { return "review_events" }

// InsertReviewEvent implements workflow.Tx. The lock on the review keeps the numbers apart; the primary key would refuse doubles.
func (t *tx) InsertReviewEvent(e workflow.ReviewEvent) error {
	sheet, err := pack("登记评审记录", e.Sheet)
	if err != nil {
		return err
	}
	return failed("登记评审记录", t.db.Exec(`INSERT INTO review_events (review_id, seq, batch_id, kind, sheet, total, reason, account_id, name, at)
		VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM review_events WHERE review_id = ?), ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.ReviewID, e.ReviewID, e.BatchID, e.Kind, sheet, int64(e.Total), e.Reason, e.AccountID, e.Name, instant(e.At)).Error)
}

// ReviewEvents implements workflow.Reader.
func (s *Store) ReviewEvents(ctx context.Context, reviewID string) ([]workflow.ReviewEvent, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []reviewEventRow
	if err := r.db.Where("review_id = ?", reviewID).Order("seq").Find(&rows).Error; err != nil {
		return nil, failed("读取评审记录", err)
	}
	out := make([]workflow.ReviewEvent, len(rows))
	for i, row := range rows {
		out[i] = workflow.ReviewEvent{ReviewID: row.ReviewID, BatchID: row.BatchID, Seq: row.Seq, Kind: row.Kind, Total: review.Points(row.Total),
			Reason: row.Reason, AccountID: row.AccountID, Name: row.Name, At: row.At.time()}
		if err := unpack("读取评审记录", row.Sheet, &out[i].Sheet); err != nil {
			return nil, err
		}
	}
	return out, nil
}
