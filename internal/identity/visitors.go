package identity

import (
	"context"

	"xianjie/internal/fault"
)

// CountVisitor counts one act of somebody without an account, in the count of the client address and in that of all visitors
// together, or says how long to wait (fault.TooMany with RetryAfter); then nothing is counted. What names the kind of act.
func (s *Service) CountVisitor(ctx context.Context, what, address string) error {
	brakes := []Brake{s.cfg.Throttle.Visitor, s.cfg.Throttle.Visitors}
	keys := []string{countKey("visitor", what, bucket(address)), countKey("visitors", what, "")}
	return s.store.InTx(ctx, func(tx Tx) error {
		now := s.now()
		for i, key := range keys { // always in this order, so that two never wait for each other
			c, err := tx.Counter(key)
			if err != nil {
				return err
			}
			next, wait := brakes[i].attempt(c, now)
			if wait > 0 {
				f := fault.New(fault.TooMany, "提交过于频繁,请 %s后再试", waitText(wait))
				f.RetryAfter = wait
				return f
			}
			if err := tx.SaveCounter(key, next); err != nil {
				return err
			}
		}
		return nil
	})
}
