package workflow

import (
	"context"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// FundTx reads and writes the money of awards. What an entry may not exceed is checked by the centre under the account's lock, and held by
// CHECK constraints of lines, shares and cells behind it.
type FundTx interface {
	// OpenFundAccount writes account, first plan, lines and shares; opened=false when the account is there already.
	OpenFundAccount(a *FundAccount, plan FundPlan, lines []funds.Line, shares []funds.Share, committed map[string]bool) (opened bool, err error)
	LockFundAccount(applicationID string) (FundAccount, error) // fault.NotFound
	SaveFundAccount(a *FundAccount) error                      // fault.Stale
	InsertFundPlan(p FundPlan) error                           // fault.Refused when the version is there
	FundPlanBody(applicationID string, version int) (FundPlan, error)
	// FundBook is one line with its shares and cells; fault.NotFound for a line the plan does not have.
	FundBook(applicationID, line string) (funds.Book, error)
	// KeepFundBook writes what a move changed of the line, its shares and cells.
	KeepFundBook(applicationID string, b funds.Book, m funds.Move) error
	FundEntry(id string) (FundEntry, error)                            // fault.NotFound
	FundEntryByKey(applicationID, key string) (*FundEntry, error)      // nil when none
	FundEntriesReversing(id string) ([]FundEntry, error)               // oldest first, rejected ones too
	InsertFundEntry(e *FundEntry) error                                // fault.Refused when the key or the reversal is taken
	InsertFundDecision(entryID string, d FundDecision) error           // fault.Refused when there is one
	VouchersOf(applicationID string, ids []string) ([]Voucher, error)  // those of the ids that are the application's
	InsertVoucher(v Voucher) error                                     // locks and inserts the blob row too
	ShareBatch(id string) error                                        // keeps its periods from changing until the end
	ClosedThrough(batchID string) (proposal.Date, error)               // zero when no period was closed
	PendingThrough(batchID string, through proposal.Date) (int, error) // waiting entries dated on or before
	InsertFundPeriod(p FundPeriod) error                               // fault.Refused when it is closed already
	OrdersOf(applicationID string) ([]SupervisionOrder, error)         // by number
	InsertOrder(o *SupervisionOrder) error                             // sets No and Version
	LockOrder(id string) (SupervisionOrder, error)                     // fault.NotFound; locks nothing but the order
	SaveOrder(o *SupervisionOrder) error                               // fault.Stale
	FundBooks(applicationID string) (FundBooks, error)                 // the whole account
}

// FundBooks is a whole account laid out.
type FundBooks struct {
	Lines     []funds.Line
	Shares    []funds.Share
	Cells     []funds.Cell
	Committed map[string]bool // lines committed at their present content
}

// FundReader answers questions about money outside a transaction.
type FundReader interface {
	ReadFundAccount(ctx context.Context, applicationID string) (FundAccount, error) // fault.NotFound
	ReadFundBooks(ctx context.Context, applicationID string) (FundBooks, error)
	FundPlans(ctx context.Context, applicationID string) ([]FundPlan, error) // by version, without Body
	ReadFundPlan(ctx context.Context, applicationID string, version int) (FundPlan, error)
	ReadFundEntry(ctx context.Context, id string) (FundEntry, error)
	FundEntries(ctx context.Context, q FundQuery) (Page[FundEntry], error)
	FundNumbers(ctx context.Context, applicationID string) (map[string]int64, error) // numbers of an account's entries, by id
	ReadVoucher(ctx context.Context, id string) (Voucher, error)
	ReadVouchers(ctx context.Context, applicationID string) ([]Voucher, error) // oldest first
	FundSums(ctx context.Context, q FundQuery) ([]FundSum, error)
	FundPeriods(ctx context.Context, batchID string) ([]FundPeriod, error) // newest first
	Orders(ctx context.Context, q FundQuery) ([]SupervisionOrder, error)   // newest first
	Unopened(ctx context.Context) ([]string, error)                        // awarded applications without an account
	ArrivalsDue(ctx context.Context) ([]string, error)                     // accounts whose money must have arrived by now
}

// FundQuery narrows ledger and sums; empty fields narrow nothing. Lists are narrowed in SQL by the Sight.
type FundQuery struct {
	Sight         Sight
	BatchID       string
	City          string
	County        string
	ApplicationID string
	Line          string
	Source        string
	Level         *funds.Level
	Project       string
	Kinds         []funds.Kind
	States        []funds.State
	From, To      proposal.Date // of Dated, both included
	Search        string        // in document number and payee
	Sort          string        // no, dated, amount, enteredAt; "-" first for descending
	Page          int
	PageSize      int
	ByProject     bool // sums of each project apart
	Live          bool // of orders: those not closed
}

// FundSum is one line and level of one award, in sum or of one project.
type FundSum struct {
	ApplicationID string
	Line          string
	Source        string
	Level         funds.Level // "" also where planned and committed stand for a line of several levels
	Project       string      // "" unless asked for
	funds.Amounts
	Pending money.Fen // entered and not yet confirmed, whatever it does
}
