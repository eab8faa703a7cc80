package identity

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"xianjie/internal/fault"
)

// check names everything wrong with a new password, at the given place of the input; nil when it is good.
func (p PasswordPolicy) check(password Secret, login, location string) error {
	text := normalise(password)
	var places []fault.Place
	say := func(format string, args ...any) {
		places = append(places, fault.Place{Location: location, Message: fmt.Sprintf(format, args...)})
	}
	length := utf8.RuneCountInString(text)
	if length < p.MinLength {
		say("口令至少 %d 个字符，现有 %d 个", p.MinLength, length)
	}
	if length > p.MaxLength {
		say("口令最多 %d 个字符，现有 %d 个", p.MaxLength, length)
	}
	if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) {
		say("口令含有无法输入的控制字符，请重新设置")
	}
	if length < p.LongEnough && kinds(text) < p.MinKinds {
		say("口令须含大写字母、小写字母、数字、其他符号中的 %d 类，或不少于 %d 个字符", p.MinKinds, p.LongEnough)
	}
	if variety(text) < p.MinVariety {
		say("口令中不同的字符至少 %d 个", p.MinVariety)
	}
	low := strings.ToLower(text)
	if login != "" && strings.Contains(low, strings.ToLower(login)) {
		say("口令不得包含账号名")
	}
	for _, weak := range weakParts() {
		if strings.Contains(low, weak) {
			say("口令含有容易被猜中的“%s”，请更换", weak)
		}
	}
	return fault.At("口令不符合要求，请按提示修改", places)
}

// normalise makes the same password of the same keys, whatever the input method composed.
func normalise(password Secret) string { return norm.NFC.String(password.Reveal()) }

func kinds(text string) int {
	var lower, upper, digit, other int
	for _, r := range text {
		switch {
		case unicode.IsLower(r):
			lower = 1
		case unicode.IsUpper(r):
			upper = 1
		case unicode.IsDigit(r):
			digit = 1
		default:
			other = 1
		}
	}
	return lower + upper + digit + other
}

func variety(text string) int {
	seen := map[rune]bool{}
	for _, r := range text {
		seen[r] = true
	}
	return len(seen)
}

// weakParts are what guessers try first; a password that leans on one is refused.
func weakParts() []string {
	return []string{"password", "passw0rd", "p@ssw0rd", "p@ssword", "qwerty", "asdfgh", "1qaz2wsx", "123456", "654321", "abc123",
		"admin123", "admin@", "000000", "111111", "666666", "888888"}
}
