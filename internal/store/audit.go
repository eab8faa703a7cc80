package store

import (
	"context"
	"database/sql"
	"errors"

	"gorm.io/gorm/clause"

	"xianjie/internal/audit"
)

// auditPage bounds one read of a stream.
const auditPage = 1000

type headRow struct {
	Stream string `gorm:"primaryKey"`
	Seq    int64
	Hash   string
}

// TableName implements GORM's Tabler.
func (headRow) TableName() string { return "audit_heads" }

type entryRow struct {
	Stream       string `gorm:"primaryKey"`
	Seq          int64  `gorm:"primaryKey;autoIncrement:false"`
	HappenedAt   instant
	AccountID    string
	Actor        string
	Role         string
	Region       string
	Action       string
	Object       string
	FromState    string
	ToState      string
	Reason       string
	Detail       string
	BeforeDigest string
	AfterDigest  string
	Address      string
	PrevHash     string
	Hash         string
}

// TableName implements GORM's Tabler.
func (entryRow) TableName() string { return "audit_entries" }

func rowOfEntry(e audit.Entry) entryRow {
	return entryRow{Stream: e.Stream, Seq: e.Seq, HappenedAt: instant(e.At), AccountID: e.AccountID, Actor: e.Actor, Role: e.Role, Region: e.Region,
		Action: e.Action, Object: e.Object, FromState: e.From, ToState: e.To, Reason: e.Reason, Detail: string(e.Detail),
		BeforeDigest: e.BeforeDigest, AfterDigest: e.AfterDigest, Address: e.Address, PrevHash: e.PrevHash, Hash: e.Hash}
}

func (r entryRow) entry() audit.Entry {
	e := audit.Entry{Stream: r.Stream, Seq: r.Seq, At: r.HappenedAt.time(), AccountID: r.AccountID, Actor: r.Actor, Role: r.Role, Region: r.Region,
		Action: r.Action, Object: r.Object, From: r.FromState, To: r.ToState, Reason: r.Reason,
		BeforeDigest: r.BeforeDigest, AfterDigest: r.AfterDigest, Address: r.Address, PrevHash: r.PrevHash, Hash: r.Hash}
	if r.Detail != "" {
		e.Detail = []byte(r.Detail)
	}
	return e
}

// insertEntry takes the cells of an entry in the order of values.
const insertEntry = `INSERT INTO audit_entries (stream, seq, happened_at, account_id, actor, role, region, action, object, from_state, to_state, reason,
	detail, before_digest, after_digest, address, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

func (r entryRow) values() []any {
	return []any{r.Stream, r.Seq, r.HappenedAt, r.AccountID, r.Actor, r.Role, r.Region, r.Action, r.Object, r.FromState, r.ToState, r.Reason,
		r.Detail, r.BeforeDigest, r.AfterDigest, r.Address, r.PrevHash, r.Hash}
}

// moveHead makes an entry its stream's last.
const moveHead = "UPDATE audit_heads SET seq = ?, hash = ? WHERE stream = ?"

// AppendAudit implements workflow.Tx. Every write ends here, so it is as few statements as each database allows.
func (t *tx) AppendAudit(e audit.Entry) error {
	head, held := t.heads[e.Stream]
	if !held {
		var err error
		if head, err = t.lockHead(e.Stream); err != nil {
			return failed("登记审计流水", err)
		}
	}
	next, err := audit.Next(head, e)
	if err != nil {
		return err
	}
	t.heads[e.Stream] = audit.Head{Stream: next.Stream, Seq: next.Seq, Hash: next.Hash}
	values, move := rowOfEntry(next).values(), []any{next.Seq, next.Hash, next.Stream}
	if !t.lite {
		return failed("登记审计流水", t.db.Exec("WITH entry AS ("+insertEntry+") "+moveHead, append(values, move...)...).Error)
	}
	if err := t.db.Exec(insertEntry, values...).Error; err != nil {
		return failed("登记审计流水", err)
	}
	return failed("登记审计流水", t.db.Exec(moveHead, move...).Error)
}

// lockHead locks a stream's head; from then on the stream belongs to this transaction. A stream that is not there yet is opened by an
// upsert, which changes nothing when another has just opened it, and locks it in the same statement.
func (t *tx) lockHead(stream string) (audit.Head, error) {
	lock := " FOR NO KEY UPDATE"
	if t.lite {
		lock = ""
	}
	head := audit.Head{Stream: stream}
	err := t.db.Raw("SELECT seq, hash FROM audit_heads WHERE stream = ?"+lock, stream).Row().Scan(&head.Seq, &head.Hash)
	if errors.Is(err, sql.ErrNoRows) {
		start := audit.Start(stream)
		err = t.db.Raw(`INSERT INTO audit_heads (stream, seq, hash) VALUES (?, ?, ?)
			ON CONFLICT (stream) DO UPDATE SET seq = audit_heads.seq RETURNING seq, hash`, stream, start.Seq, start.Hash).Row().Scan(&head.Seq, &head.Hash)
	}
	return head, err
}

// Audit implements workflow.Reader.
func (s *Store) Audit(ctx context.Context, stream string, after int64, limit int) ([]audit.Entry, error) {
	r, done := s.reading(ctx)
	defer done()
	if limit < 1 || limit > auditPage {
		limit = auditPage
	}
	var rows []entryRow
	err := r.db.Where("stream = ? AND seq > ?", stream, after).Order("seq").Limit(limit).Find(&rows).Error
	return entries(rows), failed("读取审计流水", err)
}

func entries(rows []entryRow) []audit.Entry {
	out := make([]audit.Entry, len(rows))
	for i, row := range rows {
		out[i] = row.entry()
	}
	return out
}

// EachAudit hands every entry of every stream to do, stream by stream and in order, without holding them all.
func (s *Store) EachAudit(ctx context.Context, do func(audit.Entry) error) error {
	stream, seq := "", int64(0)
	for {
		page, err := s.auditAfter(ctx, stream, seq)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, e := range page {
			if err := do(e); err != nil {
				return err
			}
		}
		last := page[len(page)-1]
		stream, seq = last.Stream, last.Seq
	}
}

func (s *Store) auditAfter(ctx context.Context, stream string, seq int64) ([]audit.Entry, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []entryRow
	err := r.db.Where("(stream, seq) > (?, ?)", stream, seq).Order("stream, seq").Limit(auditPage).Find(&rows).Error
	return entries(rows), failed("读取审计流水", err)
}

// AuditHeads implements workflow.Reader, by stream.
func (s *Store) AuditHeads(ctx context.Context) ([]audit.Head, error) {
	r, done := s.reading(ctx)
	defer done()
	var rows []headRow
	if err := r.db.Order(clause.OrderByColumn{Column: clause.Column{Name: "stream"}}).Find(&rows).Error; err != nil {
		return nil, failed("读取审计流水", err)
	}
	out := make([]audit.Head, len(rows))
	for i, row := range rows {
		out[i] = audit.Head{Stream: row.Stream, Seq: row.Seq, Hash: row.Hash}
	}
	return out, nil
}
