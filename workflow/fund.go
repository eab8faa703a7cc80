package workflow

import (
	"time"

	"xianjie/internal/funds"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/policy"
)

// FundAccount is the account of one award's money. Its row is the lock under which every entry is made.
type FundAccount struct {
	ApplicationID string
	BatchID       string
	Version       int64 // raised by every act on the account
	Award         money.Fen
	PlanVersion   int        // of the approved plan in force
	Entries       int64      // made so far
	ArrivalDue    time.Time  // from when on what was promised must have arrived
	JudgedAt      *time.Time // when arrival was last judged after that
	OpenedAt      time.Time
}

// FundPlan is one version of the approved plan: the first is the snapshot the award was made on.
type FundPlan struct {
	ApplicationID string
	Version       int
	BatchID       string
	Body          []byte // canonical JSON of the whole document
	Digest        string // hex SHA-256 of Body
	PackVersion   int
	Findings      []policy.Finding
	ChangeID      string // of the 项目变更 it comes from; "" for the first
	City          bool   // the city or the province approved it: later changes are measured against it
	ApprovedBy    string
	ApprovedAt    time.Time
}

// FundEntry is one line of the ledger, never changed once made.
type FundEntry struct {
	ID            string
	ApplicationID string
	BatchID       string
	No            int64  // running in the account
	Key           string // made by the caller: the same again is the same entry
	Digest        string // hex SHA-256 of what the caller wrote: tells a repeat from another entry under the same key
	Seal          string // funds.Record.Seal of what is kept; the audit stream carries it
	Kind          funds.Kind
	Move          funds.Move // what it does to the cells; of a REVERSE: what the reversed one did, undone
	Dated         proposal.Date
	DocNo         string // 指标文号, 拨付单号, 支出凭证号
	Payee         string
	Amount        money.Fen // Σ of Move.Parts
	Reason        string
	Reverses      string   // id of the entry it undoes
	Attempt       int      // how often that was tried before and rejected
	Vouchers      []string // ids; never nil
	State         funds.State
	Waits         bool // it needed another person's confirmation
	Role          Role
	AccountID     string
	Name          string
	EnteredAt     time.Time
	Decision      *FundDecision

	ReversedBy string // id of the entry that undoes this one and was not rejected; filled in when read
}

// Record is the entry as its seal binds it.
func (e FundEntry) Record() funds.Record {
	return funds.Record{Application: e.ApplicationID, No: e.No, Key: e.Key, Kind: e.Kind, Move: e.Move, Dated: e.Dated.String(), DocNo: e.DocNo, Payee: e.Payee,
		Reason: e.Reason, Reverses: e.Reverses, Vouchers: e.Vouchers, Account: e.AccountID, EnteredAt: e.EnteredAt.UnixMicro()}
}

// FundDecision is the second pair of eyes on a waiting entry.
type FundDecision struct {
	Confirmed bool
	Reason    string
	Role      Role
	AccountID string
	Name      string
	DecidedAt time.Time
}

// Voucher is a file kept for entries: 指标文件, 拨付单, 凭证. One may serve several entries.
type Voucher struct {
	ID            string
	ApplicationID string
	BatchID       string
	FileName      string
	Size          int64
	MediaType     string // by content
	SHA256        string
	UploadedBy    string
	UploadedName  string
	UploadedAt    time.Time
}

// FundPeriod is a closed period: nothing may be dated on or before Through.
type FundPeriod struct {
	BatchID  string
	Through  proposal.Date
	ClosedBy string
	Name     string
	ClosedAt time.Time
}
