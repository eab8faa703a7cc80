package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type noticeRow struct {
	ID        string `gorm:"primaryKey"`
	BatchID   string
	Number    int
	State     string
	Title     string
	Body      string
	Channel   string
	Phone     string
	Entries   string
	OpensAt   *instant
	ClosesAt  *instant
	ClosedAt  *instant
	Version   int64
	CreatedBy string
	CreatedAt instant `gorm:"autoCreateTime:false"`
	UpdatedAt instant `gorm:"autoUpdateTime:false"`
}

// TableName implements GORM's Tabler.
func (noticeRow) TableName() string { return "notices" }

type noticeApplicationRow struct {
	NoticeID      string `gorm:"primaryKey"`
	ApplicationID string `gorm:"primaryKey"`
	BatchID       string
}

// TableName implements GORM's Tabler.
func (noticeApplicationRow) TableName() string { return "notice_applications" }

func (r noticeRow) notice() (workflow.Notice, error) {
	n := workflow.Notice{ID: r.ID, BatchID: r.BatchID, No: r.Number, State: workflow.NoticeState(r.State), Title: r.Title, Body: r.Body, Channel: r.Channel,
		Phone: r.Phone, Entries: []workflow.NoticeEntry{}, OpensAt: pointer(r.OpensAt), ClosesAt: pointer(r.ClosesAt), ClosedAt: pointer(r.ClosedAt),
		Version: r.Version, CreatedBy: r.CreatedBy, CreatedAt: r.CreatedAt.time(), UpdatedAt: r.UpdatedAt.time()}
	return n, unpack("读取公示", r.Entries, &n.Entries)
}

func rowOfNotice(n *workflow.Notice) (noticeRow, error) {
	entries := n.Entries
	if entries == nil {
		entries = []workflow.NoticeEntry{}
	}
	text, err := pack("保存公示", entries)
	return noticeRow{ID: n.ID, BatchID: n.BatchID, Number: n.No, State: string(n.State), Title: n.Title, Body: n.Body, Channel: n.Channel, Phone: n.Phone,
		Entries: text, OpensAt: optional(n.OpensAt), ClosesAt: optional(n.ClosesAt), ClosedAt: optional(n.ClosedAt), Version: n.Version,
		CreatedBy: n.CreatedBy, CreatedAt: instant(n.CreatedAt), UpdatedAt: instant(n.UpdatedAt)}, err
}

func takeNotice(db *gorm.DB) (workflow.Notice, error) {
	var row noticeRow
	if err := take(db, "读取公示", &row, fault.New(fault.NotFound, "没有这次公示,请返回公示列表")); err != nil {
		return workflow.Notice{}, err
	}
	return row.notice()
}

// InsertNotice implements workflow.Tx. The lock on the batch keeps the numbers apart; the unique key would refuse doubles.
func (t *tx) InsertNotice(n *workflow.Notice) error {
	err := t.db.Raw("SELECT COALESCE(MAX(number), 0) + 1 FROM notices WHERE batch_id = ?", n.BatchID).Row().Scan(&n.No)
	if err != nil {
		return failed("拟定公示", err)
	}
	n.Version = 1
	row, err := rowOfNotice(n)
	if err != nil {
		return err
	}
	if err := t.db.Create(&row).Error; err != nil {
		return failed("拟定公示", err)
	}
	return t.nameOnNotice(n)
}

// nameOnNotice keeps the look-up rows equal to the list.
func (t *tx) nameOnNotice(n *workflow.Notice) error {
	if err := t.db.Where("notice_id = ?", n.ID).Delete(&noticeApplicationRow{}).Error; err != nil {
		return failed("保存公示", err)
	}
	for _, e := range n.Entries {
		if err := t.db.Create(&noticeApplicationRow{n.ID, e.ApplicationID, n.BatchID}).Error; err != nil {
			return failed("保存公示", err)
		}
	}
	return nil
}

