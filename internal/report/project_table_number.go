package report

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"xianjie/internal/money"
)

// Numbers are read as the decimal text they are written in, never as binary fractions.

// shownDigits is how many digits Excel keeps of a number: a computed 0.30000000000000004 is shown, and meant, as 0.3.
const shownDigits = 15

// number is a decimal: digits × 10^-places, the digits without leading zeros.
type number struct {
	negative bool
	digits   string
	places   int
}

var numeral = regexp.MustCompile(`^([+-]?)([0-9]+)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,3}))?$`)

// thousands is a number with separators where they belong.
var thousands = regexp.MustCompile(`^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$`)

// mostPower bounds the exponents that are written out.
const mostPower = 40

// parseNumber reads a number as a cell holds it and rounds it to what Excel shows.
func parseNumber(text string) (number, bool) {
	m := numeral.FindStringSubmatch(text)
	if m == nil || len(text) > 400 {
		return number{}, false
	}
	power := 0
	if m[4] != "" {
		power, _ = strconv.Atoi(m[4]) // three digits
	}
	n := number{negative: m[1] == "-", digits: strings.TrimLeft(m[2]+m[3], "0"), places: len(m[3]) - power}
	if cut := len(n.digits) - shownDigits; cut > 0 {
		up := n.digits[shownDigits] >= '5'
		n.digits, n.places = n.digits[:shownDigits], n.places-cut
		if up {
			n.digits = incremented(n.digits)
		}
	}
	for n.places > 0 && strings.HasSuffix(n.digits, "0") {
		n.digits, n.places = n.digits[:len(n.digits)-1], n.places-1
	}
	if n.digits == "" {
		return number{}, true
	}
	if n.places > 400 || n.places < -mostPower {
		return number{}, false
	}
	if n.places < 0 {
		n.digits, n.places = n.digits+strings.Repeat("0", -n.places), 0
	}
	return n, true
}

// incremented is a row of digits one higher.
func incremented(digits string) string {
	b := []byte(digits)
	for i := len(b) - 1; i >= 0; i-- {
		if b[i] != '9' {
			b[i]++
			return string(b)
		}
		b[i] = '0'
	}
	return "1" + string(b)
}

// String is the plainText decimal.
func (n number) String() string {
	digits := n.digits
	if len(digits) <= n.places { // at least one before the point; nothing is 0
		digits = strings.Repeat("0", n.places-len(digits)+1) + digits
	}
	if n.places > 0 {
		digits = digits[:len(digits)-n.places] + "." + digits[len(digits)-n.places:]
	}
	if n.negative {
		return "-" + digits
	}
	return digits
}

// plainText is what a person wrote as a number, without what may stand around it; the error says what to write instead.
func plainText(c foreignCell, units ...string) (n number, cleaned bool, err error) {
	switch {
	case c.kind == flagCell:
		return n, false, errors.New("应为数字")
	case c.kind == numberCell && c.style == percentNumber:
		return n, false, errors.New("单元格是百分比格式,请改为“数值”格式后填写数字")
	case c.kind == numberCell && c.style == dateNumber:
		return n, false, errors.New("单元格是日期格式,请改为“数值”格式后重新填写")
	}
	text := tidy(c.text)
	if vacant(text) {
		return n, text != "", nil
	}
	written := text
	for _, unit := range units {
		if rest, ok := strings.CutSuffix(text, unit); ok {
			text = strings.TrimSpace(rest)
			break
		}
	}
	if thousands.MatchString(text) {
		text = strings.ReplaceAll(text, ",", "")
	}
	n, ok := parseNumber(text)
	switch {
	case ok && (c.kind == numberCell || !strings.ContainsAny(text, "eE")):
		return n, c.kind != numberCell && (text != written || written != c.text), nil
	case strings.HasSuffix(text, "%"):
		return n, false, errors.New("不能写百分比,请填数字")
	case strings.Contains(text, ","):
		return n, false, errors.New("逗号的位置不对,请去掉逗号只写数字")
	case ok || strings.ContainsAny(text, "eE") && strings.Trim(text, "0123456789.eE+-") == "":
		return n, false, errors.New("不能用科学记数法,请写成普通数字")
	}
	return n, false, errors.New("不是数字,请只填数字")
}

// wanOf reads an amount in 万元, exact to 元.
func wanOf(c foreignCell) (amount money.Fen, cleaned bool, err error) {
	n, cleaned, err := plainText(c, "万元", "万")
	switch text := tidy(c.text); {
	case err != nil && (strings.HasSuffix(text, "亿元") || strings.HasSuffix(text, "亿")):
		return 0, false, errors.New("单位不是万元,请换算成万元后填写(1 亿元写 10000)")
	case err != nil && (strings.HasSuffix(text, "元") || strings.HasPrefix(text, "¥") || strings.HasPrefix(text, "￥")):
		return 0, false, errors.New("单位不是万元,请除以 10000 换算成万元后填写,不写单位")
	case err != nil:
		return 0, false, err
	case n.negative:
		return 0, false, errors.New("金额不能为负数")
	case n.places > money.PlanPlaces:
		return 0, false, fmt.Errorf("小数超过 %d 位(不足 1 元),请四舍五入到元后填写", money.PlanPlaces)
	}
	amount, err = money.ParseWan(n.String())
	return amount, cleaned, err
}

// countIn reads a whole number of people or households.
func countIn(c foreignCell) (count int64, cleaned bool, err error) {
	n, cleaned, err := plainText(c, "户", "人", "个")
	switch {
	case err != nil:
		return 0, false, err
	case n.negative:
		return 0, false, errors.New("户数、人数不能为负数")
	case n.places > 0:
		return 0, false, errors.New("户数、人数应为整数")
	case len(n.digits) > 9:
		return 0, false, errors.New("数字过大,请核对")
	}
	count, err = strconv.ParseInt(n.String(), 10, 64)
	return count, cleaned, err
}
