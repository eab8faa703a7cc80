package demo

import (
	"encoding/json"
	"fmt"

	"xianjie/internal/proposal"
	"xianjie/workflow"
)

// mendResolution adds 安丘市's missing resolution and its minutes.
func mendResolution(p *player, s Scene) error {
	doc, err := p.doc(s.Sample)
	if err != nil {
		return err
	}
	held, err := p.mendedOn()
	if err != nil {
		return err
	}
	resolution := minutes()
	resolution.Date = held
	letter := doc.OfficialLetter
	letter.Date = held
	if err := p.savePapers(s, doc, &resolution, letter); err != nil {
		return err
	}
	_, err = p.upload(s, doc, proposal.Attachment{ID: resolution.MinutesAttachmentID, Kind: proposal.AttachResolutionMinutes, FileName: "常务会议纪要.pdf"})
	return err
}

// mendedOn is the day of the belated meeting: the day before.
func (p *player) mendedOn() (proposal.Date, error) {
	now, err := p.stage.Store.Clock(p.ctx)
	return proposal.DateIn(now, p.pack.Zone()).AddDays(-1), err
}

// savePapers saves the papers section over the version there is.
func (p *player) savePapers(s Scene, doc *proposal.Proposal, resolution *proposal.Resolution, letter proposal.OfficialLetter) error {
	actor, err := p.actor(s.Role, doc)
	if err != nil {
		return err
	}
	section, err := p.stage.Service.Section(p.ctx, actor, p.apps[s.Sample], proposal.SectionPapers)
	if err != nil {
		return err
	}
	body, err := json.Marshal(map[string]any{"resolution": resolution, "officialLetter": letter})
	if err != nil {
		return fmt.Errorf("整理上报文件:%w", err)
	}
	_, err = p.stage.Service.SaveSection(p.ctx, actor, workflow.SaveSection{Application: p.apps[s.Sample], Name: proposal.SectionPapers, Version: section.Version, Body: body})
	return err
}
