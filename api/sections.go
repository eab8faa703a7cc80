package api

import (
	"context"
	"net/http"

	"xianjie/internal/proposal"
	"xianjie/workflow"
)

func (s *Server) sectionRoutes() {
	path := "/applications/{id}/sections/{name}"
	register(s, operation{id: "getSection", method: http.MethodGet, path: path, summary: "读取一栏草稿", tag: tagApplications,
		object: objectApplication, action: "read"}, s.getSection)
	register(s, operation{id: "putSection", method: http.MethodPut, path: path, summary: "保存一栏草稿", tag: tagApplications,
		object: objectApplication, action: "update", intake: document}, s.putSection)
	register(s, operation{id: "patchSection", method: http.MethodPatch, path: path, summary: "修改一栏草稿(RFC 7386)", tag: tagApplications,
		object: objectApplication, action: "update", intake: document}, s.patchSection)
}

// SectionNamed names one section of a draft.
type SectionNamed struct {
	OfApplication
	Name string `path:"name" enum:"zone,villages,industries,fundPlan,plan,mechanism,papers" doc:"栏目"`
}

type sectionAsked struct {
	SectionNamed
	Conditional
}

func (s *Server) getSection(ctx context.Context, in *sectionAsked) (*answer[sectionBody], error) {
	section, err := s.section(ctx, in.SectionNamed)
	if err != nil {
		return nil, err
	}
	tag := versionTag(section.Version)
	if in.has(tag) {
		return unchanged[sectionBody](tag), nil
	}
	return answered(sectionBody{kept: kept{section.Body}}, tag), nil
}

// section reads one section; a section never saved is its blank form at version 0.
func (s *Server) section(ctx context.Context, in SectionNamed) (workflow.Section, error) {
	name := proposal.SectionName(in.Name)
	section, err := s.deps.Workflow.Section(ctx, actorOf(ctx), in.ID, name)
	if err == nil && len(section.Body) == 0 {
		section.Body = blankSection(name)
	}
	return section, err
}

func blankSection(name proposal.SectionName) []byte {
	sections, _ := proposal.Split(proposal.Blank(proposal.Head{}))
	return sections[name]
}

type sectionSaved struct {
	SectionNamed
	Matching
	Body sectionBody
}

func (s *Server) putSection(ctx context.Context, in *sectionSaved) (*answer[saved], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	return s.saveSection(ctx, in.SectionNamed, version, in.Body.text)
}

func (s *Server) saveSection(ctx context.Context, at SectionNamed, version int64, body []byte) (*answer[saved], error) {
	done, err := s.deps.Workflow.SaveSection(ctx, actorOf(ctx), workflow.SaveSection{
		Application: at.ID, Name: proposal.SectionName(at.Name), Version: version, Body: body})
	if err != nil {
		return nil, err
	}
	return answered(savedView(done), versionTag(done.Part)), nil
}

type sectionPatched struct {
	SectionNamed
	Matching
	Body mergePatch
}

func (s *Server) patchSection(ctx context.Context, in *sectionPatched) (*answer[saved], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	section, err := s.section(ctx, in.SectionNamed)
	if err != nil {
		return nil, err
	}
	body, err := merge(section.Body, in.Body.text)
	if err != nil {
		return nil, err
	}
	return s.saveSection(ctx, in.SectionNamed, version, body)
}
