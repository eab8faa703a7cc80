package store

import (
	"strings"

	"xianjie/policy"
)

// joinRules keeps a rule list as text with a space on both sides of each id (" F06 V01 "), so that one LIKE finds one rule;
// no rules are "".
func joinRules(rules []policy.RuleID) string {
	if len(rules) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteByte(' ')
	for _, r := range rules {
		b.WriteString(string(r))
		b.WriteByte(' ')
	}
	return b.String()
}

// splitRules is joinRules read back; never nil.
func splitRules(text string) []policy.RuleID {
	fields := strings.Fields(text)
	rules := make([]policy.RuleID, len(fields))
	for i, f := range fields {
		rules[i] = policy.RuleID(f)
	}
	return rules
}
