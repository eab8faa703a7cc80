package store

import (
	"context"

	"xianjie/internal/audit"
	"xianjie/internal/identity"
	"xianjie/workflow"
)

// people is the store as identity needs it.
type people struct{ s *Store }

// peopleTx is a transaction as identity needs it.
type peopleTx struct{ *tx }

var (
	_ identity.Store = people{}
	_ identity.Tx    = peopleTx{}
)

// Identity is the port that internal/identity keeps accounts and sessions through.
func (s *Store) Identity() identity.Store { return people{s} }

// InTx implements identity.Store; do runs once, whatever happens.
func (p people) InTx(ctx context.Context, do func(identity.Tx) error) error {
	ctx, cancel := bounded(ctx)
	defer cancel()
	return p.s.once(ctx, func(t *tx) error { return do(peopleTx{t}) })
}

// Record implements identity.Tx. A grant's role and region are the object of the entry.
func (t peopleTx) Record(e identity.Event) error {
	entry := audit.Entry{Stream: workflow.AccountStream(e.AccountID), At: e.At, AccountID: e.By, Actor: e.ByName, Action: string(e.What), Region: e.Region,
		Object: e.Role, Reason: e.Reason, Address: e.Address}
	return t.AppendAudit(entry)
}

// KeepAnswer implements identity.Tx.
func (t peopleTx) KeepAnswer(token string, a identity.Answer) error {
	return t.tx.KeepAnswer(token, workflow.Answer(a))
}

// LockAdministration implements identity.Tx: a row that exists only to be locked.
func (t peopleTx) LockAdministration() error {
	return t.lockNamed("administration")
}
