package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/workflow"
)

func (s *Server) todoRoutes() {
	register(s, operation{id: "listTodos", method: http.MethodGet, path: "/todos", summary: "待办与已办", tag: "待办",
		object: "todo", action: "read"}, s.listTodos)
}

// todo is one application waiting for the caller, or one step he took.
type todo struct {
	Application *ApplicationRow `json:"application" doc:"所办的申报;已办中,现在无权查看的为 null"`
	Step        *stepTaken      `json:"step" doc:"已办的一步;待办为 null"`
	Role        post            `json:"role" doc:"以哪个岗位"`
	Actions     []verb          `json:"actions" doc:"可办理的事项;待办中为空表示填报,或只等确认(见 confirm)"`
	Confirm     []toConfirm     `json:"confirm" doc:"待本单位确认的资金和项目"`
	ReviewID    string          `json:"reviewId" doc:"专家的评审任务;其余为空"`
	EntryID     string          `json:"entryId" doc:"待复核的分录;其余为空"`
	OrderID     string          `json:"orderId" doc:"待反馈或销号的督办单;其余为空"`
	ChangeID    string          `json:"changeId" doc:"待办的项目变更;其余为空"`
	DueAt       *time.Time      `json:"dueAt" doc:"时限,此刻起为逾期"`
}

// toConfirm is a line or project that waits for the caller's word.
type toConfirm struct {
	Kind       string `json:"kind" enum:"LINE,PROJECT"`
	Line       string `json:"line" doc:"资金条目或项目的编号"`
	Title      string `json:"title"`
	Amount     wan    `json:"amount" doc:"万元"`
	StateLabel string `json:"stateLabel" doc:"未确认,或已失效及其原因"`
}

func toConfirmView(p workflow.Pledge) toConfirm {
	return toConfirm{string(p.Kind), p.Line, p.Title, wan{p.Content.Amount}, p.Label()}
}

// verb is an action with its name.
type verb struct {
	Action string `json:"action"`
	Label  string `json:"label"`
}

type todosAsked struct {
	Paging
	Done bool `query:"done" doc:"true 为已办(新的在前,分页);否则为待办(等得最久的在前,一页列全)"`
}

func (s *Server) listTodos(ctx context.Context, in *todosAsked) (*answer[list[todo]], error) {
	if in.Done {
		return s.listDone(ctx, in.Paging)
	}
	waiting, err := s.deps.Workflow.Todos(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	return answered(whole(each(waiting, func(t workflow.Todo) todo {
		row := rowView(t.Application)
		out := todo{Application: &row, Role: postView(t.Role), DueAt: instant(t.DueAt), ReviewID: t.Review, EntryID: t.Entry, OrderID: t.Order,
			Confirm: each(t.Confirm, toConfirmView),
			Actions: each(t.Actions, func(a workflow.Action) verb { return verb{string(a), a.Label()} })}
		if t.Change != nil {
			out.ChangeID = t.Change.ID
			out.Actions = each(t.Change.Offers, func(o workflow.ChangeOffer) verb { return verb{string(o.Action), o.Action.Label()} })
		}
		return out
	})), ""), nil
}

func (s *Server) listDone(ctx context.Context, in Paging) (*answer[list[todo]], error) {
	page, err := s.deps.Workflow.Done(ctx, actorOf(ctx), in.Page, in.PageSize)
	if err != nil {
		return nil, err
	}
	return answered(list[todo]{each(page.Items, func(d workflow.Done) todo {
		taken := stepView(d.Step)
		out := todo{Step: &taken, Role: taken.Role, Actions: []verb{}, Confirm: []toConfirm{}}
		if d.Application != nil {
			row := rowView(*d.Application)
			out.Application = &row
		}
		return out
	}), page.Total, page.Page, page.PageSize}, ""), nil
}
