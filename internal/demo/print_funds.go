package demo

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"xianjie/internal/funds"
	"xianjie/internal/typeset"
	"xianjie/policy"
	"xianjie/workflow"
)

// printFunds writes the matrix of one award as a clerk reads it: sources down, layers across, sums that balance against the approved plan.
func printFunds(w io.Writer, v workflow.FundView) {
	light := "正常"
	if v.Amber != nil {
		light = "黄灯，自 " + v.Amber.In(v.Zone).Format("2006年1月2日") + " 起"
	}
	fmt.Fprintf(w, "\n资金矩阵  %s  %s  单位：万元  截至 %s  %s\n", v.Application.CountyName, v.Application.Title, v.AsOf, light)
	row(w, "来源", func(l funds.Layer) string { return l.Label() })
	linkage := v.Matrix.Sum("LINKAGE_PROV_UP", "LINKAGE_CITY", "LINKAGE_COUNTY")
	for i, l := range v.Matrix.Lines {
		amounts(w, typeset.Official(workflow.LineLabel(l.Line)), l.Amounts)
		if len(l.Levels) > 1 {
			for _, level := range l.Levels {
				row(w, "  其中："+level.Level.Label(), func(layer funds.Layer) string {
					if layer == funds.Planned || layer == funds.Committed {
						return "—" // the plan does not part 省级以上
					}
					return level.Of(layer).String()
				})
			}
		}
		if next := i + 1; strings.HasPrefix(l.Source, "LINKAGE") && (next == len(v.Matrix.Lines) || !strings.HasPrefix(v.Matrix.Lines[next].Source, "LINKAGE")) {
			amounts(w, "衔接小计", linkage)
		}
	}
	amounts(w, "合计", v.Matrix.Total)
	fmt.Fprintf(w, "  核对：%s\n", balanced(v))
	for _, p := range v.Promises {
		for _, f := range p.Findings {
			if f.Verdict != policy.NA {
				fmt.Fprintf(w, "  按%s  %s %s  %s\n", pad(p.Layer.Label(), 4), f.Rule, pad(map[bool]string{true: "通过", false: "不通过"}[f.Verdict == policy.Pass], 6), typeset.Official(f.Figure.Text))
			}
		}
	}
	p := v.Progress
	if p.Allocated > 0 {
		fmt.Fprintf(w, "  进度：支出率 %s，序时 %d/%d\n", funds.Rate(p.Spent, p.Allocated), p.Months, p.Of)
	}
	for _, warning := range v.Warnings {
		fmt.Fprintf(w, "  预警：%s——%s\n", typeset.Official(warning.Name), typeset.Official(warning.Text))
	}
	for _, o := range v.Orders {
		fmt.Fprintf(w, "  督办单第 %d 号（%s，%s 开立）：%s\n", o.No, o.State.Label(), o.OpenedAt.In(v.Zone).Format("2006-01-02"), typeset.Official(o.Cause))
	}
}

// balanced adds the projects up on their own and holds them against the sources and the approved plan.
func balanced(v workflow.FundView) string {
	var projects funds.Amounts
	for _, p := range v.Matrix.Projects {
		projects = projects.Plus(p.Amounts)
	}
	plan := funds.Total(nil)
	for _, p := range v.Doc.Projects {
		plan += p.TotalInvestment
	}
	for _, l := range funds.Layers() {
		if diff := projects.Of(l) - v.Matrix.Total.Of(l); diff != 0 {
			return l.Label() + "按项目与按来源相差 " + diff.String() + " 万元"
		}
	}
	if diff := v.Matrix.Total.Planned - plan; diff != 0 {
		return "与批准的规划相差 " + diff.String() + " 万元"
	}
	return fmt.Sprintf("平（%d 个来源、%d 个项目，各层按项目与按来源相等；规划合计 = 批准的规划 %s）", len(v.Matrix.Lines), len(v.Matrix.Projects), plan)
}

func amounts(w io.Writer, name string, a funds.Amounts) {
	row(w, name, func(l funds.Layer) string { return a.Of(l).String() })
}

// nameWidth and amountWidth are the columns of the matrix.
const (
	nameWidth   = 44
	amountWidth = 12
)

func row(w io.Writer, name string, cell func(funds.Layer) string) {
	fmt.Fprintf(w, "  %s", pad(runewidth.Truncate(name, nameWidth, "…"), nameWidth))
	for _, l := range funds.Layers() {
		text := cell(l)
		fmt.Fprintf(w, "%s%s", strings.Repeat(" ", max(1, amountWidth-runewidth.StringWidth(text))), text)
	}
	fmt.Fprintln(w)
}
