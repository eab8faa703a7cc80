package store

import (
	"context"
	"time"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

// frameQuery reads a batch, its pack versions without their bodies, and the clock: one round trip for what every page shows.
const frameQuery = `SELECT b.id, b.code, b.title, b.year, b.basis_doc_no, b.state, b.version, b.pack_version, b.review_pack, b.created_at, b.updated_at,
	p.version, p.doc_no, p.effective_at, p.digest, p.published_at, p.created_by, p.created_at, `

// ReadFrame implements workflow.Reader.
func (s *Store) ReadFrame(ctx context.Context, batchID string) (workflow.Batch, workflow.PackVersion, time.Time, error) {
	r, done := s.reading(ctx)
	defer done()
	var b batchRow
	var now instant
	var versions []workflow.PackVersion
	rows, err := r.db.Raw(frameQuery+s.nowColumn+" FROM batches AS b JOIN packs AS p ON p.batch_id = b.id WHERE b.id = ? ORDER BY p.version", batchID).Rows()
	if err != nil {
		return workflow.Batch{}, workflow.PackVersion{}, time.Time{}, failed("读取批次", err)
	}
	defer rows.Close()
	for rows.Next() {
		p := packRow{BatchID: batchID}
		if err := rows.Scan(&b.ID, &b.Code, &b.Title, &b.Year, &b.BasisDocNo, &b.State, &b.Version, &b.PackVersion, &b.ReviewPack, &b.CreatedAt, &b.UpdatedAt,
			&p.Version, &p.DocNo, &p.EffectiveAt, &p.Digest, &p.PublishedAt, &p.CreatedBy, &p.CreatedAt, &now); err != nil {
			return workflow.Batch{}, workflow.PackVersion{}, time.Time{}, failed("读取批次", err)
		}
		versions = append(versions, p.pack())
	}
	if err := rows.Err(); err != nil {
		return workflow.Batch{}, workflow.PackVersion{}, time.Time{}, failed("读取批次", err)
	}
	at := told(now, s.given)
	pack, ok := inForce(versions, at)
	if !ok {
		return workflow.Batch{}, workflow.PackVersion{}, time.Time{}, fault.New(fault.NotFound, "没有这个批次,请核对批次代码")
	}
	return b.batch(), pack, at, nil
}
