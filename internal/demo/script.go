package demo

import (
	"cmp"
	"slices"
	"time"

	"xianjie/internal/proposal"
	"xianjie/internal/sample"
	"xianjie/policy"
	"xianjie/workflow"
)

// Scene is one act of the walk: who does what to which sample, when, and what must come of it.
type Scene struct {
	At      string // RFC 3339, Beijing time
	Sample  string // "A01"; "" for the batch
	Role    workflow.Role
	Act     string // what is written in the table
	Do      act
	State   workflow.State  // state afterwards
	Blocked []policy.RuleID // rules that must refuse it; nil when it must go through

	after int    // among scenes of one instant, the smaller first
	unit  string // of several posts of the role the one of this unit; "" for the first
	only  string // plays for this sample alone; "" for every one it is written for
}

// act is how a scene is played.
type act func(p *player, s Scene) error

// script is the whole walk, in the order of time. Report and submission instants are those the samples record.
func script() []Scene {
	scenes := []Scene{}
	for _, id := range []string{"A01", "A02", "A03", "A04", "A05", "A06"} {
		scenes = append(scenes,
			Scene{At: "2022-11-21T09:00:00+08:00", Sample: id, Role: workflow.CountyFiler, Act: "导入申报书,建立草稿", Do: importDraft, State: workflow.Draft},
			Scene{At: "2022-11-22T09:30:00+08:00", Sample: id, Role: workflow.CountyFiler, Act: "上传附件", Do: uploadPapers, State: workflow.Draft},
			Scene{At: "2022-11-22T14:00:00+08:00", Sample: id, Role: workflow.CountyDepartment, Act: "上传承诺文件,确认资金和项目", Do: confirmOwn, State: workflow.Draft})
	}
	scenes = append(scenes, confirmed()...)
	scenes = append(scenes, passing("A01", "2022-12-01T09:00:00+08:00", "2022-12-10T23:59:59+08:00")...)
	scenes = append(scenes, passing("A02", "2022-12-01T10:00:00+08:00", "2022-12-10T23:30:00+08:00")...)
	scenes = append(scenes, passing("A03", "2022-12-01T11:00:00+08:00", "2022-12-08T16:00:00+08:00")...)
	scenes = append(scenes, submitted("A04", "2022-11-29T10:20:00+08:00", "2022-12-01T14:00:00+08:00")...)
	scenes = append(scenes, Scene{At: "2022-12-09T11:05:00+08:00", Sample: "A04", Role: workflow.CityReviewer, Act: "拟推荐", Do: shortlist,
		State: workflow.CityReview, Blocked: []policy.RuleID{"F06"}})
	scenes = append(scenes, submitted("A05", "2022-11-29T10:20:00+08:00", "2022-12-01T15:00:00+08:00")...)
	scenes = append(scenes, waivedThrough()...)
	scenes = append(scenes, late()...)
	scenes = append(scenes, province()...)
	scenes = append(scenes, reviewed()...)
	scenes = append(scenes, funded()...)
	scenes = slices.DeleteFunc(scenes, func(s Scene) bool { return s.only != "" && s.only != s.Sample })
	slices.SortStableFunc(scenes, func(a, b Scene) int { return cmp.Or(a.when().Compare(b.when()), cmp.Compare(a.after, b.after)) })
	return scenes
}

// confirmed: every department of the counties that will be awarded stands up for its money and projects, and so do the finance bureaus of
// county and city, where there is anything; 平邑县, a key county, plans no money of city and county.
func confirmed() []Scene {
	const lines = "确认县级衔接资金"
	var scenes []Scene
	for _, id := range []string{"A01", "A02", "A04", "A05", "A06"} {
		scenes = append(scenes, Scene{At: "2022-11-22T15:00:00+08:00", Sample: id, Role: workflow.CountyFinance, Act: lines,
			Do: confirmLine(proposal.SourceLinkageCounty), State: workflow.Draft})
	}
	for _, id := range []string{"A01", "A02", "A03"} {
		for i, unit := range departments(mustDoc(id)) {
			if i > 0 { // the first has its scene beside the other counties'
				scenes = append(scenes, Scene{At: "2022-11-22T14:30:00+08:00", Sample: id, Role: workflow.CountyDepartment, Act: "上传承诺文件,确认资金和项目",
					Do: confirmOwn, State: workflow.Draft, unit: unit})
			}
		}
	}
	for _, id := range []string{"A01", "A02"} {
		scenes = append(scenes, Scene{At: "2022-12-02T09:00:00+08:00", Sample: id, Role: workflow.CityFinance, Act: "确认市级衔接资金",
			Do: confirmLine(proposal.SourceLinkageCity), State: workflow.CityReview})
	}
	return scenes
}

// mustDoc is a sample's document; the samples are part of the program and its tests read each.
func mustDoc(id string) *proposal.Proposal {
	doc, _, err := proposal.Decode(sample.Application(id))
	if err != nil {
		panic(err)
	}
	return doc
}

func (s Scene) when() time.Time {
	t, err := time.Parse(time.RFC3339, s.At)
	if err != nil {
		panic(err) // the script is a literal; the walk's own test plays every scene
	}
	return t
}

