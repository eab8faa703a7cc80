package demo

import (
	"errors"
	"fmt"
	"slices"

	"xianjie/internal/review"
	"xianjie/workflow"
)

// pool is what the expert pool says of the demonstration's experts: field, native city, working city.
var pool = map[string][3]string{
	"sheng-zj1": {"产业发展", "370700", "370100"}, "sheng-zj2": {"乡村建设", "370900", "370900"}, "sheng-zj3": {"财政", "371400", "370100"},
	"sheng-zj4": {"产业发展", "370200", "370200"}, "sheng-zj5": {"乡村治理", "370800", "370100"}, "sheng-zj6": {"规划", "370300", "370100"},
	"sheng-zj7": {"人才培养", "370600", "370600"}, "sheng-zj8": {"产业发展", "371300", "371300"}, "sheng-zj9": {"水利", "371000", "370100"},
}

func (p *player) batch() (workflow.Batch, error) {
	batches, err := p.stage.Store.Batches(p.ctx)
	if err != nil {
		return workflow.Batch{}, err
	}
	i := slices.IndexFunc(batches, func(b workflow.Batch) bool { return b.Code == p.pack.BatchCode })
	return batches[i], nil
}

// inBatch plays an act of a provincial post on the batch as it stands.
func inBatch(do func(p *player, actor workflow.Actor, b workflow.Batch) error) act {
	return func(p *player, s Scene) error {
		actor, err := p.provincial(s.Role)
		if err != nil {
			return err
		}
		b, err := p.batch()
		if err != nil {
			return err
		}
		return do(p, actor, b)
	}
}

func moveBatch(action string) act {
	return inBatch(func(p *player, admin workflow.Actor, b workflow.Batch) error {
		_, err := p.stage.Service.MoveBatch(p.ctx, admin, workflow.BatchMove{Batch: b.ID, Version: b.Version, Action: action})
		return err
	})
}

// enlist enters every expert of the cast in the pool; who is there already stays as he is.
func enlist(p *player, s Scene) error {
	secretary, err := p.provincial(s.Role)
	if err != nil {
		return err
	}
	known, err := p.stage.Service.Experts(p.ctx, secretary)
	if err != nil {
		return err
	}
	for _, official := range provincial() {
		actor := p.stage.Actors[official.Login]
		if official.Role != workflow.Expert || slices.ContainsFunc(known, func(e workflow.PoolExpert) bool { return e.AccountID == actor.AccountID }) {
			continue
		}
		card := pool[official.Login]
		if _, err := p.stage.Service.SaveExpert(p.ctx, secretary, workflow.SaveExpert{AccountID: actor.AccountID, Unit: official.Unit, Field: card[0],
			NativeCity: card[1], WorkCity: card[2], Active: true}); err != nil {
			return err
		}
	}
	return nil
}

// drawPanels proposes a draw and publishes it.
func drawPanels(stage review.Stage, seed, reason string) act {
	return inBatch(func(p *player, secretary workflow.Actor, b workflow.Batch) error {
		d, err := p.stage.Service.ProposeDraw(p.ctx, secretary, workflow.ProposeDraw{Batch: b.ID, Stage: stage, Seed: seed, Reason: reason})
		if err != nil {
			return err
		}
		_, err = p.stage.Service.PublishDraw(p.ctx, secretary, workflow.DecideDraw{Batch: b.ID, Draw: d.ID, Version: d.Version})
		return err
	})
}

// tasks are a sample's reviews of a stage that stand, by expert code.
func (p *player) tasks(s Scene, stage review.Stage) ([]workflow.Review, error) {
	page, err := p.stage.Store.Reviews(p.ctx, workflow.ReviewQuery{ApplicationID: p.apps[s.Sample], Stage: stage, PageSize: 200})
	live := slices.DeleteFunc(page.Items, func(r workflow.Review) bool { return r.State == workflow.ReviewRecused })
	return live, err
}

// expertOf is the expert a task belongs to.
func (p *player) expertOf(r workflow.Review) (workflow.Actor, error) {
	for _, a := range p.stage.Actors {
		if a.AccountID == r.ExpertID {
			return a, nil
		}
	}
	return workflow.Actor{}, fmt.Errorf("没有专家 %s 的演示账号", r.ExpertCode)
}

// eachTask lets every expert of a sample's panel do something with his task.
func (p *player) eachTask(s Scene, stage review.Stage, do func(i int, expert workflow.Actor, r workflow.Review) error) error {
	tasks, err := p.tasks(s, stage)
	if err != nil {
		return err
	}
	for i, r := range tasks {
		expert, err := p.expertOf(r)
		if err != nil {
			return err
		}
		if err := do(i, expert, r); err != nil {
			return fmt.Errorf("专家 %s:%w", r.ExpertCode, err)
		}
	}
	return nil
}

