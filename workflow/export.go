package workflow

import (
	"context"
	"iter"

	"xianjie/internal/audit"
)

// NoteExport keeps on record that a person took a file of scores away (domain chapter 5.5 导出要留痕): which stream it belongs to, and what it was.
// He must have been shown it before.
func (s *Service) NoteExport(ctx context.Context, actor Actor, stream, object string) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		as := Role("")
		if len(actor.Grants) > 0 {
			as = actor.Grants[0].Role
		}
		return noteExport(tx, actor, as, audit.Entry{Stream: stream, Object: object})
	})
}

// noteExport fills in who took it, when and in which post.
func noteExport(tx Tx, actor Actor, as Role, e audit.Entry) error {
	now, err := tx.Now()
	if err != nil {
		return err
	}
	e.At, e.AccountID, e.Actor, e.Role, e.Action, e.Address = now, actor.AccountID, actor.Name, string(as), "export", actor.Address
	for _, g := range actor.Grants {
		if g.Role == as {
			e.Region = g.Region
			break
		}
	}
	return tx.AppendAudit(e)
}

// auditStretch is how many entries are read at a time.
const auditStretch = 500

// stretch reads a stream up to a head, page by page, so that entries written meanwhile do not matter.
func (s *Service) stretch(ctx context.Context, head audit.Head) iter.Seq2[audit.Entry, error] {
	return func(yield func(audit.Entry, error) bool) {
		for after := int64(0); after < head.Seq; {
			page, err := s.store.Audit(ctx, head.Stream, after, int(min(auditStretch, head.Seq-after)))
			if err != nil {
				yield(audit.Entry{}, err)
				return
			}
			if len(page) == 0 {
				return
			}
			for _, e := range page {
				if !yield(e, nil) {
					return
				}
			}
			after = page[len(page)-1].Seq
		}
	}
}
