package workflow

import (
	"slices"
	"strings"

	"xianjie/internal/funds"
)

// AuditKind is what the streams of one sort are about.
type AuditKind struct {
	Code    string // the stream's name before the slash
	Label   string
	Actions []AuditWord // what may happen in such a stream, by and large in the order in which it happens
}

// AuditWord is the Chinese name of an act as the streams record it.
type AuditWord struct{ Action, Label string }

// AuditKinds are the sorts of streams, in the order in which people ask for them. The words are kept beside the streams they are
// used in: the same act is called otherwise on a batch and on a notice.
func AuditKinds() []AuditKind {
	return []AuditKind{
		{"application", "申报", slices.Concat(stepWords(), []AuditWord{{"import", "导入全文"}, {"section", "修改栏目"}, {"project", "修改项目"},
			{"project.import", "导入项目表"}, {"delete", "删除草稿"}, {"attach", "上传附件"}, {"detach", "移除附件"}, {"confirm", "确认资金"}, {"waiver", "出具豁免"},
			{"defence_order", "答辩排序"}, {"defence_schedule", "安排答辩"}, {"defence_attendance", "登记到会"}, {"sitecheck_assign", "安排核查"}, {"site_photo", "上传核查照片"},
			{"site_photo_delete", "删除核查照片"}, {"sitecheck_save", "保存核查记录"}, {"sitecheck_submit", "提交核查结论"}, {"sitecheck_reopen", "退回重核"},
			{"sitecheck_kept", "留存原核查记录"}, exported})},
		{"batch", "批次", []AuditWord{{"create", "建立批次"}, {"update", BatchMoveLabel("update")}, {"pack_supersede", BatchMoveLabel("pack_supersede")},
			{"publish", BatchMoveLabel("publish")}, {"open", BatchMoveLabel("open")}, {"close_collection", BatchMoveLabel("close_collection")},
			{"simulate", "政策推演"}, {"draw_propose", "提出抽取"}, {"draw_published", "发布抽取"}, {"draw_discarded", "作废抽取"}, {"defence_order", "答辩排序"},
			{"ranking_lock", "锁定排名"}, {"conclude", BatchMoveLabel("conclude")}, {"fund_close", "资金关账"}, exported}},
		{"review", "评分", []AuditWord{{"review_declare", "声明无须回避"}, {"review_recuse", "回避"}, {"review_save", "保存评分"}, {"review_submit", "提交评分"},
			{"review_reopen", "退回重评"}, {"review_explain", "说明离散原因"}, exported}},
		{"notice", "公示", []AuditWord{{"create", "拟公示"}, {"update", "修改公示"}, {"open", "发布公示"}, {"close", "公示期满"}, {"object", "提出异议"},
			{"answer", "答复异议"}, exported}},
		{"fund", "资金", slices.Concat([]AuditWord{{"fund_open", "开立资金账"}, {"fund_plan", "规划换版"}, {"fund_voucher", "上传凭证"}}, entryWords(),
			[]AuditWord{{"fund_confirm", "确认分录"}, {"fund_reject", "退回分录"}, {"plan_change_propose", "提出项目变更"}, {"plan_change_sign", "签报项目变更"},
				{"plan_change_approve", "同意项目变更"}, {"plan_change_reject", "不同意项目变更"}, {"plan_change_withdraw", "撤回项目变更"}, {"order_open", "开立督办单"},
				{"order_reopen", "重新亮灯"}, {"order_recover", "资金已到位"}, {"order_answer", "反馈督办单"}, {"order_close", "督办单销号"}, {"monthly_save", "保存月报"},
				{"monthly_submit", "提交月报"}, {"monthly_return", "退回月报"}, exported})},
		{"expert", "专家", []AuditWord{{"expert", "登记专家"}}},
		{"account", "账号", []AuditWord{{"account_created", "建立账号"}, {"account_updated", "修改账号"}, {"account_disabled", "停用账号"}, {"account_enabled", "启用账号"},
			{"grant_added", "授予岗位"}, {"grant_removed", "收回岗位"}, {"password_reset", "重置口令"}, {"password_changed", "修改口令"},
			{"second_factor_set", "启用动态码"}, {"second_factor_removed", "停用动态码"}, {"second_factor_reset", "重置动态码"},
			{"signed_in", "登录"}, {"sign_in_failed", "身份核对未通过"}, {"signed_out", "退出"}, exported}},
		{"audit", "核验", []AuditWord{{auditVerified, "核验全部流水"}}},
	}
}

var exported = AuditWord{"export", "导出"}

// stepWords are the steps of an application, in the order of the process.
func stepWords() []AuditWord {
	var words []AuditWord
	for _, a := range []Action{Create, Submit, Accept, Return, Resubmit, Withdraw, Shortlist, Decline, Revoke, Report, Overdue, Start, Resupply, Lapse, Pass,
		Disqualify, Close, Lock, Propose, Reject, Award, Reopen} {
		words = append(words, AuditWord{string(a), a.Label()})
	}
	return words
}

// entryWords are the kinds of entries of the money's ledger.
func entryWords() []AuditWord {
	var words []AuditWord
	for _, k := range []funds.Kind{funds.Allocate, funds.Disburse, funds.Spend, funds.Refund, funds.GiveBack, funds.Recall, funds.Reverse} {
		words = append(words, AuditWord{"fund_" + string(k), "登记" + k.Label()})
	}
	return words
}

// AuditActionLabel is the Chinese name of an act in a stream, the raw word when it has none.
func AuditActionLabel(stream, action string) string {
	kind, _, _ := strings.Cut(stream, "/")
	for _, k := range AuditKinds() {
		if k.Code != kind {
			continue
		}
		for _, w := range k.Actions {
			if w.Action == action {
				return w.Label
			}
		}
	}
	return action
}

// AuditStateLabel is the Chinese name of a state an entry of a stream went from or to.
func AuditStateLabel(stream, state string) string {
	kind, _, _ := strings.Cut(stream, "/")
	switch kind {
	case "application":
		return State(state).Label()
	case "batch":
		return BatchState(state).Label()
	case "review":
		return ReviewState(state).Label()
	case "notice":
		if label := NoticeState(state).Label(); label != state {
			return label
		}
		return label(objectionLabels, state)
	default:
		return state
	}
}

var objectionLabels = map[string]string{"OPEN": "待答复", "UPHELD": "异议成立", "DISMISSED": "异议不成立"}
