package workflow

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"xianjie/internal/fault"
)

// Recommendation is what a city's 推荐函 is made of: the applications it stands by, in its own order.
type Recommendation struct {
	CityList
	Batch Batch
	Zone  *time.Location
}

// Recommendation is one city's recommendation in a batch. Errors: NotFound, Refused while the city has recommended none.
func (s *Service) Recommendation(ctx context.Context, actor Actor, batchID, cityCode string) (Recommendation, error) {
	list, err := s.CityShortlist(ctx, actor, batchID, cityCode)
	if err != nil {
		return Recommendation{}, err
	}
	list.Applications = slices.DeleteFunc(list.Applications, func(a Application) bool { return !a.recommended() })
	if len(list.Applications) == 0 {
		return Recommendation{}, fault.New(fault.Refused, "%s在本批还没有推荐的申报,推荐之后再出具推荐函", list.City.Name)
	}
	slices.SortStableFunc(list.Applications, func(a, b Application) int {
		last := func(rank int) bool { return rank == 0 } // without a rank at the end
		switch {
		case last(a.Rank) != last(b.Rank):
			return cmp.Compare(b.Rank, a.Rank)
		case a.Rank != b.Rank:
			return cmp.Compare(a.Rank, b.Rank)
		default:
			return strings.Compare(a.No, b.No)
		}
	})
	c, err := s.showing(ctx, Actor{}, Application{BatchID: batchID})
	if err != nil {
		return Recommendation{}, err
	}
	return Recommendation{list, c.Batch, c.Pack.Zone()}, nil
}

// recommended reports whether the city's recommendation stands.
func (a Application) recommended() bool {
	return a.State == Shortlisted || a.ReportedAt != nil && a.State != Withdrawn && a.State != Disqualified
}
