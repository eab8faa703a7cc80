package proposal

import (
	"fmt"
	"time"
)

// Date is a civil date without time or zone; the zero value means "not filled in". Dates compare with Before and After.
type Date struct {
	year  int16
	month int8
	day   int8
}

// ParseDate reads YYYY-MM-DD strictly; 2023-02-30 is refused with a Chinese error. The empty text is the zero Date.
func ParseDate(text string) (Date, error) {
	if text == "" {
		return Date{}, nil
	}
	y, m, d, ok := dateParts(text)
	if !ok {
		return Date{}, fmt.Errorf("“%s”不是 YYYY-MM-DD 形式的日期(如 2023-03-01)", clip(text, 20))
	}
	if y < 1 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return Date{}, fmt.Errorf("日历上没有“%s”这一天", text)
	}
	return Date{int16(y), int8(m), int8(d)}, nil
}

func dateParts(text string) (y, m, d int, ok bool) {
	if len(text) != len(time.DateOnly) || text[4] != '-' || text[7] != '-' {
		return 0, 0, 0, false
	}
	for i := range len(text) {
		digit := int(text[i]) - '0'
		switch {
		case i == 4 || i == 7:
			continue
		case digit < 0 || digit > 9:
			return 0, 0, 0, false
		case i < 4:
			y = y*10 + digit
		case i < 7:
			m = m*10 + digit
		default:
			d = d*10 + digit
		}
	}
	return y, m, d, true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// DateIn is the civil date of an instant in a zone.
func DateIn(t time.Time, zone *time.Location) Date { return dateOf(t.In(zone)) }

func dateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{int16(y), int8(m), int8(d)}
}

// IsZero reports whether the date is not filled in.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.number() < e.number() }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.number() > e.number() }

func (d Date) number() int { return int(d.year)*10000 + int(d.month)*100 + int(d.day) }

// AddMonths moves by calendar months; a day the target month lacks becomes that month's last day.
func (d Date) AddMonths(n int) Date {
	first := time.Date(int(d.year), time.Month(d.month)+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return dateOf(first.AddDate(0, 0, min(int(d.day), last)-1))
}

// AddDays moves by days.
func (d Date) AddDays(n int) Date { return dateOf(d.Start(time.UTC).AddDate(0, 0, n)) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.Start(time.UTC).Weekday() }

// Start is the first instant of the date in a zone.
func (d Date) Start(zone *time.Location) time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, zone)
}

// EndsMonth reports whether the date is the last of its month.
func (d Date) EndsMonth() bool { return !d.IsZero() && d.AddDays(1).month != d.month }

// Months counts calendar months since the beginning of a year: 0 in its January, 12 in the next.
func (d Date) Months(year int) int { return (int(d.year)-year)*12 + int(d.month) - 1 }

// Year is the date's year.
func (d Date) Year() int { return int(d.year) }

// String is YYYY-MM-DD, or "" when not filled in.
func (d Date) String() string { return string(d.append(nil)) }

func (d Date) append(b []byte) []byte {
	if d.IsZero() {
		return b
	}
	digit := func(n int) byte { return byte('0' + n%10) }
	y, m, day := int(d.year), int(d.month), int(d.day)
	return append(b, digit(y/1000), digit(y/100), digit(y/10), digit(y), '-', digit(m/10), digit(m), '-', digit(day/10), digit(day))
}

// MarshalText writes YYYY-MM-DD.
func (d Date) MarshalText() ([]byte, error) { return d.append([]byte{}), nil }

// UnmarshalText reads YYYY-MM-DD strictly.
func (d *Date) UnmarshalText(b []byte) error {
	parsed, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
