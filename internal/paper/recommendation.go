package paper

import (
	"fmt"
	"time"

	"xianjie/internal/money"
	"xianjie/internal/typeset"
)

// Recommendation is what a city's 推荐函 is made of.
type Recommendation struct {
	Batch    string // title
	Basis    string // 文号 of the notice
	Province string
	City     string
	DocNo    string     // 市级上报文号, "" before the report
	Reported *time.Time // nil before the report: the letter is a draft
	Zone     *time.Location
	Rows     []Recommended // in the city's order
	River    string        // why no 沿黄县 was chosen
}

// Recommended is one application of the list.
type Recommended struct {
	No, County, Title, Channel         string
	Villages, Projects                 int
	Linkage, ProvUp, Integrated, Total money.Fen
}

// bureaus are the two bureaus of a region: both act together in everything this programme decides.
func bureaus(region, finance string) []string {
	return []string{region + "乡村振兴局", region + finance}
}

// ProvinceBureaus are the province's: the two that issue its papers together.
func ProvinceBureaus(province string) []string { return bureaus(province, "财政厅") }

// noNumber stands open for the 文号.
const noNumber = "〔　　　　〕　　号"

// RecommendationPaper is the 推荐函 with its list.
func RecommendationPaper(r Recommendation) Paper {
	city := bureaus(r.City, "财政局")
	p := Paper{Head: &Head{Agencies: city}, Number: r.DocNo, Title: "关于推荐" + sentence(r.Batch) + "的函", To: joined("、", ProvinceBureaus(r.Province)...),
		Signers: city, Date: dated(r.Reported, r.Zone)}
	if r.Reported == nil {
		p.Mark = "草拟件"
	}
	if p.Number == "" {
		p.Number = noNumber
	}
	var linkage, total, integrated money.Fen
	villages, projects := 0, 0
	rows := [][]string{}
	for i, row := range r.Rows {
		rows = append(rows, []string{numbered(i), row.County, typeset.Official(row.Title), row.Channel, fmt.Sprint(row.Villages), fmt.Sprint(row.Projects), row.Linkage.String(),
			row.ProvUp.String(), row.Integrated.String(), row.Total.String()})
		linkage, total, integrated = linkage+row.Linkage, total+row.Total, integrated+row.Integrated
		villages, projects = villages+row.Villages, projects+row.Projects
	}
	var provUp money.Fen
	for _, row := range r.Rows {
		provUp += row.ProvUp
	}
	rows = append(rows, []string{"", "合计", "", "", fmt.Sprint(villages), fmt.Sprint(projects), linkage.String(), provUp.String(), integrated.String(), total.String()})
	p.Body = []Block{
		Text(fmt.Sprintf("按照%s有关要求，我市组织有关县（市、区）申报，市乡村振兴局、市财政局对申报材料逐件审核并集体研究，共推荐衔接乡村振兴集中推进区%d个，涉及行政村%d个、项目%d个，计划总投资%s，其中衔接资金%s、整合行业资金%s。现按推荐次序报上，请予审核。",
			r.Basis, len(r.Rows), villages, projects, wan(total), wan(linkage), wan(integrated))),
	}
	if r.River != "" {
		p.Body = append(p.Body, Text("关于沿黄县（市、区）的说明："+words(r.River)+"。"))
	}
	p.Body = append(p.Body,
		Table{Caption: r.City + "推荐名单", Unit: "单位：个、万元", Total: true, Rows: rows, Columns: []Column{{"次序", 6.5, Centre}, {"县\n（市、区）", 13.5, Left}, {"推进区名称", 20.3, Left},
			{"申报\n通道", 8.7, Centre}, {"行政\n村", 6.7, Right}, {"项目", 6.5, Right}, {"衔接\n资金", 9.2, Right}, {"其中省\n级以上", 9.4, Right}, {"整合\n资金", 9.2, Right}, {"总投资", 10, Right}}},
		Text("所推荐的申报均已由县级人民政府研究同意，申报书及附件随文报送。"))
	for _, row := range r.Rows {
		p.Annexes = append(p.Annexes, row.County+typeset.Official(row.Title)+"申报书（"+row.No+"）")
	}
	return p
}
