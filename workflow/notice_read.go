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
	Text string // the body with list, dates and phone in their places
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
		if views[i], err = s.noticeView(ctx, n); err != nil {
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
	return s.noticeView(ctx, n)
}

func (s *Service) readsNotices(actor Actor) error {
	if s.roleFor(actor, policy.Root().Code, "notice", "read") == "" {
		return fault.New(fault.Forbidden, "您的岗位无权查看公示")
	}
	return nil
}

func noNotice() error { return fault.New(fault.NotFound, "没有这次公示,请返回公示列表") }

// noticeView shows what a draft would say; what is published says what it says.
func (s *Service) noticeView(ctx context.Context, n Notice) (NoticeView, error) {
	if n.State != NoticeDraft {
		return NoticeView{n, n.Body}, nil
	}
	ref, err := s.store.ReadPack(ctx, n.BatchID, 0)
	if err != nil {
		return NoticeView{}, err
	}
	pack, err := s.pack(ref, func() ([]byte, error) { return ref.Body, nil })
	if err != nil {
		return NoticeView{}, err
	}
	return n.view(pack), nil
}

func (n Notice) view(pack *policy.Pack) NoticeView {
	if n.State == NoticeDraft {
		return NoticeView{n, n.filledIn(pack)}
	}
	return NoticeView{n, n.Body}
}

// ZoneOf is the zone a batch's days are counted in.
func (s *Service) ZoneOf(ctx context.Context, batchID string) (*time.Location, error) {
	c, err := s.showing(ctx, Actor{}, Application{BatchID: batchID})
	if err != nil {
		return nil, err
	}
	return c.Pack.Zone(), nil
}
