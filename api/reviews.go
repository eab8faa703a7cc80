package api

import (
	"context"
	"net/http"

	"xianjie/internal/review"
	"xianjie/workflow"
)

const objectReview = "review"

func (s *Server) reviewRoutes() {
	row := "/reviews/{reviewId}"
	register(s, operation{id: "listReviews", method: http.MethodGet, path: "/reviews", summary: "评审任务", tag: tagReview,
		object: objectReview, action: "read", says: "专家只见自己的任务。组织方在阶段结束前只见进度,不见分数。"}, s.listReviews)
	register(s, operation{id: "getReview", method: http.MethodGet, path: row, summary: "查看评审任务", tag: tagReview,
		object: objectReview, action: "read", says: "含评分表;专家声明无须回避之后才有申报书(document)。"}, s.getReview)
	register(s, operation{id: "putReview", method: http.MethodPut, path: row, summary: "保存评分(草稿)", tag: tagReview,
		object: objectReview, action: "save", intake: document, says: "可以有空项;分数的范围与步长当场检查。"}, s.putReview)
	register(s, operation{id: "listReviewEvents", method: http.MethodGet, path: row + "/events", summary: "评审任务的记录", tag: tagReview,
		object: objectReview, action: "read"}, s.listReviewEvents)
}

// OfReview names one review task in the path.
type OfReview struct {
	ReviewID string `path:"reviewId" maxLength:"64" doc:"评审任务的 id"`
}

type reviewsAsked struct {
	Paging
	Mine        bool     `query:"mine" doc:"只看自己的(专家总是如此)"`
	Batch       string   `query:"batch" maxLength:"64" doc:"批次的 id"`
	Application string   `query:"application" maxLength:"64" doc:"申报的 id"`
	Stage       string   `query:"stage" enum:"WRITTEN,DEFENCE"`
	State       []string `query:"state" enum:"ASSIGNED,OPEN,SUBMITTED,RECUSED" doc:"状态,逗号分隔"`
}

func (s *Server) listReviews(ctx context.Context, in *reviewsAsked) (*answer[list[ReviewTask]], error) {
	if err := s.wholeProvince(ctx, objectReview); err != nil {
		return nil, err
	}
	q := workflow.ReviewQuery{BatchID: in.Batch, ApplicationID: in.Application, Stage: review.Stage(in.Stage), Page: in.Page, PageSize: in.PageSize,
		States: each(in.State, func(state string) workflow.ReviewState { return workflow.ReviewState(state) })}
	if in.Mine {
		q.ExpertID = actorOf(ctx).AccountID
	}
	page, err := s.deps.Workflow.Tasks(ctx, actorOf(ctx), q)
	if err != nil {
		return nil, err
	}
	return answered(list[ReviewTask]{each(page.Items, taskView), page.Total, page.Page, page.PageSize}, ""), nil
}

type reviewAsked struct {
	OfReview
	Conditional
}

func (s *Server) getReview(ctx context.Context, in *reviewAsked) (*answer[reviewDetail], error) {
	task, err := s.task(ctx, in.ReviewID)
	if err != nil {
		return nil, err
	}
	tag := taskTag(task)
	if in.has(tag) {
		return unchanged[reviewDetail](tag), nil
	}
	return answered(reviewDetail{ReviewTask: taskView(task), Flagged: task.Flagged, Rubric: rubricView(task.Rubric), stored: task.Document}, tag), nil
}

// task is one review as the caller may see it; whose right does not reach the province's reviews finds none.
func (s *Server) task(ctx context.Context, id string) (workflow.Task, error) {
	if err := s.wholeProvince(ctx, objectReview); err != nil {
		return workflow.Task{}, err
	}
	return s.deps.Workflow.Task(ctx, actorOf(ctx), id)
}

// taskTag is the ETag of a task as one person sees it: its version and what others' acts change.
func taskTag(t workflow.Task) string {
	p := newStamp().text(string(t.Application.State))
	for _, fact := range []bool{t.Flagged, t.Open, t.Shown, t.Document != nil} {
		p = p.text(map[bool]string{true: "1", false: "0"}[fact])
	}
	tag := versionTag(t.Review.Version)
	return tag[:len(tag)-1] + "-" + p.String() + `"`
}

type reviewPut struct {
	OfReview
	Matching
	Body sheetText
}

func (s *Server) putReview(ctx context.Context, in *reviewPut) (*answer[ReviewRow], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	sheet, err := in.Body.sheet()
	if err != nil {
		return nil, err
	}
	return s.acted(ctx, workflow.OnReview{Review: in.ReviewID, Version: version, Sheet: sheet}, s.deps.Workflow.SaveSheet)
}

// acted runs one act on a review and answers with what its actor may see of it then.
func (s *Server) acted(ctx context.Context, in workflow.OnReview,
	do func(context.Context, workflow.Actor, workflow.OnReview) (workflow.Review, error)) (*answer[ReviewRow], error) {
	actor := actorOf(ctx)
	view := func(r workflow.Review) *answer[ReviewRow] {
		return answered(rowOfTask(workflow.AfterAct(actor, r)), versionTag(r.Version))
	}
	in.Receipt = receipt(ctx, view)
	r, err := do(ctx, actor, in)
	if err != nil {
		return nil, err
	}
	return view(r), nil
}

func (s *Server) listReviewEvents(ctx context.Context, in *struct{ OfReview }) (*answer[list[reviewEvent]], error) {
	if err := s.wholeProvince(ctx, objectReview); err != nil {
		return nil, err
	}
	task, events, err := s.deps.Workflow.TaskEvents(ctx, actorOf(ctx), in.ReviewID)
	if err != nil {
		return nil, err
	}
	return answered(whole(each(events, func(e workflow.ReviewEvent) reviewEvent { return eventView(e, task.Shown) })), ""), nil
}
