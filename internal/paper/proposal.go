package paper

import (
	"fmt"

	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
)

// Dossier is what an 申报书 is made of.
type Dossier struct {
	Batch    string // title
	No       string // 申报编号
	Doc      *proposal.Proposal
	Draft    bool
	Findings []Finding
}

// Finding is one rule's verdict as papers print it.
type Finding struct {
	Rule, Name, Clause string
	Verdict            string // in Chinese
	Figure             string
	Gap                string
	Advice             string
}

// DossierPaper is the 申报书 in its twelve chapters (domain 3.9), the verdicts, and the list of attachments.
func DossierPaper(d Dossier) Paper {
	c := &chapters{doc: d.Doc, sums: proposal.Totals(d.Doc), towns: townsOf(d.Doc), villages: villagesOf(d.Doc)}
	p := Paper{Title: sentence(d.Batch) + "申报书", Under: fmt.Sprintf("（%s　%s）", d.Doc.County.Name, d.No), Number: d.Doc.OfficialLetter.DocNo}
	if d.Draft {
		p.Mark = "草稿"
	}
	for _, write := range []func(){c.basics, c.conditions, c.aims, c.content, c.projects, c.funds, c.linkage, c.schedule, c.targets, c.guarantees, c.assets, c.overlap} {
		write()
	}
	c.verdicts(d.Findings)
	p.Body = c.blocks
	for _, a := range d.Doc.Attachments {
		p.Annexes = append(p.Annexes, a.Kind.Label()+either(a.FileName != "", "（"+a.FileName+"）", ""))
	}
	if issuer := d.Doc.OfficialLetter.Issuer; issuer != "" {
		p.Signers = []string{issuer}
	}
	p.Date = dated(nil, nil)
	if date := d.Doc.OfficialLetter.Date; !date.IsZero() {
		p.Date = day(date)
	}
	return p
}

// chapters writes the body of an 申报书.
type chapters struct {
	doc      *proposal.Proposal
	sums     proposal.Sums
	towns    map[string]string // names by code
	villages map[string]string
	blocks   []Block
	chapter  int
	tables   int
}

func (c *chapters) open(title string) {
	c.blocks = append(c.blocks, Heading{1, ordinal(c.chapter) + "、" + title})
	c.chapter++
}

func (c *chapters) part(i int, title string) {
	c.blocks = append(c.blocks, Heading{2, "（" + ordinal(i) + "）" + title})
}

func (c *chapters) say(format string, args ...any) {
	c.blocks = append(c.blocks, Text(fmt.Sprintf(format, args...)))
}

// show adds a table under the next number.
func (c *chapters) show(t Table) {
	c.tables++
	t.Caption = fmt.Sprintf("表%d　%s", c.tables, t.Caption)
	for _, row := range t.Rows {
		for i := range row {
			row[i] = typeset.Official(row[i])
		}
	}
	c.blocks = append(c.blocks, t)
}

func townsOf(doc *proposal.Proposal) map[string]string {
	out := map[string]string{}
	for _, v := range doc.Zone.Villages {
		out[v.TownCode] = v.TownName
	}
	return out
}

func villagesOf(doc *proposal.Proposal) map[string]string {
	out := map[string]string{}
	for _, v := range doc.Zone.Villages {
		out[v.Code] = v.Name
	}
	return out
}

// verdicts is the table of the rules' verdicts.
func (c *chapters) verdicts(all []Finding) {
	rows := make([][]string, len(all))
	counts := map[string]int{}
	for i, f := range all {
		counts[f.Verdict]++
		rows[i] = []string{f.Rule, f.Name, f.Clause, sentence(f.Figure), f.Verdict, sentence(f.Gap), sentence(f.Advice)}
	}
	c.blocks = append(c.blocks, Heading{1, "附：申报条件检查结果"})
	c.say("本申报书按批次所列条件逐条检查，共%d项，其中通过%d项、不通过%d项、提示%d项、不适用%d项。", len(all), counts["通过"], counts["不通过"], counts["提示"], counts["不适用"])
	c.show(Table{Caption: "申报条件检查结果", Wide: true, Rows: rows, Columns: []Column{{"编号", 6, Centre}, {"条件", 10, Left}, {"依据", 9, Left}, {"检查情况", 34, Left},
		{"结论", 7, Centre}, {"差额", 10, Right}, {"办理意见", 25, Left}}})
}
