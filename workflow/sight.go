package workflow

import (
	"context"
	"slices"

	"xianjie/policy"
)

// Sight is what one person may see. It is decided here and nowhere else: lists, search, sorting, counts, exports, history,
// attachments and single reads all ask it. An empty Sight sees nothing.
type Sight struct {
	Windows []Window
}

// Window opens the applications of one region in some states. Drafts says whether the live draft may be read; without it
// only snapshots. Notes says whether the desks' opinions between city and province may be read, Records whether what the
// province's review recorded may be: attendance of a defence, findings on site.
type Window struct {
	Region  string  // 6-digit division code; covers what lies below it
	States  []State // nil: every state
	Drafts  bool
	Notes   bool
	Records bool

	Applications []string // nil: every one of the region; else only these, opened by assignment
}

// afterSubmit are the states in which a document has left its county at least once.
var afterSubmit = slices.DeleteFunc(States(), func(s State) bool { return s == Draft })

// windows says, role by role, what a grant opens (domain 3.2). Experts and inspectors see nothing until something is assigned
// to them; the three administrators never see applications.
func windows(role Role) (Window, bool) {
	switch role {
	case CountyFiler, CountySigner, CountyDepartment, CountyFinance:
		return Window{Drafts: true}, true
	case CityReviewer, CityFinance, CitySigner:
		return Window{States: afterSubmit, Notes: true}, true
	case ProvAdmin, ProvFinance, ReviewSecretary:
		return Window{States: afterSubmit, Notes: true, Records: true}, true
	case Auditor:
		return Window{Drafts: true, Notes: true, Records: true}, true
	case Inspector: // 督查 begins with the award
		return Window{States: []State{Awarded}}, true
	default:
		return Window{}, false
	}
}

// sight is what the actor's grants open, and what is opened to him by assignment: the applications an expert declared himself free of
// conflict for, and those an inspector checks. Whoever was recused from an application no longer sees it.
func (s *Service) sight(ctx context.Context, actor Actor) (Sight, error) {
	sight := SightOf(actor)
	if !actor.Has(Expert) && !actor.Has(SiteInspector) {
		return sight, nil
	}
	assigned, err := s.store.Assigned(ctx, actor.AccountID)
	if err == nil && len(assigned) > 0 {
		sight.Windows = append(sight.Windows, Window{Region: policy.Root().Code, States: afterSubmit, Applications: assigned})
	}
	return sight, err
}

// SightOf is the union of what the actor's grants open.
func SightOf(a Actor) Sight {
	var s Sight
	for _, g := range a.Grants {
		if w, ok := windows(g.Role); ok {
			w.Region = g.Region
			s.Windows = append(s.Windows, w)
		}
	}
	return s
}

// Sees reports whether the application may be known to exist.
func (s Sight) Sees(a Application) bool { return s.any(a, func(Window) bool { return true }) }

// SeesDraft reports whether the live draft may be read, not only snapshots.
func (s Sight) SeesDraft(a Application) bool {
	return s.any(a, func(w Window) bool { return w.Drafts })
}

// SeesNotes reports whether the desks' opinions may be read.
func (s Sight) SeesNotes(a Application) bool { return s.any(a, func(w Window) bool { return w.Notes }) }

// SeesCharge reports whether clause and facts of a proposed disqualification may be read: county and city are told them so that they can
// answer, the desks and oversight know them anyway; whoever was assigned to judge or check judges without them.
func (s Sight) SeesCharge(a Application) bool {
	return s.any(a, func(w Window) bool { return w.Drafts || w.Notes })
}

// Depth is how much of a stage's record a person may see.
type Depth int

// The depths.
const (
	Hidden  Depth = iota
	Outline       // a defence's order and time; how far a site check has come
	Whole
)

// Defence is how much of an application's 视频答辩 may be seen: all of it by the province, by oversight and by the experts it was
// assigned to; county and city see their own order and time.
func (s Sight) Defence(a Application) Depth {
	switch {
	case s.any(a, func(w Window) bool { return w.Records || w.Applications != nil }):
		return Whole
	case s.Sees(a):
		return Outline
	default:
		return Hidden
	}
}

// SiteCheck is how much of an application's 现场核查 may be seen: all of it by its inspectors, by province and oversight once it is
// submitted and before only how far it has come; nothing by anyone else.
func (s Sight) SiteCheck(a Application, sheet SiteSheet, actor Actor) Depth {
	switch records := s.any(a, func(w Window) bool { return w.Records }); {
	case sheet.assignedTo(actor), records && sheet.SubmittedAt != nil:
		return Whole
	case records:
		return Outline
	default:
		return Hidden
	}
}

// Veil is the application as this person may see it: the city's rank and its written reasons are the desks' own, and the county's
// draft is the county's. Lists search, narrow and sort by the same face.
func (s Sight) Veil(a Application) Application {
	if !s.SeesDraft(a) {
		a.Face = a.Sealed
	}
	if !s.SeesNotes(a) {
		a.Rank, a.RiverReason = 0, ""
	}
	return a
}

// Drafts is the part of the sight that opens live drafts.
func (s Sight) Drafts() Sight {
	return Sight{Windows: slices.DeleteFunc(slices.Clone(s.Windows), func(w Window) bool { return !w.Drafts })}
}

func (s Sight) any(a Application, also func(Window) bool) bool {
	return slices.ContainsFunc(s.Windows, func(w Window) bool {
		return policy.Covers(w.Region, a.CountyCode) && (w.States == nil || slices.Contains(w.States, a.State)) &&
			(w.Applications == nil || slices.Contains(w.Applications, a.ID)) && also(w)
	})
}

// seesUnpublished are those who organise the province's review or audit it: they alone see scores, drafts of notices and objections before
// (and beside what) the public does.
func seesUnpublished(actor Actor) bool {
	return slices.ContainsFunc(actor.Grants, func(g Grant) bool {
		return g.Region == policy.Root().Code && slices.Contains([]Role{ProvAdmin, ProvFinance, ReviewSecretary, Auditor}, g.Role)
	})
}

// NoticeSight is which notices one person may see. The public, and every official beside it, sees those that were published; drafts,
// and everything about objections but what their authors are told, are the province's and its auditors'.
type NoticeSight struct {
	Drafts     bool // notices not yet published
	Objections bool // every objection, with its text and contact
}

// NoticeSightOf decides it, here and nowhere else.
func NoticeSightOf(a Actor) NoticeSight {
	inner := seesUnpublished(a)
	return NoticeSight{Drafts: inner, Objections: inner}
}

// Sees reports whether the notice may be known to exist.
func (s NoticeSight) Sees(n Notice) bool {
	return s.Drafts || n.State == NoticeOpen || n.State == NoticeClosed
}
