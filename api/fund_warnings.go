package api

import (
	"context"
	"slices"

	"xianjie/internal/typeset"
	"xianjie/policy"
	"xianjie/workflow"
)

// fundAlert is one line of 预警清单.
type fundAlert struct {
	ApplicationID string    `json:"applicationId"`
	CityCode      string    `json:"cityCode"`
	CountyCode    string    `json:"countyCode"`
	City          string    `json:"city"`
	County        string    `json:"county"`
	Title         string    `json:"title" doc:"推进区名称"`
	Code          string    `json:"code" doc:"规则编号或里程碑代码;序时进度为 PROGRESS"`
	Name          string    `json:"name" doc:"规则、里程碑名称"`
	Source        string    `json:"source" doc:"资金来源;空为全部来源"`
	Since         civil     `json:"since" doc:"自何日起"`
	Cause         string    `json:"cause"`
	Text          string    `json:"text" doc:"算式"`
	Want          ledgerWan `json:"want" doc:"应达"`
	Have          ledgerWan `json:"have" doc:"实际"`
	Lacking       ledgerWan `json:"lacking" doc:"差额"`
	Should        string    `json:"should" doc:"应达比例;没有为空"`
	Is            string    `json:"is" doc:"实际比例,截断;没有为空"`
	OrderID       string    `json:"orderId" doc:"黄灯的督办单;只是预警的为空"`
	OrderNo       int       `json:"orderNo"`
}

// fundPace is how much of its money a zone should have spent by now.
type fundPace struct {
	ApplicationID string    `json:"applicationId"`
	CityCode      string    `json:"cityCode"`
	Want          ledgerWan `json:"want" doc:"按序时应支出"`
	Due           string    `json:"due" doc:"序时进度"`
}

// fundLimit is one limit of a batch's pack.
type fundLimit struct {
	BatchID string `json:"batchId"`
	Code    string `json:"code" doc:"里程碑代码;序时进度为 PROGRESS"`
	Name    string `json:"name"`
	Layer   string `json:"layer" doc:"量的是哪一层"`
	Of      string `json:"of" doc:"占哪一层;序时进度为空"`
	Source  string `json:"source" doc:"资金来源;空为全部来源"`
	Share   string `json:"share" doc:"应达比例;序时进度为允许滞后的比例"`
}

// fundAlerts is 预警清单 with what it was judged by.
type fundAlerts struct {
	Items  []fundAlert `json:"items"`
	Paces  []fundPace  `json:"paces" doc:"各件的序时应支出数"`
	Limits []fundLimit `json:"limits" doc:"批次政策包规定的界限"`
}

func alertView(v workflow.FundView, a workflow.FundAlert) fundAlert {
	out := fundAlert{ApplicationID: v.Application.ID, CityCode: v.Application.CityCode, CountyCode: v.Application.CountyCode, City: v.Application.CityName, County: v.Application.CountyName, Title: v.Application.Title,
		Code: a.Code, Name: typeset.Official(a.Name), Source: a.Source, Since: civil(a.Since.String()), Cause: typeset.Official(a.Cause), Text: typeset.Official(a.Text),
		Want: ledgerWan{a.Want}, Have: ledgerWan{a.Have}, Lacking: ledgerWan{a.Lacking}, Should: a.Should, Is: a.Is}
	if a.Order != nil {
		out.OrderID, out.OrderNo = a.Order.ID, a.Order.No
	}
	return out
}

// limitsOf are the limits of one batch in the order of its pack.
func limitsOf(batch string, p *policy.Pack) []fundLimit {
	out := []fundLimit{{batch, workflow.LagCode, "支出不滞后于序时进度", "SPENT", "", "", p.ProgressLag().Percent()}}
	for i, m := range p.Params.Funds.Milestones {
		out = append(out, fundLimit{batch, m.Code, typeset.Official(m.Name), m.Layer, m.Of, m.Source, p.MilestoneShare(i).Percent()})
	}
	return out
}

func (s *Server) listFundWarnings(ctx context.Context, in *FundScope) (*answer[fundAlerts], error) {
	views, err := s.deps.Workflow.EveryFunds(ctx, actorOf(ctx), in.query())
	if err != nil {
		return nil, err
	}
	out := fundAlerts{Items: []fundAlert{}, Paces: []fundPace{}, Limits: []fundLimit{}}
	for _, v := range views {
		for _, a := range v.Alerts() {
			out.Items = append(out.Items, alertView(v, a))
		}
		out.Paces = append(out.Paces, fundPace{v.Application.ID, v.Application.CityCode, ledgerWan{v.Progress.Want()}, v.Progress.Due()})
		batch := v.Application.BatchID
		if !slices.ContainsFunc(out.Limits, func(l fundLimit) bool { return l.BatchID == batch }) {
			out.Limits = append(out.Limits, limitsOf(batch, v.Pack)...)
		}
	}
	return answered(out, ""), nil
}
