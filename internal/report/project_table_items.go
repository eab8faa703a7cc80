package report

import (
	"slices"
	"strings"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// asItems says which 整合资金 the amount beside it is: one item by its number alone, several with an amount each.
func asItems() tableColumn {
	return tableColumn{field: "funds", group: groupFunds, head: "整合资金条目", width: 13, must: true, fund: true,
		show: func(_ *tableWords, p *proposal.Project) any {
			var lines []string
			var sum money.Fen
			for _, f := range p.Funds {
				if f.Source == proposal.SourceIntegrated {
					sum += f.Amount
					lines = append(lines, or(f.IntegratedItemID, "—")+" "+f.Amount.String())
				}
			}
			if sum == 0 && len(lines) > 0 {
				return kept // an item without money is a slip when typed
			}
			if len(lines) == 1 {
				name, _, _ := strings.Cut(lines[0], " ")
				return filled(strings.Trim(name, "—"))
			}
			return filled(strings.Join(lines, "\n"))
		},
		take: func(r *rowReading, c foreignCell, p *proposal.Project) { r.items(c, p) },
		keep: func(to, from *proposal.Project) {
			for _, f := range from.Funds {
				if f.Source == proposal.SourceIntegrated {
					to.Funds = append(to.Funds, f)
				}
			}
		}}
}

func or(text, instead string) string {
	if text == "" {
		return instead
	}
	return text
}

// items shares the amount of 整合行业资金 out to its items.
func (r *rowReading) items(c foreignCell, p *proposal.Project) {
	entries := strings.FieldsFunc(r.text(c), func(r rune) bool { return strings.ContainsRune("\n、，；;", r) })
	entries = slices.DeleteFunc(entries, vacant)
	var sum money.Fen
	for _, entry := range entries {
		fund, given, ok := r.item(tidy(entry))
		switch {
		case !ok:
			return
		case !given && len(entries) > 1:
			r.wrong("几项整合资金须每项一行写明金额,如“INT01 120”;“%s”没有写金额", clip(entry))
			return
		case !given:
			fund.Amount = r.integrated
		}
		sum += fund.Amount
		p.Funds = append(p.Funds, fund)
	}
	switch {
	case len(entries) == 0 && r.integrated != 0:
		r.note("有整合行业资金 %s 万元而没有写条目编号", r.integrated)
		p.Funds = append(p.Funds, proposal.ProjectFund{Source: proposal.SourceIntegrated, Amount: r.integrated})
	case len(entries) > 0 && sum == 0:
		r.wrong("写了整合资金条目而没有金额,请在“整合行业资金”列填写")
	case len(entries) > 0 && r.integrated == 0:
		r.note("“整合行业资金”列没有填,按各项之和 %s 万元读取", sum)
	case len(entries) > 0 && sum != r.integrated:
		r.wrong("各项之和 %s 万元,与“整合行业资金”列的 %s 万元不一致", sum, r.integrated)
	}
}

// item reads one item, with its amount when one is given.
func (r *rowReading) item(entry string) (fund proposal.ProjectFund, given, ok bool) {
	fund.Source = proposal.SourceIntegrated
	name := entry
	if i := strings.LastIndexAny(entry, " \t:="); i > 0 {
		if amount, _, err := wanOf(foreignCell{text: entry[i+1:]}); err == nil {
			fund.Amount, given, name = amount, true, strings.TrimSpace(strings.TrimRight(entry[:i], " \t:="))
		}
	}
	if vacant(name) {
		return fund, given, true
	}
	var found []string
	for _, item := range r.words.items {
		switch {
		case strings.EqualFold(item.ID, name):
			fund.IntegratedItemID = item.ID
			return fund, given, true
		case squash(item.Programme) == squash(name) || squash(item.Department+item.Programme) == squash(name):
			found = append(found, item.ID)
		}
	}
	switch {
	case len(found) == 1:
		fund.IntegratedItemID = found[0]
	case len(found) > 1:
		r.wrong("“%s”有几项(%s),请写条目编号", clip(name), strings.Join(found, "、"))
		return fund, given, false
	case proposal.IsID(name):
		r.note("资金规划中没有整合资金条目 %s", clip(name))
		fund.IntegratedItemID = name
	default:
		r.wrong("没有名为“%s”的整合资金条目,可写:%s", clip(name), r.itemsKnown())
		return fund, given, false
	}
	return fund, given, true
}

func (r *rowReading) itemsKnown() string {
	var known []string
	for _, item := range r.words.items {
		known = append(known, item.ID+"("+item.Programme+")")
	}
	if len(known) == 0 {
		return "(资金规划中还没有整合资金,请先填写资金规划)"
	}
	return strings.Join(known[:min(len(known), 12)], "、")
}
