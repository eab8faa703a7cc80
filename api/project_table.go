package api

import (
	"context"
	"net/http"
	"strconv"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/report"
	"xianjie/internal/typeset"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) projectTableRoutes() {
	path := "/applications/{id}/projects.xlsx"
	register(s, operation{id: "getProjectTable", method: http.MethodGet, path: path, summary: "下载项目表(Excel)", tag: tagApplications,
		object: objectApplication, action: "read", answers: fileAnswer(mediaBook, "项目表,可离线填写后导入"),
		says: "能看草稿的得到草稿的项目表,其他人得到快照的;没有项目或 template=true 时为空表。第二张表“填表说明”列出各列的填法、行政村和整合资金条目。"}, s.getProjectTable)
	register(s, operation{id: "importProjects", method: http.MethodPost, path: path, summary: "导入项目表(Excel)", tag: tagApplications,
		object: objectApplication, action: "update", intake: stream,
		says: "正文即文件,或 multipart/form-data 的 file 一栏;If-Match 为申报的版本。全部项目以表中的为准,有一处不对就都不导入,并逐格说明。" +
			"dryRun=true 时只预览,不保存。"}, s.importProjects)
	s.api.OpenAPI().Paths[path].Post.RequestBody = bookForm("填好的项目表")
}

type projectTableAsked struct {
	OfApplication
	Template bool `query:"template" doc:"只要空表"`
}

func (s *Server) getProjectTable(ctx context.Context, in *projectTableAsked) (*streamed, error) {
	view, err := s.deps.Workflow.Get(ctx, actorOf(ctx), in.ID)
	if err != nil {
		return nil, err
	}
	doc, _, err := proposal.DecodeDraft(view.Document)
	if err != nil {
		return nil, err
	}
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return nil, err
	}
	projects := doc.Projects
	if in.Template {
		projects = nil
	}
	table := report.ProjectTable{Doc: doc, No: view.Application.No, On: proposal.DateIn(now, beijing)}
	body, err := report.ProjectBook(table, projects)
	if err != nil {
		return nil, err
	}
	return saveAs(view.Application.No+"项目表.xlsx", mediaBook, versionTag(view.Application.Version), body), nil
}

// beijing is the only zone the programme's people live in.
var beijing = time.FixedZone("CST", 8*60*60)

type projectTableSent struct {
	OfApplication
	Matching
	Keyed
	Wire
	DryRun bool `query:"dryRun" doc:"只预览,不保存"`
}

// projectsImported answers an import, or says in a preview what it would do. Its first three members are those of every save.
type projectsImported struct {
	Application ApplicationRow   `json:"application"`
	Version     int64            `json:"version" doc:"恒为 0:所存的是全部项目"`
	Changed     []policy.Finding `json:"changed" doc:"因这次导入而变化的检查结论"`
	Preview     bool             `json:"preview" doc:"只是预览,没有保存"`
	Projects    []projectOutcome `json:"projects" doc:"表中的项目依次在前,删去的在后"`
	Reordered   bool             `json:"reordered" doc:"项目的次序有变"`
	Findings    []policy.Finding `json:"findings" doc:"导入后的检查结论"`
	Warnings    []tableNote      `json:"warnings" doc:"读表时替您改正或没有导入的,请核对"`
}

// projectOutcome is what happens to one project.
type projectOutcome struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind" enum:"ADDED,CHANGED,UNCHANGED,REMOVED"`
	Changes []change `json:"changes"`
}

// tableNote is one spot of a table.
type tableNote struct {
	Location string `json:"location" doc:"工作表!单元格"`
	Message  string `json:"message"`
}

func (s *Server) importProjects(ctx context.Context, in *projectTableSent) (*answer[projectsImported], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	actor := actorOf(ctx)
	if _, err := s.deps.Workflow.Peek(ctx, actor, in.ID); err != nil {
		return nil, err
	}
	data, err := book(in.request, report.MostTableBytes, "项目表")
	if err != nil {
		return nil, err
	}
	if !in.DryRun {
		if err := s.ownOnce(ctx, in.IdempotencyKey, in.request.URL.Path, strconv.FormatInt(version, 10), data); err != nil {
			return nil, err
		}
	}
	done, err := s.imported(ctx, actor, in, version, data)
	if err != nil {
		s.release(ctx, http.StatusConflict)
	}
	return done, err
}

func (s *Server) imported(ctx context.Context, actor workflow.Actor, in *projectTableSent, version int64, data []byte) (*answer[projectsImported], error) {
	draft, err := s.deps.Workflow.DraftToChange(ctx, actor, in.ID, version)
	if err != nil {
		return nil, err
	}
	read, err := report.ReadProjects(data, draft)
	if err != nil {
		return nil, err
	}
	view := func(done workflow.ProjectsImported) *answer[projectsImported] {
		return answered(importedView(done, read.Notes, in.DryRun), versionTag(done.Application.Version))
	}
	do, command := s.deps.Workflow.ImportProjects, workflow.ImportProjects{Application: in.ID, Version: version, Projects: read.Projects}
	if in.DryRun {
		do = s.deps.Workflow.PreviewProjects
	} else {
		command.Receipt = receipt(ctx, view)
	}
	done, err := do(ctx, actor, command)
	if err != nil {
		return nil, err
	}
	return view(done), nil
}

func importedView(done workflow.ProjectsImported, notes []fault.Place, preview bool) projectsImported {
	by := map[string][]proposal.Change{}
	for _, c := range done.Changes {
		by[c.Row] = append(by[c.Row], c)
	}
	out := projectsImported{Application: rowView(done.Application), Changed: findings(done.Changed), Preview: preview, Projects: []projectOutcome{}, Reordered: done.Reordered, Findings: findings(done.Findings),
		Warnings: each(notes, func(p fault.Place) tableNote { return tableNote{p.Location, typeset.Official(p.Message)} })}
	add := func(p proposal.Project, kind string) {
		out.Projects = append(out.Projects, projectOutcome{p.ID, p.Name, kind, each(by[p.ID], changeView)})
	}
	stays := map[string]bool{}
	for _, p := range done.After {
		stays[p.ID] = true
		switch changes := by[p.ID]; {
		case len(changes) == 0:
			add(p, "UNCHANGED")
		case changes[0].Kind == proposal.Added && changes[0].Field == "":
			add(p, string(proposal.Added))
		default:
			add(p, string(proposal.Changed))
		}
	}
	for _, p := range done.Before {
		if !stays[p.ID] {
			add(p, string(proposal.Removed))
		}
	}
	return out
}
