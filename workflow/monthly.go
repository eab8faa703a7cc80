package workflow

import (
	"strings"
	"time"
	"unicode/utf8"

	"xianjie/internal/fault"
	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// Month is a calendar month as YYYY-MM; the text orders as time does.
type Month string

// ParseMonth reads YYYY-MM strictly, with a Chinese error.
func ParseMonth(text string) (Month, error) {
	if _, err := proposal.ParseDate(text + "-01"); err != nil || len(text) != len("2006-01") {
		return "", fault.At("月份有误", []fault.Place{{Location: "path.month", Message: "月份应写作 YYYY-MM,如 2023-03"}})
	}
	return Month(text), nil
}

// MonthOf is the month a date lies in.
func MonthOf(d proposal.Date) Month { return Month(d.String()[:len("2006-01")]) }

// First is the month's first day.
func (m Month) First() proposal.Date {
	d, _ := proposal.ParseDate(string(m) + "-01") // a Month is parsed or made of a date
	return d
}

// Last is the month's last day.
func (m Month) Last() proposal.Date { return m.First().AddMonths(1).AddDays(-1) }

// next is the month after.
func (m Month) next() Month { return MonthOf(m.First().AddMonths(1)) }

// MonthlyReport is what a county reports of one month of an award (domain 3.2: 县级填报员 月报): how far each project has come and what stands
// in its way. Its spending is the ledger's to say and never typed.
type MonthlyReport struct {
	ApplicationID string
	BatchID       string
	Month         Month
	Items         []MonthlyItem // by project, in the plan's order; never nil
	Version       int64         // 0 while nothing was saved
	SubmittedAt   *time.Time
	SubmittedBy   string
	SubmittedName string
	ReturnReason  string // of the last return, until it is handed in again
	UpdatedAt     time.Time
}

// MonthlyItem is one project's line of a report.
type MonthlyItem struct {
	Project  string `json:"project"`
	Name     string `json:"name"`    // the project's, as the plan called it when the report was written
	Percent  *int   `json:"percent"` // 形象进度; nil while it is not filled in
	Progress string `json:"progress"`
	Problem  string `json:"problem"`
}

// Spending is what the ledger holds of one project's spending.
type Spending struct {
	Month money.Fen // dated in the month; less than nothing when more was given back than spent
	Total money.Fen // dated up to its end
}

// Bounds of a line of a report.
const (
	mostPercent  = 100
	mostProgress = 200
	mostProblem  = 500
)

// wrong is what may not stand even in a draft.
func (i MonthlyItem) wrong(at string) []fault.Place {
	var places []fault.Place
	if i.Percent != nil && (*i.Percent < 0 || *i.Percent > mostPercent) {
		places = append(places, fault.Place{Location: at + "/percent", Message: "形象进度为 0 至 100 的整数"})
	}
	for _, c := range []struct {
		place, text string
		most        int
	}{{"/progress", i.Progress, mostProgress}, {"/problem", i.Problem, mostProblem}} {
		if utf8.RuneCountInString(c.text) > c.most {
			places = append(places, fault.Place{Location: at + c.place, Message: "不超过 " + number(int64(c.most)) + " 个字"})
		}
	}
	return places
}

// gaps are what a line still lacks before the report may be handed in.
func (i MonthlyItem) gaps(at string) []fault.Place {
	var places []fault.Place
	if i.Percent == nil {
		places = append(places, fault.Place{Location: at + "/percent", Message: i.Name + "还没有填写形象进度"})
	}
	if strings.TrimSpace(i.Progress) == "" {
		places = append(places, fault.Place{Location: at + "/progress", Message: i.Name + "还没有写明进展情况"})
	}
	return places
}

// digest identifies a report's content.
func (r MonthlyReport) digest() string { return digestOf(r.Month, r.Items) }
