package policy

import "slices"

// ApplyWaivers returns a copy of the findings in which each FAIL of a rule that may be waived carries the document number of
// its 省级豁免. A waiver for any other rule, or without a document number, does nothing.
func ApplyWaivers(findings []Finding, documents map[RuleID]string) []Finding {
	out := slices.Clone(findings)
	for i := range out {
		f := &out[i]
		if docNo := documents[f.Rule]; f.Severity == Waivable && f.Verdict == Fail && !blank(docNo) {
			f.Waived = docNo
		}
	}
	return out
}

// Blockers are the findings that stop a step, in order: those of the named rules, or of every rule when only is nil. It is
// never nil.
func Blockers(findings []Finding, only []RuleID) []Finding {
	out := []Finding{}
	for _, f := range findings {
		if f.Blocks() && (only == nil || slices.Contains(only, f.Rule)) {
			out = append(out, f)
		}
	}
	return out
}

// With lists the rules that ended in a verdict, in order; never nil.
func With(findings []Finding, verdict Verdict) []RuleID {
	out := []RuleID{}
	for _, f := range findings {
		if f.Verdict == verdict {
			out = append(out, f.Rule)
		}
	}
	return out
}
