package api

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"time"

	"xianjie/internal/audit"
	"xianjie/policy"
	"xianjie/workflow"
)

const (
	tagAudit    = "审计"
	objectAudit = "audit"
)

func (s *Server) auditRoutes() {
	register(s, operation{id: "listAudit", method: http.MethodGet, path: "/audit", summary: "在全部审计流水中查找", tag: tagAudit,
		object: objectAudit, action: "read", says: "仅限省级。"}, s.listAudit)
	register(s, operation{id: "getAuditWords", method: http.MethodGet, path: "/audit/words", summary: "流水的种类与各种类中的事项", tag: tagAudit,
		object: objectAudit, action: "read"}, s.getAuditWords)
	register(s, operation{id: "getAuditStream", method: http.MethodGet, path: "/audit/streams/{kind}/{id}", summary: "一条审计流水", tag: tagAudit,
		object: objectAudit, action: "read", says: "流水如 application/{申报 id}、fund/{申报 id}、batch/{批次 id}、account/{账号 id}、notice/{公示 id};市级只看本市申报及其资金的流水。"}, s.getAuditStream)
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
	StreamTitle  string    `json:"streamTitle" doc:"流水记的是什么:申报的编号与名称、账号的名称等;已不存在的为空"`
	Seq          int64     `json:"seq"`
	At           time.Time `json:"at"`
	AccountID    string    `json:"accountId"`
	Actor        string    `json:"actor"`
	Role         string    `json:"role"`
	RoleLabel    string    `json:"roleLabel"`
	Region       string    `json:"region"`
	RegionName   string    `json:"regionName"`
	Action       string    `json:"action"`
	ActionLabel  string    `json:"actionLabel"`
	Object       string    `json:"object"`
	ObjectLabel  string    `json:"objectLabel" doc:"同 object,其中的代码写成中文"`
	From         string    `json:"from"`
	FromLabel    string    `json:"fromLabel"`
	To           string    `json:"to"`
	ToLabel      string    `json:"toLabel"`
	Reason       string    `json:"reason"`
	Detail       string    `json:"detail" doc:"JSON 文本,原样"`
	BeforeDigest string    `json:"beforeDigest"`
	AfterDigest  string    `json:"afterDigest"`
	Address      string    `json:"address"`
	PrevHash     string    `json:"prevHash"`
	Hash         string    `json:"hash"`
}

// entryViews are entries with the words that belong to their codes.
func (s *Server) entryViews(ctx context.Context, found []audit.Entry) ([]entry, error) {
	streams := each(found, func(e audit.Entry) string { return e.Stream })
	slices.Sort(streams)
	titles, err := s.deps.Store.StreamTitles(ctx, slices.Compact(streams))
	return each(found, func(e audit.Entry) entry {
		view := entryView(e)
		view.StreamTitle = titles[e.Stream]
		return view
	}), err
}

func entryView(e audit.Entry) entry {
	region, _ := policy.RegionByCode(e.Region)
	return entry{Stream: e.Stream, Seq: e.Seq, At: e.At.UTC(), AccountID: e.AccountID, Actor: e.Actor, Role: e.Role, RoleLabel: workflow.Role(e.Role).Label(),
		Region: e.Region, RegionName: region.Name, Action: e.Action, ActionLabel: workflow.AuditActionLabel(e.Stream, e.Action), Object: e.Object, ObjectLabel: workflow.AuditObjectLabel(&e),
		From: e.From, FromLabel: workflow.AuditStateLabel(e.Stream, e.From), To: e.To, ToLabel: workflow.AuditStateLabel(e.Stream, e.To), Reason: e.Reason,
		Detail: string(e.Detail), BeforeDigest: e.BeforeDigest, AfterDigest: e.AfterDigest, Address: e.Address, PrevHash: e.PrevHash, Hash: e.Hash}
}

// entries are a Stretch of a stream; next asks for what follows.
type entries struct {
	Items []entry `json:"items"`
	Next  *int64  `json:"next" doc:"下一段的 after;null 表示到此为止"`
}

// Stretch says where in a stream to begin and how far to read.
type Stretch struct {
	After int64 `query:"after" minimum:"0" default:"0" doc:"从这个序号之后开始"`
	Limit int   `query:"limit" minimum:"1" maximum:"200" default:"100" doc:"至多多少条"`
}

// StreamNamed names one stream in the path.
type StreamNamed struct {
	Kind string `path:"kind" enum:"application,fund,batch,account,notice,review,expert,audit" doc:"流水的种类"`
	ID   string `path:"id" maxLength:"64" doc:"申报、批次、账号、公示、评分的 id;核验记录为 all"`
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
	if n.Kind != objectApplication && n.Kind != objectFund { // both are named by the application
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
	views, err := s.entryViews(ctx, found)
	if err != nil {
		return nil, err
	}
	out := entries{Items: views}
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
