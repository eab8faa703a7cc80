package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/workflow"
)

func (s *Server) confirmationRoutes() {
	path := "/applications/{id}/confirmations"
	register(s, operation{id: "listConfirmations", method: http.MethodGet, path: path, summary: "部门与财政的资金确认", tag: tagApplications,
		object: "confirmation", action: "read"}, s.listConfirmations)
	register(s, operation{id: "confirmLine", method: http.MethodPost, path: path, summary: "确认资金规划的一条", tag: tagApplications,
		object: "confirmation", action: "confirm", status: http.StatusCreated, intake: command,
		says: "按当前金额确认;金额改动后确认失效,须重新确认。"}, s.confirmLine)
}

// confirmation is a department's word for one line at one amount.
type confirmation struct {
	ID          string    `json:"id"`
	Line        string    `json:"line" doc:"LINKAGE_COUNTY 或整合资金条目编号"`
	Department  string    `json:"department"`
	Amount      wan       `json:"amount" doc:"确认的金额,万元"`
	Name        string    `json:"name" doc:"确认岗位"`
	ConfirmedAt time.Time `json:"confirmedAt"`
}

func confirmationView(c workflow.Confirmation) confirmation {
	return confirmation{c.ID, c.Line, c.Department, wan{c.Amount}, c.Name, c.ConfirmedAt.UTC()}
}

func (s *Server) listConfirmations(ctx context.Context, in *struct{ OfApplication }) (*answer[list[confirmation]], error) {
	return left(ctx, s, in.ID, func(d workflow.Desk) []confirmation { return each(d.Confirmations, confirmationView) })
}

type lineConfirmed struct {
	OfApplication
	Keyed
	Body struct {
		Line string `json:"line" minLength:"1" maxLength:"64" doc:"LINKAGE_COUNTY 或整合资金条目编号"`
	}
}

func (s *Server) confirmLine(ctx context.Context, in *lineConfirmed) (*answer[saved], error) {
	done, err := s.deps.Workflow.ConfirmLine(ctx, actorOf(ctx), workflow.Confirm{Application: in.ID, Line: in.Body.Line, Receipt: receipt(ctx, recorded)})
	if err != nil {
		return nil, err
	}
	return recorded(done), nil
}
