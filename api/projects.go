package api

import (
	"context"
	"net/http"

	"xianjie/workflow"
)

func (s *Server) projectRoutes() {
	rows, row := "/applications/{id}/projects", "/applications/{id}/projects/{projectId}"
	register(s, operation{id: "addProject", method: http.MethodPost, path: rows, summary: "新增项目", tag: tagApplications,
		object: objectApplication, action: "update", status: http.StatusCreated, intake: document}, s.addProject)
	register(s, operation{id: "orderProjects", method: http.MethodPut, path: "/applications/{id}/project-order", summary: "调整项目次序", tag: tagApplications,
		object: objectApplication, action: "update", intake: command}, s.orderProjects)
	register(s, operation{id: "getProject", method: http.MethodGet, path: row, summary: "读取一个项目", tag: tagApplications,
		object: objectApplication, action: "read"}, s.getProject)
	register(s, operation{id: "putProject", method: http.MethodPut, path: row, summary: "保存一个项目", tag: tagApplications,
		object: objectApplication, action: "update", intake: document}, s.putProject)
	register(s, operation{id: "patchProject", method: http.MethodPatch, path: row, summary: "修改一个项目(RFC 7386)", tag: tagApplications,
		object: objectApplication, action: "update", intake: document}, s.patchProject)
	register(s, operation{id: "deleteProject", method: http.MethodDelete, path: row, summary: "删除一个项目", tag: tagApplications,
		object: objectApplication, action: "update"}, s.deleteProject)
}

// ProjectNamed names one project of a draft.
type ProjectNamed struct {
	OfApplication
	ProjectID string `path:"projectId" maxLength:"64" doc:"项目编号"`
}

type projectAdded struct {
	OfApplication
	Keyed
	Body projectBody
}

func (s *Server) addProject(ctx context.Context, in *projectAdded) (*answer[saved], error) {
	actor := actorOf(ctx)
	view := func(done workflow.Saved) *answer[saved] {
		return created(savedView(done), versionTag(done.Part), "")
	}
	done, err := s.deps.Workflow.SaveProject(ctx, actor, workflow.SaveProject{Application: in.ID, Body: in.Body.text, Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(done), nil
}

type projectsOrdered struct {
	OfApplication
	Matching
	Body struct {
		IDs []string `json:"ids" minItems:"1" maxItems:"10000" uniqueItems:"true" doc:"全部项目编号,按新的次序"`
	}
}

func (s *Server) orderProjects(ctx context.Context, in *projectsOrdered) (*answer[saved], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	done, err := s.deps.Workflow.OrderProjects(ctx, actorOf(ctx), workflow.OrderProjects{Application: in.ID, Version: version, IDs: in.Body.IDs})
	if err != nil {
		return nil, err
	}
	return answered(savedView(done), versionTag(done.Application.Version)), nil
}

type projectAsked struct {
	ProjectNamed
	Conditional
}

func (s *Server) getProject(ctx context.Context, in *projectAsked) (*answer[projectBody], error) {
	row, err := s.deps.Workflow.Project(ctx, actorOf(ctx), in.ID, in.ProjectID)
	if err != nil {
		return nil, err
	}
	tag := versionTag(row.Version)
	if in.has(tag) {
		return unchanged[projectBody](tag), nil
	}
	return answered(projectBody{kept: kept{row.Body}}, tag), nil
}

type projectSaved struct {
	ProjectNamed
	Matching
	Body projectBody
}

func (s *Server) putProject(ctx context.Context, in *projectSaved) (*answer[saved], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	return s.saveProject(ctx, in.ProjectNamed, version, in.Body.text)
}

func (s *Server) saveProject(ctx context.Context, at ProjectNamed, version int64, body []byte) (*answer[saved], error) {
	done, err := s.deps.Workflow.SaveProject(ctx, actorOf(ctx), workflow.SaveProject{
		Application: at.ID, ProjectID: at.ProjectID, Version: version, Body: body})
	if err != nil {
		return nil, err
	}
	return answered(savedView(done), versionTag(done.Part)), nil
}

type projectPatched struct {
	ProjectNamed
	Matching
	Body mergePatch
}

func (s *Server) patchProject(ctx context.Context, in *projectPatched) (*answer[saved], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	row, err := s.deps.Workflow.Project(ctx, actorOf(ctx), in.ID, in.ProjectID)
	if err != nil {
		return nil, err
	}
	body, err := merge(row.Body, in.Body.text)
	if err != nil {
		return nil, err
	}
	return s.saveProject(ctx, in.ProjectNamed, version, body)
}

type projectAct struct {
	ProjectNamed
	Matching
}

func (s *Server) deleteProject(ctx context.Context, in *projectAct) (*answer[saved], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	done, err := s.deps.Workflow.DeleteProject(ctx, actorOf(ctx), workflow.DeleteProject{Application: in.ID, ProjectID: in.ProjectID, Version: version})
	if err != nil {
		return nil, err
	}
	return answered(savedView(done), versionTag(done.Application.Version)), nil
}
