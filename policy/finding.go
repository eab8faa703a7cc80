package policy

// RuleID is the fixed number of a rule in domain 3.6 ("F06").
type RuleID string

// Severity says what a failing rule does.
type Severity string

// The severities of domain 3.6.
const (
	Blocking Severity = "B"  // 阻断
	Waivable Severity = "B*" // 条文写“原则上”: blocks unless the province grants a waiver
	Warning  Severity = "W"  // 提示
)

// Verdict is the outcome of one rule.
type Verdict string

// The verdicts.
const (
	Pass Verdict = "PASS"
	Fail Verdict = "FAIL"
	Warn Verdict = "WARN"
	NA   Verdict = "NA" // not applicable
)

// Figure is the arithmetic of a verdict. Left, Operator and Right are the comparison actually made, in Unit ("万元", "个",
// "日期"…); Gap is what is missing, "" when nothing is; Ratio is a percentage truncated toward zero, "" when none. Text is
// the line people read.
type Figure struct {
	Text     string `json:"text"`
	Left     string `json:"left,omitempty"`
	Operator string `json:"operator,omitempty"`
	Right    string `json:"right,omitempty"`
	Unit     string `json:"unit,omitempty"`
	Gap      string `json:"gap,omitempty"`
	Ratio    string `json:"ratio,omitempty"`
}

// Finding is the verdict of one rule on one proposal under one pack version.
type Finding struct {
	Rule     RuleID   `json:"rule"`
	Name     string   `json:"name"`
	Clause   string   `json:"clause"` // 004 clause, e.g. "三.4"
	Severity Severity `json:"severity"`
	Verdict  Verdict  `json:"verdict"`
	Figure   Figure   `json:"figure"`
	Advice   string   `json:"advice"` // what to do; "" when nothing is to be done
	Places   []string `json:"places"` // JSON pointers into the document; never nil
	Waived   string   `json:"waived,omitempty"`
	// Waived is the document number of the 省级豁免 that lets a Waivable FAIL through.
	Pack PackRef `json:"pack,omitzero"` // the pack version judged under; absent for a pack read from a file
}

// Blocks reports whether the finding stops a step: a FAIL of a blocking rule without a waiver.
func (f Finding) Blocks() bool { return f.Verdict == Fail && f.Severity != Warning && f.Waived == "" }

// Overall folds verdicts: FAIL when any failed, PASS_WITH_WARN when any warned, else PASS.
func Overall(findings []Finding) string {
	overall := "PASS"
	for _, f := range findings {
		switch f.Verdict {
		case Fail:
			return "FAIL"
		case Warn:
			overall = "PASS_WITH_WARN"
		}
	}
	return overall
}
