package workflow

import (
	"context"
	"slices"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/review"
)

// ProposeDraw asks for experts to be drawn for a stage: the first draw, or replacements after a recusal.
type ProposeDraw struct {
	Batch        string
	Stage        review.Stage
	Seed         string   // published; "" lets the program make one
	Reason       string   // why and on what occasion
	Applications []string // nil: all that stand in the stage
	Candidates   []string // accounts; nil: everybody active in the pool
	Receipt      *Receipt
}

// ProposeDraw draws and keeps the draw for preview; nobody is assigned yet. Errors: Forbidden, NotFound, Invalid, Refused (not in review,
// nothing to draw, minimum numbers cannot be met).
func (s *Service) ProposeDraw(ctx context.Context, actor Actor, in ProposeDraw) (Draw, error) {
	if err := in.validate(); err != nil {
		return Draw{}, err
	}
	var d Draw
	err := s.atBatch(ctx, actor, in.Batch, "draw", "propose", func(tx Tx, o *office) error {
		if err := o.reviewing(); err != nil {
			return err
		}
		d = Draw{ID: s.newID(), BatchID: o.Batch.ID, Stage: in.Stage, State: DrawProposed, Reason: strings.TrimSpace(in.Reason),
			CreatedBy: actor.AccountID, CreatedName: actor.Name, CreatedAt: o.Now}
		var err error
		if d.Base, err = tx.LastDraw(o.Batch.ID, in.Stage); err != nil {
			return err
		}
		if d.Input, err = s.drawInput(tx, o, in); err != nil {
			return err
		}
		if d.Drawn, err = review.Draw(d.Input); err != nil {
			return byNumber(tx, d, err)
		}
		if len(d.Drawn.Pairs) == 0 {
			return fault.New(fault.Refused, "各份申报的专家都已够数,没有需要抽取的")
		}
		if err := tx.InsertDraw(&d); err != nil {
			return err
		}
		if err := o.note(tx, "draw_propose", d.title(), d.Reason, d.Drawn.Digest); err != nil {
			return err
		}
		return in.Receipt.keep(tx, d)
	})
	return d, err
}

func (in ProposeDraw) validate() error {
	var places []fault.Place
	if _, ok := stateOf(in.Stage); !ok {
		places = append(places, fault.Place{Location: "/stage", Message: "只有书面评审(WRITTEN)和视频答辩(DEFENCE)抽取专家"})
	}
	if r := strings.TrimSpace(in.Reason); r == "" || len([]rune(r)) > textLimit {
		places = append(places, fault.Place{Location: "/reason", Message: "请写明抽取事由(如:首次抽取、补抽),2000 字以内"})
	}
	if len(in.Seed) > 200 {
		places = append(places, fault.Place{Location: "/seed", Message: "种子过长,请控制在 200 个字节以内"})
	}
	return fault.At("抽取申请没有填对", places)
}

// title names a draw for people.
func (d Draw) title() string { return string(d.Stage) + " " + strings.TrimSpace(d.Reason) }

// stateOf is the state in which applications stand while a stage is being scored.
func stateOf(stage review.Stage) (State, bool) {
	switch stage {
	case review.Written:
		return ExpertReview, true
	case review.Defence:
		return Defence, true
	default:
		return "", false
	}
}

// DecideDraw asks to publish or discard a proposed draw.
type DecideDraw struct {
	Batch   string
	Draw    string
	Version int64
	Reason  string // of a discard
	Receipt *Receipt
}

// PublishDraw assigns the drawn experts. It is drawn again first: what is published is what seed, candidates and conflicts give. The first
// published draw of a batch opens its review and pins the pack version whose rubric and reckoning count. Two published at once on the same
// base: a partial unique index lets one stand. Errors: Forbidden, NotFound, Stale, Refused.
func (s *Service) PublishDraw(ctx context.Context, actor Actor, in DecideDraw) (Draw, error) {
	return s.decideDraw(ctx, actor, in, DrawPublished, func(tx Tx, o *office, d *Draw) error {
		if err := o.reviewing(); err != nil {
			return err
		}
		if err := s.stillTrue(tx, o, *d); err != nil {
			return err
		}
		if err := s.assign(tx, o, *d); err != nil {
			return err
		}
		if o.Batch.ReviewPack == 0 {
			o.Batch.ReviewPack = o.PackNo
		}
		o.Batch.UpdatedAt = o.Now
		return tx.SaveBatch(&o.Batch)
	})
}

