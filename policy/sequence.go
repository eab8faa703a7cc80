package policy

import (
	"strings"
	"time"

	"xianjie/internal/proposal"
)

// step is one dated event of an application's papers.
type step struct {
	name string
	date proposal.Date
	cell string
}

// datesInOrder is D09 (logic): study ≤ resolution ≤ letter ≤ county submits ≤ city reports. Events without a date are
// skipped; with fewer than two there is nothing to compare.
func datesInOrder(f *facts) outcome {
	steps := make([]step, 0, 5)
	add := func(name string, date proposal.Date, cell string) {
		if !date.IsZero() {
			steps = append(steps, step{name, date, cell})
		}
	}
	add("研究部署", f.doc.Mechanism.StudyDate, "/mechanism/studyDate")
	if f.doc.Resolution != nil {
		add("会议决议", f.doc.Resolution.Date, "/resolution/date")
	}
	add("上报文件", f.doc.OfficialLetter.Date, "/officialLetter/date")
	add("县报市", f.day(f.submittedAt), "/submission/countySubmittedAt")
	add("市报省", f.day(f.reportedAt), "/submission/cityReportedAt")
	if len(steps) < 2 {
		return notApplicable("有日期的环节不足两项,无从比较")
	}
	var line strings.Builder
	var bad offenders
	cells := make([]string, len(steps))
	for i, s := range steps {
		cells[i] = s.cell
		if i > 0 {
			before := steps[i-1]
			mark := "≤"
			if s.date.Before(before.date) {
				mark = ">"
				bad.add(s.name+"("+s.date.String()+")早于"+before.name+"("+before.date.String()+")", before.cell, s.cell)
			}
			line.WriteString(mark)
		}
		line.WriteString(s.date.String())
	}
	if bad.count == 0 {
		return passed(text(line.String()), cells...)
	}
	return failed(text(line.String()), "请核对并更正日期:"+bad.list(), bad.places...)
}

// day is the civil date of an instant in the batch's zone; zero when there is none.
func (f *facts) day(t *time.Time) proposal.Date {
	if t == nil {
		return proposal.Date{}
	}
	return proposal.DateIn(*t, f.pack.Zone())
}
