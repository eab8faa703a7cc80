package demo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"xianjie/internal/files"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/policy"
	"xianjie/workflow"
)

// Stage is what the demonstration plays on.
type Stage struct {
	Service *workflow.Service
	Store   workflow.Store
	Files   *files.Store
	Actors  map[string]workflow.Actor // by login
}

// player plays scenes and remembers which application is which sample.
type player struct {
	ctx   context.Context
	stage Stage
	apps  map[string]string // sample → application id
	docs  map[string]*proposal.Proposal
	pack  *policy.Pack
}

func newPlayer(ctx context.Context, stage Stage, pack *policy.Pack) *player {
	return &player{ctx: ctx, stage: stage, pack: pack, apps: map[string]string{}, docs: map[string]*proposal.Proposal{}}
}

// actor is the official of a role for a sample's county, city or province; of several, the first by login.
func (p *player) actor(role workflow.Role, doc *proposal.Proposal) (workflow.Actor, error) {
	for _, login := range slices.Sorted(maps.Keys(p.stage.Actors)) {
		a := p.stage.Actors[login]
		if a.Has(role) && covers(a, doc) {
			return a, nil
		}
	}
	return workflow.Actor{}, fmt.Errorf("没有为%s配置%s", doc.County.Name, role.Label())
}

func covers(a workflow.Actor, doc *proposal.Proposal) bool {
	return policy.Covers(a.Grants[0].Region, doc.County.Code)
}

func (p *player) app(id string) (workflow.Application, error) {
	return p.stage.Store.Application(p.ctx, p.apps[id])
}

// doc is a sample's document, or the one the player was given for it.
func (p *player) doc(id string) (*proposal.Proposal, error) {
	if doc, ok := p.docs[id]; ok {
		return doc, nil
	}
	doc, _, err := proposal.Decode(sample.Application(id))
	if err == nil {
		p.docs[id] = doc
	}
	return doc, err
}

// onStage is a scene's document and the official who acts in it.
func (p *player) onStage(s Scene) (*proposal.Proposal, workflow.Actor, error) {
	doc, err := p.doc(s.Sample)
	if err != nil {
		return nil, workflow.Actor{}, err
	}
	actor, err := p.posted(s, doc)
	return doc, actor, err
}

// posted is the official who plays a scene's role for a document.
func (p *player) posted(s Scene, doc *proposal.Proposal) (workflow.Actor, error) {
	for _, a := range p.stage.Actors {
		if s.unit != "" && a.Unit == s.unit && a.Has(s.Role) && policy.Covers(a.Grants[0].Region, doc.County.Code) {
			return a, nil
		}
	}
	return p.actor(s.Role, doc)
}

func importDraft(p *player, s Scene) error {
	doc, actor, err := p.onStage(s)
	if err != nil {
		return err
	}
	saved, err := p.stage.Service.CreateDraft(p.ctx, actor, workflow.NewDraft{Doc: doc})
	if err == nil {
		p.apps[s.Sample] = saved.Application.ID
	}
	return err
}

// uploadPapers keeps a real file for every attachment the document names.
func uploadPapers(p *player, s Scene) error {
	doc, err := p.doc(s.Sample)
	if err != nil {
		return err
	}
	for _, a := range doc.Attachments {
		if _, err := p.upload(s, doc, a); err != nil {
			return fmt.Errorf("%s:%w", a.FileName, err)
		}
	}
	return nil
}

func (p *player) upload(s Scene, doc *proposal.Proposal, a proposal.Attachment) (workflow.Attached, error) {
	actor, err := p.posted(s, doc)
	if err != nil {
		return workflow.Attached{}, err
	}
	staged, err := p.stage.Files.Stage(p.ctx, bytes.NewReader(paper(doc.County.Name, a)), p.pack.AttachmentLimit(a.Kind).MaxFileBytes)
	if err != nil {
		return workflow.Attached{}, err
	}
	attached, err := p.stage.Service.AttachFile(p.ctx, actor, workflow.Attach{Application: p.apps[s.Sample], Kind: string(a.Kind), DocID: a.ID, FileName: a.FileName,
		Size: staged.Size, MediaType: staged.MediaType, SHA256: staged.SHA256, Place: staged.Place,
		Remove: func() error { return p.stage.Files.Remove(staged.SHA256) }})
	return attached, errors.Join(err, staged.Discard())
}

