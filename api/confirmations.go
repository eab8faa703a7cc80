package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/typeset"
	"xianjie/workflow"
)

func (s *Server) confirmationRoutes() {
	path := "/applications/{id}/confirmations"
	register(s, operation{id: "listConfirmations", method: http.MethodGet, path: path, summary: "资金与项目的确认情况", tag: tagApplications,
		object: "confirmation", action: "read",
		says: "逐条列出资金规划中需要承诺的各条和全部项目:谁、何时、凭哪份承诺文件确认,还缺什么。本县所见为正在填报的内容,其余人所见为现行快照。"}, s.listConfirmations)
	register(s, operation{id: "confirm", method: http.MethodPost, path: path, summary: "确认资金和项目", tag: tagApplications,
		object: "confirmation", action: "confirm", status: http.StatusCreated, intake: command,
		says: "按当前内容确认,一次可确认多项,有一项不能确认则全部不确认并逐项说明;内容改动、承诺文件移除或更换后确认失效,须重新确认。整合资金条目须附承诺文件。"}, s.confirm)
}

// pledge is one line or project with the word given for it.
type pledge struct {
	Kind       string        `json:"kind" enum:"LINE,PROJECT" doc:"LINE 资金规划的一条;PROJECT 项目"`
	Line       string        `json:"line" doc:"LINKAGE_PROV_UP、LINKAGE_CITY、LINKAGE_COUNTY、整合资金条目编号或项目编号"`
	Title      string        `json:"title" doc:"资金名称或项目名称"`
	Department string        `json:"department" doc:"由谁确认:责任部门,或县财政、市财政局;无须确认的为空"`
	Amount     wan           `json:"amount" doc:"现在的金额,万元;项目为各来源之和"`
	Committed  wan           `json:"committed" doc:"已承诺的金额,万元;未确认或已失效为 0"`
	State      string        `json:"state" enum:"UNCONFIRMED,CONFIRMED,LAPSED,NOT_NEEDED,BY_AWARD"`
	StateLabel string        `json:"stateLabel" doc:"状态的中文说明,已失效的写明原因"`
	Why        []string      `json:"why" doc:"失效的原因,逐条"`
	Digest     string        `json:"digest" doc:"现在内容的摘要;确认时带上它,内容已被他人改动则答 412"`
	Mine       bool          `json:"mine" doc:"当前用户现在可以确认"`
	Given      *confirmation `json:"confirmation" doc:"有效的确认;已失效的为最近一次;没有为 null"`
}

// confirmation is a bureau's word for one line or project.
type confirmation struct {
	ID           string    `json:"id"`
	Department   string    `json:"department" doc:"确认单位"`
	Amount       wan       `json:"amount" doc:"确认时的金额,万元"`
	Name         string    `json:"name" doc:"确认岗位"`
	ConfirmedAt  time.Time `json:"confirmedAt"`
	AttachmentID string    `json:"attachmentId" doc:"承诺文件的 id;没有附的为空"`
	DocID        string    `json:"docId" doc:"承诺文件在申报书中的编号"`
	FileName     string    `json:"fileName" doc:"承诺文件的文件名"`
}

// tally sums up the lines or the projects that need a word.
type tally struct {
	Count             int `json:"count" doc:"须确认的项数"`
	Confirmed         int `json:"confirmed" doc:"已确认"`
	Lapsed            int `json:"lapsed" doc:"已失效"`
	Unconfirmed       int `json:"unconfirmed" doc:"从未确认"`
	Amount            wan `json:"amount" doc:"金额合计,万元"`
	ConfirmedAmount   wan `json:"confirmedAmount" doc:"已确认金额,万元"`
	UnconfirmedAmount wan `json:"unconfirmedAmount" doc:"未确认及已失效金额,万元"`
}

