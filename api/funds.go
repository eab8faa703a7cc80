package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/funds"
	"xianjie/internal/typeset"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) fundRoutes() {
	register(s, operation{id: "getFunds", method: http.MethodGet, path: "/funds/lines", summary: "一件立项的资金矩阵", tag: tagFunds,
		object: objectFund, action: "read", says: "来源 × 级次 × 项目,规划、承诺、下达、拨付、支出五层,行列合计与批准的规划对平;承诺与到位的规则、进度、预警、督办一并给出。"}, s.getFunds)
	register(s, operation{id: "getFundSummary", method: http.MethodGet, path: "/funds/summary", summary: "资金汇总:省、市、县、推进区、项目", tag: tagFunds,
		object: objectFund, action: "read"}, s.getFundSummary)
	register(s, operation{id: "listFundWarnings", method: http.MethodGet, path: "/funds/warnings", summary: "资金预警清单", tag: tagFunds,
		object: objectFund, action: "read", says: "范围内各件立项的黄灯、滞后和未到的里程碑,与资金矩阵页、支出进度表的预警清单同一判定;附各件的序时应支出数和批次规定的界限。"}, s.listFundWarnings)
	register(s, operation{id: "listFundPeriods", method: http.MethodGet, path: "/funds/periods", summary: "已结的账期", tag: tagFunds,
		object: objectFund, action: "read"}, s.listFundPeriods)
	register(s, operation{id: "closeFundPeriod", method: http.MethodPost, path: "/funds/periods", summary: "结账", tag: tagFunds,
		object: objectFund, action: step, status: http.StatusCreated, intake: command, says: "按月结账;结账以后只能用以后日期的冲正更正。"}, s.closeFundPeriod)
}

// fundLevel is one level of a line or part.
type fundLevel struct {
	Level      string `json:"level"`
	LevelLabel string `json:"levelLabel"`
	Layers
}

func fundLevelView(l funds.LevelAmounts) fundLevel {
	return fundLevel{string(l.Level), l.Level.Label(), layersOf(l.Amounts)}
}

// fundShare is one project in a line, or in all.
type fundShare struct {
	Project string      `json:"project"`
	Name    string      `json:"name"`
	Levels  []fundLevel `json:"levels"`
	Layers
}

// fundLine is one line of the approved plan with what came of it.
type fundLine struct {
	Line       string      `json:"line"`
	Source     string      `json:"source"`
	Label      string      `json:"label"`
	Department string      `json:"department" doc:"整合资金的主管部门;其余为空"`
	Programme  string      `json:"programme"`
	Ceiling    ledgerWan   `json:"ceiling" doc:"最多可下达;省级以上为奖补额"`
	Commitment *commitment `json:"commitment" doc:"部门或财政的承诺;不须承诺的为 null"`
	Levels     []fundLevel `json:"levels"`
	Parts      []fundShare `json:"parts" doc:"分项目"`
	Kinds      []string    `json:"kinds" doc:"当前用户可登记的分录类型"`
	Layers
}

// commitment is who stands up for a line, and with which paper.
type commitment struct {
	State        string     `json:"state" enum:"UNCONFIRMED,CONFIRMED,LAPSED,NOT_NEEDED,BY_AWARD"`
	Name         string     `json:"name" doc:"确认岗位;未确认为空"`
	ConfirmedAt  *time.Time `json:"confirmedAt"`
	AttachmentID string     `json:"attachmentId" doc:"承诺文件,见 /attachments/{attachmentId};没有为空"`
	FileName     string     `json:"fileName"`
}

func commitmentView(v workflow.FundView, line string) *commitment {
	p, known := v.Pledges[line]
	if !known {
		return nil
	}
	out := &commitment{State: string(p.State)}
	if c := p.Given; c != nil {
		out.Name, out.ConfirmedAt, out.AttachmentID, out.FileName = c.Name, instant(&c.ConfirmedAt), c.AttachmentID, c.FileName
	}
	return out
}

// fundPromise is what the money rules say of one layer.
type fundPromise struct {
	Layer      string           `json:"layer"`
	LayerLabel string           `json:"layerLabel"`
	Findings   []policy.Finding `json:"findings"`
}

// fundWarning is one thing that falls behind.
type fundWarning struct {
	Code string `json:"code"`
	Name string `json:"name"`
	Text string `json:"text" doc:"算式"`
	Due  civil  `json:"due" doc:"里程碑时点;序时进度为空"`
}

// fundProgress is the 序时进度.
type fundProgress struct {
	Spent     ledgerWan `json:"spent"`
	Allocated ledgerWan `json:"allocated"`
	Rate      string    `json:"rate" doc:"支出率,截断;没有下达为空"`
	Months    int       `json:"months" doc:"已过月数"`
	Of        int       `json:"of"`
	Behind    string    `json:"behind" doc:"滞后的百分点;不滞后为 0.00%"`
	Ahead     string    `json:"ahead" doc:"超前的百分点"`
}

