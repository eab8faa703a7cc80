package store

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/workflow"
)

type reviewRow struct {
	ID            string `gorm:"primaryKey"`
	BatchID       string
	ApplicationID string
	Stage         string
	ExpertID      string
	ExpertCode    string
	DrawID        string
	SnapshotNo    int
	State         string
	Sheet         string
	Total         int64
	Version       int64
	Explanation   string
	ExplainedFor  int64
	RecuseReason  string
	DeclaredAt    *instant
	SubmittedAt   *instant
	RecusedAt     *instant
	CreatedAt     instant `gorm:"autoCreateTime:false"`
	UpdatedAt     instant `gorm:"autoUpdateTime:false"`
}

// TableName implements GORM's Tabler.
func (reviewRow) TableName() string { return "reviews" }

func (r reviewRow) review() (workflow.Review, error) {
	v := workflow.Review{ID: r.ID, BatchID: r.BatchID, ApplicationID: r.ApplicationID, Stage: review.Stage(r.Stage), ExpertID: r.ExpertID,
		ExpertCode: r.ExpertCode, DrawID: r.DrawID, SnapshotNo: r.SnapshotNo, State: workflow.ReviewState(r.State), Total: review.Points(r.Total),
		Version: r.Version, Explanation: r.Explanation, ExplainedFor: review.Points(r.ExplainedFor), RecuseReason: r.RecuseReason,
		DeclaredAt: pointer(r.DeclaredAt), SubmittedAt: pointer(r.SubmittedAt), RecusedAt: pointer(r.RecusedAt),
		CreatedAt: r.CreatedAt.time(), UpdatedAt: r.UpdatedAt.time()}
	return v, unpack("读取评审", r.Sheet, &v.Sheet)
}

func rowOfReview(v *workflow.Review) (reviewRow, error) {
	sheet, err := pack("保存评分", v.Sheet)
	return reviewRow{ID: v.ID, BatchID: v.BatchID, ApplicationID: v.ApplicationID, Stage: string(v.Stage), ExpertID: v.ExpertID, ExpertCode: v.ExpertCode,
		DrawID: v.DrawID, SnapshotNo: v.SnapshotNo, State: string(v.State), Sheet: sheet, Total: int64(v.Total), Version: v.Version,
		Explanation: v.Explanation, ExplainedFor: int64(v.ExplainedFor), RecuseReason: v.RecuseReason, DeclaredAt: optional(v.DeclaredAt),
		SubmittedAt: optional(v.SubmittedAt), RecusedAt: optional(v.RecusedAt), CreatedAt: instant(v.CreatedAt), UpdatedAt: instant(v.UpdatedAt)}, err
}

func reviews(db *gorm.DB) ([]workflow.Review, error) {
	var rows []reviewRow
	if err := db.Find(&rows).Error; err != nil {
		return nil, failed("读取评审", err)
	}
	out := make([]workflow.Review, len(rows))
	for i, row := range rows {
		var err error
		if out[i], err = row.review(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func takeReview(db *gorm.DB) (workflow.Review, error) {
	var row reviewRow
	if err := take(db, "读取评审", &row, noReview()); err != nil {
		return workflow.Review{}, err
	}
	return row.review()
}

func (r reads) reviewsOf(batchID, applicationID string, stage review.Stage) ([]workflow.Review, error) {
	db := r.db.Order("application_id, stage, expert_code")
	if batchID != "" {
		db = db.Where("batch_id = ?", batchID)
	}
	if applicationID != "" {
		db = db.Where("application_id = ?", applicationID)
	}
	if stage != "" {
		db = db.Where("stage = ?", string(stage))
	}
	return reviews(db)
}

// InsertReview implements workflow.Tx.
func (t *tx) InsertReview(v workflow.Review) error {
	v.Version = 1
	row, err := rowOfReview(&v)
	if err != nil {
		return err
	}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("分派评审", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "专家 %s 已分派过这份申报,请重新抽取", v.ExpertCode)
	}
	return nil
}

// ReadReview implements workflow.Reader.
func (s *Store) ReadReview(ctx context.Context, id string) (workflow.Review, error) {
	r, done := s.reading(ctx)
	defer done()
	return takeReview(r.db.Where("id = ?", id))
}

// Reviews implements workflow.Reader: by application, stage and expert code.
func (s *Store) Reviews(ctx context.Context, q workflow.ReviewQuery) (workflow.Page[workflow.Review], error) {
	page, size := paging(q.Page, q.PageSize)
	out := workflow.Page[workflow.Review]{Items: []workflow.Review{}, Page: page, PageSize: size}
	r, done := s.reading(ctx)
	defer done()
	narrowed := func() *gorm.DB {
		db := r.db.Model(&reviewRow{})
		for _, c := range []struct{ column, value string }{{"batch_id", q.BatchID}, {"application_id", q.ApplicationID}, {"expert_id", q.ExpertID},
			{"stage", string(q.Stage)}} {
			if c.value != "" {
				db = db.Where(c.column+" = ?", c.value)
			}
		}
		if len(q.States) > 0 {
			db = db.Where("state IN ?", q.States)
		}
		return db
	}
	var total int64
	if err := narrowed().Count(&total).Error; err != nil {
		return out, failed("读取评审", err)
	}
	found, err := reviews(narrowed().Order("application_id, stage, expert_code").Limit(size).Offset((page - 1) * size))
	out.Items, out.Total = found, int(total)
	return out, err
}

// Assigned implements workflow.Reader.
func (s *Store) Assigned(ctx context.Context, accountID string) ([]string, error) {
	r, done := s.reading(ctx)
	defer done()
	ids := []string{}
	err := r.db.Raw(`SELECT application_id FROM reviews WHERE expert_id = ? AND state IN ('OPEN', 'SUBMITTED')
		EXCEPT SELECT application_id FROM reviews WHERE expert_id = ? AND state = 'RECUSED'
		UNION SELECT application_id FROM site_inspectors WHERE account_id = ?`, accountID, accountID, accountID).Scan(&ids).Error
	return ids, failed("读取分派", err)
}

// ApplicationsIn implements workflow.Tx.
func (t *tx) ApplicationsIn(batchID string, states []workflow.State, lock bool) ([]workflow.Application, error) {
	from := t.db.Table(applicationTables).Where("a.batch_id = ? AND a.state IN ?", batchID, states)
	if lock {
		from = from.Clauses(rowLock("a")).Order("a.id")
	} else {
		from = from.Order("a.number")
	}
	found, err := applications(from)
	return found, failed("读取同批申报", err)
}
