package identity

import "time"

// Happening names what happened to an account; it becomes the action of an audit entry.
type Happening string

// The happenings.
const (
	SignedIn        Happening = "signed_in"
	SignInFailed    Happening = "sign_in_failed"
	SignedOut       Happening = "signed_out"
	PasswordChanged Happening = "password_changed"
	PasswordReset   Happening = "password_reset"
	FactorSet       Happening = "second_factor_set"
	FactorRemoved   Happening = "second_factor_removed"
	FactorReset     Happening = "second_factor_reset"
	AccountCreated  Happening = "account_created"
	AccountUpdated  Happening = "account_updated"
	AccountDisabled Happening = "account_disabled"
	AccountEnabled  Happening = "account_enabled"
	GrantAdded      Happening = "grant_added"
	GrantRemoved    Happening = "grant_removed"
)

// Event is one line for the account's audit stream. It never holds a secret.
type Event struct {
	At        time.Time // UTC, whole microseconds
	What      Happening
	AccountID string // whose stream
	By        string // acting account's id, Console, or "" for an attempt that failed
	ByName    string // its unit and post
	Address   string // client address
	Role      string // of a grant
	Region    string // of a grant
	Reason    string // given by the administrator, or why a sign-in failed
}
