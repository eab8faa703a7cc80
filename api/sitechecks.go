package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/workflow"
)

const objectSite = "sitecheck"

func (s *Server) siteRoutes() {
	path := "/applications/{id}/site-check"
	register(s, operation{id: "listSiteChecks", method: http.MethodGet, path: "/batches/{batchId}/site-checks", summary: "现场核查进度与结果", tag: tagStages,
		object: objectSite, action: "read", says: "核查单提交前,组织方只见进度。"}, s.listSiteChecks)
	register(s, operation{id: "assignInspectors", method: http.MethodPut, path: path + "/inspectors", summary: "选定核查人员", tag: tagStages,
		object: objectSite, action: "assign", intake: command, says: "还没有核查单时 If-Match 为 \"0\"。"}, s.assignInspectors)
	register(s, operation{id: "getSiteCheck", method: http.MethodGet, path: path, summary: "核查单", tag: tagStages,
		object: objectSite, action: "read"}, s.getSiteCheck)
	register(s, operation{id: "saveSiteCheck", method: http.MethodPut, path: path, summary: "保存核查单(可留空)", tag: tagStages,
		object: objectSite, action: "save", intake: command, says: "申报内容由 place 指向,从上报的定稿读出。"}, s.saveSiteCheck)
	register(s, operation{id: "actOnSiteCheck", method: http.MethodPost, path: path + "/actions", summary: "提交核查单,或退回更正", tag: tagStages,
		object: objectSite, action: step, intake: command}, s.actOnSiteCheck)
}

// siteFinding is what was found of one claimed figure.
type siteFinding struct {
	Item    string `json:"item" doc:"核查项代码"`
	Place   string `json:"place" doc:"所核对的申报内容:定稿中的 JSON 指针"`
	Claimed string `json:"claimed" doc:"申报的内容,由定稿读出"`
	Finding string `json:"finding" enum:"TRUE,FALSE,UNVERIFIED," doc:"属实、不符、无法核实;空为未填"`
	Note    string `json:"note"`
}

// siteFindingSaved is a finding as an inspector writes it.
type siteFindingSaved struct {
	Item    string `json:"item" minLength:"1" maxLength:"32" doc:"核查项代码"`
	Place   string `json:"place,omitzero" maxLength:"300" doc:"所核对的申报内容:定稿中的 JSON 指针,如 /zone/villages/0/households"`
	Finding string `json:"finding,omitzero" enum:"TRUE,FALSE,UNVERIFIED," doc:"属实、不符、无法核实;空为未填"`
	Note    string `json:"note,omitzero" maxLength:"500" doc:"不符或无法核实的,写明情况"`
}

// siteInspector is an account that checks.
type siteInspector struct {
	AccountID string `json:"accountId"`
	Name      string `json:"name" doc:"单位与岗位"`
}

// siteShares counts the findings; the unverified share stands beside the ranking.
type siteShares struct {
	True       int `json:"true" doc:"属实"`
	False      int `json:"false" doc:"不符"`
	Unverified int `json:"unverified" doc:"无法核实"`
	Of         int `json:"of" doc:"共核对"`
}

// siteCheck is an application's 现场核查.
type siteCheck struct {
	ApplicationID string          `json:"applicationId"`
	No            string          `json:"no"`
	Title         string          `json:"title"`
	CountyCode    string          `json:"countyCode"`
	CountyName    string          `json:"countyName"`
	State         string          `json:"state"`
	StateLabel    string          `json:"stateLabel"`
	Inspectors    []siteInspector `json:"inspectors"`
	Done          int             `json:"done" doc:"已填完的核查项"`
	Of            int             `json:"of" doc:"全部核查项"`
	Whole         bool            `json:"whole" doc:"所示包括核查内容;否则只有进度"`
	CheckedOn     civil           `json:"checkedOn"`
	Items         []siteFinding   `json:"items"`
	Shares        siteShares      `json:"shares"`
	Verdict       string          `json:"verdict" enum:"PASS,ISSUES,FAIL," doc:"通过、有问题、不通过"`
	VerdictLabel  string          `json:"verdictLabel"`
	Deduction     points          `json:"deduction" doc:"扣分"`
	Comment       string          `json:"comment"`
	SubmittedAt   *time.Time      `json:"submittedAt" doc:"null 为未提交"`
	Version       int64           `json:"version" doc:"供 If-Match 使用;0 为尚未选定核查人员"`
}

func siteView(v workflow.SiteView) siteCheck {
	a, c := v.Application, v.Sheet
	out := siteCheck{ApplicationID: a.ID, No: a.No, Title: a.Title, CountyCode: a.CountyCode, CountyName: a.CountyName, State: string(a.State),
		StateLabel: a.State.Label(), Inspectors: make([]siteInspector, len(c.Inspectors)), Done: v.Done, Of: v.Of, Whole: v.Depth == workflow.Whole,
		Items: each(c.Items, func(f workflow.SiteFinding) siteFinding { return siteFinding(f) }), Verdict: string(c.Verdict), VerdictLabel: workflow.VerdictLabel(c.Verdict),
		Deduction: points{c.Deduction}, Comment: c.Comment, SubmittedAt: instant(c.SubmittedAt), Version: c.Version}
	for i, account := range c.Inspectors {
		out.Inspectors[i] = siteInspector{account, c.Names[i]}
	}
	n := c.Findings()
	out.Shares = siteShares{n.True, n.False, n.Unverified, n.Of()}
	if c.CheckedOn != nil {
		out.CheckedOn = civil(c.CheckedOn.String())
	}
	return out
}

