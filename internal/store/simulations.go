package store

import (
	"context"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type simulationRow struct {
	ID        string `gorm:"primaryKey"`
	BatchID   string
	Title     string
	Patch     string
	Result    string
	CreatedBy string
	Name      string
	CreatedAt instant `gorm:"autoCreateTime:false"`
}

// TableName implements GORM's Tabler.
func (simulationRow) TableName() string { return "simulations" }

func (r simulationRow) simulation() workflow.Simulation {
	return workflow.Simulation{ID: r.ID, BatchID: r.BatchID, Title: r.Title, Patch: []byte(r.Patch), Result: []byte(r.Result), CreatedBy: r.CreatedBy,
		Name: r.Name, CreatedAt: r.CreatedAt.time()}
}

// InsertSimulation implements workflow.Tx.
func (t *tx) InsertSimulation(m workflow.Simulation) error {
	row := simulationRow{ID: m.ID, BatchID: m.BatchID, Title: m.Title, Patch: string(m.Patch), Result: string(m.Result), CreatedBy: m.CreatedBy,
		Name: m.Name, CreatedAt: instant(m.CreatedAt)}
	return failed("保存推演", t.db.Create(&row).Error)
}

// Frozen implements workflow.Tx: by application number, both slices in the same order.
func (t *tx) Frozen(batchID string) ([]workflow.Snapshot, []workflow.Application, error) {
	found, err := applications(t.db.Table(applicationTables).Where("a.batch_id = ? AND a.reported_at IS NOT NULL", batchID).Order("a.number"))
	if err != nil {
		return nil, nil, failed("读取同批申报", err)
	}
	frozen := make([]workflow.Snapshot, len(found))
	for i, a := range found {
		if frozen[i], err = t.snapshot(a.ID, a.SnapshotNo); err != nil {
			return nil, nil, err
		}
	}
	return frozen, found, nil
}

// Simulations implements workflow.Reader: newest first.
func (s *Store) Simulations(ctx context.Context, batchID string) ([]workflow.Simulation, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []simulationRow
	if err := r.db.Omit("result").Where("batch_id = ?", batchID).Order("created_at DESC, id").Find(&rows).Error; err != nil {
		return nil, failed("读取推演", err)
	}
	out := make([]workflow.Simulation, len(rows))
	for i, row := range rows {
		out[i] = row.simulation()
	}
	return out, nil
}

// ReadSimulation implements workflow.Reader.
func (s *Store) ReadSimulation(ctx context.Context, id string) (workflow.Simulation, error) {
	r, done := s.reading(ctx)
	defer done()
	var row simulationRow
	err := take(r.db.Where("id = ?", id), "读取推演", &row, fault.New(fault.NotFound, "没有这次推演"))
	return row.simulation(), err
}
