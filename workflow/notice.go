package workflow

import (
	"time"

	"xianjie/internal/money"
)

// Notice is one 公示 of applications proposed for award. Its list is frozen when it opens.
type Notice struct {
	ID        string
	BatchID   string
	No        int // running in the batch
	State     NoticeState
	Title     string
	Body      string // generated text, editable while DRAFT
	Channel   string // where it is posted
	Phone     string // 监督电话
	Entries   []NoticeEntry
	OpensAt   *time.Time
	ClosesAt  *time.Time // first instant after the period: half-open
	ClosedAt  *time.Time
	Version   int64
	CreatedBy string
	CreatedAt time.Time
	UpdatedAt time.Time
}

// NoticeState is where a notice stands.
type NoticeState string

// The notice states (domain 3.5.3).
const (
	NoticeDraft  NoticeState = "DRAFT"
	NoticeOpen   NoticeState = "OPEN"
	NoticeClosed NoticeState = "CLOSED"
)

// NoticeEntry is one line of the list: what the public sees of an application.
type NoticeEntry struct {
	ApplicationID string    `json:"applicationId"`
	No            string    `json:"no"`
	City          string    `json:"city"`
	County        string    `json:"county"`
	Title         string    `json:"title"`
	Villages      int       `json:"villages"`
	Rank          int       `json:"rank"`
	Amount        money.Fen `json:"amount"`        // 拟奖补额
	Left          bool      `json:"left,omitzero"` // taken off the list after it opened
}

// Objection is one 异议 to a notice.
type Objection struct {
	ID            string
	ReceiptNo     string // given to whoever objects
	NoticeID      string
	BatchID       string
	ApplicationID string // "" when it is about the whole notice
	Text          string
	Contact       string
	FiledAt       time.Time
	Answer        string
	Upheld        *bool // nil while open
	HandledBy     string
	HandledName   string
	HandledAt     *time.Time
	Version       int64
}

// AwardRecord is the 立项: document and amount of the tier.
type AwardRecord struct {
	ApplicationID string
	BatchID       string
	DocNo         string
	Amount        money.Fen
	NoticeID      string
	AwardedBy     string
	AwardedAt     time.Time
}

// Simulation is one 政策推演: changed parameters over frozen applications. Stored apart and never promoted.
type Simulation struct {
	ID        string
	BatchID   string
	Title     string
	Patch     []byte // JSON merge patch on the pack's params
	Result    []byte // JSON
	CreatedBy string
	Name      string
	CreatedAt time.Time
}