func declare(stage review.Stage) act {
	return func(p *player, s Scene) error {
		return p.eachTask(s, stage, func(_ int, expert workflow.Actor, r workflow.Review) error {
			if r.State != workflow.ReviewAssigned {
				return nil
			}
			_, err := p.stage.Service.DeclareFree(p.ctx, expert, workflow.OnReview{Review: r.ID, Version: r.Version})
			return err
		})
	}
}

// handIn gives the totals written for the sample, in the order of the experts' codes.
func handIn(stage review.Stage) act {
	return func(p *player, s Scene) error {
		totals := writtenTotals[s.Sample]
		if stage == review.Defence {
			totals = heardTotals[s.Sample]
		}
		rubric, _ := p.pack.Review.Rubric(stage)
		return p.eachTask(s, stage, func(i int, expert workflow.Actor, r workflow.Review) error {
			if i >= len(totals) {
				return errors.New("脚本没有给出这位专家的分数")
			}
			sheet := Spread(rubric, totals[i])
			_, err := p.stage.Service.SubmitSheet(p.ctx, expert, workflow.OnReview{Review: r.ID, Version: r.Version, Sheet: &sheet})
			return err
		})
	}
}

// stepAside recuses the last expert of a panel.
func stepAside(stage review.Stage, reason string) act {
	return func(p *player, s Scene) error {
		tasks, err := p.tasks(s, stage)
		if err != nil {
			return err
		}
		r := tasks[len(tasks)-1]
		expert, err := p.expertOf(r)
		if err != nil {
			return err
		}
		_, err = p.stage.Service.Recuse(p.ctx, expert, workflow.OnReview{Review: r.ID, Version: r.Version, Text: reason})
		return err
	}
}

// explain lets every flagged expert of a panel answer.
func explain(answer string) act {
	return func(p *player, s Scene) error {
		flagged := 0
		err := p.eachTask(s, review.Written, func(_ int, expert workflow.Actor, r workflow.Review) error {
			task, err := p.stage.Service.Task(p.ctx, expert, r.ID)
			if err != nil || !task.Flagged {
				return err
			}
			flagged++
			_, err = p.stage.Service.Explain(p.ctx, expert, workflow.OnReview{Review: r.ID, Version: r.Version, Text: answer})
			return err
		})
		if err == nil && flagged == 0 {
			err = errors.New("没有专家被提示评分异常")
		}
		return err
	}
}

func lockRanking() act {
	return inBatch(func(p *player, secretary workflow.Actor, b workflow.Batch) error {
		_, err := p.stage.Service.LockRanking(p.ctx, secretary, workflow.LockRanking{Batch: b.ID, Version: b.Version, Seed: "2023011309"})
		return err
	})
}

// publishNotice drafts a notice of what is proposed and opens it.
func publishNotice() act {
	return inBatch(func(p *player, admin workflow.Actor, b workflow.Batch) error {
		n, err := p.stage.Service.DraftNotice(p.ctx, admin, workflow.DraftNotice{Batch: b.ID})
		if err != nil {
			return err
		}
		_, err = p.stage.Service.OpenNotice(p.ctx, admin, workflow.MoveNotice{Notice: n.ID, Version: n.Version})
		return err
	})
}

func (p *player) notice() (workflow.Notice, error) {
	b, err := p.batch()
	if err != nil {
		return workflow.Notice{}, err
	}
	notices, err := p.stage.Store.Notices(p.ctx, b.ID)
	if err != nil || len(notices) == 0 {
		return workflow.Notice{}, errors.Join(err, errors.New("没有公示"))
	}
	return notices[0], nil
}

func object(sample, text string) act {
	return func(p *player, _ Scene) error {
		n, err := p.notice()
		if err != nil {
			return err
		}
		app, err := p.app(sample)
		if err != nil {
			return err
		}
		_, err = p.stage.Service.FileObjection(p.ctx, workflow.Visitor("192.0.2.7"), workflow.FileObjection{Notice: n.ID, ApplicationNo: app.No, Text: text})
		return err
	}
}

func answerObjection(answer string) act {
	return func(p *player, s Scene) error {
		admin, err := p.provincial(s.Role)
		if err != nil {
			return err
		}
		n, err := p.notice()
		if err != nil {
			return err
		}
		open, err := p.stage.Store.Objections(p.ctx, n.ID)
		if err != nil {
			return err
		}
		for _, o := range open {
			if _, err := p.stage.Service.AnswerObjection(p.ctx, admin, workflow.AnswerObjection{Objection: o.ID, Version: o.Version, Answer: answer}); err != nil {
				return err
			}
		}
		return nil
	}
}

func award(p *player, s Scene) error {
	return p.step(s, workflow.Command{Action: workflow.Award, Opinion: "公示期满,异议已答复,同意立项",
		Input: workflow.Input{AwardDocNo: "鲁乡振发〔2023〕2号"}})
}
