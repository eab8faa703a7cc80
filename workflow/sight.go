package workflow

import (
	"slices"

	"xianjie/policy"
)

// Sight is what one person may see. It is decided here and nowhere else: lists, search, sorting, counts, exports, history,
// attachments and single reads all ask it. An empty Sight sees nothing.
type Sight struct {
	Windows []Window
}

// Window opens the applications of one region in some states. Drafts says whether the live draft may be read; without it
// only snapshots. Notes says whether the desks' opinions between city and province may be read.
type Window struct {
	Region string  // 6-digit division code; covers what lies below it
	States []State // nil: every state
	Drafts bool
	Notes  bool
}

// afterSubmit are the states in which a document has left its county at least once.
var afterSubmit = slices.DeleteFunc(States(), func(s State) bool { return s == Draft })

// windows says, role by role, what a grant opens (domain 3.2). Experts and inspectors see nothing until something is assigned
// to them; the three administrators never see applications.
func windows(role Role) (Window, bool) {
	switch role {
	case CountyFiler, CountySigner, CountyDepartment, CountyFinance:
		return Window{Drafts: true}, true
	case CityReviewer, CityFinance, CitySigner, ProvAdmin, ProvFinance, ReviewSecretary:
		return Window{States: afterSubmit, Notes: true}, true
	case Auditor:
		return Window{Drafts: true, Notes: true}, true
	default:
		return Window{}, false
	}
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
		return policy.Covers(w.Region, a.CountyCode) && (w.States == nil || slices.Contains(w.States, a.State)) && also(w)
	})
}
