package workflow

import (
	"context"
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
)

// SaveProject asks for one project row to be saved or added.
type SaveProject struct {
	Application string
	ProjectID   string // the row to save; "" adds Body's own id
	Version     int64
	Body        []byte
	Receipt     *Receipt
}

// SaveProject writes one project over the version the clerk saw.
func (s *Service) SaveProject(ctx context.Context, actor Actor, in SaveProject) (Saved, error) {
	project, body, err := proposal.DecodeProject(in.Body)
	if err != nil {
		return Saved{}, err
	}
	if in.ProjectID != "" && project.ID != in.ProjectID {
		return Saved{}, fault.At("项目编号不能改动", []fault.Place{{Location: "/id", Message: "应为 " + in.ProjectID + ",如需换号请新增后删除旧项目"}})
	}
	return s.change(ctx, actor, in.Application, in.Receipt, "project", project.ID, func(c *Case, tx Tx, kept *Document) (int64, error) {
		i := slices.IndexFunc(kept.Projects, func(p ProjectRow) bool { return p.ID == project.ID })
		if in.ProjectID == "" {
			return addProject(c, tx, kept, i, ProjectRow{ID: project.ID, Version: 1, Body: body})
		}
		if i < 0 {
			return 0, fault.New(fault.NotFound, "没有项目 %s,可能已被他人删除", project.ID)
		}
		if kept.Projects[i].Version != in.Version {
			return 0, Changed(kept.Projects[i].Version, in.Version)
		}
		changes, err := proposal.DiffProject(kept.Projects[i].Body, body)
		if err != nil {
			return 0, err
		}
		if err := c.freezes(changes); err != nil {
			return 0, err
		}
		version, err := tx.SaveProject(c.App.ID, ProjectRow{ID: project.ID, Version: in.Version, Body: body})
		kept.Projects[i] = ProjectRow{ID: project.ID, Version: version, Body: body}
		return version, err
	})
}

func addProject(c *Case, tx Tx, kept *Document, at int, row ProjectRow) (int64, error) {
	if at >= 0 {
		return 0, fault.New(fault.Refused, "项目编号 %s 已存在,请换一个编号", row.ID)
	}
	if err := c.freezes([]proposal.Change{{Section: string(proposal.SectionProjects), Row: row.ID, RowLabel: row.ID, Kind: proposal.Added, Pointer: "/projects"}}); err != nil {
		return 0, err
	}
	kept.Projects = append(kept.Projects, row)
	return row.Version, tx.InsertProject(c.App.ID, row)
}

// DeleteProject asks for one project row to be removed.
type DeleteProject struct {
	Application string
	ProjectID   string
	Version     int64
}

// DeleteProject removes one project over the version the clerk saw.
func (s *Service) DeleteProject(ctx context.Context, actor Actor, in DeleteProject) (Saved, error) {
	return s.change(ctx, actor, in.Application, nil, "project.delete", in.ProjectID, func(c *Case, tx Tx, kept *Document) (int64, error) {
		i := slices.IndexFunc(kept.Projects, func(p ProjectRow) bool { return p.ID == in.ProjectID })
		if i < 0 {
			return 0, fault.New(fault.NotFound, "没有项目 %s,可能已被他人删除", in.ProjectID)
		}
		if kept.Projects[i].Version != in.Version {
			return 0, Changed(kept.Projects[i].Version, in.Version)
		}
		if err := c.freezes([]proposal.Change{{Section: string(proposal.SectionProjects), Row: in.ProjectID, RowLabel: in.ProjectID, Kind: proposal.Removed, Pointer: "/projects"}}); err != nil {
			return 0, err
		}
		kept.Projects = slices.Delete(kept.Projects, i, i+1)
		return 0, tx.DeleteProject(c.App.ID, in.ProjectID, in.Version)
	})
}

// OrderProjects asks for the project rows to be put in another order.
type OrderProjects struct {
	Application string
	Version     int64 // of the application
	IDs         []string
}

// OrderProjects reorders the rows; ids must name each present project once.
func (s *Service) OrderProjects(ctx context.Context, actor Actor, in OrderProjects) (Saved, error) {
	return s.change(ctx, actor, in.Application, nil, "project.order", "", func(c *Case, tx Tx, kept *Document) (int64, error) {
		if c.App.Version != in.Version {
			return 0, Changed(c.App.Version, in.Version)
		}
		if c.App.State != Draft {
			return 0, fault.New(fault.Refused, "补正期间不能调整项目次序")
		}
		if err := tx.OrderProjects(c.App.ID, in.IDs); err != nil {
			return 0, err
		}
		slices.SortFunc(kept.Projects, func(a, b ProjectRow) int { return slices.Index(in.IDs, a.ID) - slices.Index(in.IDs, b.ID) })
		return 0, nil
	})
}
