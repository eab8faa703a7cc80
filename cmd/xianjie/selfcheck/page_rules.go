package selfcheck

import (
	"fmt"
	"strings"

	"xianjie/internal/typeset"
	"xianjie/policy"
)

// word is a verdict for people.
func word(v policy.Verdict) string {
	switch v {
	case policy.Pass:
		return "通过"
	case policy.Fail:
		return "不通过"
	case policy.Warn:
		return "提请注意"
	}
	return "不适用"
}

// rules prints every rule with its verdict and figure, in the order of the catalogue.
func (p *page) rules() {
	p.section(fmt.Sprintf("全部 %d 条规则", len(p.findings)))
	p.line("")
	name, cited := 0, 0
	for _, f := range p.findings {
		name, cited = max(name, typeset.Columns(f.Name)), max(cited, typeset.Columns(f.Clause))
	}
	before := 3 + 5 + name + 2 + cited + 2 + 10
	p.line("   %s%s%s%s%s", typeset.Pad("规则", 5), typeset.Pad("名称", name+2), typeset.Pad("条款", cited+2), typeset.Pad("结论", 10), "查到的情况")
	for _, f := range p.findings {
		lines := typeset.Wrap(typeset.Official(f.Figure.Text), max(typeset.PageColumns-before, typeset.MinText))
		p.line("   %s%s%s%s%s", typeset.Pad(string(f.Rule), 5), typeset.Pad(f.Name, name+2), typeset.Pad(f.Clause, cited+2),
			p.verdict(f.Verdict, word(f.Verdict))+typeset.Pad("", 10-typeset.Columns(word(f.Verdict))), lines[0])
		for _, more := range lines[1:] {
			p.line("%s%s", strings.Repeat(" ", before), more)
		}
	}
}
