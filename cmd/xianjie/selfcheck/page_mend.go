package selfcheck

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"xianjie/cmd/xianjie/infile"
	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
	"xianjie/policy"
)

// mostPlaces bounds how many places one finding lists; the advice names the offenders in any case.
const mostPlaces = 6

// mend prints the findings of one verdict: what was found, the arithmetic, what to do and where.
func (p *page) mend(title string, verdict policy.Verdict) {
	of := slices.DeleteFunc(slices.Clone(p.findings), func(f policy.Finding) bool { return f.Verdict != verdict })
	if len(of) == 0 {
		return
	}
	p.section(fmt.Sprintf("%s（%d 条）", title, len(of)))
	for i, f := range of {
		p.line("")
		p.line("%s", p.verdict(verdict, fmt.Sprintf("%d. %s（%s，%s）", i+1, f.Name, f.Rule, clause(f.Clause))))
		p.entry(found(f.Figure), typeset.Official(f.Figure.Text))
		p.entry("差多少", shortfall(f.Figure))
		p.entry("怎么改", typeset.Official(f.Advice))
		p.entry("在哪儿", p.places(f.Places)...)
	}
}

// entry prints what one label has to say, each text on lines of its own; nothing when there is none.
func (p *page) entry(label string, texts ...string) {
	for _, text := range texts {
		if text == "" {
			continue
		}
		typeset.Bullet(p.to, "   "+typeset.Pad(label, 8), text)
		label = ""
	}
}

// places are the cells concerned in words, with their lines in the file.
func (p *page) places(pointers []string) []string {
	lines := infile.Locate(p.text, pointers)
	var out []string
	for i, pointer := range pointers {
		if i == mostPlaces {
			out = append(out, "……共 "+strconv.Itoa(len(pointers))+" 处")
			break
		}
		label := proposal.PlaceLabel(pointer, p.doc)
		out = append(out, typeset.Official(label)+"（文件第 "+strconv.Itoa(lines[pointer])+" 行）")
	}
	return out
}

// clause writes a clause of the notice in full: "通知第三部分第4点".
func clause(text string) string {
	switch text {
	case "数据", "综合", "批次", "逻辑":
		return text + "要求"
	}
	if !strings.ContainsAny(text[:min(3, len(text))], "一二三四") {
		return text
	}
	part, point, pointed := strings.Cut(text, ".")
	line := "通知第" + part + "部分"
	if !pointed {
		return line
	}
	number := strings.TrimRight(point, "①②③④⑤⑥⑦⑧⑨")
	return line + "第" + number + "点" + strings.TrimPrefix(point, number)
}

// found is the label of a figure's line: arithmetic, or a plain statement.
func found(f policy.Figure) string {
	if shortfall(f) == "" {
		return "查到"
	}
	return "算式"
}

// shortfall sets what is asked beside what is there: "要求不低于 10 个，实际 9 个，差 1 个". It is "" where nothing is measured,
// or where every offender counts and is named already.
func shortfall(f policy.Figure) string {
	if f.Left == "" || f.Right == "" || f.Gap == "" || f.Right == "0" {
		return ""
	}
	return "要求" + bound(f) + "，实际 " + strings.TrimSpace(f.Left+" "+unit(f)) + "，" + distance(f)
}

// unit is what a figure counts in; dates and instants speak for themselves.
func unit(f policy.Figure) string {
	if f.Unit == "日期" || f.Unit == "时刻" {
		return ""
	}
	return f.Unit
}

// bound says what a figure is held to: "不低于 10 个".
func bound(f policy.Figure) string {
	words := map[string]string{"≥": "不低于", "≤": "不超过", "=": "为", "<": "早于", "∈": "为"}
	if f.Right == "" {
		return ""
	}
	return strings.TrimSpace(words[f.Operator] + " " + f.Right + " " + unit(f))
}

// distance says how far a figure is off.
func distance(f policy.Figure) string {
	words := map[string]string{"≥": "差", "≤": "多", "=": "相差", "∈": "相差", "<": "晚了"}
	return strings.TrimSpace(words[f.Operator] + " " + f.Gap + " " + unit(f))
}
