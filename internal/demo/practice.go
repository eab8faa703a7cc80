package demo

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/policy"
	"xianjie/workflow"
)

// practiceDays is how long the practice batch stays open.
const practiceDays = 30

// Practice sets up a batch open now and for a month, with applications at every desk. It runs on the database's own clock.
func Practice(ctx context.Context, stage Stage) error {
	now, err := stage.Store.Clock(ctx)
	if err != nil {
		return err
	}
	text, err := practicePack(now)
	if err != nil {
		return err
	}
	pack, err := policy.ParsePack(text)
	if err != nil {
		return err
	}
	p := newPlayer(ctx, stage, pack)
	if err := p.openBatch(text); err != nil {
		return err
	}
	if err := p.rehearse(now); err != nil {
		return err
	}
	for _, s := range desks() {
		if err := s.Do(p, s); err != nil {
			return fmt.Errorf("练习批次 %s“%s”没有办成:%w", s.Sample, s.Act, err)
		}
	}
	return nil
}

// practicePack is the reference pack under another code, with its deadline ahead of now.
func practicePack(now time.Time) ([]byte, error) {
	reference, err := policy.ParsePack(sample.Pack())
	if err != nil {
		return nil, err
	}
	year := now.In(reference.Zone()).Year() + 1
	deadline := proposal.DateIn(now, reference.Zone()).AddDays(practiceDays + 1).Start(reference.Zone())
	return practiceText(reference, practiceCode(year), fmt.Sprintf("练习批次：衔接乡村振兴集中推进区（%d年度）", year), deadline), nil
}

// practiceText is the reference pack under another code, title and deadline.
func practiceText(reference *policy.Pack, code, title string, deadline time.Time) []byte {
	text := sample.Pack()
	for from, to := range map[string]string{
		reference.BatchCode: code,
		reference.Title:     title,
		reference.Params.ProvinceDeadline.In(reference.Zone()).Format(time.RFC3339): deadline.In(reference.Zone()).Format(time.RFC3339),
	} {
		text = bytes.ReplaceAll(text, []byte(from), []byte(to))
	}
	return text
}

func practiceCode(year int) string { return fmt.Sprintf("SD-XJTJQ-%d-LX", year) }

// PracticeReview sets up a second practice batch whose collection ended days ago, with tasks for experts, inspectors and the secretary. It
// plays its past under the walk's clock, between the walk and the opening of the doors.
func PracticeReview(ctx context.Context, stage Stage, clock *Clock, now time.Time) error {
	const ago = 25 // days since the first draft
	reference, err := policy.ParsePack(sample.Pack())
	if err != nil {
		return err
	}
	day := func(n int) time.Time {
		return proposal.DateIn(now, reference.Zone()).AddDays(n - ago).Start(reference.Zone()).Add(9 * time.Hour)
	}
	year := now.In(reference.Zone()).Year()
	text := practiceText(reference, fmt.Sprintf("SD-XJTJQ-%d-PS", year), fmt.Sprintf("练习批次：正在评审（%d年度）", year), day(10))
	pack, err := policy.ParsePack(text)
	if err != nil {
		return err
	}
	p := newPlayer(ctx, stage, pack)
	clock.Set(day(0))
	if err := p.openBatch(text); err != nil {
		return err
	}
	if err := p.rehearse(now); err != nil {
		return err
	}
	for _, s := range underReview() {
		clock.Set(day(s.after))
		if err := s.Do(p, s); err != nil {
			return fmt.Errorf("评审练习批次 %s“%s”没有办成:%w", s.Sample, s.Act, err)
		}
	}
	return nil
}

// rehearse makes the documents of the practice batch: the six samples and two neighbours, at today's dates.
func (p *player) rehearse(now time.Time) error {
	docs, err := rehearsal()
	if err != nil {
		return err
	}
	for id, doc := range docs {
		doc.BatchCode = p.pack.BatchCode
		redate(doc, now.In(p.pack.Zone()).Year())
		p.docs[id] = doc
	}
	return nil
}

// redate moves the plan to the coming two years and the papers to the past year.
func redate(doc *proposal.Proposal, year int) {
	const planned, decided = 2023, 2022 // the years of the samples
	ahead, behind := 12*(year+1-planned), 12*(year-1-decided)
	doc.Plan.StartDate, doc.Plan.EndDate = doc.Plan.StartDate.AddMonths(ahead), doc.Plan.EndDate.AddMonths(ahead)
	for i := range doc.Projects {
		project := &doc.Projects[i]
		project.StartDate, project.EndDate = project.StartDate.AddMonths(ahead), project.EndDate.AddMonths(ahead)
	}
	doc.Mechanism.StudyDate = doc.Mechanism.StudyDate.AddMonths(behind)
	doc.OfficialLetter.Date = doc.OfficialLetter.Date.AddMonths(behind)
	if doc.Resolution != nil {
		doc.Resolution.Date = doc.Resolution.Date.AddMonths(behind)
	}
}

// desks puts something on every desk: a draft with gaps and confirmations to give (栖霞), one to accept (莱州), one stopped by F06
// (临朐), a return to answer (安丘), a half-signed recommendation (莒县), one to report (平邑), one at the province's door (荣成) and a
// half-signed formal check (梁山).
func desks() []Scene {
	var scenes []Scene
	play := func(id string, role workflow.Role, what string, do act) {
		scenes = append(scenes, Scene{Sample: id, Role: role, Act: what, Do: do})
	}
	draft := func(id string) {
		play(id, workflow.CountyFiler, "导入", importDraft)
		play(id, workflow.CountyFiler, "上传附件", uploadPapers)
	}
	submit := func(id string) {
		draft(id)
		play(id, workflow.CountySigner, "提交", step(workflow.Command{Action: workflow.Submit}))
	}
	review := func(id string) {
		submit(id)
		play(id, workflow.CityReviewer, "受理", step(workflow.Command{Action: workflow.Accept}))
	}
	recommend := func(id string) {
		review(id)
		play(id, workflow.CityReviewer, "推荐", shortlist)
		play(id, workflow.CityFinance, "会签", shortlist)
	}
	for _, id := range []string{"A02", "荣成"} {
		recommend(id)
		play(id, workflow.CitySigner, "报省", reportUp)
	}
	play("A02", workflow.ProvAdmin, "开始形式审查", step(workflow.Command{Action: workflow.Start}))
	play("A02", workflow.ProvAdmin, "签署", step(workflow.Command{Action: workflow.Pass, Opinion: "形式审查通过"}))
	recommend("A03")
	review("A05")
	play("A05", workflow.ProvAdmin, "豁免", waive("V01", "山区村庄居住集中", "练习〔1〕号"))
	play("A05", workflow.ProvAdmin, "豁免", waive("P02", "已补充务工协议", "练习〔2〕号"))
	play("A05", workflow.CityReviewer, "推荐", shortlist)
	review("A04")
	draft("A06")
	play("A06", workflow.CountyFiler, "补决议", mendResolution)
	play("A06", workflow.CountySigner, "提交", step(workflow.Command{Action: workflow.Submit}))
	play("A06", workflow.CityReviewer, "退回", step(workflow.Command{Action: workflow.Return, Opinion: "请核对 P03 的绩效目标,补充区位图比例尺",
		Input: workflow.Input{Items: []workflow.ReturnItem{{Section: "projects", Row: "P03", Fields: []string{"performanceTargets"}, Note: "指标值与规模不符"},
			{Section: "attachments", Row: string(proposal.AttachZoneMap), Note: "补比例尺"}}}}))
	submit("莱州")
	play("A01", workflow.CountyFiler, "导入", importDraft)
	return scenes
}
