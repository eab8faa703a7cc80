package workflow

import "time"

// AuditQuery narrows the list over every stream. Zero values narrow nothing.
type AuditQuery struct {
	Kind     string // of streams: "application"
	Stream   string // one stream
	Person   string // part of who acted: name, unit or login
	Action   string
	Text     string // part of what was acted on or of the reason given
	From, To *time.Time
	Oldest   bool // first; else the newest
	Page     int
	PageSize int
}
