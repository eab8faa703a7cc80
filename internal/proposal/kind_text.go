package proposal

import (
	"strings"
	"unicode/utf8"
)

// asName is a text of one line with at most max characters.
func asName(max int) kind[string] { return asText(max, false, nil) }

// asLong is a text of several lines.
func asLong() kind[string] { return asText(longRunes, true, nil) }

// asCode is a division or village code of exactly n digits; "" is not filled in.
func asCode(n int) kind[string] {
	return asText(codeRunes, false, func(r *reader, text string) bool {
		if text == "" || len(text) == n && allDigits(text) {
			return true
		}
		r.wrongf("", "“%s”不是 %d 位数字的编码", clip(text, 40), n)
		return false
	})
}

func allDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// asID is a row's own number; "" is not filled in.
func asID() kind[string] {
	return asText(codeRunes, false, func(r *reader, text string) bool {
		if text == "" || IsID(text) {
			return true
		}
		r.wrongf("", "编号“%s”只能用英文字母、数字、- 和 _,1 到 %d 个字符", clip(text, 40), maxID)
		return false
	})
}

// asKey is a row's own number that must be filled in, because the row is stored under it.
func asKey() kind[string] {
	return asText(codeRunes, false, func(r *reader, text string) bool {
		if IsID(text) {
			return true
		}
		r.wrongf("", "编号“%s”须填写,只能用英文字母、数字、- 和 _,1 到 %d 个字符", clip(text, 40), maxID)
		return false
	})
}

const maxID = 32

// IsID reports whether a text may be the number of a row: 1 to 32 letters, digits, "-" or "_".
func IsID(text string) bool {
	for i := range len(text) {
		c := text[i]
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') && c != '-' && c != '_' {
			return false
		}
	}
	return text != "" && len(text) <= maxID
}

// asExactly is a text with one permitted value.
func asExactly(want string) kind[string] {
	return asText(codeRunes, false, func(r *reader, text string) bool {
		if text == want {
			return true
		}
		r.wrongf("", "应为 \"%s\",现为“%s”", want, clip(text, 40))
		return false
	})
}

// asNote is read and then forgotten.
func asNote() kind[string] {
	k := asLong()
	k.diff = func(*differ, *string, *string) {}
	return k
}

// asDigest is a hex SHA-256 or null until the file itself is kept.
func asDigest() kind[*string] {
	text := asText(codeRunes, false, func(r *reader, text string) bool {
		if len(text) == 64 && strings.Trim(text, "0123456789abcdef") == "" {
			return true
		}
		r.wrongf("", "应为 64 位小写十六进制的 SHA-256,没有请填 null")
		return false
	})
	show := func(v *string) string {
		if v == nil {
			return ""
		}
		return *v
	}
	return kind[*string]{
		read: func(r *reader, v **string) {
			if r.null() {
				return
			}
			var got string
			if text.read(r, &got); got != "" {
				*v = &got
			}
		},
		write: func(b []byte, v **string) []byte {
			if *v == nil {
				return append(b, "null"...)
			}
			return appendText(b, **v)
		},
		diff: func(d *differ, old, new **string) {
			if from, to := show(*old), show(*new); from != to {
				d.changed(from, to)
			}
		},
	}
}

// asText is a text without unprintable characters, at most max characters long, that also passes check when there is one.
func asText(max int, multiline bool, check func(*reader, string) bool) kind[string] {
	return scalar(
		func(r *reader) (string, bool) {
			text, ok := r.string()
			if !ok {
				return "", false
			}
			switch {
			case len(text) > max && utf8.RuneCountInString(text) > max:
				r.wrongf("", "共 %d 个字,最多 %d 个字", utf8.RuneCountInString(text), max)
			case suspicious(text) && hasUnprintable(text, multiline):
				r.wrongf("", "含有看不见的控制字符%s,请删除后重填“%s”", lineHint(multiline), clip(text, 20))
			case check == nil || check(r, text):
				return text, true
			}
			return "", false
		},
		appendText,
		func(v string) string { return v })
}

func lineHint(multiline bool) string {
	if multiline {
		return ""
	}
	return "、换行或制表符"
}

// suspicious is the cheap look at bytes that could begin an unprintable character: C0, DEL, or the lead bytes of C1 and of
// the direction marks.
func suspicious(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < 0x20 || c == 0x7f || c == 0xc2 || c == 0xe2 {
			return true
		}
	}
	return false
}

// asPlaceCode is a code that people are shown with the name the document gives it.
func asPlaceCode(n int) kind[string] {
	k := asCode(n)
	k.show = func(d *differ, v *string) string { return d.named(*v) }
	return k
}
