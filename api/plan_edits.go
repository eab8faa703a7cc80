package api

import (
	"context"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json/jsontext"

	"xianjie/workflow"
)

// raw is JSON inside a command that is read by the document's own codec.
type raw jsontext.Value

// Schema implements huma.SchemaProvider.
func (raw) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeObject, AdditionalProperties: true}
}

// UnmarshalJSON keeps the text as it was written.
func (r *raw) UnmarshalJSON(text []byte) error {
	*r = slices.Clone(text)
	return nil
}

type planChangeAsked struct {
	OfApplication
	Keyed
	DryRun bool `query:"dryRun" doc:"true 为试算:答变更的后果,不保存"`
	Body   struct {
		BaseVersion int    `json:"baseVersion" minimum:"1" doc:"依据批准规划的第几版;不是现行版答 412"`
		Reason      string `json:"reason" minLength:"1" maxLength:"2000" doc:"变更理由"`
		Projects    []struct {
			ID    string `json:"id" minLength:"1" maxLength:"64" doc:"项目编号"`
			Patch raw    `json:"patch" doc:"项目的 RFC 7386 合并补丁:只写要改的字段,列表整体替换"`
		} `json:"projects,omitzero" maxItems:"300" doc:"要改的项目"`
		Added    []raw    `json:"added,omitzero" maxItems:"300" doc:"新增的项目,形式同申报书的项目"`
		Removed  []string `json:"removed,omitzero" maxItems:"300" doc:"取消的项目编号"`
		FundPlan raw      `json:"fundPlan,omitzero" doc:"资金规划的 RFC 7386 合并补丁;省级以上合计由立项定额,不能改"`
	}
}

func (in *planChangeAsked) edits() workflow.PlanEdits {
	edits := workflow.PlanEdits{Added: each(in.Body.Added, func(r raw) []byte { return r }), Removed: in.Body.Removed, FundPlan: in.Body.FundPlan}
	for _, p := range in.Body.Projects {
		edits.Projects = append(edits.Projects, workflow.ProjectEdit{ID: p.ID, Patch: p.Patch})
	}
	return edits
}

func (s *Server) proposePlanChange(ctx context.Context, in *planChangeAsked) (*answer[planChange], error) {
	ask := workflow.ProposeChange{Application: in.ID, Base: in.Body.BaseVersion, Edits: in.edits(), Reason: in.Body.Reason}
	if in.DryRun {
		v, err := s.deps.Workflow.TryChange(ctx, actorOf(ctx), ask)
		if err != nil {
			return nil, err
		}
		return answered(planChangeView(v), ""), nil
	}
	view := func(v workflow.ChangeView) *answer[planChange] {
		return created(planChangeView(v), versionTag(v.Version), Base+"/plan-changes/"+v.ID)
	}
	ask.Receipt = receipt(ctx, view)
	v, err := s.deps.Workflow.ProposeChange(ctx, actorOf(ctx), ask)
	if err != nil {
		return nil, err
	}
	return view(v), nil
}
