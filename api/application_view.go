package api

import (
	"bytes"
	"io"
	"time"

	"xianjie/policy"
	"xianjie/workflow"
)

// division is an administrative division.
type division struct {
	Code string `json:"code" doc:"6 位行政区划代码"`
	Name string `json:"name" doc:"名称"`
}

// ApplicationRow is one application as lists show it.
type ApplicationRow struct {
	ID          string     `json:"id"`
	No          string     `json:"no" doc:"申报编号" example:"370686-01"`
	BatchID     string     `json:"batchId"`
	BatchCode   string     `json:"batchCode"`
	Year        int        `json:"year"`
	City        division   `json:"city"`
	County      division   `json:"county"`
	Channel     string     `json:"channel" doc:"申报通道" enum:"KEY_COUNTY,CITY_SELECTED"`
	Title       string     `json:"title" doc:"推进区名称"`
	State       string     `json:"state"`
	StateLabel  string     `json:"stateLabel" doc:"状态的中文名称"`
	StateSince  time.Time  `json:"stateSince"`
	Version     int64      `json:"version" doc:"申报的版本,任何修改都会增加"`
	SnapshotNo  int        `json:"snapshotNo" doc:"现行快照号,0 表示尚未上报"`
	PackVersion int        `json:"packVersion" doc:"最近一次检查所用的政策包版本"`
	SubmittedAt *time.Time `json:"submittedAt" doc:"县上报时刻"`
	ReportedAt  *time.Time `json:"reportedAt" doc:"市报省时刻"`
	Overdue     bool       `json:"overdue" doc:"推荐后逾期未报省"`
	CityDocNo   string     `json:"cityDocNo" doc:"市级上报文号"`
	Rank        int        `json:"rank" doc:"市推荐排序;0 表示没有或无权查看"`
	RiverReason string     `json:"yellowRiverReason" doc:"未选沿黄县的书面理由;无权查看时为空"`
	Returns     int        `json:"returns" doc:"省级退回次数"`
	Summary     *summed    `json:"summary" doc:"汇总;补正期间本县所见为正在填报的内容,其余人所见为现行快照;专家未打开或已回避的为 null"`
	CreatedAt   time.Time  `json:"createdAt"`
	UpdatedAt   time.Time  `json:"updatedAt"`
}

// summed is what lists show of a document.
type summed struct {
	Villages   int      `json:"villages" doc:"行政村数"`
	Projects   int      `json:"projects" doc:"项目数"`
	Linkage    wan      `json:"linkage" doc:"衔接资金合计,万元"`
	ProvUp     wan      `json:"provUp" doc:"其中省级以上,万元"`
	Integrated wan      `json:"integrated" doc:"整合资金合计,万元"`
	Total      wan      `json:"total" doc:"总投资,万元"`
	Failed     []string `json:"failed" doc:"未通过的规则"`
	Warned     []string `json:"warned" doc:"提示的规则"`
	Waived     []string `json:"waived" doc:"已豁免的规则"`

	Unconfirmed int `json:"unconfirmed" doc:"还没有确认或确认已失效的资金条目和项目数"`
}

// rowView is an application in a list; the centre has veiled it.
func rowView(a workflow.Application) ApplicationRow {
	row := ApplicationRow{ID: a.ID, No: a.No, BatchID: a.BatchID, BatchCode: a.BatchCode, Year: a.Year,
		City: division{a.CityCode, a.CityName}, County: division{a.CountyCode, a.CountyName}, Channel: a.Channel, Title: a.Title,
		State: string(a.State), StateLabel: a.State.Label(), StateSince: a.StateSince.UTC(), Version: a.Version, SnapshotNo: a.SnapshotNo,
		PackVersion: a.PackVersion, SubmittedAt: instant(a.SubmittedAt), ReportedAt: instant(a.ReportedAt), Overdue: a.Overdue,
		CityDocNo: a.CityDocNo, Rank: a.Rank, RiverReason: a.RiverReason, Returns: a.Returns, CreatedAt: a.CreatedAt.UTC(), UpdatedAt: a.UpdatedAt.UTC()}
	if !a.Shut {
		row.Summary = summaryView(a.Summary)
	}
	return row
}

func summaryView(s workflow.Summary) *summed {
	return &summed{Villages: s.Villages, Projects: s.Projects, Linkage: wan{s.Linkage}, ProvUp: wan{s.ProvUp}, Integrated: wan{s.Integrated},
		Total: wan{s.Total}, Failed: rules(s.Failed), Warned: rules(s.Warned), Waived: rules(s.Waived), Unconfirmed: s.Unconfirmed}
}

func rules(ids []policy.RuleID) []string {
	return each(ids, func(id policy.RuleID) string { return string(id) })
}

// application is one application with its document and what the caller may do with it.
type application struct {
	ApplicationRow
	Actions  []action          `json:"actions" doc:"当前用户可办理的事项;页面只显示这些按钮"`
	Live     bool              `json:"live" doc:"document 正在由本县填报或补正;否则内容已冻结"`
	Document *ProposalDocument `json:"document,omitzero" required:"true" doc:"申报书全文"`

	stored []byte // the document's JSON as kept
}

func applicationView(v workflow.View) application {
	return application{ApplicationRow: rowView(v.Application), Actions: each(v.Offers, actionView), Live: v.Live && v.Application.State.Edited(), stored: v.Document}
}

// writeJSON puts the stored document behind the rest without looking into it.
func (a application) writeJSON(w io.Writer) error {
	type head application // without this method
	var buf bytes.Buffer
	buf.Grow(len(a.stored) + 4<<10)
	if err := marshal(&buf, head(a)); err != nil {
		return err
	}
	return spliced(w, &buf, a.stored)
}
