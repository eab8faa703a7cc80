package store

import (
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type planChangeStepRow struct {
	ChangeID   string `gorm:"primaryKey"`
	Number     int    `gorm:"primaryKey;autoIncrement:false"`
	Action     string
	FromState  string
	ToState    string
	Role       string
	AccountID  string
	Name       string
	Opinion    string
	HappenedAt instant
}

// TableName implements GORM's Tabler.
func (planChangeStepRow) TableName() string { return "plan_change_steps" }

func (r planChangeStepRow) step() workflow.ChangeStep {
	return workflow.ChangeStep{Action: workflow.ChangeAction(r.Action), From: workflow.ChangeState(r.FromState), To: workflow.ChangeState(r.ToState),
		Role: workflow.Role(r.Role), AccountID: r.AccountID, Name: r.Name, Opinion: r.Opinion, At: r.HappenedAt.time()}
}

// InsertChangeStep implements workflow.Tx. A partial unique index keeps whoever proposed or signed a change from agreeing to it.
func (t *tx) InsertChangeStep(id string, no int, s workflow.ChangeStep) error {
	row := planChangeStepRow{ChangeID: id, Number: no, Action: string(s.Action), FromState: string(s.From), ToState: string(s.To), Role: string(s.Role),
		AccountID: s.AccountID, Name: s.Name, Opinion: s.Opinion, HappenedAt: instant(s.At)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error == nil && res.RowsAffected == 0 {
		return fault.New(fault.Refused, "这项变更您已办理过,须由另一人办理")
	}
	return failed("登记项目变更", res.Error)
}
