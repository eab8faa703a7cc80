package workflow

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/review"
	"xianjie/policy"
)

// The limits of a notice's texts, in characters.
const (
	titleLimit      = 200
	phoneLimit      = 64
	noticeBodyLimit = 20_000
)

const noticeChannel = "省乡村振兴局、省财政厅门户网站"

// The places a draft's text leaves open; they are filled in when the notice opens, so that text, list and dates never disagree.
const (
	slotList   = "【名单】"
	slotPeriod = "【公示起止日期】"
	slotPhone  = "【监督电话】"
)

func noticeTitle(b Batch) string { return "关于" + b.Title + "拟立项名单的公示" }

// noticeText is the text a draft begins with.
func noticeText(b Batch, pack *policy.Pack) string {
	return strings.Join([]string{
		"根据" + b.BasisDocNo + "文件规定,经县级申报、市级推荐、省级形式审查" + judgedBy(pack) + ",拟对下列衔接乡村振兴集中推进区予以立项,现予公示。",
		"一、拟立项名单", slotList,
		"二、公示时间",
		slotPeriod + "," + period(pack) + ",起止日均含。",
		"三、异议的提出",
		"任何单位和个人对公示内容有异议的,可在公示期内通过本页面提出,也可拨打监督电话反映。请写明所涉申报、事实和理由;留下联系方式的,仅供核实之用,不予公开。" +
			"提出后请记下回执号,可凭回执号查询办理情况和答复。公示期满后提出的,本公示不再受理。",
		"监督电话:" + slotPhone,
	}, "\n")
}

// judgedBy names the stages of review the batch uses.
func judgedBy(pack *policy.Pack) string {
	names := map[policy.Stage]string{policy.StageExpertReview: "、专家评审", policy.StageDefence: "、视频答辩", policy.StageSiteCheck: "、现场核查"}
	text := ""
	for _, stage := range pack.Params.Stages {
		text += names[stage]
	}
	return text
}

func period(pack *policy.Pack) string {
	unit := "个自然日"
	if pack.Params.PublicNoticeBasis == policy.WorkingDays {
		unit = "个工作日"
	}
	return fmt.Sprintf("共 %d %s", pack.Params.PublicNoticeDays, unit)
}

// filledIn is the text with its open places filled in; the dates of a draft are still to come.
func (n Notice) filledIn(pack *policy.Pack) string {
	dates := "自发布之日起"
	if n.OpensAt != nil && n.ClosesAt != nil {
		day := func(t time.Time) string { return t.In(pack.Zone()).Format("2006年1月2日") }
		dates = day(*n.OpensAt) + "至" + day(n.ClosesAt.Add(-time.Microsecond))
	}
	return strings.NewReplacer(slotList, listed(n.Entries), slotPeriod, dates, slotPhone, n.Phone).Replace(n.Body)
}

// listed is the list as text, amounts in 万元.
func listed(entries []NoticeEntry) string {
	var b strings.Builder
	var total money.Fen
	for i, e := range entries {
		fmt.Fprintf(&b, "%d. %s%s:%s(%s),行政村 %d 个,排名第 %d,拟奖补 %s 万元\n", i+1, e.City, e.County, e.Title, e.No, e.Villages, e.Rank, e.Amount)
		total += e.Amount
	}
	fmt.Fprintf(&b, "合计 %d 个,拟奖补 %s 万元。", len(entries), total)
	return b.String()
}

// unlisted are the applications no published notice names any more, or yet.
func unlisted(waiting []Application, all []Notice) []Application {
	return slices.DeleteFunc(slices.Clone(waiting), func(a Application) bool {
		return slices.ContainsFunc(all, func(n Notice) bool { return n.State != NoticeDraft && n.names(a.ID) })
	})
}

// entriesOf are the lines of a list, by rank: the place of the locked ranking and the amount of the county's tier.
func entriesOf(tx Tx, c *Case, apps []Application) ([]NoticeEntry, error) {
	entries := make([]NoticeEntry, 0, len(apps))
	if len(apps) == 0 {
		return entries, nil
	}
	around, err := tx.Surroundings(apps[0], WantRanking) // the ranking is the batch's
	if err != nil {
		return nil, err
	}
	for _, a := range apps {
		amount, err := awardOf(c.Pack, a)
		if err != nil {
			return nil, err
		}
		entries = append(entries, NoticeEntry{ApplicationID: a.ID, No: a.No, City: a.CityName, County: a.CountyName, Title: a.Title,
			Villages: a.Summary.Villages, Rank: placeIn(around.Ranking, a.ID), Amount: amount})
	}
	slices.SortStableFunc(entries, func(x, y NoticeEntry) int {
		if x.Rank != y.Rank {
			return x.Rank - y.Rank
		}
		return strings.Compare(x.No, y.No)
	})
	return entries, nil
}

func placeIn(r *Ranking, application string) int {
	if r == nil {
		return 0
	}
	i := slices.IndexFunc(r.Places, func(p review.Place) bool { return p.Application == application })
	if i < 0 {
		return 0
	}
	return r.Places[i].Rank
}
