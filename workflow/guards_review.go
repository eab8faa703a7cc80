package workflow

import (
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/review"
	"xianjie/policy"
)

// reviewing: the batch must have ended its collection, so that everybody is judged side by side.
func reviewing(c *Case) []Block {
	if c.Batch.State == BatchReviewing {
		return nil
	}
	return block("", "本批次现为“"+c.Batch.State.Label()+"”,须先结束申报、进入评审")
}

// sheetsIn: a stage closes when enough experts remain and every one of them has handed in (domain 3.5.2, 4.4).
func sheetsIn(stage review.Stage) Guard {
	return func(c *Case) []Block {
		effective, missing := 0, []string{}
		for _, r := range c.sheets(stage) {
			effective++
			if r.State != ReviewSubmitted {
				missing = append(missing, r.ExpertCode)
			}
		}
		var blocks []Block
		if least := c.Setup.MinExperts; effective < least {
			blocks = append(blocks, Block{Message: fmt.Sprintf("有效专家 %d 人,至少须 %d 人,请补抽专家", effective, least)})
		}
		if len(missing) > 0 {
			blocks = append(blocks, Block{Message: fmt.Sprintf("还有 %d 位专家没有交分:%s", len(missing), strings.Join(missing, "、"))})
		}
		return blocks
	}
}

// outliersAnswered: every outlier must have been explained in writing, for the total it has now (domain 4.4.4).
func outliersAnswered(stage review.Stage) Guard {
	return func(c *Case) []Block {
		var blocks []Block
		for _, o := range c.outliers(stage) {
			i := slices.IndexFunc(c.Around.Reviews, func(r Review) bool { return r.Stage == stage && r.ExpertCode == o.Expert && r.State == ReviewSubmitted })
			if r := c.Around.Reviews[i]; r.Explanation == "" || r.ExplainedFor != r.Total {
				blocks = append(blocks, Block{Message: fmt.Sprintf("专家 %s 的总分与其他专家均分相差超过 %s 分,须由本人书面说明", o.Expert, c.Setup.OutlierAbove)})
			}
		}
		return blocks
	}
}

// sheets are the reviews of a stage that count: all that were not recused.
func (c *Case) sheets(stage review.Stage) []Review {
	var kept []Review
	for _, r := range c.Around.Reviews {
		if r.Stage == stage && r.State != ReviewRecused {
			kept = append(kept, r)
		}
	}
	return kept
}

// outliers are flagged once everybody who counts has handed in: before, the others' mean is nobody's to know.
func (c *Case) outliers(stage review.Stage) []review.Outlier {
	return outliersOf(c.Setup, c.Around.Reviews, stage)
}

func outliersOf(setup review.Setup, all []Review, stage review.Stage) []review.Outlier {
	if slices.ContainsFunc(all, func(r Review) bool {
		return r.Stage == stage && r.State != ReviewRecused && r.State != ReviewSubmitted
	}) {
		return nil
	}
	return setup.Outliers(marksOf(setup, all, stage))
}

// marksOf are a stage's sheets as the aggregation sees them, by expert code; a recused one that was handed in stays visible as such.
func marksOf(setup review.Setup, all []Review, stage review.Stage) []review.Mark {
	rubric, _ := setup.Rubric(stage)
	marks := []review.Mark{}
	for _, r := range all {
		if r.Stage != stage || r.SubmittedAt == nil {
			continue
		}
		marks = append(marks, review.Mark{Expert: r.ExpertCode, Total: r.Total, Dims: rubric.Dims(r.Sheet), Recused: r.State == ReviewRecused})
	}
	slices.SortFunc(marks, func(a, b review.Mark) int { return strings.Compare(a.Expert, b.Expert) })
	return marks
}

// defenceHeld: the order is drawn and attendance recorded (domain 4.2).
func defenceHeld(c *Case) []Block {
	switch d := c.Around.Defence; {
	case d == nil:
		return block("", "还没有抽取答辩次序")
	case d.HeldAt == nil:
		return block("", "还没有登记答辩参会情况")
	default:
		return nil
	}
}

// siteChecked: the check is handed in and did not fail; a failed one goes to the disqualification procedure (domain 4.3).
func siteChecked(c *Case) []Block {
	switch s := c.Around.Site; {
	case s == nil || s.SubmittedAt == nil:
		return block("", "现场核查单还没有提交")
	case s.Verdict == review.SiteFail:
		return block("", "现场核查结论为不通过,须转取消资格程序")
	default:
		return nil
	}
}

// ranked: the batch's ranking is locked and names this application.
func ranked(c *Case) []Block {
	if c.place() == nil {
		return block("", "本批排名还没有锁定")
	}
	return nil
}

func (c *Case) place() *review.Place {
	if c.Around.Ranking == nil {
		return nil
	}
	for i, p := range c.Around.Ranking.Places {
		if p.Application == c.App.ID {
			return &c.Around.Ranking.Places[i]
		}
	}
	return nil
}

// composite is the locked composite of the application, nil when there is none.
func (c *Case) composite() *review.Composite {
	for _, r := range c.Around.Results {
		if r.Kind == ResultComposite {
			return r.Composite
		}
	}
	return nil
}

