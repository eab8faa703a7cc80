package policy

import (
	"regexp"
	"slices"

	"xianjie/internal/review"
)

// stages must be known, each once; written review and public notice cannot be left out: without the one nothing is judged, without
// the other nobody could object.
func (c *packCheck) stages() {
	stages := c.pack.Params.Stages
	seen := map[string]bool{}
	for i, stage := range stages {
		place := at("/params/stages/", i, "")
		if !slices.Contains([]Stage{StageExpertReview, StageDefence, StageSiteCheck, StagePublicNotice}, stage) {
			c.wrong(place, "环节“"+string(stage)+"”不存在,只能是 EXPERT_REVIEW、DEFENCE、SITE_CHECK、PUBLIC_NOTICE")
		}
		c.unique(place, string(stage), seen, "环节")
	}
	if !seen[string(StageExpertReview)] {
		c.wrong("/params/stages", "书面评审(EXPERT_REVIEW)不能省去,请补上")
	}
	if !seen[string(StagePublicNotice)] {
		c.wrong("/params/stages", "公示(PUBLIC_NOTICE)不能省去,请补上")
	}
}

// phonePattern is a telephone number as a notice prints it: "12317", "0531-51789999", "0531-51789999转8012".
var phonePattern = regexp.MustCompile(`^[0-9](?:[0-9-]{3,18})[0-9](?:转[0-9]{1,6})?$`)

func (c *packCheck) notice() {
	m := &c.pack.Params
	c.within("/params/publicNoticeDays", m.PublicNoticeDays, 1, mostDays)
	if b := m.PublicNoticeBasis; b != CalendarDays && b != WorkingDays {
		c.wrong("/params/publicNoticeBasis", "公示期的算法只能是 CALENDAR(自然日)或 WORKDAYS(工作日)")
	}
	if !phonePattern.MatchString(m.SupervisionPhone) {
		c.wrong("/params/supervisionPhone", "请填写公示用的监督电话,如 12317 或 0531-51789999")
	}
}

// review checks the setup, and that a stage in use can be scored.
func (c *packCheck) review() {
	for _, p := range c.pack.Review.Validate() {
		c.wrong("/review"+p.Location, p.Message)
	}
	if _, ok := c.pack.Review.Rubric(review.Defence); !ok && c.pack.Uses(StageDefence) {
		c.wrong("/review/rubrics", "本批次设视频答辩,缺少答辩(DEFENCE)的评分表")
	}
}
