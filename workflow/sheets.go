package workflow

import (
	"context"
	"slices"
	"strings"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
	"xianjie/internal/review"
	"xianjie/policy"
)

// OnReview asks for one act on one review: an expert's on his own task, or the secretary's.
type OnReview struct {
	Review  string
	Version int64
	Sheet   *review.Sheet // save, submit: what the page holds; nil at submit keeps the saved one
	Text    string        // recuse, reopen: the reason; explain: the answer
	Receipt *Receipt
}

// desk is one review under its locks, with what an act on it looks at. The application is locked or shared before the review, so that its
// stage cannot close in between.
type desk struct {
	Seat
	Setup  review.Setup
	Rubric review.Rubric
	Actor  Actor
	As     Role
	all    []Review // of the application's stage; only where the application is locked whole
}

// DeclareFree records that the expert has no conflict with the application; only then does its file open (domain 3.2). Errors: NotFound,
// Forbidden, Stale, Refused.
func (s *Service) DeclareFree(ctx context.Context, actor Actor, in OnReview) (Review, error) {
	return s.onReview(ctx, actor, "declare", in, false, func(tx Tx, d *desk) error {
		if d.Review.State != ReviewAssigned {
			return d.wrongState()
		}
		d.Review.State, d.Review.DeclaredAt = ReviewOpen, &d.Now
		return d.event(tx, "declare", "")
	})
}

// SaveSheet keeps the sheet as it stands, gaps allowed; bounds and step are checked. Errors as DeclareFree, and Invalid with the places.
func (s *Service) SaveSheet(ctx context.Context, actor Actor, in OnReview) (Review, error) {
	return s.onReview(ctx, actor, "save", in, false, func(_ Tx, d *desk) error { return d.fill(in.Sheet, d.Rubric.CheckDraft) })
}

// SubmitSheet hands the sheet in and locks it (domain 4.4.5). The application is locked whole: the stage is either still open, and the sheet
// counts, or it has closed, and the sheet is refused.
func (s *Service) SubmitSheet(ctx context.Context, actor Actor, in OnReview) (Review, error) {
	return s.onReview(ctx, actor, "submit", in, true, func(tx Tx, d *desk) error {
		if in.Sheet == nil {
			in.Sheet = &d.Review.Sheet
		}
		if err := d.fill(in.Sheet, d.Rubric.Check); err != nil {
			return err
		}
		d.Review.State, d.Review.SubmittedAt = ReviewSubmitted, &d.Now
		return d.event(tx, "submit", "")
	})
}

// Recuse takes the expert off the application: by himself, or by the secretary for whoever cannot go on. What he gave leaves the mean and
// he no longer sees anything of it.
func (s *Service) Recuse(ctx context.Context, actor Actor, in OnReview) (Review, error) {
	return s.onReview(ctx, actor, "recuse", in, true, func(tx Tx, d *desk) error {
		if d.Review.State == ReviewRecused {
			return d.wrongState()
		}
		reason, err := written(in.Text, "/reason", "请写明回避或更换的理由")
		if err != nil {
			return err
		}
		d.Review.State, d.Review.RecuseReason, d.Review.RecusedAt = ReviewRecused, reason, &d.Now
		return d.event(tx, "recuse", reason)
	})
}

// ReopenSheet gives a submitted sheet back to its expert; the old sheet stays on record with the reason. Only the secretary may.
func (s *Service) ReopenSheet(ctx context.Context, actor Actor, in OnReview) (Review, error) {
	return s.onReview(ctx, actor, "reopen", in, true, func(tx Tx, d *desk) error {
		if d.Review.State != ReviewSubmitted {
			return d.wrongState()
		}
		reason, err := written(in.Text, "/reason", "请写明退回重评的理由")
		if err != nil {
			return err
		}
		if err := d.event(tx, "reopen", reason); err != nil { // the sheet as it was
			return err
		}
		d.Review.State = ReviewOpen
		return nil
	})
}

// Explain is the expert's written answer to an outlier flag; the score stays as it is (domain 4.4.4).
func (s *Service) Explain(ctx context.Context, actor Actor, in OnReview) (Review, error) {
	return s.onReview(ctx, actor, "explain", in, true, func(tx Tx, d *desk) error {
		if !d.flagged() {
			return fault.New(fault.Refused, "这份评分没有异常提示,无须说明")
		}
		answer, err := written(in.Text, "/text", "请写明评分与其他专家差异较大的理由")
		if err != nil {
			return err
		}
		d.Review.Explanation, d.Review.ExplainedFor = answer, d.Review.Total
		return d.event(tx, "explain", answer)
	})
}

