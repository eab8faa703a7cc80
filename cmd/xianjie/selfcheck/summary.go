package selfcheck

import (
	"fmt"
	"io"
	"strings"

	"xianjie/cmd/xianjie/infile"
	"xianjie/internal/typeset"
	"xianjie/policy"
)

// row is one file of the summary; one without an overall could not be read.
type row struct {
	name, id, county string
	overall          string
	failed, warned   []policy.RuleID
}

func rowOf(c *checked) row {
	return row{
		name: c.name, id: c.doc.ApplicationID, county: c.doc.City.Name + c.doc.County.Name, overall: c.overall(),
		failed: policy.With(c.findings, policy.Fail), warned: policy.With(c.findings, policy.Warn),
	}
}

// verdict is the row's outcome as a verdict, and in words.
func (r row) verdict() (policy.Verdict, string) {
	switch r.overall {
	case "":
		return policy.Fail, "读不了"
	case string(policy.Fail):
		return policy.Fail, "不合格"
	case string(policy.Pass):
		return policy.Pass, "合格"
	}
	return policy.Warn, "合格"
}

// summary prints the table that closes a run over several files.
func summary(w io.Writer, ink ink, rows []row) {
	table := [][]string{{"申报号", "县（市、区）", "结论", "必须改的", "提请注意的", "文件"}}
	counts := map[string]int{}
	for _, r := range rows {
		_, word := r.verdict()
		counts[word]++
		table = append(table, []string{r.id, r.county, word, list(r.failed), list(r.warned), infile.Shown(r.name)})
	}
	widths := make([]int, len(table[0]))
	for _, cells := range table {
		for i, cell := range cells {
			widths[i] = max(widths[i], typeset.Columns(cell))
		}
	}
	fmt.Fprintf(w, "%s\n%s\n", strings.Repeat("=", typeset.PageColumns), ink.paint(fmt.Sprintf(
		"汇总：共 %d 个文件，合格 %d 份，不合格 %d 份，读不了 %d 个。", len(rows), counts["合格"], counts["不合格"], counts["读不了"]), bold))
	fmt.Fprintln(w)
	for n, cells := range table {
		var line strings.Builder
		for i, cell := range cells {
			padded := cell
			if i < len(cells)-1 {
				padded = typeset.Pad(cell, widths[i]+2)
			}
			if n > 0 && i == 2 {
				v, _ := rows[n-1].verdict()
				padded = ink.verdict(v, cell) + padded[len(cell):]
			}
			line.WriteString(padded)
		}
		fmt.Fprintln(w, "  "+line.String())
	}
}

func list(rules []policy.RuleID) string {
	if len(rules) == 0 {
		return "-"
	}
	words := make([]string, len(rules))
	for i, r := range rules {
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}
