package workflow

import (
	"slices"

	"xianjie/internal/review"
	"xianjie/policy"
)

// Transition is one permitted step. The table below is the whole process: a step that is not in it cannot happen. Buttons,
// permissions, the picture and the API derive from it.
type Transition struct {
	From    State
	Action  Action
	By      Role
	CoSign  Role // a second bureau that must sign the same round and snapshot; "" when one is enough
	To      State
	Judge   Judge    // which application rules must not block
	Freeze  bool     // the draft is frozen as a new snapshot, and that is what is judged
	Opinion bool     // the actor must say why
	Asks    []Ask    // what else the actor must fill in
	Guards  []Guard  // conditions beyond the rules
	Last    []Guard  // conditions of the completing signature only
	Ordered bool     // By must sign before CoSign
	Effects []Effect // what the completed step does besides changing the state
}

// Judge names the rules that must not block a step.
type Judge string

// The judges.
const (
	NoRules     Judge = ""
	SubmitRules Judge = "submit" // the pack's submitBlocking list
	EveryRule   Judge = "every"  // all blocking rules, waivers counted
)

// transitions is the process from draft to award (domain 3.5.2). Rows of later stages are added with their stage. A stage the batch's
// pack switches off is passed over: To is then the next stage in use (landing).
var transitions = []Transition{
	{From: Draft, Action: Submit, By: CountySigner, To: Submitted, Judge: SubmitRules, Freeze: true,
		Guards:  []Guard{collecting, beforeCountyDeadline, beforeProvinceDeadline, notLocked, mayApply, countyQuota, pledgesHeld},
		Effects: []Effect{claimCounty, markSubmitted}},

	{From: Submitted, Action: Accept, By: CityReviewer, To: CityReview},
	{From: Submitted, Action: Return, By: CityReviewer, To: ReturnedByCity, Opinion: true, Asks: []Ask{AskItems},
		Effects: []Effect{openCityReturn}},
	{From: Submitted, Action: Withdraw, By: CountySigner, To: Withdrawn, Opinion: true, Effects: []Effect{releaseAll}},

	{From: CityReview, Action: Return, By: CityReviewer, To: ReturnedByCity, Opinion: true, Asks: []Ask{AskItems},
		Effects: []Effect{openCityReturn}},
	{From: CityReview, Action: Withdraw, By: CountySigner, To: Withdrawn, Opinion: true, Effects: []Effect{releaseAll}},
	{From: CityReview, Action: Shortlist, By: CityReviewer, CoSign: CityFinance, To: Shortlisted, Judge: EveryRule, Opinion: true,
		Asks:    []Ask{AskRank, AskMinutes},
		Guards:  []Guard{collecting, beforeProvinceDeadline, notLocked, countyQuota, cityQuota, yellowRiverReasoned, pledgesHeld},
		Effects: []Effect{claimCity, markRank}},
	{From: CityReview, Action: Decline, By: CityReviewer, To: NotShortlisted, Opinion: true, Asks: []Ask{AskGround},
		Guards: []Guard{declineGrounded}, Effects: []Effect{releaseCounty}},

	{From: ReturnedByCity, Action: Resubmit, By: CountySigner, To: Submitted, Judge: SubmitRules, Freeze: true,
		Guards:  []Guard{collecting, beforeCountyDeadline, beforeProvinceDeadline, notLocked, countyQuota, newResolution, pledgesHeld},
		Effects: []Effect{answerReturn, markSubmitted}},
	{From: ReturnedByCity, Action: Withdraw, By: CountySigner, To: Withdrawn, Opinion: true, Effects: []Effect{releaseAll}},

	{From: Shortlisted, Action: Revoke, By: CitySigner, To: CityReview, Opinion: true, Effects: []Effect{releaseCity, clearRank}},
	{From: Shortlisted, Action: Report, By: CitySigner, To: Reported, Judge: EveryRule, Freeze: true, Asks: []Ask{AskCityDocNo},
		Guards:  []Guard{collecting, beforeProvinceDeadline, notLocked, countyQuota, cityQuota, yellowRiverReasoned},
		Effects: []Effect{markReported}},
	{From: Shortlisted, Action: Overdue, By: System, To: NotShortlisted, Guards: []Guard{afterProvinceDeadline}, Effects: []Effect{markOverdue}},

	{From: Reported, Action: Start, By: ProvAdmin, To: FormalCheck, Guards: []Guard{formalCheckMayStart}},

	{From: FormalCheck, Action: Return, By: ProvAdmin, To: ReturnedByProvince, Opinion: true, Asks: []Ask{AskItems},
		Guards: []Guard{onlyPapers, provinceReturnsLeft}, Effects: []Effect{openProvinceReturn}},
	{From: FormalCheck, Action: Pass, By: ProvAdmin, CoSign: ProvFinance, To: ExpertReview, Judge: EveryRule, Opinion: true},
	{From: FormalCheck, Action: Disqualify, By: ProvAdmin, CoSign: ProvFinance, Ordered: true, To: Disqualified, Opinion: true,
		Asks: []Ask{AskClause, AskFacts}, Last: []Guard{hearingOver}, Effects: []Effect{lockYear, releaseCounty}},

	{From: ReturnedByProvince, Action: Resupply, By: CitySigner, To: FormalCheck, Judge: EveryRule, Freeze: true,
		Guards: []Guard{withinReturnWindow, coreUnchanged}, Effects: []Effect{answerReturn}},
	{From: ReturnedByProvince, Action: Lapse, By: System, To: FormalCheck, Guards: []Guard{afterReturnWindow}, Effects: []Effect{answerReturn}},

	{From: ExpertReview, Action: Close, By: ReviewSecretary, To: Defence,
		Guards: []Guard{reviewing, sheetsIn(review.Written), outliersAnswered(review.Written)}, Effects: []Effect{keepResult(review.Written)}},
	{From: ExpertReview, Action: Disqualify, By: ProvAdmin, CoSign: ProvFinance, Ordered: true, To: Disqualified, Opinion: true,
		Asks: []Ask{AskClause, AskFacts}, Last: []Guard{hearingOver}, Effects: []Effect{lockYear, releaseCounty}},

	{From: Defence, Action: Close, By: ReviewSecretary, To: SiteCheck,
		Guards:  []Guard{reviewing, defenceHeld, sheetsIn(review.Defence), outliersAnswered(review.Defence)},
		Effects: []Effect{keepResult(review.Defence)}},
	{From: Defence, Action: Disqualify, By: ProvAdmin, CoSign: ProvFinance, Ordered: true, To: Disqualified, Opinion: true,
		Asks: []Ask{AskClause, AskFacts}, Last: []Guard{hearingOver}, Effects: []Effect{lockYear, releaseCounty}},

	{From: SiteCheck, Action: Lock, By: ReviewSecretary, CoSign: ProvAdmin, To: Reviewed, Opinion: true,
		Guards: []Guard{reviewing, siteChecked}, Effects: []Effect{keepComposite}},
	{From: SiteCheck, Action: Disqualify, By: ProvAdmin, CoSign: ProvFinance, Ordered: true, To: Disqualified, Opinion: true,
		Asks: []Ask{AskClause, AskFacts}, Last: []Guard{hearingOver}, Effects: []Effect{lockYear, releaseCounty}},

	{From: Reviewed, Action: Propose, By: ProvAdmin, CoSign: ProvFinance, To: PublicNotice, Opinion: true,
		Guards: []Guard{ranked, withinAwards, vetoRuled}},
	{From: Reviewed, Action: Reject, By: ProvAdmin, CoSign: ProvFinance, To: NotAwarded, Opinion: true, Asks: []Ask{AskReject},
		Guards: []Guard{ranked, rejectGrounded}},
	{From: Reviewed, Action: Disqualify, By: ProvAdmin, CoSign: ProvFinance, Ordered: true, To: Disqualified, Opinion: true,
		Asks: []Ask{AskClause, AskFacts}, Last: []Guard{hearingOver}, Effects: []Effect{lockYear, releaseCounty}},

	{From: PublicNotice, Action: Award, By: ProvAdmin, CoSign: ProvFinance, To: Awarded, Opinion: true, Asks: []Ask{AskAwardNo},
		Guards: []Guard{noticeOver, objectionsAnswered}, Effects: []Effect{keepAward, openFunds}},
	{From: PublicNotice, Action: Reopen, By: ProvAdmin, To: Reviewed, Opinion: true, Guards: []Guard{objectionUpheld},
		Effects: []Effect{leaveNotice}},
	{From: PublicNotice, Action: Disqualify, By: ProvAdmin, CoSign: ProvFinance, Ordered: true, To: Disqualified, Opinion: true,
		Asks: []Ask{AskClause, AskFacts}, Last: []Guard{hearingOver}, Effects: []Effect{lockYear, releaseCounty, leaveNotice}},
}

// Transitions is the table, for pictures, permission matrices and tests; the caller may not change the rows' slices.
func Transitions() []Transition { return slices.Clone(transitions) }

// rowOf finds the row of (state, action).
func rowOf(from State, action Action) (Transition, bool) {
	i := slices.IndexFunc(transitions, func(t Transition) bool { return t.From == from && t.Action == action })
	if i < 0 {
		return Transition{}, false
	}
	return transitions[i], true
}

// Signers are the roles whose word the step needs, the leading bureau first.
func (t Transition) Signers() []Role {
	if t.CoSign == "" {
		return []Role{t.By}
	}
	return []Role{t.By, t.CoSign}
}

// judged narrows findings to those this row's judge looks at.
func (t Transition) judged(findings []policy.Finding, pack *policy.Pack) []policy.Finding {
	switch t.Judge {
	case SubmitRules:
		return policy.Blockers(findings, pack.SubmitBlocking())
	case EveryRule:
		return policy.Blockers(findings, nil)
	default:
		return nil
	}
}
