package api

import (
	"context"
	"net/http"

	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) actionRoutes() {
	register(s, operation{id: "act", method: http.MethodPost, path: "/applications/{id}/actions", summary: "办理一步", tag: tagApplications,
		object: objectApplication, action: step, intake: command,
		says: "申报的状态只能由此改变。会签的步骤,先签者的应答 done 为 false,最后一家签署时才生效。"}, s.act)
}

// step asked of an application. What a step wants is in the action's asks.
type stepAsked struct {
	Action       string       `json:"action" enum:"submit,accept,return,resubmit,withdraw,shortlist,decline,revoke,report,start,resupply,pass,disqualify,close,lock,propose,reject,award,reopen"`
	Opinion      string       `json:"opinion,omitzero" maxLength:"2000" doc:"办理意见"`
	Items        []returnItem `json:"items,omitzero" maxItems:"1000" doc:"退回:须补正的内容"`
	Ground       string       `json:"ground,omitzero" enum:"OTHER_RECOMMENDED,UNQUALIFIED" doc:"不予推荐的情形"`
	Rank         int          `json:"rank,omitzero" minimum:"0" maximum:"1000" doc:"推荐:本市排序"`
	MinutesDocNo string       `json:"minutesDocNo,omitzero" maxLength:"200" doc:"推荐:会议纪要文号"`
	RiverReason  string       `json:"yellowRiverReason,omitzero" maxLength:"2000" doc:"推荐、报省:未选沿黄县的理由"`
	CityDocNo    string       `json:"cityDocNo,omitzero" maxLength:"200" doc:"报省:市级上报文号"`
	Clause       string       `json:"clause,omitzero" maxLength:"2000" doc:"取消资格:依据条款"`
	Facts        string       `json:"facts,omitzero" maxLength:"2000" doc:"取消资格:事实"`
	RejectGround string       `json:"rejectGround,omitzero" enum:"BELOW_LINE,BEYOND_PLACES,VETOED,OBJECTION" doc:"不予立项的情形"`
	VetoRuling   string       `json:"vetoRuling,omitzero" maxLength:"2000" doc:"拟立项、不予立项:对一票否决的裁决意见"`
	AwardDocNo   string       `json:"awardDocNo,omitzero" maxLength:"200" doc:"立项:批复文号"`
}

// returnItem names one place to be mended.
type returnItem struct {
	Section string   `json:"section" maxLength:"32" doc:"栏目"`
	Row     string   `json:"row,omitzero" maxLength:"64" doc:"行:村代码、项目编号、条目编号或附件类别;空表示整栏"`
	Fields  []string `json:"fields,omitzero" maxItems:"100" doc:"字段;空表示整行"`
	Note    string   `json:"note,omitzero" maxLength:"2000" doc:"说明"`
}

// outcome is what a step did.
type outcome struct {
	Application ApplicationRow   `json:"application"`
	Done        bool             `json:"done" doc:"步骤已完成;false 表示已签署,等待会签"`
	Waiting     []post           `json:"waiting" doc:"还须签署的单位"`
	SnapshotNo  int              `json:"snapshotNo" doc:"本步冻结的快照号,0 表示没有"`
	Findings    []policy.Finding `json:"findings" doc:"本步所作的规则检查"`
	Actions     []action         `json:"actions" doc:"接下来当前用户可办理的事项"`
}

// post is a role with its name.
type post struct {
	Role  string `json:"role"`
	Label string `json:"label"`
}

func postView(r workflow.Role) post { return post{string(r), r.Label()} }

type acted struct {
	OfApplication
	Matching
	Keyed
	Body stepAsked
}

func (s *Server) act(ctx context.Context, in *acted) (*answer[outcome], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	view := func(o workflow.Outcome) *answer[outcome] {
		return answered(outcomeView(o), versionTag(o.Application.Version))
	}
	b := in.Body
	done, err := s.deps.Workflow.Do(ctx, actorOf(ctx), workflow.Command{Application: in.ID, Version: version, Action: workflow.Action(b.Action),
		Opinion: b.Opinion, Input: b.input(), Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(done), nil
}

func (b stepAsked) input() workflow.Input {
	return workflow.Input{Ground: b.Ground, Rank: b.Rank, MinutesDocNo: b.MinutesDocNo, YellowRiverReason: b.RiverReason, CityDocNo: b.CityDocNo,
		Clause: b.Clause, Facts: b.Facts, RejectGround: b.RejectGround, VetoRuling: b.VetoRuling, AwardDocNo: b.AwardDocNo, Items: each(b.Items, func(i returnItem) workflow.ReturnItem {
			return workflow.ReturnItem{Section: i.Section, Row: i.Row, Fields: i.Fields, Note: i.Note}
		})}
}

func outcomeView(o workflow.Outcome) outcome {
	out := outcome{Application: rowView(o.Application), Done: o.Done, Waiting: each(o.Waiting, postView),
		Findings: findings(o.Findings), Actions: each(o.Offers, actionView)}
	if o.Snapshot != nil {
		out.SnapshotNo = o.Snapshot.No
	}
	return out
}
