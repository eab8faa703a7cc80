package workflow

import (
	"context"
	"time"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// openFunds opens the award's account with the step that awards it.
func openFunds(c *Case, tx Tx) error {
	award := money.Fen(0)
	for _, e := range c.Around.Notice.Entries {
		if e.ApplicationID == c.App.ID {
			award = e.Amount
		}
	}
	return openAccount(c, tx, award, c.Now)
}

// openAccount lays the approved plan out: the snapshot in force becomes its first version. Everything counts from the award, also when the
// account is opened later.
func openAccount(c *Case, tx Tx, award money.Fen, awarded time.Time) error {
	frozen, err := tx.Snapshot(c.App.ID, c.App.SnapshotNo)
	if err != nil {
		return err
	}
	doc, _, err := proposal.Decode(frozen.Body)
	if err != nil {
		return err
	}
	around, err := tx.Surroundings(c.App, WantConfirmations)
	if err != nil {
		return err
	}
	lines, shares := FundLines(doc, award)
	a := FundAccount{ApplicationID: c.App.ID, BatchID: c.App.BatchID, Version: 1, Award: award, PlanVersion: 1, OpenedAt: awarded,
		ArrivalDue: proposal.DateIn(awarded, c.Pack.Zone()).AddMonths(c.Pack.Params.Funds.ArrivalMonths).AddDays(1).Start(c.Pack.Zone()).UTC()}
	plan := FundPlan{ApplicationID: c.App.ID, Version: 1, BatchID: c.App.BatchID, Body: frozen.Body, Digest: frozen.Digest, PackVersion: frozen.PackVersion,
		Findings: frozen.Findings, City: true, ApprovedBy: c.Actor.AccountID, ApprovedAt: awarded}
	opened, err := tx.OpenFundAccount(&a, plan, lines, shares, committedLines(doc, ConfirmationsOf(around.Confirmations, c.App.SnapshotNo)))
	if err != nil || !opened {
		return err
	}
	return tx.AppendAudit(audit.Entry{Stream: FundStream(c.App.ID), At: c.Now, AccountID: c.Actor.AccountID, Actor: c.Actor.Name, Role: string(c.As),
		Region: c.regionOf(c.As), Action: "fund_open", Object: c.App.No, AfterDigest: plan.Digest, Address: c.Actor.Address})
}

// committedLines are the lines of the ledger that are committed, as Committed answers it.
func committedLines(doc *proposal.Proposal, given []Confirmation) map[string]bool {
	committed := map[string]bool{}
	for _, p := range Committed(doc, given) {
		committed[p.ledgerKey()] = p.State == PledgeHeld || p.State == PledgeByAward
	}
	return committed
}

// ledgerKey is the key of a pledged line in the ledger.
func (p Pledge) ledgerKey() string {
	if p.By == CountyDepartment {
		return integratedKey + p.Line
	}
	return p.Line
}

// openAccounts opens the accounts of awards made before there were any.
func (s *Service) openAccounts(ctx context.Context) error {
	ids, err := s.store.Unopened(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		err := s.store.InTx(ctx, func(tx Tx) error {
			c := &Case{Actor: system(), As: System}
			var err error
			if c.App, err = tx.LockApplication(id); err != nil {
				return err
			}
			if c.Now, err = tx.Now(); err != nil {
				return err
			}
			if err := s.packIn(tx, c); err != nil {
				return err
			}
			award, err := tx.AwardOf(id)
			if err != nil {
				return err
			}
			return openAccount(c, tx, award.Amount, award.AwardedAt)
		})
		if err != nil && fault.CodeOf(err) != fault.NotFound {
			return err
		}
	}
	return nil
}
