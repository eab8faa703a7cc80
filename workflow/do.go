package workflow

import (
	"context"
	"slices"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// Outcome is what a step did.
type Outcome struct {
	Application Application
	Done        bool   // false: the signature is recorded, Waiting still have to sign
	Waiting     []Role // never nil
	Findings    []policy.Finding
	Signature   *Signature
	Snapshot    *Snapshot // frozen by this step
	Offers      []Offer   // what this actor may do next
}

// Do takes one step, or records one signature toward it. Everything is written or nothing is. Errors: fault.NotFound when the
// actor may not see the application, Forbidden when no role of his may take this action, Stale when the version moved on,
// Refused when state, rules, quota or deadline forbid it (with every finding), Invalid when something is not filled in.
func (s *Service) Do(ctx context.Context, actor Actor, cmd Command) (Outcome, error) {
	var out Outcome
	err := s.store.InTx(ctx, func(tx Tx) error {
		var err error
		if out, err = s.step(tx, actor, cmd); err != nil {
			return err
		}
		return cmd.Receipt.keep(tx, out)
	})
	if err != nil {
		return Outcome{}, err
	}
	return out, nil
}

func (s *Service) step(tx Tx, actor Actor, cmd Command) (Outcome, error) {
	c, row, err := s.open(tx, actor, cmd)
	if err != nil {
		return Outcome{}, err
	}
	if err := s.load(tx, c, row); err != nil {
		return Outcome{}, err
	}
	c.To = landing(c.Pack, row.To)
	if err := refuse(c, row, row.Guards); err != nil {
		return Outcome{}, err
	}
	signature, waiting, err := s.sign(tx, c, row)
	if err != nil {
		return Outcome{}, err
	}
	if len(waiting) == 0 {
		if err := refuse(c, row, row.Last); err != nil {
			return Outcome{}, err
		}
		return s.complete(tx, c, row, signature)
	}
	return s.wait(tx, c, row, signature, waiting)
}

// open locks the application, decides who the actor is here and finds the row; the clock is read only after the lock is held.
func (s *Service) open(tx Tx, actor Actor, cmd Command) (*Case, Transition, error) {
	app, err := tx.LockApplication(cmd.Application)
	if err != nil {
		return nil, Transition{}, err
	}
	if !actor.Has(System) && !SightOf(actor).Sees(app) {
		return nil, Transition{}, fault.New(fault.NotFound, "没有这份申报,或您无权查看")
	}
	roles := s.may(actor, app, cmd.Action)
	if len(roles) == 0 {
		return nil, Transition{}, fault.New(fault.Forbidden, "您的岗位不能办理“%s”,请联系本单位有权人员", cmd.Action.Label())
	}
	row, ok := rowOf(app.State, cmd.Action)
	if !ok {
		return nil, Transition{}, fault.New(fault.Refused, "申报现为“%s”,不能办理“%s”,请刷新后再看", app.State.Label(), cmd.Action.Label())
	}
	if cmd.Version != app.Version && !actor.Has(System) {
		return nil, Transition{}, Changed(app.Version, cmd.Version)
	}
	i := slices.IndexFunc(row.Signers(), func(r Role) bool { return slices.Contains(roles, r) })
	if i < 0 {
		return nil, Transition{}, fault.New(fault.Forbidden, "申报现为“%s”,“%s”由%s办理", app.State.Label(), cmd.Action.Label(), row.By.Label())
	}
	as := row.Signers()[i]
	if places := row.missing(as, cmd.Opinion, cmd.Input); len(places) > 0 {
		return nil, Transition{}, fault.At("办理所需内容没有填全", places)
	}
	if wants(app.State)&WantNotice != 0 { // lock the notice too before the clock is read: its period is decided by that clock
		if _, _, err := tx.NoticeOf(app.ID); err != nil {
			return nil, Transition{}, err
		}
	}
	now, err := tx.Now()
	if err != nil {
		return nil, Transition{}, err
	}
	return &Case{Now: now, App: app, Actor: actor, As: as, Opinion: strings.TrimSpace(cmd.Opinion), Input: cmd.Input}, row, nil
}

// may lists the actor's roles whose grant covers the application and whom the policy lets take the action.
func (s *Service) may(actor Actor, app Application, action Action) []Role {
	var roles []Role
	for _, g := range actor.Grants {
		if s.access.May(string(g.Role), g.Region, app.CountyCode, "application", string(action)) {
			roles = append(roles, g.Role)
		}
	}
	return roles
}

// load fills in batch, pack, surroundings, the document and its findings.
func (s *Service) load(tx Tx, c *Case, row Transition) error {
	var err error
	if c.Batch, err = tx.Batch(c.App.BatchID); err != nil {
		return err
	}
	if err = s.packIn(tx, c); err != nil {
		return err
	}
	if c.Setup, err = s.setupIn(tx, c.Batch, c.Pack); err != nil {
		return err
	}
	if c.Around, err = tx.Surroundings(c.App, wants(c.App.State)); err != nil {
		return err
	}
	c.Input = c.Input.with(c.Around.Signatures, row)
	if c.App.SnapshotNo > 0 && (row.Freeze || row.Judge != NoRules) {
		frozen, err := tx.Snapshot(c.App.ID, c.App.SnapshotNo)
		if err != nil {
			return err
		}
		c.Frozen = &frozen
	}
	if row.Judge == NoRules && !row.Freeze {
		return nil
	}
	if c.Doc, err = s.judgedDocument(tx, c, row); err != nil {
		return err
	}
	c.Findings = s.judge(c, row)
	return nil
}

// judgedDocument is the draft for a step that freezes it, else the frozen snapshot.
func (s *Service) judgedDocument(tx Tx, c *Case, row Transition) (*proposal.Proposal, error) {
	if row.Freeze {
		kept, err := tx.Document(c.App.ID)
		if err != nil {
			return nil, err
		}
		return assemble(c.App, kept)
	}
	doc, _, err := proposal.Decode(c.Frozen.Body)
	return doc, err
}

// judge evaluates the rules as of now: a submit counts as submitted now, a report as reported now.
func (s *Service) judge(c *Case, row Transition) []policy.Finding {
	in := policy.Input{Doc: c.Doc, Pack: c.Pack, SubmittedAt: c.App.SubmittedAt, ReportedAt: c.App.ReportedAt, DossierOnly: true}
	switch row.Action {
	case Submit, Resubmit:
		in.SubmittedAt, in.ReportedAt = &c.Now, nil
	case Report:
		in.ReportedAt = &c.Now
	}
	return policy.ApplyWaivers(policy.Evaluate(in), waived(c.Around.Waivers, c.Now))
}

// refuse runs the rules and guards of a row and refuses with every reason at once; each written rule that refuses is a finding.
func refuse(c *Case, row Transition, guards []Guard) error {
	findings := row.judged(c.Findings, c.Pack)
	blocks := blocksOf(findings)
	for _, guard := range guards {
		for _, b := range guard(c) {
			if b.Rule != "" && slices.ContainsFunc(findings, func(f policy.Finding) bool { return f.Rule == b.Rule }) {
				continue // the rule has already said so
			}
			blocks = append(blocks, b)
			if b.Rule != "" {
				findings = append(findings, b.finding())
			}
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	f := &fault.Error{Code: fault.Refused, Findings: findings}
	lines := make([]string, 0, len(blocks))
	for _, b := range blocks {
		lines = append(lines, b.String())
		f.Places = append(f.Places, fault.Place{Location: "/action", Message: b.String()})
	}
	f.Message = "不能“" + row.Action.Label() + "”:" + strings.Join(lines, ";")
	return f
}

// finding is a guard's block on a written rule, in the form of every other verdict.
func (b Block) finding() policy.Finding {
	return policy.Finding{Rule: b.Rule, Name: policy.RuleName(b.Rule), Clause: policy.ClauseOf(b.Rule), Severity: policy.Blocking, Verdict: policy.Fail,
		Figure: policy.Figure{Text: b.Message}, Advice: b.Message, Places: []string{}}
}

func blocksOf(findings []policy.Finding) []Block {
	blocks := make([]Block, 0, len(findings))
	for _, f := range findings {
		blocks = append(blocks, Block{Rule: f.Rule, Message: f.Name + "未通过," + f.Figure.Text + "。" + f.Advice})
	}
	return blocks
}

// String is the block as one sentence.
func (b Block) String() string {
	if b.Rule == "" {
		return b.Message
	}
	return string(b.Rule) + " " + b.Message
}

// Changed is the answer to a stale version: what the person saw and what there is now.
func Changed(now, seen int64) error {
	return fault.New(fault.Stale, "您看到的是第 %d 版,现已是第 %d 版(他人刚刚修改);您填写的内容没有丢失,请刷新比对后再办理", seen, now)
}
