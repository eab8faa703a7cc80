package workflow

import (
	"context"
	"slices"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// View is one application as one person may see it.
type View struct {
	Application Application
	Document    []byte // canonical JSON: the live draft for those who may see drafts, else the snapshot in force
	Live        bool   // Document is the live draft
	Offers      []Offer
}

// see loads an application and answers NotFound to whoever may not know of it.
func (s *Service) see(ctx context.Context, actor Actor, id string) (Application, Sight, error) {
	app, err := s.store.Application(ctx, id)
	if err != nil {
		return Application{}, Sight{}, err
	}
	sight, err := s.sight(ctx, actor)
	if err != nil {
		return Application{}, Sight{}, err
	}
	if !sight.Sees(app) {
		return Application{}, Sight{}, fault.New(fault.NotFound, "没有这份申报,或您无权查看")
	}
	return sight.Veil(app), sight, nil
}

// Peek is an application's row alone, for those who may see it.
func (s *Service) Peek(ctx context.Context, actor Actor, id string) (Application, error) {
	app, _, err := s.see(ctx, actor, id)
	return app, err
}

// Get is one application with its document and what the actor may do with it.
func (s *Service) Get(ctx context.Context, actor Actor, id string) (View, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err != nil {
		return View{}, err
	}
	view := View{Application: app, Live: sight.SeesDraft(app)}
	if view.Document, err = s.document(ctx, app, view.Live); err != nil {
		return View{}, err
	}
	view.Offers, err = s.Offers(ctx, actor, app)
	return view, err
}

// List is a page of what the actor may see.
func (s *Service) List(ctx context.Context, actor Actor, q Query) (Page[Application], error) {
	var err error
	if q.Sight, err = s.sight(ctx, actor); err != nil {
		return Page[Application]{}, err
	}
	page, err := s.store.Applications(ctx, q)
	for i := range page.Items {
		page.Items[i] = q.Sight.Veil(page.Items[i])
	}
	return page, err
}

// draft lets those who may see drafts pass.
func (s *Service) draft(ctx context.Context, actor Actor, id string) (Application, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err == nil && !sight.SeesDraft(app) {
		err = fault.New(fault.NotFound, "草稿只有本县可见;请查看上报时的快照")
	}
	return app, err
}

// Section is one section of the live draft.
func (s *Service) Section(ctx context.Context, actor Actor, id string, name proposal.SectionName) (Section, error) {
	if _, err := s.draft(ctx, actor, id); err != nil {
		return Section{}, err
	}
	return s.store.ReadSection(ctx, id, name)
}

// Project is one project row of the live draft.
func (s *Service) Project(ctx context.Context, actor Actor, id, projectID string) (ProjectRow, error) {
	if _, err := s.draft(ctx, actor, id); err != nil {
		return ProjectRow{}, err
	}
	return s.store.ReadProject(ctx, id, projectID)
}

// Check judges what the actor may see of an application now and saves nothing.
func (s *Service) Check(ctx context.Context, actor Actor, id string) ([]policy.Finding, int, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err != nil {
		return nil, 0, err
	}
	body, err := s.document(ctx, app, sight.SeesDraft(app))
	if err != nil {
		return nil, 0, err
	}
	doc, _, err := proposal.DecodeDraft(body)
	if err != nil {
		return nil, 0, err
	}
	c, err := s.showing(ctx, actor, app)
	if err != nil {
		return nil, 0, err
	}
	around, err := s.store.ReadSurroundings(ctx, app, WantWaivers)
	if err != nil {
		return nil, 0, err
	}
	in := policy.Input{Doc: doc, Pack: c.Pack, SubmittedAt: app.SubmittedAt, ReportedAt: app.ReportedAt, DossierOnly: true}
	if app.State.Edited() && sight.SeesDraft(app) {
		in.SubmittedAt, in.ReportedAt = nil, nil // what is still being written has not been handed in
	}
	findings := policy.Evaluate(in)
	return policy.ApplyWaivers(findings, waived(around.Waivers, c.Now)), c.PackNo, nil
}

// LastCheck is the kept evaluation of the snapshot in force; nothing before the first submit.
func (s *Service) LastCheck(ctx context.Context, actor Actor, id string) (Snapshot, error) {
	app, _, err := s.see(ctx, actor, id)
	if err != nil {
		return Snapshot{}, err
	}
	if app.SnapshotNo == 0 {
		return Snapshot{}, fault.New(fault.NotFound, "尚未上报,没有留存的检查单;可先运行一次检查")
	}
	return s.store.ReadSnapshot(ctx, id, app.SnapshotNo)
}

// History is the application's steps; opinions between city and province are left out for those who may not read them.
func (s *Service) History(ctx context.Context, actor Actor, id string) ([]Step, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	steps, err := s.store.Steps(ctx, id)
	if err != nil || sight.SeesNotes(app) {
		return steps, err
	}
	for i := range steps {
		if !addressed(steps[i]) {
			steps[i].Opinion, steps[i].Name = "", ""
		}
	}
	return steps, nil
}

// addressed are the steps whose words are meant for the county: its own, and what it is told when something comes back.
func addressed(step Step) bool {
	switch step.Action {
	case Return, Decline, Disqualify:
		return step.From != step.To
	case Submit, Resubmit, Withdraw:
		return true
	default:
		return false
	}
}

// Desk is what the desks left; signatures and internal opinions only for those who may read them, and a confirmation, which names
// an amount of the draft, for those who may not see drafts only once a snapshot holds it.
func (s *Service) Desk(ctx context.Context, actor Actor, id string) (Desk, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err != nil {
		return Desk{}, err
	}
	desk, err := s.store.Desk(ctx, id)
	if err != nil {
		return Desk{}, err
	}
	if !sight.SeesNotes(app) {
		desk.Signatures = []Signature{}
	}
	return desk, nil
}

// Snapshots lists the frozen versions.
func (s *Service) Snapshots(ctx context.Context, actor Actor, id string) ([]Snapshot, error) {
	if _, _, err := s.see(ctx, actor, id); err != nil {
		return nil, err
	}
	return s.store.Snapshots(ctx, id)
}

// Snapshot is one frozen version.
func (s *Service) Snapshot(ctx context.Context, actor Actor, id string, no int) (Snapshot, error) {
	if _, _, err := s.see(ctx, actor, id); err != nil {
		return Snapshot{}, err
	}
	return s.store.ReadSnapshot(ctx, id, no)
}

// Difference is what changed between two frozen versions, for a person to read; no 0 is the live draft.
func (s *Service) Difference(ctx context.Context, actor Actor, id string, from, to int) ([]proposal.Change, error) {
	old, err := s.version(ctx, actor, id, from)
	if err != nil {
		return nil, err
	}
	new, err := s.version(ctx, actor, id, to)
	if err != nil {
		return nil, err
	}
	return proposal.Diff(old, new), nil
}

func (s *Service) version(ctx context.Context, actor Actor, id string, no int) (*proposal.Proposal, error) {
	if no > 0 {
		snapshot, err := s.Snapshot(ctx, actor, id, no)
		if err != nil {
			return nil, err
		}
		doc, _, err := proposal.DecodeDraft(snapshot.Body)
		return doc, err
	}
	app, err := s.draft(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	kept, err := s.store.ReadDocument(ctx, app.ID)
	if err != nil {
		return nil, err
	}
	return assemble(app, kept)
}

// Attachments lists the files the actor may see: the live draft's, or those the snapshot in force names.
func (s *Service) Attachments(ctx context.Context, actor Actor, id string) ([]Attachment, error) {
	app, sight, err := s.see(ctx, actor, id)
	if err != nil {
		return nil, err
	}
	all, err := s.store.ReadAttachments(ctx, id)
	if err != nil {
		return nil, err
	}
	if sight.SeesDraft(app) {
		return slices.DeleteFunc(all, func(a Attachment) bool { return a.RemovedAt != nil }), nil
	}
	named, err := s.named(ctx, app)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(a Attachment) bool { return !named[a.DocID+a.SHA256] }), nil
}

// named are the files the snapshot in force names.
func (s *Service) named(ctx context.Context, app Application) (map[string]bool, error) {
	body, err := s.document(ctx, app, false)
	if err != nil {
		return nil, err
	}
	doc, _, err := proposal.DecodeDraft(body)
	if err != nil {
		return nil, err
	}
	named := make(map[string]bool, len(doc.Attachments))
	for _, a := range doc.Attachments {
		if a.SHA256 != nil {
			named[a.ID+*a.SHA256] = true
		}
	}
	return named, nil
}

// Attachment is one file's row, for those who may see it.
func (s *Service) Attachment(ctx context.Context, actor Actor, attachmentID string) (Attachment, error) {
	a, err := s.store.Attachment(ctx, attachmentID)
	if err != nil {
		return Attachment{}, err
	}
	visible, err := s.Attachments(ctx, actor, a.ApplicationID)
	if err != nil {
		return Attachment{}, err
	}
	if !slices.ContainsFunc(visible, func(v Attachment) bool { return v.ID == attachmentID }) {
		return Attachment{}, fault.New(fault.NotFound, "没有这个附件,或您无权查看")
	}
	return a, nil
}
