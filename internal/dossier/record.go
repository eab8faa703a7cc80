package dossier

import (
	"time"

	"xianjie/internal/money"
)

// Flow is 流转/steps.json: how the application travelled, as far as the reader may see.
type Flow struct {
	Snapshots     []SnapshotRow  `json:"snapshots"`
	Steps         []Step         `json:"steps"`
	Signatures    []Signature    `json:"signatures"`
	Returns       []ReturnSlip   `json:"returns"`
	Waivers       []Waiver       `json:"waivers"`
	Confirmations []Confirmation `json:"confirmations"`
}

// SnapshotRow names a frozen version by its digest.
type SnapshotRow struct {
	No          int       `json:"no"`
	Action      string    `json:"action"`
	Label       string    `json:"label"`
	Digest      string    `json:"digest"`
	PackVersion int       `json:"packVersion"`
	TakenAt     time.Time `json:"takenAt"`
}

// Step is one line of the history.
type Step struct {
	Seq         int       `json:"seq"`
	Action      string    `json:"action"`
	Label       string    `json:"label"`
	From        string    `json:"from"`
	To          string    `json:"to"`
	ToLabel     string    `json:"toLabel"`
	Role        string    `json:"role"`
	RoleLabel   string    `json:"roleLabel"`
	Name        string    `json:"name"`    // "" when the reader may not see it
	Opinion     string    `json:"opinion"` // "" when the reader may not see it
	SnapshotNo  int       `json:"snapshotNo"`
	PackVersion int       `json:"packVersion"`
	PassedOver  []string  `json:"passedOver"`
	At          time.Time `json:"at"`
}

// Signature is one bureau's word.
type Signature struct {
	Action     string     `json:"action"`
	Label      string     `json:"label"`
	Round      int        `json:"round"`
	SnapshotNo int        `json:"snapshotNo"`
	Role       string     `json:"role"`
	RoleLabel  string     `json:"roleLabel"`
	Name       string     `json:"name"`
	Opinion    string     `json:"opinion"`
	Rank       int        `json:"rank,omitzero"`
	SignedAt   time.Time  `json:"signedAt"`
	VoidedAt   *time.Time `json:"voidedAt,omitzero"`
}

// ReturnSlip is a 退回单.
type ReturnSlip struct {
	Round      int          `json:"round"`
	Role       string       `json:"role"`
	RoleLabel  string       `json:"roleLabel"`
	Name       string       `json:"name"`
	Opinion    string       `json:"opinion"`
	Items      []ReturnItem `json:"items"`
	DueAt      time.Time    `json:"dueAt"`
	ReturnedAt time.Time    `json:"returnedAt"`
	AnsweredAt *time.Time   `json:"answeredAt,omitzero"`
}

// ReturnItem is what a slip leaves open.
type ReturnItem struct {
	Section string   `json:"section"`
	Row     string   `json:"row"`
	Fields  []string `json:"fields"`
	Note    string   `json:"note"`
}

// Waiver is a 省级豁免.
type Waiver struct {
	Rule      string     `json:"rule"`
	Reason    string     `json:"reason"`
	DocNo     string     `json:"docNo"`
	Name      string     `json:"name"`
	GrantedAt time.Time  `json:"grantedAt"`
	ExpiresAt *time.Time `json:"expiresAt,omitzero"`
}

// Confirmation is a department's word for one line's amount or one project, with the paper it gave it on.
type Confirmation struct {
	Kind        string    `json:"kind"`
	Line        string    `json:"line"`
	Department  string    `json:"department"`
	Amount      money.Fen `json:"amount"`
	Paper       string    `json:"paper"` // its number in the document; "" for none
	Name        string    `json:"name"`
	ConfirmedAt time.Time `json:"confirmedAt"`
}

// Attached is one line of 附件/附件清单.json.
type Attached struct {
	DocID      string    `json:"docId"`
	Kind       string    `json:"kind"`
	KindLabel  string    `json:"kindLabel"`
	FileName   string    `json:"fileName"` // as handed in
	Path       string    `json:"path"`     // in the dossier
	SHA256     string    `json:"sha256"`
	Size       int64     `json:"size"`
	UploadedBy string    `json:"uploadedBy"`
	UploadedAt time.Time `json:"uploadedAt"`
}
