package api

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"time"

	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) planRoutes() {
	path := "/applications/{id}/plans"
	register(s, operation{id: "listPlans", method: http.MethodGet, path: path, summary: "批准的规划的各版", tag: tagFunds,
		object: objectFund, action: "read", says: "第 1 版是立项所据的定稿,以后每版来自一项批准的变更;最后一版为现行版。"}, s.listPlans)
	register(s, operation{id: "getPlan", method: http.MethodGet, path: path + "/{n}", summary: "一版批准的规划", tag: tagFunds,
		object: objectFund, action: "read"}, s.getPlan)
	register(s, operation{id: "diffPlans", method: http.MethodGet, path: path + "/{n}/diff/{m}", summary: "两版批准的规划的差异", tag: tagFunds,
		object: objectFund, action: "read", says: "由 n 到 m 改了什么。"}, s.diffPlans)
}

// PlanRow is a version of the approved plan without its content.
type PlanRow struct {
	Version      int       `json:"version"`
	Digest       string    `json:"digest" doc:"内容的 SHA-256"`
	PackVersion  int       `json:"packVersion" doc:"按哪版政策参数判定"`
	ChangeID     string    `json:"changeId" doc:"来自哪项变更;第 1 版为空"`
	ApprovedCity bool      `json:"approvedCity" doc:"是否经市级以上同意;以后变更额以最近这样的一版为基数"`
	ApprovedAt   time.Time `json:"approvedAt"`
}

func planRow(p workflow.FundPlan) PlanRow {
	return PlanRow{p.Version, p.Digest, p.PackVersion, p.ChangeID, p.City, p.ApprovedAt.UTC()}
}

// plan is a version of the approved plan with its content.
type plan struct {
	PlanRow
	Findings []policy.Finding  `json:"findings" doc:"批准时的检查结论"`
	Document *ProposalDocument `json:"document,omitzero" required:"true" doc:"规划全文"`

	stored []byte
}

// writeJSON puts the stored document behind the rest without looking into it.
func (p plan) writeJSON(w io.Writer) error {
	type head plan // without this method
	var buf bytes.Buffer
	if err := marshal(&buf, head(p)); err != nil {
		return err
	}
	return spliced(w, &buf, p.stored)
}

func (s *Server) listPlans(ctx context.Context, in *struct{ OfApplication }) (*answer[list[PlanRow]], error) {
	all, err := s.deps.Workflow.Plans(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, planRow)), ""), nil
}

func (s *Server) getPlan(ctx context.Context, in *struct {
	OfApplication
	Conditional
	N int `path:"n" minimum:"1" maximum:"100000" doc:"第几版"`
}) (*answer[plan], error) {
	p, err := s.deps.Workflow.Plan(ctx, actorOf(ctx), in.ID, in.N)
	if err != nil {
		return nil, err
	}
	tag := `"` + p.Digest + `"`
	if in.has(tag) {
		return unchanged[plan](tag), nil
	}
	return answered(plan{PlanRow: planRow(p), Findings: findings(p.Findings), stored: p.Body}, tag), nil
}

func (s *Server) diffPlans(ctx context.Context, in *struct {
	OfApplication
	N int `path:"n" minimum:"1" maximum:"100000" doc:"从第几版"`
	M int `path:"m" minimum:"1" maximum:"100000" doc:"到第几版"`
}) (*answer[list[change]], error) {
	changes, err := s.deps.Workflow.PlanDifference(ctx, actorOf(ctx), in.ID, in.N, in.M)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(changes, changeView)), ""), nil
}
