package api

import (
	"context"
	"net/http"
	"time"

	"xianjie/internal/typeset"
	"xianjie/workflow"
)

const tagPublic = "公众"

func (s *Server) publicNoticeRoutes() {
	path := "/public/notices"
	register(s, operation{id: "listPublicNotices", method: http.MethodGet, path: path, summary: "公示列表,无须登录", tag: tagPublic,
		object: objectNotice, action: "read", public: true}, s.listPublicNotices)
	register(s, operation{id: "getPublicNotice", method: http.MethodGet, path: path + "/{noticeId}", summary: "查看公示,无须登录", tag: tagPublic,
		object: objectNotice, action: "read", public: true}, s.getPublicNotice)
}

// visitor is who asks a public route: nobody in particular, signed in or not.
func visitor(ctx context.Context) workflow.Actor { return workflow.Visitor(visitOf(ctx).address) }

// publicNotice is one 公示 as everybody sees it.
type publicNotice struct {
	ID         string        `json:"id"`
	No         int           `json:"no" doc:"本批第几号"`
	State      string        `json:"state" enum:"OPEN,CLOSED"`
	StateLabel string        `json:"stateLabel"`
	Title      string        `json:"title"`
	Text       string        `json:"text" doc:"正文"`
	Channel    string        `json:"channel" doc:"发布渠道"`
	Phone      string        `json:"phone" doc:"监督电话"`
	Entries    []PublicEntry `json:"entries" doc:"拟立项名单"`
	OpensAt    *time.Time    `json:"opensAt"`
	ClosesAt   *time.Time    `json:"closesAt" doc:"公示期满的时刻,不含"`
	Issuers    []string      `json:"issuers" doc:"发布机关,红头与落款所用"`
	Accepting  bool          `json:"accepting" doc:"现在是否受理异议"`
}

// PublicEntry is one line of the list.
type PublicEntry struct {
	No       string `json:"no" doc:"申报编号"`
	City     string `json:"city"`
	County   string `json:"county"`
	Title    string `json:"title" doc:"推进区名称"`
	Villages int    `json:"villages" doc:"行政村数"`
	Rank     int    `json:"rank" doc:"名次"`
	Amount   wan    `json:"amount" doc:"拟奖补额,万元"`
	Left     bool   `json:"left" doc:"发布后已从名单撤下"`
}

func entryOf(e workflow.NoticeEntry) PublicEntry {
	return PublicEntry{e.No, e.City, e.County, e.Title, e.Villages, e.Rank, wan{e.Amount}, e.Left}
}

func publicView(now time.Time) func(v workflow.NoticeView) publicNotice {
	return func(v workflow.NoticeView) publicNotice {
		return publicNotice{v.ID, v.No, string(v.State), v.State.Label(), typeset.Official(v.Title), typeset.Official(v.Text), v.Channel, v.Phone, each(v.Entries, entryOf),
			instant(v.OpensAt), instant(v.ClosesAt), issuers(), v.ClosesAt != nil && now.Before(*v.ClosesAt)}
	}
}

// publicTag changes with the notice and when its period ends.
func publicTag(now time.Time, all ...workflow.NoticeView) string {
	p := newStamp()
	for _, n := range all {
		p = p.text(n.ID).number(n.Version)
		if now.Before(*n.ClosesAt) {
			p = p.number(1)
		}
	}
	return p.tag()
}

func (s *Server) listPublicNotices(ctx context.Context, in *Conditional) (*answer[list[publicNotice]], error) {
	all, err := s.deps.Workflow.Notices(ctx, visitor(ctx), "")
	if err != nil {
		return nil, err
	}
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return nil, err
	}
	tag := publicTag(now, all...)
	if in.has(tag) {
		return unchanged[list[publicNotice]](tag), nil
	}
	return answered(whole(each(all, publicView(now))), tag), nil
}

func (s *Server) getPublicNotice(ctx context.Context, in *struct {
	OfNotice
	Conditional
}) (*answer[publicNotice], error) {
	n, err := s.deps.Workflow.Notice(ctx, visitor(ctx), in.NoticeID)
	if err != nil {
		return nil, err
	}
	now, err := s.deps.Store.Clock(ctx)
	if err != nil {
		return nil, err
	}
	tag := publicTag(now, n)
	if in.has(tag) {
		return unchanged[publicNotice](tag), nil
	}
	return answered(publicView(now)(n), tag), nil
}