func submitted(id, submit, accept string) []Scene {
	return []Scene{
		{At: submit, Sample: id, Role: workflow.CountySigner, Act: "以县政府名义提交上报", Do: step(workflow.Command{Action: workflow.Submit}), State: workflow.Submitted},
		{At: accept, Sample: id, Role: workflow.CityReviewer, Act: "受理", Do: step(workflow.Command{Action: workflow.Accept}), State: workflow.CityReview},
	}
}

func passing(id, accept, report string) []Scene {
	return append(submitted(id, "2022-11-29T10:20:00+08:00", accept),
		Scene{At: "2022-12-05T09:00:00+08:00", Sample: id, Role: workflow.CityReviewer, Act: "拟推荐并签署", Do: shortlist, State: workflow.CityReview},
		Scene{At: "2022-12-05T15:00:00+08:00", Sample: id, Role: workflow.CityFinance, Act: "会签推荐", Do: shortlist, State: workflow.Shortlisted},
		Scene{At: report, Sample: id, Role: workflow.CitySigner, Act: "报省", Do: reportUp, State: workflow.Reported})
}

// waivedThrough: 莒县 is stopped by two “原则上” rules, the province grants both waivers, and the city goes on.
func waivedThrough() []Scene {
	return []Scene{
		{At: "2022-12-07T09:40:00+08:00", Sample: "A05", Role: workflow.CityReviewer, Act: "拟推荐", Do: shortlist, State: workflow.CityReview, Blocked: []policy.RuleID{"V01", "P02"}},
		{At: "2022-12-09T14:00:00+08:00", Sample: "A05", Role: workflow.ProvAdmin, Act: "批准豁免 V01(村数)", Do: waive("V01", "山区村庄居住集中,连片条件好", "鲁乡振函〔2022〕101号"), State: workflow.CityReview},
		{At: "2022-12-09T14:10:00+08:00", Sample: "A05", Role: workflow.ProvAdmin, Act: "批准豁免 P02(购买类)", Do: waive("P02", "商铺另签务工协议,已补充联结方式", "鲁乡振函〔2022〕102号"), State: workflow.CityReview},
		{At: "2022-12-09T15:00:00+08:00", Sample: "A05", Role: workflow.CityReviewer, Act: "拟推荐并签署", Do: shortlist, State: workflow.CityReview},
		{At: "2022-12-09T16:00:00+08:00", Sample: "A05", Role: workflow.CityFinance, Act: "会签推荐", Do: shortlist, State: workflow.Shortlisted},
		{At: "2022-12-10T10:00:00+08:00", Sample: "A05", Role: workflow.CitySigner, Act: "报省", Do: reportUp, State: workflow.Reported},
	}
}

// late: 安丘市 is stopped at home by a missing resolution and its minutes, mends both, and comes after the deadline.
func late() []Scene {
	return []Scene{
		{At: "2022-12-09T17:45:00+08:00", Sample: "A06", Role: workflow.CountySigner, Act: "以县政府名义提交上报", Do: step(workflow.Command{Action: workflow.Submit}),
			State: workflow.Draft, Blocked: []policy.RuleID{"D02", "D06"}},
		{At: "2022-12-11T08:50:00+08:00", Sample: "A06", Role: workflow.CountyFiler, Act: "补填常务会议决议、上传纪要", Do: mendResolution, State: workflow.Draft},
		{At: "2022-12-11T09:12:00+08:00", Sample: "A06", Role: workflow.CountySigner, Act: "再次提交上报", Do: step(workflow.Command{Action: workflow.Submit}),
			State: workflow.Draft, Blocked: []policy.RuleID{"D04"}},
	}
}

func province() []Scene {
	scenes := []Scene{{At: "2022-12-11T00:00:30+08:00", Role: workflow.System, Act: "清理逾期未报", Do: sweep}}
	for _, id := range []string{"A01", "A02", "A03", "A05"} {
		scenes = append(scenes,
			Scene{At: "2022-12-12T09:00:00+08:00", Sample: id, Role: workflow.ProvAdmin, Act: "开始形式审查", Do: step(workflow.Command{Action: workflow.Start}), State: workflow.FormalCheck},
			Scene{At: "2022-12-14T10:00:00+08:00", Sample: id, Role: workflow.ProvAdmin, Act: "形式审查通过,签署", Do: step(workflow.Command{Action: workflow.Pass, Opinion: "形式审查通过"}), State: workflow.FormalCheck},
			Scene{At: "2022-12-14T15:00:00+08:00", Sample: id, Role: workflow.ProvFinance, Act: "会签形式审查", Do: step(workflow.Command{Action: workflow.Pass, Opinion: "资金口径无误"}), State: workflow.ExpertReview})
	}
	return scenes
}

// minutes is the resolution 安丘市 adds too late.
func minutes() proposal.Resolution {
	return proposal.Resolution{Body: "安丘市人民政府常务会议", MeetingNo: "第31次", Decision: proposal.DecisionApproved, MinutesAttachmentID: "ATT11"}
}
