package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fullWidth are the marks that Chinese print sets wide.
var fullWidth = map[rune]rune{',': '，', ':': '：', ';': '；', '!': '！', '?': '？'}

// Official sets the marks of a Chinese sentence as official print does, full-width. Marks between two digits (times, ratios), after a Latin letter ("sqlite:")
// and brackets around figures or names in Latin letters stay as they were, and so does what stands in quotes: it is somebody's own.
func Official(text string) string {
	runes := []rune(text)
	if !anyWide(runes) {
		return text
	}
	var open []int
	quotes := 0
	for i, r := range runes {
		switch {
		case r == '“':
			quotes++
		case r == '”':
			quotes = max(quotes-1, 0)
		case quotes > 0:
		case r == '(':
			open = append(open, i)
		case r == ')' && len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if from > 0 && wide(runes[from-1]) || anyWide(runes[from:i]) {
				runes[from], runes[i] = '（', '）'
			}
		case fullWidth[r] != 0 && !kept(runes, i):
			runes[i] = fullWidth[r]
		}
	}
	return closeUp.Replace(string(runes))
}

// closeUp takes away the space that stood after a mark now set wide.
var closeUp = strings.NewReplacer("， ", "，", "： ", "：", "； ", "；", "！ ", "！", "？ ", "？")

// kept reports whether a mark is no mark of the sentence.
func kept(runes []rune, i int) bool {
	if i == 0 || i+1 == len(runes) {
		return false
	}
	before, after := runes[i-1], runes[i+1]
	return digit(before) && digit(after) || before < utf8.RuneSelf && unicode.IsLetter(before)
}

func anyWide(runes []rune) bool {
	for _, r := range runes {
		if wide(r) {
			return true
		}
	}
	return false
}
