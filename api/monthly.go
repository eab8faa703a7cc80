package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/workflow"
)

const objectMonthly = "monthly"

func (s *Server) monthlyRoutes() {
	path := "/applications/{id}/monthly-reports"
	one := path + "/{month}"
	register(s, operation{id: "listMonthlyReports", method: http.MethodGet, path: path, summary: "月报的各个月份", tag: tagFunds,
		object: objectMonthly, action: "read", says: "从立项当月到本月,新的在前;没有填报的月份也列出。"}, s.listMonthlyReports)
	register(s, operation{id: "getMonthlyReport", method: http.MethodGet, path: one, summary: "一个月的月报", tag: tagFunds,
		object: objectMonthly, action: "read", says: "逐项目的形象进度、支出、问题和上次报的进度;支出取自资金台账,随台账更正。"}, s.getMonthlyReport)
	register(s, operation{id: "saveMonthlyReport", method: http.MethodPut, path: one, summary: "保存月报(可留空)", tag: tagFunds,
		object: objectMonthly, action: "save", intake: command, says: "还没有填报时 If-Match 为 \"0\"。"}, s.saveMonthlyReport)
	register(s, operation{id: "actOnMonthlyReport", method: http.MethodPost, path: one + "/actions", summary: "月报:提交、退回", tag: tagFunds,
		object: objectMonthly, action: step, intake: command, says: "提交须每个项目都有形象进度和进展情况,提交后锁定;确需更正的由市乡村振兴局退回。"}, s.actOnMonthlyReport)
}

// MonthlyHead is one month without its lines.
type MonthlyHead struct {
	Month         string     `json:"month" doc:"YYYY-MM"`
	Version       int64      `json:"version" doc:"供 If-Match 使用;0 为还没有填报"`
	UpdatedAt     *time.Time `json:"updatedAt" doc:"最近一次保存;null 为还没有填报"`
	SubmittedAt   *time.Time `json:"submittedAt" doc:"null 为未提交"`
	SubmittedName string     `json:"submittedName" doc:"提交的单位与岗位"`
	ReturnReason  string     `json:"returnReason" doc:"退回的理由;再次提交后为空"`
}

// monthlyBefore is what was reported last.
type monthlyBefore struct {
	Month    string `json:"month" doc:"所在的月份"`
	Percent  int    `json:"percent"`
	Progress string `json:"progress"`
}

// monthlyLine is one project of a month.
type monthlyLine struct {
	Project      string         `json:"project" doc:"项目编号"`
	Name         string         `json:"name" doc:"项目名称"`
	Percent      *int           `json:"percent" doc:"形象进度(%);null 为未填" minimum:"0" maximum:"100"`
	Progress     string         `json:"progress" doc:"进展情况"`
	Problem      string         `json:"problem" doc:"存在问题"`
	Before       *monthlyBefore `json:"before" doc:"此前最近一次提交的进度;null 为没有"`
	SpentInMonth ledgerWan      `json:"spentInMonth" doc:"本月支出"`
	SpentSoFar   ledgerWan      `json:"spentSoFar" doc:"截至月末累计支出"`
}

// monthlyReport is one month of an award.
type monthlyReport struct {
	MonthlyHead
	ApplicationID string        `json:"applicationId"`
	No            string        `json:"no"`
	Title         string        `json:"title" doc:"推进区名称"`
	CountyName    string        `json:"countyName"`
	Lines         []monthlyLine `json:"lines"`
	SpentInMonth  ledgerWan     `json:"spentInMonth" doc:"本月支出合计"`
	SpentSoFar    ledgerWan     `json:"spentSoFar" doc:"截至月末累计支出合计"`
	Actions       []verb        `json:"actions" doc:"当前用户可办理的事项"`
}

func monthlyHead(r workflow.MonthlyReport) MonthlyHead {
	h := MonthlyHead{Month: string(r.Month), Version: r.Version, SubmittedAt: instant(r.SubmittedAt), SubmittedName: r.SubmittedName, ReturnReason: r.ReturnReason}
	if r.Version > 0 {
		h.UpdatedAt = instant(&r.UpdatedAt)
	}
	return h
}

