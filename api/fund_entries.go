package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

const (
	tagFunds   = "资金"
	objectFund = "fund"
)

func (s *Server) fundEntryRoutes() {
	register(s, operation{id: "listFundEntries", method: http.MethodGet, path: "/funds/entries", summary: "资金台账", tag: tagFunds,
		object: objectFund, action: "read"}, s.listFundEntries)
	register(s, operation{id: "enterFund", method: http.MethodPost, path: "/funds/entries", summary: "登记一笔:下达、拨付、支出、退回、收回、冲正", tag: tagFunds,
		object: objectFund, action: step, status: http.StatusCreated, intake: command,
		says: "只增不改,更正用冲正。key 由登记方自编:同号同内容重发只记一笔,同号不同内容拒绝。达到批次规定金额的须另一人复核后生效。"}, s.enterFund)
	register(s, operation{id: "getFundEntry", method: http.MethodGet, path: "/funds/entries/{entryId}", summary: "一笔分录", tag: tagFunds,
		object: objectFund, action: "read"}, s.getFundEntry)
	register(s, operation{id: "decideFund", method: http.MethodPost, path: "/funds/entries/{entryId}/actions", summary: "复核:确认或驳回", tag: tagFunds,
		object: objectFund, action: step, intake: command, says: "登记人不能确认自己登记的,可以驳回(撤回)。"}, s.decideFund)
}

// fundPart is one project's part of an entry.
type fundPart struct {
	Project string    `json:"project" minLength:"1" maxLength:"64" doc:"项目编号"`
	Amount  ledgerWan `json:"amount"`
}

// fundDecision is the second pair of eyes.
type fundDecision struct {
	Confirmed bool      `json:"confirmed" doc:"true 为确认,false 为驳回"`
	Reason    string    `json:"reason"`
	Name      string    `json:"name" doc:"复核岗位"`
	DecidedAt time.Time `json:"decidedAt"`
}

// FundEntry is one line of the ledger.
type FundEntry struct {
	ID            string        `json:"id"`
	ApplicationID string        `json:"applicationId"`
	No            int64         `json:"no" doc:"账内序号"`
	Key           string        `json:"key" doc:"登记编号"`
	Kind          string        `json:"kind" enum:"ALLOCATE,DISBURSE,SPEND,REFUND,GIVE_BACK,RECALL,REVERSE"`
	KindLabel     string        `json:"kindLabel"`
	Line          string        `json:"line" doc:"资金条目"`
	Level         string        `json:"level" enum:"CENTRAL,PROVINCE,CITY,COUNTY," doc:"级次;不分级次为空"`
	Layer         string        `json:"layer" enum:"ALLOCATED,DISBURSED,SPENT" doc:"所动的层次"`
	Adds          bool          `json:"adds" doc:"true 为增加,false 为减少"`
	Date          civil         `json:"date" doc:"业务日期"`
	DocNo         string        `json:"docNo" doc:"文号或凭证号"`
	Payee         string        `json:"payee" doc:"收款单位"`
	Amount        ledgerWan     `json:"amount"`
	Parts         []fundPart    `json:"parts" doc:"分项目"`
	Reason        string        `json:"reason"`
	Reverses      string        `json:"reverses" doc:"冲正的是哪一笔(id);不是冲正为空"`
	ReversedBy    string        `json:"reversedBy" doc:"被哪一笔冲正(id);没有为空"`
	Vouchers      []string      `json:"vouchers" doc:"凭证的 id,见 /vouchers/{voucherId}"`
	State         string        `json:"state" enum:"POSTED,PENDING,REJECTED"`
	StateLabel    string        `json:"stateLabel"`
	Name          string        `json:"name" doc:"登记岗位"`
	EnteredAt     time.Time     `json:"enteredAt"`
	Decision      *fundDecision `json:"decision" doc:"复核;不须复核或尚未复核为 null"`
}

func fundEntryView(e workflow.FundEntry) FundEntry {
	out := FundEntry{ID: e.ID, ApplicationID: e.ApplicationID, No: e.No, Key: e.Key, Kind: string(e.Kind), KindLabel: e.Kind.Label(), Line: e.Move.Line,
		Level: string(e.Move.Level), Layer: string(e.Move.Layer), Adds: e.Move.Adds, Date: civil(e.Dated.String()), DocNo: e.DocNo, Payee: e.Payee,
		Amount: ledgerWan{e.Amount}, Parts: each(e.Move.Parts, func(p funds.Part) fundPart { return fundPart{p.Project, ledgerWan{p.Amount}} }), Reason: e.Reason,
		Reverses: e.Reverses, ReversedBy: e.ReversedBy, Vouchers: e.Vouchers, State: string(e.State), StateLabel: e.State.Label(), Name: e.Name, EnteredAt: e.EnteredAt.UTC()}
	if d := e.Decision; d != nil {
		out.Decision = &fundDecision{d.Confirmed, d.Reason, d.Name, d.DecidedAt.UTC()}
	}
	return out
}

