package paper

import (
	"fmt"
	"slices"
	"strings"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
)

// FundMatrix is what a printed 资金矩阵 is made of: sources against layers, then projects against layers, and what it was held against.
type FundMatrix struct {
	City, County, Zone string
	DocNo              string // of the award
	Award              money.Fen
	Plan               int // version of the approved plan
	AsOf               proposal.Date
	Amber              string // why the zone is amber; "" while it is not
	Sources, Projects  []FundRow
	Total              FundRow
	Findings           []Finding // on what arrived
	Warnings           []string
}

// FundRow is one line of the matrix.
type FundRow struct {
	No, Name string
	Layers   [5]money.Fen // 规划, 承诺, 下达, 拨付, 支出
	Part     bool         // a level of the line above: its plan is not its own
}

// FundMatrixPaper is the 资金矩阵 for signing and filing.
func FundMatrixPaper(m FundMatrix) Paper {
	p := Paper{Title: sentence(m.County+m.Zone) + "资金矩阵", Under: "（截至" + day(m.AsOf) + "）", Wide: true}
	p.Body = []Block{Text(fmt.Sprintf("%s%s%s于%s立项，奖补额%s，本表按批准的规划第%d版编制。", m.City, m.County, sentence(m.Zone), m.DocNo, wan(m.Award), m.Plan)),
		fundTable("资金来源与层次", "资金来源", m.Sources, m.Total), fundTable("项目与层次", "项目", m.Projects, m.Total)}
	if m.Amber != "" {
		p.Body = append(p.Body, Text("黄灯："+sentence(m.Amber)))
	}
	if len(m.Findings) > 0 {
		var rows [][]string
		for _, f := range m.Findings {
			rows = append(rows, []string{f.Rule, f.Name, f.Verdict, sentence(f.Figure), f.Gap})
		}
		p.Body = append(p.Body, Table{Caption: "按到位数复核", Rows: rows, Columns: []Column{{"规则", 8, Centre}, {"名称", 16, Left}, {"结论", 10, Centre}, {"算式", 46, Left}, {"差额", 12, Right}}})
	}
	for _, w := range m.Warnings {
		p.Body = append(p.Body, Text("预警："+sentence(w)))
	}
	return p
}

func fundTable(caption, what string, rows []FundRow, total FundRow) Table {
	t := Table{Caption: caption, Unit: "单位：万元", Total: true, Columns: []Column{{"编号", 8, Centre}, {what, 30, Left}, {"规划", 17, Right}, {"承诺", 17, Right}, {"下达\n（到位）", 17, Right},
		{"拨付", 17, Right}, {"支出", 17, Right}}}
	all := slices.Concat(rows, []FundRow{total})
	places := finest(all)
	for _, r := range all {
		row := []string{r.No, r.Name}
		for i, amount := range r.Layers {
			row = append(row, either(r.Part && i < 2, "", lined(amount, places)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// leastPlaces are the decimals of 万元 a table shows at least.
const leastPlaces = 2

// finest is how many decimals every amount of a table is shown with, so that their points stand under one another.
func finest(rows []FundRow) int {
	places := leastPlaces
	for _, r := range rows {
		for _, amount := range r.Layers {
			_, decimals, _ := strings.Cut(amount.String(), ".")
			places = max(places, len(decimals))
		}
	}
	return places
}

// lined is an amount with its thousands parted and so many decimals: 4,300.25.
func lined(amount money.Fen, places int) string {
	whole, decimals, _ := strings.Cut(amount.String(), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return sign + whole + "." + decimals + strings.Repeat("0", places-len(decimals))
}
