package api

import (
	"slices"
	"strings"
	"time"

	"xianjie/internal/review"
	"xianjie/workflow"
)

// ranking is a locked ranking with everything that led to it. Experts go by their codes.
type ranking struct {
	RankingHead
	Published bool        `json:"published" doc:"已经公示"`
	Params    rankParams  `json:"params" doc:"汇总口径"`
	Rows      []rankedRow `json:"rows" doc:"按名次"`
	Advice    *advice     `json:"advice,omitzero" doc:"稳健性分析,仅供参考;只有省级可见"`
}

// RankingHead is what identifies a locked ranking.
type RankingHead struct {
	No       int       `json:"no" doc:"本批第几次锁定"`
	Seed     string    `json:"seed" doc:"抽签的种子;没有抽签为空"`
	Digest   string    `json:"digest" doc:"ranking.json 的 SHA-256"`
	LockedBy string    `json:"lockedBy" doc:"锁定岗位"`
	LockedAt time.Time `json:"lockedAt"`
}

func headView(k workflow.Ranking) RankingHead {
	return RankingHead{k.No, k.Seed, k.Digest, k.Name, k.LockedAt.UTC()}
}

// lockedRanking answers the locking.
type lockedRanking struct {
	RankingHead
	Places []RankedPlace `json:"places"`
}

// RankedPlace is one place of a ranking.
type RankedPlace struct {
	Rank           int      `json:"rank" doc:"名次;各项都相同又未抽签的并列"`
	ApplicationID  string   `json:"applicationId"`
	No             string   `json:"no" doc:"申报编号"`
	DecidedBy      string   `json:"decidedBy" doc:"综合分相同时,与前一名分出先后的项目;空表示综合分不同"`
	DecidedByLabel string   `json:"decidedByLabel"`
	Tied           []string `json:"tied" doc:"并列的申报编号"`
}

func placeView(p review.Place, nos map[string]string) RankedPlace {
	return RankedPlace{p.Rank, p.Application, nos[p.Application], string(p.DecidedBy), tieLabel(p.DecidedBy),
		each(p.Tied, func(id string) string { return nos[id] })}
}

func lockedView(k workflow.Ranking, nos map[string]string) lockedRanking {
	return lockedRanking{headView(k), each(k.Places, func(p review.Place) RankedPlace { return placeView(p, nos) })}
}

// tieLabel is a key of the tie-break chain in words.
func tieLabel(key review.TieKey) string {
	switch key {
	case "":
		return ""
	case review.ByWritten:
		return "书面均分"
	case review.ByIntegration:
		return "整合比例"
	case review.ByLot:
		return "抽签"
	default:
		return string(key) + " 均分"
	}
}

// rankParams is the 汇总口径 a ranking was made with.
type rankParams struct {
	MinExperts    int               `json:"minExperts" doc:"每阶段至少几位有效专家"`
	TrimFrom      int               `json:"trimFrom" doc:"从几位起去掉最高、最低各一"`
	WrittenWeight points            `json:"writtenWeight"`
	DefenceWeight points            `json:"defenceWeight"`
	PassLine      points            `json:"passLine" doc:"合格线"`
	MaxAwards     int               `json:"maxAwards" doc:"立项数上限,0 为不限"`
	TieBreak      []string          `json:"tieBreak" doc:"并列时依次比较的项目:WRITTEN 书面均分,INTEGRATION 整合比例,LOT 抽签,其余为维度代码"`
	Dimensions    []rankedDimension `json:"dimensions" doc:"评分表的各维度"`
}

// rankedDimension names a code of dims and of tieBreak.
type rankedDimension struct {
	Stage  string `json:"stage" enum:"WRITTEN,DEFENCE"`
	Code   string `json:"code"`
	Name   string `json:"name"`
	Weight points `json:"weight" doc:"满分"`
}

