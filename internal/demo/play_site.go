package demo

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"slices"

	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/workflow"
)

func drawOrder(seed string) act { return orderDrawn(seed, false) }

// drawPart draws the order although others of the batch are still in written review.
func drawPart(seed string) act { return orderDrawn(seed, true) }

func orderDrawn(seed string, partial bool) act {
	return inBatch(func(p *player, secretary workflow.Actor, b workflow.Batch) error {
		_, err := p.stage.Service.DrawOrder(p.ctx, secretary, workflow.DrawOrder{Batch: b.ID, Seed: seed, Partial: partial})
		return err
	})
}

// recordDefence keeps who came: the county's head answers, its two bureaus sit by.
func recordDefence(p *player, s Scene) error {
	doc, secretary, err := p.onStage(s)
	if err != nil {
		return err
	}
	b, err := p.batch()
	if err != nil {
		return err
	}
	slots, err := p.stage.Store.ReadDefences(p.ctx, b.ID)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(slots, func(d workflow.DefenceSlot) bool { return d.ApplicationID == p.apps[s.Sample] })
	at, err := p.stage.Store.Clock(p.ctx)
	if err != nil {
		return err
	}
	_, err = p.stage.Service.RecordAttendance(p.ctx, secretary, workflow.RecordAttendance{Application: p.apps[s.Sample], Version: slots[i].Version, MeetingAt: &at,
		Attendance: []workflow.Attendant{{Unit: doc.County.Name + "人民政府", Post: "主要负责同志", Present: true},
			{Unit: doc.County.Name + "乡村振兴局", Post: "局长", Present: true}, {Unit: doc.County.Name + "财政局", Post: "局长", Present: true}},
		Minutes: "汇报 8 分钟,问答 7 分钟"})
	return err
}

func assignInspectors(p *player, s Scene) error {
	_, secretary, err := p.onStage(s)
	if err != nil {
		return err
	}
	var inspectors []string
	for _, a := range p.stage.Actors {
		if a.Has(workflow.SiteInspector) {
			inspectors = append(inspectors, a.AccountID)
		}
	}
	slices.Sort(inspectors)
	_, err = p.stage.Service.AssignInspectors(p.ctx, secretary, workflow.AssignInspectors{Application: p.apps[s.Sample], Inspectors: inspectors})
	return err
}

// checkSite fills in and hands in a sheet. Every item is true, but that A01's households are counted differently on site: one point off.
func checkSite(p *player, s Scene) error {
	_, inspector, err := p.onStage(s)
	if err != nil {
		return err
	}
	view, err := p.stage.Service.SiteCheck(p.ctx, inspector, p.apps[s.Sample])
	if err != nil {
		return err
	}
	day := proposal.DateIn(s.when(), p.pack.Zone())
	in := workflow.SaveSiteSheet{Application: p.apps[s.Sample], Version: view.Sheet.Version, CheckedOn: &day, Verdict: review.SitePass, Comment: "现场与申报一致"}
	for _, item := range p.pack.Review.SiteItems {
		in.Items = append(in.Items, workflow.SiteFinding{Item: item.Code, Place: claimed[item.Code], Finding: workflow.FindingTrue})
	}
	if s.Sample == "A01" {
		in.Items = append(in.Items, workflow.SiteFinding{Item: in.Items[0].Item, Place: "/zone/villages/0/households", Finding: workflow.FindingFalse,
			Note: "现场户籍册较申报少 6 户"})
		in.Verdict, in.Deduction, in.Comment = review.SiteIssues, review.Full/100, "户数填报不实,扣 1 分"
		if err := p.photograph(s, inspector, in.Items[0].Item); err != nil {
			return err
		}
		if view, err = p.stage.Service.SiteCheck(p.ctx, inspector, in.Application); err != nil {
			return err
		}
		in.Version = view.Sheet.Version
	}
	saved, err := p.stage.Service.SaveSiteSheet(p.ctx, inspector, in)
	if err != nil {
		return err
	}
	_, err = p.stage.Service.SubmitSiteSheet(p.ctx, inspector, workflow.ActOnSite{Application: in.Application, Version: saved.Sheet.Version})
	return err
}

// claimed is the place of the application each item of the default site check looks at.
var claimed = map[string]string{
	"VILLAGES": "/zone/villages/0/type", "INDUSTRY_BASE": "/zone/industries/0/annualOutputWan", "LAND": "/landGuarantee/quotaMu",
	"INTEGRATED_FUNDS": "/fundPlan/integrated/0/amount", "WORK_TEAM": "/mechanism/workTeamDocNo", "AWARENESS": "/publicConsultation/villagesConsulted",
}

// photograph keeps a small picture for an item.
func (p *player) photograph(s Scene, inspector workflow.Actor, item string) error {
	staged, err := p.stage.Files.Stage(p.ctx, bytes.NewReader(picture()), p.pack.AttachmentLimit(proposal.AttachSitePhoto).MaxFileBytes)
	if err != nil {
		return err
	}
	_, err = p.stage.Service.KeepPhoto(p.ctx, inspector, workflow.KeepPhoto{Application: p.apps[s.Sample], Item: item, FileName: "户籍册.png", Size: staged.Size,
		MediaType: staged.MediaType, SHA256: staged.SHA256, Place: staged.Place, Remove: func() error { return p.stage.Files.Remove(staged.SHA256) }})
	return errors.Join(err, staged.Discard())
}

// picture is a small real PNG: a register with lines.
func picture() []byte {
	page := image.NewGray(image.Rect(0, 0, 160, 120))
	for y := range 120 {
		for x := range 160 {
			shade := uint8(240)
			if y%20 == 10 && x > 10 && x < 150 {
				shade = 80
			}
			page.SetGray(x, y, color.Gray{Y: shade})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, page); err != nil {
		panic(err) // writing into memory
	}
	return b.Bytes()
}
