package selfcheck

import "strings"

// fullWidth are the marks that Chinese print sets wide.
var fullWidth = map[rune]rune{',': '，', ':': '：', ';': '；', '!': '！', '?': '？'}

// typeset sets the marks of a Chinese sentence as official print does, full-width. Marks between two digits (times, ratios)
// and brackets around figures or names in Latin letters stay as they were.
func typeset(text string) string {
	runes := []rune(text)
	if !anyWide(runes) {
		return text
	}
	var open []int
	for i, r := range runes {
		switch {
		case r == '(':
			open = append(open, i)
		case r == ')' && len(open) > 0:
			from := open[len(open)-1]
			open = open[:len(open)-1]
			if from > 0 && wide(runes[from-1]) || anyWide(runes[from:i]) {
				runes[from], runes[i] = '（', '）'
			}
		case fullWidth[r] != 0 && !between(runes, i):
			runes[i] = fullWidth[r]
		}
	}
	return closeUp.Replace(string(runes))
}

// closeUp takes away the space that stood after a mark now set wide.
var closeUp = strings.NewReplacer("， ", "，", "： ", "：", "； ", "；", "！ ", "！", "？ ", "？")

// between reports whether a mark stands between two digits.
func between(runes []rune, i int) bool {
	if i == 0 || i+1 == len(runes) {
		return false
	}
	return digit(runes[i-1]) && digit(runes[i+1])
}

func anyWide(runes []rune) bool {
	for _, r := range runes {
		if wide(r) {
			return true
		}
	}
	return false
}
