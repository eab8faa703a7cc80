package workflow

// State is where an application stands (domain 3.5.1). Only the transition table changes it.
type State string

// The states reachable so far, each with the states that may follow.
const (
	Draft              State = "DRAFT"                // 草稿 → SUBMITTED
	Submitted          State = "SUBMITTED"            // 已上报市 → CITY_REVIEW, RETURNED_BY_CITY, WITHDRAWN
	ReturnedByCity     State = "RETURNED_BY_CITY"     // 市退回补正 → SUBMITTED, WITHDRAWN
	CityReview         State = "CITY_REVIEW"          // 市级审核中 → SHORTLISTED, NOT_SHORTLISTED, RETURNED_BY_CITY, WITHDRAWN
	NotShortlisted     State = "NOT_SHORTLISTED"      // 市未推荐: end of this batch
	Shortlisted        State = "SHORTLISTED"          // 市已推荐, holds the quota → REPORTED, CITY_REVIEW, NOT_SHORTLISTED
	Reported           State = "REPORTED"             // 已报省 → FORMAL_CHECK
	FormalCheck        State = "FORMAL_CHECK"         // 省形式审查 → EXPERT_REVIEW, RETURNED_BY_PROVINCE, DISQUALIFIED
	ReturnedByProvince State = "RETURNED_BY_PROVINCE" // 省退回补正 → FORMAL_CHECK
	ExpertReview       State = "EXPERT_REVIEW"        // 书面评审 → DEFENCE, DISQUALIFIED
	Defence            State = "DEFENCE"              // 视频答辩 → SITE_CHECK, DISQUALIFIED
	SiteCheck          State = "SITE_CHECK"           // 现场核查 → REVIEWED, DISQUALIFIED
	Reviewed           State = "REVIEWED"             // 评审完成, scores locked → PUBLIC_NOTICE, NOT_AWARDED, DISQUALIFIED
	PublicNotice       State = "PUBLIC_NOTICE"        // 拟立项公示 → AWARDED, REVIEWED, DISQUALIFIED
	Awarded            State = "AWARDED"              // 已立项: end of this stretch, the money follows
	NotAwarded         State = "NOT_AWARDED"          // 未立项: end
	Disqualified       State = "DISQUALIFIED"         // 取消资格: end, the county is locked for the year
	Withdrawn          State = "WITHDRAWN"            // 已撤回: end, quota released
)

// States lists every state in the order of the process.
func States() []State {
	return []State{Draft, Submitted, ReturnedByCity, CityReview, NotShortlisted, Shortlisted, Reported, FormalCheck,
		ReturnedByProvince, ExpertReview, Defence, SiteCheck, Reviewed, PublicNotice, Awarded, NotAwarded, Disqualified, Withdrawn}
}

// Edited reports whether the county is writing: its draft may differ from the snapshot the others read.
func (s State) Edited() bool { return s == Draft || s == ReturnedByCity || s == ReturnedByProvince }

// Ended reports whether no step can follow in this batch.
func (s State) Ended() bool {
	switch s {
	case NotShortlisted, Awarded, NotAwarded, Disqualified, Withdrawn:
		return true
	default:
		return false
	}
}

// judged reports whether the application has passed the formal check and is being judged or has been.
func (s State) judged() bool {
	switch s {
	case ExpertReview, Defence, SiteCheck, Reviewed, PublicNotice, Awarded, NotAwarded:
		return true
	default:
		return false
	}
}

// BatchState is where a batch stands.
type BatchState string

// The batch states of domain 3.5.2, in order.
const (
	BatchConfig       BatchState = "CONFIG"
	BatchPublished    BatchState = "PUBLISHED"
	BatchCollecting   BatchState = "COLLECTING"
	BatchReviewing    BatchState = "REVIEWING"
	BatchAwarded      BatchState = "AWARDED"
	BatchConstruction BatchState = "CONSTRUCTION"
	BatchClosed       BatchState = "CLOSED"
)
