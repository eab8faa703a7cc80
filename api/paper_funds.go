package api

import (
	"context"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/paper"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) fundPaperRoutes() {
	registerPaper(s, operation{id: "getFundMatrixPaper", path: "/funds/matrix", summary: "资金矩阵", object: objectFund, action: "export",
		says: "来源、项目各按五层,与 /funds/lines 同数。"}, s.writeFundMatrix)
}

func (s *Server) writeFundMatrix(ctx context.Context, in *struct {
	Application string `query:"application" required:"true" minLength:"1" maxLength:"64" doc:"申报的 id"`
}) (written, error) {
	v, err := s.deps.Workflow.Funds(ctx, actorOf(ctx), in.Application)
	if err != nil {
		return written{}, err
	}
	a := v.Application
	m := paper.FundMatrix{City: a.CityName, County: a.CountyName, Zone: a.Title, DocNo: v.Award.DocNo, Award: v.Account.Award, Plan: v.Account.PlanVersion, AsOf: v.AsOf,
		Total: fundRow("", "合计", v.Matrix.Total)}
	names := map[string]string{}
	for _, p := range v.Doc.Projects {
		names[p.ID] = p.Name
	}
	for _, l := range v.Matrix.Lines {
		m.Sources = append(m.Sources, fundRow("", workflow.LineLabel(l.Line), l.Amounts))
		for _, level := range l.Levels {
			if len(l.Levels) > 1 {
				part := fundRow("", "　其中："+level.Level.Label(), level.Amounts)
				part.Part = true
				m.Sources = append(m.Sources, part)
			}
		}
	}
	for _, p := range v.Matrix.Projects {
		m.Projects = append(m.Projects, fundRow(p.Project, names[p.Project], p.Amounts))
	}
	for _, p := range v.Promises {
		if p.Layer == funds.Allocated {
			m.Findings = paperFindings(p.Findings, func(f policy.Finding) bool { return f.Verdict != policy.NA })
		}
	}
	for _, o := range v.Orders {
		if o.Amber() && m.Amber == "" {
			m.Amber = o.Cause
		}
	}
	for _, w := range v.Warnings {
		m.Warnings = append(m.Warnings, w.Name+"："+w.Text)
	}
	return written{name: a.No + a.CountyName + "资金矩阵", stream: workflow.FundStream(a.ID), paper: paper.FundMatrixPaper(m)}, nil
}

func fundRow(no, name string, a funds.Amounts) paper.FundRow {
	return paper.FundRow{No: no, Name: name, Layers: [5]money.Fen{a.Planned, a.Committed, a.Allocated, a.Disbursed, a.Spent}}
}
