package selfcheck

import (
	"strconv"
	"strings"

	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
	"xianjie/policy"
)

// keyFigure is one line of the table of key figures: a value, and the rules that set a bound for it.
type keyFigure struct {
	label, value, unit string
	rules              []policy.RuleID // the first that applies tells verdict and, unless asked is set, bound
	asked              string
}

// figures prints the key figures, aligned at the decimal point.
func (p *page) figures() {
	p.section("主要数字")
	p.line("")
	rows := p.keyFigures()
	label, whole, part := 0, 0, 0
	for _, r := range rows {
		label = max(label, typeset.Columns(r.label))
		w, f := split(r.value)
		whole, part = max(whole, typeset.Columns(w)), max(part, typeset.Columns(f))
	}
	for _, r := range rows {
		w, f := split(r.value)
		line := "   " + typeset.Pad(r.label, label+2) + typeset.PadLeft(w, whole) + typeset.Pad(f, part+1) + typeset.Pad(r.unit, 6)
		if finding, ok := p.applying(r.rules); ok {
			asked := r.asked
			if asked == "" {
				asked = strings.Replace(bound(finding.Figure), "为 ", "应为 ", 1)
			}
			line += typeset.Pad(asked, 20) + p.verdict(finding.Verdict, word(finding.Verdict))
		}
		p.line("%s", strings.TrimRight(line, " "))
	}
}

func (p *page) keyFigures() []keyFigure {
	sums := proposal.Totals(p.doc)
	plan := sums.Planned
	villages := p.figure("V01").Left
	if villages == "" {
		villages = strconv.Itoa(len(p.doc.Zone.Villages))
	}
	return []keyFigure{
		{"衔接资金合计", sums.Linkage.String(), "万元", []policy.RuleID{"F01", "F03"}, ""},
		{"　其中：省级以上", plan.ProvUp.String(), "万元", []policy.RuleID{"F02", "F04"}, ""},
		{"　　　　市级", plan.City.String(), "万元", nil, ""},
		{"　　　　县级", plan.County.String(), "万元", nil, ""},
		{"　　　　市县小计", (plan.City + plan.County).String(), "万元", []policy.RuleID{"F05"}, ""},
		{"整合行业资金", sums.Integrated.String(), "万元", []policy.RuleID{"F06"}, ""},
		{"整合比例", p.figure("F06").Ratio, "", []policy.RuleID{"F06"}, "不低于 " + p.pack.MinIntegrated().Percent()},
		{"产业占比", p.figure("F09").Ratio, "", []policy.RuleID{"F09"}, "不低于 " + p.pack.MinIndustryShare().Percent()},
		{"协作、社会、自筹等", (plan.Cooperation + plan.Social + plan.SelfRaised + plan.Other).String(), "万元", nil, ""},
		{"总投资", sums.Investment.String(), "万元", nil, ""},
		{"行政村", villages, "个", []policy.RuleID{"V01"}, ""},
		{"实施项目", strconv.Itoa(len(p.doc.Projects)), "个", nil, ""},
	}
}

// figure is the arithmetic of one rule.
func (p *page) figure(rule policy.RuleID) policy.Figure {
	f, _ := p.finding(rule)
	return f.Figure
}

func (p *page) finding(rule policy.RuleID) (policy.Finding, bool) {
	for _, f := range p.findings {
		if f.Rule == rule {
			return f, true
		}
	}
	return policy.Finding{}, false
}

// applying is the first of the rules that is not 不适用.
func (p *page) applying(rules []policy.RuleID) (policy.Finding, bool) {
	for _, rule := range rules {
		if f, ok := p.finding(rule); ok && f.Verdict != policy.NA {
			return f, true
		}
	}
	return policy.Finding{}, false
}

// split cuts a figure at its decimal point.
func split(value string) (whole, part string) {
	i := strings.IndexByte(value, '.')
	if i < 0 {
		return value, ""
	}
	return value[:i], value[i:]
}
