package api

import (
	"context"
	"net/http"

	"xianjie/policy"
)

func (s *Server) regionRoutes() {
	register(s, operation{id: "listRegions", method: http.MethodGet, path: "/regions", summary: "行政区划", tag: "区划",
		object: "region", action: "read"}, s.listRegions)
}

// regions are all divisions, each after the one it lies in.
type regions struct {
	Source string          `json:"source" doc:"数据来源"`
	Items  []policy.Region `json:"items"`
	Total  int             `json:"total"`
}

func (s *Server) listRegions(_ context.Context, in *Conditional) (*answer[regions], error) {
	all := policy.Regions()
	p := newStamp()
	for _, r := range all {
		p = p.text(r.Code).text(r.Name)
	}
	if in.has(p.tag()) {
		return unchanged[regions](p.tag()), nil
	}
	return answered(regions{policy.RegionSource, all, len(all)}, p.tag()), nil
}
