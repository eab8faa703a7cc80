package api

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"time"

	"xianjie/internal/proposal"
	"xianjie/internal/report"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) bookRoutes() {
	register(s, operation{id: "getSummaryBook", method: http.MethodGet, path: "/batches/{batchId}/summary.xlsx", summary: "市级汇总表(Excel)", tag: tagBatches,
		object: objectApplication, action: "export", answers: fileAnswer(mediaBook, "一市(或全部)的申报,含小计、合计"), says: "不含草稿;所列为本人可见的申报。"}, s.getSummaryBook)
	register(s, operation{id: "getApplicationsBook", method: http.MethodGet, path: "/applications.xlsx", summary: "申报列表(Excel)", tag: tagApplications,
		object: objectApplication, action: "export", answers: fileAnswer(mediaBook, "与申报列表同样的筛选、排序和可见范围,不分页")}, s.getApplicationsBook)
}

// made is a workbook whole, so that what fails while it is written is still answered as a failure.
func made[T any](write func(io.Writer, T) error, of T) ([]byte, error) {
	var buf bytes.Buffer
	err := write(&buf, of)
	return buf.Bytes(), err
}

func (s *Server) getSummaryBook(ctx context.Context, in *struct {
	OfBatch
	City string `query:"city" pattern:"^[0-9]{6}$" patternDescription:"6 位行政区划代码" doc:"市的代码;不写为全部"`
}) (*streamed, error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	actor := actorOf(ctx)
	view, err := s.deps.Workflow.Summary(ctx, actor, in.BatchID, in.City)
	if err != nil {
		return nil, err
	}
	body, err := made(report.SummaryBook, summaryOf(view, actor))
	if err != nil {
		return nil, err
	}
	name := view.Batch.Code + view.Region.Name + "汇总表"
	return s.exported(ctx, workflow.BatchStream(view.Batch.ID), saveAs(name+".xlsx", mediaBook, "", body), name)
}

func summaryOf(v workflow.SummaryView, actor workflow.Actor) report.Summary {
	return report.Summary{Cover: report.Cover{Batch: v.Batch.Title, Code: v.Batch.Code, MadeAt: v.At, Maker: actor.Unit}, Region: v.Region.Name, Unconfirmed: true,
		Rows: each(v.Rows, func(r workflow.Summed) report.SummaryRow {
			return report.SummaryRow{No: r.No, City: r.CityName, County: r.CountyName, Title: r.Title, Channel: proposal.Channel(r.Channel).Label(), Tier: r.Tier,
				Villages: r.Summary.Villages, Projects: r.Summary.Projects, Funds: r.Funds, Failed: rules(r.Summary.Failed), State: r.State.Label(), Rank: r.Rank,
				Reason: r.Reason, Unconfirmed: r.Summary.Unconfirmed}
		})}
}

func (s *Server) getApplicationsBook(ctx context.Context, in *Narrowing) (*streamed, error) {
	actor := actorOf(ctx)
	apps, err := s.deps.Workflow.Every(ctx, actor, in.query())
	if err != nil {
		return nil, err
	}
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return nil, err
	}
	zones := map[string]*time.Location{}
	for i := range apps {
		if id := apps[i].BatchID; zones[id] == nil {
			if zones[id], err = s.deps.Workflow.ZoneOf(ctx, id); err != nil {
				return nil, err
			}
		}
	}
	list := report.Applications{Cover: report.Cover{MadeAt: now, Maker: actor.Unit}, Narrowed: in.says(),
		Rows: each(apps, func(a workflow.Application) report.ApplicationLine { return lineOf(a, zones[a.BatchID]) })}
	stream := workflow.AccountStream(actor.AccountID)
	if len(apps) > 0 {
		list.MadeAt = now.In(zones[apps[0].BatchID])
	}
	body, err := made(report.ApplicationsBook, list)
	if err != nil {
		return nil, err
	}
	return s.exported(ctx, stream, saveAs("申报列表.xlsx", mediaBook, "", body), "申报列表")
}

func lineOf(a workflow.Application, zone *time.Location) report.ApplicationLine {
	when := func(t *time.Time) time.Time {
		if t == nil {
			return time.Time{}
		}
		return t.In(zone)
	}
	return report.ApplicationLine{Batch: a.BatchCode, No: a.No, City: a.CityName, County: a.CountyName, Title: a.Title, Channel: proposal.Channel(a.Channel).Label(),
		Villages: a.Summary.Villages, Projects: a.Summary.Projects, ProvUp: a.Summary.ProvUp, Linkage: a.Summary.Linkage, Integrated: a.Summary.Integrated, Total: a.Summary.Total,
		Failed: rules(a.Summary.Failed), Warned: rules(a.Summary.Warned), State: a.State.Label(), StateSince: a.StateSince.In(zone), SubmittedAt: when(a.SubmittedAt),
		ReportedAt: when(a.ReportedAt), Rank: a.Rank}
}

// says is what the list was narrowed by, in words.
func (a Narrowing) says() string {
	var parts []string
	say := func(what, value string) {
		if value != "" {
			parts = append(parts, what+"："+value)
		}
	}
	place := func(code string) string {
		if r, known := policy.RegionByCode(code); known {
			return r.Name
		}
		return code
	}
	say("设区市", place(a.City))
	say("县（市、区）", place(a.County))
	if a.Channel != "" {
		say("申报通道", proposal.Channel(a.Channel).Label())
	}
	say("状态", strings.Join(each(a.State, func(s string) string { return workflow.State(s).Label() }), "、"))
	say("未通过的规则", a.Rule)
	say("查找", strings.TrimSpace(a.Q))
	return strings.Join(parts, "；")
}
