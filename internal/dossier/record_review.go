package dossier

import (
	"time"

	"xianjie/internal/money"
	"xianjie/internal/proposal"
	"xianjie/internal/review"
)

// Sheet is one line of 评审/评分表.json.
type Sheet struct {
	Stage        string         `json:"stage"`
	ExpertCode   string         `json:"expertCode"`
	SnapshotNo   int            `json:"snapshotNo"`
	State        string         `json:"state"`
	StateLabel   string         `json:"stateLabel"`
	Shown        bool           `json:"shown"` // false: the marks are not for the reader yet
	Sheet        *review.Sheet  `json:"sheet,omitzero"`
	Total        *review.Points `json:"total,omitzero"`
	Explanation  string         `json:"explanation,omitzero"`
	RecuseReason string         `json:"recuseReason,omitzero"`
	SubmittedAt  *time.Time     `json:"submittedAt,omitzero"`
}

// Standing is 评审/成绩.json: the locked results of the application and its place.
type Standing struct {
	RankingNo     int       `json:"rankingNo"`
	RankingDigest string    `json:"rankingDigest"` // SHA-256 of 评审/排名.json
	LockedAt      time.Time `json:"lockedAt"`
	Published     bool      `json:"published"`
	Rank          int       `json:"rank"`
	Results       []Result  `json:"results"`
}

// Result is one locked result with its working.
type Result struct {
	Kind    string         `json:"kind"`
	Points  *review.Points `json:"points,omitzero"`
	Working string         `json:"working"`
	At      time.Time      `json:"at"`
}

// Defence is 评审/视频答辩.json.
type Defence struct {
	Order      int        `json:"order"`
	MeetingAt  *time.Time `json:"meetingAt,omitzero"`
	Whole      bool       `json:"whole"` // false: attendance and minutes are not for the reader
	Attendance []Attended `json:"attendance"`
	Minutes    string     `json:"minutes,omitzero"`
	HeldAt     *time.Time `json:"heldAt,omitzero"`
}

// Attended is one post at the defence.
type Attended struct {
	Unit    string `json:"unit"`
	Post    string `json:"post"`
	Present bool   `json:"present"`
}

// Site is 评审/现场核查.json.
type Site struct {
	Whole        bool           `json:"whole"` // false: only how far it has come
	Done         int            `json:"done"`
	Of           int            `json:"of"`
	Inspectors   []string       `json:"inspectors"`
	CheckedOn    *proposal.Date `json:"checkedOn,omitzero"`
	Items        []SiteItem     `json:"items"`
	Verdict      string         `json:"verdict,omitzero"`
	VerdictLabel string         `json:"verdictLabel,omitzero"`
	Deduction    *review.Points `json:"deduction,omitzero"`
	Comment      string         `json:"comment,omitzero"`
	SubmittedAt  *time.Time     `json:"submittedAt,omitzero"`
	Photos       []SitePhoto    `json:"photos"`
}

// SiteItem is one finding on site.
type SiteItem struct {
	Item    string `json:"item"`
	Place   string `json:"place"`
	Claimed string `json:"claimed"`
	Finding string `json:"finding"`
	Note    string `json:"note"`
}

// SitePhoto is a photo by its path in the dossier.
type SitePhoto struct {
	Item   string `json:"item"`
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// Notice is one line of 决定/公示.json.
type Notice struct {
	No       int           `json:"no"`
	State    string        `json:"state"`
	Label    string        `json:"label"`
	Title    string        `json:"title"`
	Text     string        `json:"text"`
	OpensAt  *time.Time    `json:"opensAt,omitzero"`
	ClosesAt *time.Time    `json:"closesAt,omitzero"`
	ClosedAt *time.Time    `json:"closedAt,omitzero"`
	Entries  []NoticeEntry `json:"entries"`
}

// NoticeEntry is one application on a notice.
type NoticeEntry struct {
	No     string    `json:"no"`
	County string    `json:"county"`
	Title  string    `json:"title"`
	Rank   int       `json:"rank"`
	Amount money.Fen `json:"amount"`
	Left   bool      `json:"left"`
}

// Objection is one line of 决定/异议.json. A file that travels has neither whoever objected nor the receipt number, with which anyone can ask.
type Objection struct {
	NoticeNo    int        `json:"noticeNo"`
	WholeNotice bool       `json:"wholeNotice"`
	Text        string     `json:"text"`
	Verdict     string     `json:"verdict"`
	Answer      string     `json:"answer"`
	HandledBy   string     `json:"handledBy"`
	FiledAt     time.Time  `json:"filedAt"`
	HandledAt   *time.Time `json:"handledAt,omitzero"`
}

// Award is 决定/立项.json.
type Award struct {
	DocNo     string    `json:"docNo"`
	Amount    money.Fen `json:"amount"`
	AwardedAt time.Time `json:"awardedAt"`
}
