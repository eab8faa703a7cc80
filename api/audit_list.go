package api

import (
	"context"
	"time"

	"xianjie/internal/fault"
	"xianjie/workflow"
)

type auditAsked struct {
	Paging
	Kind   string `query:"kind" enum:"application,fund,batch,account,notice,review,expert,audit" doc:"流水的种类"`
	Stream string `query:"stream" maxLength:"200" doc:"一条流水,如 application/{申报 id}"`
	Person string `query:"person" maxLength:"100" doc:"办理人:单位与岗位或账号中的文字"`
	Action string `query:"action" maxLength:"40" doc:"事项"`
	Text   string `query:"q" maxLength:"100" doc:"在对象与事由中查找"`
	From   string `query:"from" maxLength:"10" doc:"起始日期,YYYY-MM-DD,北京时间"`
	To     string `query:"to" maxLength:"10" doc:"截止日期(含当日),YYYY-MM-DD,北京时间"`
	Sort   string `query:"sort" enum:"at,-at" default:"-at" doc:"按时间,前加 - 为倒序"`
}

func (a auditAsked) query() (workflow.AuditQuery, error) {
	q := workflow.AuditQuery{Kind: a.Kind, Stream: a.Stream, Person: a.Person, Action: a.Action, Text: a.Text, Oldest: a.Sort == "at", Page: a.Page, PageSize: a.PageSize}
	var err error
	if q.From, err = midnight("query.from", a.From, 0); err != nil {
		return q, err
	}
	q.To, err = midnight("query.to", a.To, 1)
	return q, err
}

// midnight is the beginning of a day, or of so many days later; nil for "".
func midnight(location, text string, later int) (*time.Time, error) {
	if text == "" {
		return nil, nil
	}
	day, err := time.ParseInLocation(time.DateOnly, text, beijing)
	if err != nil {
		return nil, fault.At("日期有误", []fault.Place{{Location: location, Message: "应为日期,如 2022-12-10"}})
	}
	day = day.AddDate(0, 0, later)
	return &day, nil
}

func (s *Server) listAudit(ctx context.Context, in *auditAsked) (*answer[list[entry]], error) {
	if err := s.readsAll(ctx, "read"); err != nil {
		return nil, err
	}
	q, err := in.query()
	if err != nil {
		return nil, err
	}
	found, err := s.deps.Store.AuditList(ctx, q)
	if err != nil {
		return nil, err
	}
	views, err := s.entryViews(ctx, found.Items)
	if err != nil {
		return nil, err
	}
	return answered(list[entry]{views, found.Total, found.Page, found.PageSize}, ""), nil
}

// auditKind is one sort of streams with what may happen in it.
type auditKind struct {
	Code    string      `json:"code"`
	Label   string      `json:"label"`
	Actions []auditWord `json:"actions"`
}

type auditWord struct {
	Action string `json:"action"`
	Label  string `json:"label"`
}

func (s *Server) getAuditWords(context.Context, *struct{}) (*answer[list[auditKind]], error) {
	return answered(whole(each(workflow.AuditKinds(), func(k workflow.AuditKind) auditKind {
		return auditKind{k.Code, k.Label, each(k.Actions, func(w workflow.AuditWord) auditWord { return auditWord(w) })}
	})), ""), nil
}
