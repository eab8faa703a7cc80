package report

import (
	"slices"
	"strings"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// kept stands in a cell for what a cell cannot hold: too long, or written in a way that could be misread. The reader keeps the draft's.
const kept = "〔保留系统中的内容〕"

// The groups of columns.
const (
	groupPlace   = "实施地点"
	groupTerm    = "建设期限"
	groupFunds   = "资金来源"
	groupLinkage = "联农带农"
)

// asText is a text of one line.
func asText(field, group, head string, width float64, at func(*proposal.Project) *string) tableColumn {
	return tableColumn{field: field, group: group, head: head, width: width,
		show: func(_ *tableWords, p *proposal.Project) any { return filled(*at(p)) },
		take: func(r *rowReading, c foreignCell, p *proposal.Project) { *at(p) = r.line(c) },
		keep: func(to, from *proposal.Project) { *at(to) = *at(from) }}
}

// asLong is a text of several lines.
func asLong(field, group, head string, width float64, at func(*proposal.Project) *string) tableColumn {
	column := asText(field, group, head, width, at)
	column.take = func(r *rowReading, c foreignCell, p *proposal.Project) { *at(p) = r.text(c) }
	return column
}

// labelled is a word of a closed list.
type labelled interface {
	~string
	Label() string
}

func labelsOf[K labelled](list []K) string {
	labels := make([]string, len(list))
	for i, each := range list {
		labels[i] = each.Label()
	}
	return strings.Join(labels, "、")
}

// wordOf finds a listed word by its Chinese name or its code.
func wordOf[K labelled](list []K, text string) (K, bool) {
	for _, each := range list {
		if text == each.Label() || strings.EqualFold(text, string(each)) {
			return each, true
		}
	}
	text = squash(text)
	for _, each := range list {
		if text != "" && text == squash(each.Label()) {
			return each, true
		}
	}
	return "", false
}

// asWord is one word of a closed list, by its Chinese name.
func asWord[K labelled](field, group, head string, width float64, list []K, at func(*proposal.Project) *K) tableColumn {
	return tableColumn{field: field, group: group, head: head, width: width, choices: strings.Split(labelsOf(list), "、"), hint: "从列表中选",
		show: func(_ *tableWords, p *proposal.Project) any {
			if *at(p) == "" {
				return nil
			}
			return (*at(p)).Label()
		},
		take: func(r *rowReading, c foreignCell, p *proposal.Project) {
			text := r.line(c)
			if vacant(text) {
				return
			}
			var known bool
			if *at(p), known = wordOf(list, text); !known {
				r.wrong("不在可填的范围内,可填:%s", labelsOf(list))
			}
		},
		keep: func(to, from *proposal.Project) { *at(to) = *at(from) }}
}

// asWan is an amount in 万元.
func asWan(field, group, head string, at func(*proposal.Project) *money.Fen) tableColumn {
	return tableColumn{field: field, group: group, head: head, width: 11, sum: true, hint: "万元,最多 4 位小数",
		show: func(_ *tableWords, p *proposal.Project) any {
			if *at(p) == 0 {
				return nil
			}
			return *at(p)
		},
		take: func(r *rowReading, c foreignCell, p *proposal.Project) { *at(p) = r.amount(c) },
		keep: func(to, from *proposal.Project) { *at(to) = *at(from) }}
}

// asFund is what one source gives.
func asFund(source proposal.FundSource, head string, also ...string) tableColumn {
	total := func(p *proposal.Project) (sum money.Fen) {
		for _, f := range p.Funds {
			if f.Source == source {
				sum += f.Amount
			}
		}
		return sum
	}
	return tableColumn{field: "funds", group: groupFunds, head: head, also: also, width: 10, must: true, fund: true, sum: true, hint: "万元,最多 4 位小数;没有的留空",
		show: func(_ *tableWords, p *proposal.Project) any {
			if sum := total(p); sum != 0 {
				return sum
			}
			return nil
		},
		take: func(r *rowReading, c foreignCell, p *proposal.Project) {
			switch amount := r.amount(c); {
			case source == proposal.SourceIntegrated:
				r.integrated = amount // shared out by the next column
			case amount != 0:
				p.Funds = append(p.Funds, proposal.ProjectFund{Source: source, Amount: amount})
			}
		}}
}

// asCount is a whole number of people or households.
func asCount(field, group, head string, at func(*proposal.Project) *int64) tableColumn {
	return tableColumn{field: field, group: group, head: head, width: 7, sum: true, heads: true, hint: "整数",
		show: func(_ *tableWords, p *proposal.Project) any {
			if *at(p) == 0 {
				return nil
			}
			return *at(p)
		},
		take: func(r *rowReading, c foreignCell, p *proposal.Project) { *at(p) = r.count(c) },
		keep: func(to, from *proposal.Project) { *at(to) = *at(from) }}
}

// asDay is a date; last says which day of the month a month alone means.
func asDay(field, head string, last bool, at func(*proposal.Project) *proposal.Date) tableColumn {
	return tableColumn{field: field, group: groupTerm, head: head, width: 11,
		show: func(_ *tableWords, p *proposal.Project) any {
			if at(p).IsZero() {
				return nil
			}
			return *at(p)
		},
		take: func(r *rowReading, c foreignCell, p *proposal.Project) { *at(p) = r.day(c, last) },
		keep: func(to, from *proposal.Project) { *at(to) = *at(from) }}
}

// asPlaces are towns or villages by name.
func asPlaces(field, head string, width float64, which func(*tableWords) *placeNames, at func(*proposal.Project) *[]string) tableColumn {
	return tableColumn{field: field, group: groupPlace, head: head, width: width,
		show: func(w *tableWords, p *proposal.Project) any { return filled(which(w).shown(*at(p))) },
		take: func(r *rowReading, c foreignCell, p *proposal.Project) { *at(p) = r.places(c, which(r.words)) },
		keep: func(to, from *proposal.Project) { *at(to) = slices.Clone(*at(from)) }}
}

// asTags are short texts.
func asTags(field, head string, at func(*proposal.Project) *[]string) tableColumn {
	return tableColumn{field: field, head: head, width: 10,
		show: func(_ *tableWords, p *proposal.Project) any {
			text := strings.Join(*at(p), "、")
			if !slices.Equal(split(text), *at(p)) || text != "" && vacant(text) {
				return kept
			}
			return filled(text)
		},
		take: func(r *rowReading, c foreignCell, p *proposal.Project) {
			if text := r.text(c); !vacant(text) {
				*at(p) = split(text)
			}
		},
		keep: func(to, from *proposal.Project) { *at(to) = slices.Clone(*at(from)) }}
}

// asModes are the ways of 利益联结.
func asModes() tableColumn {
	at := func(p *proposal.Project) *[]proposal.LinkageMode { return &p.BenefitLinkage.Modes }
	return tableColumn{field: "benefitLinkage/modes", group: groupLinkage, head: "方式", width: 14,
		show: func(_ *tableWords, p *proposal.Project) any {
			if slices.Contains(*at(p), "") {
				return kept
			}
			return filled(labelsOf(*at(p)))
		},
		take: func(r *rowReading, c foreignCell, p *proposal.Project) {
			text := r.text(c)
			if vacant(text) {
				return
			}
			for _, each := range split(text) {
				mode, known := wordOf(proposal.LinkageModes(), each)
				if !known {
					r.wrong("其中“%s”不在可填的范围内,可填:%s", clip(each), labelsOf(proposal.LinkageModes()))
				}
				*at(p) = append(*at(p), mode)
			}
		},
		keep: func(to, from *proposal.Project) { *at(to) = slices.Clone(*at(from)) }}
}

// filled is a text as a cell holds it: nothing stays an empty cell.
func filled(text string) any {
	if text == "" {
		return nil
	}
	return text
}
