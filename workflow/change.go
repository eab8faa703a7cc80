package workflow

import (
	"time"

	"xianjie/internal/proposal"
	"xianjie/policy"
)

// PlanChange is a 项目变更申请 (domain 3.5.3): the approved plan as it would read, and who said what about it. What is asked for is never changed once
// proposed; another wish is another application.
type PlanChange struct {
	ID            string
	ApplicationID string
	BatchID       string
	No            int // running in the application
	State         ChangeState
	Base          int    // version of the approved plan it was written over
	Reason        string // why the county wants it
	Kinds         []PlanChangeKind
	Body          []byte // canonical JSON of the whole plan as changed
	Digest        string // hex SHA-256 of Body
	Differences   []proposal.Change
	Steps         []ChangeStep // oldest first; never nil
	Version       int64

	ChangeVerdict // as last judged: when proposed, and again when signed
}

// ChangeVerdict is what the program says of a changed plan.
type ChangeVerdict struct {
	CityReasons []CityReason // why the city must agree; empty when it need not
	Findings    []policy.Finding
	PackVersion int
}

// NeedsCity reports whether the city must agree.
func (v ChangeVerdict) NeedsCity() bool { return len(v.CityReasons) > 0 }

// judged takes a later verdict in. Once it was sent to the city, what the city was asked for stands.
func (c *PlanChange) judged(v ChangeVerdict) {
	if c.State == ChangeSigned {
		v.CityReasons = c.CityReasons
	}
	c.ChangeVerdict = v
}

// CityReason is one reason why a change needs the city, with its figures.
type CityReason struct {
	Project string // id
	Kind    PlanChangeKind
	Text    string
}

// ChangeStep is one act on a change, never altered.
type ChangeStep struct {
	Action    ChangeAction
	From, To  ChangeState // From is "" for the first
	Role      Role
	AccountID string
	Name      string
	Opinion   string
	At        time.Time
}

// ChangeState is where a 项目变更申请 stands.
type ChangeState string

// The states of a 项目变更申请.
const (
	ChangeProposed  ChangeState = "PROPOSED"  // waits for the county government's signer
	ChangeSigned    ChangeState = "SIGNED"    // waits for the city
	ChangeApproved  ChangeState = "APPROVED"  // is a version of the approved plan
	ChangeRejected  ChangeState = "REJECTED"  // not agreed to
	ChangeWithdrawn ChangeState = "WITHDRAWN" // taken back by the county
)

// Open reports whether somebody still has to act on it.
func (s ChangeState) Open() bool { return s == ChangeProposed || s == ChangeSigned }

// ChangeAction is what somebody does to a 项目变更申请.
type ChangeAction string

// The actions on a 项目变更申请; the names are those of the access policy.
const (
	ProposeChangeAction  ChangeAction = "propose"
	SignChangeAction     ChangeAction = "sign"
	ApproveChangeAction  ChangeAction = "approve"
	RejectChangeAction   ChangeAction = "reject"
	WithdrawChangeAction ChangeAction = "withdraw"
)

// PlanChangeKind is one respect in which a plan changes.
type PlanChangeKind string

// The kinds of change, in the order they are told.
const (
	ChangesAmount  PlanChangeKind = "AMOUNT"
	ChangesPlace   PlanChangeKind = "PLACE"
	ChangesContent PlanChangeKind = "CONTENT"
	ChangesPeriod  PlanChangeKind = "PERIOD"
	AddsProject    PlanChangeKind = "ADD"
	RemovesProject PlanChangeKind = "REMOVE"
)

// planChangeKinds are all kinds in their order.
var planChangeKinds = []PlanChangeKind{ChangesAmount, ChangesPlace, ChangesContent, ChangesPeriod, AddsProject, RemovesProject}
