package policy

import (
	"time"

	"xianjie/internal/proposal"
)

// IsWorkday reports whether a date is worked: Monday to Friday except the batch's holidays, and its extra workdays.
func (p *Pack) IsWorkday(d proposal.Date) bool {
	if p.index.extraWorkday[d] {
		return true
	}
	if p.index.holiday[d] {
		return false
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
}

// AddWorkdays is the first instant after a term of n working days that began at from: the day of from is not counted, and
// the n-th working day counts to its end (24时) in the batch's zone. With n below 1 the term ends where it began.
func (p *Pack) AddWorkdays(from time.Time, n int) time.Time {
	if n < 1 {
		return from
	}
	day := proposal.DateIn(from, p.Zone())
	for n > 0 {
		day = day.AddDays(1)
		if p.IsWorkday(day) {
			n--
		}
	}
	return day.AddDays(1).Start(p.Zone())
}

// AddDays is the first instant after a term of n calendar days that began at from, counted as AddWorkdays counts.
func (p *Pack) AddDays(from time.Time, n int) time.Time {
	if n < 1 {
		return from
	}
	return proposal.DateIn(from, p.Zone()).AddDays(n + 1).Start(p.Zone())
}

// NoticeEnd is the first instant after a 公示期 that opened at from. The day it opens is the first day and the last counts to its
// end (起止日均含); by working days, days off inside count for nothing, the opening day too when it is one.
func (p *Pack) NoticeEnd(from time.Time) time.Time {
	day := proposal.DateIn(from, p.Zone()).AddDays(-1).Start(p.Zone())
	if p.Params.PublicNoticeBasis == WorkingDays {
		return p.AddWorkdays(day, p.Params.PublicNoticeDays)
	}
	return p.AddDays(day, p.Params.PublicNoticeDays)
}
