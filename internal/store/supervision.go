package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/policy"
	"xianjie/workflow"
)

type orderRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	Number        int
	Rule          string
	Cause         string
	State         string
	OpenedAt      instant
	RecoveredAt   *instant
	Answer        string
	AnsweredBy    string
	AnsweredName  string
	AnsweredAt    *instant
	Opinion       string
	ClosedBy      string
	ClosedName    string
	ClosedAt      *instant
	Version       int64
}

// TableName implements GORM's Tabler.
func (orderRow) TableName() string { return "supervision_orders" }

func (r orderRow) order() workflow.SupervisionOrder {
	return workflow.SupervisionOrder{ID: r.ID, ApplicationID: r.ApplicationID, BatchID: r.BatchID, No: r.Number, Rule: policy.RuleID(r.Rule), Cause: r.Cause,
		State: workflow.OrderState(r.State), OpenedAt: r.OpenedAt.time(), RecoveredAt: pointer(r.RecoveredAt), Answer: r.Answer, AnsweredBy: r.AnsweredBy,
		AnsweredName: r.AnsweredName, AnsweredAt: pointer(r.AnsweredAt), Opinion: r.Opinion, ClosedBy: r.ClosedBy, ClosedName: r.ClosedName,
		ClosedAt: pointer(r.ClosedAt), Version: r.Version}
}

func rowOfOrder(o *workflow.SupervisionOrder) orderRow {
	return orderRow{ID: o.ID, ApplicationID: o.ApplicationID, BatchID: o.BatchID, Number: o.No, Rule: string(o.Rule), Cause: o.Cause, State: string(o.State),
		OpenedAt: instant(o.OpenedAt), RecoveredAt: optional(o.RecoveredAt), Answer: o.Answer, AnsweredBy: o.AnsweredBy, AnsweredName: o.AnsweredName,
		AnsweredAt: optional(o.AnsweredAt), Opinion: o.Opinion, ClosedBy: o.ClosedBy, ClosedName: o.ClosedName, ClosedAt: optional(o.ClosedAt), Version: o.Version}
}

func orders(db *gorm.DB) ([]workflow.SupervisionOrder, error) {
	var rows []orderRow
	if err := db.Find(&rows).Error; err != nil {
		return nil, failed("读取督办单", err)
	}
	out := make([]workflow.SupervisionOrder, len(rows))
	for i, row := range rows {
		out[i] = row.order()
	}
	return out, nil
}

// OrdersOf implements workflow.Tx.
func (t *tx) OrdersOf(applicationID string) ([]workflow.SupervisionOrder, error) {
	return orders(t.db.Where("application_id = ?", applicationID).Order("number"))
}

// InsertOrder implements workflow.Tx. A partial unique index keeps a rule to one live order.
func (t *tx) InsertOrder(o *workflow.SupervisionOrder) error {
	err := t.db.Raw("SELECT COALESCE(MAX(number), 0) + 1 FROM supervision_orders WHERE application_id = ?", o.ApplicationID).Row().Scan(&o.No)
	if err != nil {
		return failed("开立督办单", err)
	}
	o.Version = 1
	row := rowOfOrder(o)
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error == nil && res.RowsAffected == 0 {
		return fault.New(fault.Refused, "%s 的督办单已经开立,请刷新", o.Rule)
	}
	return failed("开立督办单", res.Error)
}

// LockOrder implements workflow.Tx.
func (t *tx) LockOrder(id string) (workflow.SupervisionOrder, error) {
	var row orderRow
	err := take(t.db.Clauses(rowLock("supervision_orders")).Where("id = ?", id), "读取督办单", &row, fault.New(fault.NotFound, "没有这张督办单,请刷新"))
	return row.order(), err
}

// SaveOrder implements workflow.Tx.
func (t *tx) SaveOrder(o *workflow.SupervisionOrder) error {
	row := rowOfOrder(o)
	row.Version = o.Version + 1
	res := t.db.Model(&orderRow{}).Where("id = ? AND version = ?", o.ID, o.Version).Select("*").
		Omit("id", "application_id", "batch_id", "number", "rule", "opened_at").Updates(&row)
	if res.Error != nil {
		return failed("保存督办单", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Stale, "督办单刚刚被他人办理,请刷新")
	}
	o.Version++
	return nil
}

// Orders implements workflow.Reader.
func (s *Store) Orders(ctx context.Context, q workflow.FundQuery) ([]workflow.SupervisionOrder, error) {
	r, done := s.reading(ctx)
	defer done()
	db := fundScope(r.db.Model(&orderRow{}).Joins("JOIN applications AS a ON a.id = supervision_orders.application_id"), q)
	if q.Live {
		db = db.Where("supervision_orders.state <> ?", string(workflow.OrderClosed))
	}
	return orders(db.Select("supervision_orders.*").Order("supervision_orders.opened_at DESC, supervision_orders.id"))
}
