package workflow

import (
	"context"
	"time"

	"xianjie/internal/review"
)

// ReviewTx reads and writes experts, draws, reviews, results and rankings.
type ReviewTx interface {
	Expert(accountID string) (PoolExpert, error) // fault.NotFound
	Experts() ([]PoolExpert, error)              // active ones, by code
	// SaveExpert inserts where Version is 0 (giving the code), else writes where it still matches; fault.Stale.
	SaveExpert(e *PoolExpert) error
	InsertDraw(d *Draw) error // sets No and Version
	LockDraw(id string) (Draw, error)
	// SaveDraw writes where Version matches. Publishing on a base another published draw already has is fault.Refused: a partial
	// unique index holds it when two publish at once.
	SaveDraw(d *Draw) error
	// LastDraw is the number of the newest published draw of a stage, 0 for none.
	LastDraw(batchID string, stage review.Stage) (int, error)
	// Seat locks a review's application, or unless whole shares it, so that its state cannot change until the end; then locks the review,
	// then reads the clock; fault.NotFound, also when expertID is given and the review is not that expert's.
	Seat(reviewID, expertID string, whole bool) (Seat, error)
	// ReviewsOf are the reviews of a batch's stage, or of one application when batchID is "".
	ReviewsOf(batchID, applicationID string, stage review.Stage) ([]Review, error)
	InsertReview(r Review) error // one live per (application, stage, expert); fault.Refused
	SaveReview(r *Review) error  // fault.Stale
	InsertReviewEvent(e ReviewEvent) error
	InsertResult(r Result) error // one per (application, kind); fault.Refused
	Results(batchID string) ([]Result, error)
	// Standings locks the applications of a batch in some states and reads what a ranking looks at, by id; of the dimensions those named.
	Standings(batchID string, states []State, dims []string) ([]Standing, error)
	InsertRanking(r *Ranking) error // sets No
	// Applications of a batch in some states, by number, with their rows locked in order of id when lock is set.
	ApplicationsIn(batchID string, states []State, lock bool) ([]Application, error)
}

// Seat is one review under its locks, with as much of its application as acts on a review look at.
type Seat struct {
	Now         time.Time // read after the locks
	Application string
	No          string
	State       State
	BatchID     string
	ReviewPack  int // of the batch
	Review      Review
}

// ReviewReader answers questions about review outside a transaction.
type ReviewReader interface {
	ReadExperts(ctx context.Context) ([]PoolExpert, error)                         // all, by code
	Draws(ctx context.Context, batchID string, stage review.Stage) ([]Draw, error) // newest first; stage "" for all
	ReadDraw(ctx context.Context, id string) (Draw, error)
	ReadReview(ctx context.Context, id string) (Review, error)
	Reviews(ctx context.Context, q ReviewQuery) (Page[Review], error)
	ReviewEvents(ctx context.Context, reviewID string) ([]ReviewEvent, error)
	ReadResults(ctx context.Context, batchID string) ([]Result, error)
	// ReadStandings is Standings outside a transaction, locking nothing.
	ReadStandings(ctx context.Context, batchID string, states []State, dims []string) ([]Standing, error)
	ReadRanking(ctx context.Context, batchID string) (Ranking, error) // the one in force; fault.NotFound
	// Assigned are the applications an account may open by assignment: reviews declared and not recused, site checks.
	Assigned(ctx context.Context, accountID string) ([]string, error)
}

// ReviewQuery narrows a list of reviews; empty fields narrow nothing.
type ReviewQuery struct {
	BatchID       string
	ApplicationID string
	ExpertID      string
	Stage         review.Stage
	States        []ReviewState
	Page          int
	PageSize      int
}
