package workflow

import (
	"context"
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// ImportProjects asks for all projects of a draft to be replaced by those of a table that was read over the same version.
type ImportProjects struct {
	Application string
	Version     int64 // of the application
	Projects    []proposal.Project
	Receipt     *Receipt
}

// ProjectsImported is what an import did, or in a preview what it would do.
type ProjectsImported struct {
	Saved
	Before, After []proposal.Project
	Changes       []proposal.Change
	Reordered     bool             // the projects that stay stand in another order
	Findings      []policy.Finding // on the draft as it then stands
}

// DraftToChange is the draft as it stands at a version, for whoever may change it now: what is read beside it, such as a table, is read over
// this. Errors: NotFound, Forbidden, Refused (frozen), Stale.
func (s *Service) DraftToChange(ctx context.Context, actor Actor, id string, version int64) (*proposal.Proposal, error) {
	app, err := s.draft(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	c := &Case{App: app, Actor: actor}
	if c.As = s.roleFor(actor, app.CountyCode, "application", "update"); c.As == "" {
		return nil, fault.New(fault.Forbidden, "您的岗位无权办理此事")
	}
	if err := c.editable(); err != nil {
		return nil, err
	}
	if app.Version != version {
		return nil, Changed(app.Version, version)
	}
	kept, err := s.store.ReadDocument(ctx, app.ID)
	if err != nil {
		return nil, err
	}
	return assemble(app, kept)
}

// PreviewProjects says what an import would change and how the draft would then be judged; it saves nothing. Whatever would refuse the import
// refuses the preview.
func (s *Service) PreviewProjects(ctx context.Context, actor Actor, in ImportProjects) (ProjectsImported, error) {
	var out ProjectsImported
	err := s.store.InTx(ctx, func(tx Tx) error {
		var err error
		_, _, out, err = s.imported(tx, actor, in)
		return err
	})
	return out, err
}

// ImportProjects replaces all projects of a draft. On a returned draft only what the return slip opens may differ, and the order stays.
func (s *Service) ImportProjects(ctx context.Context, actor Actor, in ImportProjects) (ProjectsImported, error) {
	var out ProjectsImported
	err := s.store.InTx(ctx, func(tx Tx) error {
		c, after, done, err := s.imported(tx, actor, in)
		if err != nil {
			return err
		}
		_, rows := proposal.Split(after)
		if err := tx.PutProjects(c.App.ID, rows); err != nil {
			return err
		}
		if err := s.keepDraft(tx, c, after, done.Findings, "project.import", "项目表"); err != nil {
			return err
		}
		done.Saved = c.saved(0, done.Changed)
		out = done
		return in.Receipt.keep(tx, out)
	})
	if err != nil {
		return ProjectsImported{}, err
	}
	return out, nil
}

// imported locks the draft and works out what the import comes to.
func (s *Service) imported(tx Tx, actor Actor, in ImportProjects) (*Case, *proposal.Proposal, ProjectsImported, error) {
	var out ProjectsImported
	c, err := s.edit(tx, actor, in.Application, "update")
	if err != nil {
		return nil, nil, out, err
	}
	if c.App.Version != in.Version {
		return nil, nil, out, Changed(c.App.Version, in.Version)
	}
	kept, err := tx.Document(c.App.ID)
	if err != nil {
		return nil, nil, out, err
	}
	before, err := assemble(c.App, kept)
	if err != nil {
		return nil, nil, out, err
	}
	after := *before
	after.Projects = slices.Clone(in.Projects)
	if c.App.State != Draft {
		after.Projects = inDraftOrder(after.Projects, before.Projects)
	}
	changes := proposal.Diff(before, &after)
	if err := c.freezes(changes); err != nil {
		return nil, nil, out, err
	}
	if err := withinLimits(c.Pack, &after); err != nil {
		return nil, nil, out, err
	}
	findings := s.draftFindings(c, &after)
	out = ProjectsImported{Saved: c.saved(0, changedFindings(s.draftFindings(c, before), findings)), Before: before.Projects, After: after.Projects, Changes: changes,
		Reordered: reordered(before.Projects, after.Projects), Findings: findings}
	return c, &after, out, nil
}

// inDraftOrder puts projects in the order of the draft, new ones behind.
func inDraftOrder(projects, draft []proposal.Project) []proposal.Project {
	place := make(map[string]int, len(draft))
	for i := range draft {
		place[draft[i].ID] = i - len(draft) // new ones are at 0
	}
	slices.SortStableFunc(projects, func(a, b proposal.Project) int { return place[a.ID] - place[b.ID] })
	return projects
}

// reordered reports whether the projects that both lists have stand in another order.
func reordered(before, after []proposal.Project) bool {
	place := make(map[string]int, len(before))
	for i := range before {
		place[before[i].ID] = i + 1
	}
	last := 0
	for i := range after {
		at := place[after[i].ID]
		if at != 0 && at < last {
			return true
		}
		last = max(last, at)
	}
	return false
}
