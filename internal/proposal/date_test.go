package proposal_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"xianjie/internal/proposal"
)

func day(t testing.TB, text string) proposal.Date {
	t.Helper()
	d, err := proposal.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestDatesAreReal(t *testing.T) {
	for _, tt := range []struct{ name, text, says string }{
		{"the thirtieth of February", "2023-02-30", "日历上没有“2023-02-30”这一天"},
		{"the 29th of February in a common year", "2023-02-29", "日历上没有"},
		{"the 29th of February in 1900", "1900-02-29", "日历上没有"},
		{"month zero", "2023-00-01", "日历上没有"},
		{"month thirteen", "2023-13-01", "日历上没有"},
		{"day zero", "2023-01-00", "日历上没有"},
		{"the 31st of April", "2023-04-31", "日历上没有"},
		{"year zero", "0000-01-01", "日历上没有"},
		{"one digit", "2023-1-1", "不是 YYYY-MM-DD"},
		{"a time behind it", "2023-01-01T00:00:00Z", "不是 YYYY-MM-DD"},
		{"slashes", "2023/01/01", "不是 YYYY-MM-DD"},
		{"letters", "2023-0a-01", "不是 YYYY-MM-DD"},
		{"a blank", " 2023-01-01", "不是 YYYY-MM-DD"},
	} {
		if d, err := proposal.ParseDate(tt.text); err == nil || !strings.Contains(err.Error(), tt.says) || !d.IsZero() {
			t.Errorf("%s: %s, %v", tt.name, d, err)
		}
	}
	for _, text := range []string{"0001-01-01", "2024-02-29", "2000-02-29", "2023-12-31", "9999-12-31", ""} {
		var d proposal.Date
		if err := d.UnmarshalText([]byte(text)); err != nil || d.String() != text || d.IsZero() != (text == "") {
			t.Errorf("%q: %s, %v", text, d, err)
		}
		if b, err := d.MarshalText(); err != nil || string(b) != text {
			t.Errorf("%q is written %q, %v", text, b, err)
		}
	}
	kept := day(t, "2023-01-01")
	if err := kept.UnmarshalText([]byte("x")); err == nil || kept != day(t, "2023-01-01") {
		t.Error("a refused text changes the date")
	}
}

func TestMovingDates(t *testing.T) {
	for _, tt := range []struct {
		name, from string
		months     int
		want       string
	}{
		{"24 months on", "2023-04-01", 24, "2025-04-01"},
		{"into February of a leap year", "2022-08-31", 18, "2024-02-29"},
		{"from the 29th of February", "2024-02-29", 12, "2025-02-28"},
		{"back over the turn of a year", "2023-01-31", -2, "2022-11-30"},
	} {
		if got := day(t, tt.from).AddMonths(tt.months).String(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	if got := day(t, "2024-02-28").AddDays(2).String(); got != "2024-03-01" {
		t.Errorf("two days after 2024-02-28: %s", got)
	}
	if got := day(t, "2022-12-10").Weekday(); got != time.Saturday {
		t.Errorf("2022-12-10 is a %s", got)
	}
}

func TestTheDateOfAnInstantDependsOnTheZone(t *testing.T) {
	at := time.Date(2022, 12, 10, 16, 0, 0, 0, time.UTC)
	beijing := time.FixedZone("", 8*60*60)
	if got := proposal.DateIn(at, beijing).String(); got != "2022-12-11" {
		t.Errorf("in Beijing %s", got)
	}
	if got := proposal.DateIn(at, time.UTC).String(); got != "2022-12-10" {
		t.Errorf("in UTC %s", got)
	}
	if got := day(t, "2022-12-11").Start(beijing); !got.Equal(at) {
		t.Errorf("the day begins at %s", got)
	}
}

func TestDatesAreOrderedLikeTheirText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := date().Draw(t, "a"), date().Draw(t, "b")
		if a.Before(b) != (a.String() < b.String()) || a.After(b) != (a.String() > b.String()) {
			t.Fatalf("%s, %s", a, b)
		}
	})
}
