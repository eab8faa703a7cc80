package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/funds"
	"xianjie/internal/proposal"
	"xianjie/internal/report"
	"xianjie/workflow"
)

func (s *Server) fundBookRoutes() {
	register(s, operation{id: "getFundMatrixBook", method: http.MethodGet, path: "/funds/matrix.xlsx", summary: "资金矩阵(Excel)", tag: tagFunds,
		object: objectFund, action: "export", answers: fileAnswer(mediaBook, "来源 × 项目,五层,与批准的规划核对")}, s.getFundMatrixBook)
	register(s, operation{id: "getLedgerBook", method: http.MethodGet, path: "/funds/ledger.xlsx", summary: "资金台账(Excel)", tag: tagFunds,
		object: objectFund, action: "export", answers: fileAnswer(mediaBook, "与台账同样的筛选、排序和可见范围,不分页")}, s.getLedgerBook)
	register(s, operation{id: "getProgressBook", method: http.MethodGet, path: "/funds/progress.xlsx", summary: "支出进度表(Excel)", tag: tagFunds,
		object: objectFund, action: "export", answers: fileAnswer(mediaBook, "支出进度、预警清单、督办单")}, s.getProgressBook)
	register(s, operation{id: "getFundSummaryBook", method: http.MethodGet, path: "/funds/summary.xlsx", summary: "分地区资金汇总(Excel)", tag: tagFunds,
		object: objectFund, action: "export", answers: fileAnswer(mediaBook, "市、县、推进区,各级次各层次")}, s.getFundSummaryBook)
}

func (s *Server) getFundMatrixBook(ctx context.Context, in *struct {
	Application string `query:"application" required:"true" minLength:"1" maxLength:"64" doc:"申报的 id"`
}) (*streamed, error) {
	v, err := s.deps.Workflow.Funds(ctx, actorOf(ctx), in.Application)
	if err != nil {
		return nil, err
	}
	cover, err := s.fundCover(ctx, v.Application.BatchID)
	if err != nil {
		return nil, err
	}
	body, err := made(report.FundMatrixBook, matrixOf(cover, v))
	if err != nil {
		return nil, err
	}
	name := v.Application.No + "资金矩阵"
	return s.exported(ctx, workflow.FundStream(v.Application.ID), saveAs(name+".xlsx", mediaBook, "", body), name)
}

// fundCover is what stands above a workbook about a batch's money, or about several batches'.
func (s *Server) fundCover(ctx context.Context, batchID string) (report.Cover, error) {
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return report.Cover{}, err
	}
	cover := report.Cover{MadeAt: now.In(policyZone()), Maker: actorOf(ctx).Unit}
	if batchID == "" {
		return cover, nil
	}
	b, err := s.visibleBatch(ctx, batchID)
	if err != nil {
		return report.Cover{}, err
	}
	zone, err := s.deps.Workflow.ZoneOf(ctx, b.ID)
	if err != nil {
		return report.Cover{}, err
	}
	cover.Batch, cover.Code, cover.MadeAt = b.Title, b.Code, now.In(zone)
	cover.AsOf = proposal.DateIn(now, zone)
	return cover, nil
}

func layersFor(a funds.Amounts) report.Layers {
	return report.Layers{Planned: a.Planned, Committed: a.Committed, Allocated: a.Allocated, Disbursed: a.Disbursed, Spent: a.Spent}
}