// stillTrue refuses a draw whose ground has moved since it was proposed.
func (s *Service) stillTrue(tx Tx, o *office, d Draw) error {
	last, err := tx.LastDraw(o.Batch.ID, d.Stage)
	if err != nil {
		return err
	}
	all, err := tx.ReviewsOf(o.Batch.ID, "", "")
	if err != nil {
		return err
	}
	if last != d.Base || !slices.Equal(held(all, d.Stage), d.Input.Held) {
		return fault.New(fault.Refused, "提出这次抽取以后分派情况已有变化,请重新抽取")
	}
	if s := o.Setup; s.PerApplication != d.Input.PerApplication || s.MinExperts != d.Input.MinExperts || s.LoadCap != d.Input.LoadCap {
		return fault.New(fault.Refused, "提出这次抽取以后政策包的抽取办法已有变化,请重新抽取")
	}
	for _, c := range declared(all) {
		if slices.Contains(d.Drawn.Pairs, c.Pair) {
			return fault.New(fault.Refused, "抽中的专家已声明回避,请重新抽取")
		}
	}
	return review.Verify(d.Input, d.Drawn)
}

// assign makes one review of each drawn pair, over the snapshot in force.
func (s *Service) assign(tx Tx, o *office, d Draw) error {
	state, _ := stateOf(d.Stage)
	apps, err := tx.ApplicationsIn(o.Batch.ID, []State{state}, true)
	if err != nil {
		return err
	}
	codes := map[string]string{}
	for _, c := range d.Input.Candidates {
		codes[c.Expert] = c.Code
	}
	for _, p := range d.Drawn.Pairs {
		i := slices.IndexFunc(apps, func(a Application) bool { return a.ID == p.Application })
		if i < 0 {
			return fault.New(fault.Refused, "抽取所列的申报已离开这一阶段,请重新抽取")
		}
		if err := tx.InsertReview(Review{ID: s.newID(), BatchID: o.Batch.ID, ApplicationID: p.Application, Stage: d.Stage, ExpertID: p.Expert,
			ExpertCode: codes[p.Expert], DrawID: d.ID, SnapshotNo: apps[i].SnapshotNo, State: ReviewAssigned, CreatedAt: o.Now, UpdatedAt: o.Now}); err != nil {
			return err
		}
	}
	return nil
}

// DiscardDraw drops a proposed draw; it stays on record with the reason.
func (s *Service) DiscardDraw(ctx context.Context, actor Actor, in DecideDraw) (Draw, error) {
	if strings.TrimSpace(in.Reason) == "" {
		return Draw{}, fault.At("没有写明理由", []fault.Place{{Location: "/reason", Message: "抽取结果不用须写明理由,记录长期保存"}})
	}
	return s.decideDraw(ctx, actor, in, DrawDiscarded, func(Tx, *office, *Draw) error { return nil })
}

func (s *Service) decideDraw(ctx context.Context, actor Actor, in DecideDraw, to DrawState, do func(Tx, *office, *Draw) error) (Draw, error) {
	var d Draw
	err := s.atBatch(ctx, actor, in.Batch, "draw", "publish", func(tx Tx, o *office) error {
		var err error
		if d, err = tx.LockDraw(in.Draw); err != nil {
			return err
		}
		switch {
		case d.BatchID != o.Batch.ID:
			return fault.New(fault.NotFound, "没有这次抽取,请刷新")
		case d.State != DrawProposed:
			return fault.New(fault.Refused, "这次抽取已经%s,请刷新", d.State.Label())
		case d.Version != in.Version:
			return Changed(d.Version, in.Version)
		}
		if err := do(tx, o, &d); err != nil {
			return err
		}
		d.State, d.DecidedBy, d.DecidedAt = to, actor.AccountID, &o.Now
		if err := tx.SaveDraw(&d); err != nil {
			return err
		}
		if err := o.note(tx, "draw_"+strings.ToLower(string(to)), d.title(), strings.TrimSpace(in.Reason), d.Drawn.Digest); err != nil {
			return err
		}
		return in.Receipt.keep(tx, d)
	})
	return d, err
}

// Draws lists a batch's draws, newest first, with everything needed to replay them.
func (s *Service) Draws(ctx context.Context, actor Actor, batchID string, stage review.Stage) ([]Draw, error) {
	if err := s.mayRead(actor, "draw"); err != nil {
		return nil, err
	}
	return s.store.Draws(ctx, batchID, stage)
}

// Draw is one draw.
func (s *Service) Draw(ctx context.Context, actor Actor, id string) (Draw, error) {
	if err := s.mayRead(actor, "draw"); err != nil {
		return Draw{}, err
	}
	return s.store.ReadDraw(ctx, id)
}
