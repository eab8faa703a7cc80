package api

import (
	"context"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/funds"
	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// FundScope narrows money to a part of what the caller may see.
type FundScope struct {
	Batch       string `query:"batch" maxLength:"64" doc:"批次的 id"`
	City        string `query:"city" maxLength:"6" doc:"设区市代码"`
	County      string `query:"county" maxLength:"6" doc:"县(市、区)代码"`
	Application string `query:"application" maxLength:"64" doc:"申报的 id"`
	Line        string `query:"line" maxLength:"128" doc:"资金条目"`
	Source      string `query:"source" maxLength:"32" doc:"资金来源"`
	Level       string `query:"level" enum:"CENTRAL,PROVINCE,CITY,COUNTY,NONE," doc:"级次;NONE 为不分级次"`
	Project     string `query:"project" maxLength:"64" doc:"项目编号"`
}

func (f FundScope) query() workflow.FundQuery {
	q := workflow.FundQuery{BatchID: f.Batch, City: f.City, County: f.County, ApplicationID: f.Application, Line: f.Line, Source: f.Source, Project: f.Project}
	if f.Level != "" {
		level := funds.Level(f.Level)
		if f.Level == "NONE" {
			level = funds.NoLevel
		}
		q.Level = &level
	}
	return q
}

// FundFilter narrows the ledger.
type FundFilter struct {
	FundScope
	Kind  string `query:"kind" maxLength:"64" doc:"类型,可用逗号分隔几种"`
	State string `query:"state" maxLength:"32" doc:"POSTED、PENDING、REJECTED,可用逗号分隔"`
	From  string `query:"from" maxLength:"10" doc:"业务日期起,YYYY-MM-DD"`
	To    string `query:"to" maxLength:"10" doc:"业务日期止,含"`
	Q     string `query:"q" maxLength:"100" doc:"在文号、收款单位中查找"`
	Sort  string `query:"sort" maxLength:"20" doc:"no、dated、amount、enteredAt,前加 - 为倒序"`
}

func (f FundFilter) query() (workflow.FundQuery, error) {
	q := f.FundScope.query()
	q.Search, q.Sort = f.Q, f.Sort
	var places []fault.Place
	day := func(name, text string) (d proposal.Date) {
		d, err := proposal.ParseDate(text)
		if err != nil {
			places = append(places, fault.Place{Location: "query." + name, Message: err.Error()})
		}
		return d
	}
	q.From, q.To = day("from", f.From), day("to", f.To)
	for _, word := range words(f.Kind) {
		kind := funds.Kind(word)
		if kind.Label() == word {
			places = append(places, fault.Place{Location: "query.kind", Message: "没有“" + word + "”这种分录"})
		}
		q.Kinds = append(q.Kinds, kind)
	}
	for _, word := range words(f.State) {
		state := funds.State(word)
		if state.Label() == word {
			places = append(places, fault.Place{Location: "query.state", Message: "没有“" + word + "”这种状态"})
		}
		q.States = append(q.States, state)
	}
	return q, fault.At("筛选条件有误", places)
}

func words(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}

func (s *Server) listFundEntries(ctx context.Context, in *struct {
	Paging
	FundFilter
}) (*answer[list[FundEntry]], error) {
	q, err := in.query()
	if err != nil {
		return nil, err
	}
	q.Page, q.PageSize = in.Page, in.PageSize
	page, err := s.deps.Workflow.FundEntries(ctx, actorOf(ctx), q)
	if err != nil {
		return nil, err
	}
	return answered(list[FundEntry]{each(page.Items, fundEntryView), page.Total, page.Page, page.PageSize}, ""), nil
}
