package typeset

import "strings"

// Solid closes a sentence up as official papers are printed: no space between a Chinese character or mark and the figure or letter beside it
// ("12 个" becomes "12个"). Spaces between two Latin words stay.
func Solid(text string) string {
	if !strings.Contains(text, " ") {
		return text
	}
	runes := []rune(text)
	var b strings.Builder
	for i, r := range runes {
		if r == ' ' && (i == 0 || i+1 == len(runes) || wide(runes[i-1]) || wide(runes[i+1])) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
