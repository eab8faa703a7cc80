package api

import (
	"context"
	"net/http"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
	"xianjie/workflow"
)

const (
	tagApplications   = "申报"
	objectApplication = "application"
)

func (s *Server) applicationRoutes() {
	register(s, operation{id: "listApplications", method: http.MethodGet, path: "/applications", summary: "申报列表", tag: tagApplications,
		object: objectApplication, action: "read"}, s.listApplications)
	register(s, operation{id: "createApplication", method: http.MethodPost, path: "/applications", summary: "建立草稿", tag: tagApplications,
		object: objectApplication, action: "create", status: http.StatusCreated, intake: document,
		says: "正文为一份申报书(可以留空)。附件只登记名称,文件须另行上传。"}, s.createApplication)
	register(s, operation{id: "getApplication", method: http.MethodGet, path: "/applications/{id}", summary: "查看申报", tag: tagApplications,
		object: objectApplication, action: "read"}, s.getApplication)
	register(s, operation{id: "replaceApplication", method: http.MethodPut, path: "/applications/{id}", summary: "导入整份申报书", tag: tagApplications,
		object: objectApplication, action: "update", intake: document}, s.replaceApplication)
	register(s, operation{id: "deleteApplication", method: http.MethodDelete, path: "/applications/{id}", summary: "删除草稿", tag: tagApplications,
		object: objectApplication, action: "delete", status: http.StatusNoContent}, s.deleteApplication)
}

// OfApplication names one application in the path.
type OfApplication struct {
	ID string `path:"id" maxLength:"64" doc:"申报的 id"`
}

// applicationsAsked is a page of the list.
type applicationsAsked struct {
	Paging
	Conditional
	Narrowing
}

// Narrowing narrows and orders the list.
type Narrowing struct {
	Batch   string   `query:"batch" maxLength:"64" doc:"批次的 id"`
	City    string   `query:"city" pattern:"^[0-9]{6}$" patternDescription:"6 位行政区划代码"`
	County  string   `query:"county" pattern:"^[0-9]{6}$" patternDescription:"6 位行政区划代码"`
	Channel string   `query:"channel" enum:"KEY_COUNTY,CITY_SELECTED"`
	State   []string `query:"state" enum:"DRAFT,SUBMITTED,RETURNED_BY_CITY,CITY_REVIEW,NOT_SHORTLISTED,SHORTLISTED,REPORTED,FORMAL_CHECK,RETURNED_BY_PROVINCE,EXPERT_REVIEW,DEFENCE,SITE_CHECK,REVIEWED,PUBLIC_NOTICE,AWARDED,NOT_AWARDED,DISQUALIFIED,WITHDRAWN" doc:"状态,逗号分隔"`
	Rule    string   `query:"rule" pattern:"^[A-Z][0-9]{2}$" patternDescription:"规则编号,如 F06" doc:"只看这条规则未通过的"`
	Open    bool     `query:"unconfirmed" doc:"true 只看还有资金或项目未确认的"`
	Q       string   `query:"q" maxLength:"100" doc:"在名称、县名、编号中查找"`
	Sort    string   `query:"sort" enum:"no,-no,title,-title,county,-county,state,-state,linkage,-linkage,integrated,-integrated,total,-total,submittedAt,-submittedAt,reportedAt,-reportedAt,updatedAt,-updatedAt" default:"no" doc:"排序,前加 - 为倒序"`
}

func (a Narrowing) query() workflow.Query {
	return workflow.Query{BatchID: a.Batch, City: a.City, County: a.County, Channel: a.Channel,
		States: each(a.State, func(s string) workflow.State { return workflow.State(s) }), Rule: policy.RuleID(a.Rule), Unconfirmed: a.Open,
		Search: strings.ToLower(strings.TrimSpace(a.Q)), Sort: a.Sort}
}

