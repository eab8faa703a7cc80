package api

import (
	"context"
	"net/http"

	"xianjie/policy"
)

func (s *Server) checkRoutes() {
	path := "/applications/{id}/checks"
	register(s, operation{id: "lastCheck", method: http.MethodGet, path: path, summary: "最近一次上报时的检查单", tag: tagApplications,
		object: objectApplication, action: "read"}, s.lastCheck)
	register(s, operation{id: "runCheck", method: http.MethodPost, path: path, summary: "现在检查一遍(不保存)", tag: tagApplications,
		object: objectApplication, action: "check"}, s.runCheck)
}

// checked is one run of all rules.
type checked struct {
	Overall     string           `json:"overall" enum:"PASS,PASS_WITH_WARN,FAIL"`
	PackVersion int              `json:"packVersion" doc:"所用政策包版本"`
	SnapshotNo  int              `json:"snapshotNo" doc:"检查的快照号,0 表示当前可见内容"`
	Findings    []policy.Finding `json:"findings"`
}

func (s *Server) lastCheck(ctx context.Context, in *struct {
	OfApplication
	Conditional
}) (*answer[checked], error) {
	snapshot, err := s.deps.Workflow.LastCheck(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	tag := newStamp().number(int64(snapshot.No)).text(snapshot.Digest).number(int64(snapshot.PackVersion)).tag()
	if in.has(tag) {
		return unchanged[checked](tag), nil
	}
	return answered(checked{policy.Overall(snapshot.Findings), snapshot.PackVersion, snapshot.No, findings(snapshot.Findings)}, tag), nil
}

func (s *Server) runCheck(ctx context.Context, in *struct{ OfApplication }) (*answer[checked], error) {
	found, pack, err := s.deps.Workflow.Check(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(checked{policy.Overall(found), pack, 0, findings(found)}, ""), nil
}
