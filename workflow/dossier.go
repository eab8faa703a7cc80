package workflow

import (
	"context"
	"io"
	"slices"
	"time"

	"xianjie/internal/audit"
	"xianjie/internal/dossier"
	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// Dossier gathers everything the actor may see of one application (卷宗), as it is at one moment, and keeps on record, before he gets a
// byte, that this very dossier was handed to him. Every part asks the same question as the page that shows it; open reads kept files,
// which must all be there. Errors: Forbidden, NotFound, TooLarge, Unavailable, Internal (a kept file is missing).
func (s *Service) Dossier(ctx context.Context, actor Actor, id string, open dossier.Opener) (*dossier.Plan, error) {
	var plan *dossier.Plan
	var as Role
	err := s.store.AtOneMoment(ctx, func(still Store) (err error) {
		then := *s
		then.store = still
		plan, as, err = then.gather(ctx, &bundle{actor: actor, later: s}, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := plan.Ready(open); err != nil {
		return nil, err
	}
	return plan, s.store.InTx(ctx, func(tx Tx) error {
		return noteExport(tx, actor, as, audit.Entry{Stream: Stream(id), Object: "卷宗", AfterDigest: plan.Digest})
	})
}

// bundle is a dossier being gathered: who asks, what he sees, and what has come together.
type bundle struct {
	*dossier.Builder
	actor Actor
	as    Role
	app   Application // veiled
	sight Sight
	now   time.Time
	later *Service // reads while the file is being sent, after the moment is over: streams up to their head, which only grow
}

// gather puts the parts together, in the order of the file, for one who may export it.
func (s *Service) gather(ctx context.Context, b *bundle, id string) (_ *dossier.Plan, _ Role, err error) {
	if b.app, b.sight, err = s.see(ctx, b.actor, id); err != nil {
		return nil, "", err
	}
	if b.as = s.roleFor(b.actor, b.app.CountyCode, "application", "export"); b.as == "" {
		return nil, "", fault.New(fault.Forbidden, "您的岗位无权导出卷宗")
	}
	for _, part := range []func(context.Context, *bundle) error{s.beginDossier, s.flowPart, s.reviewPart, s.rankingPart, s.defencePart, s.sitePart,
		s.noticePart, s.awardPart, s.fundPart, s.auditPart, s.attachmentPart} {
		if err := part(ctx, b); err != nil {
			return nil, "", err
		}
	}
	plan, err := b.Seal()
	return plan, b.as, err
}

// beginDossier writes the head, the proposal and the snapshots.
func (s *Service) beginDossier(ctx context.Context, b *bundle) error {
	a, live := b.app, b.sight.SeesDraft(b.app)
	body, err := s.document(ctx, a, live)
	if err != nil {
		return err
	}
	doc, _, err := proposal.DecodeDraft(body)
	if err != nil {
		return err
	}
	if b.now, err = s.store.Clock(ctx); err != nil {
		return err
	}
	b.Builder = dossier.NewBuilder(dossier.Manifest{
		Nonce: s.newID(), MadeAt: b.now, MadeBy: dossier.Maker{Role: string(b.as), Label: b.as.Label(), Name: b.actor.Name},
		Application: dossier.Subject{ID: a.ID, No: a.No, BatchCode: a.BatchCode, City: dossier.Place{Code: a.CityCode, Name: a.CityName},
			County: dossier.Place{Code: a.CountyCode, Name: a.CountyName}, Zone: a.Title, State: string(a.State), StateLabel: a.State.Label()},
		Current:     dossier.Current{Live: live, SnapshotNo: a.SnapshotNo, Totals: dossier.TotalsOf(doc)},
		AuditStream: Stream(a.ID),
	})
	b.Text(dossier.ProposalFile, mediaJSON, body)
	if !live {
		b.Omit("申报书草稿", "草稿只有本县可见；这里的申报书是现行快照")
	}
	for no := 1; no <= a.SnapshotNo; no++ {
		frozen, err := s.store.ReadSnapshot(ctx, a.ID, no)
		if err != nil {
			return err
		}
		b.Text(dossier.SnapshotFile(no), mediaJSON, frozen.Body)
		if err := b.JSON(dossier.FindingsFile(no), append([]policy.Finding{}, frozen.Findings...)); err != nil {
			return err
		}
	}
	return nil
}

const mediaJSON = "application/json"

// attachmentPart adds the files themselves: those of the draft for whoever sees it, else those the snapshot in force names.
func (s *Service) attachmentPart(ctx context.Context, b *bundle) error {
	files, err := s.Attachments(ctx, b.actor, b.app.ID)
	if err != nil {
		return err
	}
	list := make([]dossier.Attached, len(files))
	for i, f := range files {
		list[i] = dossier.Attached{DocID: f.DocID, Kind: f.Kind, KindLabel: proposal.AttachmentKind(f.Kind).Label(), FileName: f.FileName,
			Path: b.Attach(f.DocID, f.FileName, f.MediaType, f.SHA256, f.Size), SHA256: f.SHA256, Size: f.Size, UploadedBy: f.UploadedName,
			UploadedAt: f.UploadedAt.UTC()}
	}
	return b.JSON(dossier.AttachmentsFile, list)
}

// auditPart adds the application's stream for those who may verify it. Nobody else gets a part of it: an entry's fingerprint covers the
// address of whoever acted, and whoever holds the fingerprint and the rest could try every address; the number of entries alone tells
// how often a county saved its draft.
func (s *Service) auditPart(ctx context.Context, b *bundle) error {
	if s.roleFor(b.actor, b.app.CountyCode, "audit", "verify") == "" {
		b.Omit("审计流水", "限有审计权限的岗位；其中含登录地址和草稿的保存记录，由指纹可以反推，因此也不列出指纹。本卷宗的清单摘要已记入该流水，可请有权的人核对")
		return nil
	}
	heads, err := s.store.AuditHeads(ctx)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(heads, func(h audit.Head) bool { return h.Stream == Stream(b.app.ID) })
	if i < 0 {
		return fault.New(fault.Internal, "这份申报没有审计流水")
	}
	return b.Stream(dossier.AuditFile, "application/jsonl", func(w io.Writer) error {
		return audit.Export(w, audit.Header{Scope: heads[i].Stream, ExportedAt: b.now, Heads: heads[i : i+1]}, b.later.stretch(ctx, heads[i]))
	})
}
