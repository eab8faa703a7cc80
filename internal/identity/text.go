package identity

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"xianjie/internal/fault"
)

// Bounds of texts from outside, in characters.
const (
	minLogin     = 3
	maxLogin     = 32
	maxName      = 60
	maxReason    = 500
	maxAddress   = 64
	maxUserAgent = 256
)

// loginOf brings a typed login into the form in which logins are kept.
func loginOf(text string) string { return strings.ToLower(norm.NFKC.String(strings.TrimSpace(text))) }

func checkLogin(login, location string) []fault.Place {
	ok := len(login) >= minLogin && len(login) <= maxLogin
	for i, r := range login {
		letter := (r >= 'a' && r <= 'z') || (r >= '0' && r <= '9')
		if !letter && (i == 0 || !strings.ContainsRune("._-", r)) {
			ok = false
		}
	}
	if ok {
		return nil
	}
	return []fault.Place{{Location: location, Message: fmt.Sprintf("账号名为 %d 至 %d 个小写字母、数字或 . _ -，以字母或数字开头", minLogin, maxLogin)}}
}

func checkName(text, what, location string) []fault.Place {
	length := utf8.RuneCountInString(text)
	if length == 0 || length > maxName || !utf8.ValidString(text) || strings.TrimSpace(text) != text || strings.ContainsFunc(text, unicode.IsControl) {
		return []fault.Place{{Location: location, Message: fmt.Sprintf("%s为 1 至 %d 个字符，前后不留空格，只写单位和岗位，不写个人姓名", what, maxName)}}
	}
	return nil
}

// clip keeps the first n characters of a text from outside, without what a database cannot keep.
func clip(text string, n int) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, text)
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	return string([]rune(text)[:n])
}

// waitText says a pause as people do, rounded up.
func waitText(d time.Duration) string {
	seconds := int((d + time.Second - 1) / time.Second)
	if seconds < 60 {
		return fmt.Sprintf("%d 秒", max(seconds, 1))
	}
	return fmt.Sprintf("%d 分钟", (seconds+59)/60)
}
