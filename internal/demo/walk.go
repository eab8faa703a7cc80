package demo

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/policy"
	"xianjie/workflow"
)

// Line is one played scene.
type Line struct {
	At      time.Time
	Scene   Scene
	Who     string
	Blocked []policy.RuleID // rules that refused; nil when it went through
	Figures []string        // what each refusing rule said
	State   workflow.State
}

// Ending is where one sample stands after the walk.
type Ending struct {
	Sample      string
	Application workflow.Application
	Steps       []workflow.Step
	Blocked     []policy.RuleID                    // every rule that ever stopped it on the way, in order, each once
	At          map[workflow.State][]policy.RuleID // the same by the desk at which it was stopped
	Waived      []policy.RuleID
}

// Walk plays the 2022 batch under the clock the store decides by. Any scene that comes out other than written is an error naming it.
func Walk(ctx context.Context, stage Stage, clock *Clock, told func(Line)) ([]Ending, error) {
	p, played, err := walk(ctx, stage, clock, time.Time{}, told)
	if err != nil {
		return nil, err
	}
	return p.endings(played)
}

// WalkUntil plays what happened up to and including an instant and leaves the rest to whoever goes on.
func WalkUntil(ctx context.Context, stage Stage, clock *Clock, until time.Time, told func(Line)) error {
	_, _, err := walk(ctx, stage, clock, until, told)
	return err
}

func walk(ctx context.Context, stage Stage, clock *Clock, until time.Time, told func(Line)) (*player, []Line, error) {
	pack, err := policy.ParsePack(sample.Pack())
	if err != nil {
		return nil, nil, err
	}
	p := newPlayer(ctx, stage, pack)
	clock.Set(time.Date(2022, 11, 14, 1, 0, 0, 0, time.UTC))
	if err := p.openBatch(sample.Pack()); err != nil {
		return nil, nil, err
	}
	var played []Line
	for _, s := range script() {
		if !until.IsZero() && s.when().After(until) {
			break
		}
		clock.Set(s.when())
		line, err := p.play(s)
		if err != nil {
			return nil, nil, err
		}
		played = append(played, line)
		told(line)
	}
	return p, played, nil
}

// openBatch imports, publishes and opens a pack.
func (p *player) openBatch(pack []byte) error {
	admin, err := p.provincial(workflow.ProvAdmin)
	if err != nil {
		return err
	}
	b, err := p.stage.Service.CreateBatch(p.ctx, admin, workflow.NewBatch{Pack: pack})
	for _, action := range []string{"publish", "open"} {
		if err != nil {
			return err
		}
		b, err = p.stage.Service.MoveBatch(p.ctx, admin, workflow.BatchMove{Batch: b.ID, Version: b.Version, Action: action})
	}
	return err
}

func (p *player) provincial(role workflow.Role) (workflow.Actor, error) {
	return p.actor(role, &proposal.Proposal{County: proposal.Place{Code: policy.Root().Code}})
}

// play plays one scene and holds it against what is written.
func (p *player) play(s Scene) (Line, error) {
	line := Line{At: s.when(), Scene: s, State: s.State}
	var err error
	if line.Who, err = p.who(s); err != nil {
		return line, err
	}
	err = s.Do(p, s)
	if err != nil && len(s.Blocked) == 0 {
		return line, fmt.Errorf("%s %s“%s”没有办成:%w", s.At, s.Sample, s.Act, err)
	}
	line.Blocked, line.Figures = refusedBy(err)
	if !slices.Equal(line.Blocked, s.Blocked) {
		return line, wrong(s, line.Blocked, err)
	}
	if s.Sample == "" {
		return line, nil
	}
	app, err := p.app(s.Sample)
	if err == nil && app.State != s.State {
		err = fmt.Errorf("%s %s“%s”之后应为“%s”,实为“%s”", s.At, s.Sample, s.Act, s.State.Label(), app.State.Label())
	}
	return line, err
}

// who is the post that plays a scene; a panel plays as one.
func (p *player) who(s Scene) (string, error) {
	switch {
	case s.Role == workflow.System || s.Role == workflow.Public || s.Role == workflow.Expert:
		return s.Role.Label(), nil
	case s.Sample == "":
		actor, err := p.provincial(s.Role)
		return actor.Name, err
	default:
		_, actor, err := p.onStage(s)
		return actor.Name, err
	}
}

// refusedBy are the written rules a refusal names, and what each said.
func refusedBy(err error) ([]policy.RuleID, []string) {
	var f *fault.Error
	if !errors.As(err, &f) {
		return nil, nil
	}
	findings, _ := f.Findings.([]policy.Finding)
	var rules []policy.RuleID
	var figures []string
	for _, finding := range findings {
		rules = append(rules, finding.Rule)
		figures = append(figures, finding.Figure.Text)
	}
	return rules, figures
}

func (p *player) endings(played []Line) ([]Ending, error) {
	var endings []Ending
	for _, id := range sample.IDs() {
		app, err := p.app(id)
		if err != nil {
			return nil, err
		}
		steps, err := p.stage.Store.Steps(p.ctx, app.ID)
		if err != nil {
			return nil, err
		}
		e := Ending{Sample: id, Application: app, Steps: steps, At: map[workflow.State][]policy.RuleID{}, Waived: app.Summary.Waived}
		for _, line := range played {
			if line.Scene.Sample == id && len(line.Blocked) > 0 {
				e.Blocked = append(e.Blocked, line.Blocked...)
				e.At[line.State] = append(e.At[line.State], line.Blocked...)
			}
		}
		endings = append(endings, e)
	}
	return endings, nil
}

// wrong says that a scene was refused by other rules than written.
func wrong(s Scene, blocked []policy.RuleID, err error) error {
	said := fmt.Errorf("%s %s“%s”应被 %v 阻断,实为 %v", s.At, s.Sample, s.Act, s.Blocked, blocked)
	return errors.Join(said, err)
}
