package workflow

import (
	"context"
	"slices"

	"xianjie/internal/dossier"
	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/policy"
)

// reviewPart adds the experts' sheets, each as veiled shows it; they are the province's.
func (s *Service) reviewPart(ctx context.Context, b *bundle) error {
	if s.roleFor(b.actor, policy.Root().Code, "review", "read") == "" {
		b.Omit("专家评分表", "评分表只供省级组织评审和审计的岗位")
		return nil
	}
	sheets, hidden := []dossier.Sheet{}, false
	for page := 1; ; page++ {
		tasks, err := s.Tasks(ctx, b.actor, ReviewQuery{ApplicationID: b.app.ID, Page: page, PageSize: 200})
		if err != nil {
			return err
		}
		for _, t := range tasks.Items {
			hidden = hidden || !t.Shown
			sheets = append(sheets, dossierSheet(t))
		}
		if len(sheets) >= tasks.Total || len(tasks.Items) == 0 {
			break
		}
	}
	if hidden {
		b.Omit("专家打分", "所在阶段还在评审，结束之前只有专家本人可见")
	}
	return b.JSON(dossier.SheetsFile, sheets)
}

func dossierSheet(t Task) dossier.Sheet {
	r := t.Review
	out := dossier.Sheet{Stage: string(r.Stage), ExpertCode: r.ExpertCode, SnapshotNo: r.SnapshotNo, State: string(r.State), StateLabel: r.State.Label(),
		Shown: t.Shown, RecuseReason: r.RecuseReason, SubmittedAt: inUTC(r.SubmittedAt)}
	if t.Shown {
		out.Sheet, out.Total, out.Explanation = &r.Sheet, &r.Total, r.Explanation
	}
	return out
}

// rankingPart adds the results of the application and the file anyone can recompute, once Ranking shows it to the actor.
func (s *Service) rankingPart(ctx context.Context, b *bundle) error {
	view, err := s.Ranking(ctx, b.actor, b.app.BatchID)
	if code := fault.CodeOf(err); code == fault.NotFound || code == fault.Forbidden {
		b.Omit("成绩与排名", "本批评审结果还没有锁定，或还没有公布")
		return nil
	}
	if err != nil {
		return err
	}
	i := slices.IndexFunc(view.Ranking.Places, func(p review.Place) bool { return p.Application == b.app.ID })
	if i < 0 {
		b.Omit("成绩与排名", "这份申报不在本批排名之内")
		return nil
	}
	standing := dossier.Standing{RankingNo: view.Ranking.No, RankingDigest: view.Ranking.Digest, LockedAt: view.Ranking.LockedAt.UTC(),
		Published: view.Published, Rank: view.Ranking.Places[i].Rank, Results: []dossier.Result{}}
	for _, r := range view.Results {
		if r.ApplicationID == b.app.ID {
			standing.Results = append(standing.Results, dossierResult(r))
		}
	}
	if err := b.JSON(dossier.StandingFile, standing); err != nil {
		return err
	}
	b.Text(dossier.RankingFile, mediaJSON, view.File().Canonical())
	return nil
}

func dossierResult(r Result) dossier.Result {
	out := dossier.Result{Kind: string(r.Kind), At: r.At.UTC()}
	switch {
	case r.Stage != nil:
		out.Points, out.Working = r.Stage.Mean, r.Stage.Working
	case r.Composite != nil:
		out.Points, out.Working = r.Composite.Points, r.Composite.Working
	}
	return out
}

// defencePart adds the application's place in the 视频答辩, as deep as Sight.Defence says.
func (s *Service) defencePart(ctx context.Context, b *bundle) error {
	slots, err := s.store.ReadDefences(ctx, b.app.BatchID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(slots, func(d DefenceSlot) bool { return d.ApplicationID == b.app.ID })
	if i < 0 || s.roleFor(b.actor, b.app.CountyCode, "defence", "read") == "" {
		b.Omit("视频答辩", "没有安排答辩，或您的岗位无权查看")
		return nil
	}
	view := b.sight.defence(b.app, slots[i])
	if view.Depth != Whole {
		b.Omit("答辩的参会和记录", "只供省级和审计岗位；次序和时间已列入")
	}
	d := view.Slot
	return b.JSON(dossier.DefenceFile, dossier.Defence{Order: d.Order, MeetingAt: inUTC(d.MeetingAt), Whole: view.Depth == Whole,
		Attendance: mapped(d.Attendance, func(a Attendant) dossier.Attended { return dossier.Attended(a) }), Minutes: d.Minutes, HeldAt: inUTC(d.HeldAt)})
}

// sitePart adds the 现场核查单 and its photos, as deep as Sight.SiteCheck says.
func (s *Service) sitePart(ctx context.Context, b *bundle) error {
	view, err := s.SiteCheck(ctx, b.actor, b.app.ID)
	if fault.CodeOf(err) == fault.NotFound {
		b.Omit("现场核查", "没有现场核查，或您的岗位无权查看")
		return nil
	}
	if err != nil {
		return err
	}
	c := view.Sheet
	out := dossier.Site{Whole: view.Depth == Whole, Done: view.Done, Of: view.Of, Inspectors: mapped(c.Names, func(n string) string { return n }),
		Items: mapped(c.Items, func(f SiteFinding) dossier.SiteItem { return dossier.SiteItem(f) }), CheckedOn: c.CheckedOn, Comment: c.Comment,
		SubmittedAt: inUTC(c.SubmittedAt), Photos: []dossier.SitePhoto{}}
	if !out.Whole {
		b.Omit("现场核查的结论", "核查单交出之前只供核查组；进度已列入")
		return b.JSON(dossier.SiteFile, out)
	}
	out.Verdict, out.VerdictLabel, out.Deduction = string(c.Verdict), VerdictLabel(c.Verdict), &c.Deduction
	photos, err := s.SitePhotos(ctx, b.actor, b.app.ID)
	if err != nil {
		return err
	}
	for _, p := range photos {
		out.Photos = append(out.Photos, dossier.SitePhoto{Item: p.Item, Path: b.Photo(p.Item, p.FileName, p.MediaType, p.SHA256, p.Size), SHA256: p.SHA256})
	}
	return b.JSON(dossier.SiteFile, out)
}
