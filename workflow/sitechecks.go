package workflow

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
)

// Bounds of a site check's sheet.
const (
	mostInspectors = 20
	mostFindings   = 30 // of one item
	mostNote       = 500
	mostComment    = 2000
)

// siteCase is one site check under the lock of its application.
type siteCase struct {
	*Case
	sheet SiteSheet // Version 0 while nobody was assigned
}

// openSite locks an application for an act of its site check. The secretary must see it; an inspector must be assigned and hold the
// role at this moment.
func (s *Service) openSite(tx Tx, actor Actor, id, action string) (*siteCase, error) {
	app, err := tx.LockApplication(id)
	if err != nil {
		return nil, err
	}
	sheet, err := tx.SiteCheckOf(id)
	if fault.CodeOf(err) == fault.NotFound {
		sheet, err = SiteSheet{ApplicationID: id, BatchID: app.BatchID, Inspectors: []string{}, Items: []SiteFinding{}}, nil
	}
	if err != nil {
		return nil, err
	}
	c := &siteCase{Case: &Case{App: app, Actor: actor}, sheet: sheet}
	if !SightOf(actor).Sees(app) && !sheet.assignedTo(actor) {
		return nil, fault.New(fault.NotFound, "没有这份申报,或您无权查看")
	}
	if c.As = s.roleFor(actor, app.CountyCode, "sitecheck", action); c.As == "" {
		return nil, fault.New(fault.Forbidden, "您的岗位无权办理此事")
	}
	if c.As == SiteInspector && !sheet.assignedTo(actor) {
		return nil, fault.New(fault.NotFound, "没有这份申报,或您无权查看")
	}
	if c.Now, err = tx.Now(); err != nil {
		return nil, err
	}
	if c.Batch, err = tx.Batch(app.BatchID); err != nil {
		return nil, err
	}
	if err = s.packIn(tx, c.Case); err != nil {
		return nil, err
	}
	c.Setup, err = s.setupIn(tx, c.Batch, c.Pack)
	return c, err
}

// writable: the sheet is changed only in 现场核查 and until it is handed in.
func (c *siteCase) writable() error {
	switch {
	case c.App.State != SiteCheck:
		return fault.New(fault.Refused, "申报现为“%s”,不在现场核查环节", c.App.State.Label())
	case c.sheet.SubmittedAt != nil:
		return fault.New(fault.Refused, "核查单已提交锁定;确需更正的,请评审组织员退回")
	default:
		return nil
	}
}

// seen: the change was made over the version that is kept.
func (c *siteCase) seen(version int64) error {
	if version != c.sheet.Version {
		return Changed(c.sheet.Version, version)
	}
	return nil
}

// keepSheet writes the sheet with its audit entry.
func (c *siteCase) keepSheet(tx Tx, action, object, reason string) error {
	c.sheet.UpdatedAt = c.Now
	if err := tx.SaveSiteCheck(&c.sheet); err != nil {
		return err
	}
	return note(tx, c.Case, action, object, reason, c.sheet.digest())
}

// onSheet runs one command on a sheet and shows what it left.
func (s *Service) onSheet(ctx context.Context, actor Actor, id, action string, version int64, receipt *Receipt, do func(tx Tx, c *siteCase) error) (SiteView, error) {
	var out SiteView
	err := s.store.InTx(ctx, func(tx Tx) error {
		c, err := s.openSite(tx, actor, id, action)
		if err != nil {
			return err
		}
		if err := c.seen(version); err != nil {
			return err
		}
		if err := do(tx, c); err != nil {
			return err
		}
		if c.sheet, err = tx.SiteCheckOf(id); err != nil { // with the names joined
			return err
		}
		out = SightOf(actor).siteCheck(c.App, c.sheet, actor)
		return receipt.keep(tx, out)
	})
	if err != nil {
		return SiteView{}, err
	}
	return out, nil
}

// AssignInspectors asks for an application's 核查组.
type AssignInspectors struct {
	Application string
	Version     int64 // of the sheet, 0 while there is none
	Inspectors  []string
}

// AssignInspectors names who checks on site; the first time it also starts the sheet, with one finding for every item of the setup.
// Errors: Forbidden, NotFound, Stale, Refused (state, sheet handed in), Invalid (nobody, or someone who is no inspector).
func (s *Service) AssignInspectors(ctx context.Context, actor Actor, in AssignInspectors) (SiteView, error) {
	return s.onSheet(ctx, actor, in.Application, "assign", in.Version, nil, func(tx Tx, c *siteCase) error {
		if err := c.writable(); err != nil {
			return err
		}
		names, err := s.inspectors(tx, c.App, in.Inspectors)
		if err != nil {
			return err
		}
		c.sheet.Inspectors = in.Inspectors
		c.sheet.Items = completed(c.Setup, c.sheet.Items)
		return c.keepSheet(tx, "sitecheck_assign", strings.Join(names, "、"), "")
	})
}

// inspectors are the accounts of a list by login and name, which say to a reader of the record who they are. Invalid names those who may not
// check this application.
func (s *Service) inspectors(tx Tx, app Application, accounts []string) ([]string, error) {
	var names []string
	var places []fault.Place
	if n := len(accounts); n == 0 || n > mostInspectors {
		places = append(places, fault.Place{Location: "/inspectors", Message: fmt.Sprintf("请选定 1 至 %d 名核查人员", mostInspectors)})
		return nil, fault.At(wrongInspectors, places)
	}
	for i, account := range accounts {
		at := fmt.Sprintf("/inspectors/%d", i)
		if slices.Contains(accounts[:i], account) {
			places = append(places, fault.Place{Location: at, Message: "同一账号写了两遍"})
			continue
		}
		p, err := tx.Person(account)
		if err != nil {
			return nil, err
		}
		if s.roleFor(Actor{AccountID: account, Grants: p.Grants}, app.CountyCode, "sitecheck", "submit") == "" {
			places = append(places, fault.Place{Location: at, Message: "该账号没有现场核查岗位,或已停用"})
		}
		names = append(names, strings.TrimSpace(p.Login+" "+p.Name))
	}
	return names, fault.At(wrongInspectors, places)
}

const wrongInspectors = "核查人员有误"

// completed are the findings with an empty one for every item of the setup that has none, so that a sheet always shows what is left.
func completed(setup review.Setup, items []SiteFinding) []SiteFinding {
	for _, item := range setup.SiteItems {
		if !slices.ContainsFunc(items, func(f SiteFinding) bool { return f.Item == item.Code }) {
			items = append(items, SiteFinding{Item: item.Code})
		}
	}
	return items
}

// digest identifies a sheet's content.
func (s SiteSheet) digest() string {
	return digestOf(s.day(), s.Items, s.Verdict, s.Deduction, s.Comment)
}

// day is the date of the check, "" while it is not filled in.
func (s SiteSheet) day() string {
	if s.CheckedOn == nil {
		return ""
	}
	return s.CheckedOn.String()
}

// digestOf identifies plain values that belong together.
func digestOf(values ...any) string {
	text, err := json.Marshal(values)
	if err != nil {
		return "" // plain values only
	}
	return proposal.Digest(text)
}
