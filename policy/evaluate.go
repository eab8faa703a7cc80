package policy

import (
	"slices"
	"time"

	"xianjie/internal/proposal"
)

// Input is what one evaluation looks at. Doc and Pack must be set; neither is changed.
type Input struct {
	Doc  *proposal.Proposal
	Pack *Pack

	// SubmittedAt and ReportedAt are the deciding instants of 县报市 and 市报省. When nil, the document's own record stands in
	// for them, as for imported past applications.
	SubmittedAt *time.Time
	ReportedAt  *time.Time

	// DossierOnly ignores the document's own record of instants: in the live process only the two above count.
	DossierOnly bool
}

// Evaluate gives the verdict of every rule in the order of Catalogue, never only the first that fails. It is a pure
// function: same input, same findings. A document that is incomplete fails the rules it cannot satisfy; it never panics.
func Evaluate(in Input) []Finding {
	f := gather(in)
	findings := make([]Finding, len(catalogue))
	for i := range catalogue {
		rule := &catalogue[i]
		findings[i] = rule.finding(rule.check(&f), in.Pack.ref)
	}
	return findings
}

// finding dresses an outcome with the rule it belongs to.
func (r *Rule) finding(o outcome, ref PackRef) Finding {
	severity := r.Severity
	if o.verdict == Warn {
		severity = Warning
	}
	return Finding{
		Rule: r.ID, Name: r.Name, Clause: r.Clause, Severity: severity, Verdict: o.verdict,
		Figure: o.figure, Advice: o.advice, Places: o.places, Pack: ref,
	}
}

// EvaluateRules is Evaluate for some rules only, in the order of Catalogue.
func EvaluateRules(in Input, rules ...RuleID) []Finding {
	f := gather(in)
	findings := make([]Finding, 0, len(rules))
	for i := range catalogue {
		if rule := &catalogue[i]; slices.Contains(rules, rule.ID) {
			findings = append(findings, rule.finding(rule.check(&f), in.Pack.ref))
		}
	}
	return findings
}
