package scoresheet

import (
	"fmt"
	"io"
	"strings"

	"xianjie/cmd/xianjie/infile"
	"xianjie/internal/review"
	"xianjie/internal/typeset"
)

// page prints one file's recomputation.
type page struct {
	to io.Writer
	*worked
}

func (p *page) print() {
	p.head()
	for i := range p.Cases {
		p.one(p.file.Cases[i], p.Cases[i])
	}
	for i := range p.TieBreak {
		p.ranking(p.file.TieBreak[i], p.TieBreak[i])
	}
	p.conclusion()
}

func (p *page) line(format string, args ...any) { fmt.Fprintf(p.to, format+"\n", args...) }

func (p *page) entry(name, text string) {
	typeset.Bullet(p.to, typeset.Pad(name, 12), typeset.Official(text))
}

func (p *page) head() {
	const title = "专家评分复算单"
	rule := strings.Repeat("=", typeset.PageColumns)
	p.line("%s", rule)
	p.line("%s%s", strings.Repeat(" ", (typeset.PageColumns-typeset.Columns(title))/2), title)
	p.line("%s", rule)
	s := p.file.Setup()
	p.entry("评分文件", infile.Shown(p.name))
	p.entry("阶段均分", fmt.Sprintf("有效专家（未回避、已提交）%d 人及以上，去掉一个最高分和一个最低分（并列只去一个），其余取算术平均；%d 人及以上、不足 %d 人，直接平均；不足 %d 人无效。四舍五入保留两位。",
		s.TrimFrom, s.MinExperts, s.TrimFrom, s.MinExperts))
	p.entry("综合分", fmt.Sprintf("书面×%s＋答辩×%s－核查扣分，四舍五入保留两位，最低为 0。不设答辩的，书面计全部。", s.WrittenWeight.Fixed(), s.DefenceWeight.Fixed()))
	p.entry("并列", "依次比较"+keys(s.TieBreak)+"。")
}

func keys(list []review.TieKey) string {
	names := make([]string, len(list))
	for i, k := range list {
		names[i] = keyName(k)
	}
	return strings.Join(names, "、")
}

func keyName(k review.TieKey) string {
	switch k {
	case review.ByWritten:
		return "书面均分"
	case review.ByIntegration:
		return "整合比例"
	case review.ByLot:
		return "抽签"
	}
	return string(k) + " 均分"
}

// one prints the workings of one application.
func (p *page) one(c review.FileCase, r review.CaseResult) {
	p.line("")
	p.line("申报 %s", c.ID)
	p.entry("  书面打分", marks(c.Written))
	p.entry("  书面均分", r.Written.Working)
	if r.Defence != nil {
		p.entry("  答辩打分", marks(c.Defence))
		p.entry("  答辩均分", r.Defence.Working)
	}
	if r.Site != nil {
		p.entry("  现场核查", site(*r.Site))
	}
	p.entry("  综合分", r.Composite.Working)
}

func marks(list []review.FileMark) string {
	if len(list) == 0 {
		return "（无）"
	}
	texts := make([]string, len(list))
	for i, m := range list {
		texts[i] = m.Expert + " " + m.Total.String()
		if m.Recused {
			texts[i] += "（回避）"
		}
	}
	return strings.Join(texts, "，")
}

func site(r review.SiteResult) string {
	switch r.Verdict {
	case review.SiteFail:
		return "不通过"
	case review.SiteIssues:
		return "有问题，扣 " + r.Deduction.String() + " 分"
	}
	return "通过，不扣分"
}

// ranking prints one ranking: the figures the keys look at, in order, and what decided.
func (p *page) ranking(t review.FileTie, r review.TieResult) {
	p.line("")
	p.line("排名 %s", t.ID)
	rows := map[string]review.FileTieRow{}
	for _, row := range t.Rows {
		rows[row.App] = row
	}
	for _, place := range r.Places {
		row := rows[place.Application]
		text := fmt.Sprintf("%s：综合分 %s", place.Application, row.Composite)
		if place.DecidedBy != "" {
			text += "，与上一名相同，按" + keyName(place.DecidedBy) + "定先后"
		}
		for _, key := range p.file.Setup().TieBreak {
			text += figure(row, key)
		}
		if place.Tied != nil {
			text += "；与 " + strings.Join(place.Tied, "、") + " 完全相同，须抽签"
		}
		p.entry(fmt.Sprintf("  第 %d 名", place.Rank), text)
	}
}

// figure is what a key looks at in a row.
func figure(row review.FileTieRow, key review.TieKey) string {
	switch key {
	case review.ByWritten:
		return "；书面均分 " + row.Written.String()
	case review.ByIntegration:
		if row.Linkage == 0 {
			return ""
		}
		return "；整合 " + row.Integrated.String() + " 万元 ÷ 衔接 " + row.Linkage.String() + " 万元"
	case review.ByLot:
		if row.Lot == 0 {
			return ""
		}
		return fmt.Sprintf("；抽签 %d 号", row.Lot)
	}
	if p, ok := row.Dims[string(key)]; ok {
		return "；" + keyName(key) + " " + p.String()
	}
	return ""
}

func (p *page) conclusion() {
	p.line("")
	p.line("%s", strings.Repeat("-", typeset.PageColumns))
	if len(p.Differences) == 0 {
		p.entry("结论", fmt.Sprintf("已复算 %d 件申报、%d 组排名；文件写明的结果与复算一致。", len(p.Cases), len(p.TieBreak)))
		return
	}
	p.entry("结论", fmt.Sprintf("文件写明的结果有 %d 处与复算不一致：", len(p.Differences)))
	for i, d := range p.Differences {
		typeset.Bullet(p.to, fmt.Sprintf("%4d. ", i+1), typeset.Official(d.Message))
	}
}
