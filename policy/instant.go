package policy

import "time"

// ShowInstant is an instant as officials read it. A deadline at 0:00 is shown as 24时 of the day before (domain A15).
func ShowInstant(t time.Time, zone *time.Location) string {
	t = t.In(zone)
	if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 && t.Nanosecond() == 0 {
		return t.AddDate(0, 0, -1).Format("2006年1月2日") + "24时"
	}
	return t.Format("2006年1月2日15:04:05")
}
