package api

import (
	"cmp"
	"context"
	"strconv"
	"time"

	"xianjie/internal/funds"
	"xianjie/internal/proposal"
	"xianjie/internal/report"
	"xianjie/internal/typeset"
	"xianjie/policy"
	"xianjie/workflow"
)

// policyZone is where times are shown that belong to no batch.
func policyZone() *time.Location {
	zone, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		return time.UTC // only where the zone data built into the program were missing
	}
	return zone
}

// regionOf is whose money a scope is.
func regionOf(f FundScope) string {
	region, known := policy.RegionByCode(cmp.Or(f.County, f.City, policy.Root().Code))
	if !known {
		return policy.Root().Name
	}
	return region.Name
}

func (s *Server) getProgressBook(ctx context.Context, in *FundScope) (*streamed, error) {
	views, err := s.deps.Workflow.EveryFunds(ctx, actorOf(ctx), in.query())
	if err != nil {
		return nil, err
	}
	cover, err := s.fundCover(ctx, in.Batch)
	if err != nil {
		return nil, err
	}
	p := report.Progress{Cover: cover, Region: regionOf(*in)}
	for _, v := range views {
		p.Zones = append(p.Zones, progressZone(v))
		p.Alerts = append(p.Alerts, alertsOf(v)...)
		for _, o := range v.Orders {
			p.Orders = append(p.Orders, orderLine(v, o.SupervisionOrder))
		}
	}
	body, err := made(report.ProgressBook, p)
	if err != nil {
		return nil, err
	}
	return s.exported(ctx, workflow.AccountStream(actorOf(ctx).AccountID), saveAs("资金支出进度表.xlsx", mediaBook, "", body), "资金支出进度表")
}

func progressZone(v workflow.FundView) report.ProgressZone {
	z := report.ProgressZone{City: v.Application.CityName, County: v.Application.CountyName, Zone: v.Application.Title, Spending: spendingOf(v.Matrix.Total),
		Elapsed: report.Elapsed{Months: v.Progress.Months, Part: int64(v.Progress.Months), Of: int64(v.Progress.Of)}}
	z.Award = v.Account.Award
	switch {
	case v.Amber != nil:
		z.Alarm, z.Word = report.Amber, "黄灯"
	case len(v.Warnings) > 0:
		z.Alarm, z.Word = report.Amber, "预警"
	}
	names := map[string]string{}
	for _, p := range v.Doc.Projects {
		names[p.ID] = p.Name
	}
	for _, p := range v.Matrix.Projects {
		z.Projects = append(z.Projects, report.ProgressProject{No: p.Project, Name: names[p.Project], Spending: spendingOf(p.Amounts)})
	}
	return z
}

func spendingOf(a funds.Amounts) report.Spending {
	return report.Spending{Planned: a.Planned, Allocated: a.Allocated, Disbursed: a.Disbursed, Spent: a.Spent}
}

func alertsOf(v workflow.FundView) []report.AlertLine {
	return each(v.Alerts(), func(a workflow.FundAlert) report.AlertLine {
		return report.AlertLine{City: v.Application.CityName, County: v.Application.CountyName, Zone: v.Application.Title, Rule: typeset.Official(a.Name), Alarm: report.Amber,
			Since: a.Since, Cause: typeset.Official(a.Cause), Figure: typeset.Official(a.Text)}
	})
}

func orderLine(v workflow.FundView, o workflow.SupervisionOrder) report.OrderLine {
	out := report.OrderLine{No: v.Application.No + "-督" + strconv.Itoa(o.No), City: v.Application.CityName, County: v.Application.CountyName, Zone: v.Application.Title,
		Origin: "资金到位核对", Problem: typeset.Official(o.Cause), Unit: v.Application.CountyName + "人民政府", Task: "落实承诺资金，到位后反馈", State: o.State.Label()}
	if o.Amber() {
		out.Alarm = report.Amber
	}
	if o.ClosedAt != nil {
		out.Closed = proposal.DateIn(*o.ClosedAt, v.Zone)
	}
	return out
}

func (s *Server) getFundSummaryBook(ctx context.Context, in *FundScope) (*streamed, error) {
	nodes, err := s.deps.Workflow.FundSummary(ctx, actorOf(ctx), in.query(), workflow.ByZone)
	if err != nil {
		return nil, err
	}
	cover, err := s.fundCover(ctx, in.Batch)
	if err != nil {
		return nil, err
	}
	p := report.ProvinceSummary{Cover: cover, Region: regionOf(*in)}
	var city, county string
	for _, n := range nodes {
		switch n.Depth {
		case workflow.ByCity:
			city = n.Name
		case workflow.ByCounty:
			county = n.Name
		case workflow.ByZone:
			p.Zones = append(p.Zones, zoneFunds(city, county, n))
		}
	}
	body, err := made(report.ProvinceSummaryBook, p)
	if err != nil {
		return nil, err
	}
	return s.exported(ctx, workflow.AccountStream(actorOf(ctx).AccountID), saveAs("分地区资金汇总.xlsx", mediaBook, "", body), "分地区资金汇总")
}

// zoneFunds parts a zone's sums by level. What is planned of 省级以上 stands with the central part, as the workbook shows the two as one.
func zoneFunds(city, county string, n workflow.FundNode) report.ZoneFunds {
	whole := n.Columns[string(proposal.SourceLinkageProvUp)]
	central := n.Columns[workflow.ColumnCentral]
	central.Planned, central.Committed = whole.Planned, whole.Committed
	var other funds.Amounts
	for _, source := range []proposal.FundSource{proposal.SourceCooperation, proposal.SourceSocial, proposal.SourceSelfRaised, proposal.SourceOther} {
		other = other.Plus(n.Columns[string(source)])
	}
	return report.ZoneFunds{City: city, County: county, Zone: n.Name, Central: layersFor(central), Provincial: layersFor(n.Columns[workflow.ColumnProvince]),
		CityLevel: layersFor(n.Columns[string(proposal.SourceLinkageCity)]), CountyLevel: layersFor(n.Columns[string(proposal.SourceLinkageCounty)]),
		Integrated: layersFor(n.Columns[string(proposal.SourceIntegrated)]), Other: layersFor(other)}
}
