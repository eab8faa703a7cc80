package store

import (
	"context"
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

func noApplication() *fault.Error {
	return fault.New(fault.NotFound, "没有这份申报,可能已被删除,请返回列表刷新")
}

// rowLock locks rows of one table against writers, not against foreign keys that point to them; SQLite leaves it out, its
// transaction holds the one write lock already.
func rowLock(table string) clause.Locking {
	return clause.Locking{Strength: "NO KEY UPDATE", Table: clause.Table{Name: table}}
}

func (r reads) application(id string, more ...clause.Expression) (workflow.Application, error) {
	found, err := applications(r.db.Table(applicationTables).Clauses(more...).Where("a.id = ?", id))
	switch {
	case err != nil:
		return workflow.Application{}, failed("读取申报", err)
	case len(found) == 0:
		return workflow.Application{}, noApplication()
	}
	return found[0], nil
}

// Application implements workflow.Reader.
func (s *Store) Application(ctx context.Context, id string) (workflow.Application, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.application(id)
}

// LockApplication implements workflow.Tx.
func (t *tx) LockApplication(id string) (workflow.Application, error) {
	a, err := t.application(id, rowLock("a"))
	if err == nil {
		t.batch[a.ID] = a.BatchID
	}
	return a, err
}

// InsertApplication implements workflow.Tx. The number runs within county and batch and is never given twice.
func (t *tx) InsertApplication(a *workflow.Application) error {
	var last int
	err := t.db.Raw(`INSERT INTO application_numbers (batch_id, county_code, last) VALUES (?, ?, 1)
		ON CONFLICT (batch_id, county_code) DO UPDATE SET last = application_numbers.last + 1 RETURNING last`, a.BatchID, a.CountyCode).Row().Scan(&last)
	if err != nil {
		return failed("登记申报", err)
	}
	a.No, a.Version = fmt.Sprintf("%s-%02d", a.CountyCode, last), 1
	row := rowOfApplication(a)
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("登记申报", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "这份申报已经登记过,请刷新列表")
	}
	t.batch[a.ID] = a.BatchID
	return nil
}

// SaveApplication implements workflow.Tx.
func (t *tx) SaveApplication(a *workflow.Application) error {
	row := rowOfApplication(a)
	row.Version = a.Version + 1
	res := t.db.Model(&applicationRow{}).Where("id = ? AND version = ?", a.ID, a.Version).Select("*").
		Omit("id", "batch_id", "number", "created_by", "created_at").Updates(&row)
	if res.Error != nil {
		return failed("保存申报", res.Error)
	}
	if res.RowsAffected == 0 {
		return t.stale(a.ID, a.Version)
	}
	a.Version++
	return nil
}

// stale tells a version that moved on from a row that is gone.
func (t *tx) stale(id string, seen int64) error {
	now, err := t.application(id)
	if err != nil {
		return err
	}
	return workflow.Changed(now.Version, seen)
}

// draftTables hold what a draft leaves before its first submit; history, snapshots and signatures forbid the deletion.
var draftTables = [...]string{"sections", "projects", "confirmations", "attachments", "waivers"}

// DeleteApplication implements workflow.Tx.
func (t *tx) DeleteApplication(a workflow.Application) ([]string, error) {
	now, err := t.LockApplication(a.ID)
	if err != nil {
		return nil, err
	}
	if now.Version != a.Version {
		return nil, workflow.Changed(now.Version, a.Version)
	}
	if now.State != workflow.Draft || now.SnapshotNo > 0 {
		return nil, fault.New(fault.Refused, "已上报过的申报不能删除,如不再申报请撤回")
	}
	var files []string
	if err := t.db.Model(&attachmentRow{}).Distinct("sha256").Where("application_id = ?", a.ID).Pluck("sha256", &files).Error; err != nil {
		return nil, failed("删除草稿", err)
	}
	for _, table := range draftTables {
		if err := t.db.Exec("DELETE FROM "+table+" WHERE application_id = ?", a.ID).Error; err != nil {
			return nil, failed("删除草稿", err)
		}
	}
	return files, failed("删除草稿", t.db.Delete(&applicationRow{}, "id = ?", a.ID).Error)
}

// take reads one row of a table into row; instead is the fault when there is none.
func take(db *gorm.DB, what string, row any, instead *fault.Error) error {
	return failed(what, noRow(db.Take(row).Error, instead))
}