// matrixOf lays a view out for the workbook: 省级以上 stands undivided as planned and committed, and by level as it came.
func matrixOf(cover report.Cover, v workflow.FundView) report.FundMatrix {
	m := report.FundMatrix{Cover: cover, City: v.Application.CityName, County: v.Application.CountyName, Zone: v.Application.Title,
		Projects: each(v.Doc.Projects, func(p proposal.Project) report.MatrixProject { return report.MatrixProject{No: p.ID, Name: p.Name} })}
	at := map[string]int{}
	for i, p := range v.Doc.Projects {
		at[p.ID] = i
	}
	place := func(source int, project string, a funds.Amounts) {
		to, known := at[project]
		if !known {
			to = report.Unplaced
		}
		m.Placed = append(m.Placed, report.Placement{Source: source, Project: to, Layers: layersFor(a)})
	}
	for _, l := range v.Matrix.Lines {
		source := proposal.FundSource(l.Source)
		base := report.MatrixSource{Group: source.Label(), Department: l.Department, Approved: l.Planned, Linkage: linkage(source)}
		switch {
		case len(l.Levels) > 1:
			first := len(m.Sources)
			base.Name, base.Undivided = "未分中央、省级", true
			m.Sources = append(m.Sources, base)
			for _, level := range l.Levels {
				m.Sources = append(m.Sources, report.MatrixSource{Group: base.Group, Name: level.Level.Label(), Level: level.Level.Label(), Linkage: base.Linkage})
			}
			for _, p := range l.Parts {
				place(first, p.Project, funds.Amounts{Planned: p.Planned, Committed: p.Committed})
				for i, level := range p.Levels {
					place(first+1+i, p.Project, level.Amounts)
				}
			}
		default:
			base.Level = levelShown(l.Line.Levels[0])
			if source == proposal.SourceIntegrated {
				base.Name = l.Programme
			}
			m.Sources = append(m.Sources, base)
			for _, p := range l.Parts {
				place(len(m.Sources)-1, p.Project, p.Amounts)
			}
		}
	}
	return m
}

func linkage(s proposal.FundSource) bool {
	return s == proposal.SourceLinkageProvUp || s == proposal.SourceLinkageCity || s == proposal.SourceLinkageCounty
}

func levelShown(l funds.Level) string {
	if l == funds.NoLevel {
		return ""
	}
	return l.Label()
}

func (s *Server) getLedgerBook(ctx context.Context, in *FundFilter) (*streamed, error) {
	q, err := in.query()
	if err != nil {
		return nil, err
	}
	lines, err := s.deps.Workflow.Ledger(ctx, actorOf(ctx), q)
	if err != nil {
		return nil, err
	}
	batch := in.Batch
	region, stream := regionOf(in.FundScope), workflow.AccountStream(actorOf(ctx).AccountID)
	if in.Application != "" && len(lines) > 0 {
		a := lines[0].Application
		batch, region, stream = a.BatchID, a.CityName+a.CountyName+a.Title, workflow.FundStream(a.ID)
	}
	cover, err := s.fundCover(ctx, batch)
	if err != nil {
		return nil, err
	}
	l := report.Ledger{Cover: cover, Region: region, Kinds: each(funds.Kinds(), funds.Kind.Label), Entries: ledgerEntries(lines, cover.MadeAt.Location())}
	body, err := made(report.LedgerBook, l)
	if err != nil {
		return nil, err
	}
	return s.exported(ctx, stream, saveAs("资金台账.xlsx", mediaBook, "", body), "资金台账")
}

// ledgerEntries are one line for each project of an entry.
func ledgerEntries(lines []workflow.LedgerLine, zone *time.Location) []report.LedgerEntry {
	out := make([]report.LedgerEntry, 0, len(lines))
	for _, l := range lines {
		e := report.LedgerEntry{No: int(l.No), Date: l.Dated, Kind: l.Kind.Label(), DocNo: l.DocNo, Source: workflow.LineLabel(l.Line), Level: levelShown(l.Move.Level),
			Payee: l.Payee, State: l.State.Label(), Effective: l.State == funds.Posted, By: l.Name, At: l.EnteredAt.In(zone), Reverses: int(l.ReversesNo),
			ReversedBy: int(l.ReversedNo), Reason: l.Reason, Files: len(l.Vouchers)}
		if l.State == funds.Pending {
			e.Tone = report.Amber
		}
		if d := l.Decision; d != nil {
			e.CheckedBy, e.CheckedAt = d.Name, d.DecidedAt.In(zone)
		}
		for i, p := range l.Move.Parts {
			e.ProjectNo, e.Project, e.Amount, e.More = p.Project, l.Projects[p.Project], p.Amount, i > 0
			if !l.Move.Adds {
				e.Amount = -p.Amount
			}
			out = append(out, e)
		}
	}
	return out
}
