package workflow

import (
	"time"

	"xianjie/internal/review"
	"xianjie/policy"
)

// This file is the one place where roles, states and actions get their Chinese names.

var roleLabels = map[Role]string{
	CountyFiler: "县级填报员", CountySigner: "县政府签报人", CountyDepartment: "县部门", CountyFinance: "县财政", CityReviewer: "市乡村振兴局",
	CityFinance: "市财政局", CitySigner: "市推荐签发人", ProvAdmin: "省乡村振兴局", ProvFinance: "省财政厅", ReviewSecretary: "评审组织员",
	Expert: "专家", SiteInspector: "核查组", Inspector: "督查员", Auditor: "审计纪检", Public: "公众", SysAdmin: "系统管理员",
	SecAdmin: "安全保密管理员", AuditAdmin: "安全审计管理员", System: "系统",
}

var stateLabels = map[State]string{
	Draft: "草稿", Submitted: "已上报市", ReturnedByCity: "市退回补正", CityReview: "市级审核中", NotShortlisted: "市未推荐", Shortlisted: "市已推荐",
	Reported: "已报省", FormalCheck: "省形式审查", ReturnedByProvince: "省退回补正", ExpertReview: "书面评审", Defence: "视频答辩",
	SiteCheck: "现场核查", Reviewed: "评审完成", PublicNotice: "拟立项公示", Awarded: "已立项", NotAwarded: "未立项", Disqualified: "取消资格", Withdrawn: "已撤回",
}

var batchStateLabels = map[BatchState]string{
	BatchConfig: "配置中", BatchPublished: "已发布", BatchCollecting: "申报中", BatchReviewing: "评审中", BatchAwarded: "已立项",
	BatchConstruction: "建设中", BatchClosed: "已办结",
}

var batchMoveLabels = map[string]string{
	"update": "修改政策包", "pack_supersede": "发布新版政策包", "publish": "发布批次", "open": "开始申报", "close_collection": "结束申报", "conclude": "结束评审",
}

// BatchMoveLabel is the Chinese name of an act on a batch.
func BatchMoveLabel(action string) string { return batchMoveLabels[action] }

var pledgeStateLabels = map[PledgeState]string{PledgeOpen: "未确认", PledgeHeld: "已确认", PledgeLapsed: "已失效", PledgeNone: "无须确认", PledgeByAward: "以立项为准"}

var drawStateLabels = map[DrawState]string{DrawProposed: "提出", DrawPublished: "发布", DrawDiscarded: "作废"}

var reviewStateLabels = map[ReviewState]string{ReviewAssigned: "待声明回避", ReviewOpen: "评分中", ReviewSubmitted: "已交分", ReviewRecused: "已回避"}

var noticeActLabels = map[string]string{"update": "修改公示稿", "open": "发布公示", "close": "结束公示"}

// NoticeActLabel is the Chinese name of an act on a notice.
func NoticeActLabel(act string) string { return noticeActLabels[act] }

var noticeStateLabels = map[NoticeState]string{NoticeDraft: "拟稿", NoticeOpen: "公示中", NoticeClosed: "已结束"}

var actionLabels = map[Action]string{
	Create: "建立申报", Submit: "提交上报", Accept: "受理", Return: "退回补正", Resubmit: "补正后再提交", Withdraw: "撤回", Shortlist: "推荐", Decline: "不予推荐",
	Revoke: "撤销推荐", Report: "报省", Overdue: "逾期未报", Start: "开始形式审查", Resupply: "补报材料", Lapse: "补报逾期", Pass: "形式审查通过",
	Disqualify: "取消资格", Close: "结束本阶段评审", Lock: "锁定成绩", Propose: "拟立项", Reject: "不予立项", Award: "立项", Reopen: "异议成立退回",
}

var askMessages = map[Ask]string{
	AskItems:     "请逐项写明要补正的栏目(section、row、fields)和原因",
	AskGround:    "请选择不予推荐的情形:OTHER_RECOMMENDED(同市已推荐他件)或 UNQUALIFIED(审核不合格)",
	AskRank:      "请填写本市推荐排序,从 1 起",
	AskMinutes:   "请填写集体研究的会议纪要文号",
	AskCityDocNo: "请填写市级上报文件的文号",
	AskClause:    "请写明取消资格所依据的条款",
	AskFacts:     "请写明事实",
	AskReject:    "请选择不予立项的情形:BELOW_LINE(低于合格线)、BEYOND_PLACES(超出立项数)、VETOED(一票否决成立)或 OBJECTION(异议成立)",
	AskAwardNo:   "请填写立项批复的文号",
}

var groundLabels = map[string]string{GroundOther: "同市已推荐他件", GroundUnqualified: "审核不合格", GroundBelowLine: "低于合格线",
	GroundBeyond: "超出立项数", GroundVetoed: "一票否决成立", GroundObjection: "异议成立"}

var verdictLabels = map[review.SiteVerdict]string{review.SitePass: "通过", review.SiteIssues: "有问题", review.SiteFail: "不通过", "": ""}

// VerdictLabel is the Chinese name of a site check's conclusion.
func VerdictLabel(v review.SiteVerdict) string { return label(verdictLabels, v) }

// Label is the Chinese name of a role.
func (r Role) Label() string { return label(roleLabels, r) }

// Label is the Chinese name of a state.
func (s State) Label() string { return label(stateLabels, s) }

// Label is the Chinese name of a batch state.
func (s BatchState) Label() string { return label(batchStateLabels, s) }

// Label is the Chinese name of a notice state.
func (s NoticeState) Label() string { return label(noticeStateLabels, s) }

// Label is the Chinese name of an action.
func (a Action) Label() string { return label(actionLabels, a) }

// Label is the Chinese name of a draw's state.
func (s DrawState) Label() string { return label(drawStateLabels, s) }

// Label is the Chinese name of a review's state.
func (s ReviewState) Label() string { return label(reviewStateLabels, s) }

func label[K ~string](names map[K]string, key K) string {
	if name, ok := names[key]; ok {
		return name
	}
	return string(key)
}

// shown is a deadline as officials read it; midnight is the end of the day before.
func shown(t time.Time, zone *time.Location) string { return policy.ShowInstant(t, zone) }

// happened is an instant at which something took place.
func happened(t time.Time, zone *time.Location) string {
	return t.In(zone).Format("2006年1月2日15:04:05")
}
