package workflow

import (
	"context"
	"io"
	"slices"

	"xianjie/internal/audit"
	"xianjie/internal/dossier"
	"xianjie/internal/fault"
	"xianjie/internal/funds"
)

// fundPart is the award's money: account, entries, approved plans, vouchers, and for those with the audit right the account's own stream.
func (s *Service) fundPart(ctx context.Context, b *bundle) error {
	if b.app.State != Awarded {
		return nil
	}
	if !s.fundSight(b.actor).Sees(b.app) {
		b.Omit("资金", "限资金管理和监督岗位")
		return nil
	}
	v, err := s.Funds(ctx, b.actor, b.app.ID)
	if fault.CodeOf(err) == fault.NotFound {
		return nil // awarded before there were accounts, and not opened yet
	}
	if err != nil {
		return err
	}
	entries, err := s.Ledger(ctx, b.actor, FundQuery{ApplicationID: b.app.ID, Sort: "no"})
	if err != nil {
		return err
	}
	out := dossier.Funds{Award: v.Account.Award, Plans: []dossier.FundPlan{}, Entries: []dossier.FundEntry{}, Cells: []dossier.FundCell{}}
	for n := 1; n <= v.Account.PlanVersion; n++ {
		plan, err := s.store.ReadFundPlan(ctx, b.app.ID, n)
		if err != nil {
			return err
		}
		out.Plans = append(out.Plans, dossier.FundPlan{Version: n, Digest: plan.Digest, ApprovedAt: plan.ApprovedAt.UTC()})
		b.Text(dossier.PlanFile(n), "application/json", plan.Body)
	}
	out.Lines = mapped(v.Matrix.Lines, func(l funds.LineAmounts) dossier.FundLine {
		return dossier.FundLine{Line: l.Key, Source: l.Source, Label: LineLabel(l.Line), Planned: l.Planned, Ceiling: l.Ceiling}
	})
	for _, l := range v.Matrix.Lines {
		for _, p := range l.Parts {
			for _, level := range p.Levels {
				if level.Allocated != 0 {
					out.Cells = append(out.Cells, dossier.FundCell{Line: l.Key, Level: string(level.Level), Project: p.Project, Allocated: level.Allocated,
						Disbursed: level.Disbursed, Spent: level.Spent})
				}
			}
		}
	}
	for _, e := range entries {
		out.Entries = append(out.Entries, fundEntryRecord(e.FundEntry))
	}
	if err := b.JSON(dossier.FundsFile, out); err != nil {
		return err
	}
	return s.fundFiles(ctx, b)
}

func fundEntryRecord(e FundEntry) dossier.FundEntry {
	out := dossier.FundEntry{ID: e.ID, No: e.No, Key: e.Key, Kind: string(e.Kind), KindLabel: e.Kind.Label(), Line: e.Move.Line, Level: string(e.Move.Level),
		Layer: string(e.Move.Layer), Adds: e.Move.Adds, Date: e.Dated.String(), DocNo: e.DocNo, Payee: e.Payee, Reason: e.Reason, Reverses: e.Reverses,
		Vouchers: e.Vouchers, State: string(e.State), Account: e.AccountID, Name: e.Name, EnteredAt: e.EnteredAt.UTC(), Seal: e.Seal,
		Parts: mapped(e.Move.Parts, func(p funds.Part) dossier.FundPart { return dossier.FundPart{Project: p.Project, Amount: p.Amount} })}
	if e.Decision != nil {
		out.Checked = e.Decision.Name
	}
	return out
}

// fundFiles are the vouchers and the audit stream of the money.
func (s *Service) fundFiles(ctx context.Context, b *bundle) error {
	vouchers, err := s.store.ReadVouchers(ctx, b.app.ID)
	if err != nil {
		return err
	}
	list := mapped(vouchers, func(v Voucher) dossier.Voucher {
		return dossier.Voucher{ID: v.ID, FileName: v.FileName, Path: b.Voucher(v.ID, v.FileName, v.MediaType, v.SHA256, v.Size), SHA256: v.SHA256, Size: v.Size}
	})
	if err := b.JSON(dossier.VouchersFile, list); err != nil {
		return err
	}
	if s.roleFor(b.actor, b.app.CountyCode, "audit", "verify") == "" {
		return nil // why is said with the application's own stream
	}
	heads, err := s.store.AuditHeads(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(heads, func(h audit.Head) bool { return h.Stream == FundStream(b.app.ID) })
	if i < 0 {
		return fault.New(fault.Internal, "这笔立项的资金没有审计流水")
	}
	return b.Stream(dossier.FundAuditFile, "application/jsonl", func(w io.Writer) error {
		return audit.Export(w, audit.Header{Scope: heads[i].Stream, ExportedAt: b.now, Heads: heads[i : i+1]}, b.later.stretch(ctx, heads[i]))
	})
}
