package api

import (
	"context"

	"xianjie/internal/paper"
	"xianjie/internal/proposal"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) dossierPaperRoutes() {
	registerPaper(s, operation{id: "getProposal", path: "/applications/{id}/proposal", summary: "申报书", object: "application", action: "export",
		says: "十二章申报书及检查结果。本县所见为正在填报的内容,未上报的印“草稿”;其余人所见为现行快照。"}, s.writeDossier)
	registerPaper(s, operation{id: "getApproval", path: "/awards/{id}/approval", summary: "立项批复", object: "award", action: "read",
		says: "id 为申报的 id。立项以前为省级的草拟件。"}, s.writeApproval)
}

func (s *Server) writeDossier(ctx context.Context, in *struct{ OfApplication }) (written, error) {
	d, err := s.deps.Workflow.Printed(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return written{}, err
	}
	doc, _, err := proposal.DecodeDraft(d.Document)
	if err != nil {
		return written{}, err
	}
	app := d.Application
	return written{name: app.No + app.CountyName + "申报书", stream: workflow.Stream(app.ID), paper: paper.DossierPaper(paper.Dossier{Batch: d.Batch.Title, No: app.No, Doc: doc,
		Draft: d.Draft, Findings: paperFindings(d.Findings, func(policy.Finding) bool { return true })})}, nil
}

func (s *Server) writeApproval(ctx context.Context, in *struct{ OfApplication }) (written, error) {
	a, err := s.deps.Workflow.Approval(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return written{}, err
	}
	doc, _, err := proposal.DecodeDraft(a.Document)
	if err != nil {
		return written{}, err
	}
	out := paper.Approval{Batch: a.Batch.Title, Province: policy.Root().Name, CityDocNo: a.Application.CityDocNo, Zone: a.Zone, Amount: a.Amount, Doc: doc,
		Advice: paperFindings(a.Findings, func(f policy.Finding) bool { return f.Verdict == policy.Warn })}
	if a.Award != nil {
		out.DocNo, out.Awarded = a.Award.DocNo, &a.Award.AwardedAt
	}
	if a.Notice != nil {
		out.Notice = a.Notice.No
	}
	return written{name: a.Application.No + a.Application.CountyName + "立项批复", paper: paper.ApprovalPaper(out)}, nil
}
