package workflow

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
)

// SaveSiteSheet asks for a sheet to be kept as far as it is filled in. What is claimed is read from the snapshot, never taken.
type SaveSiteSheet struct {
	Application string
	Version     int64
	CheckedOn   *proposal.Date
	Items       []SiteFinding // Claimed is ignored
	Verdict     review.SiteVerdict
	Deduction   review.Points
	Comment     string
}

// SaveSiteSheet keeps a sheet with its gaps. Errors: NotFound (not assigned), Stale, Refused (state, handed in), Invalid.
func (s *Service) SaveSiteSheet(ctx context.Context, actor Actor, in SaveSiteSheet) (SiteView, error) {
	return s.onSheet(ctx, actor, in.Application, "save", in.Version, nil, func(tx Tx, c *siteCase) error {
		if err := c.writable(); err != nil {
			return err
		}
		places := append(c.lateDate(in.CheckedOn), in.wrong(c.Setup)...)
		items, unclaimed, err := c.claimed(tx, in.Items)
		if err != nil {
			return err
		}
		if err := fault.At("核查单填写有误", append(places, unclaimed...)); err != nil {
			return err
		}
		c.sheet.CheckedOn, c.sheet.Verdict, c.sheet.Deduction, c.sheet.Comment = in.CheckedOn, in.Verdict, in.Deduction, strings.TrimSpace(in.Comment)
		c.sheet.Items = completed(c.Setup, items)
		return c.keepSheet(tx, "sitecheck_save", "", "")
	})
}

// wrong is what may not stand even in a draft.
func (in SaveSiteSheet) wrong(setup review.Setup) []fault.Place {
	var places []fault.Place
	wrong := func(place, message string, args ...any) {
		places = append(places, fault.Place{Location: place, Message: fmt.Sprintf(message, args...)})
	}
	count, twice := map[string]int{}, map[[2]string]bool{}
	for i, f := range in.Items {
		at := fmt.Sprintf("/items/%d", i)
		switch count[f.Item]++; {
		case !slices.ContainsFunc(setup.SiteItems, func(item review.SiteItem) bool { return item.Code == f.Item }):
			wrong(at+"/item", "本批没有这个核查项")
		case count[f.Item] == mostFindings+1:
			wrong(at+"/item", "一个核查项不超过 %d 条", mostFindings)
		case f.Place != "" && twice[[2]string{f.Item, f.Place}]:
			wrong(at+"/place", "这一处在同一核查项下写了两遍")
		}
		twice[[2]string{f.Item, f.Place}] = true
		if f.Finding != "" && !knownFinding(f.Finding) {
			wrong(at+"/finding", "应为 TRUE(属实)、FALSE(不符)、UNVERIFIED(无法核实)或空")
		}
		if utf8.RuneCountInString(f.Note) > mostNote {
			wrong(at+"/note", "不超过 %d 个字", mostNote)
		}
	}
	if utf8.RuneCountInString(in.Comment) > mostComment {
		wrong("/comment", "不超过 %d 个字", mostComment)
	}
	switch {
	case in.Verdict == "" && in.Deduction != 0:
		wrong("/deduction", "请先填写核查结论")
	case in.Verdict == "" || in.Verdict == review.SiteIssues && in.Deduction == 0: // still to be filled in
	default:
		places = append(places, conclusion(setup, in.Verdict, in.Deduction)...)
	}
	return places
}

// conclusion is what is wrong with verdict and deduction by the batch's setup.
func conclusion(setup review.Setup, verdict review.SiteVerdict, deduction review.Points) []fault.Place {
	places := setup.CheckSite(review.SiteResult{Verdict: verdict, Deduction: deduction})
	for i := range places {
		if places[i].Location == "/result" {
			places[i].Location = "/verdict"
		}
	}
	return places
}

// lateDate: nobody checks tomorrow; today is the batch's, by the deciding clock.
func (c *siteCase) lateDate(day *proposal.Date) []fault.Place {
	if day == nil || !day.After(proposal.DateIn(c.Now, c.Pack.Zone())) {
		return nil
	}
	return []fault.Place{{Location: "/checkedOn", Message: "核查日期不能晚于今天"}}
}

// claimed reads what the snapshot in force claims at each place.
func (c *siteCase) claimed(tx Tx, items []SiteFinding) ([]SiteFinding, []fault.Place, error) {
	snapshot, err := tx.Snapshot(c.App.ID, c.App.SnapshotNo)
	if err != nil {
		return nil, nil, err
	}
	read, err := newClaims(snapshot.Body)
	if err != nil {
		return nil, nil, err
	}
	out, places := make([]SiteFinding, len(items)), []fault.Place(nil)
	for i, f := range items {
		f.Claimed, f.Note = "", strings.TrimSpace(f.Note)
		if f.Place != "" {
			f.Claimed = read.at(f.Place)
		}
		if f.Place != "" && f.Claimed == "" {
			places = append(places, fault.Place{Location: fmt.Sprintf("/items/%d/place", i), Message: "上报的申报书中此处没有填写内容,请指到具体一项"})
		}
		out[i] = f
	}
	return out, places, nil
}
