package store

import (
	"context"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/workflow"
)

type resultRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Kind          string `gorm:"primaryKey"`
	BatchID       string
	Points        *int64 // mean or composite, for queries; the body says all
	Body          string
	PackVersion   int
	KeptAt        instant
	KeptBy        string
}

// TableName implements GORM's Tabler.
func (resultRow) TableName() string { return "results" }

// resultBody is what a result keeps as JSON.
type resultBody struct {
	Marks     []review.Mark
	Stage     *review.StageResult
	Vetoes    []string
	Site      *review.SiteResult
	Composite *review.Composite
}

// InsertResult implements workflow.Tx. The primary key keeps a result to one; rows are only added.
func (t *tx) InsertResult(v workflow.Result) error {
	body, err := pack("登记评审结果", resultBody{v.Marks, v.Stage, v.Vetoes, v.Site, v.Composite})
	if err != nil {
		return err
	}
	row := resultRow{ApplicationID: v.ApplicationID, Kind: string(v.Kind), BatchID: v.BatchID, Points: pointsOf(v), Body: body, PackVersion: v.PackVersion,
		KeptAt: instant(v.At), KeptBy: v.By}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("登记评审结果", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "这一阶段的成绩已经锁定,请刷新")
	}
	return nil
}

func pointsOf(v workflow.Result) *int64 {
	var points *review.Points
	switch {
	case v.Composite != nil:
		points = v.Composite.Points
	case v.Stage != nil:
		points = v.Stage.Mean
	}
	if points == nil {
		return nil
	}
	n := int64(*points)
	return &n
}

// results are those of a condition, by application and kind; never nil.
func (r reads) results(condition string, args ...any) ([]workflow.Result, error) {
	var rows []resultRow
	if err := r.db.Where(condition, args...).Order("application_id, kind").Find(&rows).Error; err != nil {
		return nil, failed("读取评审结果", err)
	}
	out := make([]workflow.Result, len(rows))
	for i, row := range rows {
		var body resultBody
		if err := unpack("读取评审结果", row.Body, &body); err != nil {
			return nil, err
		}
		out[i] = workflow.Result{ApplicationID: row.ApplicationID, BatchID: row.BatchID, Kind: workflow.ResultKind(row.Kind), Marks: body.Marks,
			Stage: body.Stage, Vetoes: body.Vetoes, Site: body.Site, Composite: body.Composite, PackVersion: row.PackVersion, At: row.KeptAt.time(), By: row.KeptBy}
	}
	return out, nil
}

// Results implements workflow.Tx.
func (t *tx) Results(batchID string) ([]workflow.Result, error) {
	return t.results("batch_id = ?", batchID)
}

// ReadResults implements workflow.Reader.
func (s *Store) ReadResults(ctx context.Context, batchID string) ([]workflow.Result, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.results("batch_id = ?", batchID)
}
