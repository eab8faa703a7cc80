package workflow

import (
	"slices"
	"time"

	"xianjie/internal/review"
)

// DefenceSlot is one application's place in the 视频答辩: drawn order, when, and who attended by post.
type DefenceSlot struct {
	ApplicationID string
	BatchID       string
	Order         int // from 1, by the published seed
	Seed          string
	MeetingAt     *time.Time
	Attendance    []Attendant // never nil
	Minutes       string
	HeldAt        *time.Time // attendance recorded
	Version       int64
	UpdatedAt     time.Time
}

// Attendant is one post at the defence; never a natural person's name.
type Attendant struct {
	Unit    string `json:"unit"`
	Post    string `json:"post"`
	Present bool   `json:"present"`
}

// Unplayed are the seeds of a batch that do not give the order kept under them: review.Order(seed, applications drawn with it) must be
// their order. None means that every draw can be replayed.
func Unplayed(slots []DefenceSlot) []string {
	var seeds []string
	drawn := map[string][]string{} // by seed, in order of place
	for _, d := range slots {
		if drawn[d.Seed] == nil {
			seeds = append(seeds, d.Seed)
		}
		drawn[d.Seed] = append(drawn[d.Seed], d.ApplicationID)
	}
	return slices.DeleteFunc(seeds, func(seed string) bool { return slices.Equal(review.Order(seed, drawn[seed]), drawn[seed]) })
}
