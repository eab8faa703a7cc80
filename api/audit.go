package api

import (
	"context"
	"net/http"
	"strings"
	"time"

	"xianjie/internal/audit"
	"xianjie/policy"
)

const (
	tagAudit    = "审计"
	objectAudit = "audit"
)

func (s *Server) auditRoutes() {
	register(s, operation{id: "listAudit", method: http.MethodGet, path: "/audit", summary: "全部审计流水,按时间", tag: tagAudit,
		object: objectAudit, action: "read", says: "仅限省级。"}, s.listAudit)
	register(s, operation{id: "getAuditStream", method: http.MethodGet, path: "/audit/streams/{kind}/{id}", summary: "一条审计流水", tag: tagAudit,
		object: objectAudit, action: "read", says: "流水如 application/{申报 id}、batch/{批次 id}、account/{账号 id}、notice/{公示 id}。"}, s.getAuditStream)
	register(s, operation{id: "exportAuditStream", method: http.MethodGet, path: "/audit/streams/{kind}/{id}/export", summary: "导出一条审计流水,供 xianjie verify 离线核验", tag: tagAudit,
		object: objectAudit, action: "verify", answers: exportAnswer()}, s.exportAuditStream)
	register(s, operation{id: "exportAudit", method: http.MethodGet, path: "/audit/export", summary: "导出全部审计流水", tag: tagAudit,
		object: objectAudit, action: "verify", answers: exportAnswer(), says: "仅限省级。"}, s.exportAudit)
	register(s, operation{id: "getCheckpoint", method: http.MethodGet, path: "/audit/checkpoints", summary: "现在的检查点:全部链头的根", tag: tagAudit,
		object: objectAudit, action: "verify", says: "仅限省级。请将 digest 保存在系统之外。"}, s.getCheckpoint)
}

// entry is one line of an audit stream.
type entry struct {
	Stream       string    `json:"stream"`
	Seq          int64     `json:"seq"`
	At           time.Time `json:"at"`
	AccountID    string    `json:"accountId"`
	Actor        string    `json:"actor"`
	Role         string    `json:"role"`
	Region       string    `json:"region"`
	Action       string    `json:"action"`
	Object       string    `json:"object"`
	From         string    `json:"from"`
	To           string    `json:"to"`
	Reason       string    `json:"reason"`
	Detail       string    `json:"detail" doc:"JSON 文本,原样"`
	BeforeDigest string    `json:"beforeDigest"`
	AfterDigest  string    `json:"afterDigest"`
	Address      string    `json:"address"`
	PrevHash     string    `json:"prevHash"`
	Hash         string    `json:"hash"`
}

func entryView(e audit.Entry) entry {
	return entry{e.Stream, e.Seq, e.At.UTC(), e.AccountID, e.Actor, e.Role, e.Region, e.Action, e.Object, e.From, e.To, e.Reason,
		string(e.Detail), e.BeforeDigest, e.AfterDigest, e.Address, e.PrevHash, e.Hash}
}

// entries are a Stretch of a stream; next asks for what follows.
type entries struct {
	Items []entry `json:"items"`
	Next  *int64  `json:"next" doc:"下一段的 after;null 表示到此为止"`
}

// Stretch says where in a stream to begin and how far to read.
type Stretch struct {
	After int64 `query:"after" minimum:"0" default:"0" doc:"从这之后开始:单条流水为序号,全部流水为已读条数"`
	Limit int   `query:"limit" minimum:"1" maximum:"200" default:"100" doc:"至多多少条"`
}

// StreamNamed names one stream in the path.
type StreamNamed struct {
	Kind string `path:"kind" enum:"application,batch,account,notice" doc:"流水的种类"`
	ID   string `path:"id" maxLength:"64" doc:"申报、批次、账号或公示的 id"`
}

func (n StreamNamed) name() string { return n.Kind + "/" + n.ID }

// readsAll lets those pass whose right covers the whole province.
func (s *Server) readsAll(ctx context.Context, action string) error {
	if s.may(ctx, policy.Root().Code, objectAudit, action) {
		return nil
	}
	return notSeen()
}

// readsStream lets those pass who may read this stream: the province's all of them, a city's those of its applications.
func (s *Server) readsStream(ctx context.Context, n StreamNamed, action string) error {
	if s.may(ctx, policy.Root().Code, objectAudit, action) {
		return nil
	}
	if n.Kind != objectApplication {
		return notSeen()
	}
	app, err := s.deps.Workflow.Peek(ctx, actorOf(ctx), n.ID)
	if err != nil {
		return err
	}
	if !s.may(ctx, app.CountyCode, objectAudit, action) {
		return notSeen()
	}
	return nil
}

func (s *Server) listAudit(ctx context.Context, in *Stretch) (*answer[entries], error) {
	if err := s.readsAll(ctx, "read"); err != nil {
		return nil, err
	}
	found, err := s.deps.Store.Audit(ctx, "", in.After, in.Limit)
	if err != nil {
		return nil, err
	}
	out := entries{Items: each(found, entryView)}
	if len(found) == in.Limit {
		next := in.After + int64(len(found))
		out.Next = &next
	}
	return answered(out, ""), nil
}

func (s *Server) getAuditStream(ctx context.Context, in *struct {
	StreamNamed
	Stretch
}) (*answer[entries], error) {
	if err := s.readsStream(ctx, in.StreamNamed, "read"); err != nil {
		return nil, err
	}
	found, err := s.deps.Store.Audit(ctx, in.name(), in.After, in.Limit)
	if err != nil {
		return nil, err
	}
	if len(found) == 0 && in.After == 0 {
		return nil, notSeen()
	}
	out := entries{Items: each(found, entryView)}
	if len(found) == in.Limit {
		out.Next = &found[len(found)-1].Seq
	}
	return answered(out, ""), nil
}

// checkpoint binds the heads of all streams.
type checkpoint struct {
	At      time.Time `json:"at"`
	Root    string    `json:"root" doc:"全部链头的默克尔根"`
	Digest  string    `json:"digest" doc:"对外公布的摘要"`
	Streams int       `json:"streams" doc:"流水条数"`
	Entries int64     `json:"entries" doc:"记录条数"`
}

func (s *Server) getCheckpoint(ctx context.Context, _ *struct{}) (*answer[checkpoint], error) {
	if err := s.readsAll(ctx, "verify"); err != nil {
		return nil, err
	}
	heads, err := s.deps.Store.AuditHeads(ctx)
	if err != nil {
		return nil, err
	}
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return nil, err
	}
	c, err := audit.NewCheckpoint(audit.Checkpoint{}, now, heads)
	if err != nil {
		return nil, err
	}
	out := checkpoint{At: c.At, Root: c.Root, Digest: c.Digest(), Streams: len(heads)}
	for _, h := range heads {
		out.Entries += h.Seq
	}
	return answered(out, ""), nil
}

// exportName is the file name of an export.
func exportName(scope string) string {
	return "xianjie-audit-" + strings.NewReplacer("/", "-", "*", "all").Replace(scope) + ".jsonl"
}
