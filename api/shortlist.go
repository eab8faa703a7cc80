package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) shortlistRoutes() {
	register(s, operation{id: "getShortlist", method: http.MethodGet, path: "/batches/{batchId}/shortlist", summary: "一市的申报与推荐情况", tag: tagBatches,
		object: "shortlist", action: "read"}, s.getShortlist)
}

// shortlist is one city's applications of a batch side by side.
type shortlist struct {
	City         policy.Region    `json:"city"`
	Applications []ApplicationRow `json:"applications"`
	Quota        int              `json:"quota" doc:"市择优通道名额;0 表示该市不适用"`
	Used         []quotaUse       `json:"used" doc:"已占用的名额"`
	YellowRiver  []string         `json:"yellowRiver" doc:"其中的沿黄县代码"`
}

// quotaUse is one slot taken.
type quotaUse struct {
	Slot          int       `json:"slot"`
	ApplicationID string    `json:"applicationId"`
	ClaimedAt     time.Time `json:"claimedAt"`
}

func (s *Server) getShortlist(ctx context.Context, in *struct {
	OfBatch
	City string `query:"city" required:"true" pattern:"^[0-9]{6}$" patternDescription:"6 位行政区划代码" doc:"市的代码"`
}) (*answer[shortlist], error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	found, err := s.deps.Workflow.CityShortlist(ctx, actorOf(ctx), in.BatchID, in.City)
	if err != nil {
		return nil, err
	}
	return answered(shortlist{City: found.City, Quota: found.Quota, YellowRiver: each(found.YellowRiver, func(c string) string { return c }),
		Applications: each(found.Applications, rowView),
		Used: each(found.Used, func(c workflow.Claim) quotaUse {
			return quotaUse{c.Slot, c.ApplicationID, c.ClaimedAt.UTC()}
		})}, ""), nil
}
