package report

import (
	"slices"
	"strings"
	"time"

	"xianjie/internal/review"
	"xianjie/internal/typeset"
)

// Ranking is a locked ranking as its workbook shows it.
type Ranking struct {
	Batch    string // title
	Code     string // of the batch
	No       int
	LockedAt time.Time // in the batch's zone
	Seed     string
	Digest   string
	Setup    review.Setup
	Rows     []RankingRow // best first
}

// RankingRow is one application's place with its workings.
type RankingRow struct {
	Rank         int
	No           string
	City         string
	County       string
	Title        string
	Composite    review.Points
	Working      string
	Written      *review.StageResult
	Defence      *review.StageResult // nil: the batch has no defence
	Site         *review.SiteResult  // nil: the batch has no site check
	DecidedBy    string
	Tied         []string
	Lot          int
	Marks        []review.Mark // written
	DefenceMarks []review.Mark
}

// placeHeight is room for three lines of workings, in points.
const placeHeight = 45

// The sheets of a ranking book.
const (
	rankSheet = "排名"
	markSheet = "原始分"
)

// RankingBook is a ranking with its workings, and the marks it was made from under the experts' codes.
func RankingBook(k Ranking) ([]byte, error) {
	b := newBook(rankSheet)
	heads := []string{"名次", "申报编号", "设区市", "县（市、区）", "推进区", "综合分", "综合分算式", "书面均分", "书面算式", "答辩均分", "答辩算式", "核查", "扣分", "并列判定", "签号"}
	b.merged(rankSheet, 1, len(heads), typeset.Official(k.Batch)+" 评审排名", 30, look{bold: true, centre: true, size: 18})
	b.merged(rankSheet, 2, len(heads), k.basis(), 36, look{})
	for i, text := range heads {
		b.put(rankSheet, i+1, 3, text, look{head: true})
	}
	for i, r := range k.Rows {
		b.place(i+4, r)
		b.do(b.file.SetRowHeight(rankSheet, i+4, placeHeight))
	}
	b.page(rankSheet, 3, 6, 11, 9, 10, 24, 8, 24, 8, 26, 8, 22, 8, 6, 12, 6)
	b.marks(k)
	return b.bytes()
}

// basis says by what rules and when the ranking was locked.
func (k Ranking) basis() string {
	parts := []string{"批次 " + k.Code, "锁定时刻 " + k.LockedAt.Format("2006年1月2日15:04:05"), "书面权重 " + k.Setup.WrittenWeight.Fixed(),
		"答辩权重 " + k.Setup.DefenceWeight.Fixed(), "合格线 " + k.Setup.PassLine.String(), "复算文件摘要 " + k.Digest}
	if k.Seed != "" {
		parts = append(parts, "抽签种子 "+k.Seed)
	}
	return strings.Join(parts, "；")
}

func (b *book) place(row int, r RankingRow) {
	by := r.DecidedBy
	if len(r.Tied) > 0 {
		by = "与 " + strings.Join(r.Tied, "、") + " 并列"
	}
	var site, deduction, lot any
	if r.Site != nil {
		site, deduction = map[review.SiteVerdict]string{review.SitePass: "通过", review.SiteIssues: "有问题", review.SiteFail: "不通过"}[r.Site.Verdict], r.Site.Deduction
	}
	if r.Lot > 0 {
		lot = r.Lot
	}
	written, writtenWorking := mean(r.Written)
	defence, defenceWorking := mean(r.Defence)
	for i, v := range []any{r.Rank, r.No, r.City, r.County, typeset.Official(r.Title), r.Composite, typeset.Official(r.Working), written, writtenWorking, defence, defenceWorking, site, deduction, by, lot} {
		l := look{centre: !slices.Contains([]int{4, 6, 8, 10}, i)}
		if _, isPoints := v.(review.Points); isPoints {
			l.number = twoPlaces
		}
		b.put(rankSheet, i+1, row, v, l)
	}
}

// mean is a stage's mean and working, nothing where there is none.
func mean(r *review.StageResult) (value, working any) {
	if r == nil {
		return nil, nil
	}
	if r.Mean != nil {
		value = *r.Mean
	}
	return value, typeset.Official(r.Working)
}

// marks lists every mark under its expert's code, dimension by dimension.
func (b *book) marks(k Ranking) {
	_, err := b.file.NewSheet(markSheet)
	b.do(err)
	rubric, _ := k.Setup.Rubric(review.Written)
	heads := []string{"申报编号", "推进区", "阶段", "专家编号", "总分", "是否计入"}
	for _, d := range rubric.Dimensions {
		heads = append(heads, d.Code+" "+d.Name)
	}
	for i, text := range heads {
		b.put(markSheet, i+1, 1, text, look{head: true})
	}
	row := 2
	for _, r := range k.Rows {
		for _, stage := range []struct {
			name   string
			marks  []review.Mark
			result *review.StageResult
		}{{"书面评审", r.Marks, r.Written}, {"视频答辩", r.DefenceMarks, r.Defence}} {
			for _, m := range stage.marks {
				b.row(markSheet, row, look{centre: true}, r.No, r.Title, stage.name, m.Expert)
				b.put(markSheet, 5, row, m.Total, look{centre: true, number: anyPlaces})
				b.put(markSheet, 6, row, Counted(m, stage.result), look{centre: true})
				for i, d := range rubric.Dimensions {
					var value any
					if p, known := m.Dims[d.Code]; known && stage.name == "书面评审" {
						value = p
					}
					b.put(markSheet, 7+i, row, value, look{centre: true, number: anyPlaces})
				}
				row++
			}
		}
	}
	b.page(markSheet, 1, 12, 22, 10, 9, 8, 12)
}

// Counted says whether a mark is in the mean.
func Counted(m review.Mark, r *review.StageResult) string {
	switch {
	case m.Recused:
		return "回避不计"
	case r != nil && slices.Contains(r.Kept, m.Expert):
		return "计入"
	default:
		return "去掉"
	}
}
