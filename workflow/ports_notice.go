package workflow

import "context"

// NoticeTx reads and writes notices, objections, awards and simulations.
type NoticeTx interface {
	InsertNotice(n *Notice) error // sets No and Version
	LockNotice(id string) (Notice, error)
	// ShareNotice loads the row and keeps its state from changing until the end, but lets others share it.
	ShareNotice(id string) (Notice, error)
	SaveNotice(n *Notice) error // fault.Stale
	// NoticesIn are all notices of a batch, drafts too, by number; not locked.
	NoticesIn(batchID string) ([]Notice, error)
	// NoticeOf is the newest open or closed notice naming the application, locked, with the objections that concern it; nil when none.
	NoticeOf(applicationID string) (*Notice, []Objection, error)
	InsertObjection(o *Objection) error // sets Version; fault.Refused when the receipt number is taken
	LockObjection(id string) (Objection, error)
	SaveObjection(o *Objection) error                  // fault.Stale
	InsertAward(a AwardRecord) error                   // one per application; fault.Refused
	AwardOf(applicationID string) (AwardRecord, error) // fault.NotFound
	InsertSimulation(m Simulation) error
	// Frozen are the snapshots in force of a batch's reported applications, for simulations.
	Frozen(batchID string) ([]Snapshot, []Application, error)
}

// NoticeReader answers questions about them outside a transaction.
type NoticeReader interface {
	Notices(ctx context.Context, batchID string) ([]Notice, error) // newest first; "" for every batch
	ReadNotice(ctx context.Context, id string) (Notice, error)
	DueNotices(ctx context.Context) ([]string, error) // open ones whose period is over by the database's now
	Objections(ctx context.Context, noticeID string) ([]Objection, error)
	ReadObjection(ctx context.Context, id string) (Objection, error)
	ObjectionByReceipt(ctx context.Context, receiptNo string) (Objection, error)
	Awards(ctx context.Context, batchID string) ([]AwardRecord, error)
	ReadAward(ctx context.Context, applicationID string) (AwardRecord, error) // fault.NotFound
	Simulations(ctx context.Context, batchID string) ([]Simulation, error)    // without Result
	ReadSimulation(ctx context.Context, id string) (Simulation, error)
}
