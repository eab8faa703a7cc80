package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/go-json-experiment/json/jsontext"

	"xianjie/internal/proposal"
	"xianjie/workflow"
)

func (s *Server) partRoutes() {
	register(s, operation{id: "listSections", method: http.MethodGet, path: "/applications/{id}/sections", summary: "草稿各栏及其版本", tag: tagApplications,
		object: objectApplication, action: "read"}, s.listSections)
	register(s, operation{id: "listProjects", method: http.MethodGet, path: "/applications/{id}/projects", summary: "草稿各项目及其版本", tag: tagApplications,
		object: objectApplication, action: "read"}, s.listProjects)
}

// text is kept JSON inside another answer; the routes of its own document its form.
type text jsontext.Value

// Schema implements huma.SchemaProvider.
func (text) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Description: "内容,形式见读取该栏或该项目的接口"}
}

// MarshalJSON implements json.Marshaler.
func (t text) MarshalJSON() ([]byte, error) { return t, nil }

// draftSection is one section with its version.
type draftSection struct {
	Name    string `json:"name"`
	Label   string `json:"label" doc:"栏目的中文名称"`
	Version int64  `json:"version" doc:"供 If-Match 使用;0 表示尚未保存过"`
	Body    text   `json:"body"`
}

// draftProject is one project with its version.
type draftProject struct {
	ID      string `json:"id"`
	Version int64  `json:"version" doc:"供 If-Match 使用"`
	Body    text   `json:"body"`
}

// draft is the kept draft of an application, for those who may see it.
func (s *Server) draft(ctx context.Context, id string) (workflow.Document, error) {
	if _, err := s.deps.Workflow.Section(ctx, actorOf(ctx), id, proposal.SectionZone); err != nil {
		return workflow.Document{}, err
	}
	return s.deps.Store.ReadDocument(ctx, id)
}

type partsAsked struct {
	OfApplication
	Conditional
}

func (s *Server) listSections(ctx context.Context, in *partsAsked) (*answer[list[draftSection]], error) {
	kept, err := s.draft(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	tag := newStamp()
	items := each(proposal.Sections(), func(name proposal.SectionName) draftSection {
		part := kept.Sections[name]
		if len(part.Body) == 0 {
			part.Body = blankSection(name)
		}
		tag = tag.number(part.Version)
		return draftSection{string(name), name.Label(), part.Version, text(part.Body)}
	})
	if in.has(tag.tag()) {
		return unchanged[list[draftSection]](tag.tag()), nil
	}
	return answered(whole(items), tag.tag()), nil
}

func (s *Server) listProjects(ctx context.Context, in *partsAsked) (*answer[list[draftProject]], error) {
	kept, err := s.draft(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	tag := newStamp()
	items := each(kept.Projects, func(row workflow.ProjectRow) draftProject {
		tag = tag.text(row.ID).number(row.Version)
		return draftProject{row.ID, row.Version, text(row.Body)}
	})
	if in.has(tag.tag()) {
		return unchanged[list[draftProject]](tag.tag()), nil
	}
	return answered(whole(items), tag.tag()), nil
}
