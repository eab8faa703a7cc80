package store

import (
	"context"
	"slices"
	"strings"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// chunk is how many rows one statement writes; both databases bound the parameters of a statement.
const chunk = 500

type projectRow struct {
	ApplicationID string `gorm:"primaryKey"`
	ID            string `gorm:"primaryKey"`
	BatchID       string
	Position      int
	Version       int64
	Body          string
}

// TableName implements GORM's Tabler.
func (projectRow) TableName() string { return "projects" }

func (r projectRow) project() workflow.ProjectRow {
	return workflow.ProjectRow{ID: r.ID, Version: r.Version, Body: []byte(r.Body)}
}

func noProject(id string) *fault.Error {
	return fault.New(fault.NotFound, "没有项目 %s,可能已被他人删除,请刷新", id)
}

// ReadProject implements workflow.Reader.
func (s *Store) ReadProject(ctx context.Context, applicationID, projectID string) (workflow.ProjectRow, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.project(applicationID, projectID)
}

func (r reads) project(applicationID, projectID string) (workflow.ProjectRow, error) {
	var row projectRow
	err := take(r.db.Where("application_id = ? AND id = ?", applicationID, projectID), "读取项目", &row, noProject(projectID))
	return row.project(), err
}

// InsertProject implements workflow.Tx: a new row at the end, of version 1.
func (t *tx) InsertProject(applicationID string, p workflow.ProjectRow) error {
	batch, err := t.batchOf(applicationID)
	if err != nil {
		return err
	}
	var last int
	if err := t.db.Raw("SELECT COALESCE(MAX(position), 0) FROM projects WHERE application_id = ?", applicationID).Row().Scan(&last); err != nil {
		return failed("新增项目", err)
	}
	row := projectRow{ApplicationID: applicationID, ID: p.ID, BatchID: batch, Position: last + 1, Version: 1, Body: string(p.Body)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("新增项目", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "项目编号 %s 已存在,请换一个编号", p.ID)
	}
	return nil
}

// SaveProject implements workflow.Tx.
func (t *tx) SaveProject(applicationID string, p workflow.ProjectRow) (int64, error) {
	res := t.db.Model(&projectRow{}).Where("application_id = ? AND id = ? AND version = ?", applicationID, p.ID, p.Version).
		Updates(map[string]any{"version": p.Version + 1, "body": string(p.Body)})
	if res.Error != nil {
		return 0, failed("保存项目", res.Error)
	}
	if res.RowsAffected == 0 {
		return 0, t.staleProject(applicationID, p.ID, p.Version)
	}
	return p.Version + 1, nil
}

// DeleteProject implements workflow.Tx.
func (t *tx) DeleteProject(applicationID, projectID string, version int64) error {
	res := t.db.Delete(&projectRow{}, "application_id = ? AND id = ? AND version = ?", applicationID, projectID, version)
	if res.Error != nil {
		return failed("删除项目", res.Error)
	}
	if res.RowsAffected == 0 {
		return t.staleProject(applicationID, projectID, version)
	}
	return nil
}

// staleProject tells a row that moved on from one that is gone.
func (t *tx) staleProject(applicationID, projectID string, seen int64) error {
	now, err := t.project(applicationID, projectID)
	if err != nil {
		return err
	}
	return fault.New(fault.Stale, "项目 %s 刚被他人修改(您看到的是第 %d 版,现为第 %d 版);您填写的内容没有丢失,请刷新比对后再保存", projectID, seen, now.Version)
}

// OrderProjects implements workflow.Tx.
func (t *tx) OrderProjects(applicationID string, ids []string) error {
	var present []string
	if err := t.db.Model(&projectRow{}).Where("application_id = ?", applicationID).Pluck("id", &present).Error; err != nil {
		return failed("调整项目次序", err)
	}
	wanted := slices.Sorted(slices.Values(ids))
	slices.Sort(present)
	if !slices.Equal(wanted, present) {
		return fault.At("项目次序与现有项目不一致,请刷新后再调整", []fault.Place{{Location: "/ids", Message: "应恰好列出现有的每个项目一次"}})
	}
	for start := 0; start < len(ids); start += chunk {
		part := ids[start:min(start+chunk, len(ids))]
		args := make([]any, 0, 2*len(part)+1)
		for i, id := range part {
			args = append(args, id, start+i+1)
		}
		values := strings.Repeat(", (CAST(? AS TEXT), CAST(? AS BIGINT))", len(part))[2:]
		err := t.db.Exec("UPDATE projects SET position = v.column2 FROM (VALUES "+values+") AS v WHERE projects.application_id = ? AND projects.id = v.column1",
			append(args, applicationID)...).Error
		if err != nil {
			return failed("调整项目次序", err)
		}
	}
	return nil
}

// PutProjects implements workflow.Tx.
func (t *tx) PutProjects(applicationID string, projects []proposal.ProjectRow) error {
	batch, err := t.batchOf(applicationID)
	if err != nil {
		return err
	}
	return t.putProjects(applicationID, batch, projects)
}

// putProjects replaces the rows of a draft: gone ones are deleted, the others stand in the order given.
func (t *tx) putProjects(applicationID, batch string, projects []proposal.ProjectRow) error {
	keep := make(map[string]bool, len(projects))
	rows := make([]projectRow, len(projects))
	for i, p := range projects {
		keep[p.ID] = true
		rows[i] = projectRow{ApplicationID: applicationID, ID: p.ID, BatchID: batch, Position: i + 1, Version: 1, Body: string(p.Body)}
	}
	var present []string
	if err := t.db.Model(&projectRow{}).Where("application_id = ?", applicationID).Pluck("id", &present).Error; err != nil {
		return failed("导入草稿", err)
	}
	gone := slices.DeleteFunc(present, func(id string) bool { return keep[id] })
	for part := range slices.Chunk(gone, chunk) {
		if err := t.db.Delete(&projectRow{}, "application_id = ? AND id IN ?", applicationID, part).Error; err != nil {
			return failed("导入草稿", err)
		}
	}
	replace := replaceBody("projects", "application_id", "id")
	replace.DoUpdates = append(replace.DoUpdates, clause.Assignment{Column: clause.Column{Name: "position"}, Value: clause.Expr{SQL: "excluded.position"}})
	for part := range slices.Chunk(rows, chunk) {
		if err := t.db.Clauses(replace).Create(&part).Error; err != nil {
			return failed("导入草稿", err)
		}
	}
	return nil
}
