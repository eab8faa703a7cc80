package workflow

// Label is the Chinese name, or the raw word when unknown.
func (s ChangeState) Label() string { return wordOr(changeStateWords, s) }

// Label is the Chinese name, or the raw word when unknown.
func (a ChangeAction) Label() string { return wordOr(changeActionWords, a) }

// Label is the Chinese name, or the raw word when unknown.
func (k PlanChangeKind) Label() string { return wordOr(changeKindWords, k) }

func wordOr[K ~string](words map[K]string, key K) string {
	if word, known := words[key]; known {
		return word
	}
	return string(key)
}

var changeStateWords = map[ChangeState]string{
	ChangeProposed: "待县政府签报", ChangeSigned: "待市级同意", ChangeApproved: "已批准", ChangeRejected: "未同意", ChangeWithdrawn: "已撤回",
}

var changeActionWords = map[ChangeAction]string{
	ProposeChangeAction: "提出变更", SignChangeAction: "签报", ApproveChangeAction: "同意变更", RejectChangeAction: "不同意", WithdrawChangeAction: "撤回",
}

var changeKindWords = map[PlanChangeKind]string{
	ChangesAmount: "金额", ChangesPlace: "地点", ChangesContent: "内容", ChangesPeriod: "期限", AddsProject: "新增项目", RemovesProject: "取消项目",
}
