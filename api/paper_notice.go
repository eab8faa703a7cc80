package api

import (
	"context"
	"fmt"

	"xianjie/internal/paper"
	"xianjie/policy"
	"xianjie/workflow"
)

func (s *Server) noticePaperRoutes() {
	registerPaper(s, operation{id: "getNoticePaper", path: "/notices/{noticeId}/paper", summary: "公示文件", object: objectNotice, action: "read",
		says: "拟稿只有省级可见,印“草拟件”。"}, func(ctx context.Context, in *struct{ OfNotice }) (written, error) {
		return s.writeNotice(ctx, actorOf(ctx), in.NoticeID)
	})
	registerPaper(s, operation{id: "getPublicNoticePaper", path: "/public/notices/{noticeId}/paper", summary: "公示文件,无须登录", object: objectNotice, action: "read",
		public: true}, func(ctx context.Context, in *struct{ OfNotice }) (written, error) {
		return s.writeNotice(ctx, visitor(ctx), in.NoticeID)
	})
}

func (s *Server) writeNotice(ctx context.Context, reader workflow.Actor, id string) (written, error) {
	n, err := s.deps.Workflow.Notice(ctx, reader, id)
	if err != nil {
		return written{}, err
	}
	zone, err := s.deps.Workflow.ZoneOf(ctx, n.BatchID)
	if err != nil {
		return written{}, err
	}
	return written{name: fmt.Sprintf("公示第%d号", n.No), paper: paper.NoticePaper(paper.Notice{Province: policy.Root().Name, No: n.No, Title: n.Title, Text: n.Text, Channel: n.Channel,
		Draft: n.State == workflow.NoticeDraft, OpensAt: n.OpensAt, Zone: zone, Entries: each(n.Entries, func(e workflow.NoticeEntry) paper.NoticeEntry {
			return paper.NoticeEntry{No: e.No, City: e.City, County: e.County, Title: e.Title, Villages: e.Villages, Rank: e.Rank, Amount: e.Amount, Left: e.Left}
		})})}, nil
}
