package store

import (
	"context"
	"crypto/rand"
	"time"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

const (
	leaseFor    = time.Minute        // how long a command may run before its key may be taken over
	receiptKept = 7 * 24 * time.Hour // how long an answer is replayed
)

type receiptRow struct {
	AccountID     string `gorm:"primaryKey"`
	Key           string `gorm:"primaryKey"`
	ContentDigest string
	Token         string
	LeasedAt      instant
	LeaseUntil    instant
	Status        *int
	ETag          *string `gorm:"column:etag"`
	Body          []byte
	DoneAt        *instant
}

// TableName implements GORM's Tabler.
func (receiptRow) TableName() string { return "receipts" }

// Begin implements workflow.Receipts. It runs in its own transaction: the lease must be seen by others while the command runs.
func (s *Store) Begin(ctx context.Context, accountID, key, contentDigest string) (string, *workflow.Answer, error) {
	token := rand.Text()
	var replay *workflow.Answer
	err := s.inTx(ctx, func(t *tx) error {
		now, err := t.Now()
		if err != nil {
			return err
		}
		row := receiptRow{AccountID: accountID, Key: key, ContentDigest: contentDigest, Token: token, LeasedAt: instant(now), LeaseUntil: instant(now.Add(leaseFor))}
		res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
		if res.Error != nil || res.RowsAffected == 1 {
			return failed("登记请求", res.Error)
		}
		replay, err = t.meet(row, now)
		return err
	})
	if err != nil || replay != nil {
		return "", replay, err
	}
	return token, nil, nil
}

// meet decides what becomes of a key that is already there: the kept answer, a refusal, or a take-over of an abandoned lease.
func (t *tx) meet(mine receiptRow, now time.Time) (*workflow.Answer, error) {
	running := fault.New(fault.Refused, "同一请求正在办理,请稍候刷新查看结果")
	var there receiptRow
	err := take(t.db.Clauses(rowLock("receipts")).Where("account_id = ? AND key = ?", mine.AccountID, mine.Key),
		"登记请求", &there, running) // gone again between the two statements: its command was just refused
	switch {
	case err != nil:
		return nil, err
	case there.ContentDigest != mine.ContentDigest:
		return nil, fault.At("同一请求编号已用于另一份内容", []fault.Place{{Location: "header.Idempotency-Key", Message: "请为新的内容换一个编号"}})
	case there.DoneAt != nil:
		return &workflow.Answer{Status: *there.Status, ETag: *there.ETag, Body: there.Body}, nil
	case now.Before(there.LeaseUntil.time()):
		return nil, running
	}
	err = t.db.Model(&receiptRow{}).Where("token = ?", there.Token).Select("token", "leased_at", "lease_until").Updates(&mine).Error
	return nil, failed("登记请求", err)
}

// KeepAnswer implements workflow.Tx.
func (t *tx) KeepAnswer(token string, a workflow.Answer) error {
	now, err := t.Now()
	if err != nil {
		return err
	}
	done := instant(now)
	res := t.db.Model(&receiptRow{}).Where("token = ? AND done_at IS NULL", token).Select("status", "etag", "body", "done_at").
		Updates(&receiptRow{Status: &a.Status, ETag: &a.ETag, Body: a.Body, DoneAt: &done})
	if res.Error != nil {
		return failed("登记办理结果", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "同一请求已由后来的一次重试接手,请刷新查看结果")
	}
	return nil
}

// Abandon implements workflow.Receipts.
func (s *Store) Abandon(ctx context.Context, token string) error {
	return s.inTx(ctx, func(t *tx) error {
		return failed("撤销请求登记", t.db.Delete(&receiptRow{}, "token = ? AND done_at IS NULL", token).Error)
	})
}

// PurgeReceipts removes keys older than seven days and returns how many.
func (s *Store) PurgeReceipts(ctx context.Context) (int64, error) {
	var gone int64
	err := s.inTx(ctx, func(t *tx) error {
		now, err := t.Now()
		if err != nil {
			return err
		}
		res := t.db.Delete(&receiptRow{}, "leased_at < ?", instant(now.Add(-receiptKept)))
		gone = res.RowsAffected
		return failed("清理请求登记", res.Error)
	})
	return gone, err
}
