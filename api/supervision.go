package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/typeset"
	"xianjie/workflow"
)

const objectSupervision = "supervision"

func (s *Server) supervisionRoutes() {
	register(s, operation{id: "listSupervision", method: http.MethodGet, path: "/supervision-orders", summary: "督办单", tag: tagFunds,
		object: objectSupervision, action: "read", says: "资金应到位而没有到位、规则由通过变为不通过时,由系统开立。"}, s.listSupervision)
	register(s, operation{id: "actOnSupervision", method: http.MethodPost, path: "/supervision-orders/{orderId}/actions", summary: "督办单:反馈、销号", tag: tagFunds,
		object: objectSupervision, action: step, intake: command, says: "资金到位、规则重新通过后才能销号;反馈人不能自己销号。"}, s.actOnSupervision)
}

// supervision is one 督办单.
type supervision struct {
	ID            string     `json:"id"`
	ApplicationID string     `json:"applicationId"`
	Title         string     `json:"title" doc:"推进区名称"`
	City          string     `json:"city"`
	County        string     `json:"county"`
	No            int        `json:"no" doc:"本件申报的第几张"`
	Rule          string     `json:"rule"`
	Cause         string     `json:"cause" doc:"事由与算式"`
	State         string     `json:"state" enum:"OPEN,ANSWERED,CLOSED"`
	StateLabel    string     `json:"stateLabel"`
	Amber         bool       `json:"amber" doc:"是否仍亮黄灯"`
	OpenedAt      time.Time  `json:"openedAt"`
	RecoveredAt   *time.Time `json:"recoveredAt" doc:"到位后规则重新通过的时刻"`
	Answer        string     `json:"answer" doc:"县里的反馈"`
	AnsweredName  string     `json:"answeredName"`
	AnsweredAt    *time.Time `json:"answeredAt"`
	Opinion       string     `json:"opinion" doc:"销号意见"`
	ClosedName    string     `json:"closedName"`
	ClosedAt      *time.Time `json:"closedAt"`
	Version       int64      `json:"version" doc:"供 If-Match 使用"`
	Actions       []verb     `json:"actions" doc:"当前用户可办理的事项"`
}

func fundVerb(act string) verb { return verb{act, workflow.FundActLabel(act)} }

func orderView(o workflow.OrderSeen) supervision {
	return supervision{o.ID, o.ApplicationID, o.Application.Title, o.Application.CityName, o.Application.CountyName, o.No, string(o.Rule), typeset.Official(o.Cause), string(o.State), o.State.Label(), o.Amber(), o.OpenedAt.UTC(),
		instant(o.RecoveredAt), o.Answer, o.AnsweredName, instant(o.AnsweredAt), o.Opinion, o.ClosedName, instant(o.ClosedAt), o.Version, each(o.Acts, fundVerb)}
}

func (s *Server) listSupervision(ctx context.Context, in *struct {
	Batch       string `query:"batch" maxLength:"64" doc:"批次的 id"`
	City        string `query:"city" maxLength:"6"`
	County      string `query:"county" maxLength:"6"`
	Application string `query:"application" maxLength:"64"`
	Live        bool   `query:"live" doc:"只看未销号的"`
}) (*answer[list[supervision]], error) {
	all, err := s.deps.Workflow.OrdersSeen(ctx, actorOf(ctx), workflow.FundQuery{BatchID: in.Batch, City: in.City, County: in.County, ApplicationID: in.Application, Live: in.Live})
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, orderView)), ""), nil
}

func (s *Server) actOnSupervision(ctx context.Context, in *struct {
	OrderID string `path:"orderId" maxLength:"64" doc:"督办单的 id"`
	Matching
	Keyed
	Body struct {
		Action string `json:"action" enum:"answer,close" doc:"反馈、销号"`
		Text   string `json:"text" minLength:"1" maxLength:"2000" doc:"原因与到位时间,或核实情况"`
	}
}) (*answer[supervision], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	view := func(o workflow.OrderSeen) *answer[supervision] {
		return answered(orderView(o), versionTag(o.Version))
	}
	o, err := s.deps.Workflow.ActOnOrder(ctx, actorOf(ctx), workflow.ActOnOrder{Order: in.OrderID, Version: version, Close: in.Body.Action == "close", Text: in.Body.Text,
		Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(o), nil
}
