package review

// Stage is a review stage that gives points.
type Stage string

// The stages. Written and defence sheets are filled in by experts, the site check by the inspectors.
const (
	Written Stage = "WRITTEN" // 书面评审
	Defence Stage = "DEFENCE" // 视频答辩
	Site    Stage = "SITE"    // 现场核查
)

// Rubric is the 评分表 of one stage (domain 4.1, 4.2): data of a batch. The weights of its dimensions sum to 100.
type Rubric struct {
	Stage      Stage       `json:"stage"`
	Step       Points      `json:"step"` // every score is a multiple of it
	Dimensions []Dimension `json:"dimensions"`
	Vetoes     []Veto      `json:"vetoes"` // 一票否决项; empty in a stage without
}

// Dimension is one 评分维度; its items' maxima sum to its weight.
type Dimension struct {
	Code   string `json:"code"` // "S1"
	Name   string `json:"name"`
	Weight Points `json:"weight"`
	Source string `json:"source,omitzero"` // clause of the notice
	Items  []Item `json:"items"`
}

// Item is one 评分子项.
type Item struct {
	Code   string   `json:"code"` // "S1.1"
	Name   string   `json:"name"`
	Max    Points   `json:"max"`
	Anchor Points   `json:"anchor"`           // a score under it needs a reason
	Levels []string `json:"levels,omitempty"` // reference bands, for the reader
}

// Veto is one 一票否决项.
type Veto struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// Rubric is the rubric of a stage; false when the batch has none.
func (s Setup) Rubric(stage Stage) (Rubric, bool) {
	for _, r := range s.Rubrics {
		if r.Stage == stage {
			return r, true
		}
	}
	return Rubric{}, false
}

// Total is the sum of the scores of the rubric's items.
func (r Rubric) Total(sheet Sheet) Points {
	var sum Points
	for _, d := range r.Dimensions {
		sum += d.total(sheet)
	}
	return sum
}

// Dims is the total of every dimension by its code.
func (r Rubric) Dims(sheet Sheet) map[string]Points {
	dims := make(map[string]Points, len(r.Dimensions))
	for _, d := range r.Dimensions {
		dims[d.Code] = d.total(sheet)
	}
	return dims
}

func (d Dimension) total(sheet Sheet) Points {
	var sum Points
	for _, item := range d.Items {
		sum += sheet.Scores[item.Code]
	}
	return sum
}
