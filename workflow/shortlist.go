package workflow

import (
	"context"

	"xianjie/internal/fault"
	"xianjie/policy"
)

// CityList is one city's applications of a batch side by side.
type CityList struct {
	City         policy.Region
	Applications []Application // not drafts, ordered by No
	Quota        int           // slots of the city; 0 for a city of key counties, which may not use this channel
	Used         []Claim
	YellowRiver  []string // county codes on the river among the applications; never nil
}

// CityShortlist is what the two city bureaus decide on. Errors: NotFound when the city is not the actor's to see.
func (s *Service) CityShortlist(ctx context.Context, actor Actor, batchID, cityCode string) (CityList, error) {
	city, ok := policy.RegionByCode(cityCode)
	if !ok || city.Level != policy.LevelCity || s.roleFor(actor, cityCode, "shortlist", "read") == "" {
		return CityList{}, fault.New(fault.NotFound, "没有这个市,或您无权查看")
	}
	page, err := s.List(ctx, actor, Query{BatchID: batchID, City: cityCode, States: afterSubmit, Sort: "no", Page: 1, PageSize: 200})
	if err != nil {
		return CityList{}, err
	}
	pack, err := s.packNow(ctx, batchID)
	if err != nil {
		return CityList{}, err
	}
	list := CityList{City: city, Applications: page.Items, YellowRiver: []string{}}
	if !pack.CityHasKeyCounty(cityCode) {
		list.Quota = pack.Params.Quota.PerNonKeyCity
	}
	for _, app := range page.Items {
		if pack.IsYellowRiver(app.CountyCode) {
			list.YellowRiver = append(list.YellowRiver, app.CountyCode)
		}
	}
	list.Used, err = s.store.ReadClaims(ctx, batchID, "Q02", cityCode)
	return list, err
}
