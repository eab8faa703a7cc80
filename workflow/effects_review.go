package workflow

import (
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/review"
	"xianjie/policy"
)

// keepResult locks a stage's result; when no later stage is in use, the composite with it.
func keepResult(stage review.Stage) Effect {
	return func(c *Case, tx Tx) error {
		marks := marksOf(c.Setup, c.Around.Reviews, stage)
		result := c.Setup.Aggregate(marks)
		kept := Result{ApplicationID: c.App.ID, BatchID: c.App.BatchID, Kind: ResultKind(stage), Marks: marks, Stage: &result,
			PackVersion: c.setupNo(), At: c.Now, By: c.Actor.AccountID, Vetoes: c.Setup.VetoedBy(handedIn(c.sheets(stage)))}
		if err := tx.InsertResult(kept); err != nil {
			return err
		}
		c.Around.Results = append(c.Around.Results, kept)
		if c.To == Reviewed {
			return keepComposite(c, tx)
		}
		return nil
	}
}

func handedIn(reviews []Review) []review.Sheet {
	sheets := make([]review.Sheet, 0, len(reviews))
	for _, r := range reviews {
		sheets = append(sheets, r.Sheet)
	}
	return sheets
}

// keepComposite locks the composite (domain 4.4.2).
func keepComposite(c *Case, tx Tx) error {
	var site *review.SiteResult
	if s := c.Around.Site; s != nil {
		site = &review.SiteResult{Verdict: s.Verdict, Deduction: s.Deduction}
	}
	composite := composite(c.Setup, c.Around.Results, site)
	return tx.InsertResult(Result{ApplicationID: c.App.ID, BatchID: c.App.BatchID, Kind: ResultComposite, Site: site, Composite: &composite,
		PackVersion: c.setupNo(), At: c.Now, By: c.Actor.AccountID})
}

// setupNo is the pack version whose review setup counts.
func (c *Case) setupNo() int {
	if c.Batch.ReviewPack > 0 {
		return c.Batch.ReviewPack
	}
	return c.PackNo
}

// leaveNotice takes the application off the list it stood on; the list itself stays readable.
func leaveNotice(c *Case, tx Tx) error {
	n := c.Around.Notice
	if n == nil {
		return nil
	}
	for i, e := range n.Entries {
		if e.ApplicationID == c.App.ID {
			n.Entries[i].Left = true
		}
	}
	return tx.SaveNotice(n)
}

// keepAward writes the 立项: the amount is the one that stood on the notice's list, which is the tier of the county and never typed
// (004 一.3). What was made public is what is awarded, whatever version of the pack came since.
func keepAward(c *Case, tx Tx) error {
	for _, e := range c.Around.Notice.Entries {
		if e.ApplicationID == c.App.ID {
			return tx.InsertAward(AwardRecord{ApplicationID: c.App.ID, BatchID: c.App.BatchID, DocNo: strings.TrimSpace(c.Input.AwardDocNo), Amount: e.Amount,
				NoticeID: c.Around.Notice.ID, AwardedBy: c.Actor.AccountID, AwardedAt: c.Now})
		}
	}
	return fault.New(fault.Refused, "公示名单上没有这份申报,不能立项")
}

// awardOf is the 奖补额 an application would be awarded under a pack.
func awardOf(pack *policy.Pack, a Application) (money.Fen, error) {
	amount, ok := pack.AwardAmount(a.CountyCode, a.CityCode)
	if !ok {
		return 0, fault.New(fault.Refused, "政策包没有给出%s的档位,不能确定奖补额", a.CountyName)
	}
	return amount, nil
}
