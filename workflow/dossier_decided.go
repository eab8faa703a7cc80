package workflow

import (
	"context"
	"slices"

	"xianjie/internal/dossier"
	"xianjie/policy"
)

// noticePart adds the notices that name the application and the objections that concern it, as far as NoticeSight shows them.
func (s *Service) noticePart(ctx context.Context, b *bundle) error {
	all, err := s.Notices(ctx, b.actor, b.app.BatchID)
	if err != nil {
		return err
	}
	notices, objections := []dossier.Notice{}, []dossier.Objection{}
	handles := NoticeSightOf(b.actor).Objections && s.roleFor(b.actor, policy.Root().Code, "objection", "read") != ""
	for _, n := range all {
		if !slices.ContainsFunc(n.Entries, func(e NoticeEntry) bool { return e.ApplicationID == b.app.ID }) {
			continue
		}
		notices = append(notices, dossierNotice(n))
		if !handles {
			continue
		}
		filed, err := s.Objections(ctx, b.actor, n.ID)
		if err != nil {
			return err
		}
		for _, o := range filed {
			if o.ApplicationID == "" || o.ApplicationID == b.app.ID {
				objections = append(objections, dossier.Objection{NoticeNo: n.No, WholeNotice: o.ApplicationID == "", Text: o.Text, Verdict: o.Verdict(),
					Answer: o.Answer, HandledBy: o.HandledName, FiledAt: o.FiledAt.UTC(), HandledAt: inUTC(o.HandledAt)})
			}
		}
	}
	if !handles {
		b.Omit("异议", "异议只供省级和审计岗位")
	} else {
		b.Omit("异议人的联系方式和回执号", "卷宗会流转，提出异议的人不随之公开；请在系统中查看")
	}
	if err := b.JSON(dossier.NoticesFile, notices); err != nil || !handles {
		return err
	}
	return b.JSON(dossier.ObjectionsFile, objections)
}

func dossierNotice(n NoticeView) dossier.Notice {
	return dossier.Notice{No: n.No, State: string(n.State), Label: n.State.Label(), Title: n.Title, Text: n.Text, OpensAt: inUTC(n.OpensAt),
		ClosesAt: inUTC(n.ClosesAt), ClosedAt: inUTC(n.ClosedAt), Entries: mapped(n.Entries, func(e NoticeEntry) dossier.NoticeEntry {
			return dossier.NoticeEntry{No: e.No, County: e.County, Title: e.Title, Rank: e.Rank, Amount: e.Amount, Left: e.Left}
		})}
}

// awardPart adds the 立项, which whoever sees the application and may read awards sees.
func (s *Service) awardPart(ctx context.Context, b *bundle) error {
	if s.roleFor(b.actor, b.app.CountyCode, "award", "read") == "" {
		b.Omit("立项", "您的岗位无权查看")
		return nil
	}
	awards, err := s.store.Awards(ctx, b.app.BatchID)
	if err != nil {
		return err
	}
	for _, a := range awards {
		if a.ApplicationID == b.app.ID {
			return b.JSON(dossier.AwardFile, dossier.Award{DocNo: a.DocNo, Amount: a.Amount, AwardedAt: a.AwardedAt.UTC()})
		}
	}
	return nil
}
