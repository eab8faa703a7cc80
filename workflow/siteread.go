package workflow

import (
	"context"
	"slices"

	"xianjie/internal/fault"
	"xianjie/policy"
)

// SiteView is one application's site check as one person may see it.
type SiteView struct {
	Application Application
	Sheet       SiteSheet // at Outline without what was found; Version 0 while nobody is assigned
	Depth       Depth
	Done, Of    int // items with every finding filled in, and items in all
}

// siteCheck shows a sheet as deep as the sight reaches.
func (s Sight) siteCheck(a Application, sheet SiteSheet, actor Actor) SiteView {
	view := SiteView{Application: s.Veil(a), Sheet: sheet, Depth: s.SiteCheck(a, sheet, actor)}
	view.Done, view.Of = sheet.Done()
	if view.Depth != Whole {
		view.Sheet.CheckedOn, view.Sheet.Items, view.Sheet.Verdict, view.Sheet.Deduction, view.Sheet.Comment = nil, []SiteFinding{}, "", 0, ""
	}
	return view
}

// SiteCheck is one application's site check; an application in 现场核查 has one even before anybody is assigned.
func (s *Service) SiteCheck(ctx context.Context, actor Actor, id string) (SiteView, error) {
	app, err := s.store.Application(ctx, id)
	if err != nil {
		return SiteView{}, err
	}
	sheet, err := s.store.ReadSiteCheck(ctx, id)
	if fault.CodeOf(err) == fault.NotFound && app.State == SiteCheck {
		sheet, err = SiteSheet{ApplicationID: id, BatchID: app.BatchID, Inspectors: []string{}, Names: []string{}, Items: []SiteFinding{}}, nil
	}
	if err != nil {
		return SiteView{}, err
	}
	view := SightOf(actor).siteCheck(app, sheet, actor)
	if view.Depth == Hidden || s.roleFor(actor, app.CountyCode, "sitecheck", "read") == "" {
		return SiteView{}, fault.New(fault.NotFound, "没有这份申报的现场核查单,或您无权查看")
	}
	return view, nil
}

// SiteChecks are the site checks of a batch that the actor may see, by number of the application.
func (s *Service) SiteChecks(ctx context.Context, actor Actor, batchID string) ([]SiteView, error) {
	sheets, err := s.store.ReadSiteChecks(ctx, batchID)
	if err != nil {
		return nil, err
	}
	views := []SiteView{}
	err = s.everyOne(ctx, actor, batchID, func(_ Sight, a Application) {
		i := slices.IndexFunc(sheets, func(c SiteSheet) bool { return c.ApplicationID == a.ID })
		if i < 0 && a.State != SiteCheck || s.roleFor(actor, a.CountyCode, "sitecheck", "read") == "" {
			return
		}
		sheet := SiteSheet{ApplicationID: a.ID, BatchID: batchID, Inspectors: []string{}, Names: []string{}, Items: []SiteFinding{}}
		if i >= 0 {
			sheet = sheets[i]
		}
		if view := SightOf(actor).siteCheck(a, sheet, actor); view.Depth != Hidden {
			views = append(views, view)
		}
	})
	return views, err
}

// Inspectors are the accounts that may be assigned, for whoever assigns; nobody for others.
func (s *Service) Inspectors(ctx context.Context, actor Actor) ([]Holder, error) {
	if s.roleFor(actor, policy.Root().Code, "sitecheck", "assign") == "" {
		return []Holder{}, nil
	}
	return s.store.Holders(ctx, SiteInspector)
}
