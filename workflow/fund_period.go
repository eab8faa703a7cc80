package workflow

import (
	"context"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// ClosePeriod asks to close the books of a batch through the last day of a month (结账).
type ClosePeriod struct {
	Batch   string
	Through proposal.Date
	Receipt *Receipt
}

// ClosePeriod closes a period for good: from then on nothing may be dated on or before it, and what was wrong in it is mended by reversals
// dated later. Entries share the batch's row, so that none slips in while it closes. Errors: Forbidden, NotFound, Invalid, Refused (closed
// already, entries still waiting for confirmation).
func (s *Service) ClosePeriod(ctx context.Context, actor Actor, in ClosePeriod) (FundPeriod, error) {
	as := s.roleFor(actor, policy.Root().Code, fundPeriodObject, "close")
	if as == "" {
		return FundPeriod{}, fault.New(fault.Forbidden, "结账由省财政办理")
	}
	var p FundPeriod
	err := s.store.InTx(ctx, func(tx Tx) error {
		batch, err := tx.LockBatch(in.Batch)
		if err != nil {
			return err
		}
		c := &Case{App: Application{BatchID: batch.ID}, Actor: actor, As: as}
		if c.Now, err = tx.Now(); err != nil {
			return err
		}
		if err := s.packIn(tx, c); err != nil {
			return err
		}
		closed, err := tx.ClosedThrough(batch.ID)
		if err != nil {
			return err
		}
		if err := closable(in.Through, closed, proposal.DateIn(c.Now, c.Pack.Zone())); err != nil {
			return err
		}
		waiting, err := tx.PendingThrough(batch.ID, in.Through)
		if err != nil {
			return err
		}
		if waiting > 0 {
			return fault.New(fault.Refused, "%s 以前还有 %d 笔待复核,请先复核或驳回,再结账", in.Through.AddDays(1).String(), waiting)
		}
		p = FundPeriod{BatchID: batch.ID, Through: in.Through, ClosedBy: actor.AccountID, Name: actor.Name, ClosedAt: c.Now}
		if err := tx.InsertFundPeriod(p); err != nil {
			return err
		}
		if err := tx.AppendAudit(audit.Entry{Stream: BatchStream(batch.ID), At: c.Now, AccountID: actor.AccountID, Actor: actor.Name, Role: string(as),
			Region: policy.Root().Code, Action: "fund_close", Object: in.Through.String(), Address: actor.Address}); err != nil {
			return err
		}
		return in.Receipt.keep(tx, p)
	})
	return p, err
}

func closable(through, closed, today proposal.Date) error {
	message := ""
	switch {
	case through.IsZero():
		message = "请填写结账到哪一天"
	case !through.EndsMonth():
		message = "结账按月,请填月末的日期"
	case !through.Before(today):
		message = "只能结已经过完的月份,今天是 " + today.String()
	case !closed.IsZero() && !through.After(closed):
		return fault.New(fault.Refused, "已经结账到 %s,不能往前改", closed.String())
	}
	if message == "" {
		return nil
	}
	return fault.At("不能结账", []fault.Place{{Location: "/through", Message: message}})
}
