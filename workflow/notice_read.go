package workflow

import (
	"context"
	"slices"
	"time"

	"xianjie/internal/fault"
	"xianjie/policy"
)

// Visitor is somebody without an account.
func Visitor(address string) Actor {
	return Actor{AccountID: string(Public), Name: Public.Label(), Address: address, Grants: []Grant{{Role: Public, Region: policy.Root().Code}}}
}

// NoticeView is a notice as one person may see it.
type NoticeView struct {
	Notice
	Text string     // the body with list, dates and phone in their places
	Ends *time.Time // a draft's: when its period would end if it were opened now
	Acts []string   // what the actor may do with it: update, open, close; never nil
}

// Notices are the notices the actor may see, newest first; batchID "" for every batch.
func (s *Service) Notices(ctx context.Context, actor Actor, batchID string) ([]NoticeView, error) {
	if err := s.readsNotices(actor); err != nil {
		return nil, err
	}
	all, err := s.store.Notices(ctx, batchID)
	if err != nil {
		return nil, err
	}
	sight := NoticeSightOf(actor)
	all = slices.DeleteFunc(all, func(n Notice) bool { return !sight.Sees(n) })
	views := make([]NoticeView, len(all))
	for i, n := range all {
		if views[i], err = s.noticeView(ctx, actor, n); err != nil {
			return nil, err
		}
	}
	return views, nil
}

// Notice is one notice; NotFound for whoever may not know of it.
func (s *Service) Notice(ctx context.Context, actor Actor, id string) (NoticeView, error) {
	if err := s.readsNotices(actor); err != nil {
		return NoticeView{}, err
	}
	n, err := s.store.ReadNotice(ctx, id)
	if err != nil {
		return NoticeView{}, err
	}
	if !NoticeSightOf(actor).Sees(n) {
		return NoticeView{}, noNotice()
	}
	return s.noticeView(ctx, actor, n)
}

func (s *Service) readsNotices(actor Actor) error {
	if s.roleFor(actor, policy.Root().Code, "notice", "read") == "" {
		return fault.New(fault.Forbidden, "您的岗位无权查看公示")
	}
	return nil
}

func noNotice() error { return fault.New(fault.NotFound, "没有这次公示,请返回公示列表") }

// noticeView shows what a draft would say; what is published says what it says, and what has ended asks nothing more of anybody.
func (s *Service) noticeView(ctx context.Context, actor Actor, n Notice) (NoticeView, error) {
	if n.State == NoticeClosed {
		return NoticeView{Notice: n, Text: n.Body, Acts: []string{}}, nil
	}
	c, err := s.showing(ctx, Actor{}, Application{BatchID: n.BatchID})
	if err != nil {
		return NoticeView{}, err
	}
	c.Actor = actor
	return s.showNotice(n, c), nil
}

func (s *Service) showNotice(n Notice, c *Case) NoticeView {
	view := NoticeView{Notice: n, Text: n.Body, Acts: s.noticeActs(c.Actor, c.Batch, n, c.Now)}
	if n.State == NoticeDraft {
		view.Text, view.Ends = n.filledIn(c.Pack), instant(c.Pack.NoticeEnd(c.Now).UTC())
	}
	return view
}

// noticeActs are what the actor may do with a notice, as it and its batch stand at an instant.
func (s *Service) noticeActs(actor Actor, b Batch, n Notice, now time.Time) []string {
	acts := []string{}
	switch {
	case b.State != BatchReviewing:
	case n.State == NoticeDraft:
		acts = append(acts, "update", "open")
	case n.State == NoticeOpen && !now.Before(*n.ClosesAt):
		acts = append(acts, "close")
	}
	return slices.DeleteFunc(acts, func(act string) bool { return s.roleFor(actor, policy.Root().Code, "notice", act) == "" })
}

// ZoneOf is the zone a batch's days are counted in.
func (s *Service) ZoneOf(ctx context.Context, batchID string) (*time.Location, error) {
	c, err := s.showing(ctx, Actor{}, Application{BatchID: batchID})
	if err != nil {
		return nil, err
	}
	return c.Pack.Zone(), nil
}
