package workflow

import (
	"time"

	"xianjie/internal/money"
	"xianjie/policy"
)

// Application is one county's application in one batch: where it stands and the summary lists show. The document itself is
// kept as draft sections and as snapshots.
type Application struct {
	ID          string
	BatchID     string
	BatchCode   string // read-only, joined
	Year        int    // the batch's year; the year's lock hangs on it
	No          string // human number, e.g. "370686-01"
	CityCode    string
	CityName    string
	CountyCode  string
	CountyName  string
	Channel     string
	Face             // of the live draft
	Shut        bool // the reader may know only what names it: an expert before he declares himself, or after he was recused
	Sealed      Face // of the snapshot in force: what those see who may not see drafts; blank before the first submit
	State       State
	Version     int64     // raised by every change to the application, its draft included
	StateSince  time.Time // when State was entered
	Round       int       // raised whenever State changes; signatures are bound to (Round, SnapshotNo)
	SnapshotNo  int       // the snapshot desks read now; 0 before the first submit
	PackVersion int       // pack version of the last evaluation
	SubmittedAt *time.Time
	ReportedAt  *time.Time
	Overdue     bool   // shortlisted but not reported in time
	CityDocNo   string // 市级上报文号, set by report
	Rank        int    // rank given by the city at shortlist; 0 when none
	RiverReason string // why no 沿黄县 was chosen (Q04), written at shortlist or report
	Returns     int    // how often the province has returned it
	CreatedBy   string // account
	CreatedAt   time.Time
	UpdatedAt   time.Time
}

// Face is what lists show, search and sort by without opening the document; written with every save in the same transaction.
type Face struct {
	Title   string // zone name
	Summary Summary
}

// Summary is a document in figures.
type Summary struct {
	Villages   int
	Projects   int
	Linkage    money.Fen // 衔接合计
	ProvUp     money.Fen
	Integrated money.Fen // 整合合计: with Linkage the two sides of the ratio
	Total      money.Fen // 总投资
	Failed     []policy.RuleID
	Warned     []policy.RuleID
	Waived     []policy.RuleID

	Unconfirmed int // lines and projects that wait for a bureau's confirmation, lapsed ones included
}

// Batch is one yearly round of applications.
type Batch struct {
	ID          string
	Code        string
	Title       string
	Year        int
	BasisDocNo  string
	State       BatchState
	Version     int64
	PackVersion int // newest pack version, effective or not
	ReviewPack  int // pack version whose review setup is pinned; 0 until review opens
	CreatedAt   time.Time
	UpdatedAt   time.Time
}

// PackVersion is one immutable version of a batch's policy pack (editable only while the batch is in CONFIG).
type PackVersion struct {
	BatchID     string
	Version     int
	DocNo       string    // document that orders it
	EffectiveAt time.Time // decided cases before it are not judged again
	Digest      string    // hex SHA-256 of Body
	Body        []byte    // the pack, as imported and completed, JSON
	PublishedAt *time.Time
	CreatedBy   string
	CreatedAt   time.Time
}

// Snapshot freezes the document at submit, resubmit, report and resupply. City, province and experts read only these.
type Snapshot struct {
	ApplicationID string
	No            int
	Action        Action
	Digest        string // hex SHA-256 of Body
	CoreDigest    string // digest of money, scope and projects only
	Body          []byte // canonical JSON
	PackVersion   int
	Findings      []policy.Finding
	TakenAt       time.Time
	TakenBy       string
}

// Signature is one bureau's opinion toward a co-signed step, bound to one round and snapshot.
type Signature struct {
	ID            string
	ApplicationID string
	Action        Action
	Round         int
	SnapshotNo    int
	Role          Role
	AccountID     string
	Name          string // unit and post
	Opinion       string
	Input         Input // what this signer filled in (rank, clause …)
	SignedAt      time.Time
	VoidedAt      *time.Time // a return or any other step away voids it
}

// ReturnSlip is a 退回单: which sections and fields may be changed, until when.
type ReturnSlip struct {
	ID            string
	ApplicationID string
	Round         int
	By            Role
	ByName        string
	Opinion       string
	Items         []ReturnItem
	DueAt         time.Time
	ReturnedAt    time.Time
	AnsweredAt    *time.Time // when resubmitted or resupplied
}

// ReturnItem names one place that may be changed. Row is a village code, project id, integrated item id or attachment kind;
// an empty Row opens the whole section; empty Fields open the whole row.
type ReturnItem struct {
	Section string   `json:"section"`
	Row     string   `json:"row,omitempty"`
	Fields  []string `json:"fields,omitempty"`
	Note    string   `json:"note,omitempty"`
}

// Waiver is a 省级豁免 of one B* rule for one application.
type Waiver struct {
	ID            string
	ApplicationID string
	Rule          policy.RuleID
	Reason        string
	DocNo         string
	GrantedBy     string
	GrantedName   string
	GrantedAt     time.Time
	ExpiresAt     *time.Time
}

// Confirmation is a bureau's word for one line of the fund plan or one project. It holds for exactly the content confirmed, and only
// while the application has the 承诺文件 it was given with: both are compared whenever someone looks (Pledge), nothing is marked.
type Confirmation struct {
	ID            string
	ApplicationID string
	Kind          PledgeKind
	Line          string // LINKAGE_CITY, LINKAGE_COUNTY, an integrated item's id, or a project's id
	Content       Content
	Department    string
	AttachmentID  string // "" when none was given
	DocID         string // of the attachment, as the document names it; read-only, joined, like the next two
	FileName      string
	SHA256        string
	SnapshotNo    int // the snapshot it belongs to: the one in force, or while the county writes the one it will hand in
	AccountID     string
	Name          string
	ConfirmedAt   time.Time
}

// Attachment is one kept file of an application.
type Attachment struct {
	ID            string
	ApplicationID string
	DocID         string // id inside the document, e.g. "ATT03"
	Kind          string
	FileName      string
	Size          int64
	MediaType     string // by content
	SHA256        string
	UploadedBy    string
	UploadedName  string
	UploadedAt    time.Time
	RemovedAt     *time.Time // removed from the draft, kept because a snapshot names it
}

// Step is one line of an application's history. A signature that does not yet complete its step has From = To.
type Step struct {
	ApplicationID string
	Seq           int
	Action        Action
	From, To      State
	Role          Role
	AccountID     string
	Name          string
	Opinion       string
	SnapshotNo    int
	PackVersion   int
	Blocked       []policy.RuleID // never nil; rules that were let through by waiver or warned
	At            time.Time
}

// Claim holds one quota slot. Rule is "Q01" (county) or "Q02" (city); a partial unique index over
// (batch, rule, scope, slot) where not released guarantees the quota under concurrency.
type Claim struct {
	BatchID       string
	Rule          policy.RuleID
	Scope         string // county or city code
	Slot          int    // 1..quota
	ApplicationID string
	ClaimedAt     time.Time
	ReleasedAt    *time.Time
}

// YearLock is the 本年度不予安排 after a disqualification.
type YearLock struct {
	Year          int
	CountyCode    string
	ApplicationID string
	Clause        string
	LockedAt      time.Time
}
