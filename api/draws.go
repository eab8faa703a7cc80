package api

import (
	"context"
	"net/http"

	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/workflow"
)

const objectDraw = "draw"

func (s *Server) drawRoutes() {
	path := "/batches/{batchId}/draws"
	register(s, operation{id: "listDraws", method: http.MethodGet, path: path, summary: "专家抽取记录", tag: tagReview,
		object: objectDraw, action: "read"}, s.listDraws)
	register(s, operation{id: "proposeDraw", method: http.MethodPost, path: path, summary: "抽取专家(预览)", tag: tagReview,
		object: objectDraw, action: "propose", status: http.StatusCreated, intake: command,
		says: "只留存结果,尚未分派;看过之后以 actions 发布或作废。同样的种子、候选名单和回避清单总是抽出同样的结果。"}, s.proposeDraw)
	register(s, operation{id: "decideDraw", method: http.MethodPost, path: path + "/{drawId}/actions", summary: "发布或作废抽取结果", tag: tagReview,
		object: objectDraw, action: "publish", intake: command}, s.decideDraw)
}

type drawsAsked struct {
	OfBatch
	Conditional
	Stage string `query:"stage" enum:"WRITTEN,DEFENCE" doc:"阶段;不写为全部"`
}

func (s *Server) listDraws(ctx context.Context, in *drawsAsked) (*answer[list[draw]], error) {
	if err := s.wholeProvince(ctx, objectDraw); err != nil {
		return nil, err
	}
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	draws, err := s.deps.Workflow.Draws(ctx, actorOf(ctx), in.BatchID, review.Stage(in.Stage))
	if err != nil {
		return nil, err
	}
	names, err := s.naming(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	p := newStamp()
	for _, d := range draws {
		p = p.text(d.ID).number(d.Version)
	}
	if in.has(p.tag()) {
		return unchanged[list[draw]](p.tag()), nil
	}
	return answered(whole(each(draws, names.draw)), p.tag()), nil
}

type drawAsked struct {
	OfBatch
	Keyed
	Body struct {
		Stage        string   `json:"stage" enum:"WRITTEN,DEFENCE" doc:"为哪个阶段抽取"`
		Seed         string   `json:"seed,omitzero" maxLength:"200" doc:"公布的种子;不写由系统生成"`
		Reason       string   `json:"reason" maxLength:"2000" doc:"抽取事由,如首次抽取、补抽"`
		Applications []string `json:"applications,omitzero" maxItems:"1000" doc:"只为这些申报(id)抽取;不写为这一阶段的全部"`
		Candidates   []string `json:"candidates,omitzero" maxItems:"10000" doc:"只从这些专家(账号 id)中抽取;不写为专家库中全部可抽取的"`
	}
}

func (s *Server) proposeDraw(ctx context.Context, in *drawAsked) (*answer[draw], error) {
	names, err := s.naming(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	view := func(d workflow.Draw) *answer[draw] { return created(names.draw(d), versionTag(d.Version), "") }
	b := in.Body
	d, err := s.deps.Workflow.ProposeDraw(ctx, actorOf(ctx), workflow.ProposeDraw{Batch: in.BatchID, Stage: review.Stage(b.Stage), Seed: b.Seed,
		Reason: b.Reason, Applications: b.Applications, Candidates: b.Candidates, Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(d), nil
}

type drawDecided struct {
	OfBatch
	Matching
	Keyed
	DrawID string `path:"drawId" maxLength:"64" doc:"抽取的 id"`
	Body   struct {
		Action string `json:"action" enum:"publish,discard" doc:"发布(分派专家)或作废"`
		Reason string `json:"reason,omitzero" maxLength:"2000" doc:"作废的理由"`
	}
}

func (s *Server) decideDraw(ctx context.Context, in *drawDecided) (*answer[draw], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	names, err := s.naming(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	view := func(d workflow.Draw) *answer[draw] { return answered(names.draw(d), versionTag(d.Version)) }
	decide := s.deps.Workflow.PublishDraw
	if in.Body.Action == "discard" {
		decide = s.deps.Workflow.DiscardDraw
	} else if in.Body.Reason != "" {
		return nil, fault.At("发布抽取结果无须填写理由", []fault.Place{{Location: "/reason", Message: "只在作废时填写"}})
	}
	d, err := decide(ctx, actorOf(ctx), workflow.DecideDraw{Batch: in.BatchID, Draw: in.DrawID, Version: version, Reason: in.Body.Reason,
		Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(d), nil
}
