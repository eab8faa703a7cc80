package workflow

import (
	"slices"
	"strings"

	"xianjie/internal/proposal"
	"xianjie/internal/review"
)

// The grounds of a 回避.
const (
	ConflictSameCity = "SAME_CITY"
	ConflictSameUnit = "SAME_UNIT"
	ConflictServed   = "SERVED_THERE"
	ConflictDeclared = "DECLARED"
)

// conflictOf is why an expert may not judge an application by what the pool and the document say (domain 3.2, 任职或籍贯同市、同单位、曾任职);
// ok is false when nothing stands between them.
func conflictOf(set review.ConflictSet, e PoolExpert, app Application, doc *proposal.Proposal) (c review.Conflict, ok bool) {
	c.Pair = review.Pair{Expert: e.AccountID, Application: app.ID}
	switch {
	case set.SameCity && (e.NativeCity == app.CityCode || e.WorkCity == app.CityCode):
		c.Ground, c.Detail = ConflictSameCity, "籍贯或任职在"+app.CityName
	case set.SameUnit && slices.Contains(unitsOf(doc), plain(e.Unit)):
		c.Ground, c.Detail = ConflictSameUnit, e.Unit+"是申报中的责任或实施单位"
	case set.ServedThere && (slices.Contains(e.Served, app.CountyCode) || slices.Contains(e.Served, app.CityCode)):
		c.Ground, c.Detail = ConflictServed, "曾在"+app.CountyName+"或其所属市任职"
	}
	return c, c.Ground != ""
}

// unitsOf are the units a document names as responsible, implementing or paying.
func unitsOf(doc *proposal.Proposal) []string {
	var units []string
	for _, p := range doc.Projects {
		units = append(units, plain(p.ResponsibleDept), plain(p.Implementer))
	}
	for _, item := range doc.FundPlan.Integrated {
		units = append(units, plain(item.Department))
	}
	return slices.DeleteFunc(units, func(u string) bool { return u == "" })
}

// plain is a unit's name without the blanks people put between its characters.
func plain(unit string) string { return strings.Join(strings.Fields(unit), "") }

// declared are the conflicts of whoever was recused from an application in any stage.
func declared(reviews []Review) []review.Conflict {
	var out []review.Conflict
	for _, r := range reviews {
		if r.State == ReviewRecused {
			out = append(out, review.Conflict{Pair: review.Pair{Expert: r.ExpertID, Application: r.ApplicationID}, Ground: ConflictDeclared, Detail: "已回避"})
		}
	}
	return out
}
