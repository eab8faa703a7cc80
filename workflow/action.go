package workflow

// Action is a verb of the transition table (domain 3.5.2).
type Action string

// The actions of this stretch.
const (
	Create     Action = "create"     // 建立申报; not in the table: nothing stands before it
	Submit     Action = "submit"     // 提交上报
	Accept     Action = "accept"     // 受理
	Return     Action = "return"     // 退回补正
	Resubmit   Action = "resubmit"   // 补正后再提交
	Withdraw   Action = "withdraw"   // 撤回
	Shortlist  Action = "shortlist"  // 推荐(会签)
	Decline    Action = "decline"    // 不予推荐
	Revoke     Action = "revoke"     // 撤销推荐
	Report     Action = "report"     // 报省
	Overdue    Action = "overdue"    // 逾期未报
	Start      Action = "start"      // 开始形式审查
	Resupply   Action = "resupply"   // 补报材料
	Lapse      Action = "lapse"      // 补报逾期,按原件续审
	Pass       Action = "pass"       // 形式审查通过(会签)
	Disqualify Action = "disqualify" // 取消资格(会签)
	Close      Action = "close"      // 结束本阶段评审
	Lock       Action = "lock"       // 锁定成绩(会签)
	Propose    Action = "propose"    // 拟立项(会签)
	Reject     Action = "reject"     // 不予立项(会签)
	Award      Action = "award"      // 立项(会签)
	Reopen     Action = "reopen"     // 异议成立,退回评审
)

// Input is what a step needs beyond the opinion; each row of the table names the fields it wants.
type Input struct {
	Items             []ReturnItem // return: what may be changed
	Ground            string       // decline: OTHER_RECOMMENDED or UNQUALIFIED
	Rank              int          // shortlist: the city's rank, from 1
	MinutesDocNo      string       // shortlist: 会议纪要文号
	YellowRiverReason string       // shortlist, report: why no 沿黄县 was chosen (Q04)
	CityDocNo         string       // report: 市级上报文号
	Clause            string       // disqualify: 依据条款
	Facts             string       // disqualify: 事实
	RejectGround      string       // reject: BELOW_LINE, BEYOND_PLACES, VETOED or OBJECTION
	VetoRuling        string       // propose, reject: the two bureaus' ruling when experts ticked a veto (domain 4.1)
	AwardDocNo        string       // award: 批复文号
}

// Command asks for one step of one application.
type Command struct {
	Application string
	Version     int64 // the version the person saw
	Action      Action
	Opinion     string
	Input       Input
	Receipt     *Receipt // nil without a caller-made key
}
