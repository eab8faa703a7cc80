package workflow

import (
	"context"
	"time"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/policy"
)

// office is a batch under its lock, with the facts an act of the review office looks at.
type office struct {
	Now    time.Time // read after the lock
	Batch  Batch
	Pack   *policy.Pack
	PackNo int
	Setup  review.Setup
	Actor  Actor
	As     Role
}

// atBatch runs one act on a locked batch: right, lock, clock, pack, then do; everything is kept or lost together. Errors: Forbidden,
// NotFound, and do's own.
func (s *Service) atBatch(ctx context.Context, actor Actor, batchID, object, action string, do func(tx Tx, o *office) error) error {
	as := s.roleFor(actor, policy.Root().Code, object, action)
	if as == "" {
		return fault.New(fault.Forbidden, "您的岗位无权办理此事")
	}
	return s.store.InTx(ctx, func(tx Tx) error {
		o := &office{Actor: actor, As: as}
		var err error
		if o.Batch, err = tx.LockBatch(batchID); err != nil {
			return err
		}
		if o.Now, err = tx.Now(); err != nil {
			return err
		}
		c := &Case{App: Application{BatchID: batchID}, Now: o.Now}
		if err := s.packIn(tx, c); err != nil {
			return err
		}
		o.Pack, o.PackNo = c.Pack, c.PackNo
		if o.Setup, err = s.setupIn(tx, o.Batch, o.Pack); err != nil {
			return err
		}
		return do(tx, o)
	})
}

// reviewing refuses what belongs to review before collection has ended and after the awards.
func (o *office) reviewing() error {
	if blocks := reviewing(&Case{Batch: o.Batch}); len(blocks) > 0 {
		return fault.New(fault.Refused, "%s", blocks[0].Message)
	}
	return nil
}

// note writes the act into the batch's audit stream.
func (o *office) note(tx Tx, action, object, reason, after string) error {
	return tx.AppendAudit(audit.Entry{Stream: BatchStream(o.Batch.ID), At: o.Now, AccountID: o.Actor.AccountID, Actor: o.Actor.Name, Role: string(o.As),
		Region: policy.Root().Code, Action: action, Object: object, Reason: reason, AfterDigest: after, Address: o.Actor.Address})
}

// mayRead answers Forbidden to whoever holds no right to read a kind of thing of the province.
func (s *Service) mayRead(actor Actor, object string) error {
	if s.roleFor(actor, policy.Root().Code, object, "read") == "" {
		return fault.New(fault.Forbidden, "您的岗位无权查看")
	}
	return nil
}
