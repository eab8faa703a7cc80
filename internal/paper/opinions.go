package paper

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"xianjie/internal/report"
	"xianjie/internal/review"
	"xianjie/internal/typeset"
)

// Opinions is what a 评审意见汇总表 is made of: a locked ranking, and by application what each expert wrote.
type Opinions struct {
	report.Ranking
	Sheets map[string][]Opinion // by application number
}

// Opinion is one sheet handed in, under its expert's code.
type Opinion struct {
	Stage  review.Stage
	Expert string
	Total  review.Points
	Sheet  review.Sheet
}

// OpinionsPaper is the 评审意见汇总表: the results of all, then application by application the experts' words.
func OpinionsPaper(o Opinions) Paper {
	p := Paper{Title: sentence(o.Batch) + "评审意见汇总表", Wide: true, Under: "（排名锁定时间：" + o.LockedAt.Format("2006年1月2日15时04分") + "）"}
	p.Body = []Block{Text(fmt.Sprintf("本表按第%d次锁定的排名汇总，专家以编号代替姓名。综合分中书面评审占%d%%、视频答辩占%d%%，现场核查扣分从中扣除；合格线为%s分。", o.No, o.Setup.WrittenWeight,
		o.Setup.DefenceWeight, o.Setup.PassLine)), o.results()}
	for i, row := range o.Rows {
		p.Body = append(p.Body, Heading{2, fmt.Sprintf("（%s）%s%s（%s）", ordinal(i), row.County, typeset.Official(row.Title), row.No)},
			Text(fmt.Sprintf("第%d名，综合分%s分。算式：%s。", row.Rank, row.Composite.Fixed(), words(row.Working))), o.opinions(row))
	}
	return p
}

func (o Opinions) results() Table {
	var rows [][]string
	for _, r := range o.Rows {
		verdict, deduction := "", ""
		if r.Site != nil {
			verdict, deduction = siteWords[r.Site.Verdict], r.Site.Deduction.String()
		}
		rows = append(rows, []string{fmt.Sprint(r.Rank), r.No, r.City, r.County, typeset.Official(r.Title), meanText(r.Written), meanText(r.Defence), verdict, deduction,
			r.Composite.Fixed(), either(r.Composite >= o.Setup.PassLine, "是", "否")})
	}
	return Table{Caption: "评审结果", Unit: "单位：分", Rows: rows, Columns: []Column{{"名次", 6, Centre}, {"申报编号", 12, Centre}, {"设区市", 10, Left}, {"县（市、区）", 13, Left}, {"推进区名称", 34, Left},
		{"书面\n均分", 9, Right}, {"答辩\n均分", 9, Right}, {"核查\n结论", 9, Centre}, {"核查\n扣分", 9, Right}, {"综合分", 9, Right}, {"达到\n合格线", 9, Centre}}}
}

// siteWords are the verdicts of a site check.
var siteWords = map[review.SiteVerdict]string{review.SitePass: "通过", review.SiteIssues: "有问题", review.SiteFail: "不通过"}

func meanText(r *review.StageResult) string {
	if r == nil || r.Mean == nil {
		return ""
	}
	return r.Mean.Fixed()
}

// opinions are the words on one application, stage by stage and expert by expert.
func (o Opinions) opinions(row report.RankingRow) Table {
	sheets := slices.Clone(o.Sheets[row.No])
	slices.SortFunc(sheets, func(a, b Opinion) int {
		if a.Stage != b.Stage {
			return strings.Compare(string(b.Stage), string(a.Stage)) // 书面评审 (WRITTEN) before 视频答辩 (DEFENCE)
		}
		return strings.Compare(a.Expert, b.Expert)
	})
	var rows [][]string
	for _, s := range sheets {
		rubric, _ := o.Setup.Rubric(s.Stage)
		name, marks, result := "书面评审", row.Marks, row.Written
		if s.Stage == review.Defence {
			name, marks, result = "视频答辩", row.DefenceMarks, row.Defence
		}
		rows = append(rows, []string{name, s.Expert, s.Total.String(), countedOf(s.Expert, marks, result), sentence(s.Sheet.Comment), reasonsOf(rubric, s.Sheet), vetoesOf(rubric, s.Sheet)})
	}
	return Table{Caption: "专家意见", Rows: rows, Columns: []Column{{"阶段", 10, Centre}, {"专家\n编号", 8, Centre}, {"总分", 8, Right}, {"是否\n计入", 9, Centre}, {"总体意见", 34, Left},
		{"扣分理由", 34, Left}, {"一票否决", 18, Left}}}
}

// countedOf says whether an expert's mark is in the mean.
func countedOf(expert string, marks []review.Mark, result *review.StageResult) string {
	for _, m := range marks {
		if m.Expert == expert {
			return report.Counted(m, result)
		}
	}
	return ""
}

// reasonsOf are the written reasons, in the rubric's order.
func reasonsOf(rubric review.Rubric, sheet review.Sheet) string {
	var out []string
	for _, d := range rubric.Dimensions {
		for _, item := range d.Items {
			if reason := sheet.Reasons[item.Code]; reason != "" {
				out = append(out, item.Code+sentence(item.Name)+"（"+sheet.Scores[item.Code].String()+"分）："+sentence(reason))
			}
		}
	}
	return strings.Join(out, "\n")
}

// vetoesOf are the ticked vetoes with their reasons.
func vetoesOf(rubric review.Rubric, sheet review.Sheet) string {
	var out []string
	for _, code := range slices.Sorted(maps.Keys(sheet.Vetoes)) {
		name := code
		for _, v := range rubric.Vetoes {
			if v.Code == code {
				name = v.Name
			}
		}
		out = append(out, name+"："+sentence(sheet.Vetoes[code]))
	}
	return strings.Join(out, "\n")
}
