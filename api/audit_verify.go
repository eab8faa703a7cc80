package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/workflow"
)

// shownFaults bounds how many findings one answer names.
const shownFaults = 200

func (s *Server) verificationRoutes() {
	register(s, operation{id: "verifyAudit", method: http.MethodPost, path: "/audit/verifications", summary: "现在核验全部审计流水", tag: tagAudit,
		object: objectAudit, action: "verify", status: http.StatusCreated, says: "仅限省级。逐条重算指纹、核对前后相接和链头,核验本身记入流水 audit/all。"}, s.verifyAudit)
	register(s, operation{id: "getLastVerification", method: http.MethodGet, path: "/audit/verifications/last", summary: "最近一次核验", tag: tagAudit,
		object: objectAudit, action: "verify", says: "仅限省级。"}, s.getLastVerification)
	register(s, operation{id: "verifyAuditStream", method: http.MethodGet, path: "/audit/streams/{kind}/{id}/verification", summary: "现在核验一条审计流水", tag: tagAudit,
		object: objectAudit, action: "verify"}, s.verifyAuditStream)
}

// verification is the outcome of verifying all streams.
type verification struct {
	At        time.Time `json:"at"`
	Name      string    `json:"name" doc:"核验人的单位与岗位"`
	Streams   int       `json:"streams" doc:"流水条数"`
	Entries   int64     `json:"entries" doc:"核验到的记录条数"`
	Root      string    `json:"root" doc:"全部链头的默克尔根"`
	Digest    string    `json:"digest" doc:"检查点摘要,请保存在系统之外"`
	Faults    int       `json:"faults" doc:"发现几处问题;0 为完好"`
	FaultList []chink   `json:"faultList" doc:"问题所在,至多 200 处;查询最近一次核验时为空"`
}

// chink is one place where a stream is not what was written.
type chink struct {
	Stream  string     `json:"stream"`
	Title   string     `json:"streamTitle" doc:"流水记的是什么"`
	Seq     int64      `json:"seq" doc:"第几条"`
	Last    int64      `json:"last" doc:"连续缺失时的末条,其余同 seq"`
	Kind    audit.Kind `json:"kind" enum:"changed,missing,cut,swapped,moved,duplicated,inserted,rewritten,forged"`
	Message string     `json:"message" doc:"在哪里、是什么问题"`
}

func (s *Server) chinks(ctx context.Context, faults []audit.Fault) ([]chink, error) {
	faults = faults[:min(len(faults), shownFaults)]
	titles, err := s.deps.Store.StreamTitles(ctx, each(faults, func(f audit.Fault) string { return f.Stream }))
	return each(faults, func(f audit.Fault) chink { return chink{f.Stream, titles[f.Stream], f.Seq, f.Last, f.Kind, f.Message} }), err
}

func verificationView(v workflow.Verification, places []chink) verification {
	return verification{At: v.At.UTC(), Name: v.Name, Streams: v.Summary.Streams, Entries: v.Summary.Entries, Root: v.Summary.Root, Digest: v.Digest,
		Faults: v.Summary.Faults, FaultList: places}
}

func (s *Server) verifyAudit(ctx context.Context, _ *struct{}) (*answer[verification], error) {
	if err := s.readsAll(ctx, "verify"); err != nil {
		return nil, err
	}
	// It reads every stream from its start: one at a time is enough for a server.
	if !s.verifying.TryLock() {
		return nil, &fault.Error{Code: fault.Unavailable, Message: "正在为另一人核验,请稍候再试", RetryAfter: patience}
	}
	defer s.verifying.Unlock()
	v, err := s.deps.Workflow.VerifyAudit(ctx, actorOf(ctx))
	if err != nil {
		return nil, err
	}
	places, err := s.chinks(ctx, v.Faults)
	if err != nil {
		return nil, err
	}
	return created(verificationView(v, places), "", Base+"/audit/streams/"+workflow.VerificationStream), nil
}

// lastVerification is nothing or one verification.
type lastVerification struct {
	Last *verification `json:"last" doc:"还没有核验过为 null"`
}

func (s *Server) getLastVerification(ctx context.Context, _ *struct{}) (*answer[lastVerification], error) {
	if err := s.readsAll(ctx, "verify"); err != nil {
		return nil, err
	}
	v, ok, err := s.deps.Workflow.LastVerification(ctx)
	if err != nil || !ok {
		return answered(lastVerification{}, ""), err
	}
	view := verificationView(v, []chink{})
	return answered(lastVerification{&view}, ""), nil
}

// streamVerification is the outcome of verifying one stream.
type streamVerification struct {
	Stream string    `json:"stream"`
	At     time.Time `json:"at"`
	Seq    int64     `json:"seq" doc:"链头:最后一条的序号"`
	Hash   string    `json:"hash" doc:"链头:最后一条的指纹"`
	Sound  int64     `json:"sound" doc:"从第 1 条起完好到第几条"`
	Faults int       `json:"faults"`
	Places []chink   `json:"places" doc:"问题所在,至多 200 处"`
}

func (s *Server) verifyAuditStream(ctx context.Context, in *StreamNamed) (*answer[streamVerification], error) {
	if err := s.readsStream(ctx, *in, "verify"); err != nil {
		return nil, err
	}
	head, faults, err := s.deps.Workflow.VerifyStream(ctx, in.name())
	if err != nil {
		return nil, err
	}
	if head.Stream == "" {
		return nil, notSeen()
	}
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return nil, err
	}
	places, err := s.chinks(ctx, faults)
	if err != nil {
		return nil, err
	}
	out := streamVerification{Stream: head.Stream, At: now.UTC(), Seq: head.Seq, Hash: head.Hash, Sound: head.Seq, Faults: len(faults), Places: places}
	if len(faults) > 0 {
		out.Sound = max(faults[0].Seq-1, 0)
	}
	return answered(out, ""), nil
}
