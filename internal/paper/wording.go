package paper

import (
	"fmt"
	"strings"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
)

// unfilled is printed where a draft has nothing yet.
const unfilled = "（未填）"

// words is a county's text in a sentence; what it left empty says so.
func words(text string) string {
	if text = strings.TrimRight(oneLine(typeset.Official(text)), "。；，、 "); text == "" {
		return unfilled
	}
	return text
}

// sentence is a text that was written for the screen, as a paper prints it.
func sentence(text string) string { return typeset.Solid(typeset.Official(text)) }

// wan is an amount in a sentence.
func wan(amount money.Fen) string { return amount.String() + "万元" }

// day is a date in words, as the end of a paper and its sentences have it.
func day(d proposal.Date) string {
	if d.IsZero() {
		return unfilled
	}
	return d.Start(time.UTC).Format("2006年1月2日")
}

// month is a date in a table.
func month(d proposal.Date) string {
	if d.IsZero() {
		return unfilled
	}
	return d.Start(time.UTC).Format("2006.01")
}

// dated is an instant's day in a zone; nothing stands open for the date to be written in.
func dated(at *time.Time, zone *time.Location) string {
	if at == nil {
		return "　　　　年　　月　　日"
	}
	return at.In(zone).Format("2006年1月2日")
}

// either chooses a word.
func either(yes bool, is, isNot string) string {
	if yes {
		return is
	}
	return isNot
}

// series joins words with 、; none at all is empty.
func series(all []string) string { return either(len(all) > 0, strings.Join(all, "、"), "无") }

// numbered is a row's number.
func numbered(i int) string { return fmt.Sprint(i + 1) }

// ordinals are the numbers of chapters.
var ordinals = [...]string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"}

// ordinal is a number in Chinese; far beyond what a paper has it is a figure.
func ordinal(i int) string {
	if i < len(ordinals) {
		return ordinals[i]
	}
	tens, ones := (i+1)/10, (i+1)%10
	if tens > 9 {
		return fmt.Sprint(i + 1)
	}
	out := either(tens == 1, "十", ordinals[max(tens-1, 0)]+"十")
	if ones > 0 {
		out += ordinals[ones-1]
	}
	return out
}
