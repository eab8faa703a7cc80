package api

import (
	"context"
	"net/http"
	"slices"
	"time"

	"xianjie/policy"
	"xianjie/workflow"
)

const (
	tagBatches  = "批次"
	objectBatch = "batch"
)

func (s *Server) batchRoutes() {
	register(s, operation{id: "listBatches", method: http.MethodGet, path: "/batches", summary: "批次列表", tag: tagBatches,
		object: objectBatch, action: "read"}, s.listBatches)
	register(s, operation{id: "createBatch", method: http.MethodPost, path: "/batches", summary: "由政策包建立批次", tag: tagBatches,
		object: objectBatch, action: "create", status: http.StatusCreated, intake: document}, s.createBatch)
	register(s, operation{id: "getBatch", method: http.MethodGet, path: "/batches/{batchId}", summary: "查看批次", tag: tagBatches,
		object: objectBatch, action: "read"}, s.getBatch)
	register(s, operation{id: "moveBatch", method: http.MethodPost, path: "/batches/{batchId}/actions", summary: "发布、开始申报、结束申报、结束评审", tag: tagBatches,
		object: objectBatch, action: step, intake: command}, s.moveBatch)
}

// OfBatch names one batch in the path.
type OfBatch struct {
	BatchID string `path:"batchId" maxLength:"64" doc:"批次的 id"`
}

// batch is one yearly round.
type batch struct {
	ID          string    `json:"id"`
	Code        string    `json:"code"`
	Title       string    `json:"title"`
	Year        int       `json:"year"`
	BasisDocNo  string    `json:"basisDocNo" doc:"依据文号"`
	State       string    `json:"state"`
	StateLabel  string    `json:"stateLabel"`
	Version     int64     `json:"version" doc:"供 If-Match 使用"`
	PackVersion int       `json:"packVersion" doc:"最新政策包版本"`
	ReviewPack  int       `json:"reviewPack" doc:"评审所依据的政策包版本,首次发布抽取时固定;0 表示尚未固定"`
	CreatedAt   time.Time `json:"createdAt"`
	UpdatedAt   time.Time `json:"updatedAt"`
	Actions     []verb    `json:"actions" doc:"当前用户可办理的事项;页面只显示这些按钮"`
}

func (s *Server) batchView(ctx context.Context) func(workflow.Batch) batch {
	return func(b workflow.Batch) batch {
		return batch{b.ID, b.Code, b.Title, b.Year, b.BasisDocNo, string(b.State), b.State.Label(), b.Version, b.PackVersion, b.ReviewPack,
			b.CreatedAt.UTC(), b.UpdatedAt.UTC(), each(s.batchMoves(ctx, b), func(move string) verb { return verb{move, workflow.BatchMoveLabel(move)} })}
	}
}

// batchMoves are the acts on a batch its state and the caller's posts allow.
func (s *Server) batchMoves(ctx context.Context, b workflow.Batch) []string {
	return slices.DeleteFunc(b.Moves(), func(move string) bool { return !s.may(ctx, policy.Root().Code, objectBatch, move) })
}

// batchTag is the ETag of a batch as one person sees it: its version and what he may do.
func (s *Server) batchTag(ctx context.Context, b workflow.Batch) string {
	p := newStamp()
	for _, move := range s.batchMoves(ctx, b) {
		p = p.text(move)
	}
	tag := versionTag(b.Version)
	return tag[:len(tag)-1] + "-" + p.String() + `"`
}

// visible reports whether the caller may know of a batch: one still being configured only its makers.
func (s *Server) visible(ctx context.Context, b workflow.Batch) bool {
	root := policy.Root().Code
	return s.may(ctx, root, objectBatch, "read") && (b.State != workflow.BatchConfig || s.may(ctx, root, objectBatch, "update"))
}

func (s *Server) visibleBatch(ctx context.Context, id string) (workflow.Batch, error) {
	b, err := s.deps.Store.ReadBatch(ctx, id)
	if err != nil {
		return workflow.Batch{}, err
	}
	if !s.visible(ctx, b) {
		return workflow.Batch{}, notSeen()
	}
	return b, nil
}

func (s *Server) listBatches(ctx context.Context, in *Conditional) (*answer[list[batch]], error) {
	all, err := s.deps.Store.Batches(ctx)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(b workflow.Batch) bool { return !s.visible(ctx, b) })
	p := newStamp()
	for _, b := range all {
		p = p.text(s.batchTag(ctx, b)).text(b.ID)
	}
	if in.has(p.tag()) {
		return unchanged[list[batch]](p.tag()), nil
	}
	return answered(whole(each(all, s.batchView(ctx))), p.tag()), nil
}

func (s *Server) getBatch(ctx context.Context, in *struct {
	OfBatch
	Conditional
}) (*answer[batch], error) {
	b, err := s.visibleBatch(ctx, in.BatchID)
	if err != nil {
		return nil, err
	}
	tag := s.batchTag(ctx, b)
	if in.has(tag) {
		return unchanged[batch](tag), nil
	}
	return answered(s.batchView(ctx)(b), tag), nil
}

func (s *Server) createBatch(ctx context.Context, in *struct {
	Keyed
	Body packBody
}) (*answer[batch], error) {
	view := func(b workflow.Batch) *answer[batch] {
		return created(s.batchView(ctx)(b), versionTag(b.Version), Base+"/batches/"+b.ID)
	}
	b, err := s.deps.Workflow.CreateBatch(ctx, actorOf(ctx), workflow.NewBatch{Pack: in.Body.text, Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(b), nil
}

type batchMoved struct {
	OfBatch
	Matching
	Keyed
	Body struct {
		Action string `json:"action" enum:"publish,open,close_collection,conclude" doc:"发布、开始申报、结束申报、结束评审"`
	}
}

func (s *Server) moveBatch(ctx context.Context, in *batchMoved) (*answer[batch], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	b, err := s.deps.Workflow.MoveBatch(ctx, actorOf(ctx), workflow.BatchMove{Batch: in.BatchID, Version: version, Action: in.Body.Action,
		Receipt: receipt(ctx, s.movedView(ctx))})
	if err != nil {
		return nil, err
	}
	return s.movedView(ctx)(b), nil
}

func (s *Server) movedView(ctx context.Context) func(workflow.Batch) *answer[batch] {
	return func(b workflow.Batch) *answer[batch] { return answered(s.batchView(ctx)(b), versionTag(b.Version)) }
}