func monthlyView(v workflow.MonthlyView) monthlyReport {
	a := v.Application
	return monthlyReport{MonthlyHead: monthlyHead(v.Report), ApplicationID: a.ID, No: a.No, Title: a.Title, CountyName: a.CountyName,
		Lines: each(v.Rows, func(r workflow.MonthlyRow) monthlyLine {
			line := monthlyLine{Project: r.Project, Name: r.Name, Percent: r.Percent, Progress: r.Progress, Problem: r.Problem,
				SpentInMonth: ledgerWan{r.Spent.Month}, SpentSoFar: ledgerWan{r.Spent.Total}}
			if b := r.Before; b != nil {
				line.Before = &monthlyBefore{string(b.Month), b.Percent, b.Progress}
			}
			return line
		}), SpentInMonth: ledgerWan{v.Sum.Month}, SpentSoFar: ledgerWan{v.Sum.Total},
		Actions: each(v.Acts, func(act string) verb { return verb{act, workflow.MonthlyActLabel(act)} })}
}

func monthlyAnswer(v workflow.MonthlyView) *answer[monthlyReport] {
	return answered(monthlyView(v), versionTag(v.Report.Version))
}

// OfMonth names one month of one application in the path.
type OfMonth struct {
	OfApplication
	Month string `path:"month" maxLength:"7" pattern:"^[0-9]{4}-[0-9]{2}$" patternDescription:"YYYY-MM" doc:"月份" example:"2023-03"`
}

// ChangingMonth names a month and the version of its report that a change was made over.
type ChangingMonth struct {
	OfMonth
	Matching
}

func (c ChangingMonth) seen() (workflow.Month, int64, error) {
	version, err := c.version()
	if err != nil {
		return "", 0, err
	}
	month, err := workflow.ParseMonth(c.Month)
	return month, version, err
}

func (s *Server) listMonthlyReports(ctx context.Context, in *struct{ OfApplication }) (*answer[list[MonthlyHead]], error) {
	all, err := s.deps.Workflow.MonthlyReports(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, monthlyHead)), ""), nil
}

func (s *Server) getMonthlyReport(ctx context.Context, in *OfMonth) (*answer[monthlyReport], error) {
	month, err := workflow.ParseMonth(in.Month)
	if err != nil {
		return nil, err
	}
	v, err := s.deps.Workflow.MonthlyReport(ctx, actorOf(ctx), in.ID, month)
	if err != nil {
		return nil, err
	}
	return monthlyAnswer(v), nil
}

// monthlyLineSaved is a line as the county writes it.
type monthlyLineSaved struct {
	Project  string `json:"project" minLength:"1" maxLength:"64" doc:"项目编号"`
	Percent  *int   `json:"percent" minimum:"0" maximum:"100" doc:"形象进度(%);null 为未填"`
	Progress string `json:"progress,omitzero" maxLength:"200" doc:"进展情况"`
	Problem  string `json:"problem,omitzero" maxLength:"500" doc:"存在问题"`
}

func (s *Server) saveMonthlyReport(ctx context.Context, in *struct {
	ChangingMonth
	Body struct {
		Lines []monthlyLineSaved `json:"lines" maxItems:"500" doc:"没有写到的项目为空"`
	}
}) (*answer[monthlyReport], error) {
	month, version, err := in.seen()
	if err != nil {
		return nil, err
	}
	v, err := s.deps.Workflow.SaveMonthly(ctx, actorOf(ctx), workflow.SaveMonthly{Application: in.ID, Month: month, Version: version,
		Items: each(in.Body.Lines, func(l monthlyLineSaved) workflow.MonthlyItem {
			return workflow.MonthlyItem{Project: l.Project, Percent: l.Percent, Progress: l.Progress, Problem: l.Problem}
		})})
	if err != nil {
		return nil, err
	}
	return monthlyAnswer(v), nil
}

func (s *Server) actOnMonthlyReport(ctx context.Context, in *struct {
	ChangingMonth
	Keyed
	Body struct {
		Action string `json:"action" enum:"submit,return" doc:"提交、退回"`
		Reason string `json:"reason,omitzero" maxLength:"2000" doc:"退回的理由"`
	}
}) (*answer[monthlyReport], error) {
	month, version, err := in.seen()
	if err != nil {
		return nil, err
	}
	v, err := s.deps.Workflow.ActOnMonthly(ctx, actorOf(ctx), workflow.ActOnMonthly{Application: in.ID, Month: month, Version: version,
		Return: in.Body.Action == "return", Reason: in.Body.Reason, Receipt: receipt(ctx, monthlyAnswer)})
	if err != nil {
		return nil, err
	}
	return monthlyAnswer(v), nil
}