func entryMade(e workflow.FundEntry) *answer[FundEntry] {
	return created(fundEntryView(e), "", Base+"/funds/entries/"+e.ID)
}

type fundEntered struct {
	Keyed
	Body struct {
		Application string     `json:"application" minLength:"1" maxLength:"64" doc:"申报的 id"`
		Key         string     `json:"key" minLength:"1" maxLength:"64" doc:"登记编号,账内唯一,由登记方自编"`
		Kind        string     `json:"kind" enum:"ALLOCATE,DISBURSE,SPEND,REFUND,GIVE_BACK,RECALL,REVERSE" doc:"下达、拨付、支出、支出退回、拨付退回、指标收回、冲正"`
		Line        string     `json:"line,omitzero" maxLength:"128" doc:"资金条目,取自 /funds/lines;冲正不填"`
		Level       string     `json:"level,omitzero" enum:"CENTRAL,PROVINCE,CITY,COUNTY," doc:"级次;省级以上下达时分中央、省级"`
		Date        civil      `json:"date" doc:"业务日期"`
		DocNo       string     `json:"docNo" maxLength:"200" doc:"文号或凭证号"`
		Payee       string     `json:"payee,omitzero" maxLength:"200" doc:"收款单位"`
		Amount      ledgerWan  `json:"amount,omitzero" doc:"总额,万元,至多 6 位小数;写了分项目的可不写,写了须相等"`
		Parts       []fundPart `json:"parts,omitzero" maxItems:"300" doc:"分项目;下达可不写,按批准的规划分解"`
		Reason      string     `json:"reason,omitzero" maxLength:"2000" doc:"事由;冲正必填"`
		Reverses    string     `json:"reverses,omitzero" maxLength:"64" doc:"冲正的是哪一笔(id)"`
		Vouchers    []string   `json:"vouchers,omitzero" maxItems:"20" doc:"已上传凭证的 id"`
	}
}

func (s *Server) enterFund(ctx context.Context, in *fundEntered) (*answer[FundEntry], error) {
	b := in.Body
	dated, err := dateAt("/date", b.Date)
	if err != nil {
		return nil, err
	}
	e, err := s.deps.Workflow.Enter(ctx, actorOf(ctx), workflow.EnterFund{Application: b.Application, Key: b.Key, Kind: funds.Kind(b.Kind), Line: b.Line,
		Level: funds.Level(b.Level), Dated: dated, DocNo: b.DocNo, Payee: b.Payee, Amount: b.Amount.Fen,
		Parts:  each(b.Parts, func(p fundPart) funds.Part { return funds.Part{Project: p.Project, Amount: p.Amount.Fen} }),
		Reason: b.Reason, Reverses: b.Reverses, Vouchers: b.Vouchers, Receipt: receipt(ctx, entryMade)})
	if err != nil {
		return nil, err
	}
	return entryMade(e), nil
}

// dateAt reads a date of a body.
func dateAt(location string, text civil) (proposal.Date, error) {
	d, err := proposal.ParseDate(string(text))
	if err != nil {
		return d, fault.At("日期有误", []fault.Place{{Location: location, Message: err.Error()}})
	}
	return d, nil
}

// OfEntry names one entry in the path.
type OfEntry struct {
	EntryID string `path:"entryId" maxLength:"64" doc:"分录的 id"`
}

// fundEntrySeen is one entry as the caller sees it.
type fundEntrySeen struct {
	FundEntry
	Title     string `json:"title" doc:"推进区名称"`
	City      string `json:"city"`
	County    string `json:"county"`
	LineLabel string `json:"lineLabel"`
	Actions   []verb `json:"actions" doc:"当前用户可办理的事项"`
}

func (s *Server) getFundEntry(ctx context.Context, in *OfEntry) (*answer[fundEntrySeen], error) {
	e, err := s.deps.Workflow.SeeFundEntry(ctx, actorOf(ctx), in.EntryID)
	if err != nil {
		return nil, err
	}
	return answered(fundEntrySeen{fundEntryView(e.FundEntry), e.Application.Title, e.Application.CityName, e.Application.CountyName, workflow.LineLabel(e.Line),
		each(e.Acts, fundVerb)}, ""), nil
}

type fundDecided struct {
	OfEntry
	Keyed
	Body struct {
		Action string `json:"action" enum:"confirm,reject" doc:"确认、驳回"`
		Reason string `json:"reason,omitzero" maxLength:"2000" doc:"驳回必填"`
	}
}

func (s *Server) decideFund(ctx context.Context, in *fundDecided) (*answer[FundEntry], error) {
	view := func(e workflow.FundEntry) *answer[FundEntry] { return answered(fundEntryView(e), "") }
	e, err := s.deps.Workflow.Decide(ctx, actorOf(ctx), workflow.DecideFund{Entry: in.EntryID, Confirm: in.Body.Action == "confirm", Reason: in.Body.Reason,
		Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(e), nil
}