// pledges is the one view of who stands up for what.
type pledges struct {
	Items    []pledge `json:"items" doc:"资金各条在前,项目在后"`
	Total    int      `json:"total" doc:"共多少项" minimum:"0"`
	Live     bool     `json:"live" doc:"按正在填报或补正的内容;否则按已冻结的内容"`
	Lines    tally    `json:"lines" doc:"资金各条"`
	Projects tally    `json:"projects" doc:"项目"`
}

func pledgeView(v workflow.PledgeView, i int) pledge {
	p := v.Pledges[i]
	out := pledge{Kind: string(p.Kind), Line: p.Line, Title: p.Title, Department: p.Owner(), Amount: wan{p.Content.Amount}, Committed: wan{p.Committed},
		State: string(p.State), StateLabel: typeset.Official(p.Label()), Why: each(p.Why, typeset.Official), Digest: p.Content.Digest(), Mine: v.Mine[i]}
	if g := p.Given; g != nil {
		out.Given = &confirmation{g.ID, g.Department, wan{g.Content.Amount}, g.Name, g.ConfirmedAt.UTC(), g.AttachmentID, g.DocID, g.FileName}
	}
	return out
}

func tallyView(t workflow.PledgeTally) tally {
	return tally{t.Count, t.Confirmed, t.Lapsed, t.Open, wan{t.Amount}, wan{t.ConfirmedAmount}, wan{t.Amount - t.ConfirmedAmount}}
}

func (s *Server) listConfirmations(ctx context.Context, in *struct{ OfApplication }) (*answer[pledges], error) {
	view, err := s.deps.Workflow.Pledges(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	items := make([]pledge, len(view.Pledges))
	for i := range items {
		items[i] = pledgeView(view, i)
	}
	return answered(pledges{items, len(items), view.Live && view.Application.State.Edited(), tallyView(workflow.TallyPledges(view.Pledges, workflow.PledgeLine)),
		tallyView(workflow.TallyPledges(view.Pledges, workflow.PledgeProject))}, ""), nil
}

// confirmAsked names what is confirmed: one line by line, or many by items.
type confirmAsked struct {
	OfApplication
	Keyed
	Body struct {
		Line         string          `json:"line,omitzero" maxLength:"200" doc:"只确认一条资金时:LINKAGE_COUNTY、LINKAGE_CITY 或整合资金条目编号"`
		Items        []confirmedItem `json:"items,omitzero" maxItems:"1000" doc:"一次确认的各项;与 line 二者填一"`
		AttachmentID string          `json:"attachmentId,omitzero" maxLength:"64" doc:"承诺文件(整合方案与部门承诺类附件)的 id;整合资金条目必填,其余可不填"`
	}
}

type confirmedItem struct {
	Kind   string `json:"kind" enum:"LINE,PROJECT"`
	Line   string `json:"line" minLength:"1" maxLength:"200" doc:"资金条目或项目的编号"`
	Digest string `json:"digest,omitzero" maxLength:"64" doc:"所见内容的摘要;不填则按当前内容确认"`
}

func (s *Server) confirm(ctx context.Context, in *confirmAsked) (*answer[saved], error) {
	body := in.Body
	if (body.Line == "") == (len(body.Items) == 0) {
		return nil, fault.At("请写明要确认的内容", []fault.Place{{Location: "/items", Message: "line 和 items 填且只填一个"}})
	}
	items := each(body.Items, func(i confirmedItem) workflow.Confirmed {
		return workflow.Confirmed{Kind: workflow.PledgeKind(i.Kind), Line: i.Line, Digest: i.Digest}
	})
	if body.Line != "" {
		items = []workflow.Confirmed{{Kind: workflow.PledgeLine, Line: body.Line}}
	}
	done, err := s.deps.Workflow.Confirm(ctx, actorOf(ctx), workflow.Confirm{Application: in.ID, Items: items, Attachment: body.AttachmentID,
		Receipt: receipt(ctx, recorded)})
	if err != nil {
		return nil, err
	}
	return recorded(done), nil
}