func dimensionsView(setup review.Setup) []rankedDimension {
	out := []rankedDimension{}
	for _, stage := range []review.Stage{review.Written, review.Defence} {
		rubric, _ := setup.Rubric(stage)
		for _, d := range rubric.Dimensions {
			out = append(out, rankedDimension{string(stage), d.Code, d.Name, points{d.Weight}})
		}
	}
	return out
}

// rankedRow is one application's place with its workings.
type rankedRow struct {
	RankedPlace
	City      division     `json:"city"`
	County    division     `json:"county"`
	Title     string       `json:"title"`
	Lot       int          `json:"lot" doc:"抽得的签号,0 为没有抽签"`
	Composite points       `json:"composite" doc:"综合分"`
	Working   string       `json:"working" doc:"综合分的算式"`
	Passed    bool         `json:"passed" doc:"达到合格线"`
	Written   *stageMean   `json:"written" doc:"书面评审"`
	Defence   *stageMean   `json:"defence" doc:"视频答辩;不用这一阶段的为 null"`
	Site      *siteOutcome `json:"site" doc:"现场核查;不用这一阶段的为 null"`
}

// stageMean is one stage's result with its working.
type stageMean struct {
	Effective int               `json:"effective" doc:"有效专家人数"`
	Dropped   []points          `json:"dropped" doc:"去掉的最低、最高分"`
	Kept      []string          `json:"kept" doc:"计入的专家编号"`
	Mean      *points           `json:"mean" doc:"均分;专家不足为 null"`
	Dims      map[string]points `json:"dims" doc:"各维度均分"`
	Working   string            `json:"working" doc:"均分的算式"`
	Marks     []givenMark       `json:"marks" doc:"各专家的原始分,按专家编号"`
}

// givenMark is one expert's total and what became of it.
type givenMark struct {
	Expert string `json:"expert" doc:"专家编号"`
	Total  points `json:"total" doc:"原始总分"`
	Fate   string `json:"fate" enum:"KEPT,DROPPED,RECUSED" doc:"计入、去掉(最高或最低)、回避不计"`
}

func meanView(r *workflow.Result) *stageMean {
	st := r.Stage
	return &stageMean{st.Effective, each(st.Dropped, func(p review.Points) points { return points{p} }), append([]string{}, st.Kept...),
		pointsOf(st.Mean), scored(st.Dims), st.Working, marksView(r.Marks, st)}
}

func marksView(marks []review.Mark, st *review.StageResult) []givenMark {
	out := each(marks, func(m review.Mark) givenMark {
		given := givenMark{m.Expert, points{m.Total}, "DROPPED"}
		switch {
		case m.Recused:
			given.Fate = "RECUSED"
		case st.Mean == nil || slices.Contains(st.Kept, m.Expert): // too few to drop any
			given.Fate = "KEPT"
		}
		return given
	})
	slices.SortFunc(out, func(a, b givenMark) int { return strings.Compare(a.Expert, b.Expert) })
	return out
}

// siteOutcome is a site check as the composite saw it.
type siteOutcome struct {
	Result    string `json:"result" enum:"PASS,ISSUES,FAIL"`
	Deduction points `json:"deduction" doc:"扣分"`
}

// standing is one ranked application with all that is kept of it.
type standing struct {
	place     review.Place
	row       review.Row
	app       workflow.Application
	written   *workflow.Result
	defence   *workflow.Result
	composite *workflow.Result
}

// standings are the ranked applications, best first.
func standings(v workflow.RankingView) []standing {
	return each(v.Ranking.Places, func(p review.Place) standing {
		st := standing{place: p}
		for _, row := range v.Ranking.Rows {
			if row.Application == p.Application {
				st.row = row
			}
		}
		for _, app := range v.Applications {
			if app.ID == p.Application {
				st.app = app
			}
		}
		for i := range v.Results {
			if r := &v.Results[i]; r.ApplicationID == p.Application {
				into := map[workflow.ResultKind]**workflow.Result{workflow.ResultWritten: &st.written, workflow.ResultDefence: &st.defence,
					workflow.ResultComposite: &st.composite}[r.Kind]
				*into = r
			}
		}
		return st
	})
}

