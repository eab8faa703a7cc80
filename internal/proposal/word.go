package proposal

import "strings"

// word is one value of a closed list with its Chinese name.
type word[K ~string] struct {
	value K
	label string
}

// words is one closed list, in the order people are shown it.
type words[K ~string] []word[K]

// label is the Chinese name, or the raw word when unknown.
func (w words[K]) label(v K) string {
	for i := range w {
		if w[i].value == v {
			return w[i].label
		}
	}
	return string(v)
}

// find is the listed value spelled exactly like text; the empty text is "not filled in".
func (w words[K]) find(text string) (K, bool) {
	for i := range w {
		if string(w[i].value) == text {
			return w[i].value, true
		}
	}
	return "", text == ""
}

// options lists what may be filled in: "KEY_COUNTY(重点县)、CITY_SELECTED(市择优)".
func (w words[K]) options() string {
	var b strings.Builder
	for i, each := range w {
		if i > 0 {
			b.WriteString("、")
		}
		b.WriteString(string(each.value))
		if each.label != string(each.value) {
			b.WriteString("(" + each.label + ")")
		}
	}
	return b.String()
}
