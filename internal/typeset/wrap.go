// Package typeset sets Chinese text on screens and monospaced paper: how wide it is, where it may break, which marks it takes.
package typeset

import (
	"strings"

	"golang.org/x/text/width"
)

// Columns is how much room a text takes on a screen or in a monospaced print: Chinese characters take two columns. Quotes and
// dashes, which some fonts draw wide and others narrow, count as two; they are kept out of all columns but the last.
func Columns(text string) int {
	n := 0
	for _, r := range text {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}

// wide reports whether a rune belongs to Chinese text.
func wide(r rune) bool { return runeColumns(r) == 2 }

// Pad fills a text up to a number of columns, on its right.
func Pad(text string, to int) string { return text + strings.Repeat(" ", max(to-Columns(text), 0)) }

// PadLeft fills a text up to a number of columns, on its left: for numbers.
func PadLeft(text string, to int) string { return strings.Repeat(" ", max(to-Columns(text), 0)) + text }

// What may not begin a line, and what may not end one.
const (
	notFirst = "，。、；：？！）〕》”’…—,.;:?!)]%"
	notLast  = "（〔《“‘(["
)

// Wrap breaks a text into lines of at most room columns, in Chinese manner: between any two characters, but not inside a number
// or a word, not before a closing mark and not after an opening one.
func Wrap(text string, room int) []string {
	return lay(text, func(int) float64 { return float64(room) }, func(piece string) float64 { return float64(Columns(piece)) }, false)
}

// Fit is Wrap by a measure of the caller's: room says how wide a line may be (the first is 0), wide how wide a piece of text is. On paper
// nothing may stand over: what is longer than a whole line is cut where it must.
func Fit(text string, room func(line int) float64, wide func(string) float64) []string {
	return lay(text, room, wide, true)
}

func lay(text string, room func(line int) float64, wide func(string) float64, cut bool) []string {
	var lines []string
	line, used := "", 0.0
	next := func() {
		lines = append(lines, strings.TrimRight(line, " "))
		line, used = "", 0
	}
	put := func(piece string) {
		line += piece
		used += wide(piece)
	}
	for _, u := range Units(text) {
		n := wide(strings.TrimRight(u, " "))
		if used > 0 && used+n > room(len(lines)) {
			next()
			u = strings.TrimLeft(u, " ")
		}
		if !cut || n <= room(len(lines)) {
			put(u)
			continue
		}
		for _, r := range u {
			if used > 0 && used+wide(string(r)) > room(len(lines)) {
				next()
			}
			put(string(r))
		}
	}
	return append(lines, strings.TrimRight(line, " "))
}

// Units cuts a text into the pieces that a line may not break. A space beside a number holds it to its neighbour: "第 12 行".
func Units(text string) []string {
	var out []string
	var before, last rune
	for _, r := range text {
		joined := last != 0 &&
			(r == ' ' || strings.ContainsRune(notFirst, r) || strings.ContainsRune(notLast, last) ||
				last != ' ' && !wide(last) && !wide(r) ||
				last == ' ' && digit(before) != digit(r))
		if joined {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		before, last = last, r
	}
	return out
}

func digit(r rune) bool { return r >= '0' && r <= '9' }
