package policy

// RuleName is the Chinese name of a rule, or its number when unknown.
func RuleName(id RuleID) string {
	if r, ok := anyRule(id); ok {
		return r.Name
	}
	return string(id)
}

// ClauseOf is the clause a rule comes from, "" when unknown.
func ClauseOf(id RuleID) string {
	r, _ := anyRule(id)
	return r.Clause
}

// SeverityOf is what a failing rule does; an unknown rule blocks.
func SeverityOf(id RuleID) Severity {
	if r, ok := anyRule(id); ok {
		return r.Severity
	}
	return Blocking
}

// anyRule finds an application or batch rule.
func anyRule(id RuleID) (Rule, bool) {
	if r, ok := ruleByID(id); ok {
		return r, true
	}
	for _, r := range BatchCatalogue() {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// WaivableRules are the rules whose clause says “原则上”.
func WaivableRules() []RuleID {
	var ids []RuleID
	for _, r := range catalogue {
		if r.Severity == Waivable {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

// Root is the province, under which every other division lies.
func Root() Region { return divisions().list[0] }
