package workflow

import "context"

// StageTx reads and writes defences and site checks.
type StageTx interface {
	Defences(batchID string) ([]DefenceSlot, error)      // by order
	InsertDefence(d DefenceSlot) error                   // one per application, one order per batch; fault.Refused
	SaveDefence(d *DefenceSlot) error                    // fault.Stale
	SiteCheckOf(applicationID string) (SiteSheet, error) // fault.NotFound
	// SaveSiteCheck inserts where Version is 0, else writes where it matches; fault.Stale.
	SaveSiteCheck(c *SiteSheet) error
	SitePhotosOf(applicationID string) ([]SitePhoto, error) // oldest first
	InsertSitePhoto(p SitePhoto) error                      // locks and inserts the blob row too
	// RemoveSitePhoto deletes the row; fault.NotFound.
	RemoveSitePhoto(applicationID, id string) (SitePhoto, error)
	// Person is an account as it stands now; nobody, without grants, when there is no such account or it is disabled.
	Person(accountID string) (Person, error)
}

// StageReader answers questions about them outside a transaction.
type StageReader interface {
	ReadDefences(ctx context.Context, batchID string) ([]DefenceSlot, error)
	ReadSiteChecks(ctx context.Context, batchID string) ([]SiteSheet, error)
	ReadSiteCheck(ctx context.Context, applicationID string) (SiteSheet, error)
	SitePhotos(ctx context.Context, applicationID string) ([]SitePhoto, error)
	SitePhoto(ctx context.Context, id string) (SitePhoto, error) // fault.NotFound
	// Holders are the accounts that hold a role and are not disabled, by name.
	Holders(ctx context.Context, role Role) ([]Holder, error)
}

// Person is who an account is and what it may do.
type Person struct {
	Login  string // never changed once given
	Name   string // unit and post
	Grants []Grant
}

// Holder is an account that may be chosen for a task.
type Holder struct {
	AccountID string
	Name      string // unit and post
	Unit      string
}
