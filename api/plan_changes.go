package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/typeset"
	"xianjie/policy"
	"xianjie/workflow"
)

const objectPlanChange = "plan_change"

func (s *Server) planChangeRoutes() {
	path := "/applications/{id}/plan-changes"
	register(s, operation{id: "listPlanChanges", method: http.MethodGet, path: path, summary: "项目变更", tag: tagFunds,
		object: objectPlanChange, action: "read", says: "新的在前。"}, s.listPlanChanges)
	register(s, operation{id: "proposePlanChange", method: http.MethodPost, path: path, summary: "提出项目变更", tag: tagFunds,
		object: objectPlanChange, action: "propose", status: http.StatusCreated, intake: command,
		says: "对照现行的批准规划写明改什么:项目的合并补丁、新增的项目、取消的项目、资金规划的合并补丁。变更额达到批次规定的比例、换村、新增或取消项目的须市级同意;" +
			"批次规定的规则重新判定,不通过的不能提出;不能少于已下达的资金。dryRun=true 只试算,不保存,答 200。"}, s.proposePlanChange)
	register(s, operation{id: "getPlanChange", method: http.MethodGet, path: "/plan-changes/{changeId}", summary: "一项项目变更", tag: tagFunds,
		object: objectPlanChange, action: "read"}, s.getPlanChange)
	register(s, operation{id: "actOnPlanChange", method: http.MethodPost, path: "/plan-changes/{changeId}/actions", summary: "项目变更:签报、同意、不同意、撤回", tag: tagFunds,
		object: objectPlanChange, action: step, intake: command, says: "提出、签报、同意须是三个人。批准即成为批准规划的新一版,旧版保留。"}, s.actOnPlanChange)
}

// changeReason is one reason why the city must agree.
type changeReason struct {
	Project   string `json:"project" doc:"项目编号"`
	Kind      string `json:"kind" enum:"AMOUNT,PLACE,ADD,REMOVE"`
	KindLabel string `json:"kindLabel"`
	Text      string `json:"text" doc:"依据与算式"`
}

// changeTaken is one act on a change.
type changeTaken struct {
	Action  string    `json:"action" enum:"propose,sign,approve,reject,withdraw"`
	Label   string    `json:"label"`
	Role    post      `json:"role"`
	Name    string    `json:"name" doc:"办理岗位"`
	Opinion string    `json:"opinion"`
	At      time.Time `json:"at"`
}

// changeKind is one respect in which the plan changes.
type changeKind struct {
	Kind  string `json:"kind" enum:"AMOUNT,PLACE,CONTENT,PERIOD,ADD,REMOVE"`
	Label string `json:"label"`
}

// PlanChangeRow is a change without its content.
type PlanChangeRow struct {
	ID            string         `json:"id" doc:"试算为空"`
	ApplicationID string         `json:"applicationId"`
	No            int            `json:"no" doc:"本件立项的第几号变更;试算为 0"`
	State         string         `json:"state" enum:"PROPOSED,SIGNED,APPROVED,REJECTED,WITHDRAWN"`
	StateLabel    string         `json:"stateLabel"`
	BaseVersion   int            `json:"baseVersion" doc:"依据批准规划的第几版"`
	PlanVersion   int            `json:"planVersion" doc:"批准后成为第几版;未批准为 0"`
	Kinds         []changeKind   `json:"kinds" doc:"变更类别"`
	Reason        string         `json:"reason" doc:"县里的理由"`
	CityNeeded    bool           `json:"cityNeeded" doc:"是否须市级同意"`
	CityReasons   []changeReason `json:"cityReasons" doc:"为什么须市级同意"`
	Digest        string         `json:"digest" doc:"变更后规划的 SHA-256"`
	Steps         []changeTaken  `json:"steps" doc:"办理记录"`
	Version       int64          `json:"version" doc:"供 If-Match 使用"`
}