func siteAnswer(v workflow.SiteView) *answer[siteCheck] {
	return answered(siteView(v), versionTag(v.Sheet.Version))
}

// siteChecks is a list of a batch's site checks with those who may be sent.
type siteChecks struct {
	Items     []siteCheck     `json:"items"`
	Total     int             `json:"total" minimum:"0"`
	Page      int             `json:"page" minimum:"1"`
	PageSize  int             `json:"pageSize" minimum:"1"`
	MayAssign []siteInspector `json:"mayAssign" doc:"可选定的核查人员;只给组织方"`
}

func (s *Server) listSiteChecks(ctx context.Context, in *struct{ OfBatch }) (*answer[siteChecks], error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	found, err := s.deps.Workflow.SiteChecks(ctx, actorOf(ctx), in.BatchID)
	if err != nil {
		return nil, err
	}
	may, err := s.deps.Workflow.Inspectors(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	all := whole(each(found, siteView))
	return answered(siteChecks{all.Items, all.Total, all.Page, all.PageSize, each(may, func(h workflow.Holder) siteInspector { return siteInspector{h.AccountID, h.Name} })}, ""), nil
}

func (s *Server) getSiteCheck(ctx context.Context, in *struct{ OfApplication }) (*answer[siteCheck], error) {
	v, err := s.deps.Workflow.SiteCheck(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	return siteAnswer(v), nil
}

type inspectorsAssigned struct {
	OfApplication
	Matching
	Body struct {
		Inspectors []string `json:"inspectors" minItems:"1" maxItems:"20" doc:"核查人员的账号 id"`
	}
}

func (s *Server) assignInspectors(ctx context.Context, in *inspectorsAssigned) (*answer[siteCheck], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	v, err := s.deps.Workflow.AssignInspectors(ctx, actorOf(ctx), workflow.AssignInspectors{Application: in.ID, Version: version, Inspectors: in.Body.Inspectors})
	if err != nil {
		return nil, err
	}
	return siteAnswer(v), nil
}

type siteSaved struct {
	OfApplication
	Matching
	Body struct {
		CheckedOn civil              `json:"checkedOn,omitzero" doc:"核查日期"`
		Items     []siteFindingSaved `json:"items" maxItems:"500"`
		Verdict   string             `json:"verdict,omitzero" enum:"PASS,ISSUES,FAIL," doc:"通过、有问题、不通过"`
		Deduction points             `json:"deduction,omitzero" doc:"扣分;只有结论为 ISSUES 时扣"`
		Comment   string             `json:"comment,omitzero" maxLength:"2000"`
	}
}

func (s *Server) saveSiteCheck(ctx context.Context, in *siteSaved) (*answer[siteCheck], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	save := workflow.SaveSiteSheet{Application: in.ID, Version: version, Verdict: review.SiteVerdict(in.Body.Verdict), Deduction: in.Body.Deduction.Points,
		Comment: in.Body.Comment, Items: each(in.Body.Items, func(f siteFindingSaved) workflow.SiteFinding {
			return workflow.SiteFinding{Item: f.Item, Place: f.Place, Finding: f.Finding, Note: f.Note}
		})}
	if in.Body.CheckedOn != "" {
		day, err := proposal.ParseDate(string(in.Body.CheckedOn))
		if err != nil {
			return nil, fault.At("核查日期有误", []fault.Place{{Location: "/checkedOn", Message: err.Error()}})
		}
		save.CheckedOn = &day
	}
	v, err := s.deps.Workflow.SaveSiteSheet(ctx, actorOf(ctx), save)
	if err != nil {
		return nil, err
	}
	return siteAnswer(v), nil
}

type siteActed struct {
	OfApplication
	Matching
	Keyed
	Body struct {
		Action string `json:"action" enum:"submit,reopen" doc:"提交;退回更正"`
		Reason string `json:"reason,omitzero" maxLength:"2000" doc:"退回的理由"`
	}
}

func (s *Server) actOnSiteCheck(ctx context.Context, in *siteActed) (*answer[siteCheck], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	do := s.deps.Workflow.SubmitSiteSheet
	if in.Body.Action == "reopen" {
		do = s.deps.Workflow.ReopenSiteSheet
	}
	v, err := do(ctx, actorOf(ctx), workflow.ActOnSite{Application: in.ID, Version: version, Reason: in.Body.Reason, Receipt: receipt(ctx, siteAnswer)})
	if err != nil {
		return nil, err
	}
	return siteAnswer(v), nil
}
