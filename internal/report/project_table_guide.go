package report

import (
	"strings"

	"xianjie/internal/proposal"
	"xianjie/internal/typeset"
)

// guide is the second sheet: how each column is filled in, the villages and the 整合资金 that may be named.
func (b *book) guide(doc *proposal.Proposal) {
	const width = 5
	row := 1
	b.merged(guideSheet, row, width, tableSheet+guideSheet, 30, look{bold: true, centre: true, size: 18})
	part := func(title string, heads ...any) {
		row += 2
		b.merged(guideSheet, row, width, title, 22, look{bold: true, bare: true, size: 12})
		row++
		b.row(guideSheet, row, look{head: true}, heads...)
	}
	widths := []float64{22, 14, 50, 46, 34}
	add := func(values ...any) {
		row++
		lines := 1
		for i, v := range values {
			lines = max(lines, linesOf(v, widths[i], 10.5))
		}
		b.do(b.file.SetRowHeight(guideSheet, row, heightOf(lines, 10.5)))
		b.row(guideSheet, row, look{number: textCells}, values...)
	}
	part("一、各列怎么填", "列", "必须有此列", "怎么填", "可填的内容", "也认得的列名")
	for _, c := range projectTable {
		must := ""
		if c.must {
			must = "是"
		}
		add(c.title(), must, typeset.Official(c.hint), strings.Join(c.choices, "、"), strings.Join(c.also, "、"))
	}
	part("二、推进区的行政村", "村代码", "村名", "乡镇代码", "乡镇", "")
	for _, v := range doc.Zone.Villages {
		add(v.Code, v.Name, v.TownCode, v.TownName, "")
	}
	part("三、整合行业资金条目(万元)", "条目编号", "部门", "资金名称", "级次", "金额")
	for _, i := range doc.FundPlan.Integrated {
		add(i.ID, i.Department, i.Programme, i.Level.Label())
		b.put(guideSheet, width, row, i.Amount, look{number: tableAmount, right: true})
	}
	part("四、导入时怎么看", "情形", "", "", "", "")
	for _, rule := range []string{
		"列按列名认,次序可以变;不认得的列不导入,并提示。",
		"编号相同的是同一个项目:改动的更新,表里没有的删除,新编号或没有编号的新增。表里的次序就是项目的次序。",
		"合计行、空行、表后的注和签字栏不导入;合计与各项目之和不符的会提示。隐藏的行也会读入。",
		"全角数字、千分位、数字后的“万元”“户”“人”,以及“—”“/”“无”都认得;百分数和以元、亿元计的数不收。",
		"“" + kept + "”表示内容太长或写法特别,表格放不下;保留原样不动即可。",
		"有一处不对就整张不导入,并逐格说明哪里不对、怎样改。",
	} {
		row++
		b.merged(guideSheet, row, width, typeset.Official(rule), 30, look{number: textCells})
	}
	b.page(guideSheet, 1, widths...)
}
