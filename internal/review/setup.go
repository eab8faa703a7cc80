package review

// Setup is everything about review a batch fixes (汇总口径, 评分表, 抽取办法); it is the "review" member of a policy pack and pinned when review
// opens.
type Setup struct {
	Rubrics        []Rubric    `json:"rubrics"`        // one per scored stage in use, and SITE's checklist below
	SiteItems      []SiteItem  `json:"siteItems"`      // 核查项
	MinExperts     int         `json:"minExperts"`     // fewer effective experts make a stage void
	TrimFrom       int         `json:"trimFrom"`       // from so many effective experts the highest and the lowest are dropped
	WrittenWeight  Points      `json:"writtenWeight"`  // 0.70 of the composite: 70 hundredths
	DefenceWeight  Points      `json:"defenceWeight"`  // 0.30
	PassLine       Points      `json:"passLine"`       // 合格线
	MaxAwards      int         `json:"maxAwards"`      // 立项数上限, 0 for none
	OutlierAbove   Points      `json:"outlierAbove"`   // a total further than this from the others' mean asks for a written answer
	VetoQuorum     int         `json:"vetoQuorum"`     // so many effective experts ticking a veto bring it before the two bureaus
	MaxDeduction   Points      `json:"maxDeduction"`   // of a site check with ISSUES
	MinDeduction   Points      `json:"minDeduction"`   // likewise
	DeductionStep  Points      `json:"deductionStep"`  // likewise
	TieBreak       []TieKey    `json:"tieBreak"`       // in order; LOT last
	PerApplication int         `json:"perApplication"` // experts drawn for one application
	LoadCap        int         `json:"loadCap"`        // applications one expert is given at most in one stage
	Conflict       ConflictSet `json:"conflict"`       // what excludes an expert from an application by itself
}

// SiteItem is one thing the inspectors look at.
type SiteItem struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// TieKey is one key of the chain that decides between equal composites.
type TieKey string

// The keys. Any dimension code of the written rubric is a key too ("S1", "C4").
const (
	ByWritten     TieKey = "WRITTEN"     // 书面均分
	ByIntegration TieKey = "INTEGRATION" // 整合比例, exact
	ByLot         TieKey = "LOT"         // 抽签, recorded
)

// ConflictSet switches the automatic 回避 on.
type ConflictSet struct {
	SameCity    bool `json:"sameCity"`    // native or working city is the application's
	SameUnit    bool `json:"sameUnit"`    // the unit appears in the application as a responsible department or implementer
	ServedThere bool `json:"servedThere"` // served in the county or its city before
}
