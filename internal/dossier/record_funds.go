package dossier

import (
	"time"

	"xianjie/internal/funds"
	"xianjie/internal/money"
)

// Funds is 资金/资金账.json: the account of the award as it stands, every entry, and which plans were approved.
type Funds struct {
	Award   money.Fen   `json:"award"`
	Plans   []FundPlan  `json:"plans"` // by version; the last is in force
	Lines   []FundLine  `json:"lines"`
	Cells   []FundCell  `json:"cells"`
	Entries []FundEntry `json:"entries"` // by number
}

// FundPlan names one version of the approved plan, which lies beside as a file of its own.
type FundPlan struct {
	Version    int       `json:"version"`
	Digest     string    `json:"digest"`
	ApprovedAt time.Time `json:"approvedAt"`
}

// FundLine is one line of the plan in force.
type FundLine struct {
	Line    string    `json:"line"`
	Source  string    `json:"source"`
	Label   string    `json:"label"`
	Planned money.Fen `json:"planned"`
	Ceiling money.Fen `json:"ceiling"`
}

// FundCell is what has come of one line, level and project.
type FundCell struct {
	Line      string    `json:"line"`
	Level     string    `json:"level"`
	Project   string    `json:"project"`
	Allocated money.Fen `json:"allocated"`
	Disbursed money.Fen `json:"disbursed"`
	Spent     money.Fen `json:"spent"`
}

// FundPart is one project's part of an entry.
type FundPart struct {
	Project string    `json:"project"`
	Amount  money.Fen `json:"amount"`
}

// FundEntry is one entry of the ledger with its seal.
type FundEntry struct {
	ID        string     `json:"id"`
	No        int64      `json:"no"`
	Key       string     `json:"key"`
	Kind      string     `json:"kind"`
	KindLabel string     `json:"kindLabel"`
	Line      string     `json:"line"`
	Level     string     `json:"level"`
	Layer     string     `json:"layer"`
	Adds      bool       `json:"adds"`
	Date      string     `json:"date"`
	DocNo     string     `json:"docNo"`
	Payee     string     `json:"payee"`
	Parts     []FundPart `json:"parts"`
	Reason    string     `json:"reason"`
	Reverses  string     `json:"reverses"`
	Vouchers  []string   `json:"vouchers"` // ids; the files are listed in 资金/凭证清单.json
	State     string     `json:"state"`
	Account   string     `json:"account"`
	Name      string     `json:"name"`
	EnteredAt time.Time  `json:"enteredAt"`
	Checked   string     `json:"checked"` // by which post; "" for none
	Seal      string     `json:"seal"`
}

// record is the entry as its seal binds it.
func (e FundEntry) record(application string) funds.Record {
	r := funds.Record{Application: application, No: e.No, Key: e.Key, Kind: funds.Kind(e.Kind), Dated: e.Date, DocNo: e.DocNo, Payee: e.Payee, Reason: e.Reason,
		Reverses: e.Reverses, Vouchers: e.Vouchers, Account: e.Account, EnteredAt: e.EnteredAt.UnixMicro(),
		Move: funds.Move{Line: e.Line, Level: funds.Level(e.Level), Layer: funds.Layer(e.Layer), Adds: e.Adds}}
	for _, p := range e.Parts {
		r.Move.Parts = append(r.Move.Parts, funds.Part{Project: p.Project, Amount: p.Amount})
	}
	return r
}

// Voucher is one line of 资金/凭证清单.json.
type Voucher struct {
	ID       string `json:"id"`
	FileName string `json:"fileName"`
	Path     string `json:"path"`
	SHA256   string `json:"sha256"`
	Size     int64  `json:"size"`
}
