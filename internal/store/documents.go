package store

import (
	"context"
	"maps"
	"slices"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

type sectionRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Name          string `gorm:"primaryKey"`
	BatchID       string
	Version       int64
	Body          string
}

// TableName implements GORM's Tabler.
func (sectionRow) TableName() string { return "sections" }

func (r sectionRow) section() workflow.Section {
	return workflow.Section{Name: proposal.SectionName(r.Name), Version: r.Version, Body: []byte(r.Body)}
}

// document reads a draft with one statement for the sections, one for the projects and one for the files.
func (r reads) document(applicationID string) (workflow.Document, error) {
	var sections []sectionRow
	if err := r.db.Select("name", "version", "body").Where("application_id = ?", applicationID).Find(&sections).Error; err != nil {
		return workflow.Document{}, failed("读取草稿", err)
	}
	var projects []projectRow
	if err := r.db.Select("id", "version", "body").Where("application_id = ?", applicationID).Order("position, id").Find(&projects).Error; err != nil {
		return workflow.Document{}, failed("读取草稿", err)
	}
	attachments, err := r.attachments("application_id = ? AND removed_at IS NULL", applicationID)
	if err != nil {
		return workflow.Document{}, err
	}
	doc := workflow.Document{Sections: make(map[proposal.SectionName]workflow.Section, len(sections)),
		Projects: make([]workflow.ProjectRow, len(projects)), Attachments: attachments}
	for _, s := range sections {
		doc.Sections[proposal.SectionName(s.Name)] = s.section()
	}
	for i, p := range projects {
		doc.Projects[i] = p.project()
	}
	return doc, nil
}

// Document implements workflow.Tx.
func (t *tx) Document(applicationID string) (workflow.Document, error) {
	return t.document(applicationID)
}

// ReadDocument implements workflow.Reader.
func (s *Store) ReadDocument(ctx context.Context, applicationID string) (workflow.Document, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.document(applicationID)
}

// ReadSection implements workflow.Reader; a section never saved has version 0 and no body.
func (s *Store) ReadSection(ctx context.Context, applicationID string, name proposal.SectionName) (workflow.Section, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []sectionRow
	if err := r.db.Where("application_id = ? AND name = ?", applicationID, string(name)).Find(&rows).Error; err != nil {
		return workflow.Section{}, failed("读取草稿", err)
	}
	if len(rows) == 0 {
		return workflow.Section{Name: name}, nil
	}
	return rows[0].section(), nil
}

// SaveSection implements workflow.Tx.
func (t *tx) SaveSection(applicationID string, s workflow.Section) (int64, error) {
	batch, err := t.batchOf(applicationID)
	if err != nil {
		return 0, err
	}
	var saved int64
	if s.Version == 0 {
		row := sectionRow{ApplicationID: applicationID, Name: string(s.Name), BatchID: batch, Version: 1, Body: string(s.Body)}
		res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
		saved, err = res.RowsAffected, res.Error
	} else {
		res := t.db.Model(&sectionRow{}).Where("application_id = ? AND name = ? AND version = ?", applicationID, string(s.Name), s.Version).
			Updates(map[string]any{"version": s.Version + 1, "body": string(s.Body)})
		saved, err = res.RowsAffected, res.Error
	}
	switch {
	case err != nil:
		return 0, failed("保存草稿", err)
	case saved == 0:
		return 0, fault.New(fault.Stale, "此栏目刚被他人修改(您看到的是第 %d 版);您填写的内容没有丢失,请刷新比对后再保存", s.Version)
	}
	return s.Version + 1, nil
}

// PutDocument implements workflow.Tx. What stays the same keeps its version; what changes raises it, so that a clerk with the
// old text is told.
func (t *tx) PutDocument(applicationID string, sections map[proposal.SectionName][]byte, projects []proposal.ProjectRow) error {
	batch, err := t.batchOf(applicationID)
	if err != nil {
		return err
	}
	names := slices.Sorted(maps.Keys(sections))
	rows := make([]sectionRow, len(names))
	for i, name := range names {
		rows[i] = sectionRow{ApplicationID: applicationID, Name: string(name), BatchID: batch, Version: 1, Body: string(sections[name])}
	}
	gone := t.db.Where("application_id = ?", applicationID)
	if len(names) > 0 {
		gone = gone.Where("name NOT IN ?", names)
	}
	if err := gone.Delete(&sectionRow{}).Error; err != nil {
		return failed("导入草稿", err)
	}
	if len(rows) > 0 {
		if err := t.db.Clauses(replaceBody("sections", "application_id", "name")).Create(&rows).Error; err != nil {
			return failed("导入草稿", err)
		}
	}
	return t.putProjects(applicationID, batch, projects)
}

// replaceBody is the upsert of a body that raises the version only when the text differs.
func replaceBody(table string, key ...string) clause.OnConflict {
	columns := make([]clause.Column, len(key))
	for i, k := range key {
		columns[i] = clause.Column{Name: k}
	}
	return clause.OnConflict{Columns: columns, DoUpdates: clause.Assignments(map[string]any{
		"body":    clause.Expr{SQL: "excluded.body"},
		"version": clause.Expr{SQL: table + ".version + CASE WHEN " + table + ".body = excluded.body THEN 0 ELSE 1 END"},
	})}
}
