package store

import (
	"cmp"
	"context"
	"slices"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

type fundEntryRow struct {
	ID            string `gorm:"primaryKey"`
	ApplicationID string
	BatchID       string
	Number        int64
	Key           string
	Digest        string
	Seal          string
	Kind          string
	Line          string
	Level         string
	Layer         string
	Adds          bool
	Dated         string
	DocNo         string
	Payee         string
	Amount        int64
	Reason        string
	Reverses      *string
	Attempt       int
	Waits         bool
	Role          string
	AccountID     string
	Name          string
	EnteredAt     instant
}

// TableName implements GORM's Tabler.
func (fundEntryRow) TableName() string { return "fund_entries" }

type fundPartRow struct {
	EntryID string `gorm:"primaryKey"`
	Project string `gorm:"primaryKey"`
	Amount  int64
}

// TableName implements GORM's Tabler.
func (fundPartRow) TableName() string { return "fund_parts" }

type fundDecisionRow struct {
	EntryID   string `gorm:"primaryKey"`
	Confirmed bool
	Reason    string
	Role      string
	AccountID string
	Name      string
	DecidedAt instant
}

// TableName implements GORM's Tabler.
func (fundDecisionRow) TableName() string { return "fund_decisions" }

type fundEntryVoucherRow struct {
	EntryID   string `gorm:"primaryKey"`
	VoucherID string `gorm:"primaryKey"`
}

// TableName implements GORM's Tabler.
func (fundEntryVoucherRow) TableName() string { return "fund_entry_vouchers" }

func (r fundEntryRow) entry() (workflow.FundEntry, error) {
	dated, err := proposal.ParseDate(r.Dated)
	e := workflow.FundEntry{ID: r.ID, ApplicationID: r.ApplicationID, BatchID: r.BatchID, No: r.Number, Key: r.Key, Digest: r.Digest, Seal: r.Seal, Kind: funds.Kind(r.Kind),
		Move: funds.Move{Line: r.Line, Level: funds.Level(r.Level), Layer: funds.Layer(r.Layer), Adds: r.Adds}, Dated: dated, DocNo: r.DocNo, Payee: r.Payee,
		Amount: money.Fen(r.Amount), Reason: r.Reason, Attempt: r.Attempt, Vouchers: []string{}, State: funds.Posted, Waits: r.Waits,
		Role: workflow.Role(r.Role), AccountID: r.AccountID, Name: r.Name, EnteredAt: r.EnteredAt.time()}
	if r.Reverses != nil {
		e.Reverses = *r.Reverses
	}
	if r.Waits {
		e.State = funds.Pending
	}
	return e, failed("读取分录", err)
}

// fundEntries are those of a query with their parts, decisions, files and reversals; never nil.
func (r reads) fundEntries(db *gorm.DB) ([]workflow.FundEntry, error) {
	var rows []fundEntryRow
	if err := db.Find(&rows).Error; err != nil {
		return nil, failed("读取分录", err)
	}
	out := make([]workflow.FundEntry, len(rows))
	at, ids := map[string]*workflow.FundEntry{}, make([]string, len(rows))
	for i, row := range rows {
		var err error
		if out[i], err = row.entry(); err != nil {
			return nil, err
		}
		at[row.ID], ids[i] = &out[i], row.ID
	}
	for page := range slices.Chunk(ids, createdAtOnce) {
		if err := r.fillEntries(page, at); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (r reads) fillEntries(ids []string, at map[string]*workflow.FundEntry) error {
	var parts []fundPartRow
	var decisions []fundDecisionRow
	var files []fundEntryVoucherRow
	var reversals []fundEntryRow
	err := cmp.Or(
		r.db.Where("entry_id IN ?", ids).Order("entry_id, project").Find(&parts).Error,
		r.db.Where("entry_id IN ?", ids).Find(&decisions).Error,
		r.db.Where("entry_id IN ?", ids).Order("entry_id, voucher_id").Find(&files).Error,
		r.db.Select("fund_entries.id", "fund_entries.reverses").Joins("LEFT JOIN fund_decisions AS d ON d.entry_id = fund_entries.id").
			Where("fund_entries.reverses IN ? AND (d.entry_id IS NULL OR d.confirmed)", ids).Find(&reversals).Error)
	if err != nil {
		return failed("读取分录", err)
	}
	for _, p := range parts {
		m := &at[p.EntryID].Move
		m.Parts = append(m.Parts, funds.Part{Project: p.Project, Amount: money.Fen(p.Amount)})
	}
	for _, d := range decisions {
		e := at[d.EntryID]
		e.State = funds.Rejected
		if d.Confirmed {
			e.State = funds.Posted
		}
		e.Decision = &workflow.FundDecision{Confirmed: d.Confirmed, Reason: d.Reason, Role: workflow.Role(d.Role), AccountID: d.AccountID, Name: d.Name, DecidedAt: d.DecidedAt.time()}
	}
	for _, f := range files {
		at[f.EntryID].Vouchers = append(at[f.EntryID].Vouchers, f.VoucherID)
	}
	for _, v := range reversals {
		at[*v.Reverses].ReversedBy = v.ID
	}
	return nil
}

func (r reads) fundEntry(db *gorm.DB) (workflow.FundEntry, error) {
	found, err := r.fundEntries(db.Limit(1))
	if err != nil {
		return workflow.FundEntry{}, err
	}
	if len(found) == 0 {
		return workflow.FundEntry{}, fault.New(fault.NotFound, "没有这笔分录,或您无权查看")
	}
	return found[0], nil
}

// FundEntry implements workflow.Tx.
func (t *tx) FundEntry(id string) (workflow.FundEntry, error) {
	return t.fundEntry(t.db.Where("id = ?", id))
}

// ReadFundEntry implements workflow.Reader.
func (s *Store) ReadFundEntry(ctx context.Context, id string) (workflow.FundEntry, error) {
	r, done := s.reading(ctx)
	defer done()
	return r.fundEntry(r.db.Where("id = ?", id))
}

// FundEntryByKey implements workflow.Tx.
func (t *tx) FundEntryByKey(applicationID, key string) (*workflow.FundEntry, error) {
	found, err := t.fundEntries(t.db.Where("application_id = ? AND key = ?", applicationID, key))
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

// FundEntriesReversing implements workflow.Tx.
func (t *tx) FundEntriesReversing(id string) ([]workflow.FundEntry, error) {
	return t.fundEntries(t.db.Where("reverses = ?", id).Order("number"))
}

// InsertFundEntry implements workflow.Tx. The unique keys hold what the account's lock keeps apart already.
func (t *tx) InsertFundEntry(e *workflow.FundEntry) error {
	row := fundEntryRow{ID: e.ID, ApplicationID: e.ApplicationID, BatchID: e.BatchID, Number: e.No, Key: e.Key, Digest: e.Digest, Seal: e.Seal, Kind: string(e.Kind),
		Line: e.Move.Line, Level: string(e.Move.Level), Layer: string(e.Move.Layer), Adds: e.Move.Adds, Dated: e.Dated.String(), DocNo: e.DocNo, Payee: e.Payee,
		Amount: int64(e.Amount), Reason: e.Reason, Attempt: e.Attempt, Waits: e.Waits, Role: string(e.Role), AccountID: e.AccountID, Name: e.Name,
		EnteredAt: instant(e.EnteredAt)}
	if e.Reverses != "" {
		row.Reverses = &e.Reverses
	}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error != nil {
		return failed("登记分录", res.Error)
	}
	if res.RowsAffected == 0 {
		return fault.New(fault.Refused, "这一笔刚刚由他人登记或冲正,请刷新后再办")
	}
	parts := make([]fundPartRow, len(e.Move.Parts))
	for i, p := range e.Move.Parts {
		parts[i] = fundPartRow{e.ID, p.Project, int64(p.Amount)}
	}
	if err := t.db.CreateInBatches(&parts, createdAtOnce).Error; err != nil {
		return failed("登记分录", err)
	}
	if len(e.Vouchers) == 0 {
		return nil
	}
	files := make([]fundEntryVoucherRow, len(e.Vouchers))
	for i, v := range e.Vouchers {
		files[i] = fundEntryVoucherRow{e.ID, v}
	}
	return failed("登记分录", t.db.Create(&files).Error)
}

// InsertFundDecision implements workflow.Tx: the primary key keeps an entry to one decision.
func (t *tx) InsertFundDecision(entryID string, d workflow.FundDecision) error {
	row := fundDecisionRow{entryID, d.Confirmed, d.Reason, string(d.Role), d.AccountID, d.Name, instant(d.DecidedAt)}
	res := t.db.Clauses(clause.OnConflict{DoNothing: true}).Create(&row)
	if res.Error == nil && res.RowsAffected == 0 {
		return fault.New(fault.Refused, "这一笔刚刚已由他人复核,请刷新")
	}
	return failed("复核分录", res.Error)
}
