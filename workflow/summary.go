package workflow

import (
	"context"
	"strings"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// Summed is one application with what its document comes to, as one person may see both.
type Summed struct {
	Application
	Funds  proposal.Sources // of the fund plan
	Tier   money.Fen        // 定额补助档; 0 where the batch gives the county none
	Reason string           // what the two bureaus wrote when they recommended it, and why no 沿黄县 was chosen
}

// SummaryView is 市级汇总表: the applications of a batch, or of one city in it, city by city.
type SummaryView struct {
	Batch  Batch
	Region policy.Region // whose they are
	At     time.Time     // in the batch's zone
	Rows   []Summed
}

// Summary sums up what the actor may see of a batch, drafts apart; cityCode "" is all of it. Errors: NotFound when the city is not the actor's.
func (s *Service) Summary(ctx context.Context, actor Actor, batchID, cityCode string) (SummaryView, error) {
	region := policy.Root()
	if cityCode != "" {
		city, ok := policy.RegionByCode(cityCode)
		if !ok || city.Level != policy.LevelCity || s.roleFor(actor, cityCode, "application", "export") == "" {
			return SummaryView{}, fault.New(fault.NotFound, "没有这个市,或您无权查看")
		}
		region = city
	}
	batch, pack, now, err := s.frame(ctx, batchID)
	if err != nil {
		return SummaryView{}, err
	}
	apps, err := s.Every(ctx, actor, Query{BatchID: batchID, City: cityCode, States: afterSubmit, Sort: "county"})
	if err != nil {
		return SummaryView{}, err
	}
	sight, err := s.sight(ctx, actor)
	if err != nil {
		return SummaryView{}, err
	}
	view := SummaryView{Batch: batch, Region: region, At: now.In(pack.Zone()), Rows: make([]Summed, len(apps))}
	for i, app := range apps {
		view.Rows[i], err = s.sumUp(ctx, app, sight)
		if err != nil {
			return SummaryView{}, err
		}
		view.Rows[i].Tier, _ = pack.AwardAmount(app.CountyCode, app.CityCode)
	}
	return view, nil
}

// frame is a batch with its pack in force now.
func (s *Service) frame(ctx context.Context, batchID string) (Batch, *policy.Pack, time.Time, error) {
	batch, ref, now, err := s.store.ReadFrame(ctx, batchID)
	if err != nil {
		return batch, nil, now, err
	}
	pack, err := s.pack(ref, func() ([]byte, error) {
		full, err := s.store.ReadPack(ctx, ref.BatchID, ref.Version)
		return full.Body, err
	})
	return batch, pack, now, err
}

func (s *Service) sumUp(ctx context.Context, app Application, sight Sight) (Summed, error) {
	out := Summed{Application: app}
	body, err := s.document(ctx, app, sight.SeesDraft(app))
	if err != nil {
		return out, err
	}
	doc, _, err := proposal.DecodeDraft(body)
	if err != nil {
		return out, err
	}
	out.Funds = proposal.Totals(doc).Planned
	steps, err := s.steps(ctx, app, sight)
	out.Reason = recommended(steps, app.RiverReason)
	return out, err
}

// recommended is what was written at the recommendation in force, each opinion once.
func recommended(steps []Step, river string) string {
	var said []string
	for _, step := range steps {
		switch step.Action {
		case Accept, Revoke:
			said = nil
		case Shortlist:
			if step.Opinion != "" && (len(said) == 0 || said[len(said)-1] != step.Opinion) {
				said = append(said, step.Opinion)
			}
		}
	}
	if river != "" {
		said = append(said, "未选沿黄县："+river)
	}
	return strings.Join(said, "；")
}

// Every is the whole list the actor may see, page after page.
func (s *Service) Every(ctx context.Context, actor Actor, q Query) ([]Application, error) {
	var all []Application
	for q.Page, q.PageSize = 1, 200; ; q.Page++ {
		page, err := s.List(ctx, actor, q)
		if err != nil {
			return nil, err
		}
		if all = append(all, page.Items...); len(page.Items) < q.PageSize {
			return all, nil
		}
	}
}