// onReview runs one act on a review. whole locks the application for acts that change what counts; others share it.
func (s *Service) onReview(ctx context.Context, actor Actor, action string, in OnReview, whole bool, do func(Tx, *desk) error) (Review, error) {
	as := s.roleFor(actor, policy.Root().Code, "review", action)
	if as == "" {
		return Review{}, fault.New(fault.Forbidden, "您的岗位无权办理此事")
	}
	var out Review
	err := s.store.InTx(ctx, func(tx Tx) error {
		d, err := s.sit(tx, actor, as, in.Review, whole)
		if err != nil {
			return err
		}
		if d.Review.Version != in.Version {
			return Changed(d.Review.Version, in.Version)
		}
		if err := do(tx, d); err != nil {
			return err
		}
		d.Review.UpdatedAt = d.Now
		if err := tx.SaveReview(&d.Review); err != nil {
			return err
		}
		if err := tx.AppendAudit(d.entry(action, in.Text)); err != nil {
			return err
		}
		out = d.Review
		return in.Receipt.keep(tx, out)
	})
	return out, err
}

// sit locks application and review and refuses whoever has no business there. An expert's own tasks are his alone; anybody else's are not
// there for him.
func (s *Service) sit(tx Tx, actor Actor, as Role, id string, whole bool) (*desk, error) {
	d := &desk{Actor: actor, As: as}
	owner := ""
	if as == Expert {
		owner = actor.AccountID
	}
	var err error
	if d.Seat, err = tx.Seat(id, owner, whole); err != nil {
		return nil, err
	}
	if state, _ := stateOf(d.Review.Stage); d.State != state {
		return nil, fault.New(fault.Refused, "申报现为“%s”,这一阶段的评审已经结束", d.State.Label())
	}
	if d.Setup, err = s.seatedSetup(tx, d.Seat); err != nil {
		return nil, err
	}
	d.Rubric, _ = d.Setup.Rubric(d.Review.Stage)
	if whole {
		d.all, err = tx.ReviewsOf("", d.Application, d.Review.Stage)
	}
	return d, err
}

// seatedSetup is how the review is judged: by the pinned version once review has opened; the pack in force is looked up only before.
func (s *Service) seatedSetup(tx Tx, seat Seat) (review.Setup, error) {
	c := &Case{App: Application{BatchID: seat.BatchID}, Now: seat.Now}
	if seat.ReviewPack == 0 {
		if err := s.packIn(tx, c); err != nil {
			return review.Setup{}, err
		}
	}
	return s.setupIn(tx, Batch{ID: seat.BatchID, ReviewPack: seat.ReviewPack}, c.Pack)
}

// fill puts a checked sheet into an open review.
func (d *desk) fill(sheet *review.Sheet, check func(review.Sheet) []fault.Place) error {
	if d.Review.State != ReviewOpen {
		return d.wrongState()
	}
	if err := fault.At("评分表没有填对", check(*sheet)); err != nil {
		return err
	}
	d.Review.Sheet, d.Review.Total = *sheet, d.Rubric.Total(*sheet)
	return nil
}

func (d *desk) wrongState() error {
	return fault.New(fault.Refused, "这份评审现为“%s”,不能这样办理,请刷新", d.Review.State.Label())
}

// flagged reports whether the review is an outlier now that everybody who counts has handed in.
func (d *desk) flagged() bool {
	return slices.ContainsFunc(outliersOf(d.Setup, d.all, d.Review.Stage), func(o review.Outlier) bool { return o.Expert == d.Review.ExpertCode })
}

// event keeps the act with the sheet as it stands, for good.
func (d *desk) event(tx Tx, kind, reason string) error {
	return tx.InsertReviewEvent(ReviewEvent{ReviewID: d.Review.ID, BatchID: d.Review.BatchID, Kind: kind, Sheet: d.Review.Sheet, Total: d.Review.Total,
		Reason: reason, AccountID: d.Actor.AccountID, Name: d.Actor.Name, At: d.Now})
}

// ReviewStream is the audit stream of one review: experts at work do not wait for each other.
func ReviewStream(id string) string { return "review/" + id }

// entry carries no digest of the sheet: whoever reads the streams could try every sheet against it. The locked ranking's digest covers them all.
func (d *desk) entry(action, reason string) audit.Entry {
	return audit.Entry{Stream: ReviewStream(d.Review.ID), At: d.Now, AccountID: d.Actor.AccountID, Actor: d.Actor.Name, Role: string(d.As),
		Region: policy.Root().Code, Action: "review_" + action, Object: d.No + " " + string(d.Review.Stage) + " " + d.Review.ExpertCode,
		To: string(d.Review.State), Reason: strings.TrimSpace(reason), Address: d.Actor.Address}
}

// written is a text a person must give.
func written(text, location, message string) (string, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return "", fault.At(message, []fault.Place{{Location: location, Message: message}})
	case len([]rune(text)) > textLimit:
		return "", fault.At("文字过长", []fault.Place{{Location: location, Message: "文字过长,请控制在 2000 字以内"}})
	default:
		return text, nil
	}
}
