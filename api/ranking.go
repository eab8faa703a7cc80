package api

import (
	"context"
	"net/http"

	"xianjie/workflow"
)

const objectRanking = "ranking"

func (s *Server) rankingRoutes() {
	path := "/batches/{batchId}/ranking"
	register(s, operation{id: "getRanking", method: http.MethodGet, path: path, summary: "排名", tag: tagReview,
		object: objectRanking, action: "read", says: "省级锁定后可见;县、市在公示以后可见。"}, s.getRanking)
	register(s, operation{id: "lockRanking", method: http.MethodPost, path: path, summary: "锁定排名", tag: tagReview,
		object: objectRanking, action: "lock", status: http.StatusCreated, intake: command,
		says: "If-Match 为批次的版本。各项都相同的以种子抽签定序,种子一并留存。"}, s.lockRanking)
}

type rankingAsked struct {
	OfBatch
	Conditional
}

// ranking is the ranking in force as this caller may see it.
func (s *Server) ranking(ctx context.Context, batchID string) (workflow.Batch, workflow.RankingView, error) {
	b, err := s.visibleBatch(ctx, batchID)
	if err != nil {
		return b, workflow.RankingView{}, err
	}
	if err := s.wholeProvince(ctx, objectRanking); err != nil {
		return b, workflow.RankingView{}, err
	}
	v, err := s.deps.Workflow.Ranking(ctx, actorOf(ctx), batchID)
	return b, v, err
}

func (s *Server) getRanking(ctx context.Context, in *rankingAsked) (*answer[ranking], error) {
	_, v, err := s.ranking(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	tag := rankingTag(v)
	if in.has(tag) {
		return unchanged[ranking](tag), nil
	}
	return answered(rankingView(v), tag), nil
}

// rankingTag tells rankings, and what may be seen of them, apart.
func rankingTag(v workflow.RankingView) string {
	p := newStamp().number(int64(v.Ranking.No)).text(v.Ranking.Digest)
	if v.Published {
		p = p.text("published")
	}
	if v.Advice != nil {
		p = p.text("advice")
	}
	return p.tag()
}

type rankingLocked struct {
	OfBatch
	Matching
	Keyed
	Body struct {
		Seed string `json:"seed,omitzero" maxLength:"200" doc:"抽签的种子;不写由系统生成,没有并列则不用;再次锁定沿用上次的种子"`
	}
}

func (s *Server) lockRanking(ctx context.Context, in *rankingLocked) (*answer[lockedRanking], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	names, err := s.naming(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	view := func(k workflow.Ranking) *answer[lockedRanking] {
		return created(lockedView(k, names.nos), versionTag(version+1), Base+"/batches/"+in.BatchID+"/ranking") // of the batch: the lock raised it by one
	}
	k, err := s.deps.Workflow.LockRanking(ctx, actorOf(ctx), workflow.LockRanking{Batch: in.BatchID, Version: version, Seed: in.Body.Seed,
		Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(k), nil
}
