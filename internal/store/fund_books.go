package store

import (
	"context"
	"strings"

	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/workflow"
)

type fundLineRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Line          string `gorm:"primaryKey"`
	BatchID       string
	Place         int
	Source        string
	Levels        string
	Department    string
	Programme     string
	Committed     bool
	Ceiling       int64
	Allocated     int64
}

// TableName implements GORM's Tabler.
func (fundLineRow) TableName() string { return "fund_lines" }

func (r fundLineRow) line() funds.Line {
	l := funds.Line{Key: r.Line, Source: r.Source, Department: r.Department, Programme: r.Programme, Order: r.Place, Ceiling: money.Fen(r.Ceiling),
		Allocated: money.Fen(r.Allocated)}
	for _, level := range strings.Split(r.Levels, ",") {
		l.Levels = append(l.Levels, funds.Level(level))
	}
	return l
}

type fundShareRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Line          string `gorm:"primaryKey"`
	Project       string `gorm:"primaryKey"`
	Planned       int64
	Allocated     int64
}

// TableName implements GORM's Tabler.
func (fundShareRow) TableName() string { return "fund_shares" }

type fundCellRow struct {
	ApplicationID string `gorm:"primaryKey"`
	Line          string `gorm:"primaryKey"`
	Level         string `gorm:"primaryKey"`
	Project       string `gorm:"primaryKey"`
	Allocated     int64
	Disbursed     int64
	Spent         int64
	AllocatedIn   int64
	DisbursedIn   int64
	SpentIn       int64
	AllocatedOut  int64
	DisbursedOut  int64
	SpentOut      int64
}

// TableName implements GORM's Tabler.
func (fundCellRow) TableName() string { return "fund_cells" }

func (r fundCellRow) cell() funds.Cell {
	return funds.Cell{Key: funds.Key{Line: r.Line, Level: funds.Level(r.Level), Project: r.Project}, Allocated: money.Fen(r.Allocated), Disbursed: money.Fen(r.Disbursed),
		Spent: money.Fen(r.Spent), AllocatedIn: money.Fen(r.AllocatedIn), DisbursedIn: money.Fen(r.DisbursedIn), SpentIn: money.Fen(r.SpentIn),
		AllocatedOut: money.Fen(r.AllocatedOut), DisbursedOut: money.Fen(r.DisbursedOut), SpentOut: money.Fen(r.SpentOut)}
}

func rowOfCell(applicationID string, c funds.Cell) fundCellRow {
	return fundCellRow{applicationID, c.Line, string(c.Level), c.Project, int64(c.Allocated), int64(c.Disbursed), int64(c.Spent),
		int64(c.AllocatedIn), int64(c.DisbursedIn), int64(c.SpentIn), int64(c.AllocatedOut), int64(c.DisbursedOut), int64(c.SpentOut)}
}

// putFundPlan writes lines and shares as the approved plan has them; what was taken of a line stays, and one the plan no longer has stays with
// nothing to give. The CHECKs refuse a plan that gives less than was taken.
func (t *tx) putFundPlan(applicationID, batchID string, lines []funds.Line, shares []funds.Share, committed map[string]bool) error {
	if err := t.db.Exec("UPDATE fund_lines SET ceiling = allocated, committed = ? WHERE application_id = ?", false, applicationID).Error; err != nil {
		return failed("登记批准的规划", err)
	}
	if err := t.db.Exec("UPDATE fund_shares SET planned = allocated WHERE application_id = ?", applicationID).Error; err != nil {
		return failed("登记批准的规划", err)
	}
	lineRows, shareRows := make([]fundLineRow, 0, len(lines)), make([]fundShareRow, 0, len(shares))
	for _, l := range lines {
		levels := make([]string, len(l.Levels))
		for i, level := range l.Levels {
			levels[i] = string(level)
		}
		lineRows = append(lineRows, fundLineRow{applicationID, l.Key, batchID, l.Order, l.Source, strings.Join(levels, ","), l.Department, l.Programme,
			committed[l.Key], int64(l.Ceiling), 0})
	}
	for _, s := range shares {
		shareRows = append(shareRows, fundShareRow{applicationID, s.Line, s.Project, int64(s.Planned), 0})
	}
	if len(lineRows) == 0 {
		return fault.New(fault.Refused, "批准的规划没有资金,不能建账")
	}
	upsertLine := clause.OnConflict{Columns: []clause.Column{{Name: "application_id"}, {Name: "line"}},
		DoUpdates: clause.AssignmentColumns([]string{"place", "levels", "department", "programme", "committed", "ceiling"})}
	if err := t.db.Clauses(upsertLine).CreateInBatches(&lineRows, createdAtOnce).Error; err != nil {
		return failed("登记批准的规划", err)
	}
	if len(shareRows) == 0 {
		return nil
	}
	upsertShare := clause.OnConflict{Columns: []clause.Column{{Name: "application_id"}, {Name: "line"}, {Name: "project"}},
		DoUpdates: clause.AssignmentColumns([]string{"planned"})}
	return failed("登记批准的规划", t.db.Clauses(upsertShare).CreateInBatches(&shareRows, createdAtOnce).Error)
}

