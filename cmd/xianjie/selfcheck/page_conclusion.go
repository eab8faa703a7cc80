package selfcheck

import (
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/typeset"
	"xianjie/policy"
)

// conclusion is the verdict in words, and what it means for the next steps.
func (p *page) conclusion() {
	failed, warned := policy.With(p.findings, policy.Fail), policy.With(p.findings, policy.Warn)
	passed, other := policy.With(p.findings, policy.Pass), policy.With(p.findings, policy.NA)
	verdict, word := policy.Pass, "合格"
	switch {
	case len(failed) > 0:
		verdict, word = policy.Fail, "不合格"
	case len(warned) > 0:
		verdict, word = policy.Warn, "合格，有提请注意的事项"
	}
	p.line("")
	p.line("%s", p.verdict(verdict, p.paint("结论："+word+"。", bold)))
	p.say(fmt.Sprintf("共 %d 条规则：必须改的 %d 条，提请注意的 %d 条，通过 %d 条，不适用 %d 条。",
		len(p.findings), len(failed), len(warned), len(passed), len(other)))
	p.consequence(failed)
	if d, want := p.doc.BatchCode, p.pack.BatchCode; d != want {
		p.say(fmt.Sprintf("请先核对批次：申报文件写的批次是 %s，政策包是 %s。若拿错了政策包，本单不作数。", orNone(d), want))
	}
}

// consequence says which step each failing rule stops: the county's submit, or only the city's recommendation.
func (p *page) consequence(failed []policy.RuleID) {
	stops := p.pack.SubmitBlocking()
	var now, later []string
	for _, rule := range failed {
		if slices.Contains(stops, rule) {
			now = append(now, string(rule))
		} else {
			later = append(later, string(rule))
		}
	}
	if len(now) > 0 {
		p.say(strings.Join(now, "、") + " 没改好，县政府提交不了。")
	}
	if len(later) > 0 {
		p.say(strings.Join(later, "、") + " 没改好，县里可以先提交，但市里不能推荐、不能报省。")
	}
}

// say prints a sentence under the conclusion.
func (p *page) say(text string) { typeset.Bullet(p.to, "      ", text) }