// belowLine reports whether the composite misses the pass line, with the figures.
func (c *Case) belowLine() (bool, string) {
	k := c.composite()
	if k == nil || k.Points == nil {
		return true, "没有合成分"
	}
	return *k.Points < c.Setup.PassLine, fmt.Sprintf("合成分 %s,合格线 %s", k.Points.Fixed(), c.Setup.PassLine.Fixed())
}

// beyond reports whether the place lies past the number of awards the pack allows (domain A19); equal ones on the last place are within only
// when all of them fit, as review.Setup.Awarded has it.
func (c *Case) beyond() bool {
	p := c.place()
	return c.Setup.MaxAwards > 0 && p != nil && p.Rank+len(p.Tied) > c.Setup.MaxAwards
}

// withinAwards: 合成分 ≥ 合格线,且在立项数内.
func withinAwards(c *Case) []Block {
	var blocks []Block
	if below, figures := c.belowLine(); below {
		blocks = append(blocks, Block{Message: figures + ",不能拟立项"})
	}
	if c.beyond() {
		blocks = append(blocks, Block{Message: fmt.Sprintf("名次第 %d,本批最多立项 %d 个", c.place().Rank, c.Setup.MaxAwards)})
	}
	return blocks
}

// vetoes are the veto items a quorum of experts ticked in the written stage.
func (c *Case) vetoes() []string {
	for _, r := range c.Around.Results {
		if r.Kind == ResultWritten {
			return r.Vetoes
		}
	}
	return nil
}

// vetoRuled: what a quorum ticked is not decided by itself but ruled on by both bureaus in writing (domain 4.1).
func vetoRuled(c *Case) []Block {
	if len(c.vetoes()) == 0 || strings.TrimSpace(c.Input.VetoRuling) != "" {
		return nil
	}
	return block("", fmt.Sprintf("%d 名以上专家勾选一票否决(%s),须由省两厅局写明裁决意见后方可办理",
		c.Setup.VetoQuorum, strings.Join(c.Setup.VetoNames(c.vetoes()), "、")))
}

// rejectGrounded: the ground given must be true.
func rejectGrounded(c *Case) []Block {
	switch c.Input.RejectGround {
	case GroundBelowLine:
		if below, figures := c.belowLine(); !below {
			return block("", figures+",不能以低于合格线为由")
		}
	case GroundBeyond:
		if !c.beyond() {
			return block("", "名次在立项数内,不能以超出立项数为由")
		}
	case GroundVetoed:
		if len(c.vetoes()) == 0 {
			return block("", "没有达到人数的一票否决,不能以此为由")
		}
		return vetoRuled(c)
	case GroundObjection:
		if !slices.ContainsFunc(c.Around.Objections, upheld) {
			return block("", "没有成立的异议,不能以此为由")
		}
	}
	return nil
}

func upheld(o Objection) bool { return o.Upheld != nil && *o.Upheld }

// noticeOver: the application stood on a notice whose period is over by the clock read under the lock (half-open).
func noticeOver(c *Case) []Block {
	n := c.Around.Notice
	switch {
	case n == nil || n.ClosesAt == nil || !n.names(c.App.ID):
		return block("", "还没有公示")
	case c.Now.Before(*n.ClosesAt):
		return block("", "公示期至 "+shown(*n.ClosesAt, c.Pack.Zone())+",期满后方可立项")
	default:
		return nil
	}
}

// names reports whether the notice lists the application and it was not taken off since.
func (n Notice) names(application string) bool {
	return slices.ContainsFunc(n.Entries, func(e NoticeEntry) bool { return e.ApplicationID == application && !e.Left })
}

// objectionsAnswered: no objection that concerns the application is open, none was upheld.
func objectionsAnswered(c *Case) []Block {
	var blocks []Block
	for _, o := range c.Around.Objections {
		switch {
		case o.Upheld == nil:
			blocks = append(blocks, Block{Message: "异议 " + o.ReceiptNo + " 还没有答复"})
		case *o.Upheld:
			blocks = append(blocks, Block{Message: "异议 " + o.ReceiptNo + " 成立,须退回评审后再定"})
		}
	}
	return blocks
}

// objectionUpheld: only an upheld objection takes an application off the notice.
func objectionUpheld(c *Case) []Block {
	if slices.ContainsFunc(c.Around.Objections, upheld) {
		return nil
	}
	return block("", "没有成立的异议,不能退回评审")
}

// stageOf is the pack's word for a state of review; "" for other states.
func stageOf(s State) policy.Stage {
	switch s {
	case ExpertReview:
		return policy.StageExpertReview
	case Defence:
		return policy.StageDefence
	case SiteCheck:
		return policy.StageSiteCheck
	default:
		return ""
	}
}

// landing is where a step that leads to a state arrives: stages the pack switches off are passed over.
func landing(pack *policy.Pack, to State) State {
	next := map[State]State{ExpertReview: Defence, Defence: SiteCheck, SiteCheck: Reviewed}
	for stageOf(to) != "" && !pack.Uses(stageOf(to)) {
		to = next[to]
	}
	return to
}
