package report

import (
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/proposal"
)

// asTargets are the 绩效目标, one a line.
func asTargets() tableColumn {
	at := func(p *proposal.Project) *[]proposal.PerformanceTarget { return &p.PerformanceTargets }
	return tableColumn{field: "performanceTargets", head: "绩效目标", width: 30,
		show: func(_ *tableWords, p *proposal.Project) any {
			for _, mark := range []string{"：", "｜"} {
				lines := make([]string, len(*at(p)))
				for i, t := range *at(p) {
					lines[i] = t.Kind.Label() + mark + t.Name + mark + t.Value
				}
				text := strings.Join(lines, "\n")
				if back, wrong := targetsOf(text); wrong == "" && slices.Equal(back, *at(p)) {
					return filled(text)
				}
			}
			return kept
		},
		take: func(r *rowReading, c foreignCell, p *proposal.Project) {
			text := r.text(c)
			if vacant(text) {
				return
			}
			targets, wrong := targetsOf(text)
			if wrong != "" {
				r.wrong("%s", wrong)
			}
			*at(p) = targets
		},
		keep: func(to, from *proposal.Project) { *at(to) = slices.Clone(*at(from)) }}
}

// targetsOf reads lines of 类别：指标名称：目标值.
func targetsOf(text string) (targets []proposal.PerformanceTarget, wrong string) {
	targets = []proposal.PerformanceTarget{}
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '；' || r == ';' }) {
		marks := "｜|"
		if !strings.ContainsAny(line, marks) {
			marks = "：:"
		}
		parts := strings.Split(strings.Map(func(r rune) rune {
			if strings.ContainsRune(marks, r) {
				return '\x00'
			}
			return r
		}, line), "\x00")
		if len(parts) != 3 {
			return nil, fmt.Sprintf("其中“%s”应写成“类别：指标名称：目标值”三段,各项分行写", clip(line))
		}
		kind, known := wordOf(proposal.TargetKinds(), strings.TrimSpace(parts[0]))
		if !known && strings.TrimSpace(parts[0]) != "" {
			return nil, fmt.Sprintf("其中的指标类别“%s”不在可填的范围内,可填:%s", clip(parts[0]), labelsOf(proposal.TargetKinds()))
		}
		targets = append(targets, proposal.PerformanceTarget{Kind: kind, Name: strings.TrimSpace(parts[1]), Value: strings.TrimSpace(parts[2])})
	}
	return targets, ""
}
