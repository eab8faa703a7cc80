package workflow

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/audit"
	"xianjie/internal/fault"
)

// ActOnSite asks for a site check's sheet to be handed in, or to be opened again.
type ActOnSite struct {
	Application string
	Version     int64
	Reason      string // of reopening
	Receipt     *Receipt
}

// SubmitSiteSheet hands in a sheet that lacks nothing, and locks it. Errors: NotFound (not assigned), Stale, Refused (state, handed
// in), Invalid (every gap).
func (s *Service) SubmitSiteSheet(ctx context.Context, actor Actor, in ActOnSite) (SiteView, error) {
	return s.onSheet(ctx, actor, in.Application, "submit", in.Version, in.Receipt, func(tx Tx, c *siteCase) error {
		if err := c.writable(); err != nil {
			return err
		}
		photos, err := tx.SitePhotosOf(c.App.ID)
		if err != nil {
			return err
		}
		places := append(c.sheet.Gaps(photos), c.lateDate(c.sheet.CheckedOn)...)
		for _, item := range c.Setup.SiteItems {
			if !slices.ContainsFunc(c.sheet.Items, func(f SiteFinding) bool { return f.Item == item.Code }) {
				places = append(places, fault.Place{Location: "/items", Message: item.Name + "还没有核查结果"})
			}
		}
		if c.sheet.Verdict != "" {
			places = append(places, conclusion(c.Setup, c.sheet.Verdict, c.sheet.Deduction)...)
		}
		if err := fault.At("核查单还不能提交", places); err != nil {
			return err
		}
		c.sheet.SubmittedAt, c.sheet.SubmittedBy = instant(c.Now), actor.AccountID
		return c.keepSheet(tx, "sitecheck_submit", fmt.Sprintf("%s 扣 %s 分", c.sheet.Verdict, c.sheet.Deduction), "")
	})
}

// ReopenSiteSheet gives a sheet that was handed in back to its inspectors. What it said stays in the audit stream, and signatures given
// toward locking its result no longer count; those of a disqualification do not rest on it. Errors: Forbidden, NotFound, Stale, Refused
// (state, not handed in), Invalid (no reason).
func (s *Service) ReopenSiteSheet(ctx context.Context, actor Actor, in ActOnSite) (SiteView, error) {
	return s.onSheet(ctx, actor, in.Application, "reopen", in.Version, in.Receipt, func(tx Tx, c *siteCase) error {
		reason := strings.TrimSpace(in.Reason)
		switch {
		case c.App.State != SiteCheck:
			return fault.New(fault.Refused, "申报现为“%s”,不在现场核查环节", c.App.State.Label())
		case c.sheet.SubmittedAt == nil:
			return fault.New(fault.Refused, "核查单还没有提交,无须退回")
		case reason == "":
			return fault.At("没有写明理由", []fault.Place{{Location: "/reason", Message: "请写明退回更正的理由"}})
		}
		if err := c.remember(tx, reason); err != nil {
			return err
		}
		if err := tx.VoidSignatures(c.App.ID, c.App.Round, Disqualify, c.Now); err != nil {
			return err
		}
		c.sheet.SubmittedAt, c.sheet.SubmittedBy = nil, ""
		return c.keepSheet(tx, "sitecheck_reopen", "", reason)
	})
}

// rememberedAtOnce is how many findings one audit entry holds, well below its bound.
const rememberedAtOnce = 4

// remember writes the sheet as it was handed in into the audit stream: the conclusion, then the findings a few at a time.
func (c *siteCase) remember(tx Tx, reason string) error {
	parts := []any{map[string]any{"checkedOn": c.sheet.day(), "verdict": c.sheet.Verdict, "deduction": c.sheet.Deduction,
		"comment": c.sheet.Comment, "submittedAt": c.sheet.SubmittedAt, "submittedBy": c.sheet.SubmittedBy}}
	for some := range slices.Chunk(c.sheet.Items, rememberedAtOnce) {
		parts = append(parts, map[string]any{"items": some})
	}
	for i, part := range parts {
		detail, err := json.Marshal(part)
		if err != nil {
			return err
		}
		if err := tx.AppendAudit(audit.Entry{Stream: Stream(c.App.ID), At: c.Now, AccountID: c.Actor.AccountID, Actor: c.Actor.Name, Role: string(c.As),
			Region: c.regionOf(c.As), Action: "sitecheck_kept", Object: fmt.Sprintf("第 %d 部分,共 %d 部分", i+1, len(parts)), From: string(c.App.State),
			To: string(c.App.State), Reason: reason, Detail: detail, BeforeDigest: c.sheet.digest(), Address: c.Actor.Address}); err != nil {
			return err
		}
	}
	return nil
}
