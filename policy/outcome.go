package policy

import "strconv"

// outcome is what a rule's check hands back; Evaluate dresses it as a Finding.
type outcome struct {
	verdict Verdict
	figure  Figure
	advice  string
	places  []string
}

// passed is a PASS with the figure that shows it.
func passed(figure Figure, places ...string) outcome {
	return outcome{verdict: Pass, figure: figure, places: places}
}

// failed is a FAIL with what to do about it.
func failed(figure Figure, advice string, places ...string) outcome {
	return outcome{verdict: Fail, figure: figure, advice: advice, places: places}
}

// warned is a WARN with what to consider.
func warned(figure Figure, advice string, places ...string) outcome {
	return outcome{verdict: Warn, figure: figure, advice: advice, places: places}
}

// notApplicable says why the rule does not apply.
func notApplicable(why string) outcome {
	return outcome{verdict: NA, figure: Figure{Text: why}, places: []string{}}
}

// text is a figure without arithmetic.
func text(line string) Figure { return Figure{Text: line} }

// noneOf is the figure of a rule that tolerates no offender: n of them against 0.
func noneOf(n int, line string) Figure {
	return Figure{Text: line, Left: strconv.Itoa(n), Operator: "=", Right: "0", Unit: "个"}
}

// countOf is the figure of a number compared with a bound; gap is what is missing, in the same unit.
func countOf(n int, operator string, bound int, unit, line string) Figure {
	figure := Figure{Text: line, Left: strconv.Itoa(n), Operator: operator, Right: strconv.Itoa(bound), Unit: unit}
	switch {
	case operator == "≥" && n < bound:
		figure.Gap = strconv.Itoa(bound - n)
	case operator == "≤" && n > bound:
		figure.Gap = strconv.Itoa(n - bound)
	}
	return figure
}
