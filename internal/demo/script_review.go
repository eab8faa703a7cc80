package demo

import (
	"xianjie/internal/review"
	"xianjie/workflow"
)

// judged are the samples that reach the province's review.
var judged = []string{"A01", "A02", "A03", "A05"}

// reviewed is the second half of the walk: panels drawn by a published seed, sheets, a recusal with its replacement, an outlier answered,
// defence, site check, ranking, notice with an objection, awards.
func reviewed() []Scene {
	secretary, admin, finance, expert := workflow.ReviewSecretary, workflow.ProvAdmin, workflow.ProvFinance, workflow.Expert
	scenes := []Scene{
		{At: "2022-12-16T09:00:00+08:00", Role: admin, Act: "结束申报,进入评审", Do: moveBatch("close_collection")},
		{At: "2022-12-16T10:00:00+08:00", Role: secretary, Act: "登记专家库", Do: enlist},
		{At: "2022-12-19T09:00:00+08:00", Role: secretary, Act: "按公布的种子抽取书面评审专家", Do: drawPanels(review.Written, "2022121900", "首次抽取")},
		{At: "2022-12-20T15:00:00+08:00", Role: secretary, Act: "补抽专家", Do: drawPanels(review.Written, "2022122000", "补抽:一位专家回避"), after: 1},
		{At: "2022-12-28T10:00:00+08:00", Role: secretary, Act: "抽取答辩专家", Do: drawPanels(review.Defence, "2022122800", "首次抽取"), after: 1},
		{At: "2022-12-28T15:00:00+08:00", Role: secretary, Act: "抽取答辩次序", Do: drawOrder("2022122815"), after: 1},
		{At: "2023-01-13T09:00:00+08:00", Role: secretary, Act: "锁定排名", Do: lockRanking()},
		{At: "2023-02-01T09:00:00+08:00", Role: admin, Act: "发布拟立项公示", Do: publishNotice()},
		{At: "2023-02-03T10:20:00+08:00", Role: workflow.Public, Act: "公众提出异议", Do: object("A03", "平邑县推进区道路项目与既有工程是否重复?")},
		{At: "2023-02-08T16:00:00+08:00", Role: admin, Act: "答复异议:不成立", Do: answerObjection("经核对项目库与现场,两条道路起止点不同,不重复。")},
		{At: "2023-02-11T00:00:30+08:00", Role: workflow.System, Act: "公示期满", Do: sweep},
		{At: "2023-02-14T09:00:00+08:00", Role: admin, Act: "结束评审", Do: moveBatch("conclude")},
	}
	for _, id := range judged {
		scenes = append(scenes, scored(id)...)
		scenes = append(scenes, heard(id)...)
	}
	for _, id := range []string{"A01", "A02", "A03"} {
		scenes = append(scenes,
			Scene{At: "2023-01-31T09:00:00+08:00", Sample: id, Role: admin, Act: "拟立项,签署", Do: step(workflow.Command{Action: workflow.Propose, Opinion: "合成分达到合格线,拟立项"}), State: workflow.Reviewed},
			Scene{At: "2023-01-31T10:00:00+08:00", Sample: id, Role: finance, Act: "会签拟立项", Do: step(workflow.Command{Action: workflow.Propose, Opinion: "同意"}), State: workflow.PublicNotice},
			Scene{At: "2023-02-13T09:00:00+08:00", Sample: id, Role: admin, Act: "立项,签署", Do: award, State: workflow.PublicNotice},
			Scene{At: "2023-02-13T10:00:00+08:00", Sample: id, Role: finance, Act: "会签立项", Do: award, State: workflow.Awarded})
	}
	rejected := workflow.Command{Action: workflow.Reject, Opinion: "低于合格线,不予立项", Input: workflow.Input{RejectGround: workflow.GroundBelowLine}}
	return append(scenes,
		Scene{At: "2022-12-20T10:00:00+08:00", Sample: "A02", Role: expert, Act: "一位专家声明回避", Do: stepAside(review.Written, "近年曾参与该县规划编制"), State: workflow.ExpertReview, after: 1},
		Scene{At: "2022-12-27T09:00:00+08:00", Sample: "A03", Role: expert, Act: "一位专家书面说明评分差异", Do: explain("主导产业只有意向协议,据实给分"), State: workflow.ExpertReview},
		Scene{At: "2023-01-05T08:00:00+08:00", Sample: "A01", Role: expert, Act: "一位专家因故退出", Do: stepAside(review.Defence, "突发急病,不能到会"), State: workflow.Defence},
		Scene{At: "2023-01-31T09:00:00+08:00", Sample: "A05", Role: admin, Act: "不予立项,签署", Do: step(rejected), State: workflow.Reviewed},
		Scene{At: "2023-01-31T10:00:00+08:00", Sample: "A05", Role: finance, Act: "会签不予立项", Do: step(rejected), State: workflow.NotAwarded})
}

