package workflow

import (
	"time"

	"xianjie/internal/money"
	"xianjie/internal/review"
)

// PoolExpert is one account's entry in the expert pool (专家库).
type PoolExpert struct {
	AccountID  string
	Code       string // running code shown instead of the name on result sheets, "E07"
	Name       string // read-only, joined: unit and post
	Unit       string
	Field      string   // 专业领域
	NativeCity string   // 籍贯, city code; "" when outside the province
	WorkCity   string   // 任职, city code; "" when outside the province
	Served     []string // county or city codes served in before; never nil
	Active     bool     // may be drawn
	Version    int64
	UpdatedAt  time.Time
}

// Draw is one random draw of experts for a stage: proposed, looked at, then published or discarded. What it rests on is kept whole, so
// that anyone can replay it from seed, candidates and conflicts.
type Draw struct {
	ID          string
	BatchID     string
	Stage       review.Stage
	No          int // running in (batch, stage)
	Base        int // number of the published draw it builds on, 0 for none; unique among published ones
	State       DrawState
	Reason      string // why: first draw, replacement after a recusal
	Input       review.DrawInput
	Drawn       review.Drawn
	Version     int64
	CreatedBy   string
	CreatedName string
	CreatedAt   time.Time
	DecidedBy   string // who published or discarded it
	DecidedAt   *time.Time
}

// DrawState is where a draw stands.
type DrawState string

// The draw states.
const (
	DrawProposed  DrawState = "PROPOSED"
	DrawPublished DrawState = "PUBLISHED"
	DrawDiscarded DrawState = "DISCARDED"
)

// Review is one expert's task on one application in one stage, with the sheet as it stands.
type Review struct {
	ID            string
	BatchID       string
	ApplicationID string
	Stage         review.Stage
	ExpertID      string // account
	ExpertCode    string
	DrawID        string
	SnapshotNo    int // the frozen version judged
	State         ReviewState
	Sheet         review.Sheet
	Total         review.Points
	Version       int64
	Explanation   string        // the expert's written answer to an outlier flag
	ExplainedFor  review.Points // the total it answers for
	RecuseReason  string
	DeclaredAt    *time.Time
	SubmittedAt   *time.Time
	RecusedAt     *time.Time
	CreatedAt     time.Time
	UpdatedAt     time.Time
}

// ReviewState is where a review stands.
type ReviewState string

// The review states.
const (
	ReviewAssigned  ReviewState = "ASSIGNED"  // the file stays shut until the expert declares that he has no conflict
	ReviewOpen      ReviewState = "OPEN"      // being filled in
	ReviewSubmitted ReviewState = "SUBMITTED" // locked
	ReviewRecused   ReviewState = "RECUSED"   // 回避; what was given no longer counts
)

// ReviewEvent is one act on a review, kept for good: each submitted sheet, each reopening with the sheet it reopened.
type ReviewEvent struct {
	ReviewID  string
	BatchID   string
	Seq       int    // set by the store
	Kind      string // declare, submit, recuse, reopen, explain
	Sheet     review.Sheet
	Total     review.Points
	Reason    string
	AccountID string
	Name      string
	At        time.Time
}

// ResultKind names what a kept result is of.
type ResultKind string

// The results kept of one application.
const (
	ResultWritten   ResultKind = "WRITTEN"
	ResultDefence   ResultKind = "DEFENCE"
	ResultComposite ResultKind = "COMPOSITE"
)

// Result is one locked result of one application: what went in, what came out, and the working. Only added.
type Result struct {
	ApplicationID string
	BatchID       string
	Kind          ResultKind
	Marks         []review.Mark       // of a stage
	Stage         *review.StageResult // of a stage
	Vetoes        []string            // veto codes ticked by a quorum (written)
	Site          *review.SiteResult  // that went into the composite; nil when the stage is off
	Composite     *review.Composite   // of the composite
	PackVersion   int                 // whose setup was used
	At            time.Time
	By            string
}

// Standing is one application as a ranking sees it.
type Standing struct {
	ID         string
	No         string
	Integrated money.Fen
	Linkage    money.Fen
	Written    *review.Points // nil without a kept mean
	Composite  *review.Points // nil when it was not scored
	Dims       map[string]review.Points
}

// Ranking is the locked ranking of a batch; only added, the newest counts.
type Ranking struct {
	BatchID  string
	No       int
	Seed     string // of the lots, "" when none were needed
	Rows     []review.Row
	Places   []review.Place
	Digest   string // hex SHA-256 of the recomputation file
	LockedBy string
	Name     string
	LockedAt time.Time
}
