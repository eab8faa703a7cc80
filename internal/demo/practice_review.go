package demo

import (
	"xianjie/internal/review"
	"xianjie/workflow"
)

// underReview are the scenes of the practice batch in review; Scene.after is the day on which each plays. 栖霞 waits for its experts to
// declare themselves, 梁山's experts are filling in, 平邑 waits for the defence's sheets, 荣成 for its inspectors.
func underReview() []Scene {
	var scenes []Scene
	play := func(day int, id string, role workflow.Role, what string, do act) {
		scenes = append(scenes, Scene{after: day, Sample: id, Role: role, Act: what, Do: do})
	}
	all := []string{"A01", "A02", "A03", "荣成"}
	for _, id := range all {
		play(1, id, workflow.CountyFiler, "导入", importDraft)
		play(1, id, workflow.CountyFiler, "上传附件", uploadPapers)
		play(3, id, workflow.CountySigner, "提交", step(workflow.Command{Action: workflow.Submit}))
		play(4, id, workflow.CityReviewer, "受理", step(workflow.Command{Action: workflow.Accept}))
		play(5, id, workflow.CityReviewer, "推荐", shortlist)
		play(5, id, workflow.CityFinance, "会签", shortlist)
		play(6, id, workflow.CitySigner, "报省", reportUp)
	}
	for _, id := range all {
		play(11, id, workflow.ProvAdmin, "开始形式审查", step(workflow.Command{Action: workflow.Start}))
		play(12, id, workflow.ProvAdmin, "签署", step(workflow.Command{Action: workflow.Pass, Opinion: "形式审查通过"}))
		play(12, id, workflow.ProvFinance, "会签", step(workflow.Command{Action: workflow.Pass, Opinion: "资金口径无误"}))
	}
	play(13, "", workflow.ProvAdmin, "结束申报", moveBatch("close_collection"))
	play(13, "", workflow.ReviewSecretary, "登记专家库", enlist)
	play(13, "", workflow.ReviewSecretary, "抽取", drawPanels(review.Written, "13", "首次抽取"))
	for _, id := range []string{"A02", "A03", "荣成"} {
		play(14, id, workflow.Expert, "声明", declare(review.Written))
	}
	play(15, "A03", workflow.Expert, "交分", handIn(review.Written))
	play(15, "A03", workflow.Expert, "说明", explain("只有意向协议,据实给分"))
	play(16, "荣成", workflow.Expert, "交分", handIn(review.Written))
	for _, id := range []string{"A03", "荣成"} {
		play(17, id, workflow.ReviewSecretary, "结束书面评审", step(workflow.Command{Action: workflow.Close}))
	}
	play(18, "", workflow.ReviewSecretary, "抽取答辩专家", drawPanels(review.Defence, "18", "首次抽取"))
	play(18, "", workflow.ReviewSecretary, "抽取答辩次序", drawPart("18"))
	for _, id := range []string{"A03", "荣成"} {
		play(19, id, workflow.Expert, "声明", declare(review.Defence))
		play(20, id, workflow.ReviewSecretary, "登记参会", recordDefence)
	}
	play(20, "荣成", workflow.Expert, "交分", handIn(review.Defence))
	play(21, "荣成", workflow.ReviewSecretary, "结束视频答辩", step(workflow.Command{Action: workflow.Close}))
	play(21, "荣成", workflow.ReviewSecretary, "分派核查组", assignInspectors)
	return scenes
}
