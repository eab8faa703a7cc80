package workflow

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"xianjie/internal/fault"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
)

// SiteSheet is one application's 现场核查: items tied to the claimed figure, each with a finding.
type SiteSheet struct {
	ApplicationID string
	BatchID       string
	Inspectors    []string // accounts, in order; never nil
	Names         []string // theirs, read-only, joined: unit and post
	CheckedOn     *proposal.Date
	Items         []SiteFinding // never nil
	Verdict       review.SiteVerdict
	Deduction     review.Points
	Comment       string
	Version       int64
	SubmittedAt   *time.Time
	SubmittedBy   string
	UpdatedAt     time.Time
}

// SiteFinding is what was found of one item.
type SiteFinding struct {
	Item    string `json:"item"`    // code of the setup's site item
	Place   string `json:"place"`   // JSON pointer into the snapshot: what was claimed
	Claimed string `json:"claimed"` // the claimed figure in words, taken from the snapshot
	Finding string `json:"finding"` // TRUE 属实, FALSE 不符, UNVERIFIED 无法核实
	Note    string `json:"note"`
}

// The findings.
const (
	FindingTrue       = "TRUE"
	FindingFalse      = "FALSE"
	FindingUnverified = "UNVERIFIED"
)

// SitePhoto is one kept photo of a site check.
type SitePhoto struct {
	ID            string
	ApplicationID string
	BatchID       string
	Item          string
	FileName      string
	Size          int64
	MediaType     string
	SHA256        string
	UploadedBy    string
	UploadedName  string
	UploadedAt    time.Time
}

// Findings counts what was found; the share that could not be verified stands beside the ranking.
type Findings struct{ True, False, Unverified int }

// Of is how many figures were looked at.
func (f Findings) Of() int { return f.True + f.False + f.Unverified }

// Findings counts what was found of the claimed figures.
func (s SiteSheet) Findings() Findings {
	var n Findings
	for _, f := range s.Items {
		switch f.Finding {
		case FindingTrue:
			n.True++
		case FindingFalse:
			n.False++
		case FindingUnverified:
			n.Unverified++
		}
	}
	return n
}

// Done is how many of the sheet's items have every finding filled in.
func (s SiteSheet) Done() (done, of int) {
	open := map[string]bool{}
	for _, f := range s.Items {
		open[f.Item] = open[f.Item] || !knownFinding(f.Finding)
	}
	for _, gap := range open {
		if !gap {
			done++
		}
	}
	return done, len(open)
}

func knownFinding(f string) bool {
	return f == FindingTrue || f == FindingFalse || f == FindingUnverified
}

// Gaps are what a sheet still lacks before it may be handed in; none of a sheet that was.
func (s SiteSheet) Gaps(photos []SitePhoto) []fault.Place {
	var gaps []fault.Place
	gap := func(place, message string) { gaps = append(gaps, fault.Place{Location: place, Message: message}) }
	if s.CheckedOn == nil {
		gap("/checkedOn", "请填写核查日期")
	}
	if !slices.Contains([]review.SiteVerdict{review.SitePass, review.SiteIssues, review.SiteFail}, s.Verdict) {
		gap("/verdict", "请填写核查结论")
	}
	if len(s.Items) == 0 {
		gap("/items", "请填写核查项")
	}
	for i, f := range s.Items {
		at := fmt.Sprintf("/items/%d", i)
		switch {
		case !knownFinding(f.Finding):
			gap(at+"/finding", f.Item+" 还没有核查结果")
		case f.Finding != FindingTrue && strings.TrimSpace(f.Note) == "":
			gap(at+"/note", f.Item+" 不符或无法核实的,须写明情况")
		}
		if f.Place == "" || f.Claimed == "" {
			gap(at+"/place", f.Item+" 还没有对应申报书中的内容")
		}
		if f.Finding == FindingFalse && !slices.ContainsFunc(photos, func(p SitePhoto) bool { return p.Item == f.Item }) {
			gap(at+"/finding", f.Item+" 不符的,须附现场照片")
		}
	}
	return gaps
}

// assignedTo reports whether the sheet is the actor's to fill in: he is one of its inspectors and still holds the role.
func (s SiteSheet) assignedTo(a Actor) bool {
	return a.Has(SiteInspector) && slices.Contains(s.Inspectors, a.AccountID)
}
