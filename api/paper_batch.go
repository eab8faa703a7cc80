package api

import (
	"context"

	"xianjie/internal/paper"
	"xianjie/internal/proposal"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) batchPaperRoutes() {
	registerPaper(s, operation{id: "getRecommendation", path: "/batches/{batchId}/recommendation", summary: "市级推荐函", object: "shortlist", action: "read",
		says: "附推荐名单;报省以前为草拟件。"}, s.writeRecommendation)
	registerPaper(s, operation{id: "getOpinions", path: "/batches/{batchId}/opinions", summary: "评审意见汇总表", object: objectRanking, action: "read",
		says: "排名锁定后供省级和审计使用;专家以编号代姓名。"}, s.writeOpinions)
}

type letterAsked struct {
	OfBatch
	City string `query:"city" required:"true" pattern:"^[0-9]{6}$" patternDescription:"6 位行政区划代码" doc:"市的代码"`
}

func (s *Server) writeRecommendation(ctx context.Context, in *letterAsked) (written, error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return written{}, err
	}
	r, err := s.deps.Workflow.Recommendation(ctx, actorOf(ctx), in.BatchID, in.City)
	if err != nil {
		return written{}, err
	}
	out := paper.Recommendation{Batch: r.Batch.Title, Basis: r.Batch.BasisDocNo, Province: policy.Root().Name, City: r.City.Name, Zone: r.Zone}
	for _, a := range r.Applications {
		out.Rows = append(out.Rows, paper.Recommended{No: a.No, County: a.CountyName, Title: a.Title, Channel: proposal.Channel(a.Channel).Label(), Villages: a.Summary.Villages,
			Projects: a.Summary.Projects, Linkage: a.Summary.Linkage, ProvUp: a.Summary.ProvUp, Integrated: a.Summary.Integrated, Total: a.Summary.Total})
		if a.ReportedAt != nil && (out.Reported == nil || a.ReportedAt.After(*out.Reported)) {
			out.Reported, out.DocNo = a.ReportedAt, a.CityDocNo
		}
		if a.RiverReason != "" {
			out.River = a.RiverReason
		}
	}
	return written{name: r.Batch.Code + r.City.Name + "推荐函", paper: paper.RecommendationPaper(out)}, nil
}

func (s *Server) writeOpinions(ctx context.Context, in *struct{ OfBatch }) (written, error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return written{}, err
	}
	o, err := s.deps.Workflow.Opinions(ctx, actorOf(ctx), in.BatchID)
	if err != nil {
		return written{}, err
	}
	out := paper.Opinions{Ranking: bookOf(o.Batch, o.RankingView), Sheets: map[string][]paper.Opinion{}}
	for _, t := range o.Tasks {
		no := t.Application.No
		out.Sheets[no] = append(out.Sheets[no], paper.Opinion{Stage: t.Review.Stage, Expert: t.Review.ExpertCode, Total: t.Review.Total, Sheet: t.Review.Sheet})
	}
	return written{name: o.Batch.Code + "评审意见汇总表", paper: paper.OpinionsPaper(out), stream: workflow.BatchStream(o.Batch.ID)}, nil
}
