package demo

import (
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"xianjie/internal/sample"
	"xianjie/internal/typeset"
	"xianjie/policy"
	"xianjie/workflow"
)

// PrintLine writes one played scene as it happens.
func PrintLine(w io.Writer, pack *policy.Pack, l Line) {
	when := l.At.In(pack.Zone()).Format("2006-01-02 15:04:05")
	result := "→ " + l.State.Label()
	if l.Scene.Sample == "" {
		result = "→ 办毕"
	}
	if len(l.Blocked) > 0 {
		result = "✗ 被 " + rules(l.Blocked) + " 阻断,仍为“" + l.State.Label() + "”"
	}
	fmt.Fprintf(w, "%s  %s  %s  %s  %s\n", when, pad(l.Scene.Sample, 3), pad(l.Who, 34), pad(typeset.Official(l.Scene.Act), 30), typeset.Official(result))
	for i, figure := range l.Figures {
		fmt.Fprintf(w, "%s%s %s：%s\n", strings.Repeat(" ", 26), l.Blocked[i], policy.RuleName(l.Blocked[i]), typeset.Official(figure))
	}
}

// PrintEndings writes where each sample stands, what stopped it on the way, and who acted.
func PrintEndings(w io.Writer, endings []Ending) {
	fmt.Fprintln(w, "\n申报  县（市、区）  现状                          途中被阻断              办理人")
	for _, e := range endings {
		fmt.Fprintf(w, "%s  %s  %s  %s  %s\n", pad(e.Sample, 4), pad(e.Application.CountyName, 10),
			pad(e.Application.State.Label()+" "+string(e.Application.State), 28), pad(stopped(e), 22), strings.Join(actedBy(e.Steps), "、"))
		fmt.Fprintf(w, "      经过：%s\n", path(e))
	}
}

// stopped says which rules ever stopped a sample and whether waivers let it through.
func stopped(e Ending) string {
	if len(e.Blocked) == 0 {
		return "—"
	}
	text := rules(e.Blocked)
	if len(e.Waived) > 0 {
		text += "（省级豁免后放行）"
	}
	return text
}

// path is the states a sample went through, with the rules that stopped it there.
func path(e Ending) string {
	names := []string{desk(e, workflow.Draft)}
	for _, s := range e.Steps {
		if s.From != s.To {
			names = append(names, desk(e, s.To))
		}
	}
	return strings.Join(names, " → ")
}

func desk(e Ending, state workflow.State) string {
	if stopped := e.At[state]; len(stopped) > 0 {
		return state.Label() + "[" + rules(stopped) + " 阻断]"
	}
	return state.Label()
}

// actedBy are the posts that acted, each once, in order.
func actedBy(steps []workflow.Step) []string {
	names, seen := []string{}, map[string]bool{}
	for _, s := range steps {
		if !seen[s.Name] {
			seen[s.Name] = true
			names = append(names, s.Name)
		}
	}
	if len(names) == 0 {
		return []string{"尚未报出本县"}
	}
	return names
}

// PrintAccounts writes the accounts a visitor may sign in with.
func PrintAccounts(w io.Writer, cast []Official) {
	fmt.Fprintf(w, "\n演示账号（口令均为 %s）：\n", Password)
	for _, o := range cast {
		region, _ := policy.RegionByCode(o.Region)
		fmt.Fprintf(w, "  %s  %s  %s  %s\n", pad(o.Login, 12), pad(o.Role.Label(), 16), pad(region.Name, 10), o.Name)
	}
}

// ReferencePack is the pack the walk plays under.
func ReferencePack() (*policy.Pack, error) { return policy.ParsePack(sample.Pack()) }

func rules(ids []policy.RuleID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return strings.Join(names, "、")
}

// pad fills to a width in columns; a Chinese character takes two.
func pad(text string, width int) string { return runewidth.FillRight(text, width) }
