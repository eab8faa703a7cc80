package store

import (
	"context"

	"xianjie/workflow"
)

type stepRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Seq           int    `gorm:"primaryKey;autoIncrement:false"`
	BatchID       string
	Action        string
	FromState     string
	ToState       string
	Role          string
	AccountID     string
	Name          string
	Opinion       string
	SnapshotNo    int
	PackVersion   int
	Blocked       string
	HappenedAt    instant
}

// TableName implements GORM's Tabler.
func (stepRow) TableName() string { return "steps" }

func steps(rows []stepRow) []workflow.Step {
	out := make([]workflow.Step, len(rows))
	for i, r := range rows {
		out[i] = workflow.Step{ApplicationID: r.ApplicationID, Seq: r.Seq, Action: workflow.Action(r.Action), From: workflow.State(r.FromState),
			To: workflow.State(r.ToState), Role: workflow.Role(r.Role), AccountID: r.AccountID, Name: r.Name, Opinion: r.Opinion,
			SnapshotNo: r.SnapshotNo, PackVersion: r.PackVersion, Blocked: splitRules(r.Blocked), At: r.HappenedAt.time()}
	}
	return out
}

// InsertStep implements workflow.Tx. The lock on the application keeps the numbers apart; the primary key would refuse doubles.
func (t *tx) InsertStep(s *workflow.Step) error {
	batch, err := t.batchOf(s.ApplicationID)
	if err != nil {
		return err
	}
	err = t.db.Raw(`INSERT INTO steps (application_id, seq, batch_id, action, from_state, to_state, role, account_id, name, opinion,
			snapshot_no, pack_version, blocked, happened_at)
		VALUES (?, (SELECT COALESCE(MAX(seq), 0) + 1 FROM steps WHERE application_id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING seq`,
		s.ApplicationID, s.ApplicationID, batch, string(s.Action), string(s.From), string(s.To), string(s.Role), s.AccountID, s.Name, s.Opinion,
		s.SnapshotNo, s.PackVersion, joinRules(s.Blocked), instant(s.At)).Row().Scan(&s.Seq)
	return failed("登记办理记录", err)
}

// Steps implements workflow.Reader.
func (s *Store) Steps(ctx context.Context, applicationID string) ([]workflow.Step, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []stepRow
	err := r.db.Where("application_id = ?", applicationID).Order("seq").Find(&rows).Error
	return steps(rows), failed("读取办理记录", err)
}

// Handled implements workflow.Reader.
func (s *Store) Handled(ctx context.Context, accountID string, page, pageSize int) (workflow.Page[workflow.Step], error) {
	page, pageSize = paging(page, pageSize)
	out := workflow.Page[workflow.Step]{Items: []workflow.Step{}, Page: page, PageSize: pageSize}
	r, done := s.reading(ctx)
	defer done()
	var total int64
	if err := r.db.Model(&stepRow{}).Where("account_id = ?", accountID).Count(&total).Error; err != nil {
		return out, failed("读取已办", err)
	}
	var rows []stepRow
	err := r.db.Where("account_id = ?", accountID).Order("happened_at DESC, application_id, seq DESC").
		Limit(pageSize).Offset((page - 1) * pageSize).Find(&rows).Error
	out.Items, out.Total = steps(rows), int(total)
	return out, failed("读取已办", err)
}
