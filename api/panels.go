package api

import (
	"context"
	"net/http"
	"slices"
	"time"

	"xianjie/internal/review"
	"xianjie/workflow"
)

func (s *Server) panelRoutes() {
	register(s, operation{id: "getPanels", method: http.MethodGet, path: "/batches/{batchId}/panels", summary: "各份申报的专家与评审进度", tag: tagReview,
		object: objectDraw, action: "read"}, s.getPanels)
}

// panels is who judges what, and how far they are.
type panels struct {
	Pool  int     `json:"pool" doc:"专家库中可抽取的人数"`
	Items []panel `json:"items" doc:"进入评审的申报"`
}

// panel is the experts of one application.
type panel struct {
	Application subject      `json:"application"`
	Stages      []panelStage `json:"stages"`
}

// panelStage is one stage of a panel.
type panelStage struct {
	Stage      string        `json:"stage"`
	StageLabel string        `json:"stageLabel"`
	Open       bool          `json:"open" doc:"这一阶段还在评分"`
	Effective  int           `json:"effective" doc:"没有回避的人数"`
	Submitted  int           `json:"submitted" doc:"已交分的人数"`
	Experts    []panelMember `json:"experts"`
}

// panelMember is one expert's progress, without any score.
type panelMember struct {
	ReviewID    string     `json:"reviewId"`
	Code        string     `json:"code" doc:"专家编号"`
	State       string     `json:"state" enum:"ASSIGNED,OPEN,SUBMITTED,RECUSED"`
	StateLabel  string     `json:"stateLabel"`
	SubmittedAt *time.Time `json:"submittedAt"`
}

// inReview are the states in which an application has or had a panel.
var inReview = []workflow.State{workflow.ExpertReview, workflow.Defence, workflow.SiteCheck, workflow.Reviewed, workflow.PublicNotice,
	workflow.Awarded, workflow.NotAwarded, workflow.Disqualified}

func (s *Server) getPanels(ctx context.Context, in *struct{ OfBatch }) (*answer[panels], error) {
	if err := s.wholeProvince(ctx, objectDraw); err != nil {
		return nil, err
	}
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	pool, err := s.deps.Workflow.Experts(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	pool = slices.DeleteFunc(pool, func(e workflow.PoolExpert) bool { return !e.Active })
	apps, err := s.batchApplications(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	tasks, err := s.batchTasks(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	out := panels{Pool: len(pool), Items: []panel{}}
	for _, app := range apps {
		if p := (panel{subjectView(app), panelStages(app, tasks)}); slices.Contains(inReview, app.State) && (len(p.Stages) > 0 || !app.State.Ended()) {
			out.Items = append(out.Items, p)
		}
	}
	return answered(out, ""), nil
}

// batchTasks are all reviews of a batch.
func (s *Server) batchTasks(ctx context.Context, batchID string) ([]workflow.Task, error) {
	const size = 200
	var all []workflow.Task
	for page := 1; ; page++ {
		found, err := s.deps.Workflow.Tasks(ctx, actorOf(ctx), workflow.ReviewQuery{BatchID: batchID, Page: page, PageSize: size})
		if err != nil {
			return nil, err
		}
		if all = append(all, found.Items...); page*size >= found.Total {
			return all, nil
		}
	}
}

func panelStages(app workflow.Application, tasks []workflow.Task) []panelStage {
	stages := []panelStage{}
	for _, stage := range []review.Stage{review.Written, review.Defence} {
		st := panelStage{Stage: string(stage), StageLabel: stageLabels[stage], Experts: []panelMember{}}
		for _, t := range tasks {
			r := t.Review
			if r.ApplicationID != app.ID || r.Stage != stage {
				continue
			}
			st.Open = t.Open
			st.Experts = append(st.Experts, panelMember{r.ID, r.ExpertCode, string(r.State), r.State.Label(), instant(r.SubmittedAt)})
			if r.State != workflow.ReviewRecused {
				st.Effective++
			}
			if r.State == workflow.ReviewSubmitted {
				st.Submitted++
			}
		}
		if len(st.Experts) > 0 {
			stages = append(stages, st)
		}
	}
	return stages
}
