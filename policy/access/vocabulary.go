package access

// The kinds of object in policy.csv. The actions on an application are the workflow's own action names, so that the
// transition table and the policy cannot drift apart.
const (
	Application  = "application"
	Attachment   = "attachment"
	Waiver       = "waiver"
	Confirmation = "confirmation"
	Batch        = "batch"
	Region       = "region"
	Shortlist    = "shortlist"
	Todo         = "todo"
	Account      = "account"
	GrantObject  = "grant"
	Audit        = "audit"
	Notice       = "notice"
	Session      = "session"
	Expert       = "expert"
	Draw         = "draw"
	Review       = "review"
	Defence      = "defence"
	SiteCheck    = "sitecheck"
	Ranking      = "ranking"
	Objection    = "objection"
	Award        = "award"
	Simulation   = "simulation"

	// Money after the award: read as one, entered and confirmed by whose it is.
	Fund           = "fund"
	FundProvince   = "fund_province"
	FundCity       = "fund_city"
	FundCounty     = "fund_county"
	FundDepartment = "fund_department"
	FundPayment    = "fund_payment"
	FundPeriod     = "fund_period"
	Supervision    = "supervision"
	PlanChange     = "plan_change"
	Monthly        = "monthly" // 月报 of an award's projects
)

// The actions that are not steps of the transition table.
const (
	Read            = "read"
	Create          = "create"
	Update          = "update"
	Delete          = "delete"
	Check           = "check"
	Export          = "export"
	Upload          = "upload"
	UploadAny       = "upload_any" // papers of every kind, not only the one money is confirmed with
	Grant           = "grant"      // a waiver
	Confirm         = "confirm"    // lines of the fund plan and projects, or another's entry
	Publish         = "publish"
	Open            = "open"
	CloseCollection = "close_collection"
	PackSupersede   = "pack_supersede"
	Verify          = "verify"
	Propose         = "propose"      // a draw, a change of the approved plan
	Save            = "save"         // a sheet
	Declare         = "declare"      // that there is no conflict
	Submit          = "submit"       // a sheet
	Recuse          = "recuse"       // oneself
	Reopen          = "reopen"       // a submitted sheet
	Explain         = "explain"      // an outlier
	Assign          = "assign"       // inspectors
	Photo           = "photo"        // of a site check
	Lock            = "lock"         // a ranking
	Close           = "close"        // a notice, a period, an order
	Answer          = "answer"       // an objection, an order
	File            = "file"         // an objection
	Conclude        = "conclude"     // a batch's review
	ResetFactor     = "reset_factor" // of somebody who lost it
	Enter           = "enter"        // a line of the ledger
)
