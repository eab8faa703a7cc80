package workflow

import (
	"context"
	"time"

	"xianjie/internal/dossier"
	"xianjie/policy"
)

// flowPart adds how the application travelled: History and Desk decide what of it the actor may read.
func (s *Service) flowPart(ctx context.Context, b *bundle) error {
	frozen, err := s.Snapshots(ctx, b.actor, b.app.ID)
	if err != nil {
		return err
	}
	steps, err := s.History(ctx, b.actor, b.app.ID)
	if err != nil {
		return err
	}
	desk, err := s.Desk(ctx, b.actor, b.app.ID)
	if err != nil {
		return err
	}
	pledges, err := s.Pledges(ctx, b.actor, b.app.ID)
	if err != nil {
		return err
	}
	if !b.sight.SeesNotes(b.app) {
		b.Omit("市、省的内部意见和会签", "只供市、省审核岗位；退回、不予推荐、取消资格的意见已列入")
	}
	return b.JSON(dossier.FlowFile, dossier.Flow{
		Snapshots: mapped(frozen, func(f Snapshot) dossier.SnapshotRow {
			return dossier.SnapshotRow{No: f.No, Action: string(f.Action), Label: f.Action.Label(), Digest: f.Digest, PackVersion: f.PackVersion, TakenAt: f.TakenAt.UTC()}
		}),
		Steps:      mapped(steps, flowStep),
		Signatures: mapped(desk.Signatures, flowSignature),
		Returns:    mapped(desk.Returns, flowReturn),
		Waivers: mapped(desk.Waivers, func(w Waiver) dossier.Waiver {
			return dossier.Waiver{Rule: string(w.Rule), Reason: w.Reason, DocNo: w.DocNo, Name: w.GrantedName, GrantedAt: w.GrantedAt.UTC(), ExpiresAt: inUTC(w.ExpiresAt)}
		}),
		Confirmations: flowConfirmations(pledges.Pledges),
	})
}

// flowConfirmations are the words that hold.
func flowConfirmations(pledges []Pledge) []dossier.Confirmation {
	out := []dossier.Confirmation{}
	for _, p := range pledges {
		if c := p.Given; c != nil && p.State == PledgeHeld {
			out = append(out, dossier.Confirmation{Kind: string(p.Kind), Line: c.Line, Department: c.Department, Amount: c.Content.Amount, Paper: c.DocID, Name: c.Name,
				ConfirmedAt: c.ConfirmedAt.UTC()})
		}
	}
	return out
}

func flowStep(st Step) dossier.Step {
	return dossier.Step{Seq: st.Seq, Action: string(st.Action), Label: st.Action.Label(), From: string(st.From), To: string(st.To), ToLabel: st.To.Label(),
		Role: string(st.Role), RoleLabel: st.Role.Label(), Name: st.Name, Opinion: st.Opinion, SnapshotNo: st.SnapshotNo, PackVersion: st.PackVersion,
		PassedOver: mapped(st.Blocked, func(r policy.RuleID) string { return string(r) }), At: st.At.UTC()}
}

func flowSignature(g Signature) dossier.Signature {
	return dossier.Signature{Action: string(g.Action), Label: g.Action.Label(), Round: g.Round, SnapshotNo: g.SnapshotNo, Role: string(g.Role),
		RoleLabel: g.Role.Label(), Name: g.Name, Opinion: g.Opinion, Rank: g.Input.Rank, SignedAt: g.SignedAt.UTC(), VoidedAt: inUTC(g.VoidedAt)}
}

func flowReturn(r ReturnSlip) dossier.ReturnSlip {
	return dossier.ReturnSlip{Round: r.Round, Role: string(r.By), RoleLabel: r.By.Label(), Name: r.ByName, Opinion: r.Opinion, DueAt: r.DueAt.UTC(),
		ReturnedAt: r.ReturnedAt.UTC(), AnsweredAt: inUTC(r.AnsweredAt), Items: mapped(r.Items, func(i ReturnItem) dossier.ReturnItem {
			return dossier.ReturnItem{Section: i.Section, Row: i.Row, Fields: mapped(i.Fields, func(f string) string { return f }), Note: i.Note}
		})}
}

// mapped is never nil: an empty list is written as one.
func mapped[A, B any](in []A, f func(A) B) []B {
	out := make([]B, len(in))
	for i := range in {
		out[i] = f(in[i])
	}
	return out
}

// inUTC is an instant for a file; nil stays nil.
func inUTC(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	utc := t.UTC()
	return &utc
}
