package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/workflow"
)

func (s *Server) awardRoutes() {
	register(s, operation{id: "listAwards", method: http.MethodGet, path: "/awards", summary: "立项", tag: tagNotices,
		object: "award", action: "read", says: "省级与审计看全部,县、市看本辖区。"}, s.listAwards)
}

// award is one 立项.
type award struct {
	ApplicationID string    `json:"applicationId"`
	BatchID       string    `json:"batchId"`
	No            string    `json:"no" doc:"申报编号"`
	City          string    `json:"city"`
	County        string    `json:"county"`
	Title         string    `json:"title"`
	DocNo         string    `json:"docNo" doc:"批复文号"`
	Amount        wan       `json:"amount" doc:"奖补额,万元"`
	NoticeID      string    `json:"noticeId" doc:"立项所据的公示"`
	AwardedAt     time.Time `json:"awardedAt"`
}

func awardView(v workflow.AwardView) award {
	a := v.Application
	return award{a.ID, v.BatchID, a.No, a.CityName, a.CountyName, a.Title, v.DocNo, wan{v.Amount}, v.NoticeID, v.AwardedAt.UTC()}
}

func (s *Server) listAwards(ctx context.Context, in *struct {
	Conditional
	Batch string `query:"batch" maxLength:"64" doc:"批次的 id;不写为各批次"`
}) (*answer[list[award]], error) {
	all, err := s.deps.Workflow.Awards(ctx, actorOf(ctx), in.Batch)
	if err != nil {
		return nil, err
	}
	p := newStamp()
	for _, v := range all {
		p = p.text(v.Application.ID).text(v.Application.Title)
	}
	if in.has(p.tag()) {
		return unchanged[list[award]](p.tag()), nil
	}
	return answered(whole(each(all, awardView)), p.tag()), nil
}
