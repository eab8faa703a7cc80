package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/paper"
	"xianjie/internal/typeset"
	"xianjie/policy"
	"xianjie/workflow"
)

const (
	tagNotices   = "公示与立项"
	objectNotice = "notice"
)

func (s *Server) noticeRoutes() {
	list, one := "/batches/{batchId}/notices", "/notices/{noticeId}"
	register(s, operation{id: "listNotices", method: http.MethodGet, path: list, summary: "批次的公示", tag: tagNotices,
		object: objectNotice, action: "read", says: "拟稿只有省级可见。"}, s.listNotices)
	register(s, operation{id: "draftNotice", method: http.MethodPost, path: list, summary: "拟定公示", tag: tagNotices,
		object: objectNotice, action: "create", status: http.StatusCreated, says: "名单为全部待公示的申报,正文自动生成。"}, s.draftNotice)
	register(s, operation{id: "getNotice", method: http.MethodGet, path: one, summary: "查看公示", tag: tagNotices,
		object: objectNotice, action: "read"}, s.getNotice)
	register(s, operation{id: "putNotice", method: http.MethodPut, path: one, summary: "修改公示稿", tag: tagNotices,
		object: objectNotice, action: "update", intake: command, says: "名单随保存更新。正文中的【名单】【公示起止日期】【监督电话】在发布时填入。"}, s.putNotice)
	register(s, operation{id: "moveNotice", method: http.MethodPost, path: one + "/actions", summary: "发布、结束公示", tag: tagNotices,
		object: objectNotice, action: step, intake: command, says: "期满后也会自动结束。"}, s.moveNotice)
}

// OfNotice names one notice in the path.
type OfNotice struct {
	NoticeID string `path:"noticeId" maxLength:"64" doc:"公示的 id"`
}

// notice is one 公示 as officials see it.
type notice struct {
	ID         string        `json:"id"`
	BatchID    string        `json:"batchId"`
	No         int           `json:"no" doc:"本批第几号"`
	State      string        `json:"state" enum:"DRAFT,OPEN,CLOSED"`
	StateLabel string        `json:"stateLabel"`
	Title      string        `json:"title"`
	Body       string        `json:"body" doc:"正文;拟稿时含待填处"`
	Text       string        `json:"text" doc:"填好的正文"`
	Channel    string        `json:"channel" doc:"发布渠道"`
	Phone      string        `json:"phone" doc:"监督电话"`
	Entries    []noticeEntry `json:"entries" doc:"拟立项名单"`
	OpensAt    *time.Time    `json:"opensAt"`
	ClosesAt   *time.Time    `json:"closesAt" doc:"公示期满的时刻,不含"`
	ClosedAt   *time.Time    `json:"closedAt"`
	Ends       *time.Time    `json:"endsIfOpened" doc:"拟稿:现在发布的话,公示期满的时刻"`
	Issuers    []string      `json:"issuers" doc:"发布机关,红头与落款所用"`
	Version    int64         `json:"version" doc:"供 If-Match 使用"`
	UpdatedAt  time.Time     `json:"updatedAt"`
	Actions    []verb        `json:"actions" doc:"当前用户可办理的事项"`
}

// noticeEntry is one line of the list, with what only officials need.
type noticeEntry struct {
	ApplicationID string `json:"applicationId"`
	PublicEntry
}

func noticeView(v workflow.NoticeView) notice {
	return notice{v.ID, v.BatchID, v.No, string(v.State), v.State.Label(), typeset.Official(v.Title), typeset.Official(v.Body), typeset.Official(v.Text), v.Channel, v.Phone,
		each(v.Entries, func(e workflow.NoticeEntry) noticeEntry { return noticeEntry{e.ApplicationID, entryOf(e)} }),
		instant(v.OpensAt), instant(v.ClosesAt), instant(v.ClosedAt), instant(v.Ends), issuers(), v.Version, v.UpdatedAt.UTC(), each(v.Acts, noticeVerb)}
}

func noticeVerb(act string) verb { return verb{act, workflow.NoticeActLabel(act)} }