func (s *Server) listApplications(ctx context.Context, in *applicationsAsked) (*answer[list[ApplicationRow]], error) {
	actor := actorOf(ctx)
	q := in.query()
	q.Page, q.PageSize = in.Page, in.PageSize
	page, err := s.deps.Workflow.List(ctx, actor, q)
	if err != nil {
		return nil, err
	}
	tag := listTag(actor, page)
	if in.has(tag) {
		return unchanged[list[ApplicationRow]](tag), nil
	}
	return answered(list[ApplicationRow]{each(page.Items, rowView), page.Total, page.Page, page.PageSize}, tag), nil
}

// listTag changes when any row, their order, the page or the reader's rights change.
func listTag(actor workflow.Actor, page workflow.Page[workflow.Application]) string {
	p := newStamp().number(int64(page.Total)).number(int64(page.Page)).number(int64(page.PageSize))
	for _, g := range actor.Grants {
		p = p.text(string(g.Role)).text(g.Region)
	}
	for _, a := range page.Items {
		p = p.text(a.ID).number(a.Version)
	}
	return p.tag()
}

type applicationAsked struct {
	OfApplication
	Conditional
}

func (s *Server) getApplication(ctx context.Context, in *applicationAsked) (*answer[application], error) {
	if in.IfNoneMatch != "" {
		tag, err := s.presentTag(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		if in.has(tag) {
			return unchanged[application](tag), nil
		}
	}
	view, err := s.deps.Workflow.Get(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return answered(applicationView(view), offered(view.Application, view.Offers)), nil
}

// presentTag is the ETag of an application without its document.
func (s *Server) presentTag(ctx context.Context, id string) (string, error) {
	actor := actorOf(ctx)
	app, err := s.deps.Workflow.Peek(ctx, actor, id)
	if err != nil {
		return "", err
	}
	offers, err := s.deps.Workflow.Offers(ctx, actor, app)
	return offered(app, offers), err
}

type newApplication struct {
	Keyed
	Body proposalBody
}

func (s *Server) createApplication(ctx context.Context, in *newApplication) (*answer[saved], error) {
	doc, _, err := proposal.DecodeDraft(in.Body.text)
	if err != nil {
		return nil, err
	}
	actor := actorOf(ctx)
	view := func(done workflow.Saved) *answer[saved] {
		return created(savedView(done), versionTag(done.Application.Version), Base+"/applications/"+done.Application.ID)
	}
	done, err := s.deps.Workflow.CreateDraft(ctx, actor, workflow.NewDraft{Doc: doc, Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(done), nil
}

type replacedApplication struct {
	OfApplication
	Matching
	Body proposalBody
}

func (s *Server) replaceApplication(ctx context.Context, in *replacedApplication) (*answer[saved], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	doc, _, err := proposal.DecodeDraft(in.Body.text)
	if err != nil {
		return nil, err
	}
	done, err := s.deps.Workflow.ReplaceDraft(ctx, actorOf(ctx), workflow.Replace{Application: in.ID, Version: version, Doc: doc})
	if err != nil {
		return nil, err
	}
	return answered(savedView(done), versionTag(done.Application.Version)), nil
}

type applicationAct struct {
	OfApplication
	Matching
}

func (s *Server) deleteApplication(ctx context.Context, in *applicationAct) (*struct{}, error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	return nil, s.deps.Workflow.DeleteDraft(ctx, actorOf(ctx), workflow.Delete{Application: in.ID, Version: version, Remove: s.deps.Files.Remove})
}

// saved answers a change of a draft.
type saved struct {
	Application ApplicationRow   `json:"application"`
	Version     int64            `json:"version" doc:"所存栏目或项目的新版本;整份或删除时为 0"`
	Changed     []policy.Finding `json:"changed" doc:"因这次修改而变化的检查结论"`
}

func savedView(done workflow.Saved) saved {
	return saved{rowView(done.Application), done.Part, findings(done.Changed)}
}

// notSeen is the answer to whoever asks for what is not there or not for him; problemOf finds the words.
func notSeen() error { return fault.New(fault.NotFound, hidden) }
