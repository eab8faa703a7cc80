package identity

import (
	"context"
	"time"
)

// Store is what identity needs kept. All times are UTC, cut to microseconds before they come here.
type Store interface {
	Sessions
	Directory

	// InTx runs do in one transaction: everything inside is kept when do returns nil, and nothing otherwise; do's error is
	// returned as it is. It must not retry do by itself.
	InTx(ctx context.Context, do func(Tx) error) error
}

// Sessions is read on every request.
type Sessions interface {
	// Load finds a session by its token's hash together with its account and grants, all as committed at this moment, in one
	// round trip. fault.SignedOut when there is none, when its IdleUntil or EndsAt is not after now, or when the account is
	// disabled.
	Load(ctx context.Context, tokenHash string, now time.Time) (Session, Account, error)

	// Touch moves SeenAt and IdleUntil forward; it never moves them back and never brings back a session that has ended
	// meanwhile (then it changes nothing and returns nil).
	Touch(ctx context.Context, tokenHash string, seen, idleUntil time.Time) error
}

// Directory is for the administrators' pages. Accounts come with their grants and without their PasswordHash.
type Directory interface {
	// AccountByID reads one account; fault.NotFound when absent.
	AccountByID(ctx context.Context, id string) (Account, error)

	// Accounts lists a page, never nil, and the count of all matches; an order that is not known is fault.Invalid.
	Accounts(ctx context.Context, q Query) ([]Account, int, error)
}

// Tx is the inside of one transaction.
type Tx interface {
	// LockAdministration makes every other transaction that calls it wait until this one ends, across replicas. Changes of
	// accounts and grants take it first, so that what they check still holds when they write.
	LockAdministration() error

	// FindLogin reads an account with its grants by its login, without locking; fault.NotFound when absent.
	FindLogin(login string) (Account, error)

	// Account reads an account with its grants and locks its row until the transaction ends; fault.NotFound when absent.
	Account(id string) (Account, error)

	// CreateAccount inserts an account with Version 1 and no grants; fault.Refused when the login is taken.
	CreateAccount(a Account) error

	// SaveAccount writes everything but Grants where the stored Version equals a.Version, and raises both by one; fault.Stale
	// when it does not.
	SaveAccount(a *Account) error

	// AddGrant inserts a grant; the same role and region twice on one account is fault.Refused.
	AddGrant(accountID string, g Grant) error

	// RemoveGrant deletes a grant of the account; fault.NotFound when it has none of this id.
	RemoveGrant(accountID, grantID string) error

	// ActiveHolders counts the accounts that are not disabled and hold the role in any region.
	ActiveHolders(role string) (int, error)

	// Factor reads the account's second factor, set or only drawn; the zero one when there is none.
	Factor(accountID string) (Factor, error)

	// DrawFactor keeps a secret that is not confirmed yet, in place of any other of the account.
	DrawFactor(accountID string, secret Secret) error

	// ConfirmFactor sets a drawn factor with the step of its first code; false when it is no longer this one or is set already.
	ConfirmFactor(accountID string, f Factor, step int64, at time.Time) (bool, error)

	// SpendStep notes the step of a code that was used; false when this step or a later one was spent before, or the factor is
	// no longer this one. Two at the same moment do not both get true.
	SpendStep(accountID string, f Factor, step int64) (bool, error)

	// RemoveFactor forgets the account's factor; none is no error.
	RemoveFactor(accountID string) error

	// AddSession inserts a session.
	AddSession(s Session) error

	// EndSession deletes a session and says which it was; ok is false when there was none, which is no error.
	EndSession(tokenHash string) (s Session, ok bool, err error)

	// EndSessions deletes every session of the account.
	EndSessions(accountID string) error

	// Counter reads a counter and locks its row until the transaction ends. An absent one reads as the zero value and is
	// locked as well (insert it first, doing nothing on conflict), so that two attempts at once are counted as two.
	Counter(key string) (Counter, error)

	// SaveCounter writes a counter; the zero value may be deleted instead.
	SaveCounter(key string, c Counter) error

	// KnownAddress reports whether the account was signed in to from the address at or after since.
	KnownAddress(accountID, address string, since time.Time) (bool, error)

	// RememberAddress notes a successful sign-in; one row for an account and address, the time moves forward.
	RememberAddress(accountID, address string, at time.Time) error

	// Record appends to the account's audit stream in this transaction.
	Record(e Event) error

	// KeepAnswer finishes a caller-made key in this transaction; fault.Refused when another request has taken its lease over.
	KeepAnswer(token string, a Answer) error

	// Forget deletes sessions with IdleUntil or EndsAt not after now, counters whose Last and NotBefore lie before counters,
	// and known addresses last seen before addresses.
	Forget(now, counters, addresses time.Time) error
}

// Rules says which roles exist and may meet; policy/access has them.
type Rules interface {
	// Conflict names two of the roles that one account may not hold together.
	Conflict(roles []string) (a, b string, clash bool)
	// Reason says in Chinese why two roles may not meet.
	Reason(a, b string) string
	// Title is the Chinese title of a role.
	Title(role string) string
	// Grantable refuses (fault.Invalid) an unknown role, one that is never granted, and a region of the wrong level.
	Grantable(role, region string) error
}
