package api

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"xianjie/internal/fault"
	"xianjie/internal/typeset"
	"xianjie/workflow"
)

func (s *Server) rankingDeskRoutes() {
	path := "/batches/{batchId}/ranking"
	register(s, operation{id: "getRankingDesk", method: http.MethodGet, path: path + "/desk", summary: "排名的进度与可办理的事项", tag: tagReview,
		object: objectRanking, action: "read", says: "只供省级和审计使用。"}, s.getRankingDesk)
	register(s, operation{id: "verifyRanking", method: http.MethodGet, path: path + "/verification", summary: "复算排名", tag: tagReview,
		object: objectRanking, action: "read", says: "由留存的原始分重新计算均分、综合分和名次,并与锁定时的摘要核对。"}, s.verifyRanking)
}

// rankingDesk is how far the batch is, and what the caller may do.
type rankingDesk struct {
	Version  int64     `json:"version" doc:"批次的版本,锁定时供 If-Match 使用"`
	Locked   int       `json:"locked" doc:"现行排名是本批第几次锁定,0 表示还没有锁定"`
	Reviewed int       `json:"reviewed" doc:"评审完成、参加排名的件数"`
	Pending  []subject `json:"pending" doc:"还没有评完的申报"`
	Actions  []action  `json:"actions" doc:"当前用户可办理的事项;页面只显示这些按钮"`
}

func (s *Server) getRankingDesk(ctx context.Context, in *struct{ OfBatch }) (*answer[rankingDesk], error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	d, err := s.deps.Workflow.RankingDesk(ctx, actorOf(ctx), in.BatchID)
	if err != nil {
		return nil, err
	}
	return answered(rankingDesk{d.Batch.Version, d.Locked, d.Reviewed, each(d.Pending, subjectView), each(d.Offers, actionView)}, ""), nil
}

// rankingVerified is a ranking worked out afresh.
type rankingVerified struct {
	Digest      string   `json:"digest" doc:"锁定时的摘要"`
	Recomputed  string   `json:"recomputed" doc:"现在重新算得的摘要"`
	Same        bool     `json:"same" doc:"摘要相同,并且各项算得的结果都与留存的一致"`
	Cases       int      `json:"cases" doc:"复算的件数"`
	Differences []string `json:"differences" doc:"不一致之处"`
}

func (s *Server) verifyRanking(ctx context.Context, in *struct{ OfBatch }) (*answer[rankingVerified], error) {
	_, v, err := s.ranking(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	return answered(verified(v), ""), nil
}

func verified(v workflow.RankingView) rankingVerified {
	file := v.File()
	again := file.Recompute()
	sum := sha256.Sum256(file.Canonical())
	out := rankingVerified{Digest: v.Ranking.Digest, Recomputed: hex.EncodeToString(sum[:]), Cases: len(again.Cases),
		Differences: each(again.Differences, func(p fault.Place) string { return typeset.Official(p.Message) })}
	out.Same = out.Digest == out.Recomputed && len(out.Differences) == 0
	return out
}
