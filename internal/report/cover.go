package report

import (
	"iter"
	"strconv"
	"strings"
	"time"

	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
)

// Cover is what stands above and below every table of a workbook of lists and money.
type Cover struct {
	Batch  string        // title of the batch
	Code   string        // of the batch; "" where a list covers several
	AsOf   proposal.Date // the last day counted; zero: as things stand when it is made
	MadeAt time.Time     // in the batch's zone
	Maker  string        // the unit that took it
}

// unitWan stands above every table with amounts.
const unitWan = "单位：万元"

// said is the line under a title.
func (c Cover) said() string {
	var parts []string
	if !c.AsOf.IsZero() {
		parts = append(parts, "截至"+chinese(c.AsOf))
	}
	if c.Maker != "" {
		parts = append(parts, "填报单位："+c.Maker)
	}
	return strings.Join(append(parts, "填报日期："+c.MadeAt.Format("2006年1月2日")), "　　")
}

// tab is a table under this cover.
func (c Cover) tab(name, title string) tab {
	foot := c.Batch
	if c.Code != "" {
		foot += "（" + c.Code + "）"
	}
	return tab{name: name, title: typeset.Official(title), said: c.said(), unit: unitWan, foot: typeset.Official(foot)}
}

// chinese is a date as official papers write it.
func chinese(d proposal.Date) string { return d.Start(time.UTC).Format("2006年1月2日") }

// runs goes through neighbours that share a key, together.
func runs[T any](all []T, key func(*T) string) iter.Seq2[string, []T] {
	return func(yield func(string, []T) bool) {
		for from := 0; from < len(all); {
			to := from + 1
			for to < len(all) && key(&all[to]) == key(&all[from]) {
				to++
			}
			if !yield(key(&all[from]), all[from:to]) {
				return
			}
			from = to
		}
	}
}

// cellsOf is a row of cells after some texts.
func cellsOf(texts []string, more ...cell) []cell {
	out := make([]cell, 0, len(texts)+len(more))
	for _, t := range texts {
		out = append(out, words(t))
	}
	return append(out, more...)
}

// countOf says how many there are of something.
func countOf(n int, of string) cell { return centred("共 " + strconv.Itoa(n) + " " + of) }
