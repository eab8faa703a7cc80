package policy

import (
	"testing"

	"xianjie/internal/proposal"
)

func paperBoundaries() []boundary {
	meeting := func(edit func(r *proposal.Resolution)) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) { edit(d.Resolution) })
	}
	letter := func(edit func(l *proposal.OfficialLetter)) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) { edit(&d.OfficialLetter) })
	}
	mechanism := func(edit func(m *proposal.Mechanism)) func(*testing.T, *proposal.Proposal) {
		return change(func(d *proposal.Proposal) { edit(&d.Mechanism) })
	}
	days := func(study, resolved, sent string) func(*testing.T, *proposal.Proposal) {
		return func(t *testing.T, d *proposal.Proposal) {
			d.Mechanism.StudyDate, d.Resolution.Date, d.OfficialLetter.Date = date(t, study), date(t, resolved), date(t, sent)
		}
	}
	return []boundary{
		{"D01", "exactly two years pass", "A01", term("2023-01-01", "2024-12-31"), Pass, ""},
		{"D01", "one day more fails", "A01", term("2023-01-01", "2025-01-01"), Fail, "/plan/endDate"},
		{"D01", "a shorter plan passes (A21)", "A01", term("2023-01-01", "2023-01-01"), Pass, ""},
		{"D01", "from the 31st to the last day of a shorter month", "A01", term("2022-12-31", "2024-12-30"), Pass, ""},
		{"D01", "an end before the start fails", "A01", term("2023-01-02", "2023-01-01"), Fail, "/plan/endDate"},
		{"D01", "no start fails", "A01", term("", "2024-12-31"), Fail, "/plan/startDate"},
		{"D01", "no end fails", "A01", term("2023-01-01", ""), Fail, "/plan/endDate"},
		{"D02", "agreed by the county government's meeting passes", "A01", untouched, Pass, ""},
		{"D02", "no resolution fails", "A06", untouched, Fail, "/resolution"},
		{"D02", "an empty resolution fails", "A01", change(func(d *proposal.Proposal) { d.Resolution = &proposal.Resolution{} }), Fail, "/resolution"},
		{"D02", "deferred fails", "A01", meeting(func(r *proposal.Resolution) { r.Decision = proposal.DecisionDeferred }), Fail, "/resolution/decision"},
		{"D02", "rejected fails", "A01", meeting(func(r *proposal.Resolution) { r.Decision = proposal.DecisionRejected }), Fail, ""},
		{"D02", "no decision fails", "A01", meeting(func(r *proposal.Resolution) { r.Decision = "" }), Fail, "/resolution/decision"},
		{"D02", "a party meeting does not stand in (A22)", "A01", meeting(func(r *proposal.Resolution) { r.Body = "栖霞市人民政府党组会议" }), Fail, "/resolution/body"},
		{"D02", "no date fails", "A01", meeting(func(r *proposal.Resolution) { r.Date = proposal.Date{} }), Fail, "/resolution/date"},
		{"D03", "the county government to the two bureaus passes", "A01", untouched, Pass, ""},
		{"D03", "the city's name before the county's passes", "A01", letter(func(l *proposal.OfficialLetter) { l.Issuer = "烟台市栖霞市人民政府" }), Pass, ""},
		{"D03", "a bureau as issuer fails", "A01", letter(func(l *proposal.OfficialLetter) { l.Issuer = "栖霞市乡村振兴局" }), Fail, "/officialLetter/issuer"},
		{"D03", "the government office as issuer fails", "A01", letter(func(l *proposal.OfficialLetter) { l.Issuer = "栖霞市人民政府办公室" }), Fail, "/officialLetter/issuer"},
		{"D03", "another county's government fails", "A01", letter(func(l *proposal.OfficialLetter) { l.Issuer = "海阳市人民政府" }), Fail, ""},
		{"D03", "one bureau missing fails", "A01", letter(func(l *proposal.OfficialLetter) { l.Addressees = l.Addressees[:1] }), Fail, "/officialLetter/addressees"},
		{"D03", "the county's own bureau is not the city's", "A01", letter(func(l *proposal.OfficialLetter) { l.Addressees[1] = "栖霞市财政局" }), Fail, "/officialLetter/addressees"},
		{"D03", "plainly 市财政局 passes", "A01", letter(func(l *proposal.OfficialLetter) { l.Addressees[1] = " 市财政局 " }), Pass, ""},
		{"D03", "no document number fails", "A01", letter(func(l *proposal.OfficialLetter) { l.DocNo = "" }), Fail, "/officialLetter/docNo"},
		{"D03", "no date fails", "A01", letter(func(l *proposal.OfficialLetter) { l.Date = proposal.Date{} }), Fail, "/officialLetter/date"},
		{"D03", "a county not filled in cannot be compared", "A01", change(func(d *proposal.Proposal) { d.County, d.City = proposal.Place{}, proposal.Place{} }), Fail, "/county"},
		{"D04", "one microsecond before passes", "A01", reported("2022-12-10T15:59:59.999999Z"), Pass, ""},
		{"D04", "the deadline itself fails", "A01", reported("2022-12-10T16:00:00Z"), Fail, "/submission/cityReportedAt"},
		{"D04", "not reported is not applicable", "A01", change(func(d *proposal.Proposal) { d.Submission.CityReportedAt = nil }), NA, ""},
		{"D05", "no deadline set is not applicable", "A01", untouched, NA, ""},
		{"D06", "all ten pass", "A01", untouched, Pass, ""},
		{"D06", "one missing fails", "A01", change(func(d *proposal.Proposal) { d.Attachments = d.Attachments[1:] }), Fail, "/attachments"},
		{"D06", "an attachment without a file name does not count", "A01", change(func(d *proposal.Proposal) { d.Attachments[4].FileName = "" }), Fail, ""},
		{"D06", "none fails", "A01", change(func(d *proposal.Proposal) { d.Attachments = nil }), Fail, ""},
		{"D07", "all elements pass", "A01", untouched, Pass, ""},
		{"D07", "leaders have not studied it", "A01", mechanism(func(m *proposal.Mechanism) { m.PrincipalLeadersStudied = false }), Fail, "/mechanism/principalLeadersStudied"},
		{"D07", "no day of study", "A01", mechanism(func(m *proposal.Mechanism) { m.StudyDate = proposal.Date{} }), Fail, "/mechanism/studyDate"},
		{"D07", "no leading deputy", "A01", mechanism(func(m *proposal.Mechanism) { m.LeadLeaderPost = "" }), Fail, "/mechanism/leadLeaderPost"},
		{"D07", "no coordination", "A01", mechanism(func(m *proposal.Mechanism) { m.CoordinationMechanism = false }), Fail, "/mechanism/coordinationMechanism"},
		{"D07", "no work team", "A01", mechanism(func(m *proposal.Mechanism) { m.WorkTeam = false }), Fail, "/mechanism/workTeam"},
		{"D07", "only one bureau leads", "A01", mechanism(func(m *proposal.Mechanism) { m.LeadDepartments = m.LeadDepartments[:1] }), Fail, "/mechanism/leadDepartments"},
		{"D08", "promised passes", "A01", untouched, Pass, ""},
		{"D08", "promised with no quota needed passes", "A01", change(func(d *proposal.Proposal) { d.LandGuarantee.QuotaMu = 0 }), Pass, ""},
		{"D08", "not promised fails", "A01", change(func(d *proposal.Proposal) { d.LandGuarantee.Committed = false }), Fail, "/landGuarantee/committed"},
		{"D09", "all on one day pass", "A01", days("2022-11-29", "2022-11-29", "2022-11-29"), Pass, ""},
		{"D09", "a resolution before the study fails", "A01", days("2022-11-26", "2022-11-25", "2022-11-28"), Fail, "/resolution/date"},
		{"D09", "a letter before the resolution fails", "A01", days("2022-11-18", "2022-11-25", "2022-11-24"), Fail, "/officialLetter/date"},
		{"D09", "a letter after the county's submission fails", "A01", days("2022-11-18", "2022-11-25", "2022-11-30"), Fail, "/submission/countySubmittedAt"},
		{"D09", "missing dates are skipped", "A01", days("", "", "2022-11-28"), Pass, ""},
		{"D09", "a skipped date does not hide a wrong order", "A01", days("2022-11-29", "", "2022-11-28"), Fail, "/officialLetter/date"},
		{"D09", "the report's day is the batch's day, not UTC's", "A01", func(t *testing.T, d *proposal.Proposal) {
			early, late := instant(t, "2022-11-28T16:30:00Z"), instant(t, "2022-11-29T00:10:00+08:00")
			d.OfficialLetter.Date = date(t, "2022-11-29")
			d.Submission.CountySubmittedAt, d.Submission.CityReportedAt = &early, &late
		}, Pass, ""},
		{"D09", "two dates are enough to be out of order", "A01", func(t *testing.T, d *proposal.Proposal) {
			days("", "2022-11-29", "2022-11-28")(t, d)
			d.Submission = proposal.Submission{}
		}, Fail, "/resolution/date"},
		{"D09", "nothing to compare is not applicable", "A01", func(t *testing.T, d *proposal.Proposal) {
			days("", "", "2022-11-28")(t, d)
			d.Submission = proposal.Submission{}
		}, NA, ""},
	}
}