// issuers are the agencies in whose names a notice is published.
func issuers() []string { return paper.ProvinceBureaus(policy.Root().Name) }

func (s *Server) listNotices(ctx context.Context, in *struct {
	OfBatch
	Conditional
}) (*answer[list[notice]], error) {
	if _, err := s.visibleBatch(ctx, in.BatchID); err != nil {
		return nil, err
	}
	all, err := s.deps.Workflow.Notices(ctx, actorOf(ctx), in.BatchID)
	if err != nil {
		return nil, err
	}
	p := newStamp()
	for _, n := range all {
		p = p.text(n.ID).text(noticeTag(n))
	}
	if in.has(p.tag()) {
		return unchanged[list[notice]](p.tag()), nil
	}
	return answered(whole(each(all, noticeView)), p.tag()), nil
}

func (s *Server) getNotice(ctx context.Context, in *struct {
	OfNotice
	Conditional
}) (*answer[notice], error) {
	n, err := s.deps.Workflow.Notice(ctx, actorOf(ctx), in.NoticeID)
	if err != nil {
		return nil, err
	}
	tag := noticeTag(n)
	if in.has(tag) {
		return unchanged[notice](tag), nil
	}
	return answered(noticeView(n), tag), nil
}

// noticeTag begins with the version, for If-Match; what is shown of a draft also hangs on the pack in force and the day, what may be done on the reader and
// the clock.
func noticeTag(n workflow.NoticeView) string {
	version := versionTag(n.Version)
	p := newStamp().text(n.Text)
	if n.Ends != nil {
		p = p.number(n.Ends.Unix())
	}
	for _, act := range n.Acts {
		p = p.text(act)
	}
	return version[:len(version)-1] + "-" + p.String() + `"`
}

func noticeAnswer(status int) func(workflow.NoticeView) *answer[notice] {
	return func(v workflow.NoticeView) *answer[notice] {
		if status == http.StatusCreated {
			return created(noticeView(v), noticeTag(v), Base+"/notices/"+v.ID)
		}
		return answered(noticeView(v), noticeTag(v))
	}
}

func (s *Server) draftNotice(ctx context.Context, in *struct {
	OfBatch
	Keyed
}) (*answer[notice], error) {
	view := noticeAnswer(http.StatusCreated)
	n, err := s.deps.Workflow.DraftNotice(ctx, actorOf(ctx), workflow.DraftNotice{Batch: in.BatchID, Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(n), nil
}

type noticePut struct {
	OfNotice
	Matching
	Body struct {
		Title   string `json:"title" minLength:"1" maxLength:"200"`
		Body    string `json:"body" minLength:"1" maxLength:"10000" doc:"正文"`
		Channel string `json:"channel" minLength:"1" maxLength:"200" doc:"发布渠道"`
		Phone   string `json:"phone" minLength:"1" maxLength:"64" doc:"监督电话"`
	}
}

func (s *Server) putNotice(ctx context.Context, in *noticePut) (*answer[notice], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	n, err := s.deps.Workflow.UpdateNotice(ctx, actorOf(ctx), workflow.UpdateNotice{Notice: in.NoticeID, Version: version, Title: in.Body.Title,
		Body: in.Body.Body, Channel: in.Body.Channel, Phone: in.Body.Phone})
	if err != nil {
		return nil, err
	}
	return noticeAnswer(http.StatusOK)(n), nil
}

type noticeMoved struct {
	OfNotice
	Matching
	Keyed
	Body struct {
		Action string `json:"action" enum:"open,close" doc:"发布、结束"`
	}
}

func (s *Server) moveNotice(ctx context.Context, in *noticeMoved) (*answer[notice], error) {
	version, err := in.version()
	if err != nil {
		return nil, err
	}
	move := s.deps.Workflow.OpenNotice
	if in.Body.Action == "close" {
		move = s.deps.Workflow.CloseNotice
	}
	view := noticeAnswer(http.StatusOK)
	n, err := move(ctx, actorOf(ctx), workflow.MoveNotice{Notice: in.NoticeID, Version: version, Receipt: receipt(ctx, view)})
	if err != nil {
		return nil, err
	}
	return view(n), nil
}
