package workflow

import (
	"context"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
)

// DecideFund asks to confirm or reject an entry that waits.
type DecideFund struct {
	Entry   string
	Confirm bool
	Reason  string // required to reject
	Receipt *Receipt
}

// Decide is the second pair of eyes (复核): another account of the same office confirms, and the entry counts, or rejects it, and what it
// reserved is free again. Whoever entered it may only take it back. Errors: NotFound, Forbidden, Invalid, Refused (decided already, own entry).
func (s *Service) Decide(ctx context.Context, actor Actor, in DecideFund) (FundEntry, error) {
	known, err := s.FundEntry(ctx, actor, in.Entry) // whoever may not see it is told what he is told of one that is not there
	if err != nil {
		return FundEntry{}, err
	}
	var entry FundEntry
	err = s.onAccount(ctx, actor, known.ApplicationID, func(tx Tx, c *fundCase) error {
		var err error
		if entry, err = s.decide(tx, c, in); err != nil {
			return err
		}
		return in.Receipt.keep(tx, entry)
	})
	if err != nil {
		return FundEntry{}, err
	}
	return entry, nil
}

func (s *Service) decide(tx Tx, c *fundCase, in DecideFund) (FundEntry, error) {
	entry, err := tx.FundEntry(in.Entry) // again, under the lock
	if err != nil {
		return entry, err
	}
	line, err := tx.FundBook(c.App.ID, entry.Move.Line)
	if err != nil {
		return entry, err
	}
	action := "confirm"
	if own := entry.AccountID == c.Actor.AccountID; own && !in.Confirm {
		action = "enter"
	}
	if c.As, err = s.fundRole(c.Actor, c.App, entry.Move.Layer, line.Line, action); err != nil {
		return entry, err
	}
	reason := strings.TrimSpace(in.Reason)
	switch {
	case entry.State != funds.Pending:
		return entry, fault.New(fault.Refused, "第 %d 笔%s,不用复核", entry.No, entry.State.Label())
	case in.Confirm && entry.AccountID == c.Actor.AccountID:
		return entry, fault.New(fault.Refused, "第 %d 笔由您登记,须由另一人复核", entry.No)
	case !in.Confirm && reason == "":
		return entry, fault.At("请写明理由", []fault.Place{{Location: "/reason", Message: "驳回须写明理由,登记人据此更正"}})
	case utf8.RuneCountInString(reason) > textLimit:
		return entry, fault.At("理由过长", []fault.Place{{Location: "/reason", Message: "请控制在 2000 字以内"}})
	}
	entry.Decision = &FundDecision{Confirmed: in.Confirm, Reason: reason, Role: c.As, AccountID: c.Actor.AccountID, Name: c.Actor.Name, DecidedAt: c.Now}
	if err := tx.InsertFundDecision(entry.ID, *entry.Decision); err != nil {
		return entry, err
	}
	stage, act := funds.Settle, "fund_confirm"
	entry.State = funds.Posted
	if !in.Confirm {
		stage, act, entry.State = funds.Release, "fund_reject", funds.Rejected
	}
	return entry, s.book(tx, c, line, entry, stage, act, reason)
}