// fundAccount is the money of one award.
type fundAccount struct {
	ApplicationID string        `json:"applicationId"`
	No            string        `json:"no"`
	City          string        `json:"city"`
	County        string        `json:"county"`
	Title         string        `json:"title"`
	DocNo         string        `json:"docNo" doc:"批复文号"`
	Award         ledgerWan     `json:"award" doc:"奖补额 = 档位额"`
	Plan          int           `json:"plan" doc:"批准的规划第几版"`
	Version       int64         `json:"version"`
	ArrivalDue    time.Time     `json:"arrivalDue" doc:"承诺的资金应到位的时限(不含)"`
	Amber         *time.Time    `json:"amber" doc:"亮黄灯的时刻;没有为 null"`
	Lines         []fundLine    `json:"lines"`
	Projects      []fundShare   `json:"projects" doc:"各项目合计"`
	Total         Layers        `json:"total"`
	Promises      []fundPromise `json:"promises" doc:"规划、承诺、到位、支出各层的规则判定"`
	Progress      fundProgress  `json:"progress"`
	Warnings      []fundWarning `json:"warnings"`
	Orders        []supervision `json:"orders" doc:"督办单"`
	ClosedThrough civil         `json:"closedThrough" doc:"已结账到;没有为空"`
}

func fundView(v workflow.FundView) fundAccount {
	names := map[string]string{}
	for _, p := range v.Doc.Projects {
		names[p.ID] = p.Name
	}
	share := func(p funds.PartAmounts) fundShare {
		return fundShare{p.Project, names[p.Project], each(p.Levels, fundLevelView), layersOf(p.Amounts)}
	}
	p := v.Progress
	out := fundAccount{ApplicationID: v.Application.ID, No: v.Application.No, City: v.Application.CityName, County: v.Application.CountyName,
		Title: v.Application.Title, DocNo: v.Award.DocNo, Award: ledgerWan{v.Account.Award}, Plan: v.Account.PlanVersion, Version: v.Account.Version,
		ArrivalDue: v.Account.ArrivalDue.UTC(), Amber: instant(v.Amber), Projects: each(v.Matrix.Projects, share), Total: layersOf(v.Matrix.Total),
		Lines: each(v.Matrix.Lines, func(l funds.LineAmounts) fundLine {
			return fundLine{l.Key, l.Source, workflow.LineLabel(l.Line), l.Department, l.Programme, ledgerWan{l.Ceiling}, commitmentView(v, l.Key), each(l.Levels, fundLevelView), each(l.Parts, share),
				each(v.Kinds[l.Key], func(k funds.Kind) string { return string(k) }), layersOf(l.Amounts)}
		}),
		Promises: each(v.Promises, func(p workflow.Promise) fundPromise {
			return fundPromise{string(p.Layer), p.Layer.Label(), findings(p.Findings)}
		}),
		Progress: fundProgress{ledgerWan{p.Spent}, ledgerWan{p.Allocated}, funds.Rate(p.Spent, p.Allocated), p.Months, p.Of, funds.Percent(p.Lag()), funds.Percent(p.Ahead())},
		Warnings: each(v.Warnings, func(w workflow.FundWarning) fundWarning {
			return fundWarning{w.Code, typeset.Official(w.Name), typeset.Official(w.Text), civil(w.Due.String())}
		}),
		Orders: each(v.Orders, orderView)}
	if len(v.Periods) > 0 {
		out.ClosedThrough = civil(v.Periods[0].Through.String())
	}
	return out
}

func (s *Server) getFunds(ctx context.Context, in *struct {
	Application string `query:"application" required:"true" minLength:"1" maxLength:"64" doc:"申报的 id"`
}) (*answer[fundAccount], error) {
	v, err := s.deps.Workflow.Funds(ctx, actorOf(ctx), in.Application)
	if err != nil {
		return nil, err
	}
	return answered(fundView(v), ""), nil
}

// fundPeriod is a closed period.
type fundPeriod struct {
	Through  civil     `json:"through" doc:"结账到哪一天,含"`
	Name     string    `json:"name" doc:"结账岗位"`
	ClosedAt time.Time `json:"closedAt"`
}

func periodView(p workflow.FundPeriod) fundPeriod {
	return fundPeriod{civil(p.Through.String()), p.Name, p.ClosedAt.UTC()}
}

func (s *Server) listFundPeriods(ctx context.Context, in *struct {
	Batch string `query:"batch" required:"true" minLength:"1" maxLength:"64" doc:"批次的 id"`
}) (*answer[list[fundPeriod]], error) {
	if _, err := s.visibleBatch(ctx, in.Batch); err != nil {
		return nil, err
	}
	all, err := s.deps.Workflow.Periods(ctx, actorOf(ctx), in.Batch)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(all, periodView)), ""), nil
}

func (s *Server) closeFundPeriod(ctx context.Context, in *struct {
	Keyed
	Body struct {
		Batch   string `json:"batch" minLength:"1" maxLength:"64" doc:"批次的 id"`
		Through civil  `json:"through" doc:"结账到哪一天(月末)"`
	}
}) (*answer[fundPeriod], error) {
	through, err := dateAt("/through", in.Body.Through)
	if err != nil {
		return nil, err
	}
	view := func(p workflow.FundPeriod) *answer[fundPeriod] {
		return created(periodView(p), "", Base+"/funds/periods?batch="+p.BatchID)
	}
	p, err := s.deps.Workflow.ClosePeriod(ctx, actorOf(ctx), workflow.ClosePeriod{Batch: in.Body.Batch, Through: through, Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(p), nil
}