// LockNotice implements workflow.Tx.
func (t *tx) LockNotice(id string) (workflow.Notice, error) {
	return takeNotice(t.db.Clauses(rowLock("notices")).Where("id = ?", id))
}

// ShareNotice implements workflow.Tx. On SQLite the transaction holds the one write lock already.
func (t *tx) ShareNotice(id string) (workflow.Notice, error) {
	return takeNotice(t.db.Clauses(clause.Locking{Strength: "SHARE"}).Where("id = ?", id))
}

// SaveNotice implements workflow.Tx.
func (t *tx) SaveNotice(n *workflow.Notice) error {
	row, err := rowOfNotice(n)
	if err != nil {
		return err
	}
	row.Version = n.Version + 1
	res := t.db.Model(&noticeRow{}).Where("id = ? AND version = ?", n.ID, n.Version).Select("*").
		Omit("id", "batch_id", "number", "created_by", "created_at").Updates(&row)
	if res.Error != nil {
		return failed("保存公示", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "公示刚刚被他人修改,请刷新后再办")
	}
	n.Version++
	return t.nameOnNotice(n)
}

// NoticesIn implements workflow.Tx.
func (t *tx) NoticesIn(batchID string) ([]workflow.Notice, error) {
	return notices(t.db.Where("batch_id = ?", batchID).Order("number"))
}

func notices(db *gorm.DB) ([]workflow.Notice, error) {
	var rows []noticeRow
	if err := db.Find(&rows).Error; err != nil {
		return nil, failed("读取公示", err)
	}
	out := make([]workflow.Notice, len(rows))
	for i, row := range rows {
		var err error
		if out[i], err = row.notice(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// NoticeOf implements workflow.Tx: the lock keeps objections out until the end.
func (t *tx) NoticeOf(applicationID string) (*workflow.Notice, []workflow.Objection, error) {
	return t.noticeOf(applicationID)
}

// noticeOf is the newest notice naming an application that was ever opened, with the objections that concern it. In a transaction its
// row is locked, so that no objection can be filed any more between looking and deciding.
func (r reads) noticeOf(applicationID string) (*workflow.Notice, []workflow.Objection, error) {
	var found []noticeRow
	db := r.db
	if r.inside {
		db = db.Clauses(rowLock("notices"))
	}
	err := db.Where("state <> ? AND id IN (SELECT notice_id FROM notice_applications WHERE application_id = ?)", string(workflow.NoticeDraft), applicationID).
		Order("number DESC").Limit(1).Find(&found).Error
	if err != nil || len(found) == 0 {
		return nil, nil, failed("读取公示", err)
	}
	n, err := found[0].notice()
	if err != nil {
		return nil, nil, err
	}
	objections, err := r.objections("notice_id = ? AND application_id IN ('', ?)", n.ID, applicationID)
	return &n, objections, err
}

// Notices implements workflow.Reader.
func (s *Store) Notices(ctx context.Context, batchID string) ([]workflow.Notice, error) {
	r, done := s.reading(ctx)
	defer done()
	db := r.db.Order("created_at DESC, number DESC")
	if batchID != "" {
		db = db.Where("batch_id = ?", batchID)
	}
	return notices(db)
}

// DueNotices implements workflow.Reader. The list is a hint: closing decides again, by the clock read under the lock.
func (s *Store) DueNotices(ctx context.Context) ([]string, error) {
	r, done := s.reading(ctx)
	defer done()
	now, err := s.clock(r.db)
	if err != nil {
		return nil, err
	}
	ids := []string{}
	err = r.db.Model(&noticeRow{}).Where("state = ? AND closes_at <= ?", string(workflow.NoticeOpen), instant(now)).Order("closes_at, id").Pluck("id", &ids).Error
	return ids, failed("读取公示", err)
}

// ReadNotice implements workflow.Reader.
func (s *Store) ReadNotice(ctx context.Context, id string) (workflow.Notice, error) {
	r, done := s.reading(ctx)
	defer done()
	return takeNotice(r.db.Where("id = ?", id))
}