// createdAtOnce bounds the rows of one statement.
const createdAtOnce = 400

// FundBook implements workflow.Tx.
func (t *tx) FundBook(applicationID, line string) (funds.Book, error) {
	var row fundLineRow
	err := take(t.db.Where("application_id = ? AND line = ?", applicationID, line), "读取资金账", &row, fault.New(fault.NotFound, "批准的规划没有这个资金条目"))
	if err != nil {
		return funds.Book{}, err
	}
	all, err := t.books(applicationID, line)
	b := funds.Book{Line: row.line(), Shares: map[string]funds.Share{}, Cells: map[funds.Key]funds.Cell{}}
	for _, s := range all.Shares {
		b.Shares[s.Project] = s
	}
	for _, c := range all.Cells {
		b.Cells[c.Key] = c
	}
	return b, err
}

// KeepFundBook implements workflow.Tx.
func (t *tx) KeepFundBook(applicationID string, b funds.Book, m funds.Move) error {
	cells := make([]fundCellRow, 0, len(m.Parts))
	for _, p := range m.Parts {
		cells = append(cells, rowOfCell(applicationID, b.Cells[funds.Key{Line: m.Line, Level: m.Level, Project: p.Project}]))
	}
	upsert := clause.OnConflict{Columns: []clause.Column{{Name: "application_id"}, {Name: "line"}, {Name: "level"}, {Name: "project"}},
		DoUpdates: clause.AssignmentColumns([]string{"allocated", "disbursed", "spent", "allocated_in", "disbursed_in", "spent_in", "allocated_out", "disbursed_out", "spent_out"})}
	if err := t.db.Clauses(upsert).Create(&cells).Error; err != nil {
		return failed("登记资金账", err)
	}
	if m.Layer != funds.Allocated {
		return nil
	}
	shares := make([]fundShareRow, 0, len(m.Parts))
	for _, p := range m.Parts {
		s := b.Shares[p.Project]
		shares = append(shares, fundShareRow{applicationID, m.Line, p.Project, int64(s.Planned), int64(s.Allocated)})
	}
	taken := clause.OnConflict{Columns: []clause.Column{{Name: "application_id"}, {Name: "line"}, {Name: "project"}},
		DoUpdates: clause.AssignmentColumns([]string{"allocated"})}
	if err := t.db.Clauses(taken).Create(&shares).Error; err != nil {
		return failed("登记资金账", err)
	}
	return failed("登记资金账", t.db.Exec("UPDATE fund_lines SET allocated = ? WHERE application_id = ? AND line = ?",
		int64(b.Line.Allocated), applicationID, m.Line).Error)
}

// books are the lines, shares and cells of an account, of one line when it is given.
func (r reads) books(applicationID, line string) (workflow.FundBooks, error) {
	where, args := "application_id = ?", []any{applicationID}
	if line != "" {
		where, args = where+" AND line = ?", append(args, line)
	}
	out := workflow.FundBooks{Lines: []funds.Line{}, Shares: []funds.Share{}, Cells: []funds.Cell{}, Committed: map[string]bool{}}
	var lines []fundLineRow
	var shares []fundShareRow
	var cells []fundCellRow
	if line == "" {
		if err := r.db.Where(where, args...).Order("place").Find(&lines).Error; err != nil {
			return out, failed("读取资金账", err)
		}
	}
	if err := r.db.Where(where, args...).Order("line, project").Find(&shares).Error; err != nil {
		return out, failed("读取资金账", err)
	}
	if err := r.db.Where(where, args...).Find(&cells).Error; err != nil {
		return out, failed("读取资金账", err)
	}
	for _, l := range lines {
		out.Lines = append(out.Lines, l.line())
		out.Committed[l.Line] = l.Committed
	}
	for _, s := range shares {
		out.Shares = append(out.Shares, funds.Share{Line: s.Line, Project: s.Project, Planned: money.Fen(s.Planned), Allocated: money.Fen(s.Allocated)})
	}
	for _, c := range cells {
		out.Cells = append(out.Cells, c.cell())
	}
	return out, nil
}

// FundBooks implements workflow.Tx.
func (t *tx) FundBooks(applicationID string) (workflow.FundBooks, error) {
	return t.books(applicationID, "")
}

// ReadFundBooks implements workflow.Reader: lines, shares and cells of one instant.
func (s *Store) ReadFundBooks(ctx context.Context, applicationID string) (workflow.FundBooks, error) {
	var out workflow.FundBooks
	err := s.atOneInstant(ctx, func(r reads) error {
		var err error
		out, err = r.books(applicationID, "")
		return err
	})
	return out, err
}
