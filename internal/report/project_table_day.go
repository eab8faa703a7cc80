package report

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"time"

	"xianjie/internal/proposal"
)

// typedDay is a date as people type it: 2023-3-1, 2023/3/1, 2023.3.1, 2023年3月1日, 2023年3月, also with an idle time behind.
var typedDay = regexp.MustCompile(`^([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})(?:\s*[-/.月]\s*([0-9]{1,2})\s*日?|\s*月)?(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$`)

// compactDay is 20230301 or 202303.
var compactDay = regexp.MustCompile(`^([0-9]{4})([0-9]{2})([0-9]{2})?$`)

// The years a date may lie in: Excel knows none before, and a slip of a digit should not pass.
const (
	firstYear = 1900
	finalYear = 2200
)

var errNoDay = errors.New("不是日期,请写成 2023-03-01 这样的形式")

// dayOf reads a date; of a month alone it takes the first or the last day, and says so.
func dayOf(c foreignCell, last, y1904 bool) (day proposal.Date, note string, err error) {
	text := tidy(c.text)
	if vacant(text) {
		return day, "", nil
	}
	if c.kind == flagCell || c.kind == numberCell && c.style == percentNumber {
		return day, "", errNoDay
	}
	if c.kind == numberCell {
		n, ok := parseNumber(text)
		if !ok || n.negative {
			return day, "", errNoDay
		}
		whole, _ := strconv.Atoi(n.String()[:len(n.String())-dayFraction(n)])
		switch {
		case c.style == dateNumber && whole >= earliest && whole <= latest, whole >= firstSerial && whole <= lastSerial:
			return serial(whole, y1904)
		case n.places == 1 && n.digits[len(n.digits)-1] == '1':
			return day, "", fmt.Errorf("可能是 %d 年 1 月,也可能是 10 月,请写成 %d-01 或 %d-10", whole, whole, whole)
		}
		text = n.String()
	}
	m := typedDay.FindStringSubmatch(text)
	if m == nil {
		m = compactDay.FindStringSubmatch(text)
	}
	if m == nil {
		return day, "", errNoDay
	}
	return civil(m[1], m[2], m[3], last)
}

// dayFraction is the length of a number's point and decimals.
func dayFraction(n number) int {
	if n.places == 0 {
		return 0
	}
	return n.places + 1
}

// A number in a cell with a date's format is a count of days between the outer two; without the format only in the span in which projects are
// built. Any other was typed as digits: 20230301, 2023.3.
const (
	earliest    = 18264  // 1950-01-01
	firstSerial = 36526  // 2000-01-01
	lastSerial  = 73050  // 2099-12-31
	latest      = 109938 // 2200-12-31
)

// serial is the date behind Excel's count of days, which begins in 1900 or in 1904.
func serial(days int, y1904 bool) (proposal.Date, string, error) {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if y1904 {
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return proposal.DateIn(first.AddDate(0, 0, days), time.UTC), "", nil
}

// civil puts a date together from its digits.
func civil(year, month, day string, last bool) (proposal.Date, string, error) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	if y < firstYear || y > finalYear {
		return proposal.Date{}, "", fmt.Errorf("年份不在 %d 至 %d 年之间", firstYear, finalYear)
	}
	if day != "" {
		d, _ := strconv.Atoi(day)
		date, err := proposal.ParseDate(fmt.Sprintf("%04d-%02d-%02d", y, m, d))
		return date, "", err
	}
	date, err := proposal.ParseDate(fmt.Sprintf("%04d-%02d-01", y, m))
	if err != nil {
		return proposal.Date{}, "", err
	}
	if last {
		date = date.AddMonths(1).AddDays(-1)
	}
	return date, "只写了年月,按 " + date.String() + " 读取", nil
}
