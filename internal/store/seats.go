package store

import (
	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/workflow"
)

const reviewColumns = `id, batch_id, application_id, stage, expert_id, expert_code, draw_id, snapshot_no, state, sheet, total, version, explanation,
		explained_for, recuse_reason, declared_at, submitted_at, recused_at, created_at, updated_at`

// cells are where reviewColumns go, in their order.
func (r *reviewRow) cells() []any {
	return []any{&r.ID, &r.BatchID, &r.ApplicationID, &r.Stage, &r.ExpertID, &r.ExpertCode, &r.DrawID, &r.SnapshotNo, &r.State, &r.Sheet, &r.Total, &r.Version,
		&r.Explanation, &r.ExplainedFor, &r.RecuseReason, &r.DeclaredAt, &r.SubmittedAt, &r.RecusedAt, &r.CreatedAt, &r.UpdatedAt}
}

func noReview() *fault.Error {
	return fault.New(fault.NotFound, "没有这份评审任务,或您无权查看")
}

// seatQuery is one statement, because the save of a score is the commonest write of all. On PostgreSQL the application is locked before the
// review and the clock is read after both: the lateral subquery needs the application's row, which comes out of the first part locked,
// and neither part may be dissolved into the whole, because each locks. A row somebody changed while we waited is read anew.
func (t *tx) seatQuery(whole bool) string {
	const application = "SELECT a.id, a.number, a.state, a.batch_id, b.review_pack FROM applications AS a JOIN batches AS b ON b.id = a.batch_id"
	if t.lite {
		return "SELECT a.number, a.state, a.review_pack, r.*, " + t.clockColumn + ", -1, '' FROM (" + application + ") AS a JOIN (SELECT " + reviewColumns +
			" FROM reviews) AS r ON r.application_id = a.id WHERE r.id = ? AND (? = '' OR r.expert_id = ?)"
	}
	lock := "SHARE"
	if whole {
		lock = "NO KEY UPDATE"
	}
	return "WITH a AS MATERIALIZED (" + application + ` WHERE a.id = (SELECT application_id FROM reviews WHERE id = $1 AND ($2 = '' OR expert_id = $2))
		FOR ` + lock + " OF a) SELECT a.number, a.state, a.review_pack, r.*, " + t.clockColumn + ", COALESCE(h.seq, -1), COALESCE(h.hash, '') FROM a CROSS JOIN LATERAL (SELECT " +
		reviewColumns + ` FROM reviews WHERE id = $1 AND application_id = a.id FOR NO KEY UPDATE) AS r
		LEFT JOIN LATERAL (SELECT seq, hash FROM audit_heads WHERE stream = '` + workflow.ReviewStream("") + `' || r.id FOR NO KEY UPDATE) AS h ON TRUE`
}

// Seat implements workflow.Tx.
func (t *tx) Seat(reviewID, expertID string, whole bool) (workflow.Seat, error) {
	args := []any{reviewID, expertID}
	if t.lite {
		args = append(args, expertID)
	}
	var row reviewRow
	var seat workflow.Seat
	var state string
	var now instant
	head := audit.Head{Stream: workflow.ReviewStream(reviewID)}
	cells := append([]any{&seat.No, &state, &seat.ReviewPack}, row.cells()...)
	if err := t.db.Raw(t.seatQuery(whole), args...).Row().Scan(append(cells, &now, &head.Seq, &head.Hash)...); err != nil {
		return workflow.Seat{}, failed("读取评审", noRow(err, noReview()))
	}
	if head.Seq >= 0 {
		t.heads[head.Stream] = head // locked with the review, so that the act's entry need not look for it
	}
	seat.State, seat.Application, seat.BatchID, seat.Now = workflow.State(state), row.ApplicationID, row.BatchID, told(now, t.given)
	t.batch[seat.Application] = seat.BatchID
	var err error
	seat.Review, err = row.review()
	return seat, err
}

// saveReview writes what acts may change, where the version is still the one seen.
const saveReview = `UPDATE reviews SET state = ?, sheet = ?, total = ?, version = ?, explanation = ?, explained_for = ?, recuse_reason = ?, declared_at = ?,
	submitted_at = ?, recused_at = ?, updated_at = ? WHERE id = ? AND version = ?`

// SaveReview implements workflow.Tx.
func (t *tx) SaveReview(v *workflow.Review) error {
	row, err := rowOfReview(v)
	if err != nil {
		return err
	}
	res := t.db.Exec(saveReview, row.State, row.Sheet, row.Total, v.Version+1, row.Explanation, row.ExplainedFor, row.RecuseReason, row.DeclaredAt,
		row.SubmittedAt, row.RecusedAt, row.UpdatedAt, v.ID, v.Version)
	if res.Error != nil {
		return failed("保存评分", res.Error)
	}
	if res.RowsAffected == 0 {
		now, err := takeReview(t.db.Where("id = ?", v.ID))
		if err != nil {
			return err
		}
		return workflow.Changed(now.Version, v.Version)
	}
	v.Version++
	return nil
}

// ReviewsOf implements workflow.Tx.
func (t *tx) ReviewsOf(batchID, applicationID string, stage review.Stage) ([]workflow.Review, error) {
	return t.reviewsOf(batchID, applicationID, stage)
}
