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
	Grant           = "grant"   // a waiver
	Confirm         = "confirm" // a line of the fund plan
	Publish         = "publish"
	Open            = "open"
	CloseCollection = "close_collection"
	PackSupersede   = "pack_supersede"
	Verify          = "verify"
)
