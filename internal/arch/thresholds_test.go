package arch

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// amounts are the notice's amounts in 万元. They belong to a batch's pack; code and sentences take them from there.
var amounts = []int64{2500, 3000, 4000, 5000}

// digits finds whole numbers in a sentence.
var digits = regexp.MustCompile(`\d+`)

// threshold reports whether a number is one of the amounts, in 万元, 元 or 分.
func threshold(text string) bool {
	n, err := strconv.ParseInt(strings.ReplaceAll(text, "_", ""), 0, 64)
	if err != nil {
		return false
	}
	for _, unit := range []int64{1, 10_000, 1_000_000} {
		if n%unit == 0 && slices.Contains(amounts, n/unit) {
			return true
		}
	}
	return false
}

// thresholds finds amounts of the notice written into code or into sentences.
func thresholds(s source) (found []string) {
	ast.Inspect(s.tree, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if !ok {
			return true
		}
		var numbers []string
		switch lit.Kind {
		case token.INT:
			numbers = []string{lit.Value}
		case token.STRING:
			numbers = digits.FindAllString(lit.Value, -1)
		}
		for _, number := range numbers {
			if threshold(number) {
				found = append(found, fmt.Sprintf("%s: %s is an amount of the notice; take it from the batch's pack", s.at(n), number))
			}
		}
		return true
	})
	return found
}
