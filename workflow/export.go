package workflow

import (
	"context"

	"xianjie/internal/audit"
)

// NoteExport keeps on record that a person took a file of scores away (domain chapter 5.5 导出要留痕): which stream it belongs to, and what it was.
// He must have been shown it before.
func (s *Service) NoteExport(ctx context.Context, actor Actor, stream, object string) error {
	return s.store.InTx(ctx, func(tx Tx) error {
		now, err := tx.Now()
		if err != nil {
			return err
		}
		as := Grant{}
		if len(actor.Grants) > 0 {
			as = actor.Grants[0]
		}
		return tx.AppendAudit(audit.Entry{Stream: stream, At: now, AccountID: actor.AccountID, Actor: actor.Name, Role: string(as.Role), Region: as.Region,
			Action: "export", Object: object, Address: actor.Address})
	})
}