func changeRow(c workflow.PlanChange) PlanChangeRow {
	row := PlanChangeRow{ID: c.ID, ApplicationID: c.ApplicationID, No: c.No, State: string(c.State), StateLabel: c.State.Label(), BaseVersion: c.Base,
		Kinds:  each(c.Kinds, func(k workflow.PlanChangeKind) changeKind { return changeKind{string(k), k.Label()} }),
		Reason: c.Reason, CityNeeded: c.NeedsCity(), CityReasons: each(c.CityReasons, func(r workflow.CityReason) changeReason {
			return changeReason{r.Project, string(r.Kind), r.Kind.Label(), typeset.Official(r.Text)}
		}), Digest: c.Digest, Steps: each(c.Steps, func(t workflow.ChangeStep) changeTaken {
			return changeTaken{string(t.Action), t.Action.Label(), postView(t.Role), t.Name, t.Opinion, t.At.UTC()}
		}), Version: c.Version}
	if c.State == workflow.ChangeApproved {
		row.PlanVersion = c.Base + 1
	}
	return row
}

// changeBlock is one reason why a change cannot go on, and where it lies.
type changeBlock struct {
	Location string `json:"location"`
	Block
}

// planChange is a change with what follows from it.
type planChange struct {
	PlanChangeRow
	Differences []change         `json:"differences" doc:"与所依据的规划相比改了什么"`
	Findings    []policy.Finding `json:"findings" doc:"变更后的规划按全部规则的判定"`
	BlockedBy   []changeBlock    `json:"blockedBy" doc:"按现在的情形办不下去的原因;已办结为空"`
	Actions     []action         `json:"actions" doc:"可办理的事项"`
}

func planChangeView(v workflow.ChangeView) planChange {
	return planChange{changeRow(v.PlanChange), each(v.Differences, changeView), findings(v.Findings),
		each(v.Blocks, func(b workflow.ChangeBlock) changeBlock {
			return changeBlock{b.Location, Block{string(b.Rule), typeset.Official(b.Message)}}
		}), each(v.Offers, changeOffer)}
}

func changeOffer(o workflow.ChangeOffer) action {
	return action{Action: string(o.Action), Label: o.Action.Label(), Role: string(o.Role), RoleLabel: o.Role.Label(), NeedsOpinion: o.NeedsReason, Asks: []string{},
		Signers: []signer{}, BlockedBy: each(o.BlockedBy, func(b workflow.Block) Block { return Block{string(b.Rule), typeset.Official(b.Message)} })}
}

func (s *Server) listPlanChanges(ctx context.Context, in *struct{ OfApplication }) (*answer[list[PlanChangeRow]], error) {
	all, err := s.deps.Workflow.PlanChanges(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, changeRow)), ""), nil
}

// OfChange names one change in the path.
type OfChange struct {
	ChangeID string `path:"changeId" maxLength:"64" doc:"变更的 id"`
}

func (s *Server) getPlanChange(ctx context.Context, in *OfChange) (*answer[planChange], error) {
	v, err := s.deps.Workflow.PlanChange(ctx, actorOf(ctx), in.ChangeID)
	if err != nil {
		return nil, err
	}
	return answered(planChangeView(v), versionTag(v.Version)), nil
}

func (s *Server) actOnPlanChange(ctx context.Context, in *struct {
	OfChange
	Matching
	Keyed
	Body struct {
		Action string `json:"action" enum:"sign,approve,reject,withdraw" doc:"签报、同意、不同意、撤回"`
		Reason string `json:"reason,omitzero" maxLength:"2000" doc:"意见;不同意、撤回必填"`
	}
}) (*answer[planChange], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	view := func(v workflow.ChangeView) *answer[planChange] {
		return answered(planChangeView(v), versionTag(v.Version))
	}
	v, err := s.deps.Workflow.ActOnChange(ctx, actorOf(ctx), workflow.ActOnChange{Change: in.ChangeID, Version: version, Action: workflow.ChangeAction(in.Body.Action),
		Reason: in.Body.Reason, Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(v), nil
}