// writtenTotals and heardTotals are what the experts of a panel give, in the order of their codes.
var (
	writtenTotals = map[string][]review.Points{
		"A01": {8050, 8300, 8600, 8850, 9100}, "A02": {8400, 8550, 7900, 8800, 8650},
		"A03": {8600, 8850, 8400, 6950, 8700}, "A05": {6600, 6950, 7100, 6450, 6800},
		"荣成": {8200, 8350, 8100, 8400, 8250},
	}
	heardTotals = map[string][]review.Points{
		"A01": {8400, 8500, 8600, 8700}, "A02": {8400, 8600, 8800, 8500, 8700},
		"A03": {9000, 8800, 9100, 8700, 8900}, "A05": {7200, 7000, 7400, 7100, 7300},
		"荣成": {8000, 8100, 8300, 8200, 8050},
	}
)

// scored is one sample's written review.
func scored(id string) []Scene {
	return []Scene{
		{At: "2022-12-20T10:00:00+08:00", Sample: id, Role: workflow.Expert, Act: "专家声明无须回避,打开材料", Do: declare(review.Written), State: workflow.ExpertReview},
		{At: "2022-12-21T09:00:00+08:00", Sample: id, Role: workflow.Expert, Act: "补抽的专家声明无须回避", Do: declare(review.Written), State: workflow.ExpertReview, only: "A02"},
		{At: "2022-12-26T16:00:00+08:00", Sample: id, Role: workflow.Expert, Act: "专家交分", Do: handIn(review.Written), State: workflow.ExpertReview},
		{At: "2022-12-28T09:00:00+08:00", Sample: id, Role: workflow.ReviewSecretary, Act: "结束书面评审", Do: step(workflow.Command{Action: workflow.Close}), State: workflow.Defence},
	}
}

// heard is one sample's defence, site check and lock.
func heard(id string) []Scene {
	return []Scene{
		{At: "2022-12-29T09:00:00+08:00", Sample: id, Role: workflow.Expert, Act: "答辩专家声明无须回避", Do: declare(review.Defence), State: workflow.Defence},
		{At: "2023-01-05T09:00:00+08:00", Sample: id, Role: workflow.ReviewSecretary, Act: "登记答辩参会情况", Do: recordDefence, State: workflow.Defence},
		{At: "2023-01-05T11:00:00+08:00", Sample: id, Role: workflow.Expert, Act: "答辩专家交分", Do: handIn(review.Defence), State: workflow.Defence},
		{At: "2023-01-06T09:00:00+08:00", Sample: id, Role: workflow.ReviewSecretary, Act: "结束视频答辩", Do: step(workflow.Command{Action: workflow.Close}), State: workflow.SiteCheck},
		{At: "2023-01-06T10:00:00+08:00", Sample: id, Role: workflow.ReviewSecretary, Act: "分派核查组", Do: assignInspectors, State: workflow.SiteCheck},
		{At: "2023-01-11T17:00:00+08:00", Sample: id, Role: workflow.SiteInspector, Act: "提交现场核查单", Do: checkSite, State: workflow.SiteCheck},
		{At: "2023-01-12T09:00:00+08:00", Sample: id, Role: workflow.ReviewSecretary, Act: "锁定成绩,签署", Do: step(workflow.Command{Action: workflow.Lock, Opinion: "核查单齐"}), State: workflow.SiteCheck},
		{At: "2023-01-12T10:00:00+08:00", Sample: id, Role: workflow.ProvAdmin, Act: "会签锁定成绩", Do: step(workflow.Command{Action: workflow.Lock, Opinion: "同意"}), State: workflow.Reviewed},
	}
}
