package store

import (
	"time"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type returnRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	Round         int
	ByRole        string
	ByName        string
	Opinion       string
	Items         string
	DueAt         instant
	ReturnedAt    instant
	AnsweredAt    *instant
}

// TableName implements GORM's Tabler.
func (returnRow) TableName() string { return "return_slips" }

func (r returnRow) slip() (workflow.ReturnSlip, error) {
	slip := workflow.ReturnSlip{ID: r.ID, ApplicationID: r.ApplicationID, Round: r.Round, By: workflow.Role(r.ByRole), ByName: r.ByName,
		Opinion: r.Opinion, DueAt: r.DueAt.time(), ReturnedAt: r.ReturnedAt.time(), AnsweredAt: pointer(r.AnsweredAt)}
	return slip, unpack("读取退回单", r.Items, &slip.Items)
}

// returns are the slips of a condition, oldest first.
func (r reads) returns(condition string, args ...any) ([]workflow.ReturnSlip, error) {
	var rows []returnRow
	err := r.db.Where(condition, args...).Order("returned_at, id").Find(&rows).Error
	if err != nil {
		return nil, failed("读取退回单", err)
	}
	out := make([]workflow.ReturnSlip, len(rows))
	for i, row := range rows {
		if out[i], err = row.slip(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// openReturn is the unanswered slip, nil when there is none; a partial unique index keeps it to one.
func (r reads) openReturn(applicationID string) (*workflow.ReturnSlip, error) {
	slips, err := r.returns("application_id = ? AND answered_at IS NULL", applicationID)
	if err != nil || len(slips) == 0 {
		return nil, err
	}
	return &slips[0], nil
}

// InsertReturn implements workflow.Tx; fault.Refused while an earlier slip is unanswered.
func (t *tx) InsertReturn(r workflow.ReturnSlip) error {
	batch, err := t.batchOf(r.ApplicationID)
	if err != nil {
		return err
	}
	items := r.Items
	if items == nil {
		items = []workflow.ReturnItem{}
	}
	text, err := pack("保存退回单", items)
	if err != nil {
		return err
	}
	row := returnRow{ID: r.ID, ApplicationID: r.ApplicationID, BatchID: batch, Round: r.Round, ByRole: string(r.By), ByName: r.ByName, Opinion: r.Opinion,
		Items: text, DueAt: instant(r.DueAt), ReturnedAt: instant(r.ReturnedAt), AnsweredAt: optional(r.AnsweredAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("保存退回单", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "上一张退回单还没有答复,不能再次退回,请刷新")
	}
	return nil
}

// AnswerReturn implements workflow.Tx.
func (t *tx) AnswerReturn(id string, at time.Time) error {
	return failed("答复退回单", t.db.Model(&returnRow{}).Where("id = ? AND answered_at IS NULL", id).Update("answered_at", instant(at)).Error)
}