func numbersOf(v workflow.RankingView) map[string]string {
	nos := map[string]string{}
	for _, a := range v.Applications {
		nos[a.ID] = a.No
	}
	return nos
}

func rankingView(v workflow.RankingView) ranking {
	nos := numbersOf(v)
	out := ranking{RankingHead: headView(v.Ranking), Published: v.Published, Rows: each(standings(v), func(st standing) rankedRow {
		return rowOfStanding(v.Setup, st, nos)
	}), Params: rankParams{v.Setup.MinExperts, v.Setup.TrimFrom, points{v.Setup.WrittenWeight}, points{v.Setup.DefenceWeight}, points{v.Setup.PassLine},
		v.Setup.MaxAwards, each(v.Setup.TieBreak, func(k review.TieKey) string { return string(k) }),
		dimensionsView(v.Setup)}}
	if v.Advice != nil {
		out.Advice = adviceView(*v.Advice, nos)
	}
	return out
}

func rowOfStanding(setup review.Setup, st standing, nos map[string]string) rankedRow {
	row := rankedRow{RankedPlace: placeView(st.place, nos), City: division{st.app.CityCode, st.app.CityName}, County: division{st.app.CountyCode, st.app.CountyName},
		Title: st.app.Title, Lot: st.row.Lot, Composite: points{st.row.Composite}, Passed: st.row.Composite >= setup.PassLine}
	if st.written != nil {
		row.Written = meanView(st.written)
	}
	if st.defence != nil {
		row.Defence = meanView(st.defence)
	}
	if c := st.composite; c != nil {
		row.Working = c.Composite.Working
		if c.Site != nil {
			row.Site = &siteOutcome{string(c.Site.Verdict), points{c.Site.Deduction}}
		}
	}
	return row
}

// advice says how far a ranking hangs on single experts.
type advice struct {
	Note   string     `json:"note" example:"仅供参考"`
	Rows   []steadied `json:"rows"`
	Movers []mover    `json:"movers" doc:"少了这位专家,立项名单就会不同"`
}

// steadied is how far one application's composite could have differed.
type steadied struct {
	No              string   `json:"no" doc:"申报编号"`
	Composite       points   `json:"composite"`
	Low             points   `json:"low" doc:"少任一专家时的最低分"`
	LowWithout      string   `json:"lowWithout" doc:"少哪位专家时最低;空表示就是综合分"`
	High            points   `json:"high"`
	HighWithout     string   `json:"highWithout"`
	Plain           points   `json:"plain" doc:"不去最高最低时"`
	Adjusted        points   `json:"adjusted" doc:"扣除各专家宽严差异后"`
	Awarded         bool     `json:"awarded" doc:"在立项线以上"`
	AwardedPlain    bool     `json:"awardedPlain"`
	AwardedAdjusted bool     `json:"awardedAdjusted"`
	TurnedBy        []string `json:"turnedBy" doc:"少了其中任一专家,是否立项就会改变"`
}

// mover is an expert on whom the award line hangs.
type mover struct {
	Expert string   `json:"expert" doc:"专家编号"`
	Gains  []string `json:"gains" doc:"少了他会立项的申报编号"`
	Loses  []string `json:"loses" doc:"少了他不再立项的申报编号"`
}

func adviceView(a review.Robustness, nos map[string]string) *advice {
	no := func(id string) string { return nos[id] }
	out := advice{Note: "仅供参考,排名以公布的口径为准", Movers: each(a.Movers, func(m review.Mover) mover {
		return mover{m.Expert, each(m.Gains, no), each(m.Loses, no)}
	})}
	out.Rows = each(a.Rows, func(r review.Steadiness) steadied {
		return steadied{nos[r.Application], points{r.Composite}, points{r.Low}, r.LowWithout, points{r.High}, r.HighWithout, points{r.Plain},
			points{r.Adjusted}, r.Awarded, r.AwardedPlain, r.AwardedAdjusted, slices.Concat([]string{}, r.TurnedBy)}
	})
	return &out
}
