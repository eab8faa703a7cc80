package policy

import (
	"testing"
	"time"
)

func TestWorkdaysAreCountedInTheBatchsZoneAndCalendar(t *testing.T) {
	// 2022-12-10 is a Saturday. 2023-01-02 was a day off, 2023-01-28 (Saturday) was worked.
	p := edited(t, param(`"holidays": ["2023-01-02"], "extraWorkdays": ["2023-01-28"]`)...)
	tests := []struct {
		name string
		from string
		n    int
		want string
	}{
		{"the day itself is not counted", "2022-12-05T09:00:00+08:00", 1, "2022-12-07T00:00:00+08:00"},
		{"three days inside a week", "2022-12-05T09:00:00+08:00", 3, "2022-12-09T00:00:00+08:00"},
		{"over a weekend", "2022-12-08T23:59:59+08:00", 3, "2022-12-14T00:00:00+08:00"},
		{"from a Saturday", "2022-12-10T12:00:00+08:00", 1, "2022-12-13T00:00:00+08:00"},
		{"over a holiday on a Monday", "2022-12-30T12:00:00+08:00", 1, "2023-01-04T00:00:00+08:00"},
		{"a worked Saturday counts", "2023-01-27T12:00:00+08:00", 1, "2023-01-29T00:00:00+08:00"},
		{"the day is the batch's, not UTC's", "2022-12-05T16:30:00Z", 1, "2022-12-08T00:00:00+08:00"},
		{"no days", "2022-12-05T09:00:00+08:00", 0, "2022-12-05T09:00:00+08:00"},
		{"less than none", "2022-12-05T09:00:00+08:00", -3, "2022-12-05T09:00:00+08:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := p.AddWorkdays(instant(t, tt.from), tt.n); !got.Equal(instant(t, tt.want)) {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestCalendarDaysEndAtMidnight(t *testing.T) {
	p := reference(t)
	tests := []struct {
		name string
		from string
		n    int
		want string
	}{
		{"one day ends after the next", "2022-12-05T09:00:00+08:00", 1, "2022-12-07T00:00:00+08:00"},
		{"ten days over a year's end", "2022-12-25T00:00:00+08:00", 10, "2023-01-05T00:00:00+08:00"},
		{"no days", "2022-12-05T09:00:00+08:00", 0, "2022-12-05T09:00:00+08:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := p.AddDays(instant(t, tt.from), tt.n); !got.Equal(instant(t, tt.want)) {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestAPublicNoticeCountsTheDayItOpens(t *testing.T) {
	calendar := reference(t)
	working := edited(t, param(`"publicNoticeBasis": "WORKDAYS", "publicNoticeDays": 5, "holidays": ["2023-01-02"], "extraWorkdays": ["2023-01-28"]`)...)
	oneDay := edited(t, param(`"publicNoticeDays": 1`)...)
	tests := []struct {
		name string
		pack *Pack
		from string
		want string
	}{
		{"one day ends at that day's midnight", oneDay, "2022-12-05T09:00:00+08:00", "2022-12-06T00:00:00+08:00"},
		{"opened at the first instant of a day", oneDay, "2022-12-05T00:00:00+08:00", "2022-12-06T00:00:00+08:00"},
		{"opened at the last second of a day", oneDay, "2022-12-05T23:59:59+08:00", "2022-12-06T00:00:00+08:00"},
		{"ten calendar days over weekends", calendar, "2022-12-05T09:00:00+08:00", "2022-12-15T00:00:00+08:00"},
		{"the day is the batch's, not UTC's", calendar, "2022-12-05T16:30:00Z", "2022-12-16T00:00:00+08:00"},
		{"five working days within a week", working, "2022-12-05T09:00:00+08:00", "2022-12-10T00:00:00+08:00"},
		{"five working days over a weekend", working, "2022-12-06T09:00:00+08:00", "2022-12-13T00:00:00+08:00"},
		{"opened on a Saturday, the first day is Monday", working, "2022-12-10T09:00:00+08:00", "2022-12-17T00:00:00+08:00"},
		{"a holiday on a Monday counts for nothing", working, "2022-12-30T09:00:00+08:00", "2023-01-07T00:00:00+08:00"},
		{"a worked Saturday counts", working, "2023-01-24T09:00:00+08:00", "2023-01-29T00:00:00+08:00"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.pack.NoticeEnd(instant(t, tt.from)); !got.Equal(instant(t, tt.want)) {
				t.Errorf("%s, want %s", got.In(tt.pack.Zone()), tt.want)
			}
		})
	}
}

func TestMidnightIsShownAsTheEndOfTheDayBefore(t *testing.T) {
	zone := reference(t).Zone()
	for at, want := range map[string]string{
		"2022-12-10T16:00:00Z":           "2022年12月10日24时",
		"2022-12-31T16:00:00Z":           "2022年12月31日24时",
		"2022-12-10T16:00:01Z":           "2022年12月11日00:00:01",
		"2022-12-10T16:01:00Z":           "2022年12月11日00:01:00",
		"2022-12-10T16:00:00.000001Z":    "2022年12月11日00:00:00",
		"2022-12-10T17:30:00+08:00":      "2022年12月10日17:30:00",
		"2022-12-10T01:00:00.000+08:00":  "2022年12月10日01:00:00",
		"2022-12-10T23:59:59.999+08:00":  "2022年12月10日23:59:59",
		"2022-12-11T00:00:00.0000+08:00": "2022年12月10日24时",
	} {
		if got := ShowInstant(instant(t, at), zone); got != want {
			t.Errorf("%s: %s, want %s", at, got, want)
		}
	}
}

func TestHowLateIsSaidInTheTwoLargestUnits(t *testing.T) {
	for d, want := range map[time.Duration]string{
		0: "0秒", 59 * time.Second: "59秒", time.Minute: "1分0秒", 61 * time.Minute: "1小时1分", 24 * time.Hour: "1天0小时", 50*time.Hour + time.Minute: "2天2小时",
	} {
		if got := lateness(d); got != want {
			t.Errorf("%s: %s, want %s", d, got, want)
		}
	}
}
