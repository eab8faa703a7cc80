package workflow

import (
	"slices"
	"time"

	"xianjie/internal/fault"
	"xianjie/policy"
)

// claimCounty takes the county's slot; the partial unique index over live claims is what holds the quota when two submit at once.
func claimCounty(c *Case, tx Tx) error {
	quota := c.Pack.Params.Quota.PerCounty
	if c.Pack.IsKeyCounty(c.App.CountyCode) {
		quota = c.Pack.Params.Quota.PerKeyCounty
	}
	return claim(c, tx, "Q01", c.App.CountyCode, quota, "本县本批已有在办申报")
}

// claimCity takes the city's slot; key counties do not use it.
func claimCity(c *Case, tx Tx) error {
	if c.Pack.IsKeyCounty(c.App.CountyCode) {
		return nil
	}
	return claim(c, tx, "Q02", c.App.CityCode, c.Pack.Params.Quota.PerNonKeyCity, "本市推荐名额已被占用")
}

func claim(c *Case, tx Tx, rule policy.RuleID, scope string, quota int, message string) error {
	taken, _, err := tx.Claim(Claim{BatchID: c.App.BatchID, Rule: rule, Scope: scope, ApplicationID: c.App.ID, ClaimedAt: c.Now}, quota)
	if err != nil {
		return err
	}
	if !taken {
		return fault.New(fault.Refused, "%s %s(名额 %d 个)", rule, message, quota)
	}
	return nil
}

func releaseCity(c *Case, tx Tx) error { return tx.ReleaseClaims(c.App.ID, "Q02", c.Now) }

// releaseCounty frees the county's slot only: whether the county may apply again is mayApply's to say, and a disqualified
// application's city slot is not given to another (domain A20).
func releaseCounty(c *Case, tx Tx) error { return tx.ReleaseClaims(c.App.ID, "Q01", c.Now) }

func releaseAll(c *Case, tx Tx) error { return tx.ReleaseClaims(c.App.ID, "", c.Now) }

func markSubmitted(c *Case, _ Tx) error {
	c.App.SubmittedAt = instant(c.Now)
	return nil
}

func markReported(c *Case, _ Tx) error {
	c.App.ReportedAt, c.App.CityDocNo, c.App.RiverReason = instant(c.Now), c.Input.CityDocNo, c.riverReason()
	return nil
}

func markRank(c *Case, _ Tx) error {
	c.App.Rank, c.App.RiverReason = c.Input.Rank, c.riverReason()
	return nil
}

func clearRank(c *Case, _ Tx) error {
	c.App.Rank, c.App.RiverReason = 0, ""
	return nil
}

// markOverdue keeps the city's slot: a lapsed recommendation is not replaced (domain 3.5.2 名额作废,不自动递补).
func markOverdue(c *Case, _ Tx) error {
	c.App.Overdue = true
	return nil
}

func openCityReturn(c *Case, tx Tx) error {
	return openReturn(c, tx, c.Pack.Params.CityReturnDays)
}

func openProvinceReturn(c *Case, tx Tx) error {
	c.App.Returns++
	return openReturn(c, tx, c.Pack.Params.ProvinceReturnDays)
}

// openReturn writes the 退回单; its window ends at midnight in the pack's zone, days whole days after today.
func openReturn(c *Case, tx Tx, days int) error {
	return tx.InsertReturn(ReturnSlip{ID: c.App.ID + "-" + c.Now.Format("20060102T150405.000000"), ApplicationID: c.App.ID, Round: c.App.Round + 1,
		By: c.As, ByName: c.Actor.Name, Opinion: c.Opinion, Items: slices.Clone(c.Input.Items), DueAt: c.Pack.AddDays(c.Now, days), ReturnedAt: c.Now})
}

func answerReturn(c *Case, tx Tx) error {
	if c.Around.Return == nil {
		return nil
	}
	return tx.AnswerReturn(c.Around.Return.ID, c.Now)
}

// lockYear: 本年度不予安排.
func lockYear(c *Case, tx Tx) error {
	return tx.InsertYearLock(YearLock{Year: c.App.Year, CountyCode: c.App.CountyCode, ApplicationID: c.App.ID, Clause: c.Input.Clause, LockedAt: c.Now})
}

func instant(t time.Time) *time.Time { return &t }
