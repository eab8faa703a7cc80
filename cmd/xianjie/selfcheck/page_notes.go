package selfcheck

import (
	"fmt"
	"strings"

	"xianjie/cmd/xianjie/infile"
	"xianjie/internal/typeset"
	"xianjie/policy"
)

// mostGaps bounds how many missing keys are listed.
const mostGaps = 12

// principle explains the rules whose clause says “原则上”: the province may let an application through in writing.
func (p *page) principle() {
	var all, failing []string
	for _, f := range p.findings {
		if f.Severity != policy.Waivable {
			continue
		}
		name := f.Name + "（" + string(f.Rule) + "）"
		all = append(all, name)
		if f.Verdict == policy.Fail {
			failing = append(failing, name)
		}
	}
	if len(failing) == 0 {
		return
	}
	p.section("可以申请省级豁免的")
	p.line("")
	typeset.Bullet(p.to, "   ", fmt.Sprintf("%s：通知的提法是“原则上”。能改的应先改；确有特殊情况改不了的，由县政府书面说明理由，"+
		"逐级向省级申请豁免，凭豁免文号可以推荐、报省。全部规则中只有%s可以豁免，其余的必须改到通过。",
		strings.Join(failing, "、"), strings.Join(all, "、")))
}

// missing lists the keys the file lacks.
func (p *page) missing() {
	if len(p.gaps) == 0 {
		return
	}
	p.section(fmt.Sprintf("文件里没有、按空处理的（%d 处）", len(p.gaps)))
	p.line("")
	lines := infile.Locate(p.text, infile.Locations(p.gaps))
	for i, gap := range p.gaps {
		if i == mostGaps {
			p.line("   ……其余 %d 处从略", len(p.gaps)-mostGaps)
			break
		}
		typeset.Bullet(p.to, "   · ", typeset.Official(gap.Message)+infile.LineOf(gap, lines, "（文件第 %d 行）"))
	}
}