// confirmOwn is one department's word: it brings its 承诺文件 and confirms with it, at once, all its lines and projects.
func confirmOwn(p *player, s Scene) error {
	doc, actor, err := p.onStage(s)
	if err != nil {
		return err
	}
	number := slices.Index(departments(doc), actor.Unit) + 1
	paper := proposal.Attachment{ID: fmt.Sprintf("CN%02d", number), Kind: proposal.AttachFundIntegrationCommitment, FileName: actor.Unit + "承诺文件.pdf"}
	attached, err := p.upload(s, doc, paper)
	if err != nil {
		return err
	}
	view, err := p.stage.Service.Pledges(p.ctx, actor, p.apps[s.Sample])
	if err != nil {
		return err
	}
	confirm := workflow.Confirm{Application: p.apps[s.Sample], Attachment: attached.Attachment.ID}
	for i, pledge := range view.Pledges {
		if view.Mine[i] {
			confirm.Items = append(confirm.Items, workflow.Confirmed{Kind: pledge.Kind, Line: pledge.Line, Digest: pledge.Content.Digest()})
		}
	}
	_, err = p.stage.Service.Confirm(p.ctx, actor, confirm)
	return err
}

// confirmLine is a finance bureau's word for its level's 衔接资金.
func confirmLine(source proposal.FundSource) act {
	return func(p *player, s Scene) error {
		_, actor, err := p.onStage(s)
		if err != nil {
			return err
		}
		_, err = p.stage.Service.Confirm(p.ctx, actor, workflow.Confirm{Application: p.apps[s.Sample],
			Items: []workflow.Confirmed{{Kind: workflow.PledgeLine, Line: string(source)}}})
		return err
	}
}

// step plays one action of the transition table at the version the official sees.
func step(cmd workflow.Command) act {
	return func(p *player, s Scene) error { return p.step(s, cmd) }
}

func (p *player) step(s Scene, cmd workflow.Command) error {
	_, actor, err := p.onStage(s)
	if err != nil {
		return err
	}
	app, err := p.app(s.Sample)
	if err != nil {
		return err
	}
	cmd.Application, cmd.Version = app.ID, app.Version
	_, err = p.stage.Service.Do(p.ctx, actor, cmd)
	return err
}

func shortlist(p *player, s Scene) error {
	doc, err := p.doc(s.Sample)
	if err != nil {
		return err
	}
	return p.step(s, workflow.Command{Action: workflow.Shortlist, Opinion: "条件具备,同意推荐",
		Input: workflow.Input{Rank: 1, MinutesDocNo: doc.City.Name + "乡村振兴局会议纪要〔2022〕8号"}})
}

func reportUp(p *player, s Scene) error {
	doc, err := p.doc(s.Sample)
	if err != nil {
		return err
	}
	return p.step(s, workflow.Command{Action: workflow.Report, Input: workflow.Input{CityDocNo: doc.City.Name + "乡村振兴局、财政局〔2022〕51号"}})
}

func waive(rule policy.RuleID, reason, docNo string) act {
	return func(p *player, s Scene) error {
		_, actor, err := p.onStage(s)
		if err != nil {
			return err
		}
		app, err := p.app(s.Sample)
		if err != nil {
			return err
		}
		_, err = p.stage.Service.GrantWaiver(p.ctx, actor, workflow.GrantWaiver{Application: app.ID, Version: app.Version, Rule: rule, Reason: reason, DocNo: docNo})
		return err
	}
}

func sweep(p *player, _ Scene) error {
	_, err := p.stage.Service.Sweep(p.ctx)
	return err
}
