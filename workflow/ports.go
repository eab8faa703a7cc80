package workflow

import (
	"context"
	"time"

	"xianjie/internal/audit"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// Access answers whether a role granted in one region may do something to an object in another. Implemented by policy/access.
type Access interface {
	May(role, grant, region, object, action string) bool
}

// Store is the only door to saved data.
type Store interface {
	Reader
	ReviewReader
	StageReader
	NoticeReader
	FundReader
	ChangeReader
	MonthlyReader
	Receipts
	// InTx keeps or loses everything do wrote together. do must not be called again by the store after it returned an
	// error of its own; a serialization failure or deadlock is retried at most a few times, then fault.Unavailable.
	InTx(ctx context.Context, do func(Tx) error) error
	// AtOneMoment gives do a store that reads one state of the data however busy the others are, and locks nothing. It writes nothing.
	AtOneMoment(ctx context.Context, do func(still Store) error) error
}

// Tx is one transaction. Every method may return fault.Internal; the others are named.
type Tx interface {
	// Now is the deciding clock: the database's own, read at the call (not at the start of the transaction), UTC to the µs.
	Now() (time.Time, error)

	ApplicationTx
	DocumentTx
	DeskTx
	BatchTx
	ReviewTx
	StageTx
	NoticeTx
	FundTx
	ChangeTx
	MonthlyTx

	// AppendAudit extends the entry's stream under the lock this transaction holds; store fills Seq, PrevHash, Hash.
	AppendAudit(e audit.Entry) error
	// KeepAnswer finishes a receipt; fault.Refused when another request has taken the lease over.
	KeepAnswer(token string, a Answer) error
}

// ApplicationTx reads and writes applications and their quota.
type ApplicationTx interface {
	// LockApplication loads the row and locks it until the end; fault.NotFound.
	LockApplication(id string) (Application, error)
	InsertApplication(a *Application) error // sets Version 1 and No; fault.Refused when the id exists
	// SaveApplication writes where Version still matches and raises it; fault.Stale otherwise.
	SaveApplication(a *Application) error
	// DeleteApplication removes it with its draft, confirmations and attachments' rows, and tells the content hashes those named;
	// fault.Stale; only states without snapshots.
	DeleteApplication(a Application) (files []string, err error)
	// Claim takes a free slot 1..quota of (batch, rule, scope). taken=false with the holders when none is free. It never
	// poisons the transaction. An application already holding a slot keeps it (taken=true).
	Claim(c Claim, quota int) (taken bool, holders []Claim, err error)
	ReleaseClaims(applicationID string, rule policy.RuleID, at time.Time) error // rule "" releases all
	InsertYearLock(l YearLock) error                                            // the same county and year twice is a no-op
}

// DocumentTx reads and writes the draft document in sections.
type DocumentTx interface {
	// PutDocument replaces every section and project row of a draft (import).
	PutDocument(applicationID string, sections map[proposal.SectionName][]byte, projects []proposal.ProjectRow) error
	// PutProjects replaces every project row of a draft and leaves the sections; what stays the same keeps its version.
	PutProjects(applicationID string, projects []proposal.ProjectRow) error
	Document(applicationID string) (Document, error)
	// SaveSection writes where Version matches (0 = the section has none yet) and returns the new version; fault.Stale.
	SaveSection(applicationID string, s Section) (int64, error)
	InsertProject(applicationID string, p ProjectRow) error // at the end; fault.Refused when the id exists
	SaveProject(applicationID string, p ProjectRow) (int64, error)
	DeleteProject(applicationID, projectID string, version int64) error // fault.Stale, fault.NotFound
	OrderProjects(applicationID string, ids []string) error             // ids must be exactly the present ones; fault.Invalid
	InsertSnapshot(s Snapshot) error
	Snapshot(applicationID string, no int) (Snapshot, error)
	InsertAttachment(a Attachment) error // locks and inserts the blob row too; fault.Refused when DocID exists
	// RemoveAttachment deletes the row while no snapshot can name it (purge), else marks it removed; fault.NotFound.
	RemoveAttachment(applicationID, id string, purge bool, at time.Time) (Attachment, error)
	// LockBlob locks the blob row of a content hash, inserting it when absent, and reports whether any attachment names it.
	LockBlob(sha256 string) (referenced bool, err error)
	DropBlob(sha256 string) error // the row of an unreferenced blob
}

// DeskTx reads and writes what the desks leave on an application.
type DeskTx interface {
	// Surroundings loads what a step must look at besides the application itself; only the parts wanted.
	Surroundings(a Application, want Want) (Surroundings, error)
	InsertSignature(s Signature) error // one live per (application, round, action, role); fault.Refused
	// VoidSignatures voids the live signatures of a round, save those of the action that completed it ("" spares none).
	VoidSignatures(applicationID string, round int, spare Action, at time.Time) error
	InsertReturn(r ReturnSlip) error
	AnswerReturn(id string, at time.Time) error
	InsertWaiver(w Waiver) error // fault.Refused when the rule is already waived
	InsertConfirmation(c Confirmation) error
	InsertStep(s *Step) error // sets Seq
}

// BatchTx reads and writes batches and packs.
type BatchTx interface {
	LockBatch(id string) (Batch, error)
	Batch(id string) (Batch, error)
	BatchByCode(code string) (Batch, error)
	InsertBatch(b *Batch) error // fault.Refused when the code exists
	SaveBatch(b *Batch) error   // fault.Stale
	// PackAt is, without Body, the newest published version effective at the instant; before publication, the working version.
	PackAt(batchID string, at time.Time) (PackVersion, error)
	PackBody(batchID string, version int) ([]byte, error)
	InsertPack(p PackVersion) error  // fault.Refused when the version exists
	ReplacePack(p PackVersion) error // only an unpublished version; fault.Refused
	PublishPack(batchID string, version int, at time.Time) error
}

// Document is a draft as kept: canonical section bodies, project rows in order, kept files.
type Document struct {
	Sections    map[proposal.SectionName]Section
	Projects    []ProjectRow
	Attachments []Attachment // not removed, oldest first
}

// Section is one kept section.
type Section struct {
	Name    proposal.SectionName
	Version int64
	Body    []byte // canonical JSON
}

// ProjectRow is one kept project.
type ProjectRow struct {
	ID      string
	Version int64
	Body    []byte // canonical JSON
}

// Reader answers questions outside a step. Lists are narrowed in SQL by the Sight in the query.
type Reader interface {
	Applications(ctx context.Context, q Query) (Page[Application], error)
	Application(ctx context.Context, id string) (Application, error) // fault.NotFound
	ReadDocument(ctx context.Context, applicationID string) (Document, error)
	ReadSection(ctx context.Context, applicationID string, name proposal.SectionName) (Section, error)
	ReadProject(ctx context.Context, applicationID, projectID string) (ProjectRow, error)
	Snapshots(ctx context.Context, applicationID string) ([]Snapshot, error) // without Body and Findings
	ReadSnapshot(ctx context.Context, applicationID string, no int) (Snapshot, error)
	Steps(ctx context.Context, applicationID string) ([]Step, error)
	// Handled lists the steps an account took, newest first (已办).
	Handled(ctx context.Context, accountID string, page, pageSize int) (Page[Step], error)
	Desk(ctx context.Context, applicationID string) (Desk, error)
	// ReadSurroundings is Tx.Surroundings outside a transaction, for showing what is possible now.
	ReadSurroundings(ctx context.Context, a Application, want Want) (Surroundings, error)
	Attachment(ctx context.Context, id string) (Attachment, error)
	ReadAttachments(ctx context.Context, applicationID string) ([]Attachment, error) // removed ones too, oldest first
	BlobKnown(ctx context.Context, sha256 string) (bool, error)
	ReadClaims(ctx context.Context, batchID string, rule policy.RuleID, scope string) ([]Claim, error)
	Batches(ctx context.Context) ([]Batch, error)
	ReadBatch(ctx context.Context, id string) (Batch, error)
	ReadPack(ctx context.Context, batchID string, version int) (PackVersion, error) // version 0: the one in force now (as PackAt)
	ReadPackAt(ctx context.Context, batchID string) (PackVersion, time.Time, error) // without Body: the one in force now, and now
	// ReadFrame is the batch, the pack version in force now without its body, and now, in one round trip; fault.NotFound.
	ReadFrame(ctx context.Context, batchID string) (Batch, PackVersion, time.Time, error)
	Packs(ctx context.Context, batchID string) ([]PackVersion, error) // without Body
	// Due lists applications in a state whose own deadline lies at or before the database's now: SHORTLISTED past the
	// batch's province deadline, RETURNED_BY_PROVINCE past the return's DueAt.
	Due(ctx context.Context, state State) ([]string, error)
	Clock(ctx context.Context) (time.Time, error) // the deciding clock, for display
	// Audit is a stretch of one stream: what follows the entry numbered after, oldest first.
	Audit(ctx context.Context, stream string, after int64, limit int) ([]audit.Entry, error)
	// AuditList looks through every stream.
	AuditList(ctx context.Context, q AuditQuery) (Page[audit.Entry], error)
	// StreamTitles says what streams are about: the number and title of an application, the name of an account. A stream about
	// nothing that is kept has none.
	StreamTitles(ctx context.Context, streams []string) (map[string]string, error)
	AuditHeads(ctx context.Context) ([]audit.Head, error)
}

// Want names the parts of Surroundings to load.
type Want uint

// The parts; combine with |.
const (
	WantSignatures    Want = 1 << iota // live signatures of the application's present round
	WantReturn                         // the newest unanswered return slip
	WantWaivers                        // waivers of the application
	WantConfirmations                  // confirmations of the application
	WantCityPeers                      // the batch's other applications of the same city, drafts excluded, ordered by No
	WantCountyPeers                    // the batch's other applications of the same county, drafts excluded
	WantClaims                         // live claims of the application's county (Q01) and city (Q02) in the batch
	WantLock                           // the county's lock of the batch's year
	WantWaiting                        // how many other applications of the batch are still SHORTLISTED
	WantReviews                        // the application's reviews of every stage, recused ones too
	WantResults                        // the application's kept results
	WantDefence                        // its place in the defence
	WantSite                           // its site check
	WantRanking                        // the batch's ranking in force
	WantNotice                         // the newest notice that names it, with the objections; locked in a transaction
)

// Surroundings is what a step must look at besides the application itself.
type Surroundings struct {
	Signatures    []Signature
	Return        *ReturnSlip
	Waivers       []Waiver
	Confirmations []Confirmation
	CityPeers     []Application
	CountyPeers   []Application
	Claims        []Claim
	Lock          *YearLock
	Waiting       int // SHORTLISTED applications of the batch, this one excluded
	Reviews       []Review
	Results       []Result
	Defence       *DefenceSlot
	Site          *SiteSheet
	Ranking       *Ranking
	Notice        *Notice
	Objections    []Objection // of Notice, those about this application or the whole notice
}

// Desk is what the desks left on one application; confirmations are read with the document they are of (Service.Pledges).
type Desk struct {
	Signatures []Signature // all rounds, voided ones too, oldest first
	Returns    []ReturnSlip
	Waivers    []Waiver
	Hearing    *Hearing // of a proposed disqualification, nil without one; worked out, not kept
}

// Receipts keeps caller-made keys.
type Receipts interface {
	// Begin leases a key. replay is the kept answer of a finished command. fault.Refused while another request with this
	// key is running; fault.Invalid when the key was used with other content. A lease older than a minute may be taken over.
	Begin(ctx context.Context, accountID, key, contentDigest string) (token string, replay *Answer, err error)
	// Abandon frees a lease whose command was refused; nothing was done, so the key may be tried again.
	Abandon(ctx context.Context, token string) error
}

// Query narrows a list of applications.
type Query struct {
	Sight       Sight
	BatchID     string
	City        string
	County      string
	Channel     string
	States      []State
	IDs         []string      // only these; nil: every one
	Rule        policy.RuleID // only applications failing this rule
	Unconfirmed bool          // only applications with lines or projects still to be confirmed
	Search      string        // in title, county name, no; lower-cased substring
	Sort        string        // no, title, county, state, linkage, integrated, total, submittedAt, reportedAt, updatedAt; "-" first for descending
	Page        int           // from 1
	PageSize    int           // at most 200
}

// Page is one page of a list; Items is never nil.
type Page[T any] struct {
	Items    []T
	Total    int
	Page     int
	PageSize int
}
