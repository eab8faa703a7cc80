package workflow

import (
	"time"

	"xianjie/internal/proposal"
	"xianjie/internal/review"
	"xianjie/policy"
)

// Case is everything a guard or effect may look at: one application under its lock, with the facts loaded once. Guards are pure
// functions of it, so the same guards answer "may this be done?" before anyone presses a button.
type Case struct {
	Now      time.Time // the deciding clock, read after the lock
	App      Application
	Batch    Batch
	Pack     *policy.Pack
	PackNo   int
	Setup    review.Setup // how this batch reviews: pinned since review opened
	Around   Surroundings
	Actor    Actor
	As       Role
	To       State // where the step being taken arrives
	Opinion  string
	Input    Input
	Doc      *proposal.Proposal // the document judged; nil when only showing what is possible
	Frozen   *Snapshot          // the snapshot desks read; nil before the first submit or when only showing
	Findings []policy.Finding
}

// Block is one reason why a step cannot be done now.
type Block struct {
	Rule    policy.RuleID // "" when no written rule but the process forbids it
	Message string        // Chinese, says what to do
}

// Guard looks at a case and returns what forbids the step; nothing when nothing does.
type Guard func(c *Case) []Block

// Effect does what a completed step does besides changing the state.
type Effect func(c *Case, tx Tx) error

func block(rule policy.RuleID, message string) []Block {
	return []Block{{Rule: rule, Message: message}}
}

// wants is what the guards of any row leaving a state need to see.
func wants(s State) Want {
	switch s {
	case Draft:
		return WantCountyPeers | WantClaims | WantLock | WantWaivers | WantConfirmations
	case ReturnedByCity:
		return WantReturn | WantClaims | WantLock | WantWaivers | WantConfirmations
	case CityReview:
		return WantSignatures | WantCityPeers | WantClaims | WantLock | WantWaivers | WantConfirmations
	case Shortlisted:
		return WantCityPeers | WantClaims | WantLock | WantWaivers | WantConfirmations
	case Reported:
		return WantWaiting
	case FormalCheck:
		return WantSignatures | WantWaivers
	case ExpertReview:
		return WantSignatures | WantReviews
	case Defence:
		return WantSignatures | WantReviews | WantDefence
	case SiteCheck:
		return WantSignatures | WantSite | WantResults
	case Reviewed:
		return WantSignatures | WantReviews | WantResults | WantRanking | WantNotice
	case PublicNotice:
		return WantSignatures | WantNotice
	case ReturnedByProvince:
		return WantReturn | WantWaivers | WantConfirmations
	default:
		return 0
	}
}

// waived maps each waived rule to its document number, expired ones left out.
func waived(waivers []Waiver, now time.Time) map[policy.RuleID]string {
	out := make(map[policy.RuleID]string, len(waivers))
	for _, w := range waivers {
		if w.ExpiresAt == nil || now.Before(*w.ExpiresAt) {
			out[w.Rule] = w.DocNo
		}
	}
	return out
}
