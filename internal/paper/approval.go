package paper

import (
	"fmt"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
)

// Approval is what a 立项批复 is made of.
type Approval struct {
	Batch     string // title
	Basis     string
	Province  string
	CityDocNo string
	DocNo     string     // of the award, "" before it
	Awarded   *time.Time // nil: a draft
	Zone      *time.Location
	Notice    int // number of the notice, 0 for none
	Amount    money.Fen
	Doc       *proposal.Proposal // sealed
	Advice    []Finding          // what the check warned of
}

// ApprovalPaper is the 批复 to the city's bureaus: scope and term, money, conditions.
func ApprovalPaper(a Approval) Paper {
	doc, sums := a.Doc, proposal.Totals(a.Doc)
	agencies := ProvinceBureaus(a.Province)
	name := typeset.Official(doc.Zone.Name)
	p := Paper{Head: &Head{Agencies: agencies, Suffix: "文件"}, Number: a.DocNo, Title: "关于同意" + doc.County.Name + name + "立项的批复", To: joined("、", bureaus(doc.City.Name, "财政局")...),
		Signers: agencies, Date: dated(a.Awarded, a.Zone), CopyTo: doc.County.Name + "人民政府"}
	if a.Awarded == nil {
		p.Mark = "草拟件"
	}
	if p.Number == "" {
		p.Number = noNumber
	}
	say := func(format string, args ...any) { p.Body = append(p.Body, Text(fmt.Sprintf(format, args...))) }
	open := func(title string) { p.Body = append(p.Body, Heading{1, title}) }
	say("你们报送的%s%s申报材料%s收悉。经省级审查、评审%s，现批复如下。", doc.County.Name, name, either(a.CityDocNo != "", "（"+a.CityDocNo+"）", ""),
		either(a.Notice > 0, fmt.Sprintf("和公示（公示第%d号）", a.Notice), ""))
	open("一、立项")
	say("同意%s%s列入%s。实施范围为%d个乡镇（街道）、%d个行政村，实施期自%s至%s，安排项目%d个。", doc.County.Name, name, sentence(a.Batch), len(townsOf(doc)), len(doc.Zone.Villages),
		day(doc.Plan.StartDate), day(doc.Plan.EndDate), len(doc.Projects))
	open("二、资金")
	say("核定省级奖补资金%s，由省级以上衔接资金安排。推进区计划总投资%s，资金构成见下表，各来源资金应按申报承诺足额到位。", wan(a.Amount), wan(sums.Investment))
	p.Body = append(p.Body, composition(sums))
	open("三、有关要求")
	for i, text := range []string{
		"严格按照批准的实施规划组织建设。项目、地点、规模和资金来源确需调整的，应按程序报批后实施。",
		fmt.Sprintf("市、县两级承诺的衔接资金%s和整合行业资金%s，应随项目进度落实到位，不得以其他项目资金顶替。", wan(sums.Planned.City+sums.Planned.County), wan(sums.Integrated)),
		"奖补资金专款专用，严格执行衔接资金管理规定，及时报送资金支出和项目进度。",
		"项目建成后及时验收，办理资产移交，落实管护责任和利益联结措施，接受绩效评价和监督检查。",
	} {
		say("（%s）%s", ordinal(i), text)
	}
	if len(a.Advice) > 0 {
		open("四、实施中应予完善的事项")
		for i, f := range a.Advice {
			say("%d．%s：%s。", i+1, f.Name, words(sentence(joined("；", f.Figure, f.Advice))))
		}
	}
	return p
}

// composition is a fund plan by sources, without those that give nothing.
func composition(sums proposal.Sums) Table {
	var rows [][]string
	for _, source := range proposal.FundSources() {
		if amount := sums.Planned.Of(source); amount != 0 {
			rows = append(rows, []string{source.Label(), amount.String()})
		}
	}
	rows = append(rows, []string{"合计", sums.Investment.String()})
	return Table{Caption: "资金构成", Unit: "单位：万元", Total: true, Rows: rows, Columns: []Column{{"资金来源", 40, Left}, {"金额", 24, Right}}}
}
